import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct GraphRestrictedTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func whatTheFilterAdmitsIsLeft(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(nodes: 8, edges: 20, using: &generator)
        let filter = SearchFilter.random(nodes: 8, using: &generator)
        let (part, edges) = graph.restricted(to: filter)
        let expected = graph.allEdges.filter { index, edge in
            graph.admits(index, by: filter) && graph.passes(edge.first, by: filter)
                && graph.passes(edge.second, by: filter)
        }
        #expect(edges == expected.map(\.index))
        #expect(part.allEdges.map(\.edge) == expected.map(\.edge))
        #expect(part.nodeCount == graph.nodeCount)
        for (number, edge) in edges.enumerated() {
            #expect(part.days(of: EdgeIndex(number)) == graph.days(of: edge))
            #expect(part.confidence(of: EdgeIndex(number)) == graph.confidence(of: edge))
        }
    }
}
