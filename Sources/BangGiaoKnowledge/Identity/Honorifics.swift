import BangGiaoLexicon
import BangGiaoModel

/// What stands before a name and is no part of it: "bà", "TS.", "Đại tướng".
struct Honorifics: Sendable {
    private var kinds: PhraseTable<String>
    private var sexes: PhraseTable<IdentityProfile.Sex>

    init(_ honorifics: LexiconTable, sexes table: LexiconTable) throws(LexiconError) {
        kinds = PhraseTable()
        for row in honorifics.rows { kinds.add(row["form"], row["kind"]) }
        sexes = PhraseTable()
        for row in table.rows {
            guard let sex = IdentityProfile.Sex(rawValue: row["sex"]) else {
                throw row.unknownValue("sex")
            }
            sexes.add(row["form"], sex)
        }
    }

    /// Returns a name without what stands before it, and tells the sex where that shows it.
    func stripped(_ name: String, sex: inout IdentityProfile.Sex?) -> String {
        var parts = name.split(whereSeparator: \.isWhitespace)[...]
        while parts.count > 1 {
            let words = parts.map { PhraseTable<String>.words(String($0)).joined(separator: " ") }
            guard let found = kinds.prefix(of: words), found.count < parts.count,
                isOutside(parts, found.count)
            else { break }
            sex = sex ?? sexes[Array(words.prefix(found.count))]
            parts = parts.dropFirst(found.count)
        }
        return parts.joined(separator: " ")
    }

    /// The status that a word before an office tells: "nguyên", "cựu".
    func status(_ words: [String]) -> (count: Int, kind: String)? {
        guard let found = kinds.prefix(of: words),
            ["former", "designate", "acting"].contains(found.value)
        else { return nil }
        return (found.count, found.value)
    }

    /// Whether a phrase stands outside the name: in lower case, longer than a word, shortened, or
    /// with enough of a name behind it.
    private func isOutside(_ parts: ArraySlice<Substring>, _ count: Int) -> Bool {
        guard let first = parts.first else { return false }
        return first.first?.isLowercase ?? false || first.hasSuffix(".") || count > 1
            || parts.count > count + 1
    }
}
