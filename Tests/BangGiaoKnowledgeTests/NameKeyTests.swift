import BangGiaoKnowledge
import Testing

@Suite
struct NameKeyTests {
    @Test(arguments: [
        ("Ủy ban liên Chính phủ Việt Nam-Lào", "Uỷ ban liên chính phủ Việt Nam – Lào"),
        ("Bộ Thông tin, Văn hóa và Du lịch", "Bộ Thông tin Văn hoá và  Du lịch"),
        ("ASEAN+3", "ASEAN + 3"),
        ("Bộ TT&TT", "bộ tt&tt"),
    ])
    func spellingsOfOneNameMeet(first: String, second: String) {
        #expect(NameKey(first) == NameKey(second))
    }

    @Test(arguments: [
        ("Phạm Minh Chính", "Phạm Minh Chánh"), ("Trần Hằng", "Trần Hạng"), ("Bộ Y tế", "Bộ Tế"),
        ("Việt Nam-Lào", "Việt Nam Lào"),
    ])
    func otherNamesDoNot(first: String, second: String) {
        #expect(NameKey(first) != NameKey(second))
    }

    @Test(arguments: [("Hằng", 1), ("Lý Hòa", 2), ("Lý Thị Hòa", 3), ("Vongvichit", 2), ("", 0)])
    func longWordsTellTwiceAsMuch(name: String, distinctness: Int) {
        #expect(NameKey(name).distinctness == distinctness)
    }

    @Test(arguments: [("TTXVN", true), ("Bộ TT&TT", true), ("Bộ Ngoại giao", false), ("Ý", false)])
    func capitalsInARowAreAnAbbreviation(name: String, isAbbreviation: Bool) {
        #expect(NameKey.hasAbbreviation(name) == isAbbreviation)
    }
}
