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
        if !mark, isPlain(input[...]) {
            return NormalizedText(text: whole, bytes: input, offsets: .identity)
        }
        let body = mark ? Array(input[3...]) : input
        let bytes = composed(withPlainLineBreaks(body))
        return NormalizedText(
            text: String(decoding: bytes, as: UTF8.self), bytes: bytes,
            offsets: offsets(of: bytes, in: input, from: mark ? 3 : 0))
    }

    /// Whether bytes of UTF-8 surely are NFC with plain line breaks.
    ///
    /// Says yes for letters, marks and signs of which Unicode's property NFC_Quick_Check is Yes in
    /// the ranges that our texts are made of; no for all else, without looking closer.
    static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            doubtfulBytes.withUnsafeBufferPointer { doubtful in
                guard let last = bytes.last else { return true }
                var start = 0
                while start < bytes.count - 1 {
                    let end = min(start + 64, bytes.count - 1)
                    // Block by block without branches: letters with marks, U+1E00 to U+1EFF, are
                    // too frequent to be guessed.
                    var doubt: UInt8 = 0
                    for index in start..<end {
                        let other = (bytes[index] ^ 0xE1) | (bytes[index + 1] & 0xFC ^ 0xB8)
                        doubt |= doubtful[Int(bytes[index])] & (other | (0 &- other)) >> 7
                    }
                    if doubt != 0, !isPlain(bytes, start..<end, doubtful) { return false }
                    start = end
                }
                return doubtful[Int(last)] == 0
            }
        }
    }

    private static func isPlain(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
        _ doubtful: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        range.allSatisfy { index in
            doubtful[Int(bytes[index])] == 0 || isPlainLead(bytes[index], bytes, index)
        }
    }

    /// One for the bytes that are not plain whatever follows. Plain are ASCII, bytes that go on,
    /// and those that begin U+00C0 to U+02FF, Cyrillic and ideographs.
    private static let doubtfulBytes: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0x0D, 0xC2: 1
        case ..<0xCC, 0xD0, 0xD1, 0xE4...0xE9: 0
        default: 1
        }
    }

    private static func isPlainLead(
        _ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
    ) -> Bool {
        switch byte {
        case 0xE1: bytes[index + 1] & 0xFC == 0xB8  // Letters with marks.
        case 0xC2: bytes[index + 1] != 0x85  // A line break.
        case 0xE2: isPlainSign(bytes[index + 1], bytes[index + 2])
        case 0xF0: bytes[index + 1] == 0x9F  // Pictographs.
        default: false
        }
    }

    /// General punctuation, currency and letterlike signs, arrows.
    private static func isPlainSign(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: third > 0x81 && third != 0xA8 && third != 0xA9
        case 0x81, 0x82, 0x86: true
        case 0x84: third != 0xA6 && third != 0xAA && third != 0xAB
        default: false
        }
    }

    /// Composes the words that need it.
    ///
    /// Words cut at spaces and line breaks may be composed one by one: nothing composes with these.
    private static func composed(_ bytes: [UInt8]) -> [UInt8] {
        if isPlain(bytes[...]) { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0x0A { end += 1 }
            let word = bytes[start..<end]
            if isPlain(word) {
                result += word
            } else {
                let text = String(decoding: word, as: UTF8.self)
                result += text.precomposedStringWithCanonicalMapping.utf8
            }
            if end < bytes.count { result.append(bytes[end]) }
            start = end + 1
        }
        return result
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
