import Foundation

/// A text in NFC with `\n` as its line break, and where its bytes came from.
struct NormalizedText {
    var text: String
    /// The bytes of the text.
    var bytes: [UInt8]
    var offsets: OriginalOffsets
}

/// Makes the form of a text that all later work relies on; done once, at the door.
enum TextNormalizer {
    /// Returns the text of UTF-8 bytes; nil where they are no UTF-8.
    ///
    /// A byte order mark at the start is dropped; `\r\n`, `\r`, U+0085, U+2028 and U+2029 become
    /// `\n`; nothing else is lost.
    /// - Complexity: O(*n*). A text that needs no change is only looked through.
    static func normalize(_ input: [UInt8]) -> NormalizedText? {
        guard let whole = String(validating: input, as: UTF8.self) else { return nil }
        let mark = input.starts(with: [0xEF, 0xBB, 0xBF])
        if !mark, isPlain(input) {
            return NormalizedText(text: whole, bytes: input, offsets: .identity)
        }
        let body = mark ? Array(input[3...]) : input
        let broken = withPlainLineBreaks(body)
        let text = String(decoding: broken, as: UTF8.self).precomposedStringWithCanonicalMapping
        let bytes = Array(text.utf8)
        return NormalizedText(
            text: String(decoding: bytes, as: UTF8.self), bytes: bytes,
            offsets: offsets(of: bytes, in: input, from: mark ? 3 : 0))
    }

    /// Whether bytes of UTF-8 surely are NFC with plain line breaks.
    ///
    /// Says yes for letters, marks and signs of which Unicode's property NFC_Quick_Check is Yes in
    /// the ranges that our texts are made of; no for all else, without looking closer.
    static func isPlain(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    if byte == 0x0D { return false }
                    index += 1
                    continue
                }
                let second = bytes[index + 1]
                switch byte {
                case 0xC2:  // All but U+0085, a line break.
                    if second == 0x85 { return false }
                    index += 2
                case 0xC3...0xCB, 0xD0, 0xD1:  // U+00C0 to U+02FF; Cyrillic.
                    index += 2
                case 0xE1:  // U+1E00 to U+1EFF: Latin letters with their marks.
                    if !(0xB8...0xBB).contains(second) { return false }
                    index += 3
                case 0xE2:  // General punctuation, currency and letterlike signs, arrows.
                    if !isPlainSign(second, bytes[index + 2]) { return false }
                    index += 3
                case 0xE4...0xE9:  // Ideographs.
                    index += 3
                case 0xF0:  // Pictographs.
                    if second != 0x9F { return false }
                    index += 4
                default:
                    return false
                }
            }
            return true
        }
    }

    private static func isPlainSign(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: third > 0x81 && third != 0xA8 && third != 0xA9
        case 0x81, 0x82, 0x86: true
        case 0x84: third != 0xA6 && third != 0xAA && third != 0xAB
        default: false
        }
    }

    private static func withPlainLineBreaks(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let width = lineBreak(in: bytes, at: index)
            result.append(width > 0 ? 0x0A : bytes[index])
            index += max(1, width)
        }
        return result
    }

    /// The number of bytes of the line break that begins at an index; 0 where none does.
    private static func lineBreak(in bytes: [UInt8], at index: Int) -> Int {
        func byte(_ distance: Int) -> UInt8 {
            index + distance < bytes.count ? bytes[index + distance] : 0
        }
        switch bytes[index] {
        case 0x0A: return 1
        case 0x0D: return byte(1) == 0x0A ? 2 : 1
        case 0xC2: return byte(1) == 0x85 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
        default: return 0
        }
    }

    /// Maps the words of the text to the words that were read.
    ///
    /// Composition never makes or takes a space or a line break, so the words of both, cut at
    /// these, go in step.
    private static func offsets(
        of bytes: [UInt8], in input: [UInt8], from start: Int
    ) -> OriginalOffsets {
        var offsets = OriginalOffsets.identity
        offsets.note(0, from: start)
        var here = 0
        var there = start
        while here < bytes.count, there < input.count {
            let wordStart = here
            let sourceStart = there
            while here < bytes.count, bytes[here] != 0x20, bytes[here] != 0x0A { here += 1 }
            while there < input.count, input[there] != 0x20, lineBreak(in: input, at: there) == 0 {
                there += 1
            }
            if here - wordStart != there - sourceStart { offsets.note(here, from: there) }
            guard here < bytes.count, there < input.count else { break }
            there += max(1, lineBreak(in: input, at: there))
            here += 1
            offsets.note(here, from: there)
        }
        return offsets
    }
}
