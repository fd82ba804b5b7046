import BangGiaoModel
import Foundation

/// A person's name taken apart: words, what tells father from son, and how it is spelt.
struct PersonName: Hashable, Sendable {
    /// The name without honorifics.
    let text: String
    /// The words, without articles, links and styles.
    let words: [NameWord]
    /// The letters of all words: "Le" is a family name of China, too.
    let allLetters: [String]
    /// What tells father from son, and king from king: "jr", "ii".
    let generation: String?
    /// Whether a mark of Vietnamese stands on it: so names are written in Vietnamese papers only.
    let isMarked: Bool
    /// Whether its words are single syllables of Vietnamese.
    let areSyllables: Bool
    /// "bà" or "ông" before the name.
    let sex: IdentityProfile.Sex?
    /// The whole name as one word.
    let whole: NameWord
    /// The whole name as one word, with articles, links and styles.
    let everything: NameWord
    /// The keys of the words as one.
    let key: String

    /// Whether it is spelt as Vietnamese names are, and Chinese and Korean ones as Vietnamese reads
    /// their characters.
    var isVietnamese: Bool { isMarked && areSyllables }

    init(_ name: String, _ tables: IdentityTables) {
        var sex: IdentityProfile.Sex?
        let bare = tables.honorifics.stripped(
            name.precomposedStringWithCanonicalMapping, sex: &sex)
        text = bare
        self.sex = sex
        let isMarked = Self.hasVietnameseMark(bare)
        let parts = Self.parts(bare)
        let areAllSyllables = parts.allSatisfy {
            VietnameseSyllable.isSpelling(Array($0.lowercased().utf8)[...])
        }
        var words: [NameWord] = []
        var allLetters: [String] = []
        var everything = ""
        var styles: [NameWord] = []
        var generation: String?
        var isByEar = false
        func add(_ text: String, isInitial: Bool = false) {
            let word = NameWord(text, isInitial: isInitial, tables.romanisation)
            if word.letters.isEmpty { return }
            allLetters.append(word.letters)
            everything += word.written
            // "Van" and "Do" are words of Vietnamese names without marks, too.
            let isName = areAllSyllables || isInitial || isMarked && !Self.isLower(text)
            switch isName ? nil : tables.particles[word.letters] {
            case .article, .link, .style: styles.append(word)
            case .number where !words.isEmpty && text.allSatisfy(\.isUppercase):
                generation = word.letters
            case .generation where !words.isEmpty: generation = word.letters
            default: words.append(word)
            }
        }
        let hyphens = parts.count { Self.isHeard($0, tables) }
        for (place, part) in parts.enumerated() {
            let pieces = part.split(whereSeparator: Self.isHyphen).map(String.init)
            if pieces.count > 1,
                isMarked
                    || Self.isHeard(part, tables)
                        && (pieces.count > 2 || parts.count == 1 || hyphens > 1)
            {
                isByEar = true
                add(pieces.joined())
            } else if part.contains(".") {
                for letters in part.split(separator: ".").map(String.init) {
                    add(letters, isInitial: letters.count == 1)
                }
            } else {
                // The last of the name is a number: "Juan Carlos I".
                let isInitial = part.utf8.count == 1 && place < parts.count - 1
                for piece in pieces { add(piece, isInitial: isInitial) }
            }
        }
        // A name of styles alone: "U Nu" keeps its only name, and "Haji" is one.
        if words.isEmpty { words = styles }
        self.generation = generation
        self.isMarked = isMarked
        areSyllables = !isByEar && words.allSatisfy { $0.isSyllable || $0.isInitial }
        let hearing: NameWord.Hearing = isMarked ? .certain : isByEar ? .perhaps : .none
        func heard(_ text: String) -> NameWord {
            var word = NameWord(text, tables.romanisation)
            word.hearing = hearing
            return word
        }
        for place in words.indices { words[place].hearing = hearing }
        self.words = words
        self.allLetters = allLetters
        key = words.map(\.key).joined()
        whole = heard(words.map(\.written).joined())
        self.everything = heard(everything)
    }

    /// Whether a word begins in lower case.
    private static func isLower(_ word: String) -> Bool { word.first?.isLowercase ?? false }

    /// Splits at spaces and commas.
    private static func parts(_ name: String) -> [String] {
        name.split { $0.isWhitespace || $0 == "," || $0 == "\"" }.map(String.init)
    }

    /// Whether hyphens may divide the syllables that a paper heard: "I-bra-him", not "el-Sisi".
    private static func isHeard(_ part: String, _ tables: IdentityTables) -> Bool {
        let pieces = part.split(whereSeparator: isHyphen)
        return pieces.count > 1 && pieces.allSatisfy { $0.count < 6 }
            && tables.particles[NameWord.unmarked(pieces[0].lowercased())] != .article
    }

    private static func isHyphen(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0 == "-" || ("\u{2010}"..."\u{2015}").contains($0) }
    }

    /// Whether a syllable with marks is one of Vietnamese, alone or behind a consonant that papers
    /// put before it: "xtô". "é" alone is French, too.
    private static func hasVietnameseMark(_ name: String) -> Bool {
        name.lowercased().split { $0.isWhitespace || isHyphen($0) }.contains { word in
            !word.utf8.allSatisfy { $0 < 128 }
                && [word, word.dropFirst()].contains {
                    VietnameseSyllable.isSpelling(Array($0.utf8)[...])
                }
        }
    }
}
