import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct GraphTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func rowsHoldEachEdgeAtBothEndsSorted(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(nodes: 6, edges: 15, using: &generator)
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

    @Test(arguments: 0..<50 as Range<UInt64>)
    func edgesComeBackAsTheyWereGiven(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func ends() -> [NodeIndex] {
            (0..<20).map { _ in NodeIndex(Int.random(in: 0..<7, using: &generator)) }
        }
        let (firsts, seconds) = (ends(), ends())
        let columns = EdgeColumns(
            tags: (0..<20).map { EdgeTag(rawValue: UInt8($0)) },
            days: (0..<20).map { $0..<($0 + $0 % 3) },
            confidences: (0..<20).map { UInt8($0) })
        let nodeTags = (0..<7).map { NodeTag(rawValue: UInt8($0)) }
        let graph = try Graph(
            nodeCount: 7, firsts: firsts, seconds: seconds, columns: columns, nodeTags: nodeTags)
        for (number, (first, second)) in zip(firsts, seconds).enumerated() {
            let edge = EdgeIndex(number)
            #expect(graph[edge] == Graph.Edge(first, second, tag: columns.tags[number]))
            let days = columns.days[number]
            #expect(graph.days(of: edge) == (days.isEmpty ? nil : days))
            #expect(graph.confidence(of: edge) == UInt8(number))
        }
        #expect((0..<7).map { graph.tag(of: NodeIndex($0)) } == nodeTags)
    }

    @Test
    func columnsLeftOutSayNothing() {
        let graph = Graph(nodeCount: 2, edges: [.init(NodeIndex(1), NodeIndex(0))])
        #expect(graph.days(of: EdgeIndex(0)) == nil)
        #expect(graph.confidence(of: EdgeIndex(0)) == 100)
        #expect(graph.tag(of: NodeIndex(1)) == NodeTag(rawValue: 0))
    }

    @Test
    func moreDatesThanTwoBytesCanTellApartAreKept() throws {
        let count = 70_000
        let days = (0..<Int32(count)).map { ($0 * 7)..<($0 * 7 + 2) }
        let graph = try Graph(
            nodeCount: 2, firsts: Array(repeating: NodeIndex(0), count: count),
            seconds: Array(repeating: NodeIndex(1), count: count),
            columns: EdgeColumns(days: days))
        #expect((0..<count).allSatisfy { graph.days(of: EdgeIndex($0)) == days[$0] })
    }

    @Test
    func anEdgeTakesNoMoreThanTwentyFourBytes() throws {
        var generator = SeededGenerator(seed: 1)
        let small = try Graph.random(nodes: 10, edges: 0, using: &generator)
        let large = try Graph.random(nodes: 10, edges: 10_000, using: &generator)
        let bytes = large.byteCount - small.byteCount
        // Beside the edges the distinct ranges of days, 8 bytes each, at most 6 times 4.
        #expect(bytes <= 24 * 10_000 + 8 * 24)
    }

    @Test
    func brokenColumnsAreRefused() {
        let node = NodeIndex(0)
        #expect(throws: GraphError.unknownEnd(NodeIndex(1), of: EdgeIndex(1))) {
            try Graph(nodeCount: 1, firsts: [node, NodeIndex(1)], seconds: [node, node])
        }
        #expect(throws: GraphError.columnLength(name: "seconds", count: 0, expected: 1)) {
            try Graph(nodeCount: 1, firsts: [node], seconds: [])
        }
        #expect(throws: GraphError.columnLength(name: "days", count: 2, expected: 1)) {
            try Graph(
                nodeCount: 1, firsts: [node], seconds: [node],
                columns: EdgeColumns(days: [0..<1, 1..<2]))
        }
        #expect(throws: GraphError.columnLength(name: "nodeTags", count: 1, expected: 2)) {
            try Graph(
                nodeCount: 2, firsts: [], seconds: [], nodeTags: [NodeTag(rawValue: 0)])
        }
        #expect(throws: GraphError.confidenceOutOfRange(101, of: EdgeIndex(0))) {
            try Graph(
                nodeCount: 1, firsts: [node], seconds: [node],
                columns: EdgeColumns(confidences: [101]))
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
