import BangGiaoModel
import TestSupport
import Testing

@testable import BangGiaoExtraction

@Suite("Words of names")
struct NameWordsTests {
    private static let scalars: [Unicode.Scalar] = Array(
        "abyzABYZ019 -.,&'()/\t\u{A0}\u{2009}\u{3000}ăâđêôơưéÀẾỆỷ×÷ßˊ\u{300}\u{323}\u{31B}жДΩλ国ກ“”…²"
            .unicodeScalars)

    private func random(_ seed: UInt64) -> String {
        var generator = SeededGenerator(seed: seed)
        var text = String.UnicodeScalarView()
        // Mostly letters and spaces, so that most texts leave no doubt.
        let few = Int.random(in: 0..<3, using: &generator) > 0
        for _ in 0..<Int.random(in: 0..<16, using: &generator) {
            let pool = few ? Self.scalars.prefix(13) + Self.scalars[25..<38] : Self.scalars[...]
            text.append(pool.randomElement(using: &generator) ?? " ")
        }
        return String(text)
    }

    @Test("are the runs of letters and digits", arguments: 0..<2000)
    func words(seed: Int) {
        let key = TextFolding.key(random(UInt64(seed)))
        let expected = key.split { !$0.isLetter && !$0.isNumber }
        #expect(
            NameWords.words(ofKey: key).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test("single spaces alone are never said of a text that has others", arguments: 0..<2000)
    func spaces(seed: Int) {
        let text = random(UInt64(seed))
        guard text.hasOnlySingleSpaces else { return }
        let spaced = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(Array(spaced.utf8) == Array(text.utf8))
    }

    @Test("single spaces are known in what names are made of")
    func plainNames() {
        for name in ["Bộ Ngoại giao", "Đỗ Thị Ơn", "Jean-Claude O'Neill", "TT&TT"] {
            #expect(name.hasOnlySingleSpaces)
        }
        for name in ["Bộ  Ngoại giao", " Bộ", "Bộ ", "Bộ\u{A0}Y tế", "Bộ\tY tế", ""] {
            #expect(!name.hasOnlySingleSpaces)
        }
    }

    @Test("names meet in any order of words, and whatever the case")
    func nameKeys() {
        func key(_ name: String) -> NameKey {
            NameKey(words: NameWords.words(ofKey: TextFolding.key(name)))
        }
        #expect(key("Công Thương, Hoà") == key("Hòa - công thương"))
        #expect(key("Công Thương") != key("Công Thường"))
        #expect(NameKey("Bộ Hoà") == NameKey("bộ hòa"))
        #expect(NameKey("Bộ Y") != NameKey("Y Bộ"))
    }
}
