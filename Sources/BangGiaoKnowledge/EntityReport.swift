public import BangGiaoModel

/// All that is known of one entity, in the order in which it is read.
public struct EntityReport: Hashable, Sendable {
    /// An office with the days on which documents saw it held.
    public struct Office: Hashable, Sendable {
        /// The position.
        public var position: KnownPosition
        /// The days of each term; none where nobody saw it held.
        public var terms: [[PartialDate]]
    }

    /// The entity.
    public var entity: KnownEntity
    /// Every form of its name with how many documents use it, the most frequent first.
    public var names: [(text: String, count: Int)] {
        get { nameTexts.map { ($0.text, $0.count) } }
        set { nameTexts = newValue.map { Name(text: $0.text, count: $0.count) } }
    }
    /// The agencies above it.
    public var parents: [KnownEntity]
    /// The agencies below it.
    public var children: [KnownEntity]
    /// The offices that it holds, or that are held in it, by the last day seen, the latest first.
    public var offices: [Office]
    /// Its meetings, the latest first.
    public var meetings: [KnownMeeting]
    /// Its agreements, the latest first.
    public var agreements: [KnownAgreement]
    /// How many documents name it.
    public var documentCount: Int
    /// How many of those the report is made of: the latest.
    public var readCount: Int
    /// The names of all entities that it mentions.
    public var entityNames: [EntityKey: String]
    private var nameTexts: [Name] = []

    private struct Name: Hashable, Sendable {
        var text: String
        var count: Int
    }

    /// Reports on an entity of a knowledge base; nil where it has none of this key.
    ///
    /// - Complexity: O(size of the base).
    public init?(on key: EntityKey, in base: KnowledgeBase) {
        guard let entity = base.entity(key) else { return nil }
        self.entity = entity
        parents = entity.parent.flatMap { base.entity($0) }.map { [$0] } ?? []
        children = base.entities.filter { $0.parent == key }
        offices = base.positions.filter { position in
            position.person == key || position.of == key || position.accreditedTo == key
        }.map { Office(position: $0, terms: $0.terms) }
        offices.sort { left, right in
            let (a, b) = (left.position, right.position)
            let days = (a.seen.last?.lastDay ?? 0, b.seen.last?.lastDay ?? 0)
            return days.0 != days.1 ? days.0 > days.1 : precedes(a.id, b.id)
        }
        func isEarlier(_ left: (PartialDate?, String), _ right: (PartialDate?, String)) -> Bool {
            let days = (left.0?.lastDay ?? 0, right.0?.lastDay ?? 0)
            return days.0 != days.1 ? days.0 < days.1 : precedes(right.1, left.1)
        }
        meetings = base.meetings.filter {
            $0.sides.joined().contains(key) || $0.attendees.contains(key)
        }.sorted { isEarlier(($1.date, $1.id), ($0.date, $0.id)) }
        agreements = base.agreements.filter {
            $0.parties.contains(key) || $0.signatories.contains(key)
        }.sorted { isEarlier(($1.date, $1.id), ($0.date, $0.id)) }
        documentCount = Set(entity.members.map(\.document)).count
        readCount = documentCount
        entityNames = Dictionary(
            base.entities.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
        nameTexts = entity.aliases.map { Name(text: $0, count: 1) }
    }
}
