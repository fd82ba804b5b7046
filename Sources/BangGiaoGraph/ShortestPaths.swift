/// All shortest paths between two nodes, kept as the layers of nodes that lie on one.
///
/// A path is its nodes: parallel edges make one path, not several. The sequence gives the paths in
/// ascending order of their nodes, and makes each only when it is asked for, as there can be
/// exponentially many.
public struct ShortestPaths: Sequence, Sendable {
    /// The number of edges of each path.
    public let length: Int
    /// Layer *d* has the nodes that are *d* edges from the source, ascending.
    public let layers: [[NodeIndex]]
    /// For each node of each layer but the last: the places of its successors in the next layer.
    private let successors: [[[Int]]]

    init(layers: [[NodeIndex]], successors: [[[Int]]]) {
        length = layers.count - 1
        self.layers = layers
        self.successors = successors
    }

    /// The number of paths: exact up to 2^53, infinite beyond what a double can hold.
    ///
    /// - Complexity: O(edges between the layers).
    public var pathCount: Double {
        var counts = [1.0]
        for layer in successors.reversed() {
            counts = layer.map { $0.reduce(0) { $0 + counts[$1] } }
        }
        return counts.first ?? 0
    }

    /// Makes an iterator over the paths, each as its nodes from source to target.
    public func makeIterator() -> Iterator { Iterator(self) }

    /// Walks the layers depth first.
    public struct Iterator: IteratorProtocol, Sendable {
        private let paths: ShortestPaths
        /// For each layer entered: the place of its node, and which of its successors comes next.
        private var stack: [(place: Int, next: Int)] = [(0, 0)]

        init(_ paths: ShortestPaths) { self.paths = paths }

        /// Returns the next path in ascending order of nodes, or nil after the last.
        ///
        /// - Complexity: O(length), as every node of a layer leads to the target.
        public mutating func next() -> [NodeIndex]? {
            while let top = stack.last {
                let depth = stack.count - 1
                if depth == paths.length {
                    let path = stack.enumerated().map { paths.layers[$0.offset][$0.element.place] }
                    stack.removeLast()
                    return path
                }
                let followers = paths.successors[depth][top.place]
                if top.next < followers.count {
                    stack[depth].next += 1
                    stack.append((followers[top.next], 0))
                } else {
                    stack.removeLast()
                }
            }
            return nil
        }
    }
}

extension Graph {
    /// Returns a shortest path between two nodes as its nodes; of several the smallest.
    ///
    /// - Parameters:
    ///   - source: Where the path begins.
    ///   - target: Where it ends.
    ///   - filter: Which edges may be used and which nodes not passed.
    /// - Returns: The nodes from source to target, one alone where both are the same; nil where no
    ///   path exists.
    /// - Complexity: that of ``allShortestPaths(from:to:filter:)``.
    public func shortestPath(
        from source: NodeIndex, to target: NodeIndex, filter: EdgeFilter = EdgeFilter()
    ) -> [NodeIndex]? {
        guard let paths = allShortestPaths(from: source, to: target, filter: filter) else {
            return nil
        }
        var iterator = paths.makeIterator()
        return iterator.next()
    }

    /// Finds all shortest paths between two nodes by breadth-first search from both ends.
    ///
    /// Whole levels are grown, always on the side with the smaller frontier, until the two balls
    /// touch; the level in which they touch holds one node of every shortest path.
    ///
    /// - Parameters:
    ///   - source: Where the paths begin.
    ///   - target: Where they end.
    ///   - filter: Which edges may be used and which nodes not passed.
    /// - Returns: The paths, or nil where none exists.
    /// - Complexity: O(*V* + *E*) time and space at worst: 8 bytes a node are set aside, and of the
    ///   edges only those within about half the distance of either end are read.
    /// - Note: Pohl, "Bi-directional search", Machine Intelligence 6 (1971).
    public func allShortestPaths(
        from source: NodeIndex, to target: NodeIndex, filter: EdgeFilter = EdgeFilter()
    ) -> ShortestPaths? {
        precondition(
            source.offset < nodeCount && target.offset < nodeCount,
            "The node is not of this graph.")
        guard source != target else { return ShortestPaths(layers: [[source]], successors: []) }
        var left = SearchBall(center: source.rawValue, nodeCount: nodeCount)
        var right = SearchBall(center: target.rawValue, nodeCount: nodeCount)
        while !left.frontier.isEmpty, !right.frontier.isEmpty {
            let meeting =
                left.frontier.count <= right.frontier.count
                ? left.grow(in: self, filter: filter, towards: right)
                : right.grow(in: self, filter: filter, towards: left)
            if !meeting.isEmpty {
                return shortestPaths(from: left, to: right, meeting: meeting, filter: filter)
            }
        }
        return nil
    }

