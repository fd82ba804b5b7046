import BangGiaoGraph
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

/// The question how two entities are connected.
///
/// Paths never run through documents, and through a country only when asked to: sharing a state
/// connects nobody. A country at an end stands for its people and agencies.
public struct PathQuery: Hashable, Sendable {
    /// Where paths begin.
    public var from: EntityKey
    /// Where they end.
    public var to: EntityKey
    /// At most this many paths; the best of those with the fewest hops.
    public var limit: Int
    /// Paths with more hops aren't sought; nil for any number.
    public var maximumHops: Int?
    /// Which facts may be used; that someone is of a country only where an end is one, or where the
    /// relation is asked for by name.
    public var facts: FactFilter
    /// The kinds of entities that paths may run through; countries only when asked for.
    public var stations: Set<Entity.Kind>
    /// Whether a country at an end stands for itself alone, and not for its people and agencies.
    public var isExact: Bool

    /// Makes a question.
    public init(
        from: EntityKey, to: EntityKey, limit: Int = 1, maximumHops: Int? = nil,
        facts: FactFilter = FactFilter(), stations: Set<Entity.Kind> = [.person, .agency],
        isExact: Bool = false
    ) {
        self.from = from
        self.to = to
        self.limit = limit
        self.maximumHops = maximumHops
        self.facts = facts
        self.stations = stations
        self.isExact = isExact
    }

    /// Finds the shortest paths, the best first.
    ///
    /// Of paths with equally many hops one is better with fewer derived edges, then with fewer
    /// meetings between a person and a body (the two bodies or the two persons tell more), with
    /// fewer plans and former offices, with the more certain evidence, with more sources, and at
    /// last with smaller keys: so two runs agree.
    /// - Parameter view: The graph of the knowledge base.
    /// - Returns: At most ``limit`` paths; none where the two aren't connected.
    /// - Throws: ``QueryError`` where an end isn't in the graph.
    /// - Complexity: that of a search from both ends, and of ranking the first 2,000 shortest
    ///   paths; where there are more, the best of those is taken.
    public func paths(in view: GraphView) throws(QueryError) -> [KnownPath] {
        guard let source = view.node(from) else {
            throw QueryError(code: .unknownEntity, key: from)
        }
        guard let target = view.node(to) else {
            throw QueryError(code: .unknownEntity, key: to)
        }
        let filter = filter(of: view)
        guard let found = shortestPaths(from: source, to: target, in: view, filter: filter),
            found.length <= maximumHops ?? .max
        else { return [] }
        let ranked = found.prefix(Self.rankedPaths).map { bare in
            let path = path(along: bare.nodes, in: view, filter: filter)
            return (path: path, rank: Rank(path))
        }
        return ranked.sorted { $0.rank < $1.rank }.prefix(max(0, limit)).map(\.path)
    }

    private static let rankedPaths = 2_000

    private func shortestPaths(
        from source: NodeIndex, to target: NodeIndex, in view: GraphView, filter: SearchFilter
    ) -> ShortestPaths? {
        do throws(GraphError) {
            return try view.graph.allShortestPaths(from: source, to: target, filter: filter)
        } catch {
            preconditionFailure("A view's nodes are of its graph: \(error)")
        }
    }

    private func filter(of view: GraphView) -> SearchFilter {
        view.filter(endingAt: [from, to], facts: facts, through: stations, isExact: isExact)
    }

    private func path(
        along nodes: [NodeIndex], in view: GraphView, filter: SearchFilter
    ) -> KnownPath {
        let hops = zip(nodes, nodes.dropFirst()).map { first, second in
            KnownPath.Hop(from: first, to: second, in: view, filter: filter)
        }
        return KnownPath(entities: nodes.map { view[$0] }, hops: hops)
    }
}

extension KnownPath.Hop {
    /// The step between two neighbours of a graph, with every fact that a filter admits.
    init(from first: NodeIndex, to second: NodeIndex, in view: GraphView, filter: SearchFilter) {
        var places: Set<String> = []
        let links = view.graph.edges(between: first, and: second)
            .filter { view.graph.admits($0, filter) }
            .map { KnownPath.Link(kind: view[$0].kind, fact: view[$0].fact) }
            // An office of several terms is an edge each.
            .filter { places.insert("\($0.kind.name) \($0.fact.id)").inserted }
        self.init(from: view[first], to: view[second], links: links)
        self.links = links.map { (link: $0, rank: LinkRank($0, in: self)) }
            .sorted { $0.rank < $1.rank }.map(\.link)
    }
}

/// How good a fact is as a link; the better is the smaller.
private struct LinkRank: Comparable {
    var derived: Int
    var unlike: Int
    var notCurrent: Int
    var doubt: Double
    var sources: Int
    var lastDay: Int
    var kind: EdgeKind
    var id: String

    init(_ link: KnownPath.Link, in hop: KnownPath.Hop) {
        derived = link.kind.isDerived ? 1 : 0
        unlike = link.kind == .met && hop.from.kind != hop.to.kind ? 1 : 0
        notCurrent = link.fact.isNotCurrent ? 1 : 0
        doubt = 1 - link.fact.confidence
        sources = link.fact.sources.count
        lastDay = link.fact.dates.map(\.lastDay).max() ?? 0
        kind = link.kind
        id = link.fact.id
    }

    static func < (left: LinkRank, right: LinkRank) -> Bool {
        let (a, b) = (
            (left.derived, left.unlike, left.notCurrent, left.doubt),
            (right.derived, right.unlike, right.notCurrent, right.doubt)
        )
        if a != b { return a < b }
        if left.sources != right.sources { return left.sources > right.sources }
        if left.lastDay != right.lastDay { return left.lastDay > right.lastDay }
        if left.kind != right.kind { return left.kind < right.kind }
        return precedes(left.id, right.id)
    }
}

/// How good a path is, by the best link of each hop; the better is the smaller.
private struct Rank: Comparable {
    var derived = 0
    var unlike = 0
    var notCurrent = 0
    var doubt = 0.0
    var sources = 0
    var keys: [EntityKey]

    init(_ path: KnownPath) {
        keys = path.entities.map(\.key)
        for hop in path.hops {
            guard let link = hop.links.first else { continue }
            let rank = LinkRank(link, in: hop)
            derived += rank.derived
            unlike += rank.unlike
            notCurrent += rank.notCurrent
            doubt = max(doubt, rank.doubt)
            sources += hop.links.reduce(0) { $0 + $1.fact.sources.count }
        }
    }

    static func < (left: Rank, right: Rank) -> Bool {
        let (a, b) = (
            (left.derived, left.unlike, left.notCurrent, left.doubt),
            (right.derived, right.unlike, right.notCurrent, right.doubt)
        )
        if a != b { return a < b }
        if left.sources != right.sources { return left.sources > right.sources }
        return left.keys.lexicographicallyPrecedes(right.keys)
    }
}
