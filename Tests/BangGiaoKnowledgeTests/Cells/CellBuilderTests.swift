import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct CellBuilderTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func cellsReadBackFromTheirSignatures(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let facts = Story.random("a", using: &generator).facts
        for cell in CellBuilder().cells(of: facts) {
            let copy = EntityCell(signature: cell.signature)
            #expect(copy == cell)
            #expect(copy?.id == cell.id)
        }
    }

    /// Whatever the judge finds of two cells, it finds among those that share a key.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func whatMayBeOneSharesAKey(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let judge = CellJudge()
        let cells = Story.randomCollection(count: 8, using: &generator).flatMap {
            CellBuilder(judge: judge).cells(of: $0.facts)
        }
        for first in cells where judge.tellsEnough(first) {
            for second in cells where judge.tellsEnough(second) {
                let one = judge.compare(first, second)
                #expect(one == judge.compare(second, first))
                if one != nil {
                    let keys = judge.blockingKeys(of: first)
                    #expect(!keys.isDisjoint(with: judge.blockingKeys(of: second)))
                }
            }
        }
    }

    @Test
    func twoThatNothingTellsApartStandAlone() {
        var story = Story("a")
        _ = story.person("Trần Thị Hồng Hạnh", "VN")
        _ = story.person("Trần Thị Hồng Hạnh", "VN")
        let cells = CellBuilder().cells(of: story.facts)
        #expect(cells.map(\.only) == ["a#p1", "a#p2"])
    }
}
