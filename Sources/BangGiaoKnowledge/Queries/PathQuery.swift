public import BangGiaoGraph
public import BangGiaoModel

/// The question how two entities are connected.
///
/// Paths never run through documents, and through a country only when asked to: sharing a state
/// connects nobody. A country at an end stands for its people and agencies.
public struct PathQuery: Hashable, Sendable {
    /// Where paths begin.
    public var from: EntityKey
    /// Where they end.
    public var to: EntityKey
    /// At most this many paths, the best.
    public var limit: Int
    /// Whether longer paths follow where there are fewer of the shortest than ``limit``.
    public var includesLonger: Bool
    /// Paths with more hops aren't sought; nil for any number.
    public var maximumHops: Int?
    /// Which facts may be used; that someone is of a country only where an end is one, or where the
    /// relation is asked for by name.
    public var facts: FactFilter
    /// The kinds of entities that paths may run through; countries only when asked for.
    public var stations: Set<Entity.Kind>
    /// Through whom paths must run; a country stands for its people and agencies.
    public var via: EntityKey?
    /// Through whom paths must not run; a country stands for its people and agencies, too.
    public var avoided: Set<EntityKey>
    /// Whether a country stands for itself alone, and not for its people and agencies.
    public var isExact: Bool

    /// Makes a question.
    public init(
        from: EntityKey, to: EntityKey, limit: Int = 1, includesLonger: Bool = false,
        maximumHops: Int? = nil, facts: FactFilter = FactFilter(),
        stations: Set<Entity.Kind> = [.person, .agency], via: EntityKey? = nil,
        avoided: Set<EntityKey> = [], isExact: Bool = false
    ) {
        self.from = from
        self.to = to
        self.limit = limit
        self.includesLonger = includesLonger
        self.maximumHops = maximumHops
        self.facts = facts
        self.stations = stations
        self.via = via
        self.avoided = avoided
        self.isExact = isExact
    }

    /// Finds the shortest paths in the graph of a knowledge base, the best first.
    ///
    /// - Throws: ``QueryError`` where someone isn't in the graph.
    /// - Complexity: that of ``paths(in:using:)``, and O(*V*) for memory to search in.
    public func paths(in view: GraphView) throws(QueryError) -> [KnownPath] {
        var workspace = SearchWorkspace()
        do {
            return try paths(in: Network(view), using: &workspace)
        } catch let error as QueryError {
            throw error
        } catch {
            preconditionFailure("A view's nodes are of its graph, and in memory: \(error)")
        }
    }

    /// Finds the shortest paths, the best first.
    ///
    /// Of paths with equally many hops one is better with fewer derived edges, then with fewer
    /// meetings between a person and a body, with fewer plans and former offices, then where the
    /// facts are surer and the stations know fewer others, with more sources, and at last with
    /// smaller keys: so two runs agree.
    /// - Parameters:
    ///   - network: What is known.
    ///   - workspace: Memory to search in.
    /// - Returns: At most ``limit`` paths; none where the two aren't connected so.
    /// - Throws: ``QueryError`` where someone isn't in the network; what its tables throw.
    /// - Complexity: that of a search from both ends, and of ranking the first 2,000 shortest
    ///   paths; where there are more, the best of those is taken. With ``includesLonger`` that of
    ///   `Graph.kShortestPaths` for four times the limit, but for no more than 8,000 beside the
    ///   shortest; with ``via`` a few searches for each
    ///   entity that it stands for.
    public func paths(
        in network: Network, using workspace: inout SearchWorkspace
    ) throws -> [KnownPath] {
        let search = try PathSearch(self, in: network)
        var found = try search.shortest(&workspace)
        if includesLonger, via == nil, !found.isEmpty, found.count < limit {
            found += try search.longer(than: found, &workspace)
        }
        return try found.map { PathRank($0, in: network, filter: search.filter) }.sorted()
            .prefix(max(0, limit)).map { try network.path(along: $0.nodes, filter: search.filter) }
    }

    /// Counts the shortest paths, without ``via`` and ``limit``.
    ///
    /// - Returns: How many hops they have and how many there are, a path being its entities; nil
    ///   where the two aren't connected within ``maximumHops``.
    /// - Complexity: that of `Graph.allShortestPaths`.
    public func count(
        in network: Network, using workspace: inout SearchWorkspace
    ) throws -> (hops: Int, paths: UInt64)? {
        let search = try PathSearch(self, in: network)
        return try network.graph.allShortestPaths(
            from: search.source, to: search.target, filter: search.filter, using: &workspace
        ).flatMap { $0.length <= maximumHops ?? .max ? ($0.length, $0.pathCount) : nil }
    }

