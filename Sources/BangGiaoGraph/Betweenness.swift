extension Graph {
    /// Computes for each node how many shortest paths between others run through it: for each pair
    /// of other nodes the part of their shortest paths that does.
    ///
    /// A path is its nodes, so parallel edges count once. Divide by (*V* − 1)(*V* − 2) / 2 to
    /// compare graphs of different sizes.
    ///
    /// - Parameters:
    ///   - sampleCount: From how many nodes paths are sought; nil for all, which is exact. Fewer
    ///     give an estimate that is right on average.
    ///   - seed: Chooses which nodes; the same for the same seed.
    /// - Returns: A number for each node.
    /// - Complexity: O(samples · (*V* + *E*)) time, O(*V*) space.
    /// - Note: Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical
    ///   Sociology 25 (2001); samples: Brandes and Pich, "Centrality estimation in large networks",
    ///   International Journal of Bifurcation and Chaos 17 (2007).
    public func betweenness(sampleCount: Int? = nil, seed: UInt64 = 0) -> [Double] {
        let sources = sources(count: min(nodeCount, max(0, sampleCount ?? nodeCount)), seed: seed)
        var sums = [Double](repeating: 0, count: nodeCount)
        var search = PathCounts(nodeCount: nodeCount)
        for source in sources { search.add(from: source, in: self, to: &sums) }
        // Each pair was seen from both of its ends.
        let scale = Double(nodeCount) / Double(max(1, sources.count)) / 2
        return sums.map { $0 * scale }
    }

    /// Chooses some nodes, each set of that many as likely.
    private func sources(count: Int, seed: UInt64) -> ArraySlice<UInt32> {
        var nodes = (0..<UInt32(nodeCount)).map { $0 }
        guard count < nodeCount else { return nodes[...] }
        var generator = SplitMix(state: seed)
        for place in 0..<count {
            nodes.swapAt(place, Int.random(in: place..<nodeCount, using: &generator))
        }
        return nodes[..<count]
    }
}

/// Random numbers that are the same for the same seed.
///
/// - Note: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The shortest paths from one node to all others, counted.
private struct PathCounts {
    /// Distances from the source; -1 where it isn't reached.
    private var distances: [Int32]
    /// The number of shortest paths from the source.
    private var counts: [Double]
    /// How much of the paths from the source to others begins with those to each node.
    private var loads: [Double]
    /// The nodes reached, nearest first.
    private var order: [UInt32] = []

    init(nodeCount: Int) {
        distances = [Int32](repeating: -1, count: nodeCount)
        counts = [Double](repeating: 0, count: nodeCount)
        loads = counts
    }

    mutating func add(from source: UInt32, in graph: Graph, to sums: inout [Double]) {
        count(from: source, in: graph)
        let (starts, nodes) = (graph.rowStarts.span, graph.rowNodes.span)
        for node in order.reversed() {
            let node = Int(node)
            let distance = distances[node]
            var last = UInt32.max
            var load = 0.0
            for slot in Int(starts[node])..<Int(starts[node + 1]) {
                let neighbour = nodes[slot]
                guard distances[Int(neighbour)] > distance, neighbour != last else { continue }
                last = neighbour
                load += (1 + loads[Int(neighbour)]) / counts[Int(neighbour)]
            }
            loads[node] = load * counts[node]
            if node != Int(source) { sums[node] += loads[node] }
        }
        for node in order { distances[Int(node)] = -1 }
        order.removeAll(keepingCapacity: true)
    }

    /// Breadth-first search that adds up, level by level, on how many ways each node is reached.
    private mutating func count(from source: UInt32, in graph: Graph) {
        distances[Int(source)] = 0
        counts[Int(source)] = 1
        order.append(source)
        let (starts, nodes) = (graph.rowStarts.span, graph.rowNodes.span)
        var next = 0
        while next < order.count {
            let node = Int(order[next])
            next += 1
            let distance = distances[node] + 1
            var last = UInt32.max
            for slot in Int(starts[node])..<Int(starts[node + 1]) {
                let neighbour = nodes[slot]
                if neighbour == last { continue }
                last = neighbour
                if distances[Int(neighbour)] < 0 {
                    distances[Int(neighbour)] = distance
                    counts[Int(neighbour)] = 0
                    order.append(neighbour)
                }
                if distances[Int(neighbour)] == distance {
                    counts[Int(neighbour)] += counts[node]
                }
            }
        }
    }
}
