import BangGiaoModel

/// Splits a text into words, numbers and marks, with the offsets of each.
///
/// A word begins with a letter and runs over letters, digits, and apostrophes between letters
/// ("P4G", "N'Djamena"); a number is a run of digits; every other visible scalar is a mark.
/// Tokens and the gaps between them together are the text.
/// - Complexity: O(length), without allocation beside the result.
struct Tokenizer: Sendable {
    /// Returns the tokens of a text in NFC.
    func tokens(of text: String) -> [Token] {
        var text = text
        return text.withUTF8 { tokens(of: $0) }
    }

    private func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 4)
        var hasher = FoldingHasher()
        var offset = 0
        var gap = Token.Gap.paragraph
        var lineBreaks = 0
        while offset < bytes.count {
            let (scalar, width) = decode(bytes, at: offset)
            let shape = Letters.shape(scalar)
            switch shape {
            case .blank:
                if scalar == 0x0A {
                    lineBreaks += 1
                    gap = max(gap, lineBreaks > 1 ? .paragraph : .line)
                } else {
                    gap = max(gap, .space)
                }
                offset += width
                continue
            case .ignored:
                offset += width
                continue
            case .digit:
                tokens.append(number(bytes, from: &offset, gap: gap, &hasher))
            case .lower, .upper, .other:
                tokens.append(word(bytes, from: &offset, gap: gap, &hasher))
            case .mark:
                hasher.reset()
                hasher.add(scalar)
                tokens.append(
                    Token(
                        start: Int32(offset), end: Int32(offset + width),
                        key: WordKey(hash: hasher.finish()), kind: .mark, gap: gap,
                        isCapital: false, isAllCapitals: false, isAccented: false,
                        value: Int32(bitPattern: scalar)))
                offset += width
            }
            gap = .none
            lineBreaks = 0
        }
        return tokens
    }

    private func number(
        _ bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int, gap: Token.Gap,
        _ hasher: inout FoldingHasher
    ) -> Token {
        let start = offset
        var value = 0
        hasher.reset()
        while offset < bytes.count, bytes[offset] >= 48, bytes[offset] <= 57 {
            if offset - start < 9 { value = value * 10 + Int(bytes[offset] - 48) }
            hasher.add(UInt32(bytes[offset]))
            offset += 1
        }
        return Token(
            start: Int32(start), end: Int32(offset), key: WordKey(hash: hasher.finish()),
            kind: .number, gap: gap, isCapital: false, isAllCapitals: false, isAccented: false,
            value: offset - start <= 9 ? Int32(value) : 0)
    }

    private func word(
        _ bytes: UnsafeBufferPointer<UInt8>, from offset: inout Int, gap: Token.Gap,
        _ hasher: inout FoldingHasher
    ) -> Token {
        let start = offset
        hasher.reset()
        var letters = 0
        var capitals = 0
        var digits = 0
        var isCapital = false
        var isAccented = false
        while offset < bytes.count {
            let (scalar, width) = decode(bytes, at: offset)
            let shape = Letters.shape(scalar)
            if shape == .ignored {
                // A combining mark that no letter composes with belongs to the word.
            } else if shape == .upper || shape == .lower || shape == .other {
                if shape == .upper {
                    capitals += 1
                    if letters == 0 { isCapital = true }
                }
                letters += 1
                if scalar > 0x7F { isAccented = true }
            } else if shape == .digit {
                digits += 1
            } else if (scalar == 0x27 || scalar == 0x2019), offset + width < bytes.count,
                letters > 0, Letters.shape(decode(bytes, at: offset + width).scalar).isLetter
            {
                hasher.add(0x27)
                offset += width
                continue
            } else {
                break
            }
            hasher.add(scalar)
            offset += width
        }
        return Token(
            start: Int32(start), end: Int32(offset), key: WordKey(hash: hasher.finish()),
            kind: .word, gap: gap, isCapital: isCapital,
            isAllCapitals: letters + digits > 1 && capitals == letters, isAccented: isAccented,
            value: 0)
    }

    /// Returns the scalar at an offset and its number of bytes; the text is valid UTF-8.
    @inline(__always)
    private func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (scalar: UInt32, width: Int) {
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2) }
        let second = UInt32(bytes[offset + 1] & 0x3F)
        let third = UInt32(bytes[offset + 2] & 0x3F)
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        let fourth = UInt32(bytes[offset + 3] & 0x3F)
        return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }
}

/// What the scalars of a text are to a reader of words.
enum Letters {
    enum Shape: UInt8 {
        case blank
        case ignored
        case digit
        case lower
        case upper
        /// A letter of a script without case.
        case other
        case mark

        var isLetter: Bool { self == .lower || self == .upper || self == .other }
    }

    @inline(__always)
    static func shape(_ scalar: UInt32) -> Shape {
        scalar < 0x2000 ? table[Int(scalar)] : compute(scalar)
    }

    private static let table: [Shape] = (0..<UInt32(0x2000)).map(compute)

    private static func compute(_ value: UInt32) -> Shape {
        guard let scalar = Unicode.Scalar(value) else { return .mark }
        let properties = scalar.properties
        if properties.isWhitespace || value == 0xFEFF || value < 0x20 { return .blank }
        if value == 0xAD || (0x200B...0x200F).contains(value) || value == 0x2060 {
            return .ignored
        }
        if (48...57).contains(value) { return .digit }
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .lowercaseLetter: return .lower
        case .otherLetter, .modifierLetter: return .other
        case .nonspacingMark, .spacingMark, .enclosingMark: return .ignored
        default: return .mark
        }
    }
}
