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

    private static func fill(
        _ output: UnsafeMutableBufferPointer<UInt8>, from bytes: UnsafeBufferPointer<UInt8>
    ) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            output[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
            index += 1
            if byte < 0xC3 || index >= bytes.count { continue }
            let second = bytes[index]
            switch byte {
            case 0xC3 where (0x80...0x9E).contains(second) && second != 0x97:
                output[index] = second + 0x20
            case 0xC4 where second < 0xB8 && second & 1 == 0:  // Ă, Đ, Ĩ
                output[index] = second + 1
            case 0xC5 where second >= 0x8A && second < 0xB8 && second & 1 == 0:  // Ũ
                output[index] = second + 1
            case 0xC6 where second == 0xA0 || second == 0xAF:  // Ơ, Ư
                output[index] = second + 1
            case 0xE1 where (0xB8...0xBB).contains(second) && index + 1 < bytes.count:
                let third = bytes[index + 1]
                let hasNoPair = second == 0xBA && (0x96...0x9F).contains(third)
                output[index] = second
                output[index + 1] = third & 1 == 0 && !hasNoPair ? third + 1 : third
                index += 1
            default:
                output[index] = second
            }
            index += 1
        }
    }
}
