import BangGiaoModel

/// The identity of a name regardless of case and tone placement: a 64-bit hash of its folded form.
///
/// Hashing a string whose letters have marks composes it anew each time; this looks at bytes once.
struct NameKey: Hashable, Sendable {
    private let hash: UInt64

    /// Makes the key of a whole name.
    init(_ name: String) { self.init(bytes: TextFolding.key(name).utf8) }

    /// Makes the key of a name's words in any order: "Bộ Công nghiệp và Thương mại" is "Bộ Thương
    /// mại và Công nghiệp".
    init(words: [Substring]) {
        hash = words.map { NameKey(bytes: $0.utf8).hash }.sorted()
            .reduce(Self.seed) { ($0 ^ $1) &* Self.prime }
    }

    /// FNV-1a over 64 bits with a final mix (Fowler, Noll, Vo; Stafford's variant 13).
    private init(bytes: some Sequence<UInt8>) {
        var value = bytes.reduce(Self.seed) { ($0 ^ UInt64($1)) &* Self.prime }
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        hash = value ^ (value >> 31)
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
}
