import TestSupport
import Testing

@testable import BangGiaoModel

@Suite("The folding by table")
struct LetterTableTests {
    @Test("is the folding by the properties of Unicode, wherever it knows all letters")
    func everyScalar() {
        for value in 0..<UInt32(0x2100) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\u{E0}" + String(scalar) + "b " + String(scalar)
            if let unaccented = LetterTable.unaccented(text) {
                #expect(
                    Array(unaccented.utf8) == Array(TextFolding.unaccentedAnyText(text).utf8),
                    "U+\(String(value, radix: 16))")
            }
            #expect(
                TextFolding.isPartOfWord(scalar) == TextFolding.isPartOfAnyWord(scalar),
                "U+\(String(value, radix: 16))")
            if let key = LetterTable.key(text) {
                #expect(
                    Array(key.utf8) == Array(TextFolding.keyOfAnyText(text).utf8),
                    "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test("of random words is the same, and known for Vietnamese", arguments: 0..<500)
    func randomWords(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let letters = Array("aàảãáạăằâầậeêểiìoôộơờuưựyỳđĐÀỆỚNGhtr -.,0".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<20, using: &generator) {
            text.append(letters.randomElement(using: &generator) ?? "a")
        }
        let key = try #require(LetterTable.key(String(text)))
        #expect(Array(key.utf8) == Array(TextFolding.keyOfAnyText(String(text)).utf8))
    }

    @Test("leaves marks that stand alone to the slow way")
    func looseMarks() {
        #expect(LetterTable.key("a\u{302}\u{323}") == nil)
        #expect(TextFolding.key("ho\u{302}\u{323}i") == TextFolding.key("hội"))
    }
}
