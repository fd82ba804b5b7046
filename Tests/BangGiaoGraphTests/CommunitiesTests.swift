import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct CommunitiesTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func communitiesAreConnectedAndNoNodeWouldDoBetterElsewhere(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...40, using: &generator)
        let graph = try Graph.random(
            nodes: count, edges: Int.random(in: 0...(2 * count), using: &generator),
            using: &generator)
        let resolution = [1, 0.5, 2][Int(seed % 3)]
        let found = graph.communities(resolution: resolution)
        #expect(found == graph.communities(resolution: resolution))
        #expect(
            abs(found.modularity - graph.modularity(found.numbers, resolution: resolution)) < 1e-9)
        #expect(found.members.map { $0[0] } == found.members.map { $0[0] }.sorted())
        for members in found.members {
            let others = NodeSet(
                (0..<count).map { NodeIndex($0) }.filter { !members.contains($0) })
            let within = graph.restricted(to: SearchFilter(closedNodes: others)).graph
            let components = within.connectedComponents()
            #expect(Set(members.map { components[$0] }).count == 1)
        }
        for node in 0..<count {
            for other in 0...found.count {
                var moved = found.numbers
                moved[node] = other
                #expect(
                    graph.modularity(moved, resolution: resolution) < found.modularity + 1e-9)
            }
        }
    }

    /// By trying all partitions of 7 nodes: the best is found in most graphs, and never missed far.
    @Test
    func modularityIsNearTheBest() throws {
        var generator = SeededGenerator(seed: 11)
        var best = 0
        for _ in 0..<30 {
            let graph = try Graph.random(nodes: 7, edges: 9, using: &generator)
            let optimum = partitions(of: 7).map { graph.modularity($0, resolution: 1) }.max() ?? 0
            let found = graph.communities().modularity
            #expect(found <= optimum + 1e-9)
            #expect(found > optimum - 0.1)
            if found > optimum - 1e-9 { best += 1 }
        }
        #expect(best >= 24)
    }

    @Test
    func cliquesJoinedByOneEdgeAreCommunities() {
        var edges: [Graph.Edge] = []
        for clique in 0..<6 {
            for first in 0..<5 {
                for second in 0..<first {
                    edges.append(
                        .init(NodeIndex(5 * clique + first), NodeIndex(5 * clique + second)))
                }
            }
            edges.append(.init(NodeIndex(5 * clique), NodeIndex((5 * clique + 6) % 30)))
        }
        let found = Graph(nodeCount: 30, edges: edges).communities()
        #expect(found.numbers == (0..<30).map { $0 / 5 })
    }

    @Test
    func nodesWithoutEdgesAreAlone() {
        let found = Graph(nodeCount: 3, edges: []).communities()
        #expect(found.numbers == [0, 1, 2])
        #expect(found.modularity == 0)
    }

    private func partitions(of count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return partitions(of: count - 1).flatMap { smaller in
            (0...((smaller.max() ?? -1) + 1)).map { smaller + [$0] }
        }
    }
}

extension Graph {
    /// Modularity by its definition: over all pairs of nodes of one community.
    fileprivate func modularity(_ numbers: [Int], resolution: Double) -> Double {
        var matrix = [[Double]](
            repeating: [Double](repeating: 0, count: nodeCount), count: nodeCount)
        for (_, edge) in allEdges {
            matrix[edge.first.offset][edge.second.offset] += 1
            matrix[edge.second.offset][edge.first.offset] += 1
        }
        let strengths = matrix.map { $0.reduce(0, +) }
        let total = strengths.reduce(0, +)
        guard total > 0 else { return 0 }
        var sum = 0.0
        for first in 0..<nodeCount {
            for second in 0..<nodeCount where numbers[first] == numbers[second] {
                sum +=
                    matrix[first][second] - resolution * strengths[first] * strengths[second]
                    / total
            }
        }
        return sum / total
    }
}
