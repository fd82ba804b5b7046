/// What a weighted path costs: a weight for each edge, and a penalty for each node passed.
///
/// Weights are computed once and then read by every search: a caller makes them of how sure, how
/// recent and how well proven an edge is. A penalty of, say, the logarithm of its degree keeps paths
/// from running through a hub that everybody knows.
public struct PathWeights: Hashable, Sendable {
    /// For each edge what it adds to a path.
    public let edges: [Double]
    /// For each node what it adds to a path that passes through it, and neither begins nor ends
    /// there; empty where nodes add nothing.
    public let nodes: [Double]

    /// Makes weights of arrays.
    ///
    /// - Throws: ``GraphError`` where an array is of another length than the graph, and where a
    ///   number is negative, infinite or no number.
    /// - Complexity: O(*V* + *E*).
    public init(of graph: Graph, edges: [Double], nodes: [Double] = []) throws(GraphError) {
        guard edges.count == graph.edgeCount else {
            throw .columnLength(name: "edges", count: edges.count, expected: graph.edgeCount)
        }
        guard nodes.isEmpty || nodes.count == graph.nodeCount else {
            throw .columnLength(name: "nodes", count: nodes.count, expected: graph.nodeCount)
        }
        for (number, weight) in edges.enumerated() where !(weight >= 0 && weight.isFinite) {
            throw .weightOutOfRange(weight, of: EdgeIndex(number))
        }
        for (number, penalty) in nodes.enumerated() where !(penalty >= 0 && penalty.isFinite) {
            throw .penaltyOutOfRange(penalty, of: NodeIndex(number))
        }
        self.edges = edges
        self.nodes = nodes
    }

    /// Makes weights by asking for each edge and each node once.
    ///
    /// - Throws: ``GraphError`` where a number is negative, infinite or no number.
    /// - Complexity: O(*V* + *E*) calls.
    @inlinable
    public init(
        of graph: Graph, edge: (EdgeIndex) -> Double, node: (NodeIndex) -> Double = { _ in 0 }
    ) throws(GraphError) {
        try self.init(
            of: graph, edges: (0..<graph.edgeCount).map { edge(EdgeIndex($0)) },
            nodes: (0..<graph.nodeCount).map { node(NodeIndex($0)) })
    }

    /// What a path costs, added up from its first edge on.
    public func weight(of path: Path) -> Double {
        var sum = 0.0
        for (place, edge) in path.edges.enumerated() {
            sum += edges[edge.offset]
            if place + 1 < path.edges.count { sum += penalty(of: path.nodes[place + 1].rawValue) }
        }
        return sum
    }

    @inline(__always)
    func penalty(of node: UInt32) -> Double { nodes.isEmpty ? 0 : nodes[Int(node)] }

    /// Checks that the weights were made for a graph of this size.
    func check(_ graph: Graph) throws(GraphError) {
        guard edges.count == graph.edgeCount, nodes.isEmpty || nodes.count == graph.nodeCount else {
            throw .foreignWeights(edges: edges.count, expected: graph.edgeCount)
        }
    }
}
