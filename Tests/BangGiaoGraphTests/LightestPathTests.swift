import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct LightestPathTests {
    /// Whole numbers, many of them 0, so that sums are exact and ties are common.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func noPathIsLighter(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(
            nodes: 8, edges: Int.random(in: 5...18, using: &generator), using: &generator)
        let filter =
            seed % 2 == 0 ? SearchFilter() : SearchFilter.random(nodes: 8, using: &generator)
        let edges = (0..<graph.edgeCount).map { _ in
            Double(Int.random(in: 0...5, using: &generator))
        }
        let nodes = (0..<8).map { _ in Double(Int.random(in: 0...3, using: &generator)) }
        let weights = try PathWeights(
            of: graph, edges: edges, nodes: seed % 3 == 0 ? [] : nodes)
        var workspace = SearchWorkspace()
        for source in 0..<8 {
            for target in 0..<8 {
                let (source, target) = (NodeIndex(source), NodeIndex(target))
                let least = graph.bruteForcePaths(from: source, to: target, filter: filter)
                    .map { graph.leastWeight(along: $0, weights: weights, filter: filter) }.min()
                let found = try graph.lightestPath(
                    from: source, to: target, weights: weights, filter: filter, using: &workspace)
                #expect(found.map(weights.weight) == least)
                guard let found else { continue }
                #expect(found.nodes.first == source && found.nodes.last == target)
                #expect(Set(found.nodes).count == found.nodes.count)
                for (edge, ends) in zip(found.edges, zip(found.nodes, found.nodes.dropFirst())) {
                    #expect(graph.edges(between: ends.0, and: ends.1).contains(edge))
                    #expect(graph.admits(edge, by: filter))
                }
            }
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func equalWeightsGiveShortestPaths(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(nodes: 60, edges: 90, using: &generator)
        let weights = try PathWeights(of: graph) { _ in 1 }
        var workspace = SearchWorkspace()
        for target in 0..<60 {
            let target = NodeIndex(target)
            let lightest = try graph.lightestPath(
                from: NodeIndex(0), to: target, weights: weights, using: &workspace)
            let shortest = try graph.shortestPath(
                from: NodeIndex(0), to: target, using: &workspace)
            #expect(lightest?.length == shortest?.length)
        }
    }

    @Test
    func aPenaltyLeadsRoundAHub() throws {
        // 0 - 1 - 2 by the hub, 0 - 3 - 4 - 2 round it.
        let graph = Graph(
            nodeCount: 5,
            edges: [(0, 1), (1, 2), (0, 3), (3, 4), (4, 2)].map {
                .init(NodeIndex($0.0), NodeIndex($0.1))
            })
        let weights = try PathWeights(of: graph) { _ in
            1
        } node: {
            $0 == NodeIndex(1) ? 2 : 0
        }
        let path = try graph.lightestPath(from: NodeIndex(0), to: NodeIndex(2), weights: weights)
        #expect(path?.nodes == [0, 3, 4, 2].map { NodeIndex($0) })
        // At an end the hub costs nothing.
        let toHub = try graph.lightestPath(from: NodeIndex(0), to: NodeIndex(1), weights: weights)
        #expect(toHub.map(weights.weight) == 1)
    }

    @Test(arguments: [-1, .infinity, .nan] as [Double])
    func weightsThatAreNoneAreRefused(weight: Double) {
        let graph = Graph(nodeCount: 2, edges: [.init(NodeIndex(0), NodeIndex(1))])
        #expect(throws: GraphError.self) { try PathWeights(of: graph) { _ in weight } }
        #expect(throws: GraphError.self) {
            try PathWeights(of: graph) { _ in
                1
            } node: { _ in
                weight
            }
        }
    }

    @Test
    func weightsOfOtherGraphsAreRefused() throws {
        let graph = Graph(nodeCount: 2, edges: [.init(NodeIndex(0), NodeIndex(1))])
        let other = try PathWeights(of: Graph(nodeCount: 1, edges: []), edges: [])
        #expect(throws: GraphError.foreignWeights(edges: 0, expected: 1)) {
            try graph.lightestPath(from: NodeIndex(0), to: NodeIndex(1), weights: other)
        }
        #expect(throws: GraphError.columnLength(name: "edges", count: 2, expected: 1)) {
            try PathWeights(of: graph, edges: [1, 2])
        }
        #expect(throws: GraphError.columnLength(name: "nodes", count: 1, expected: 2)) {
            try PathWeights(of: graph, edges: [1], nodes: [1])
        }
    }
}

extension Graph {
    /// The weight of the lightest edges along nodes, and of the nodes passed.
    fileprivate func leastWeight(
        along nodes: [NodeIndex], weights: PathWeights, filter: SearchFilter
    ) -> Double {
        let steps = zip(nodes, nodes.dropFirst()).map { from, to in
            edges(between: from, and: to).filter { admits($0, by: filter) }
                .map { weights.edges[$0.offset] }.min() ?? .infinity
        }
        let passed = weights.nodes.isEmpty ? [] : nodes.dropFirst().dropLast()
        return steps.reduce(0, +) + passed.map { weights.nodes[$0.offset] }.reduce(0, +)
    }
}
