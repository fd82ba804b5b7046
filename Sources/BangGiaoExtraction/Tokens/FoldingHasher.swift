/// Hashes a word under the folding of `TextFolding.key`: lower case, tone mark last.
///
/// Works scalar by scalar on composed letters, so that a word costs some nanoseconds.
/// FNV-1a over 64 bits with a final mix (Fowler, Noll, Vo; Stafford's variant 13).
struct FoldingHasher {
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private var state = seed
    private var tone: UInt64 = 0
    private let letters = Self.letters

    /// Begins the next word.
    mutating func reset() {
        state = Self.seed
        tone = 0
    }

    /// Adds the next scalar of the word.
    mutating func add(_ scalar: UInt32) {
        if scalar < 0x80 {
            mix(UInt64(scalar >= 65 && scalar <= 90 ? scalar + 32 : scalar))
            return
        }
        if scalar < 0x1F00 {
            let folded = letters[Int(scalar)]
            if folded.letter != 0 {
                mix(UInt64(folded.letter))
                if folded.tone != 0 { tone = UInt64(folded.tone) }
                return
            }
        }
        if let mark = Self.toneNumber(scalar) {
            tone = UInt64(mark)
            return
        }
        mix(UInt64(scalar))
    }

    /// Returns the hash of what was added.
    func finish() -> UInt64 {
        var value = state
        value = (value ^ tone) &* 0x100_0000_01B3
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    private mutating func mix(_ value: UInt64) {
        state = (state ^ value) &* 0x100_0000_01B3
    }

    private struct Folded {
        var letter: UInt16 = 0
        var tone: UInt8 = 0
    }

    /// For each scalar below U+1F00: its lower case without tone, and the tone.
    private static let letters: [Folded] = {
        var table = [Folded](repeating: Folded(), count: 0x1F00)
        let letters = (0x80..<UInt32(0x1F00)).compactMap(Unicode.Scalar.init)
            .filter { $0.properties.isAlphabetic }
        // Decomposed all at once: a call for each letter costs ten times as much.
        var lines = String.UnicodeScalarView()
        for letter in letters {
            lines.append(contentsOf: letter.properties.lowercaseMapping.unicodeScalars)
            lines.append("\n")
        }
        let parts = decomposed(String(lines)).split(separator: "\n")
        for (letter, parts) in zip(letters, parts) {
            var base = String.UnicodeScalarView()
            var tone: UInt8 = 0
            for part in parts {
                if let number = toneNumber(part.value) {
                    tone = number
                } else {
                    base.append(part)
                }
            }
            // Composed again, less the tone.
            let whole = base.count == 1 ? base : recomposed(String(base)).unicodeScalars
            guard whole.count == 1, let first = whole.first, first.value < 0x1F00 else { continue }
            let normal: UInt32 = first == "\u{F0}" ? 0x111 : first.value
            table[Int(letter.value)] = Folded(letter: UInt16(normal), tone: tone)
        }
        return table
    }()

    private static func toneNumber(_ scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0x300: 1
        case 0x301: 2
        case 0x303: 3
        case 0x309: 4
        case 0x323: 5
        default: nil
        }
    }
}
