extension Graph {
    /// Returns a shortest path between two nodes that passes through a third, and through no node
    /// twice.
    ///
    /// - Parameters:
    ///   - source: Where the path begins.
    ///   - target: Where it ends.
    ///   - waypoint: Where it passes; a filter need not let it.
    ///   - filter: Which edges may be used and which other nodes passed.
    ///   - workspace: Memory to search in.
    /// - Returns: The path, the same in each run; nil where none exists.
    /// - Throws: ``GraphError/unknownNode(_:)``.
    /// - Complexity: three or four searches from both ends where the way there and the way on can
    ///   both be shortest; else O(*V* + *E* log *E*).
    /// - Note: Two disjoint paths from the waypoint to both ends (Suurballe, "Disjoint paths in a
    ///   network", Networks 4, 1974). With two waypoints the question is one of three disjoint
    ///   paths, for which no simple way is known; with any number it is NP-hard.
    public func shortestPath(
        from source: NodeIndex, to target: NodeIndex, through waypoint: NodeIndex,
        filter: SearchFilter = SearchFilter(), using workspace: inout SearchWorkspace
    ) throws(GraphError) -> Path? {
        try check(waypoint)
        if waypoint == source || waypoint == target {
            return try shortestPath(from: source, to: target, filter: filter, using: &workspace)
        }
        try check(source)
        try check(target)
        guard source != target else { return nil }
        let gate = FilterGate(filter, of: self)
        let ends = (source.rawValue, target.rawValue)
        let middle = waypoint.rawValue
        guard
            let before = leg(ends.0, middle, without: [ends.1], gate: gate, &workspace),
            let after = leg(middle, ends.1, without: [ends.0], gate: gate, &workspace)
        else { return nil }
        // Both are as short as can be; mostly one of them can keep clear of the other.
        if let clear = leg(
            middle, ends.1, without: before.dropLast(), limit: after.count - 1, gate: gate,
            &workspace)
        {
            return path(along: before + clear.dropFirst(), gate: gate)
        }
        if let clear = leg(
            ends.0, middle, without: after.dropFirst(), limit: before.count - 1, gate: gate,
            &workspace)
        {
            return path(along: clear + after.dropFirst(), gate: gate)
        }
        var pair = DisjointPair(graph: self, gate: gate, waypoint: middle, ends: ends)
        return pair.nodes().map { path(along: $0, gate: gate) }
    }

    /// The smallest shortest path that keeps clear of some nodes, if it has so few edges.
    private func leg(
        _ from: UInt32, _ to: UInt32, without nodes: some Sequence<UInt32>, limit: Int = .max,
        gate: FilterGate, _ workspace: inout SearchWorkspace
    ) -> [UInt32]? {
        workspace.begin(nodeCount: nodeCount)
        for node in nodes { workspace.block(node) }
        let outcome = workspace.meet(from, to, in: self, gate: gate, limit: limit)
        guard case .met(let side, let place) = outcome else { return nil }
        return workspace.smallestPath(met: side, at: place, in: self, gate: gate)
    }
}

/// Two paths from a waypoint to two ends that share no node but the waypoint, with the fewest edges
/// together.
///
/// The first is a shortest path to the nearer end. The second is a shortest one to the other end in
/// what the first leaves over, where it may take back steps of the first. With distances from the
/// waypoint as potentials no step costs less than nothing.
private struct DisjointPair {
    private let graph: Graph
    private let gate: FilterGate
    private let waypoint: UInt32
    private let ends: (UInt32, UInt32)
    /// Distances from the waypoint, and the node before each; -1 where it isn't reached.
    private var distances: [Int32]
    private var parents: [UInt32]

    /// A node as it is entered, or as it is left; only on the first path are these two things.
    private struct State: Hashable, Comparable {
        var node: UInt32
        var isLeft: Bool

        /// A number of its own, to use on arrays with two elements a node.
        var offset: Int { 2 * Int(node) + (isLeft ? 1 : 0) }

        static func < (one: State, other: State) -> Bool { one.offset < other.offset }
    }

    private struct Waiting: Comparable {
        var distance: Int32
        var state: State

        static func < (one: Waiting, other: Waiting) -> Bool {
            one.distance == other.distance
                ? one.state < other.state : one.distance < other.distance
        }
    }

    init(graph: Graph, gate: FilterGate, waypoint: UInt32, ends: (UInt32, UInt32)) {
        self.graph = graph
        self.gate = gate
        self.waypoint = waypoint
        self.ends = ends
        distances = [Int32](repeating: -1, count: graph.nodeCount)
        parents = [UInt32](repeating: 0, count: graph.nodeCount)
    }

