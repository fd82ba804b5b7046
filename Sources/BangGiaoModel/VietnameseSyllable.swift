/// Whether letters can be a syllable of Vietnamese, by its spelling alone.
///
/// Tells "Trần Hiếu" from "Yahoo News" without a list of names: an onset, a vowel or group of
/// vowels, and one of eight codas.
public enum VietnameseSyllable {
    private static let onsets = packed(
        " b c ch d g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x")
    private static let nuclei = packed(
        "a e i o u y ai ao au ay eo eu ia ie ieu iu oa oai oao oay oe oeo oi oo ua uai uay ue ui "
            + "uo uoi uou uu uy uya uye uyu uyeu ye yeu")
    private static let codas = packed(" c ch m n ng nh p t")

    /// Whether UTF-8 bytes of lower case are spelt as a syllable.
    ///
    /// - Complexity: O(length).
    public static func isSpelling(_ lower: ArraySlice<UInt8>) -> Bool {
        // Letters without marks, of each part the last four.
        var onset: UInt32 = 0
        var nucleus: UInt32 = 0
        var coda: UInt32 = 0
        var count = 0
        for scalar in String(decoding: lower, as: UTF8.self).unicodeScalars {
            let letter = base(of: scalar)
            count += 1
            if letter == 0 || count > 7 { return false }
            let isVowel = "aeiouy".utf8.contains(letter)
            if isVowel, coda == 0 {
                // The u of qu and the i of gi belong to the onset.
                if nucleus == UInt32(UInt8(ascii: "u")), onset == UInt32(UInt8(ascii: "q")) {
                    nucleus = 0
                } else if nucleus == UInt32(UInt8(ascii: "i")), onset == UInt32(UInt8(ascii: "g")) {
                    nucleus = 0
                }
                nucleus = nucleus << 8 | UInt32(letter)
            } else if isVowel {
                return false
            } else if nucleus == 0 {
                onset = onset << 8 | UInt32(letter)
            } else {
                coda = coda << 8 | UInt32(letter)
            }
        }
        return nuclei.contains(nucleus) && onsets.contains(onset) && codas.contains(coda)
    }

    /// The letters of each word in one number.
    private static func packed(_ words: String) -> [UInt32] {
        words.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.utf8.reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    /// The letter without its marks; 0 for what no Vietnamese word has.
    private static func base(of scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x61...0x7A: UInt8(scalar.value)
        case 0xE0...0xE3, 0x103, 0x1EA0...0x1EB7: UInt8(ascii: "a")
        case 0xE8...0xEA, 0x1EB8...0x1EC7: UInt8(ascii: "e")
        case 0xEC, 0xED, 0x129, 0x1EC8...0x1ECB: UInt8(ascii: "i")
        case 0xF2...0xF5, 0x1A1, 0x1ECC...0x1EE3: UInt8(ascii: "o")
        case 0xF9, 0xFA, 0x169, 0x1B0, 0x1EE4...0x1EF1: UInt8(ascii: "u")
        case 0xFD, 0x1EF2...0x1EF9: UInt8(ascii: "y")
        case 0xF0, 0x111: UInt8(ascii: "d")
        default: 0
        }
    }
}
