public import BangGiaoKnowledge
public import BangGiaoModel

/// What a diagram shows, before anything is placed: three bands of things, and the edges.
///
/// On the left the home country, in the middle what happened, on the right everybody else. Being
/// part of an agency and holding office in it is shown by containment; only taking part is an edge,
/// and every edge joins an event with one actor. So an occasion of many sides stays one thing.
public struct DiagramPlan: Hashable, Sendable {
    /// An office-holder in the card of an agency, or a person alone.
    public struct Person: Hashable, Sendable {
        /// Whom it stands for.
        public var entity: EntityKey
        /// The name in SVG and DOT, such as `n3r1`.
        public var token: String
        /// The name as it is shown.
        public var name: String
        /// Present offices, in words.
        public var titles: [String]
        /// Former offices, in words.
        public var formerTitles: [String]
    }

    /// A card, a person or a country: one node of the left or the right band.
    public struct Actor: Hashable, Sendable {
        /// Whom it stands for.
        public var entity: EntityKey
        /// The name in SVG and DOT, such as `n3`.
        public var token: String
        /// What kind of entity it is.
        public var kind: Entity.Kind
        /// The name as it is shown.
        public var name: String
        /// For an agency the agencies above it, the highest first.
        public var parents: [String]
        /// For an agency its office-holders; for a person alone the person.
        public var persons: [Person]
    }

    /// The actors of one country, or without a country one actor.
    public struct Group: Hashable, Sendable {
        /// The name in SVG and DOT, such as `c1`.
        public var token: String
        /// The country; nil for international bodies and persons of unknown countries.
        public var country: CountryCode?
        /// The heading; nil where no frame is drawn.
        public var heading: String?
        /// From top to bottom.
        public var actors: [Actor]
    }

    /// What an event is.
    public enum EventKind: Hashable, Sendable {
        /// A meeting of a kind.
        case meeting(Meeting.Kind)
        /// An agreement of a kind.
        case agreement(Agreement.Kind)
        /// An office that reaches into another country.
        case posting
    }

    /// One node of the middle band.
    public struct Event: Hashable, Sendable {
        /// The id of the meeting, agreement or position.
        public var id: String
        /// The name in SVG and DOT, such as `v2`.
        public var token: String
        /// The number of its footnote: from 1, from top to bottom.
        public var number: Int
        /// What it is.
        public var kind: EventKind
        /// The bold line: what and when.
        public var heading: String
        /// The small lines: where, what about.
        public var details: [String]
        /// Whether it is only announced.
        public var isPlanned: Bool
    }

    /// How an actor takes part in an event.
    public enum Role: String, Hashable, Sendable, CaseIterable, Comparable {
        /// One of those who met.
        case tookPart
        /// Merely present.
        case present
        /// Bound by an agreement.
        case party
        /// Signs an agreement.
        case signatory
        /// Holds an office.
        case office

        /// Orders as declared.
        public static func < (left: Role, right: Role) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// Where on the left or right of the events an actor stands.
    public enum Band: String, Hashable, Sendable, CaseIterable {
        /// The home country.
        case left
        /// The others.
        case right
    }

    /// A line between an actor and an event.
    public struct Edge: Hashable, Sendable {
        /// The name in SVG and DOT, such as `e4`.
        public var token: String
        /// Who takes part.
        public var entity: EntityKey
        /// The token of the actor's node.
        public var actor: String
        /// The token of the row in the card; nil for the card's head, and for actors without rows.
        public var row: String?
        /// The token of the event.
        public var event: String
        /// Where the actor stands.
        public var band: Band
        /// How it takes part.
        public var role: Role
        /// Whether the line ends in an arrow at the actor: the one visited, the state accredited to.
        public var hasArrow: Bool
    }

    /// A station of the axis of time, between two events of the middle band.
    public struct Mark: Hashable, Sendable {
        /// The name in SVG and DOT, such as `y2`.
        public var token: String
        /// A year, or a month.
        public var heading: String
        /// The token of the event that it stands above.
        public var event: String
    }

    /// The headline.
    public var title: String
    /// Where the facts come from, in words.
    public var sources: String
    /// The home country's groups, from top to bottom.
    public var left: [Group]
    /// What happened, from top to bottom.
    public var events: [Event]
    /// Everybody else, from top to bottom.
    public var right: [Group]
    /// The lines, by token.
    public var edges: [Edge]
    /// The stations of the axis of time; none where the events are in no order of time.
    public var marks: [Mark] = []
    /// What to say of each node, row, frame and edge.
    public var notes: [String: DiagramNote]
    /// The picture in sentences, for those who don't see it.
    public var summary: String

    /// Both bands' groups.
    public var groups: [Group] { left + right }
    /// Every actor of both bands.
    public var actors: [Actor] { groups.flatMap(\.actors) }
}
