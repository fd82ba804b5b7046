extension Graph {
    /// Returns the nodes within some hops of a node, with their distances.
    ///
    /// - Parameters:
    ///   - center: Where to begin.
    ///   - hops: How many edges away a node may be; 0 gives the node alone.
    ///   - filter: Which edges may be used; a node that may not be passed is reached all the same.
    ///   - workspace: Memory to search in.
    /// - Returns: The nodes by distance, then by index.
    /// - Throws: ``GraphError/unknownNode(_:)``.
    /// - Complexity: O(edges within *hops* − 1, and the sorting of each level).
    /// - Note: Moore, "The shortest path through a maze" (1959), one level a hop.
    public func neighbourhood(
        of center: NodeIndex, hops: Int, filter: SearchFilter = SearchFilter(),
        using workspace: inout SearchWorkspace
    ) throws(GraphError) -> [(node: NodeIndex, distance: Int)] {
        try check(center)
        workspace.begin(nodeCount: nodeCount)
        return filter.isOpen
            ? workspace.levels(of: center, count: hops, in: self, gate: OpenGate())
            : workspace.levels(
                of: center, count: hops, in: self, gate: FilterGate(filter, of: self))
    }

    /// Returns the nodes within some hops of a node, in memory of its own: for a single question.
    ///
    /// - Complexity: that of ``neighbourhood(of:hops:filter:using:)``, and O(*V*) for the memory.
    public func neighbourhood(
        of center: NodeIndex, hops: Int, filter: SearchFilter = SearchFilter()
    ) throws(GraphError) -> [(node: NodeIndex, distance: Int)] {
        var workspace = SearchWorkspace()
        return try neighbourhood(of: center, hops: hops, filter: filter, using: &workspace)
    }
}

extension SearchWorkspace {
    /// Grows a single ball, sorting each level.
    fileprivate mutating func levels(
        of center: NodeIndex, count: Int, in graph: Graph, gate: some Gate
    ) -> [(node: NodeIndex, distance: Int)] {
        place(center: center.rawValue, on: .left)
        while left.radius < count, !left.frontier.isEmpty {
            for place in left.frontier {
                let node = left.nodes[place]
                left.beginChildren()
                guard place == 0 || gate.passes(node) else { continue }
                for slot in graph.row(of: Int(node)) {
                    let neighbour = graph.rowNodes[slot]
                    guard cells[Int(neighbour)] < base,
                        gate.admits(graph.rowEdges[slot], from: node, to: neighbour)
                    else { continue }
                    reach(neighbour)
                }
            }
            left.closeLevel()
        }
        return (0...left.radius).flatMap { distance in
            left.nodes[left.level(distance)].sorted().map {
                (NodeIndex(rawValue: $0), distance)
            }
        }
    }
}