    /// Keeps of both balls what lies on a shortest path, as layers.
    private func shortestPaths(
        from left: SearchBall, to right: SearchBall, meeting: [UInt32], filter: EdgeFilter
    ) -> ShortestPaths {
        let middle = meeting.sorted()
        let before = layers(back: left, from: middle, filter: filter)
        let after = layers(back: right, from: middle, filter: filter)
        let layers = before.reversed() + [middle] + after
        var successors: [[[Int]]] = []
        for (layer, next) in zip(layers, layers.dropFirst()) {
            let places = Dictionary(
                uniqueKeysWithValues: next.enumerated().map { ($0.element, $0.offset) })
            successors.append(
                layer.map { node in
                    var followers: [Int] = []
                    for slot in row(of: Int(node)) {
                        guard filter.tags.contains(rawTag: tags[Int(rowEdges[slot])]),
                            let place = places[rowNodes[slot]], followers.last != place
                        else { continue }
                        followers.append(place)
                    }
                    return followers
                })
        }
        return ShortestPaths(
            layers: layers.map { $0.map { NodeIndex(rawValue: $0) } }, successors: successors)
    }

    /// Walks from the middle layer back to a ball's centre; the layer next to the middle comes first.
    private func layers(
        back ball: SearchBall, from middle: [UInt32], filter: EdgeFilter
    ) -> [[UInt32]] {
        var result: [[UInt32]] = []
        var layer = middle
        while let first = layer.first, ball.distances[Int(first)] > 0 {
            let distance = ball.distances[Int(first)] - 1
            var found: Set<UInt32> = []
            for node in layer {
                for slot in row(of: Int(node))
                where ball.distances[Int(rowNodes[slot])] == distance
                    && filter.tags.contains(rawTag: tags[Int(rowEdges[slot])])
                {
                    found.insert(rowNodes[slot])
                }
            }
            layer = found.sorted()
            result.append(layer)
        }
        return result
    }
}

/// What one side of a search has reached.
private struct SearchBall {
    static let unreached = UInt32.max

    var distances: [UInt32]
    var frontier: [UInt32]
    private var radius: UInt32 = 0

    init(center: UInt32, nodeCount: Int) {
        distances = [UInt32](repeating: Self.unreached, count: nodeCount)
        distances[Int(center)] = 0
        frontier = [center]
    }

    /// Grows by one level and returns the nodes of it that the other ball has reached too.
    mutating func grow(in graph: Graph, filter: EdgeFilter, towards other: SearchBall) -> [UInt32] {
        radius += 1
        var next: [UInt32] = []
        var meeting: [UInt32] = []
        for node in frontier {
            for slot in graph.row(of: Int(node)) {
                let neighbour = graph.rowNodes[slot]
                guard distances[Int(neighbour)] == Self.unreached,
                    filter.tags.contains(rawTag: graph.tags[Int(graph.rowEdges[slot])])
                else { continue }
                let otherDistance = other.distances[Int(neighbour)]
                // A closed node may be the other end, but no station on the way.
                if otherDistance != 0, filter.closedNodes.contains(NodeIndex(rawValue: neighbour)) {
                    continue
                }
                distances[Int(neighbour)] = radius
                if otherDistance == Self.unreached {
                    next.append(neighbour)
                } else {
                    meeting.append(neighbour)
                }
            }
        }
        frontier = next
        return meeting
    }
}
