import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct ConnectedComponentsTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func nodesShareAComponentExactlyWhereAPathJoinsThem(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(nodes: 8, edges: 6, using: &generator)
        let filter = SearchFilter(tags: EdgeTagSet(rawValue: 0b10))
        let components = graph.connectedComponents(tags: filter.tags)
        for first in 0..<8 {
            for second in 0..<8 {
                let (first, second) = (NodeIndex(first), NodeIndex(second))
                let paths = graph.bruteForcePaths(from: first, to: second, filter: filter)
                #expect((components[first] == components[second]) == !paths.isEmpty)
            }
        }
        #expect(components.members.flatMap(\.self).count == 8)
        #expect(components.members.map { $0[0] } == components.members.map { $0[0] }.sorted())
    }
}
