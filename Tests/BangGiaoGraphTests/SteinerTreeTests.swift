import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct SteinerTreeTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func treesAreAtMostTwiceTheSmallest(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(
            nodes: 9, edges: Int.random(in: 8...18, using: &generator), using: &generator)
        let filter =
            seed % 2 == 0 ? SearchFilter() : SearchFilter.random(nodes: 9, using: &generator)
        var workspace = SearchWorkspace()
        for count in 1...5 {
            let terminals = (0..<count).map { _ in
                NodeIndex(Int.random(in: 0..<9, using: &generator))
            }
            let asked = Set(terminals)
            let tree = try graph.steinerTree(
                connecting: terminals, filter: filter, using: &workspace)
            let smallest = graph.smallestConnectedCount(asked, filter: filter)
            guard let tree else {
                #expect(smallest == nil)
                continue
            }
            let best = Double((smallest ?? 0) - 1)
            #expect(Double(tree.edges.count) <= (2 - 2 / Double(asked.count)) * best)
            #expect(tree.edges.count >= (smallest ?? .max) - 1)
            #expect(tree.nodes.count == tree.edges.count + 1)
            #expect(asked.isSubset(of: tree.nodes))
            let connected = graph.connects(Set(tree.nodes), edges: tree.edges)
            #expect(connected)
            for node in tree.nodes where !asked.contains(node) {
                #expect(graph.passes(node, by: filter))
                let degree = tree.edges.filter {
                    graph[$0].first == node || graph[$0].second == node
                }.count
                #expect(degree > 1)
            }
            for edge in tree.edges { #expect(graph.admits(edge, by: filter)) }
        }
    }

    /// Shortest paths between the three ends go round; the middle makes a smaller tree.
    @Test
    func aNodeInTheMiddleIsFound() throws {
        // Ends 0, 1, 2; between each two a way of 2 edges; all at 1 edge from 6.
        let edges = [(0, 3), (3, 1), (1, 4), (4, 2), (2, 5), (5, 0), (0, 6), (1, 6), (2, 6)]
        let graph = Graph(
            nodeCount: 7, edges: edges.map { .init(NodeIndex($0.0), NodeIndex($0.1)) })
        var workspace = SearchWorkspace()
        let tree = try graph.steinerTree(
            connecting: [NodeIndex(0), NodeIndex(1), NodeIndex(2)], using: &workspace)
        #expect(tree?.nodes == [0, 1, 2, 6].map { NodeIndex($0) })
        #expect(tree?.edges == [6, 7, 8].map { EdgeIndex($0) })
    }

    @Test
    func fewTerminalsMakeSmallTrees() throws {
        let graph = Graph(nodeCount: 2, edges: [])
        var workspace = SearchWorkspace()
        let none = try graph.steinerTree(connecting: [], using: &workspace)
        #expect(none?.nodes == [])
        let one = try graph.steinerTree(connecting: [NodeIndex(1)], using: &workspace)
        #expect(one?.nodes == [NodeIndex(1)])
        #expect(throws: GraphError.unknownNode(NodeIndex(2))) {
            var workspace = SearchWorkspace()
            return try graph.steinerTree(connecting: [NodeIndex(2)], using: &workspace)
        }
    }
}

extension Graph {
    /// Whether edges join nodes to one whole.
    fileprivate func connects(_ nodes: Set<NodeIndex>, edges: [EdgeIndex]) -> Bool {
        guard let start = nodes.min() else { return true }
        var reached: Set = [start]
        var size = 0
        while size < reached.count {
            size = reached.count
            for edge in edges.map({ self[$0] }) where nodes.contains(edge.first) {
                guard nodes.contains(edge.second) else { continue }
                if reached.contains(edge.first) { reached.insert(edge.second) }
                if reached.contains(edge.second) { reached.insert(edge.first) }
            }
        }
        return reached == nodes
    }

    /// The number of nodes of the smallest tree, by trying all sets of nodes.
    fileprivate func smallestConnectedCount(
        _ terminals: Set<NodeIndex>, filter: SearchFilter
    ) -> Int? {
        let others = (0..<nodeCount).map { NodeIndex($0) }.filter {
            !terminals.contains($0) && passes($0, by: filter)
        }
        let usable = allEdges.map(\.index).filter { admits($0, by: filter) }
        return (0..<1 << others.count).compactMap { bits in
            let nodes = terminals.union(
                others.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
            return connects(nodes, edges: usable) ? nodes.count : nil
        }.min()
    }
}
