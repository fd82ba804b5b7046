/// A way through a graph that visits no node twice.
public struct Path: Hashable, Sendable {
    /// The nodes passed, from the one end to the other; one alone where both are the same.
    public var nodes: [NodeIndex]
    /// The edges between them, one fewer than nodes. Of parallel edges the first that may be used
    /// stands here; of weighted ones the lightest.
    public var edges: [EdgeIndex]

    /// Makes a path.
    ///
    /// - Precondition: there is one node more than edges.
    public init(nodes: [NodeIndex], edges: [EdgeIndex]) {
        precondition(nodes.count == edges.count + 1, "A path has one node more than edges.")
        self.nodes = nodes
        self.edges = edges
    }

    /// The number of edges.
    public var length: Int { edges.count }
}
