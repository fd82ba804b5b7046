import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct CellBuilderTests {
    private let judge = CellJudge(.shared)

    @Test(arguments: 0..<100 as Range<UInt64>)
    func cellsReadBackFromTheirSignatures(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let facts = Story.random("a", using: &generator).facts
        for reading in CellBuilder(judge: judge).cells(of: facts) {
            let copy = EntityCell(signature: reading.cell.signature)
            #expect(copy == reading.cell)
            #expect(copy?.id == reading.cell.id)
        }
    }

    /// Whatever the judge finds of two cells, it finds among those that share a key.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func whatMayBeOneSharesAKey(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let cells = Story.randomCollection(count: 6, using: &generator).flatMap {
            CellBuilder(judge: judge).cells(of: $0.facts)
        }.filter(\.tellsEnough)
        for first in cells {
            for second in cells where judge.compare(first, second) != nil {
                let meets = first.keys.contains { key in
                    second.keys.contains { $0.number == key.number && ($0.isOpen || key.isOpen) }
                }
                #expect(meets, "\(first.cell.signature) and \(second.cell.signature)")
                #expect(
                    judge.compare(first, second)?.weight == judge.compare(second, first)?.weight)
            }
        }
    }

    @Test
    func twoThatNothingTellsApartStandAlone() {
        var story = Story("a")
        _ = story.person("Trần Thị Hồng Hạnh", "VN")
        _ = story.person("Trần Thị Hồng Hạnh", "VN")
        let cells = CellBuilder(judge: judge).cells(of: story.facts)
        #expect(cells.map(\.cell.only) == ["a#p1", "a#p2"])
    }
}
