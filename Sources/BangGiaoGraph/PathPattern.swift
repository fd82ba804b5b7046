/// What each hop of a path must be like, from its source on.
public struct PathPattern: Hashable, Sendable {
    /// A step of a path.
    public struct Hop: Hashable, Sendable {
        /// The kinds of edges that it may use.
        public var edges: EdgeTagSet
        /// The kinds of nodes that it may reach.
        public var nodes: NodeTagSet

        /// Makes a hop; without arguments any will do.
        public init(edges: EdgeTagSet = .all, nodes: NodeTagSet = .all) {
            self.edges = edges
            self.nodes = nodes
        }
    }

    /// The hops, as many as a path has edges.
    public var hops: [Hop]

    /// Makes a pattern.
    public init(_ hops: [Hop]) { self.hops = hops }
}

/// The loopless paths that match a pattern, in ascending order of their nodes, each made only when
/// it is asked for.
public struct PatternPaths: Sequence, Sendable {
    private let paths: PathLayers

    fileprivate init(_ paths: PathLayers) { self.paths = paths }

    /// Makes an iterator over the paths.
    ///
    /// - Complexity: every step leads on to the target, but it may lead back to a node passed
    ///   already; then others are tried, at worst exponentially many in the number of hops.
    public func makeIterator() -> Iterator { Iterator(paths) }

    /// Gives the paths one by one.
    public struct Iterator: IteratorProtocol, Sendable {
        private var ways: PathLayersIterator

        fileprivate init(_ paths: PathLayers) { ways = PathLayersIterator(paths, mayReturn: true) }

        /// Returns the next path in ascending order of nodes, or nil after the last.
        public mutating func next() -> Path? { ways.next() }
    }
}

extension Graph {
    /// Finds the loopless paths between two nodes whose hops are as a pattern says.
    ///
    /// - Parameters:
    ///   - source: Where the paths begin.
    ///   - target: Where they end; its kind must be one that the last hop may reach.
    ///   - pattern: The hops, as many as each path has.
    ///   - filter: Which edges may be used at all and which nodes passed.
    /// - Returns: The paths; an empty sequence where there is none.
    /// - Throws: ``GraphError/unknownNode(_:)``.
    /// - Complexity: O(*m* log *m*) time and O(*m*) space for the *m* edges at nodes that half the
    ///   hops reach from either end.
    /// - Note: The product of the graph with an automaton of one state a hop (Mendelzon and Wood,
    ///   "Finding regular simple paths in graph databases", SIAM Journal on Computing 24, 1995).
    public func paths(
        from source: NodeIndex, to target: NodeIndex, matching pattern: PathPattern,
        filter: SearchFilter = SearchFilter()
    ) throws(GraphError) -> PatternPaths {
        try check(source)
        try check(target)
        let gate = FilterGate(filter, of: self)
        var search = PatternSearch(
            graph: self, gate: gate, hops: pattern.hops, source: source.rawValue,
            target: target.rawValue)
        return PatternPaths(search.layers())
    }
}

/// Grows layers from both ends towards each other, and keeps the steps that lead all the way.
private struct PatternSearch {
    let graph: Graph
    let gate: FilterGate
    let hops: [PathPattern.Hop]
    let source: UInt32
    let target: UInt32

    mutating func layers() -> PathLayers {
        let last = hops.last?.nodes ?? .all
        var front: Set = [source]
        var back: Set =
            last.contains(tag: graph.tag(of: NodeIndex(rawValue: target)))
            ? [target] : []
        var gaps = [[LayerStep]](repeating: [], count: hops.count)
        var (from, to) = (0, hops.count)
        while from < to {
            if work(front) <= work(back) {
                gaps[from] = steps(from: front, hop: from)
                front = Set(gaps[from].map(\.to))
                from += 1
            } else {
                to -= 1
                gaps[to] = steps(to: back, hop: to)
                back = Set(gaps[to].map(\.from))
            }
        }
        let middle = front.intersection(back)
        var kept = middle
        for gap in (0..<from).reversed() {
            gaps[gap].removeAll { !kept.contains($0.to) }
            kept = Set(gaps[gap].map(\.from))
        }
        kept = middle
        for gap in to..<hops.count {
            gaps[gap].removeAll { !kept.contains($0.from) }
            kept = Set(gaps[gap].map(\.to))
        }
        let isOpen = from == 0 ? !middle.isEmpty : !gaps[0].isEmpty
        return PathLayers(first: isOpen ? [source] : [], gaps: gaps)
    }

    private func work(_ layer: Set<UInt32>) -> Int {
        layer.reduce(0) { $0 + 1 + graph.row(of: Int($1)).count }
    }

    /// The steps of a hop from some nodes.
    private func steps(from nodes: Set<UInt32>, hop: Int) -> [LayerStep] {
        nodes.flatMap { node in
            graph.row(of: Int(node)).compactMap { slot in
                let (next, edge) = (graph.rowNodes[slot], graph.rowEdges[slot])
                return admits(edge, from: node, to: next, hop: hop)
                    && mayStand(next, after: hop + 1)
                    ? LayerStep(from: node, to: next, edge: edge) : nil
            }
        }
    }

    /// The steps of a hop to some nodes.
    private func steps(to nodes: Set<UInt32>, hop: Int) -> [LayerStep] {
        nodes.flatMap { node in
            graph.row(of: Int(node)).compactMap { slot in
                let (before, edge) = (graph.rowNodes[slot], graph.rowEdges[slot])
                return admits(edge, from: before, to: node, hop: hop)
                    && mayStand(before, after: hop)
                    ? LayerStep(from: before, to: node, edge: edge) : nil
            }
        }
    }

    private func admits(_ edge: UInt32, from: UInt32, to: UInt32, hop: Int) -> Bool {
        gate.admits(edge, from: from, to: to)
            && hops[hop].edges.contains(tag: graph.tag(of: EdgeIndex(rawValue: edge)))
    }

    /// Whether a node may stand in a path after some hops.
    private func mayStand(_ node: UInt32, after hops: Int) -> Bool {
        if hops == 0 { return node == source }
        let tag = graph.tag(of: NodeIndex(rawValue: node))
        guard self.hops[hops - 1].nodes.contains(tag: tag) else { return false }
        if hops == self.hops.count { return node == target }
        return node != source && node != target && gate.passes(node)
    }
}
