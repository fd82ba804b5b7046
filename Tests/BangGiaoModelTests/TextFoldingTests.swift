import BangGiaoModel
import Testing

struct TextFoldingTests {
    @Test(arguments: [
        ("Hoà", "Hòa"), ("Thuỷ", "Thủy"), ("ỦY BAN", "Uỷ ban"), ("Khoẻ", "Khỏe"),
        ("Ðại", "Đại"), ("Ho\u{302}\u{323}i", "Hội"),
    ])
    func spellingsOfOneWordMeet(one: String, other: String) {
        #expect(TextFolding.key(one) == TextFolding.key(other))
    }

    @Test(arguments: [("Hằng", "Hạng"), ("Chính", "Chánh"), ("Hương", "Hường"), ("Võ", "Vũ")])
    func differentNamesStayApart(one: String, other: String) {
        #expect(TextFolding.key(one) != TextFolding.key(other))
    }

    @Test func unaccentedDropsEveryMark() {
        #expect(TextFolding.unaccented("Đặng Thị Thuỳ") == "dang thi thuy")
    }
}
