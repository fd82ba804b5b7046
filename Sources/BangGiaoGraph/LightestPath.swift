extension Graph {
    /// Returns a path between two nodes with the least weight.
    ///
    /// - Parameters:
    ///   - source: Where the path begins.
    ///   - target: Where it ends.
    ///   - weights: What edges and passed nodes add.
    ///   - filter: Which edges may be used and which nodes passed.
    ///   - workspace: Memory to search in.
    /// - Returns: The path, whose weight ``PathWeights/weight(of:)`` tells; nil where none exists.
    ///   Of equally light ones it is the same in each run: nearer and smaller nodes come first.
    /// - Throws: ``GraphError`` where a node or the weights are not of this graph.
    /// - Complexity: O(*m* log *m*) for the *m* edges at nodes within about half the distance of
    ///   either end, at worst O(*E* log *E*).
    /// - Note: Dijkstra, Numerische Mathematik 1 (1959), from both ends (Pohl 1971), stopped once
    ///   the two nearest unsettled nodes are together as far as the best path found (Goldberg and
    ///   Werneck, "Computing point-to-point shortest paths from external memory", 2005).
    public func lightestPath(
        from source: NodeIndex, to target: NodeIndex, weights: PathWeights,
        filter: SearchFilter = SearchFilter(), using workspace: inout SearchWorkspace
    ) throws(GraphError) -> Path? {
        try check(source)
        try check(target)
        try weights.check(self)
        guard source != target else { return Path(nodes: [source], edges: []) }
        return filter.isOpen
            ? workspace.lightest(source, target, in: self, weights: weights, gate: OpenGate())
            : workspace.lightest(
                source, target, in: self, weights: weights, gate: FilterGate(filter, of: self))
    }

    /// Returns a path between two nodes with the least weight, in memory of its own: for a single
    /// question.
    ///
    /// - Complexity: that of ``lightestPath(from:to:weights:filter:using:)``, and O(*V*) for the
    ///   memory.
    public func lightestPath(
        from source: NodeIndex, to target: NodeIndex, weights: PathWeights,
        filter: SearchFilter = SearchFilter()
    ) throws(GraphError) -> Path? {
        var workspace = SearchWorkspace()
        return try lightestPath(
            from: source, to: target, weights: weights, filter: filter, using: &workspace)
    }
}

/// The lightest path found so far: two chains and the edge between them.
private struct Meeting {
    var weight = Double.infinity
    var left = 0
    var right = 0
    var edge: UInt32 = 0
}

extension SearchWorkspace {
    fileprivate mutating func lightest(
        _ source: NodeIndex, _ target: NodeIndex, in graph: Graph, weights: PathWeights,
        gate: some Gate
    ) -> Path? {
        weightedLeft.begin(at: source.rawValue, nodeCount: graph.nodeCount)
        weightedRight.begin(at: target.rawValue, nodeCount: graph.nodeCount)
        var best = Meeting()
        while let near = weightedLeft.nextDistance(), let far = weightedRight.nextDistance(),
            near + far < best.weight
        {
            if weightedLeft.waitingCount <= weightedRight.waitingCount {
                Self.settle(
                    &weightedLeft, .left, towards: weightedRight, in: graph, weights: weights,
                    gate: gate, best: &best)
            } else {
                Self.settle(
                    &weightedRight, .right, towards: weightedLeft, in: graph, weights: weights,
                    gate: gate, best: &best)
            }
        }
        guard best.weight < .infinity else { return nil }
        let left = weightedLeft.chain(from: best.left)
        let right = weightedRight.chain(from: best.right)
        return Self.loopless(
            nodes: left.nodes.reversed() + right.nodes,
            edges: left.edges.reversed() + [best.edge] + right.edges)
    }

    /// Settles a side's nearest node: goes on along its edges, and looks where they meet the other.
    ///
    /// The penalty of a node belongs to the step that enters it on the way from source to target.
    private static func settle(
        _ ball: inout WeightedBall, _ side: SearchSide, towards other: WeightedBall,
        in graph: Graph, weights: PathWeights, gate: some Gate, best: inout Meeting
    ) {
        guard let place = ball.settle() else { return }
        let settled = ball.reached[place]
        // The source and the target are no nodes passed.
        let ownPenalty = side == .left || place == 0 ? 0 : weights.penalty(of: settled.node)
        for slot in graph.row(of: Int(settled.node)) {
            let (neighbour, edge) = (graph.rowNodes[slot], graph.rowEdges[slot])
            guard gate.admits(edge, from: settled.node, to: neighbour) else { continue }
            let distance = settled.distance + weights.edges[Int(edge)] + ownPenalty
            let met = other.place(of: neighbour)
            let isEnd = met == 0
            let entered = side == .right || isEnd ? 0 : weights.penalty(of: neighbour)
            if let met, distance + entered + other.reached[met].distance < best.weight {
                best = Meeting(
                    weight: distance + entered + other.reached[met].distance,
                    left: side == .left ? place : met, right: side == .left ? met : place,
                    edge: edge)
            }
            guard !isEnd, gate.passes(neighbour) else { continue }
            ball.reach(neighbour, from: place, by: edge, distance: distance + entered)
        }
    }

    /// Cuts loops out of a walk: where edges weigh nothing, the two chains may share nodes.
    private static func loopless(nodes: [UInt32], edges: [UInt32]) -> Path {
        var path = Path(nodes: [NodeIndex(rawValue: nodes[0])], edges: [])
        for (edge, node) in zip(edges, nodes.dropFirst()) {
            let node = NodeIndex(rawValue: node)
            if let before = path.nodes.firstIndex(of: node) {
                path.nodes.removeSubrange((before + 1)...)
                path.edges.removeSubrange(before...)
            } else {
                path.nodes.append(node)
                path.edges.append(EdgeIndex(rawValue: edge))
            }
        }
        return path
    }
}
