import BangGiaoModel

/// A word of a person's name in the forms in which words are compared.
struct NameWord: Hashable, Sendable {
    /// Whether papers wrote a word by ear.
    enum Hearing: Int, Hashable, Comparable, Sendable {
        case none
        /// As far as hyphens tell: "I-bra-him", but also "Chan-o-cha".
        case perhaps
        /// As marks of Vietnamese tell.
        case certain

        static func < (left: Hearing, right: Hearing) -> Bool { left.rawValue < right.rawValue }
    }

    /// The word as it is written, without hyphens.
    let written: String
    /// The key of the word: case and the place of the tone mark don't matter; no hyphens.
    let key: String
    /// The letters without marks.
    let letters: String
    /// The letters with romanisations folded into one.
    let folded: String
    /// The folded letters with what romanisations of long words mix up made one.
    let loose: String
    /// Whether it is spelt as one syllable of Vietnamese.
    let isSyllable: Bool
    /// Whether a mark stands on it.
    let isMarked: Bool
    /// Whether it stands for a longer word: "J.".
    let isInitial: Bool
    /// Whether it is written by ear.
    var hearing = Hearing.none
    /// The letters as ``Transliteration`` reads a romanised word.
    let latin: [UInt8]
    /// The letters as ``Transliteration`` reads a word written by ear.
    let sounds: [UInt8]

    init(_ text: String, isInitial: Bool = false, _ romanisation: Romanisation) {
        let joined = text.filter { !Self.joiners.contains($0) }
        written = joined
        key = Self.key(joined)
        letters = Self.unmarked(joined)
        folded = romanisation.fold(letters)
        loose = Romanisation.loosened(folded)
        isSyllable = VietnameseSyllable.isSpelling(Array(joined.lowercased().utf8)[...])
        isMarked = !joined.utf8.allSatisfy { $0 < 128 }
        self.isInitial = isInitial
        latin = Transliteration.letters(letters)
        sounds = Transliteration.sounds(joined)
    }

    /// The first letter without marks.
    var first: Character { letters.first ?? " " }

    /// Marks that may stand within a word.
    static let joiners: Set<Character> = ["-", "\u{2010}", "\u{2011}", "'", "’", "ʼ", "`", "·"]

    /// The key of a syllable: "Quí" and "Quý", "Sĩ" and "Sỹ" are one.
    static func key(_ text: String) -> String {
        let key = TextFolding.key(text)
        let scalars = Array(key.unicodeScalars)
        guard let place = scalars.firstIndex(of: "y"), place > 0,
            scalars[(place + 1)...].allSatisfy(\.properties.isDiacritic),
            !"aeou".unicodeScalars.contains(scalars[place - 1])
                || scalars[place - 1] == "u" && place == 2 && scalars[0] == "q"
        else { return key }
        var view = String.UnicodeScalarView()
        for (number, scalar) in scalars.enumerated() { view.append(number == place ? "i" : scalar) }
        return String(view)
    }

    /// Letters without marks, those included that Unicode doesn't take apart.
    static func unmarked(_ text: String) -> String {
        var result = ""
        for scalar in TextFolding.unaccented(text).unicodeScalars {
            switch scalar {
            case "ø": result += "o"
            case "ł": result += "l"
            case "ı": result += "i"
            case "ß": result += "ss"
            case "æ": result += "ae"
            case "œ": result += "oe"
            case "þ": result += "th"
            case "ə": result += "a"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
