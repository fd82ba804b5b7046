import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct ShortestPathsTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func allShortestPathsAreThoseOfBruteForce(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(
            nodes: 8, edges: Int.random(in: 3...20, using: &generator), using: &generator)
        let filter =
            seed % 4 == 0 ? SearchFilter() : SearchFilter.random(nodes: 8, using: &generator)
        var workspace = SearchWorkspace()
        for source in 0..<8 {
            for target in 0..<8 {
                let (source, target) = (NodeIndex(source), NodeIndex(target))
                let all = graph.bruteForcePaths(from: source, to: target, filter: filter)
                let shortest = all.first.map { first in
                    all.filter { $0.count == first.count }.map {
                        graph.path(along: $0, filter: filter)
                    }
                }
                let found = try graph.allShortestPaths(
                    from: source, to: target, filter: filter, using: &workspace)
                #expect(found.map(Array.init) == shortest)
                #expect(found?.pathCount == shortest.map { UInt64($0.count) })
                #expect(found?.length == shortest?.first?.length)
                #expect(
                    try graph.shortestPath(
                        from: source, to: target, filter: filter, using: &workspace)
                        == shortest?.first)
            }
        }
    }

    /// Sparse graphs have long paths: balls of many levels.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func longPathsAreThoseOfBruteForce(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(nodes: 24, edges: 30, using: &generator)
        var workspace = SearchWorkspace()
        let (source, target) = (NodeIndex(0), NodeIndex(23))
        let all = graph.bruteForcePaths(from: source, to: target)
        let shortest = all.filter { $0.count == all[0].count }.map { graph.path(along: $0) }
        let found = try graph.allShortestPaths(from: source, to: target, using: &workspace)
        #expect(found.map(Array.init) ?? [] == shortest)
        #expect(
            try graph.shortestPath(from: source, to: target, using: &workspace) == shortest.first)
    }

    @Test
    func oneWorkspaceServesGraphsOfAllSizes() throws {
        var workspace = SearchWorkspace()
        for nodes in [3, 40, 7, 300, 2] {
            let chain = (1..<nodes).map { Graph.Edge(NodeIndex($0 - 1), NodeIndex($0)) }
            let graph = Graph(nodeCount: nodes, edges: chain)
            let (first, last) = (NodeIndex(0), NodeIndex(nodes - 1))
            let path = try graph.shortestPath(from: first, to: last, using: &workspace)
            #expect(path?.edges == (0..<(nodes - 1)).map { EdgeIndex($0) })
        }
    }

    /// A chain of diamonds, each of which has two ways.
    private func diamonds(_ count: Int) -> Graph {
        var edges: [Graph.Edge] = []
        for diamond in 0..<count {
            let start = 3 * diamond
            for (a, b) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
                edges.append(.init(NodeIndex(start + a), NodeIndex(start + b)))
            }
        }
        return Graph(nodeCount: 3 * count + 1, edges: edges)
    }

    @Test
    func pathsAreCountedWithoutBeingMade() throws {
        let paths = try diamonds(63).allShortestPaths(from: NodeIndex(0), to: NodeIndex(189))
        #expect(paths?.length == 126)
        #expect(paths?.pathCount == 1 << 63)
        #expect(paths.map { Array($0.prefix(3)).count } == 3)
    }

    @Test
    func countsBeyondSixtyFourBitsAreSaid() throws {
        let paths = try diamonds(64).allShortestPaths(from: NodeIndex(0), to: NodeIndex(192))
        #expect(paths?.pathCount == .max)
    }

    @Test
    func nodesOfOtherGraphsAreRefused() {
        let graph = Graph(nodeCount: 2, edges: [])
        #expect(throws: GraphError.unknownNode(NodeIndex(2))) {
            try graph.shortestPath(from: NodeIndex(0), to: NodeIndex(2))
        }
        #expect(throws: GraphError.unknownNode(NodeIndex(7))) {
            try graph.allShortestPaths(from: NodeIndex(7), to: NodeIndex(0))
        }
    }
}
