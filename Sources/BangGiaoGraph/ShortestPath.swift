extension Graph {
    /// Returns a shortest path between two nodes; of several the smallest by its nodes.
    ///
    /// - Parameters:
    ///   - source: Where the path begins.
    ///   - target: Where it ends.
    ///   - filter: Which edges may be used and which nodes passed.
    ///   - workspace: Memory to search in.
    /// - Returns: The path, a node alone where both are the same; nil where none exists.
    /// - Throws: ``GraphError/unknownNode(_:)``.
    /// - Complexity: O(edges within about half the distance of either end), at worst O(*V* + *E*).
    /// - Note: Pohl, "Bi-directional search", Machine Intelligence 6 (1971). The frontier of the
    ///   source is in the order of the smallest paths to it, as it is grown in that order and rows
    ///   are ascending; so the first of it that meets the other ball begins the smallest path.
    public func shortestPath(
        from source: NodeIndex, to target: NodeIndex, filter: SearchFilter = SearchFilter(),
        using workspace: inout SearchWorkspace
    ) throws(GraphError) -> Path? {
        try check(source)
        try check(target)
        return filter.isOpen
            ? smallestPath(source, target, gate: OpenGate(), &workspace)
            : smallestPath(source, target, gate: FilterGate(filter, of: self), &workspace)
    }

    /// Returns a shortest path between two nodes, in memory of its own: for a single question.
    ///
    /// - Complexity: that of ``shortestPath(from:to:filter:using:)``, and O(*V*) for the memory.
    public func shortestPath(
        from source: NodeIndex, to target: NodeIndex, filter: SearchFilter = SearchFilter()
    ) throws(GraphError) -> Path? {
        var workspace = SearchWorkspace()
        return try shortestPath(from: source, to: target, filter: filter, using: &workspace)
    }

    private func smallestPath(
        _ source: NodeIndex, _ target: NodeIndex, gate: some Gate,
        _ workspace: inout SearchWorkspace
    ) -> Path? {
        guard source != target else { return Path(nodes: [source], edges: []) }
        workspace.begin(nodeCount: nodeCount)
        let (source, target) = (source.rawValue, target.rawValue)
        let outcome = workspace.meet(source, target, in: self, gate: gate)
        guard case .met(let side, let place) = outcome else { return nil }
        return path(
            along: workspace.smallestPath(met: side, at: place, in: self, gate: gate), gate: gate)
    }

    /// Finds the edges between nodes: of parallel ones the first that may be used.
    func path(along nodes: [UInt32], gate: some Gate) -> Path {
        let edges = zip(nodes, nodes.dropFirst()).map { from, to in
            guard let edge = firstEdge(from: from, to: to, gate: gate) else {
                preconditionFailure("A path runs along edges.")
            }
            return edge
        }
        return Path(nodes: nodes.map { NodeIndex(rawValue: $0) }, edges: edges)
    }

    /// The first edge that may be used from a node to another.
    func firstEdge(from node: UInt32, to other: UInt32, gate: some Gate) -> EdgeIndex? {
        let flipped = degree(of: NodeIndex(rawValue: other)) < degree(of: NodeIndex(rawValue: node))
        return slots(from: flipped ? other : node, to: flipped ? node : other)
            .first { gate.admits(rowEdges[$0], from: node, to: other) }
            .map { EdgeIndex(rawValue: rowEdges[$0]) }
    }
}

extension SearchWorkspace {
    /// Returns the nodes of the smallest shortest path, once the two balls have met.
    func smallestPath(
        met side: SearchSide, at place: Int, in graph: Graph, gate: some Gate
    ) -> [UInt32] {
        var (first, second) = (Int.max, UInt32.max)
        // On the left the first place that meets is the smallest; on the right all must be seen.
        let places = side == .left ? place..<place + 1 : place..<right.frontier.upperBound
        visitCrossings(from: side, places, in: graph, gate: gate) { place, other, slot in
            let crossing =
                side == .left
                ? (place, graph.rowNodes[slot]) : (other, right.nodes[place])
            if crossing < (first, second) { (first, second) = crossing }
        }
        var path = Array(left.chain(from: first).reversed())
        path.append(second)
        for distance in (0..<right.radius).reversed() {
            second = smallestStep(from: second, downTo: distance, in: graph, gate: gate)
            path.append(second)
        }
        return path
    }

    /// Returns the smallest neighbour of a node on a level of the right ball.
    private func smallestStep(
        from node: UInt32, downTo distance: Int, in graph: Graph, gate: some Gate
    ) -> UInt32 {
        let level = right.level(distance)
        let row = graph.row(of: Int(node))
        // A hub's row is long, the level before it may be short.
        if level.count * (Int.bitWidth - row.count.leadingZeroBitCount) < row.count {
            let step = right.nodes[level].lazy
                .filter { graph.firstEdge(from: node, to: $0, gate: gate) != nil }.min()
            if let step { return step }
        }
        for slot in row {
            let neighbour = graph.rowNodes[slot]
            if let found = place(of: neighbour), found.side == .right, level.contains(found.place),
                gate.admits(graph.rowEdges[slot], from: node, to: neighbour)
            {
                return neighbour
            }
        }
        preconditionFailure("A node of a ball has a neighbour one level further in.")
    }
}
