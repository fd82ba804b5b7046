import BangGiaoLexicon
import BangGiaoModel

/// The names of states, as they end the names of bodies: "Bộ Ngoại giao Lào".
struct CountryNames: Sendable {
    private var forms: PhraseTable<CountryCode>
    private let codes: Set<String>

    init(_ table: LexiconTable) throws(LexiconError) {
        forms = PhraseTable()
        for row in table.rows where row["licence"] != "dyad" && row["kind"] != "capital" {
            forms.add(row["form"], CountryCode(row["code"]))
        }
        codes = Set(table.rows.map { $0["code"] })
    }

    /// Returns the state of a code or a name.
    func state(_ text: String) -> CountryCode? {
        let upper = text.uppercased()
        return codes.contains(upper)
            ? CountryCode(upper) : forms[PhraseTable<CountryCode>.words(text)]
    }

    /// Returns the state whose name ends the words, and how many words that name has.
    func suffix(of words: [String]) -> (count: Int, state: CountryCode)? {
        forms.suffix(of: words).map { ($0.count, $0.value) }
    }

    /// Returns the state whose name begins the words, and how many words that name has.
    func prefix(of words: [String]) -> (count: Int, state: CountryCode)? {
        forms.prefix(of: words).map { ($0.count, $0.value) }
    }
}
