import BangGiaoModel
import Testing

struct VietnameseSyllableTests {
    private func isSpelling(_ word: String) -> Bool {
        VietnameseSyllable.isSpelling(Array(word.lowercased().utf8)[...])
    }

    @Test(arguments: [
        "Nguyễn", "Quyền", "Giang", "Gì", "Nghiêm", "Khuya", "Trường", "Yến", "Oanh", "Hòa", "Hoà",
        "Thuỷ", "Đỗ", "Quang", "Giữa", "Uyên", "Ý",
    ])
    func syllablesOfVietnameseAreTold(word: String) { #expect(isSpelling(word)) }

    @Test(arguments: [
        "Yahoo", "News", "Reuters", "Getty", "Images", "White", "Smith", "John", "Kremlin", "Zing",
        "Straits", "Wong", "q", "b", "",
    ])
    func otherWordsAreNot(word: String) { #expect(!isSpelling(word)) }
}
