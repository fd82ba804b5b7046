import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct KShortestPathsTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func theFirstPathsAreThoseOfBruteForce(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(
            nodes: 8, edges: Int.random(in: 5...18, using: &generator), using: &generator)
        let filter =
            seed % 2 == 0 ? SearchFilter() : SearchFilter.random(nodes: 8, using: &generator)
        var workspace = SearchWorkspace()
        for target in 0..<8 {
            let (source, target) = (NodeIndex(0), NodeIndex(target))
            let all = graph.bruteForcePaths(from: source, to: target, filter: filter).map {
                graph.path(along: $0, filter: filter)
            }
            for limit in [0, 1, 2, 5, 1_000] {
                let found = try graph.kShortestPaths(
                    from: source, to: target, limit: limit, filter: filter, using: &workspace)
                #expect(found == Array(all.prefix(limit)))
            }
            let short = try graph.kShortestPaths(
                from: source, to: target, limit: 1_000, maximumLength: 3, filter: filter)
            #expect(short == all.filter { $0.length <= 3 })
        }
    }

    /// A second path may be longer than the first by any number of edges.
    @Test
    func aLongWayRoundIsFound() throws {
        let ring = (0..<500).map { Graph.Edge(NodeIndex($0), NodeIndex(($0 + 1) % 500)) }
        let graph = Graph(nodeCount: 500, edges: ring)
        let paths = try graph.kShortestPaths(from: NodeIndex(0), to: NodeIndex(1), limit: 3)
        #expect(paths.map(\.length) == [1, 499])
    }

    @Test
    func nodesOfOtherGraphsAreRefused() {
        let graph = Graph(nodeCount: 2, edges: [])
        #expect(throws: GraphError.unknownNode(NodeIndex(2))) {
            try graph.kShortestPaths(from: NodeIndex(0), to: NodeIndex(2), limit: 1)
        }
    }
}
