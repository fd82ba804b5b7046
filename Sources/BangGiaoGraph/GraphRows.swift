/// The compressed sparse rows of a graph while it is built.
struct GraphRows {
    /// Row `n` is `starts[n]..<starts[n + 1]`.
    private(set) var starts: [UInt32]
    /// The neighbours, each row sorted by neighbour, then by edge.
    private(set) var nodes: [UInt32] = []
    /// The edge that leads to each neighbour.
    private(set) var edges: [UInt32] = []
    /// For each edge its place in the row of its first end.
    private(set) var slots: [UInt32] = []

    /// Sorts edges into rows.
    ///
    /// - Throws: ``GraphError/unknownEnd(_:of:)``.
    /// - Complexity: O(*V* + *E*) time; beside the result 8 bytes for each end of an edge.
    /// - Note: Gustavson, "Two fast algorithms for sparse matrices: multiplication and permuted
    ///   transposition", ACM Transactions on Mathematical Software 4 (1978).
    init(nodeCount: Int, firsts: [NodeIndex], seconds: [NodeIndex]) throws(GraphError) {
        precondition(
            nodeCount >= 0 && nodeCount < 1 << 30 && firsts.count < 1 << 31,
            "A graph holds fewer than 2^30 nodes and 2^31 edges.")
        starts = [UInt32](repeating: 0, count: nodeCount + 1)
        for edge in 0..<firsts.count {
            let (first, second) = (firsts[edge], seconds[edge])
            guard first.offset < nodeCount else { throw .unknownEnd(first, of: EdgeIndex(edge)) }
            guard second.offset < nodeCount else { throw .unknownEnd(second, of: EdgeIndex(edge)) }
            starts[first.offset + 1] += 1
            if first != second { starts[second.offset + 1] += 1 }
        }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        transpose(scattered(firsts: firsts, seconds: seconds), edgeCount: firsts.count)
    }

    /// Puts every edge into the rows of its ends, in the order of edges.
    private func scattered(firsts: [NodeIndex], seconds: [NodeIndex]) -> [HalfEdge] {
        var next = starts
        let count = Int(starts[starts.count - 1])
        return [HalfEdge](unsafeUninitializedCapacity: count) { halves, initialized in
            // Every slot is written exactly once: the rows are as long as their nodes have edges.
            for edge in 0..<firsts.count {
                let (first, second) = (firsts[edge], seconds[edge])
                let slot = Int(next[first.offset])
                next[first.offset] += 1
                halves[slot] = HalfEdge(to: second.rawValue, edge: edge, atFirst: true)
                guard first != second else { continue }
                let other = Int(next[second.offset])
                next[second.offset] += 1
                halves[other] = HalfEdge(to: first.rawValue, edge: edge, atFirst: false)
            }
            initialized = count
        }
    }

    /// Writes the transpose row by row. An undirected graph is its own transpose, but now every row
    /// is sorted by neighbour.
    private mutating func transpose(_ halves: [HalfEdge], edgeCount: Int) {
        nodes = [UInt32](repeating: 0, count: halves.count)
        edges = nodes
        slots = [UInt32](repeating: 0, count: edgeCount)
        var next = starts
        for node in 0..<(starts.count - 1) {
            for half in Int(starts[node])..<Int(starts[node + 1]) {
                let half = halves[half]
                let slot = next[Int(half.node)]
                next[Int(half.node)] += 1
                nodes[Int(slot)] = UInt32(node)
                edges[Int(slot)] = half.edge
                // What stands at the second end goes into the row of the first.
                if !half.isAtFirst || half.node == node { slots[Int(half.edge)] = slot }
            }
        }
    }
}

/// An edge as seen from one of its ends, in 8 bytes: one write to memory each.
private struct HalfEdge {
    private let bits: UInt64

    init(to node: UInt32, edge: Int, atFirst: Bool) {
        bits = UInt64(node) << 32 | UInt64(edge) << 1 | (atFirst ? 1 : 0)
    }

    var node: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
    var edge: UInt32 { UInt32(truncatingIfNeeded: bits) >> 1 }
    var isAtFirst: Bool { bits & 1 == 1 }
}
