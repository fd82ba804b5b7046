/// Whether letters can be a syllable of Vietnamese, by its spelling alone.
///
/// Tells "Trần Hiếu" from "Yahoo News" without a list of names: an onset, a vowel or group of
/// vowels, and one of eight codas.
enum VietnameseSyllable {
    private static let onsets: Set<String> = [
        "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
        "p", "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
    ]
    private static let nuclei: Set<String> = [
        "a", "e", "i", "o", "u", "y", "ai", "ao", "au", "ay", "eo", "eu", "ia", "ie", "ieu", "iu",
        "oa", "oai", "oao", "oay", "oe", "oeo", "oi", "oo", "ua", "uai", "uay", "ue", "ui", "uo",
        "uoi", "uou", "uu", "uy", "uya", "uye", "uyu", "uyeu", "ye", "yeu",
    ]
    private static let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]

    /// Whether a word, in any case, is spelt as a syllable.
    static func isSpelling(_ word: some StringProtocol) -> Bool {
        var letters = ""
        for scalar in word.unicodeScalars {
            guard let letter = base(of: scalar) else { return false }
            letters.append(letter)
        }
        guard let first = letters.firstIndex(where: isVowel),
            let last = letters.lastIndex(where: isVowel)
        else { return false }
        var onset = letters[..<first]
        var nucleus = letters[first...last]
        let coda = letters[letters.index(after: last)...]
        // The u of qu and the i of gi belong to the onset.
        if onset == "q" {
            guard nucleus.hasPrefix("u"), nucleus.count > 1 else { return false }
            nucleus = nucleus.dropFirst()
        } else if onset == "g", nucleus.hasPrefix("i"), nucleus.count > 1 {
            onset = letters[...first]
            nucleus = nucleus.dropFirst()
        }
        return onsets.contains(String(onset)) && nuclei.contains(String(nucleus))
            && codas.contains(String(coda))
    }

    private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }

    /// The letter without its marks, in lower case; nil for what no Vietnamese word has.
    private static func base(of scalar: Unicode.Scalar) -> Character? {
        switch scalar.value {
        case 0x41...0x5A: Character(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        case 0x61...0x7A: Character(scalar)
        case 0xC0...0xC3, 0xE0...0xE3, 0x102, 0x103, 0x1EA0...0x1EB7: "a"
        case 0xC8...0xCA, 0xE8...0xEA, 0x1EB8...0x1EC7: "e"
        case 0xCC, 0xCD, 0xEC, 0xED, 0x128, 0x129, 0x1EC8...0x1ECB: "i"
        case 0xD2...0xD5, 0xF2...0xF5, 0x1A0, 0x1A1, 0x1ECC...0x1EE3: "o"
        case 0xD9, 0xDA, 0xF9, 0xFA, 0x168, 0x169, 0x1AF, 0x1B0, 0x1EE4...0x1EF1: "u"
        case 0xDD, 0xFD, 0x1EF2...0x1EF9: "y"
        case 0xD0, 0xF0, 0x110, 0x111: "d"
        default: nil
        }
    }
}
