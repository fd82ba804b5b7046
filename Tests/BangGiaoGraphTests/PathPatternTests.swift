import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct PathPatternTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func matchingPathsAreThoseOfBruteForce(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(nodes: 7, edges: 20, using: &generator)
        let filter =
            seed % 2 == 0 ? SearchFilter() : SearchFilter.random(nodes: 7, using: &generator)
        let hops = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            PathPattern.Hop(
                edges: EdgeTagSet(
                    rawValue: [1, 2, 3, 3][Int.random(in: 0..<4, using: &generator)]),
                nodes: NodeTagSet(rawValue: [1, 2, 3, 3][Int.random(in: 0..<4, using: &generator)]))
        }
        for source in 0..<7 {
            for target in 0..<7 {
                let (source, target) = (NodeIndex(source), NodeIndex(target))
                let expected = graph.bruteForcePaths(from: source, to: target, filter: filter)
                    .compactMap { graph.path(along: $0, hops: hops, filter: filter) }
                let found = try graph.paths(
                    from: source, to: target, matching: PathPattern(hops), filter: filter)
                #expect(Array(found) == expected)
            }
        }
    }

    @Test
    func nodesOfOtherGraphsAreRefused() {
        let graph = Graph(nodeCount: 2, edges: [])
        #expect(throws: GraphError.unknownNode(NodeIndex(2))) {
            try graph.paths(from: NodeIndex(0), to: NodeIndex(2), matching: PathPattern([]))
        }
    }
}

extension Graph {
    /// The path along nodes, if it has as many edges as there are hops and each is as its hop says.
    fileprivate func path(
        along nodes: [NodeIndex], hops: [PathPattern.Hop], filter: SearchFilter
    ) -> Path? {
        guard nodes.count == hops.count + 1 else { return nil }
        var edges: [EdgeIndex] = []
        for (hop, ends) in zip(hops, zip(nodes, nodes.dropFirst())) {
            let edge = self.edges(between: ends.0, and: ends.1)
                .first { admits($0, by: filter) && hop.edges.contains(tag: tag(of: $0)) }
            guard let edge, hop.nodes.contains(tag: tag(of: ends.1)) else { return nil }
            edges.append(edge)
        }
        return Path(nodes: nodes, edges: edges)
    }
}
