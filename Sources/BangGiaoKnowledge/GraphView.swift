public import BangGiaoGraph
public import BangGiaoModel

/// How two entities are related, as an edge of the graph.
public enum EdgeKind: UInt8, Hashable, Comparable, Sendable, CaseIterable {
    /// They stood on different sides of a meeting.
    case met
    /// They are parties to one agreement that isn't signed.
    case agreed
    /// They are parties to one signed agreement, or sign it.
    case signed
    /// A person holds an office in an agency or of a country.
    case holds
    /// An envoy is accredited to a country or a body.
    case accreditedTo
    /// An agency belongs to another one.
    case partOf
    /// A person or an agency is of a country. Derived: it connects an entity with its own country,
    /// but sharing a country connects nobody.
    case represents

    /// The name by which files and commands call the kind.
    public var name: String {
        switch self {
        case .met: "met"
        case .agreed: "agreed_with"
        case .signed: "signed_with"
        case .holds: "holds"
        case .accreditedTo: "accredited_to"
        case .partOf: "part_of"
        case .represents: "represents"
        }
    }

    /// Whether the edge follows from what an entity is, not from something it did or holds.
    public var isDerived: Bool { self == .represents }

    /// The number by which the graph knows the kind.
    public var tag: EdgeTag { EdgeTag(rawValue: rawValue) }

    /// Orders by number.
    public static func < (left: EdgeKind, right: EdgeKind) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// What stands behind an edge, with the passages that prove it.
public struct EdgeFact: Hashable, Sendable {
    /// The kinds of facts.
    public enum Content: Hashable, Sendable {
        /// Two stood on different sides of it.
        case meeting(KnownMeeting)
        /// Two are parties to it or sign it.
        case agreement(KnownAgreement)
        /// A person holds it.
        case position(KnownPosition)
        /// An agency belongs to another one.
        case membership(child: EntityKey, parent: EntityKey)
        /// An entity is of a country.
        case nationality(entity: EntityKey, country: EntityKey)
    }

    /// The id of the meeting, agreement or position; of what has no id the keys of both entities.
    public var id: String
    /// What it is.
    public var content: Content
    /// The passages that prove it; for a parent or a country one that names both, where a document
    /// quotes one.
    public var sources: [Source]

    /// Makes a fact.
    public init(id: String, content: Content, sources: [Source]) {
        self.id = id
        self.content = content
        self.sources = sources
    }

    /// When: of a meeting or an agreement its date, of an office the days on which documents saw it
    /// held, ascending.
    public var dates: [PartialDate] {
        switch content {
        case .meeting(let meeting): meeting.date.map { [$0] } ?? []
        case .agreement(let agreement): agreement.date.map { [$0] } ?? []
        case .position(let position): position.seen
        case .membership, .nationality: []
        }
    }

    /// Whether it only lies ahead or lies behind: planned, designate, former.
    public var isNotCurrent: Bool {
        switch content {
        case .meeting(let meeting): meeting.status == .planned
        case .agreement(let agreement): agreement.status == .planned
        case .position(let position): position.status != nil
        case .membership, .nationality: false
        }
    }

    /// The days on which it holds, by day numbers: those of its date, and of an office from the first
    /// to the last day of each term; none where no date is known. What an entity belongs to holds on
    /// any day.
    var spans: [Range<Int32>] {
        switch content {
        case .meeting(let meeting): meeting.date.map { [daySpan($0)] } ?? []
        case .agreement(let agreement): agreement.date.map { [daySpan($0)] } ?? []
        case .position(let position): position.spans
        case .membership, .nationality: [.min ..< .max]
        }
    }

    /// How likely it is right, in percent: as its best source. What an entity belongs to is sure.
    var percent: UInt8 {
        switch content {
        case .meeting, .agreement, .position: BangGiaoKnowledge.percent(confidence)
        case .membership, .nationality: 100
        }
    }

