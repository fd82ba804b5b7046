/// All shortest paths between two nodes, kept as the layers of nodes that lie on one.
///
/// A path is its nodes: parallel edges make one path, not several. The sequence gives the paths in
/// ascending order of their nodes, and makes each only when it is asked for, as there can be
/// exponentially many.
public struct ShortestPaths: Sequence, Sendable {
    private let paths: PathLayers

    init(_ paths: PathLayers) { self.paths = paths }

    /// The number of edges of each path.
    public var length: Int { paths.length }

    /// Layer *d* has the nodes that are *d* edges from the source, ascending.
    public var layers: [[NodeIndex]] {
        (0...length).map { Array(paths.nodes[paths.layer($0)]) }
    }

    /// The number of paths, exact; `UInt64.max` stands for that many or more.
    ///
    /// - Complexity: O(steps between the layers), whatever the number.
    public var pathCount: UInt64 { paths.wayCount }

    /// Makes an iterator over the paths; each costs O(length).
    public func makeIterator() -> Iterator { Iterator(paths) }

    /// Gives the paths one by one.
    public struct Iterator: IteratorProtocol, Sendable {
        private var ways: PathLayersIterator

        init(_ paths: PathLayers) { ways = PathLayersIterator(paths, mayReturn: false) }

        /// Returns the next path in ascending order of nodes, or nil after the last.
        public mutating func next() -> Path? { ways.next() }
    }
}

extension Graph {
    /// Finds all shortest paths between two nodes by breadth-first search from both ends.
    ///
    /// - Parameters:
    ///   - source: Where the paths begin.
    ///   - target: Where they end.
    ///   - filter: Which edges may be used and which nodes passed.
    ///   - workspace: Memory to search in.
    /// - Returns: The paths, or nil where none exists.
    /// - Throws: ``GraphError/unknownNode(_:)``.
    /// - Complexity: O(edges within about half the distance of either end, and the sorting of the
    ///   steps on shortest paths), at worst O(*V* + *E* log *E*).
    /// - Note: Pohl, "Bi-directional search", Machine Intelligence 6 (1971).
    public func allShortestPaths(
        from source: NodeIndex, to target: NodeIndex, filter: SearchFilter = SearchFilter(),
        using workspace: inout SearchWorkspace
    ) throws(GraphError) -> ShortestPaths? {
        try check(source)
        try check(target)
        return filter.isOpen
            ? layers(source, target, gate: OpenGate(), &workspace)
            : layers(source, target, gate: FilterGate(filter, of: self), &workspace)
    }

    /// Finds all shortest paths between two nodes, in memory of its own: for a single question.
    ///
    /// - Complexity: that of ``allShortestPaths(from:to:filter:using:)``, and O(*V*) for the memory.
    public func allShortestPaths(
        from source: NodeIndex, to target: NodeIndex, filter: SearchFilter = SearchFilter()
    ) throws(GraphError) -> ShortestPaths? {
        var workspace = SearchWorkspace()
        return try allShortestPaths(from: source, to: target, filter: filter, using: &workspace)
    }

    private func layers(
        _ source: NodeIndex, _ target: NodeIndex, gate: some Gate,
        _ workspace: inout SearchWorkspace
    ) -> ShortestPaths? {
        let (source, target) = (source.rawValue, target.rawValue)
        guard source != target else {
            return ShortestPaths(PathLayers(first: [source], gaps: []))
        }
        workspace.begin(nodeCount: nodeCount)
        let outcome = workspace.meet(source, target, in: self, gate: gate)
        guard case .met(let side, let place) = outcome else { return nil }
        return ShortestPaths(
            PathLayers(
                first: [source],
                gaps: workspace.steps(met: side, at: place, in: self, gate: gate)))
    }
}

extension SearchWorkspace {
    /// Returns the steps of all shortest paths from the source to the target, layer by layer, once
    /// the two balls have met.
    fileprivate func steps(
        met side: SearchSide, at place: Int, in graph: Graph, gate: some Gate
    ) -> [[LayerStep]] {
        let (ball, other) = side == .left ? (left, right) : (right, left)
        var crossings: [LayerStep] = []
        var near = Set<Int>()
        var far = Set<Int>()
        let places = place..<ball.frontier.upperBound
        visitCrossings(from: side, places, in: graph, gate: gate) { place, otherPlace, slot in
            near.insert(place)
            far.insert(otherPlace)
            crossings.append(
                Self.step(
                    inward: side == .left ? .right : .left, from: ball.nodes[place],
                    to: other.nodes[otherPlace], edge: graph.rowEdges[slot]))
        }
        let inner = side == .left ? (near, far) : (far, near)
        let before = steps(inward: .left, from: inner.0, in: graph, gate: gate)
        let after = steps(inward: .right, from: inner.1, in: graph, gate: gate)
        return before.reversed() + [crossings] + after
    }

    /// Returns the steps from places on a ball's frontier back to its centre, outermost first.
    private func steps(
        inward side: SearchSide, from places: Set<Int>, in graph: Graph, gate: some Gate
    ) -> [[LayerStep]] {
        let ball = side == .left ? left : right
        var result: [[LayerStep]] = []
        var outer = places
        for distance in (0..<ball.radius).reversed() {
            let level = ball.level(distance)
            var inner = Set<Int>()
            var steps: [LayerStep] = []
            func visit(_ fromOuter: Bool, _ node: UInt32, _ wanted: (Int) -> Bool) {
                for slot in graph.row(of: Int(node)) {
                    let neighbour = graph.rowNodes[slot]
                    guard let found = place(of: neighbour), found.side == side,
                        wanted(found.place),
                        gate.admits(graph.rowEdges[slot], from: node, to: neighbour)
                    else { continue }
                    let (outerNode, innerNode) =
                        fromOuter ? (node, neighbour) : (neighbour, node)
                    steps.append(
                        Self.step(
                            inward: side, from: outerNode, to: innerNode,
                            edge: graph.rowEdges[slot]))
                    if let place = place(of: innerNode)?.place { inner.insert(place) }
                }
            }
            // The rows of the level further in were read before; a hub on the frontier was not.
            let work = outer.reduce(0) { $0 + graph.row(of: Int(ball.nodes[$1])).count }
            let innerWork = level.reduce(0) { $0 + graph.row(of: Int(ball.nodes[$1])).count }
            if work <= innerWork {
                for place in outer { visit(true, ball.nodes[place]) { level.contains($0) } }
            } else {
                for place in level { visit(false, ball.nodes[place]) { outer.contains($0) } }
            }
            result.append(steps)
            outer = inner
        }
        return result
    }

    /// A step towards a ball's centre, turned so that it leads from source to target.
    private static func step(
        inward side: SearchSide, from outer: UInt32, to inner: UInt32, edge: UInt32
    ) -> LayerStep {
        side == .left
            ? LayerStep(from: inner, to: outer, edge: edge)
            : LayerStep(from: outer, to: inner, edge: edge)
    }
}
