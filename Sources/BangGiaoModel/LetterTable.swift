/// The folding of the scalars that Vietnamese and its neighbours are written with, worked out once.
///
/// Composed letters only: a mark that stands alone may change places with the one before it.
enum LetterTable {
    private struct Folded: Sendable {
        /// UTF-8 of the small letter without tone, the first byte lowest.
        var bytes: UInt64 = 0
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
        var shift: UInt64 = 0
        for part in TextFolding.keyOfAnyText(String(scalar)).unicodeScalars {
            if TextFolding.toneMarks.contains(part) {
                result.tone = UInt8(part.value & 0x3F | 0x80)
                continue
            }
            for byte in String(part).utf8 {
                result.bytes |= UInt64(byte) << shift
                shift += 8
            }
        }
        result.isPartOfWord = TextFolding.isPartOfWord(scalar)
        return result
    }

    /// Returns the key of a text, ``TextFolding/key(_:)``; nil where it has a scalar that isn't in the table.
    static func key(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            // A letter of two bytes or more grows to twice its length at most, and each word by a
            // tone of two bytes in place of none.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 3) { result in
                write(bytes, to: result).map { count in
                    String(decoding: UnsafeBufferPointer(rebasing: result[..<count]), as: UTF8.self)
                }
            }
        }
    }

    /// Writes the key, and returns its length.
    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to result: UnsafeMutableBufferPointer<UInt8>
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
            let folded: Folded
            if value < latin.upperBound {
                folded = table[Int(value)]
            } else if marked.contains(value) {
                folded = table[Int(value - marked.lowerBound + latin.upperBound)]
            } else {
                return nil
            }
            if !folded.isPartOfWord { flush() }
            if folded.tone != 0 { tone = folded.tone }
            var rest = folded.bytes
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
