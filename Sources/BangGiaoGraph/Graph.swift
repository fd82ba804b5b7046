/// A frozen undirected multigraph: built once, then only searched.
///
/// Kept as compressed sparse rows: one array holds every node's neighbours side by side, sorted by
/// neighbour and then by edge, so that a search reads memory in order and two runs agree. Two nodes
/// may have many edges; a loop stands once in its node's row.
///
/// Memory: 4 bytes a node and 20 an edge; 1 more a node for tags; 1 more an edge for tags, 2 for
/// dates (4 where there are more than 65,536 distinct ones), 1 for confidences: 24 with everything.
public struct Graph: Sendable {
    /// An edge as it is given to ``init(nodeCount:edges:)``.
    public struct Edge: Hashable, Sendable {
        /// One end.
        public var first: NodeIndex
        /// The other end.
        public var second: NodeIndex
        /// What kind of edge it is.
        public var tag: EdgeTag

        /// Makes an edge.
        public init(_ first: NodeIndex, _ second: NodeIndex, tag: EdgeTag = EdgeTag(rawValue: 0)) {
            self.first = first
            self.second = second
            self.tag = tag
        }
    }

    /// The number of nodes.
    public let nodeCount: Int
    /// The number of edges.
    public let edgeCount: Int

    /// Row `n` is `rowStarts[n]..<rowStarts[n + 1]` of the next two arrays.
    let rowStarts: [UInt32]
    let rowNodes: [UInt32]
    let rowEdges: [UInt32]
    /// For each edge its place in the row of its first end: names both ends in 4 bytes.
    private let slots: [UInt32]

    let edgeTags: [EdgeTag]
    let edgeDays: DayColumn
    let edgeConfidences: [UInt8]
    let nodeTags: [NodeTag]

