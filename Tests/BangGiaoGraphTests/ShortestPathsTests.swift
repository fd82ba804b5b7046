import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct ShortestPathsTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func allShortestPathsAreThoseOfBruteForce(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let graph = Graph.random(
            nodes: 7, edges: Int.random(in: 3...14, using: &generator), using: &generator)
        let filter = EdgeFilter.random(nodes: 7, using: &generator)
        for source in 0..<7 {
            for target in 0..<7 {
                let (source, target) = (NodeIndex(source), NodeIndex(target))
                let all = graph.bruteForcePaths(from: source, to: target, filter: filter)
                let shortest = all.map(\.count).min().map { length in
                    all.filter { $0.count == length }
                }
                let found = graph.allShortestPaths(from: source, to: target, filter: filter)
                #expect(found.map(Array.init) == shortest)
                #expect(found?.pathCount == shortest.map { Double($0.count) })
                #expect(
                    graph.shortestPath(from: source, to: target, filter: filter)
                        == shortest?.first)
            }
        }
    }

    @Test
    func pathsAreCountedWithoutBeingMade() {
        // A chain of 40 diamonds has 2^40 shortest paths.
        var edges: [Graph.Edge] = []
        for diamond in 0..<40 {
            let start = 3 * diamond
            for (a, b) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
                edges.append(.init(NodeIndex(start + a), NodeIndex(start + b)))
            }
        }
        let graph = Graph(nodeCount: 121, edges: edges)
        let paths = graph.allShortestPaths(from: NodeIndex(0), to: NodeIndex(120))
        #expect(paths?.length == 80)
        #expect(paths?.pathCount == 1_099_511_627_776)
        #expect(paths.map { Array($0.prefix(3)).count } == 3)
    }
}
