import BangGiaoGraph
import TestSupport
import Testing

@Suite
struct BetweennessTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func betweennessIsThatOfBruteForce(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let graph = try Graph.random(nodes: 8, edges: 14, using: &generator)
        var expected = [Double](repeating: 0, count: 8)
        for first in 0..<8 {
            for second in (first + 1)..<8 {
                let all = graph.bruteForcePaths(from: NodeIndex(first), to: NodeIndex(second))
                let shortest = all.filter { $0.count == all[0].count }
                for node in shortest.flatMap({ $0.dropFirst().dropLast() }) {
                    expected[node.offset] += 1 / Double(shortest.count)
                }
            }
        }
        for (found, wanted) in zip(graph.betweenness(), expected) {
            #expect(abs(found - wanted) < 1e-9)
        }
    }

    /// The average over many samples comes near to the whole.
    @Test
    func samplesAreRightOnAverage() throws {
        var generator = SeededGenerator(seed: 3)
        let graph = try Graph.random(nodes: 12, edges: 24, using: &generator)
        let exact = graph.betweenness()
        var sums = [Double](repeating: 0, count: 12)
        for seed in 0..<2_000 as Range<UInt64> {
            for (node, value) in graph.betweenness(sampleCount: 3, seed: seed).enumerated() {
                sums[node] += value / 2_000
            }
        }
        let scale = exact.max() ?? 0
        for (found, wanted) in zip(sums, exact) { #expect(abs(found - wanted) < 0.05 * scale) }
        #expect(
            graph.betweenness(sampleCount: 3, seed: 5) == graph.betweenness(sampleCount: 3, seed: 5)
        )
        #expect(graph.betweenness(sampleCount: 12) == exact)
        #expect(graph.betweenness(sampleCount: 0).allSatisfy { $0 == 0 })
    }
}