    /// Returns how many hops a shortest path has, without ``via``; nil where there is none.
    ///
    /// - Complexity: that of `Graph.shortestPath`.
    public func hops(in network: Network, using workspace: inout SearchWorkspace) throws -> Int? {
        let search = try PathSearch(self, in: network)
        return try network.graph.shortestPath(
            from: search.source, to: search.target, filter: search.filter, using: &workspace
        ).flatMap { $0.length <= maximumHops ?? .max ? $0.length : nil }
    }
}

/// A question with its names looked up.
private struct PathSearch {
    /// Of so many paths the best is sought.
    static let rankedPaths = 2_000

    let query: PathQuery
    let network: Network
    let source: NodeIndex
    let target: NodeIndex
    let filter: SearchFilter
    private let waypoints: [NodeIndex]

    init(_ query: PathQuery, in network: Network) throws {
        self.query = query
        self.network = network
        let ends = try network.nodes([query.from, query.to])
        (source, target) = (ends[0], ends[1])
        func all(_ keys: some Sequence<EntityKey>) throws -> [NodeIndex] {
            let nodes = try network.nodes(keys)
            return query.isExact ? nodes : nodes.flatMap { network.own(of: $0) }
        }
        var filter = network.filter(
            endingAt: ends, facts: query.facts, through: query.stations, isExact: query.isExact)
        for node in try all(query.avoided) { filter.closedNodes.insert(node) }
        self.filter = filter
        if let via = query.via {
            let nodes = try all([via])
            waypoints = nodes.count > 1 ? nodes.filter { !ends.contains($0) } : nodes
        } else {
            waypoints = []
        }
    }

    /// The shortest paths, at most ``rankedPaths``; none with more hops than asked for.
    func shortest(_ workspace: inout SearchWorkspace) throws -> [[NodeIndex]] {
        if query.via == nil {
            return try paths(source, target, filter, &workspace)
        }
        var best: [[NodeIndex]] = []
        for waypoint in waypoints where !filter.closedNodes.contains(waypoint) {
            let found = try paths(through: waypoint, &workspace)
            guard let length = found.first?.count else { continue }
            if let shortest = best.first?.count, shortest < length { continue }
            best = (best.first?.count == length ? best : []) + found
        }
        return Array(best.prefix(Self.rankedPaths))
    }

    /// Paths that are longer than the shortest, with the shortest of them first.
    func longer(
        than shortest: [[NodeIndex]], _ workspace: inout SearchWorkspace
    ) throws -> [[NodeIndex]] {
        let hops = (shortest.first?.count ?? 1) - 1
        // A few more than wanted, as they come in the order of their nodes and the best may be late.
        let missing = min(query.limit - shortest.count, Self.rankedPaths)
        let wanted = shortest.count + 4 * missing
        return try network.graph.kShortestPaths(
            from: source, to: target, limit: wanted, maximumLength: query.maximumHops ?? .max,
            filter: filter, using: &workspace
        ).filter { $0.length > hops }.map(\.nodes)
    }

    private func paths(
        _ source: NodeIndex, _ target: NodeIndex, _ filter: SearchFilter,
        _ workspace: inout SearchWorkspace
    ) throws -> [[NodeIndex]] {
        guard
            let found = try network.graph.allShortestPaths(
                from: source, to: target, filter: filter, using: &workspace),
            found.length <= query.maximumHops ?? .max
        else { return [] }
        return found.prefix(Self.rankedPaths).map(\.nodes)
    }

    /// The shortest paths through a node: pairs of shortest ways there and on where two of them
    /// share nothing else, else one path with a detour.
    private func paths(
        through waypoint: NodeIndex, _ workspace: inout SearchWorkspace
    ) throws -> [[NodeIndex]] {
        if waypoint == source || waypoint == target {
            return try paths(source, target, filter, &workspace)
        }
        guard
            let one = try network.graph.shortestPath(
                from: source, to: target, through: waypoint, filter: filter, using: &workspace),
            one.length <= query.maximumHops ?? .max
        else { return [] }
        var (there, on) = (filter, filter)
        there.closedNodes.insert(target)
        on.closedNodes.insert(source)
        let befores = try paths(source, waypoint, there, &workspace).prefix(50)
        let afters = try paths(waypoint, target, on, &workspace).prefix(50)
        let joined = befores.flatMap { before in
            afters.map { before + $0.dropFirst() }.filter { Set($0).count == $0.count }
        }
        return joined.first?.count == one.nodes.count ? joined : [one.nodes]
    }
}
