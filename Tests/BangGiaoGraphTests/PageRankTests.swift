import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct PageRankTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func ranksAreTheStationarySharesOfTheWalk(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...9, using: &generator)
        let graph = try Graph.random(
            nodes: count, edges: Int.random(in: 0...14, using: &generator), using: &generator)
        let damping = [0, 0.5, 0.85, 0.99][Int(seed % 4)]
        let result = graph.pageRank(damping: damping, maximumSweeps: 10_000)
        #expect(result.errorBound <= 1e-10)
        #expect(abs(result.ranks.reduce(0, +) - 1) < 1e-12)
        // The walk itself, step by step from an even start.
        var shares = [Double](repeating: 1 / Double(count), count: count)
        for _ in 0..<4_000 {
            var next = [Double](repeating: (1 - damping) / Double(count), count: count)
            for node in 0..<count {
                let row = graph.neighbours(of: NodeIndex(node))
                for (neighbour, _) in row {
                    next[neighbour.offset] += damping * shares[node] / Double(row.count)
                }
                if row.isEmpty {
                    for other in 0..<count {
                        next[other] += damping * shares[node] / Double(count)
                    }
                }
            }
            shares = next
        }
        let error = zip(result.ranks, shares).reduce(0) { $0 + abs($1.0 - $1.1) }
        #expect(error < 1.1e-10)
    }

    @Test
    func sweepsAreLimited() {
        let star = (1..<9).map { Graph.Edge(NodeIndex(0), NodeIndex($0)) }
        let path = [Graph.Edge(NodeIndex(8), NodeIndex(9))]
        let result = Graph(nodeCount: 10, edges: star + path)
            .pageRank(tolerance: 0, maximumSweeps: 3)
        #expect(result.sweeps == 3)
        #expect(result.errorBound > 0)
    }

    @Test
    func aGraphWithoutNodesHasNoRanks() {
        #expect(Graph(nodeCount: 0, edges: []).pageRank().ranks == [])
    }
}
