public import BangGiaoLexicon
import BangGiaoModel
public import Foundation

/// All the words that extraction knows, typed, and one trie over all their phrases.
///
/// Immutable: load it once and share it among all tasks.
public struct Lexicon: Sendable {
    let countryForms: [CountryForm]
    let agencies: [KnownAgency]
    let heads: [AgencyHead]
    let portfolios: [Portfolio]
    let titles: [TitleForm]
    let honorifics: [Honorific]
    let places: [KnownPlace]
    let cues: [Cue]
    let countryNames: [CountryCode: String]
    let vietnameseSurnames: Set<WordKey>
    let easternSurnames: Set<WordKey>
    let abbreviations: Set<WordKey>
    let trie: PhraseTrie
    /// The first entry number of each table in the trie.
    let base: Base
    let agencyByName: [String: [Int]]
    let headByWord: [String: AgencyHead]

    /// The entry of an agency's canonical name: the one of a state, else the one of no state, else
    /// the only one.
    func agency(named name: String, of country: CountryCode? = nil) -> KnownAgency? {
        let entries = (agencyByName[TextFolding.key(name)] ?? []).map { agencies[$0] }
        if let country, let own = entries.first(where: { $0.state == .country(country) }) {
            return own
        }
        if let any = entries.first(where: { $0.state == .context }) { return any }
        let states = Set(entries.map(\.state))
        return states.count == 1 ? entries.first : nil
    }

    struct Base: Sendable {
        var country = 0
        var agency = 0
        var head = 0
        var portfolio = 0
        var title = 0
        var honorific = 0
        var place = 0
        var cue = 0
        var end = 0
    }

    /// Loads the tables that come with the library.
    ///
    /// - Throws: ``LexiconError`` where the tables are missing or at fault.
    public static func bundled() throws(LexiconError) -> Lexicon {
        try Lexicon(directory: LexiconTable.bundledDirectory())
    }

    /// Loads the tables of a folder.
    ///
    /// - Throws: ``LexiconError`` at the first fault, with its file and line.
    public init(directory: URL) throws(LexiconError) {
        let reader = LexiconReader(directory: directory)
        countryNames = try reader.countryNames()
        countryForms = try reader.countryForms()
        agencies = try reader.agencies()
        heads = try reader.heads()
        portfolios = try reader.portfolios()
        titles = try reader.titles()
        honorifics = try reader.honorifics()
        places = try reader.places()
        cues = try reader.cues()
        let surnames = try reader.surnames()
        vietnameseSurnames = surnames.vietnamese
        easternSurnames = surnames.eastern

        var trie = PhraseTrie()
        var base = Base()
        let tokenizer = Tokenizer()
        var count = 0
        func add(_ forms: [String]) -> Int {
            let start = count
            for form in forms {
                trie.insert(tokenizer.tokens(of: form).map(\.key), entry: Int32(count))
                count += 1
            }
            return start
        }
        base.country = add(countryForms.map(\.form))
        base.agency = add(agencies.map(\.form))
        base.head = add(heads.map(\.head))
        base.portfolio = add(portfolios.map(\.form))
        base.title = add(titles.map(\.form))
        base.honorific = add(honorifics.map(\.form))
        base.place = add(places.map(\.form))
        base.cue = add(cues.map(\.form))
        base.end = count
        self.trie = trie
        self.base = base

        abbreviations = Set(
            cues.filter { $0.kind == .abbreviation }
                .compactMap { tokenizer.tokens(of: $0.form).last { $0.isWord }?.key })
        var byName: [String: [Int]] = [:]
        for (index, agency) in agencies.enumerated() {
            byName[TextFolding.key(agency.name), default: []].append(index)
        }
        agencyByName = byName
        headByWord = Dictionary(
            heads.map { (TextFolding.key($0.head), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
