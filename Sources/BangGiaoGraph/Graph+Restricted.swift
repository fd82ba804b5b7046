extension Graph {
    /// Returns the graph of the edges that a filter admits and whose ends both may be passed: to
    /// rank nodes or to find communities by some kinds of edges, or in a span of time.
    ///
    /// - Returns: A graph with the same nodes, and for each of its edges the edge that it was.
    /// - Complexity: O(*V* + *E* log *V*).
    public func restricted(to filter: SearchFilter) -> (graph: Graph, edges: [EdgeIndex]) {
        let gate = FilterGate(filter, of: self)
        var kept: [EdgeIndex] = []
        var firsts: [NodeIndex] = []
        var seconds: [NodeIndex] = []
        for edge in (0..<edgeCount).map({ EdgeIndex($0) }) {
            let (first, second) = (self[edge].first, self[edge].second)
            guard
                gate.admits(edge.rawValue, from: first.rawValue, to: second.rawValue),
                gate.passes(first.rawValue), gate.passes(second.rawValue)
            else { continue }
            kept.append(edge)
            firsts.append(first)
            seconds.append(second)
        }
        let columns = EdgeColumns(
            tags: edgeTags.isEmpty ? [] : kept.map { edgeTags[$0.offset] },
            days: edgeDays.count == 0 ? [] : kept.map { edgeDays[$0.offset] },
            confidences: edgeConfidences.isEmpty ? [] : kept.map { edgeConfidences[$0.offset] })
        do throws(GraphError) {
            let graph = try Graph(
                nodeCount: nodeCount, firsts: firsts, seconds: seconds, columns: columns,
                nodeTags: nodeTags)
            return (graph, kept)
        } catch {
            preconditionFailure("A part of a graph is a graph: \(error)")
        }
    }
}
