import BangGiaoModel
import Foundation
import TestSupport
import Testing

@testable import BangGiaoReading

struct TextNormalizerTests {
    /// Letters as they come from keyboards, copies and old systems, composed and not.
    static func randomText(_ generator: inout SeededGenerator) -> String {
        let pieces = [
            "Hội", "nghị", "a", "Ư", "\u{302}", "\u{301}", "\u{323}", "\u{309}", " ", " ", "\n",
            "\r\n", "\r", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{200B}", "\u{A0}", "“", "…", "₫",
            "\u{212B}", "\u{2126}", "\u{AC00}", "\u{1100}\u{1161}", "🙂", "中", "Đ", ".",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...60, using: &generator) {
            text.unicodeScalars +=
                pieces.randomElement(using: &generator)?.unicodeScalars ?? .init()
        }
        return text
    }

    private static func expected(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for (index, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "\u{FEFF}" where index == 0: break
            case "\n" where last == "\r": break
            case "\r", "\u{85}", "\u{2028}", "\u{2029}": plain.append("\n")
            default: plain.append(scalar)
            }
            last = scalar
        }
        return String(plain).precomposedStringWithCanonicalMapping
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func normalisingIsNFCWithPlainLineBreaksAndNothingElse(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let text = Self.randomText(&generator)
        let normalized = try #require(TextNormalizer.normalize(Array(text.utf8)))
        #expect(Array(normalized.text.utf8) == Array(Self.expected(text).utf8))
        #expect(normalized.bytes == Array(normalized.text.utf8))
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func offsetsLeadBackToTheWordsThatWereRead(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let input = Array(Self.randomText(&generator).utf8)
        let normalized = try #require(TextNormalizer.normalize(input))
        var last = 0
        for (offset, byte) in normalized.bytes.enumerated() {
            let original = normalized.offsets.original(offset)
            #expect(original >= last && original <= input.count)
            last = original
            if byte == 0x20 { #expect(input[original] == 0x20) }
        }
        #expect(normalized.offsets.original(normalized.bytes.count) == input.count)
    }

    @Test func offsetsOfWordsAreExact() throws {
        let input = "\u{FEFF}Ho\u{302}\u{323}i nghi\u{323}\r\nLào".utf8
        let normalized = try #require(TextNormalizer.normalize(Array(input)))
        #expect(normalized.text == "Hội nghị\nLào")
        let start = try #require(normalized.text.utf8.firstIndex(of: UInt8(ascii: "L")))
        let offset = normalized.text.utf8.distance(from: normalized.text.utf8.startIndex, to: start)
        let span = normalized.offsets.original(TextSpan(offset, offset + 4))
        #expect(
            String(decoding: Array(input)[span.lowerBound..<span.upperBound], as: UTF8.self)
                == "Lào")
    }

    @Test func textThatNeedsNoChangeKeepsItsOffsets() throws {
        let normalized = try #require(TextNormalizer.normalize(Array("Hội nghị “Lào”\n".utf8)))
        #expect(normalized.offsets.isIdentity)
        #expect(normalized.offsets.original(7) == 7)
    }

    @Test func noScalarIsTakenForPlainThatNormalisationChanges() {
        // Between letters, so that it may compose with what stands before and after it.
        for value in (0x80 as UInt32)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(String(scalar))\u{1EA1}o"
            guard TextNormalizer.isPlain(Array(text.utf8)[...]) else { continue }
            let composed = text.precomposedStringWithCanonicalMapping
            if !composed.utf8.elementsEqual(text.utf8) {
                Issue.record("U+\(String(value, radix: 16)) is no plain scalar.")
            }
        }
    }

    @Test func bytesThatAreNoUTF8GiveNothing() {
        #expect(TextNormalizer.normalize([0x48, 0xE9, 0x20]) == nil)
        #expect(TextNormalizer.normalize([0xE1, 0xBB]) == nil)
    }
}
