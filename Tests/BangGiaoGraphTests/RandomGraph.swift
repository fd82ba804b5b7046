import BangGiaoGraph

extension Graph {
    /// A random multigraph with loops and parallel edges, two tags of edges and two of nodes, with
    /// dates of some edges, and with confidences.
    static func random(
        nodes: Int, edges: Int, using generator: inout some RandomNumberGenerator
    ) throws -> Graph {
        func ends() -> [NodeIndex] {
            (0..<edges).map { _ in NodeIndex(Int.random(in: 0..<nodes, using: &generator)) }
        }
        let columns = EdgeColumns(
            tags: (0..<edges).map { _ in
                EdgeTag(rawValue: UInt8.random(in: 0...1, using: &generator))
            },
            days: (0..<edges).map { _ in
                let day = Int32.random(in: 0..<6, using: &generator)
                return day..<(day + Int32.random(in: 0...3, using: &generator))
            },
            confidences: (0..<edges).map { _ in UInt8.random(in: 60...100, using: &generator) })
        return try Graph(
            nodeCount: nodes, firsts: ends(), seconds: ends(), columns: columns,
            nodeTags: (0..<nodes).map { _ in
                NodeTag(rawValue: UInt8.random(in: 0...1, using: &generator))
            })
    }

    /// Every edge.
    var allEdges: [(index: EdgeIndex, edge: Edge)] {
        (0..<edgeCount).map { (EdgeIndex($0), self[EdgeIndex($0)]) }
    }

    /// Whether a filter lets an edge be used, by the words of its documentation.
    func admits(_ edge: EdgeIndex, by filter: SearchFilter) -> Bool {
        guard filter.tags.contains(tag: tag(of: edge)),
            confidence(of: edge) >= filter.minimumConfidence
        else { return false }
        guard let asked = filter.days else { return true }
        guard let held = days(of: edge) else { return filter.admitsUndated }
        return asked.contains { held.contains($0) }
    }

    /// Whether a filter lets a path run through a node.
    func passes(_ node: NodeIndex, by filter: SearchFilter) -> Bool {
        !filter.closedNodes.contains(node) && filter.nodeTags.contains(tag: tag(of: node))
    }

    /// Every simple path from a node to another that a filter allows, by trying all; shortest
    /// first, then by nodes.
    func bruteForcePaths(
        from source: NodeIndex, to target: NodeIndex, filter: SearchFilter = SearchFilter()
    ) -> [[NodeIndex]] {
        let steps = stepTable(filter: filter)
        var found: [[NodeIndex]] = []
        func extend(_ path: [NodeIndex]) {
            guard let last = path.last else { return }
            if last == target {
                found.append(path)
                return
            }
            if path.count > 1, !passes(last, by: filter) { return }
            for next in steps[last.offset] where !path.contains(next) { extend(path + [next]) }
        }
        extend([source])
        return found.sorted {
            $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
        }
    }

    /// For each node the nodes that an edge the filter admits leads to, ascending.
    func stepTable(filter: SearchFilter = SearchFilter()) -> [[NodeIndex]] {
        var steps = [Set<NodeIndex>](repeating: [], count: nodeCount)
        for (index, edge) in allEdges where admits(index, by: filter) {
            steps[edge.first.offset].insert(edge.second)
            steps[edge.second.offset].insert(edge.first)
        }
        return steps.map { $0.sorted() }
    }

    /// The path along nodes with the first edges that a filter admits.
    func path(along nodes: [NodeIndex], filter: SearchFilter = SearchFilter()) -> Path {
        let edges = zip(nodes, nodes.dropFirst()).compactMap { from, to in
            allEdges.first { index, edge in
                admits(index, by: filter)
                    && (edge.first == from && edge.second == to
                        || edge.first == to && edge.second == from)
            }?.index
        }
        return Path(nodes: nodes, edges: edges)
    }
}

extension SearchFilter {
    /// Each rule of a filter, or none of it.
    static func random(
        nodes: Int, using generator: inout some RandomNumberGenerator
    ) -> SearchFilter {
        var filter = SearchFilter()
        if Bool.random(using: &generator) { filter.tags = EdgeTagSet(rawValue: 0b01) }
        if Int.random(in: 0..<3, using: &generator) == 0 {
            filter.nodeTags = NodeTagSet(rawValue: 0b10)
        }
        if Bool.random(using: &generator) {
            filter.closedNodes = NodeSet(
                (0..<nodes).map { NodeIndex($0) }.filter { _ in
                    Int.random(in: 0..<4, using: &generator) == 0
                })
        }
        if Int.random(in: 0..<3, using: &generator) == 0 {
            let day = Int32.random(in: 0..<6, using: &generator)
            filter.days = day..<(day + 3)
            filter.admitsUndated = Bool.random(using: &generator)
        }
        if Int.random(in: 0..<3, using: &generator) == 0 { filter.minimumConfidence = 75 }
        return filter
    }
}
