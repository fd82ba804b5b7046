/// Lower case by bytes, for matching; every letter keeps its number of bytes.
enum LowercaseBytes {
    /// Returns the bytes of UTF-8 with Latin letters, those of Vietnamese among them, in lower case.
    ///
    /// Offsets into the result are offsets into the text.
    /// - Complexity: O(*n*), without looking at scalars.
    static func of(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            bytes.withUnsafeBufferPointer { fill(output, from: $0) }
            count = bytes.count
        }
    }

    /// Without branches on what the bytes are: letters with marks stand too evenly among others
    /// for a processor to guess.
    private static func fill(
        _ output: UnsafeMutableBufferPointer<UInt8>, from bytes: UnsafeBufferPointer<UInt8>
    ) {
        var first: UInt8 = 0
        var second: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            let isEven = byte & 1 ^ 1
            // A to Z: the sixth bit.
            var shift: UInt8 = (byte &- 0x41 < 26 ? 1 : 0) << 5
            // À to Þ, but for the sign of multiplication.
            shift |= (second == 0xC3 && byte < 0x9F && byte != 0x97 ? 1 : 0) << 5
            // Ă, Đ, Ĩ; Ũ; Ơ, Ư.
            shift |= second == 0xC4 && byte < 0xB8 && byte != 0xB0 ? isEven : 0
            shift |= second == 0xC5 && byte >= 0x8A && byte < 0xB8 ? isEven : 0
            shift |= second == 0xC6 && (byte == 0xA0 || byte == 0xAF) ? 1 : 0
            // U+1E00 to U+1EFF, but for U+1E96 to U+1E9F, which have no capitals of one letter.
            let hasPair = second != 0xBA || byte &- 0x96 > 9
            shift |= first == 0xE1 && second & 0xFC == 0xB8 && hasPair ? isEven : 0
            output[index] = byte &+ shift
            first = second
            second = byte
        }
    }
}
