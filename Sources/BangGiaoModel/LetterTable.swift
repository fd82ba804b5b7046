/// The folding of the scalars that Vietnamese and its neighbours are written with, worked out once.
///
/// Composed letters only: a mark that stands alone may change places with the one before it.
enum LetterTable {
    private struct Folded: Sendable {
        /// UTF-8 of the small letter without tone, the first byte lowest.
        var bytes: UInt64 = 0
        /// UTF-8 of the small letter without any mark, the first byte lowest.
        var unmarked: UInt64 = 0
        /// The second byte of the tone mark's UTF-8; 0 for none.
        var tone: UInt8 = 0
        var isPartOfWord = false
    }

    /// Latin letters, and those with Vietnamese marks.
    private static let latin: Range<UInt32> = 0..<0x250
    private static let marked: Range<UInt32> = 0x1E00..<0x1F00

    private static let table: [Folded] = (Array(latin) + Array(marked)).map { value in
        Unicode.Scalar(value).map(folded) ?? Folded()
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Folded {
        var result = Folded()
        var letters = ""
        for part in TextFolding.keyOfAnyText(String(scalar)).unicodeScalars {
            if TextFolding.toneMarks.contains(part) {
                result.tone = UInt8(part.value & 0x3F | 0x80)
            } else {
                letters.unicodeScalars.append(part)
            }
        }
        result.bytes = packed(letters)
        result.unmarked = packed(TextFolding.unaccentedAnyText(String(scalar)))
        result.isPartOfWord = TextFolding.isPartOfAnyWord(scalar)
        return result
    }

    /// UTF-8 in one number, the first byte lowest.
    private static func packed(_ text: String) -> UInt64 {
        text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Whether a scalar goes on with a word; nil for one that isn't in the table.
    static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool? {
        entry(scalar.value)?.isPartOfWord
    }

    private static func entry(_ value: UInt32) -> Folded? {
        if value < latin.upperBound { return table[Int(value)] }
        guard marked.contains(value) else { return nil }
        return table[Int(value - marked.lowerBound + latin.upperBound)]
    }

    /// Returns the key of a text, ``TextFolding/key(_:)``; nil where it has a scalar that isn't in the table.
    static func key(_ text: String) -> String? { written(text, isMarked: true) }

    /// Returns a text without any mark, ``TextFolding/unaccented(_:)``; nil where it has a scalar that isn't in the table.
    static func unaccented(_ text: String) -> String? { written(text, isMarked: false) }

    private static func written(_ text: String, isMarked: Bool) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            // A letter of two bytes or more grows to twice its length at most, and each word by a
            // tone of two bytes in place of none.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 3) { result in
                write(bytes, to: result, isMarked: isMarked).map { count in
                    String(decoding: UnsafeBufferPointer(rebasing: result[..<count]), as: UTF8.self)
                }
            }
        }
    }

    /// Writes the key, or the letters alone, and returns its length.
    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to result: UnsafeMutableBufferPointer<UInt8>,
        isMarked: Bool
    ) -> Int? {
        var count = 0
        var tone: UInt8 = 0
        func flush() {
            guard tone != 0 else { return }
            result[count] = 0xCC
            result[count + 1] = tone
            count += 2
            tone = 0
        }
        var offset = 0
        while offset < bytes.count {
            var value = UInt32(bytes[offset])
            if value < 0x80 {
                offset += 1
            } else if value < 0xE0 {
                value = (value & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
                offset += 2
            } else if value == 0xE1 {
                value =
                    0x1000 | UInt32(bytes[offset + 1] & 0x3F) << 6
                    | UInt32(bytes[offset + 2] & 0x3F)
                offset += 3
            } else {
                return nil
            }
            guard let folded = entry(value) else { return nil }
            if isMarked {
                if !folded.isPartOfWord { flush() }
                if folded.tone != 0 { tone = folded.tone }
            }
            var rest = isMarked ? folded.bytes : folded.unmarked
            repeat {
                result[count] = UInt8(truncatingIfNeeded: rest)
                count += 1
                rest >>= 8
            } while rest != 0
        }
        flush()
        return count
    }
}