    /// The nodes from the first end by the waypoint to the second; nil where there are no such paths.
    mutating func nodes() -> [UInt32]? {
        measure()
        let (one, other) = ends
        guard distances[Int(one)] >= 0, distances[Int(other)] >= 0 else { return nil }
        let near = distances[Int(one)] <= distances[Int(other)] ? one : other
        var first = [near]
        while let node = first.last, node != waypoint { first.append(parents[Int(node)]) }
        first.reverse()
        guard let second = augmentation(of: first, to: near == one ? other : one) else {
            return nil
        }
        // What is left of both after steps taken back are two paths.
        var steps = Set(zip(first, first.dropFirst()).map { Step(from: $0, to: $1) })
        for (from, to) in zip(second, second.dropFirst()) where from.node != to.node {
            let back = Step(from: to.node, to: from.node)
            if steps.remove(back) == nil { steps.insert(Step(from: from.node, to: to.node)) }
        }
        var chains = steps.filter { $0.from == waypoint }.map { [waypoint, $0.to] }
        let onward = Dictionary(
            steps.filter { $0.from != waypoint }.map { ($0.from, $0.to) },
            uniquingKeysWith: { first, _ in first })
        for chain in chains.indices {
            while let last = chains[chain].last, let next = onward[last] {
                chains[chain].append(next)
            }
        }
        guard let before = chains.first(where: { $0.last == one }),
            let after = chains.first(where: { $0.last == other })
        else { preconditionFailure("Two units of flow reach two ends.") }
        return before.reversed() + after.dropFirst()
    }

    private struct Step: Hashable {
        var from: UInt32
        var to: UInt32
    }

    /// Breadth-first search from the waypoint that stops at the ends.
    private mutating func measure() {
        var queue = [waypoint]
        distances[Int(waypoint)] = 0
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            if node == ends.0 || node == ends.1 { continue }
            for slot in graph.row(of: Int(node)) {
                let neighbour = graph.rowNodes[slot]
                guard distances[Int(neighbour)] < 0,
                    gate.admits(graph.rowEdges[slot], from: node, to: neighbour),
                    mayEnter(neighbour)
                else { continue }
                distances[Int(neighbour)] = distances[Int(node)] + 1
                parents[Int(neighbour)] = node
                queue.append(neighbour)
            }
        }
    }

    private func mayEnter(_ node: UInt32) -> Bool {
        node == ends.0 || node == ends.1 || gate.passes(node)
    }

    /// The shortest way to the other end in what the first path leaves over.
    private func augmentation(of first: [UInt32], to goal: UInt32) -> [State]? {
        // Few, but asked for at every edge.
        var before = [UInt32?](repeating: nil, count: graph.nodeCount)
        for (parent, node) in zip(first, first.dropFirst()) { before[Int(node)] = parent }
        let start = State(node: waypoint, isLeft: true)
        var parents = [State](repeating: start, count: 2 * graph.nodeCount)
        var known = [Int32](repeating: .max, count: 2 * graph.nodeCount)
        known[start.offset] = 0
        var waiting = MinimumHeap<Waiting>()
        waiting.insert(Waiting(distance: 0, state: start))
        while let entry = waiting.popMinimum() {
            let state = entry.state
            guard known[state.offset] == entry.distance else { continue }
            if state.node == goal {
                var way = [state]
                while let last = way.last, last != start { way.append(parents[last.offset]) }
                return way.reversed()
            }
            func reach(_ next: State, _ cost: Int32) {
                let distance = entry.distance + cost
                guard distance < known[next.offset] else { return }
                known[next.offset] = distance
                parents[next.offset] = state
                waiting.insert(Waiting(distance: distance, state: next))
            }
            guard state.isLeft else {
                // A node of the first path is entered only to take back the step that led there.
                if let parent = before[Int(state.node)], parent != waypoint {
                    reach(State(node: parent, isLeft: true), 0)
                }
                continue
            }
            if before[Int(state.node)] != nil { reach(State(node: state.node, isLeft: false), 0) }
            for slot in graph.row(of: Int(state.node)) {
                let neighbour = graph.rowNodes[slot]
                guard neighbour != waypoint, before[Int(neighbour)] != state.node,
                    distances[Int(neighbour)] >= 0, mayEnter(neighbour),
                    gate.admits(graph.rowEdges[slot], from: state.node, to: neighbour)
                else { continue }
                let isOnFirst = before[Int(neighbour)] != nil
                reach(
                    State(node: neighbour, isLeft: !isOnFirst && neighbour != goal),
                    1 + distances[Int(state.node)] - distances[Int(neighbour)])
            }
        }
        return nil
    }
}
