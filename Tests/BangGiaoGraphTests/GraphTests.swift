import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct GraphTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func rowsHoldEachEdgeAtBothEndsSorted(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let graph = Graph.random(nodes: 6, edges: 15, using: &generator)
        for node in 0..<6 {
            let node = NodeIndex(node)
            let row = Array(graph.neighbours(of: node))
            let expected = (0..<15).flatMap { number -> [(NodeIndex, EdgeIndex)] in
                let edge = graph[EdgeIndex(number)]
                if edge.first == node { return [(edge.second, EdgeIndex(number))] }
                return edge.second == node ? [(edge.first, EdgeIndex(number))] : []
            }.sorted { $0 < $1 }
            #expect(row.map(\.node) == expected.map(\.0))
            #expect(row.map(\.edge) == expected.map(\.1))
            #expect(graph.degree(of: node) == row.count)
            for other in 0..<6 {
                let other = NodeIndex(other)
                #expect(
                    graph.edges(between: node, and: other)
                        == expected.filter { $0.0 == other }.map(\.1))
            }
        }
    }

    @Test
    func emptyGraphHasNothing() {
        let graph = Graph(nodeCount: 0, edges: [])
        #expect(graph.nodeCount == 0)
        #expect(graph.edgeCount == 0)
        #expect(graph.connectedComponents().count == 0)
    }

    @Test
    func setsOfTagsAndNodesKnowTheirMembers() {
        let tags = EdgeTagSet(tags: [EdgeTag(rawValue: 0), EdgeTag(rawValue: 63)])
        #expect(tags.contains(tag: EdgeTag(rawValue: 63)))
        #expect(!tags.contains(tag: EdgeTag(rawValue: 62)))
        #expect(tags.subtracting(tags) == [])
        let nodes = NodeSet([NodeIndex(3), NodeIndex(200)])
        let members = (0..<500).map { NodeIndex($0) }.filter(nodes.contains)
        #expect(members == [NodeIndex(3), NodeIndex(200)])
    }
}
