/// A step from a node of one layer to one of the next.
struct LayerStep: Comparable {
    var from: UInt32
    var to: UInt32
    var edge: UInt32

    static func < (left: LayerStep, right: LayerStep) -> Bool {
        (left.from, left.to, left.edge) < (right.from, right.to, right.edge)
    }
}

/// Nodes in layers, with the steps that lead from each to the next: many paths in little memory.
struct PathLayers: Sendable {
    /// All layers, one after the other, each ascending.
    private(set) var nodes: [NodeIndex]
    /// Where each layer begins, and where the last ends.
    private(set) var layerStarts: [Int]
    /// For each place in ``nodes`` where its steps begin, and where the last ends.
    private(set) var stepStarts: [Int] = [0]
    /// The place in ``nodes`` to which each step leads.
    private(set) var steps: [Int] = []
    /// The first edge of each step.
    private(set) var stepEdges: [EdgeIndex] = []

    /// Sorts steps into layers.
    ///
    /// - Parameters:
    ///   - first: The nodes of the first layer.
    ///   - gaps: For each layer but the last the steps from it, in any order; of steps between the
    ///     same two nodes that with the smallest edge is kept.
    init(first: [UInt32], gaps: [[LayerStep]]) {
        nodes = first.sorted().map { NodeIndex(rawValue: $0) }
        layerStarts = [0, nodes.count]
        for gap in gaps { append(gap.sorted()) }
        stepStarts += repeatElement(steps.count, count: nodes.count + 1 - stepStarts.count)
    }

    private mutating func append(_ gap: [LayerStep]) {
        let (start, end) = (layerStarts[layerStarts.count - 2], nodes.count)
        var reached = gap.map(\.to).sorted()
        reached = reached.indices.compactMap { place in
            place > 0 && reached[place] == reached[place - 1] ? nil : reached[place]
        }
        var next = gap.startIndex
        for place in start..<end {
            let node = nodes[place].rawValue
            while next < gap.endIndex, gap[next].from == node {
                let step = gap[next]
                next += 1
                // Parallel edges are one step.
                if next > 1, (gap[next - 2].from, gap[next - 2].to) == (node, step.to) { continue }
                steps.append(end + Self.place(of: step.to, in: reached))
                stepEdges.append(EdgeIndex(rawValue: step.edge))
            }
            stepStarts.append(steps.count)
        }
        nodes += reached.map { NodeIndex(rawValue: $0) }
        layerStarts.append(nodes.count)
    }

    private static func place(of node: UInt32, in sorted: [UInt32]) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The number of edges of each path.
    var length: Int { layerStarts.count - 2 }

    /// The places of a layer.
    func layer(_ number: Int) -> Range<Int> { layerStarts[number]..<layerStarts[number + 1] }

    /// The steps from a place.
    func steps(from place: Int) -> Range<Int> { stepStarts[place]..<stepStarts[place + 1] }

    /// The number of ways from the first layer to the last; `UInt64.max` for that many or more.
    var wayCount: UInt64 {
        var counts = [UInt64](repeating: 1, count: nodes.count)
        for place in (0..<layerStarts[length]).reversed() {
            counts[place] = steps(from: place).reduce(0) { sum, step in
                let (sum, overflow) = sum.addingReportingOverflow(counts[steps[step]])
                return overflow ? .max : sum
            }
        }
        return layer(0).reduce(0) { sum, place in
            let (sum, overflow) = sum.addingReportingOverflow(counts[place])
            return overflow ? .max : sum
        }
    }
}

/// Walks layers depth first: paths in ascending order of their nodes, each made when asked for.
struct PathLayersIterator: IteratorProtocol, Sendable {
    private let layers: PathLayers
    /// Whether a node may stand in several layers, so that ways must be kept from coming back to it.
    private let mayReturn: Bool
    /// The places of the way so far.
    private var places: [Int] = []
    /// For each of them the step to try next; the first layer's are its places.
    private var pending: [Int]

    init(_ layers: PathLayers, mayReturn: Bool) {
        self.layers = layers
        self.mayReturn = mayReturn
        pending = [0]
    }

    mutating func next() -> Path? {
        while let step = pending.last {
            let depth = places.count
            let end =
                places.last.map { layers.steps(from: $0).upperBound } ?? layers.layer(0).upperBound
            guard depth <= layers.length, step < end else {
                pending.removeLast()
                _ = places.popLast()
                continue
            }
            pending[depth] += 1
            let place = depth == 0 ? step : layers.steps[step]
            if mayReturn, places.contains(where: { layers.nodes[$0] == layers.nodes[place] }) {
                continue
            }
            places.append(place)
            pending.append(layers.steps(from: place).lowerBound)
            if depth == layers.length { return path }
        }
        return nil
    }

    /// The way that was just completed.
    private var path: Path {
        Path(
            nodes: places.map { layers.nodes[$0] },
            // Each place but the last was left by the step before the next one to try.
            edges: (0..<layers.length).map { layers.stepEdges[pending[$0 + 1] - 1] })
    }
}
