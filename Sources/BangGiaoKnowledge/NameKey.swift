import BangGiaoModel

/// A name in the forms in which names are compared; never printed.
///
/// Names that differ by case, by the place of a tone mark, by commas, or by how a dash or "&" is
/// written have one key. Names one tone apart have two: they are different people.
public struct NameKey: Hashable, Sendable {
    /// The form under which spellings of one name meet.
    public let folded: String
    /// The same without any mark: what is typed on a keyboard without Vietnamese letters.
    public let unaccented: String
    /// How much a name tells: a word counts once, and twice where it is longer than a Vietnamese
    /// syllable can be, as such words are rarely shared.
    public let distinctness: Int

    /// Makes the key of a name.
    ///
    /// - Complexity: O(length).
    public init(_ name: String) {
        folded = Self.tidied(TextFolding.key(name))
        unaccented = Self.tidied(TextFolding.unaccented(name))
        distinctness = unaccented.split(whereSeparator: { $0 == " " || $0 == "-" })
            .reduce(0) { $0 + ($1.count > longestSyllable ? 2 : 1) }
    }

    /// The words of the key.
    public var words: [String] { folded.split(separator: " ").map(String.init) }

    /// Whether the name is written without any mark.
    public var isUnaccented: Bool { folded == unaccented }

    /// Returns whether a word of the name is an abbreviation: two capitals or more in a row.
    public static func hasAbbreviation(_ name: String) -> Bool {
        var run = 0
        for scalar in name.unicodeScalars {
            run = scalar.properties.isUppercase ? run + 1 : 0
            if run == 2 { return true }
        }
        return false
    }

    private static func tidied(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        var joinsNext = false
        func flush() {
            if word.isEmpty { return }
            if joinsNext, let last = words.popLast() {
                words.append(last + word)
            } else {
                words.append(word)
            }
            joinsNext = false
            word = ""
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "-", "\u{2010}"..."\u{2015}":
                flush()
                if var last = words.popLast() {
                    if !last.hasSuffix("-") { last += "-" }
                    words.append(last)
                    joinsNext = true
                }
            case "&":
                word.unicodeScalars.append(scalar)
            case "a"..."z", "0"..."9", ".": word.unicodeScalars.append(scalar)
            case " ": flush()
            case _
            where TextFolding.isPartOfWord(scalar) || scalar.properties.numericType != nil:
                word.unicodeScalars.append(scalar)
            default:
                flush()
            }
        }
        flush()
        return words.joined(separator: " ")
    }
}

/// "nghiêng" has seven letters, but no personal name has more than six ("Nghiêm", "Khương").
private let longestSyllable = 6