    /// How likely its best source is right, from 0 to 1; 0 without a source.
    public var confidence: Double { sources.map(\.evidence.confidence).max() ?? 0 }
}

/// A knowledge base as a graph: entities as nodes, and for each fact an edge between each two that
/// it relates.
public struct GraphView: Sendable {
    /// An edge with its meaning.
    public struct Edge: Hashable, Sendable {
        /// How the two are related.
        public var kind: EdgeKind
        /// The person of an office, the child of a parent, who is of a country; else the smaller key.
        public var first: EntityKey
        /// The other end.
        public var second: EntityKey
        /// What stands behind it.
        public var fact: EdgeFact
    }

    /// The nodes' entities, in the order of node indices, which is that of keys.
    public let entities: [KnownEntity]
    /// The bare graph; its tags are those of ``EdgeKind``.
    public let graph: Graph
    /// The facts, sorted by kind of edge and id.
    public let facts: [EdgeFact]
    private let factOfEdge: [UInt32]
    private let indices: [EntityKey: NodeIndex]

    init(entities: [KnownEntity], graph: Graph, facts: [EdgeFact], factOfEdge: [UInt32]) {
        self.entities = entities
        self.graph = graph
        self.facts = facts
        self.factOfEdge = factOfEdge
        indices = Dictionary(
            entities.enumerated().map { ($0.element.key, NodeIndex($0.offset)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Returns the node of an entity; nil where the key is unknown.
    public func node(_ key: EntityKey) -> NodeIndex? { indices[key] }

    /// Returns the entity of a node.
    public subscript(node: NodeIndex) -> KnownEntity { entities[node.offset] }

    /// Returns an edge with its meaning.
    public subscript(edge: EdgeIndex) -> Edge {
        let bare = graph[edge]
        return Edge(
            kind: EdgeKind(rawValue: bare.tag.rawValue) ?? .represents, first: self[bare.first].key,
            second: self[bare.second].key, fact: facts[Int(factOfEdge[edge.offset])])
    }

    /// Every edge with its meaning, sorted by kind, fact and ends; an office of several terms, which
    /// is an edge each in the graph, once.
    public var edges: [Edge] {
        var edges: [Edge] = []
        for number in 0..<graph.edgeCount where !repeatsLast(EdgeIndex(number)) {
            edges.append(self[EdgeIndex(number)])
        }
        return edges
    }

    /// Whether an edge is of the same office of the same person as the edge before it.
    func repeatsLast(_ edge: EdgeIndex) -> Bool {
        guard edge.offset > 0, factOfEdge[edge.offset] == factOfEdge[edge.offset - 1] else {
            return false
        }
        return graph[edge] == graph[EdgeIndex(edge.offset - 1)]
    }

    /// Which edges and nodes a search may use: the facts that pass a filter; countries are ends of
    /// paths, but not stations on the way, unless asked for.
    ///
    /// - Parameters:
    ///   - ends: Where the search begins and ends; a country's own people and agencies stand for it
    ///     there.
    ///   - facts: Which facts may be used. That someone is of a country is used only where a country
    ///     is an end, or where the relation is asked for by name.
    ///   - stations: The kinds of entities that a path may pass through.
    ///   - isExact: Whether a country at an end stands for itself alone.
    public func filter(
        endingAt ends: [EntityKey], facts: FactFilter = FactFilter(),
        through stations: Set<Entity.Kind> = [.person, .agency], isExact: Bool = false
    ) -> SearchFilter {
        let standsForOwn = !isExact && ends.contains { isCountry($0) }
        let kinds = EdgeKind.allCases.filter { kind in
            facts.admits(kind.relation)
                && (!kind.isDerived || standsForOwn || facts.relations != nil)
        }
        return SearchFilter(
            tags: EdgeTagSet(tags: kinds.map(\.tag)),
            nodeTags: NodeTagSet(tags: stations.intersection(facts.kinds).map(\.tag)),
            days: facts.days, minimumConfidence: facts.minimumPercent)
    }

    private func isCountry(_ key: EntityKey) -> Bool {
        node(key).map { self[$0].kind == .country } ?? false
    }
}

extension Entity.Kind {
    /// The number by which the graph knows the kind.
    public var tag: NodeTag {
        switch self {
        case .person: NodeTag(rawValue: 0)
        case .agency: NodeTag(rawValue: 1)
        case .country: NodeTag(rawValue: 2)
        }
    }
}
