/// A small tree that connects some nodes.
public struct SteinerTree: Hashable, Sendable {
    /// Its nodes, ascending.
    public var nodes: [NodeIndex]
    /// Its edges, ascending, one fewer than nodes.
    public var edges: [EdgeIndex]
}

extension Graph {
    /// Returns a small tree that connects some nodes: what they have to do with each other.
    ///
    /// - Parameters:
    ///   - terminals: The nodes to connect; a filter need not let them pass.
    ///   - filter: Which edges may be used and which other nodes be in the tree.
    ///   - workspace: Memory to search in.
    /// - Returns: A tree with at most 2 − 2 / *t* times the edges of the smallest, for *t* terminals;
    ///   its leaves are terminals, and it is the same in each run. Nil where they are not connected;
    ///   an empty tree for no terminals.
    /// - Throws: ``GraphError/unknownNode(_:)``.
    /// - Complexity: O(*m* + *t*² log *t*) for the *m* edges that breadth-first search reads from all
    ///   terminals at once until they are connected, for each change tried: one for
    ///   each node of the tree and at most 32 beside it, until none helps.
    /// - Note: Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs",
    ///   Information Processing Letters 27 (1988). Then nodes that aren't asked for are taken
    ///   out, and nodes beside the tree taken in, and what falls apart is connected anew, as long as
    ///   that makes the tree smaller (key-vertex elimination and Steiner-vertex insertion: Uchoa and
    ///   Werneck, "Fast local search for Steiner trees in graphs", 2010).
    public func steinerTree(
        connecting terminals: [NodeIndex], filter: SearchFilter = SearchFilter(),
        using workspace: inout SearchWorkspace
    ) throws(GraphError) -> SteinerTree? {
        for terminal in terminals { try check(terminal) }
        let search = SteinerSearch(
            graph: self, gate: FilterGate(filter, of: self),
            terminals: Set(terminals.map(\.rawValue)))
        return search.tree(&workspace)
    }
}

/// The search for a tree, whose state between steps is its set of nodes.
private struct SteinerSearch {
    let graph: Graph
    let gate: FilterGate
    let terminals: Set<UInt32>

    func tree(_ workspace: inout SearchWorkspace) -> SteinerTree? {
        let alone = terminals.sorted().map { [$0] }
        guard var nodes = connected(alone, &workspace).map(pruned) else { return nil }
        while let better = improved(nodes, &workspace) { nodes = better }
        return SteinerTree(
            nodes: nodes.sorted().map { NodeIndex(rawValue: $0) },
            edges: forest(of: nodes).steps.map(\.edge).sorted().map { EdgeIndex(rawValue: $0) })
    }

    /// A smaller set of nodes that connects the terminals; nil where no single change gives one.
    private func improved(_ nodes: Set<UInt32>, _ workspace: inout SearchWorkspace) -> Set<UInt32>?
    {
        for node in nodes.subtracting(terminals).sorted() {
            let parts = forest(of: pruned(nodes.subtracting([node]))).components
                .filter { !terminals.isDisjoint(with: $0) }
            if let other = connected(parts, &workspace).map(pruned), other.count < nodes.count {
                return other
            }
        }
        for node in junctions(beside: nodes) {
            let groups = terminals.union([node]).sorted().map { [$0] }
            if let other = connected(groups, &workspace).map(pruned), other.count < nodes.count {
                return other
            }
        }
        return nil
    }

    /// The nodes beside a tree with three neighbours in it at least, those with the most first: with
    /// fewer a node can't make the tree smaller. Only some of them, as a hub has thousands.
    private func junctions(beside nodes: Set<UInt32>) -> ArraySlice<UInt32> {
        var counts: [UInt32: Int] = [:]
        for node in nodes {
            var last: UInt32?
            for slot in graph.row(of: Int(node)) {
                let other = graph.rowNodes[slot]
                guard other != last, !nodes.contains(other),
                    gate.admits(graph.rowEdges[slot], from: node, to: other), gate.passes(other)
                else { continue }
                last = other
                counts[other, default: 0] += 1
            }
        }
        return counts.filter { $0.value > 2 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map(\.key).prefix(32)
    }

    // MARK: Sets of nodes

    /// Breadth-first trees of some nodes, each from a terminal if it has one, steps from the root on.
    private func forest(
        of nodes: Set<UInt32>
    ) -> (components: [[UInt32]], steps: [LayerStep]) {
        var components: [[UInt32]] = []
        var steps: [LayerStep] = []
        var seen: Set<UInt32> = []
        let starts = nodes.intersection(terminals).sorted() + nodes.subtracting(terminals).sorted()
        for start in starts where seen.insert(start).inserted {
            var queue = [start]
            var next = 0
            while next < queue.count {
                let node = queue[next]
                next += 1
                for (neighbour, edge) in links(of: node, within: nodes)
                where seen.insert(neighbour).inserted {
                    steps.append(LayerStep(from: node, to: neighbour, edge: edge))
                    queue.append(neighbour)
                }
            }
            components.append(queue)
        }
        return (components, steps)
    }

    /// The neighbours of a node in a set, ascending, with the first edge to each that may be used.
    private func links(of node: UInt32, within nodes: Set<UInt32>) -> [(UInt32, UInt32)] {
        let row = graph.row(of: Int(node))
        if nodes.count < row.count / 8 {
            return nodes.sorted().compactMap { other in
                graph.firstEdge(from: node, to: other, gate: gate).map { (other, $0.rawValue) }
            }
        }
        return row.compactMap { slot in
            let (other, edge) = (graph.rowNodes[slot], graph.rowEdges[slot])
            return nodes.contains(other) && gate.admits(edge, from: node, to: other)
                ? (other, edge) : nil
        }
    }

    /// Takes away leaves of spanning trees that aren't terminals, until none is left but roots.
    private func pruned(_ nodes: Set<UInt32>) -> Set<UInt32> {
        let steps = forest(of: nodes).steps
        var degrees: [UInt32: Int] = [:]
        for step in steps {
            degrees[step.from, default: 0] += 1
            degrees[step.to, default: 0] += 1
        }
        var kept = nodes
        // Steps lead away from the root, so that a branch is seen from its tip.
        for step in steps.reversed() where degrees[step.to] == 1 && !terminals.contains(step.to) {
            kept.remove(step.to)
            degrees[step.from, default: 0] -= 1
        }
        return kept
    }

    // MARK: Connecting

    /// Connects groups of nodes by the shortest paths of a minimum spanning tree between them.
    ///
    /// - Returns: All nodes of the groups and the paths; nil where they are not connected.
    private func connected(
        _ groups: [[UInt32]], _ workspace: inout SearchWorkspace
    ) -> Set<UInt32>? {
        var regions = SteinerRegions(groups: groups, nodeCount: graph.nodeCount, &workspace)
        while true {
            if let bridges = regions.bridges(in: workspace) {
                return regions.nodes(along: bridges, in: workspace).union(groups.joined())
            }
            if workspace.left.frontier.isEmpty { return nil }
            regions.grow(in: graph, gate: gate, &workspace)
        }
    }
}
