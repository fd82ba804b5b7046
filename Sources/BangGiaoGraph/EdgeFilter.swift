/// Which edges a search may use, and which nodes it may not pass through.
///
/// Plain bits rather than a closure: a search asks for every edge it meets.
public struct EdgeFilter: Hashable, Sendable {
    /// The kinds of edges that may be used.
    public var tags: EdgeTagSet
    /// Nodes that a path may begin or end at, but not pass through.
    public var closedNodes: NodeSet

    /// Makes a filter; without arguments it lets everything pass.
    public init(tags: EdgeTagSet = .all, closedNodes: NodeSet = NodeSet()) {
        self.tags = tags
        self.closedNodes = closedNodes
    }
}
