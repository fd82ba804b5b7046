public import BangGiaoGraph
public import BangGiaoModel

/// The question who surrounds someone.
public struct NeighbourQuery: Hashable, Sendable {
    /// In the middle.
    public var center: EntityKey
    /// How far around.
    public var hops: Int
    /// Which facts lead from one to the next.
    public var facts: FactFilter
    /// The kinds of entities beyond which the search goes on; countries only when asked for.
    public var stations: Set<Entity.Kind>
    /// Whether a country in the middle stands for itself alone.
    public var isExact: Bool

    /// Makes a question.
    public init(
        _ center: EntityKey, hops: Int = 1, facts: FactFilter = FactFilter(),
        stations: Set<Entity.Kind> = [.person, .agency], isExact: Bool = false
    ) {
        self.center = center
        self.hops = hops
        self.facts = facts
        self.stations = stations
        self.isExact = isExact
    }

    /// One who was reached.
    public struct Neighbour: Hashable, Sendable {
        /// How many hops away.
        public var distance: Int
        /// The last step to it: from one who is a hop nearer, the first of them by key.
        public var hop: KnownPath.Hop
    }

    /// Finds all within reach, by distance, then by key.
    ///
    /// - Throws: ``QueryError`` where the middle isn't in the network; what its tables throw.
    /// - Complexity: O(edges within reach), and a look at the facts of each step.
    public func neighbours(
        in network: Network, using workspace: inout SearchWorkspace
    ) throws -> [Neighbour] {
        let center = try network.nodes([center])[0]
        let filter = network.filter(
            endingAt: [center], facts: facts, through: stations, isExact: isExact)
        let found = try network.graph.neighbourhood(
            of: center, hops: hops, filter: filter, using: &workspace)
        let distances = Dictionary(found, uniquingKeysWith: { first, _ in first })
        return try found.dropFirst().compactMap { node, distance in
            let before = network.graph.neighbours(of: node).first { other, edge in
                distances[other] == distance - 1 && network.graph.admits(edge, filter)
                    && (other == center
                        || stations.intersection(facts.kinds).contains(network.kind(of: other)))
            }
            return try before.map {
                Neighbour(
                    distance: distance,
                    hop: try network.hop(from: $0.node, to: node, filter: filter))
            }
        }
    }
}

/// The question who stands in the middle of it all.
public struct RankQuery: Hashable, Sendable {
    /// By what entities are ranked.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        /// With how many others it is related.
        case degree
        /// How often one comes by who goes from one to another at random (Brin and Page, 1998).
        case pageRank = "pagerank"
        /// On how many shortest paths between others it lies (Brandes, 2001).
        case betweenness
    }

    /// By what to rank.
    public var measure: Measure
    /// Of which kind; nil for all.
    public var kind: Entity.Kind?
    /// At most so many.
    public var limit: Int
    /// Which facts count; that someone is of a country only where the relation is asked for by name.
    public var facts: FactFilter

    /// Betweenness is worked out from so many entities where there are more.
    public static let sampleCount = 1_000

    /// Makes a question.
    public init(
        _ measure: Measure = .degree, kind: Entity.Kind? = nil, limit: Int = 20,
        facts: FactFilter = FactFilter()
    ) {
        self.measure = measure
        self.kind = kind
        self.limit = limit
        self.facts = facts
    }

    /// An entity with its measure.
    public struct Ranked: Hashable, Sendable {
        /// Who.
        public var entity: KnownEntity
        /// The number of others, the share of visits, or the number of paths.
        public var value: Double
    }

    /// Ranks the entities, the first by value first; of equals the one with the smaller key.
    ///
    /// - Returns: Those whom some fact that counts relates.
    /// - Complexity: O(*V* + *E* log *V*), and that of the measure.
    public func ranking(in network: Network) throws -> [Ranked] {
        let filter = SearchFilter(
            facts, standsForOwn: false, stations: Set(Entity.Kind.allCases))
        let graph = network.graph.restricted(to: filter).graph
        let values: [Double] =
            switch measure {
            case .degree:
                (0..<graph.nodeCount).map { node in
                    var last: NodeIndex?
                    var count = 0
                    for step in graph.neighbours(of: NodeIndex(node)) where step.node != last {
                        last = step.node
                        count += 1
                    }
                    return Double(count)
                }
            case .pageRank: graph.pageRank().ranks
            case .betweenness:
                graph.betweenness(
                    sampleCount: graph.nodeCount > Self.sampleCount ? Self.sampleCount : nil)
            }
        let nodes = (0..<graph.nodeCount).map { NodeIndex($0) }.filter { node in
            graph.degree(of: node) > 0 && kind.map { network.kind(of: node) == $0 } ?? true
        }
        return try nodes.sorted { (values[$1.offset], $0) < (values[$0.offset], $1) }
            .prefix(max(0, limit)).map {
                Ranked(entity: try network.entity($0), value: values[$0.offset])
            }
    }
}
