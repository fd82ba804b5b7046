import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct PathThroughTests {
    @Test(arguments: 0..<400 as Range<UInt64>)
    func noSimplePathThroughTheWaypointIsShorter(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(
            nodes: 9, edges: Int.random(in: 8...16, using: &generator), using: &generator)
        var workspace = SearchWorkspace()
        for waypoint in 0..<9 {
            let waypoint = NodeIndex(waypoint)
            var filter =
                seed % 2 == 0 ? SearchFilter() : SearchFilter.random(nodes: 9, using: &generator)
            let (source, target) = (
                NodeIndex(0), NodeIndex(Int.random(in: 0..<9, using: &generator))
            )
            let found = try graph.shortestPath(
                from: source, to: target, through: waypoint, filter: filter, using: &workspace)
            // The waypoint is passed whatever the filter says of it; an end is none passed.
            filter.closedNodes = NodeSet(
                (0..<9).map { NodeIndex($0) }.filter {
                    $0 != waypoint && !graph.passes($0, by: filter)
                })
            filter.nodeTags = .all
            let shortest = graph.bruteForcePaths(from: source, to: target, filter: filter)
                .first { $0.contains(waypoint) }
            #expect(found?.length == shortest.map { $0.count - 1 })
            guard let found else { continue }
            #expect(found.nodes.first == source && found.nodes.last == target)
            #expect(found.nodes.contains(waypoint))
            #expect(Set(found.nodes).count == found.nodes.count)
            #expect(found == graph.path(along: found.nodes, filter: filter))
        }
    }

    /// Both shortest ways from the waypoint run through one node, so that one must give way.
    @Test
    func theNearWayGivesWayToTheOnlyOther() throws {
        let graph = Graph(
            nodeCount: 6,
            edges: [(2, 3), (3, 0), (3, 1), (2, 4), (4, 5), (5, 0)].map {
                .init(NodeIndex($0.0), NodeIndex($0.1))
            })
        var workspace = SearchWorkspace()
        let path = try graph.shortestPath(
            from: NodeIndex(0), to: NodeIndex(1), through: NodeIndex(2), using: &workspace)
        #expect(path?.nodes == [0, 5, 4, 2, 3, 1].map { NodeIndex($0) })
    }

    @Test
    func nodesOfOtherGraphsAreRefused() {
        let graph = Graph(nodeCount: 2, edges: [])
        #expect(throws: GraphError.unknownNode(NodeIndex(2))) {
            var workspace = SearchWorkspace()
            return try graph.shortestPath(
                from: NodeIndex(0), to: NodeIndex(1), through: NodeIndex(2), using: &workspace)
        }
    }
}
