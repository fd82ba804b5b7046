/// Memory that searches share, so that a query costs what it touches and not the size of the graph.
///
/// Make one, and give it to query after query, for one graph or several. It has 4 bytes a node of
/// the largest graph (12 once weighted paths were sought), which are cleared once and not before every search: each search writes numbers
/// above those of the searches before it, and what is below is taken as untouched. A search in
/// another task needs a workspace of its own.
public struct SearchWorkspace: ~Copyable, Sendable {
    /// What a node is to the running search; below ``base``: nothing yet.
    var cells: [UInt32] = []
    /// Where the numbers of the running search begin; even.
    private(set) var base: UInt32 = 2
    var left = SearchBall()
    var right = SearchBall()

    /// The two sides of a weighted search.
    var weightedLeft = WeightedBall()
    var weightedRight = WeightedBall()

    /// Makes a workspace; it grows with the first query.
    public init() {}

    /// Makes room for a graph and begins a search: no node is touched.
    ///
    /// - Complexity: O(1), but O(*V*) for the first search in a larger graph, and once in some
    ///   billions of touched nodes, when the numbers are used up.
    mutating func begin(nodeCount: Int) {
        // Room for the marks of a search that touches every node.
        let reach = 2 * UInt32(nodeCount + 2)
        base += 2 * UInt32(max(left.nodes.count, right.nodes.count) + 1)
        if base > .max - 2 * reach {
            cells = [UInt32](repeating: 0, count: max(nodeCount, cells.count))
            base = 2
        } else if cells.count < nodeCount {
            cells += repeatElement(0, count: nodeCount - cells.count)
        }
        left.clear()
        right.clear()
    }

    /// Adds a node to the left ball, beyond its frontier, as a child of the place that grows; before
    /// any grows, as a centre.
    mutating func reach(_ node: UInt32) {
        cells[Int(node)] = base + 2 + 2 * UInt32(left.nodes.count)
        left.nodes.append(node)
    }

    /// Takes a node out of the search: it is neither entered nor met.
    mutating func block(_ node: UInt32) { cells[Int(node)] = base }
}

/// What one side of a breadth-first search has reached, level by level.
struct SearchBall: Sendable {
    /// The nodes in the order in which they were reached.
    var nodes: [UInt32] = []
    /// For each place that was grown, in order, where in ``nodes`` its children begin: names the
    /// parents of all nodes with a number for each parent.
    private var firstChildren: [Int] = []
    /// Where in ``nodes`` each level begins, the frontier's last.
    private(set) var levelStarts: [Int] = []
    /// Where the frontier ends.
    private var frontierEnd = 0

    /// The number of edges from the centre to the frontier.
    var radius: Int { levelStarts.count - 1 }

    /// The places of the level that was reached last and is to be grown next.
    var frontier: Range<Int> { level(radius) }

    /// The places of a level.
    func level(_ distance: Int) -> Range<Int> {
        levelStarts[distance]..<(distance < radius ? levelStarts[distance + 1] : frontierEnd)
    }

    mutating func clear() {
        nodes.removeAll(keepingCapacity: true)
        firstChildren.removeAll(keepingCapacity: true)
        levelStarts.removeAll(keepingCapacity: true)
        frontierEnd = 0
    }

    /// Makes all nodes beyond the frontier the new frontier.
    mutating func closeLevel() {
        levelStarts.append(frontierEnd)
        frontierEnd = nodes.count
    }

    /// Says that what is reached from now on are children of the next place.
    mutating func beginChildren() { firstChildren.append(nodes.count) }

    /// The place from which a place was reached; nil for a centre.
    private func parent(of place: Int) -> Int? {
        var low = 0
        var high = firstChildren.count
        while low < high {
            let middle = (low + high) / 2
            if firstChildren[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }

    /// The nodes from a place back to its centre.
    func chain(from place: Int) -> [UInt32] {
        var chain = [nodes[place]]
        var place = place
        while let parent = parent(of: place) {
            place = parent
            chain.append(nodes[place])
        }
        return chain
    }

    /// The number of edges that growing the frontier would read, or more than `limit` if more.
    func work(in graph: Graph, limit: Int) -> Int {
        var sum = 0
        for place in frontier {
            let node = Int(nodes[place])
            sum += 1 + Int(graph.rowStarts[node + 1] - graph.rowStarts[node])
            if sum > limit { break }
        }
        return sum
    }
}
