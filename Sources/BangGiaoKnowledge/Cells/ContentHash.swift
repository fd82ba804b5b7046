/// A number of 64 bits that follows from a text alone: the same on every machine and in every run.
///
/// For ids of derived rows and keys of blocks, where a text would be too long. Of a million texts two
/// share a number with a probability of 3 in 100 million.
/// - Note: FNV-1a (RFC 9923), with the last steps of MurmurHash3 so that all bits depend on all.
public struct ContentHash: Sendable {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Starts with the empty text.
    public init() {}

    /// Hashes a text.
    ///
    /// - Complexity: O(length).
    public init(_ text: some StringProtocol) { combine(text) }

    /// Takes in a part, and an end that no text has, so that "ab", "c" isn't "a", "bc".
    public mutating func combine(_ part: some StringProtocol) {
        for byte in part.utf8 { combine(byte) }
        combine(UInt8(0xFF))
    }

    /// Takes in a number of four bytes.
    public mutating func combine(_ number: UInt32) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            combine(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    private mutating func combine(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// The number.
    public var value: Int64 {
        var bits = state
        bits = (bits ^ bits >> 33) &* 0xff51_afd7_ed55_8ccd
        bits = (bits ^ bits >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return Int64(bitPattern: bits ^ bits >> 33)
    }
}
