import BangGiaoKnowledge
import TestSupport
import Testing

@Suite("Clusters of a component")
struct ComponentClusteringTests {
    private func clusters(_ count: Int, _ judgements: [CellJudgement]) -> [[Int]] {
        ComponentClustering.clusters(count: count, judgements: judgements)
    }

    @Test("what is the same is joined, through others too")
    func chain() {
        let pairs = [
            CellJudgement(0, 1, .same, weight: 100), CellJudgement(1, 2, .same, weight: 95),
            CellJudgement(0, 2, .unsure, weight: 40),
        ]
        #expect(clusters(4, pairs) == [[0, 1, 2], [3]])
    }

    @Test("what fits two that are different joins neither, unless it fits one much better")
    func rivals() {
        let equal = [
            CellJudgement(0, 2, .same, weight: 120), CellJudgement(1, 2, .same, weight: 115),
        ]
        #expect(clusters(3, equal) == [[0], [1], [2]])
        let better = [
            CellJudgement(0, 2, .same, weight: 160), CellJudgement(1, 2, .same, weight: 115),
        ]
        #expect(clusters(3, better) == [[0, 2], [1]])
    }

    private func random(_ seed: UInt64) -> (count: Int, pairs: [CellJudgement], SeededGenerator) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 2...9, using: &generator)
        var pairs: [CellJudgement] = []
        for first in 0..<count {
            for second in (first + 1)..<count where Int.random(in: 0..<3, using: &generator) > 0 {
                let weight = Int.random(in: 0...200, using: &generator)
                pairs.append(
                    CellJudgement(first, second, weight < 90 ? .unsure : .same, weight: weight))
            }
        }
        return (count, pairs, generator)
    }

    @Test(
        "every cell is in one cluster, and no two different ones in one",
        arguments: 0..<200 as Range<UInt64>)
    func cover(seed: UInt64) {
        let (count, pairs, _) = random(seed)
        let found = clusters(count, pairs)
        #expect(found.joined().sorted() == Array(0..<count))
        let known = Set(pairs.map { [$0.first, $0.second] })
        for cluster in found {
            for (place, first) in cluster.enumerated() {
                for second in cluster[(place + 1)...] { #expect(known.contains([first, second])) }
            }
        }
    }

    @Test(
        "the order of judgements and of the two of a pair doesn't matter",
        arguments: 0..<200 as Range<UInt64>)
    func order(seed: UInt64) {
        var (count, pairs, generator) = random(seed)
        let found = clusters(count, pairs)
        pairs.shuffle(using: &generator)
        pairs = pairs.map { CellJudgement($0.second, $0.first, $0.verdict, weight: $0.weight) }
        #expect(clusters(count, pairs) == found)
    }

    @Test("what another component holds changes nothing", arguments: 0..<100 as Range<UInt64>)
    func decomposition(seed: UInt64) {
        let (count, pairs, _) = random(seed)
        let (other, more, _) = random(seed + 1000)
        let moved = more.map {
            CellJudgement($0.first + count, $0.second + count, $0.verdict, weight: $0.weight)
        }
        let apart = clusters(count, pairs) + clusters(other, more).map { $0.map { $0 + count } }
        #expect(clusters(count + other, pairs + moved) == apart)
    }
}
