import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct NeighbourhoodTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func neighboursAreThoseWithShortPaths(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(nodes: 9, edges: 12, using: &generator)
        let filter = SearchFilter.random(nodes: 9, using: &generator)
        let center = NodeIndex(Int.random(in: 0..<9, using: &generator))
        for hops in 0...4 {
            let expected = (0..<9).compactMap { number -> (distance: Int, node: NodeIndex)? in
                let node = NodeIndex(number)
                let paths = graph.bruteForcePaths(from: center, to: node, filter: filter)
                guard let shortest = paths.first?.count, shortest <= hops + 1 else {
                    return nil
                }
                return (shortest - 1, node)
            }.sorted { $0 < $1 }
            let found = try graph.neighbourhood(of: center, hops: hops, filter: filter)
            #expect(found.map(\.node) == expected.map(\.node))
            #expect(found.map(\.distance) == expected.map(\.distance))
        }
    }
}
