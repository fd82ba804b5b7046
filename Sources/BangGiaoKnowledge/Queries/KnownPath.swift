public import BangGiaoGraph
public import BangGiaoModel

/// Trouble with a question to a knowledge base.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of trouble.
    public enum Code: String, Hashable, Sendable {
        /// No entity has the key.
        case unknownEntity
    }

    /// The kind of trouble.
    public var code: Code
    /// The key that was asked for.
    public var key: EntityKey

    /// Makes an error.
    public init(code: Code, key: EntityKey) {
        self.code = code
        self.key = key
    }

    /// Says what is wrong and what to do.
    public var description: String {
        "There is no entity \"\(key.rawValue)\"; look its key up by name."
    }
}

/// How two entities are connected, hop by hop.
public struct KnownPath: Hashable, Sendable {
    /// One fact that relates the two ends of a hop.
    public struct Link: Hashable, Sendable {
        /// How the fact relates them.
        public var kind: EdgeKind
        /// What stands behind it, with its sources.
        public var fact: EdgeFact
        /// The state that sends an envoy of whom a table tells: no end of the hop, as a rule.
        var sender: KnownEntity?
    }

    /// A step from one entity to the next.
    public struct Hop: Hashable, Sendable {
        /// Where the step begins.
        public var from: KnownEntity
        /// Where it ends.
        public var to: KnownEntity
        /// Every fact that relates the two, the best first; one at least.
        public var links: [Link]
    }

    /// The entities passed, from the one to the other; one alone where both are the same.
    public var entities: [KnownEntity]
    /// The steps between them.
    public var hops: [Hop]
}

extension Network {
    /// Returns a path with its entities and facts.
    func path(along nodes: [NodeIndex], filter: SearchFilter) throws -> KnownPath {
        KnownPath(
            entities: try nodes.map { try entity($0) },
            hops: try zip(nodes, nodes.dropFirst()).map {
                try hop(from: $0, to: $1, filter: filter)
            })
    }

    /// Returns the step between two neighbours with every fact that a filter admits.
    func hop(
        from first: NodeIndex, to second: NodeIndex, filter: SearchFilter
    ) throws -> KnownPath.Hop {
        KnownPath.Hop(
            from: try entity(first), to: try entity(second),
            links: try links(between: first, and: second, filter: filter))
    }

    /// Returns every fact between two neighbours that a filter admits, the best first.
    func links(
        between first: NodeIndex, and second: NodeIndex, filter: SearchFilter
    ) throws -> [KnownPath.Link] {
        let edges = graph.edges(between: first, and: second)
            .filter { graph.admits($0, filter) && !repeatsLast($0) }
        return try edges.map { LinkRank($0, in: self) }.sorted().map { try link($0.edge) }
    }

    /// Which edges and nodes a search may use, as ``GraphView/filter(endingAt:facts:through:isExact:)``.
    public func filter(
        endingAt ends: [NodeIndex], facts: FactFilter = FactFilter(),
        through stations: Set<Entity.Kind> = [.person, .agency], isExact: Bool = false
    ) -> SearchFilter {
        let standsForOwn = !isExact && ends.contains { kind(of: $0) == .country }
        return SearchFilter(facts, standsForOwn: standsForOwn, stations: stations)
    }

    /// Returns the nodes of keys.
    func nodes(_ keys: some Sequence<EntityKey>) throws -> [NodeIndex] {
        try keys.map { key in
            guard let node = try node(key) else {
                throw QueryError(code: .unknownEntity, key: key)
            }
            return node
        }
    }
}

extension SearchFilter {
    /// Asks the columns of a graph for what a filter of facts asks.
    ///
    /// - Parameters:
    ///   - standsForOwn: Whether a country leads to its people and agencies.
    ///   - stations: The kinds of entities that may be passed.
    init(_ facts: FactFilter, standsForOwn: Bool, stations: Set<Entity.Kind>) {
        let kinds = EdgeKind.allCases.filter { kind in
            facts.admits(kind.relation)
                && (!kind.isDerived || standsForOwn || facts.relations != nil)
        }
        self.init(
            tags: EdgeTagSet(tags: kinds.map(\.tag)),
            nodeTags: NodeTagSet(tags: stations.intersection(facts.kinds).map(\.tag)),
            days: facts.days, minimumConfidence: facts.minimumPercent)
    }
}
