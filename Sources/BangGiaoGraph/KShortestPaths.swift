extension Graph {
    /// Returns the shortest loopless paths between two nodes.
    ///
    /// - Parameters:
    ///   - source: Where the paths begin.
    ///   - target: Where they end.
    ///   - limit: At most this many paths; 0 gives none.
    ///   - maximumLength: Paths with more edges aren't sought.
    ///   - filter: Which edges may be used and which nodes passed.
    ///   - workspace: Memory to search in.
    /// - Returns: Paths by ascending number of edges, then by their nodes; a path is its nodes, so
    ///   parallel edges make one.
    /// - Throws: ``GraphError/unknownNode(_:)``.
    /// - Complexity: at most 2 searches from both ends for each node of each path found, of which
    ///   each may cost O(*V* + *E*); most are put off for ever, as what they would find is known to
    ///   come later. O(*limit* · length²) space beside the workspace.
    /// - Note: Yen, "Finding the k shortest loopless paths in a network", Management Science 17
    ///   (1971); each set of paths is split once (Lawler, Management Science 18, 1972), and searched
    ///   only when the least that it can hold is the least of all.
    public func kShortestPaths(
        from source: NodeIndex, to target: NodeIndex, limit: Int, maximumLength: Int = .max,
        filter: SearchFilter = SearchFilter(), using workspace: inout SearchWorkspace
    ) throws(GraphError) -> [Path] {
        try check(source)
        try check(target)
        guard source != target else {
            return limit > 0 ? [Path(nodes: [source], edges: [])] : []
        }
        var ranking = PathRanking(
            source: source.rawValue, target: target.rawValue, maximumLength: maximumLength)
        return filter.isOpen
            ? ranking.paths(limit, in: self, gate: OpenGate(), &workspace)
            : ranking.paths(limit, in: self, gate: FilterGate(filter, of: self), &workspace)
    }

    /// Returns the shortest loopless paths between two nodes, in memory of its own: for a single
    /// question.
    ///
    /// - Complexity: that of ``kShortestPaths(from:to:limit:maximumLength:filter:using:)``, and
    ///   O(*V*) for the memory.
    public func kShortestPaths(
        from source: NodeIndex, to target: NodeIndex, limit: Int, maximumLength: Int = .max,
        filter: SearchFilter = SearchFilter()
    ) throws(GraphError) -> [Path] {
        var workspace = SearchWorkspace()
        return try kShortestPaths(
            from: source, to: target, limit: limit, maximumLength: maximumLength, filter: filter,
            using: &workspace)
    }
}

/// The paths between two nodes, split into sets: a set has the paths that begin with a root and
/// don't go on to certain nodes.
private struct PathRanking {
    /// A set of paths with its least path, or with something that comes before all of them.
    private struct Candidate: Comparable {
        /// What is known of the least path of the set.
        enum Knowledge { case atLeast, longer, exact }

        /// The number of edges of the least path, or a lower bound.
        var length: Int
        /// The nodes of the least path, or nodes that come before its own.
        var nodes: [UInt32]
        var knowledge: Knowledge
        /// How many nodes all paths of the set begin with.
        var rootCount: Int
        /// Where they don't go on to from there.
        var excluded: [UInt32]

        static func < (left: Candidate, right: Candidate) -> Bool {
            left.length == right.length
                ? left.nodes.lexicographicallyPrecedes(right.nodes) : left.length < right.length
        }

        static func == (left: Candidate, right: Candidate) -> Bool {
            left.length == right.length && left.nodes == right.nodes
        }
    }

    private let target: UInt32
    private let maximumLength: Int
    private var candidates = MinimumHeap<Candidate>()

    init(source: UInt32, target: UInt32, maximumLength: Int) {
        self.target = target
        self.maximumLength = maximumLength
        candidates.insert(
            Candidate(
                length: 1, nodes: [source], knowledge: .longer, rootCount: 1, excluded: []))
    }

    mutating func paths(
        _ limit: Int, in graph: Graph, gate: some Gate, _ workspace: inout SearchWorkspace
    ) -> [Path] {
        var paths: [Path] = []
        while paths.count < limit, let candidate = candidates.popMinimum(),
            candidate.length <= maximumLength
        {
            if candidate.knowledge == .exact {
                paths.append(graph.path(along: candidate.nodes, gate: gate))
                split(candidate)
            } else {
                search(candidate, in: graph, gate: gate, &workspace)
            }
        }
        return paths
    }

    /// Splits what is left of a set after its least path by the node where paths leave that one.
    private mutating func split(_ found: Candidate) {
        for rootCount in found.rootCount..<found.nodes.count {
            let next = found.nodes[rootCount]
            let root = found.nodes[..<rootCount]
            candidates.insert(
                Candidate(
                    // What is as long comes later by its nodes: so it goes on to a greater node.
                    length: found.length, nodes: root + [next + 1], knowledge: .atLeast,
                    rootCount: rootCount,
                    excluded: rootCount == found.rootCount ? found.excluded + [next] : [next]))
        }
    }

    /// Finds the least path of a set: at first only if it is as short as it can be, as to look
    /// further is dear, and seldom asked for.
    private mutating func search(
        _ candidate: Candidate, in graph: Graph, gate: some Gate,
        _ workspace: inout SearchWorkspace
    ) {
        let root = candidate.nodes.prefix(candidate.rootCount)
        guard let spur = root.last else { return }
        workspace.begin(nodeCount: graph.nodeCount)
        for node in root.dropLast() { workspace.block(node) }
        let gate = SpurGate(gate: gate, spur: spur, excluded: candidate.excluded)
        let length = candidate.knowledge == .atLeast ? candidate.length : maximumLength
        var candidate = candidate
        switch workspace.meet(
            spur, target, in: graph, gate: gate, limit: length - root.count + 1)
        {
        case .apart:
            return
        case .beyondLimit:
            candidate.length += 1
            candidate.nodes = Array(root)
            candidate.knowledge = .longer
        case .met(let side, let place):
            candidate.nodes =
                root.dropLast()
                + workspace.smallestPath(met: side, at: place, in: graph, gate: gate)
            candidate.length = candidate.nodes.count - 1
            candidate.knowledge = .exact
        }
        candidates.insert(candidate)
    }
}

/// A gate that lets no path go from one node straight to some others.
private struct SpurGate<Inner: Gate>: Gate {
    let gate: Inner
    let spur: UInt32
    let excluded: [UInt32]

    @inline(__always)
    func admits(_ edge: UInt32, from: UInt32, to: UInt32) -> Bool {
        if from == spur && excluded.contains(to) || to == spur && excluded.contains(from) {
            return false
        }
        return gate.admits(edge, from: from, to: to)
    }

    @inline(__always)
    func passes(_ node: UInt32) -> Bool { gate.passes(node) }
}
