import BangGiaoGraph

extension Graph {
    /// A random multigraph with loops and parallel edges of two tags.
    static func random(
        nodes: Int, edges: Int, using generator: inout some RandomNumberGenerator
    ) -> Graph {
        let list = (0..<edges).map { _ in
            Edge(
                NodeIndex(Int.random(in: 0..<nodes, using: &generator)),
                NodeIndex(Int.random(in: 0..<nodes, using: &generator)),
                tag: EdgeTag(rawValue: UInt8.random(in: 0...1, using: &generator)))
        }
        return Graph(nodeCount: nodes, edges: list)
    }

    /// Every simple path from a node to another that a filter allows, by trying all.
    func bruteForcePaths(
        from source: NodeIndex, to target: NodeIndex, filter: EdgeFilter
    ) -> [[NodeIndex]] {
        var found: Set<[NodeIndex]> = []
        func extend(_ path: [NodeIndex]) {
            guard let last = path.last else { return }
            if last == target {
                found.insert(path)
                return
            }
            if path.count > 1, filter.closedNodes.contains(last) { return }
            for edge in (0..<edgeCount).map({ self[EdgeIndex($0)] })
            where filter.tags.contains(tag: edge.tag) {
                if edge.first == last, !path.contains(edge.second) { extend(path + [edge.second]) }
                if edge.second == last, !path.contains(edge.first) { extend(path + [edge.first]) }
            }
        }
        extend([source])
        return found.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

extension EdgeFilter {
    /// Everything, one of the two tags, or some closed nodes.
    static func random(nodes: Int, using generator: inout some RandomNumberGenerator) -> EdgeFilter
    {
        var filter = EdgeFilter()
        if Bool.random(using: &generator) { filter.tags = EdgeTagSet(rawValue: 0b01) }
        if Bool.random(using: &generator) {
            filter.closedNodes = NodeSet(
                (0..<nodes).map { NodeIndex($0) }.filter { _ in
                    Int.random(in: 0..<4, using: &generator) == 0
                })
        }
        return filter
    }
}
