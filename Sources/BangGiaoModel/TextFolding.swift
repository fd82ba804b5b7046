import Foundation

/// Forms of Vietnamese text that serve as keys: never printed, never stored in place of the text.
public enum TextFolding {
    /// Returns the key under which spellings of one word meet: lower case, tone mark last.
    ///
    /// "Hoà" and "Hòa", "Thuỷ" and "Thủy", "ỦY" and "Uỷ" have one key; "Hằng" and "Hạng" have two.
    /// - Complexity: O(length).
    public static func key(_ text: String) -> String {
        LetterTable.key(text) ?? keyOfAnyText(text)
    }

    /// The key by the properties of Unicode, for scalars that ``LetterTable`` doesn't have.
    static func keyOfAnyText(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var tone: Unicode.Scalar?
        func flush() {
            if let mark = tone { result.unicodeScalars.append(mark) }
            tone = nil
        }
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if toneMarks.contains(scalar) {
                tone = scalar
            } else if isPartOfAnyWord(scalar) {
                // Icelandic eth is what some keyboards give for the Vietnamese letter.
                result.unicodeScalars.append(scalar == "\u{F0}" ? "\u{111}" : scalar)
            } else {
                flush()
                result.unicodeScalars.append(scalar)
            }
        }
        flush()
        return result
    }

    /// Returns the text without any mark: "Phạm Thu Hằng" gives "pham thu hang".
    ///
    /// For what a person types into a search, not for identity: it makes different people equal.
    /// - Complexity: O(length).
    public static func unaccented(_ text: String) -> String {
        LetterTable.unaccented(text) ?? unaccentedAnyText(text)
    }

    /// The text without marks by the properties of Unicode, for scalars that ``LetterTable`` doesn't
    /// have.
    static func unaccentedAnyText(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "\u{111}", "\u{F0}": result.unicodeScalars.append("d")
            case "\u{300}"..."\u{36F}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Grave, acute, tilde, hook above, dot below.
    static let toneMarks: Set<Unicode.Scalar> = [
        "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}",
    ]

    /// Whether a scalar goes on with a word: a letter, or a mark on one.
    ///
    /// - Complexity: O(1), and quick for the letters of Vietnamese.
    public static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        LetterTable.isPartOfWord(scalar) ?? isPartOfAnyWord(scalar)
    }

    /// Whether a scalar goes on with a word by the properties of Unicode.
    static func isPartOfAnyWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.isDiacritic
    }
}
