/// A frozen undirected multigraph: built once, then only searched.
///
/// Kept as compressed sparse rows: one array holds every node's neighbours side by side, sorted by
/// neighbour and then by edge, so that a search reads memory in order and two runs agree. Two nodes
/// may have many edges; a loop stands once in its node's row.
///
/// Memory: 4 bytes a node and 25 bytes an edge.
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

    /// Row `n` is `rowStarts[n]..<rowStarts[n + 1]` of the next two arrays.
    let rowStarts: [UInt32]
    let rowNodes: [UInt32]
    let rowEdges: [UInt32]
    let tags: [UInt8]
    private let firsts: [UInt32]
    private let seconds: [UInt32]

    /// Freezes a graph.
    ///
    /// - Parameters:
    ///   - nodeCount: The number of nodes.
    ///   - edges: In the order that ``EdgeIndex`` counts.
    /// - Precondition: every end is below `nodeCount`; there are fewer than 2^31 nodes and edges.
    /// - Complexity: O(*V* + *E*), by two counting sorts.
    public init(nodeCount: Int, edges: [Edge]) {
        precondition(
            nodeCount >= 0 && nodeCount < Int(Int32.max) && edges.count < Int(Int32.max),
            "A graph holds fewer than 2^31 nodes and edges.")
        var starts = [UInt32](repeating: 0, count: nodeCount + 1)
        for edge in edges {
            precondition(
                edge.first.offset < nodeCount && edge.second.offset < nodeCount,
                "An edge joins nodes of its graph.")
            starts[edge.first.offset + 1] += 1
            if edge.first != edge.second { starts[edge.second.offset + 1] += 1 }
        }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        let rows = Self.rows(of: edges, starts: starts)
        self.nodeCount = nodeCount
        rowStarts = starts
        (rowNodes, rowEdges) = Self.transpose(rows, starts: starts)
        tags = edges.map(\.tag.rawValue)
        firsts = edges.map(\.first.rawValue)
        seconds = edges.map(\.second.rawValue)
    }

    /// Puts every edge into the rows of its ends, in the order of edges.
    private static func rows(
        of edges: [Edge], starts: [UInt32]
    ) -> (nodes: [UInt32], edges: [UInt32]) {
        let slotCount = Int(starts[starts.count - 1])
        var nodes = [UInt32](repeating: 0, count: slotCount)
        var numbers = [UInt32](repeating: 0, count: slotCount)
        var next = starts
        for (number, edge) in edges.enumerated() {
            let slot = Int(next[edge.first.offset])
            nodes[slot] = edge.second.rawValue
            numbers[slot] = UInt32(number)
            next[edge.first.offset] += 1
            if edge.first == edge.second { continue }
            let other = Int(next[edge.second.offset])
            nodes[other] = edge.first.rawValue
            numbers[other] = UInt32(number)
            next[edge.second.offset] += 1
        }
        return (nodes, numbers)
    }

    /// Writes the transpose row by row. An undirected graph is its own transpose, but now every row
    /// is sorted by neighbour.
    private static func transpose(
        _ rows: (nodes: [UInt32], edges: [UInt32]), starts: [UInt32]
    ) -> (nodes: [UInt32], edges: [UInt32]) {
        var nodes = rows.nodes
        var numbers = rows.edges
        var next = starts
        for node in 0..<(starts.count - 1) {
            for slot in Int(starts[node])..<Int(starts[node + 1]) {
                let row = Int(rows.nodes[slot])
                let target = Int(next[row])
                nodes[target] = UInt32(node)
                numbers[target] = rows.edges[slot]
                next[row] += 1
            }
        }
        return (nodes, numbers)
    }

    /// The number of edges.
    public var edgeCount: Int { tags.count }

    /// Returns an edge as it was given.
    public subscript(edge: EdgeIndex) -> Edge {
        Edge(
            NodeIndex(rawValue: firsts[edge.offset]), NodeIndex(rawValue: seconds[edge.offset]),
            tag: EdgeTag(rawValue: tags[edge.offset]))
    }

    /// Returns the number of edges at a node; a loop counts once.
    public func degree(of node: NodeIndex) -> Int { row(of: node.offset).count }

    /// Returns the edges at a node with the node at their other end, sorted by it, then by edge.
    ///
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
    /// - Complexity: O(log(degree) + result), by binary search in the row.
    public func edges(between first: NodeIndex, and second: NodeIndex) -> [EdgeIndex] {
        let row = row(of: first.offset)
        var low = row.lowerBound
        var high = row.upperBound
        while low < high {
            let middle = (low + high) / 2
            if rowNodes[middle] < second.rawValue { low = middle + 1 } else { high = middle }
        }
        var result: [EdgeIndex] = []
        while low < row.upperBound, rowNodes[low] == second.rawValue {
            result.append(EdgeIndex(rawValue: rowEdges[low]))
            low += 1
        }
        return result
    }

    /// The slots of a node's row.
    func row(of node: Int) -> Range<Int> {
        precondition(node < nodeCount, "The node is not of this graph.")
        return Int(rowStarts[node])..<Int(rowStarts[node + 1])
    }
}
