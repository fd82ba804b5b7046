import BangGiaoGraph
import BangGiaoModel

/// Someone with whom two have the same to do, and what each has to do with him.
public struct CommonNeighbour: Hashable, Sendable {
    /// Who.
    public var entity: KnownEntity
    /// The steps from the first, or from those who stand for it.
    public var first: [KnownPath.Hop]
    /// The steps from the second.
    public var second: [KnownPath.Hop]
}

/// The question what two have in common: whom both met, to what both belong, with whom both agreed.
public struct CommonQuery: Hashable, Sendable {
    /// The one.
    public var first: EntityKey
    /// The other.
    public var second: EntityKey
    /// Which facts count; that both are of one country only where the relation is asked for by name.
    public var facts: FactFilter
    /// Whether a country stands for itself alone, and not for its people and agencies.
    public var isExact: Bool

    /// Makes a question.
    public init(
        _ first: EntityKey, _ second: EntityKey, facts: FactFilter = FactFilter(),
        isExact: Bool = false
    ) {
        self.first = first
        self.second = second
        self.facts = facts
        self.isExact = isExact
    }

    /// What two have in common.
    public struct Answer: Hashable, Sendable {
        /// Whom both met, by key.
        public var met: [CommonNeighbour]
        /// With whom both agreed.
        public var agreed: [CommonNeighbour]
        /// Where both hold an office, or to what both belong.
        public var belonged: [CommonNeighbour]

        /// Whether nothing was found.
        public var isEmpty: Bool { met.isEmpty && agreed.isEmpty && belonged.isEmpty }
    }

    /// Finds what two have in common.
    ///
    /// - Throws: ``QueryError`` where someone isn't in the network; what its tables throw.
    /// - Complexity: O(edges at the two, and at those who stand for them).
    public func answer(in network: Network) throws -> Answer {
        let groups = try network.nodes([first, second]).map {
            isExact ? [$0] : network.own(of: $0)
        }
        func common(_ relations: Set<Relation>) throws -> [CommonNeighbour] {
            var facts = facts
            facts.relations = facts.relations.map { $0.intersection(relations) } ?? relations
            if self.facts.relations == nil { facts.relations?.remove(.represents) }
            let filter = SearchFilter(
                facts, standsForOwn: false, stations: Set(Entity.Kind.allCases))
            return try self.common(groups, network, filter)
        }
        return Answer(
            met: try common([.meeting]), agreed: try common([.agreement]),
            belonged: try common([.position, .partOf, .represents]))
    }

    private func common(
        _ groups: [[NodeIndex]], _ network: Network, _ filter: SearchFilter
    ) throws -> [CommonNeighbour] {
        let own = Set(groups.joined())
        let reached = groups.map { group in
            var from: [NodeIndex: [NodeIndex]] = [:]
            for member in group {
                for (node, edge) in network.graph.neighbours(of: member)
                where !own.contains(node) && network.graph.admits(edge, filter)
                    && filter.nodeTags.contains(tag: network.graph.tag(of: node))
                    && from[node]?.last != member
                {
                    from[node, default: []].append(member)
                }
            }
            return from
        }
        return try reached[0].keys.filter { reached[1][$0] != nil }.sorted().map { node in
            func hops(_ side: Int) throws -> [KnownPath.Hop] {
                try (reached[side][node] ?? []).map {
                    try network.hop(from: $0, to: node, filter: filter)
                }
            }
            return CommonNeighbour(
                entity: try network.entity(node), first: try hops(0), second: try hops(1))
        }
    }
}