    /// Freezes a graph given as an array of edges.
    ///
    /// - Parameters:
    ///   - nodeCount: The number of nodes.
    ///   - edges: In the order that ``EdgeIndex`` counts.
    /// - Precondition: every end is below `nodeCount`; there are fewer than 2^30 nodes and 2^31
    ///   edges.
    /// - Complexity: O(*V* + *E*), by two counting sorts.
    public init(nodeCount: Int, edges: [Edge]) {
        do throws(GraphError) {
            try self.init(
                nodeCount: nodeCount, firsts: edges.map(\.first), seconds: edges.map(\.second),
                columns: EdgeColumns(tags: edges.map(\.tag)))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// Freezes a graph given as columns.
    ///
    /// - Parameters:
    ///   - nodeCount: The number of nodes.
    ///   - firsts: One end of each edge, in the order that ``EdgeIndex`` counts.
    ///   - seconds: The other end of each.
    ///   - columns: What else is known of the edges.
    ///   - nodeTags: What kind each node is; without the column all are of kind 0.
    /// - Throws: ``GraphError`` where an end isn't below `nodeCount`, where a column has a length
    ///   of its own, and where a confidence is above 100.
    /// - Precondition: there are fewer than 2^30 nodes and 2^31 edges.
    /// - Complexity: O(*V* + *E*), by two counting sorts.
    public init(
        nodeCount: Int, firsts: [NodeIndex], seconds: [NodeIndex],
        columns: EdgeColumns = EdgeColumns(), nodeTags: [NodeTag] = []
    ) throws(GraphError) {
        guard firsts.count == seconds.count else {
            throw .columnLength(name: "seconds", count: seconds.count, expected: firsts.count)
        }
        try columns.check(edgeCount: firsts.count)
        guard nodeTags.isEmpty || nodeTags.count == nodeCount else {
            throw .columnLength(name: "nodeTags", count: nodeTags.count, expected: nodeCount)
        }
        let rows = try GraphRows(nodeCount: nodeCount, firsts: firsts, seconds: seconds)
        self.nodeCount = nodeCount
        edgeCount = firsts.count
        rowStarts = rows.starts
        rowNodes = rows.nodes
        rowEdges = rows.edges
        slots = rows.slots
        edgeTags = columns.tags
        edgeDays = DayColumn(columns.days)
        edgeConfidences = columns.confidences
        self.nodeTags = nodeTags
    }

    /// The bytes of all arrays.
    public var byteCount: Int {
        4 * (rowStarts.count + rowNodes.count + rowEdges.count + slots.count)
            + edgeTags.count + edgeDays.byteCount + edgeConfidences.count + nodeTags.count
    }

    /// Returns an edge as it was given.
    ///
    /// - Precondition: the edge is of this graph.
    /// - Complexity: O(log *V*), as its first end is found by the place of its row.
    public subscript(edge: EdgeIndex) -> Edge {
        let slot = slots[edge.offset]
        var low = 0
        var high = nodeCount
        while low < high {
            let middle = (low + high) / 2
            if rowStarts[middle + 1] <= slot { low = middle + 1 } else { high = middle }
        }
        return Edge(NodeIndex(low), NodeIndex(rawValue: rowNodes[Int(slot)]), tag: tag(of: edge))
    }

    /// Returns the kind of an edge.
    ///
    /// - Precondition: the edge is of this graph.
    public func tag(of edge: EdgeIndex) -> EdgeTag {
        precondition(edge.offset < edgeCount, "The edge is not of this graph.")
        return edgeTags.isEmpty ? EdgeTag(rawValue: 0) : edgeTags[edge.offset]
    }

    /// Returns when an edge holds, as a half-open range of day numbers; nil without a date.
    ///
    /// - Precondition: the edge is of this graph.
    public func days(of edge: EdgeIndex) -> Range<Int32>? {
        precondition(edge.offset < edgeCount, "The edge is not of this graph.")
        guard edgeDays.count > 0 else { return nil }
        let days = edgeDays[edge.offset]
        return days.isEmpty ? nil : days
    }

    /// Returns how likely an edge is right, in percent.
    ///
    /// - Precondition: the edge is of this graph.
    public func confidence(of edge: EdgeIndex) -> UInt8 {
        precondition(edge.offset < edgeCount, "The edge is not of this graph.")
        return edgeConfidences.isEmpty ? 100 : edgeConfidences[edge.offset]
    }

    /// Returns the kind of a node.
    ///
    /// - Precondition: the node is of this graph.
    public func tag(of node: NodeIndex) -> NodeTag {
        precondition(node.offset < nodeCount, "The node is not of this graph.")
        return nodeTags.isEmpty ? NodeTag(rawValue: 0) : nodeTags[node.offset]
    }

    /// Returns the number of edges at a node; a loop counts once.
    ///
    /// - Precondition: the node is of this graph.
    public func degree(of node: NodeIndex) -> Int { row(of: node.offset).count }

    /// Returns the edges at a node with the node at their other end, sorted by it, then by edge.
    ///
    /// - Precondition: the node is of this graph.
    /// - Complexity: O(1) to get, O(degree) to walk.
    public func neighbours(
        of node: NodeIndex
    ) -> some RandomAccessCollection<(node: NodeIndex, edge: EdgeIndex)> {
        row(of: node.offset).lazy.map { slot in
            (NodeIndex(rawValue: rowNodes[slot]), EdgeIndex(rawValue: rowEdges[slot]))
        }
    }

    /// Returns every edge between two nodes, in order.
    ///
    /// - Precondition: both nodes are of this graph.
    /// - Complexity: O(log(degree) + result), by binary search in the row.
    public func edges(between first: NodeIndex, and second: NodeIndex) -> [EdgeIndex] {
        slots(from: first.rawValue, to: second.rawValue).map { EdgeIndex(rawValue: rowEdges[$0]) }
    }

    /// The slots of a node's row.
    func row(of node: Int) -> Range<Int> {
        precondition(node < nodeCount, "The node is not of this graph.")
        return Int(rowStarts[node])..<Int(rowStarts[node + 1])
    }

    /// The slots of a node's row that lead to another, found by binary search.
    func slots(from node: UInt32, to other: UInt32) -> Range<Int> {
        let row = row(of: Int(node))
        var low = row.lowerBound
        var high = row.upperBound
        while low < high {
            let middle = (low + high) / 2
            if rowNodes[middle] < other { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < row.upperBound, rowNodes[end] == other { end += 1 }
        return low..<end
    }
}
