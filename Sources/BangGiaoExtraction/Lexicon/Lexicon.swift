public import BangGiaoLexicon
import BangGiaoModel
public import Foundation

/// All the words that extraction knows, typed, and one trie over all their phrases.
///
/// Immutable: load it once and share it among all tasks.
public final class Lexicon: Sendable {
    let countryForms: [CountryForm]
    let agencies: [KnownAgency]
    let heads: [AgencyHead]
    let portfolios: [Portfolio]
    let titles: [TitleForm]
    let honorifics: [Honorific]
    let places: [KnownPlace]
    let persons: [KnownPerson]
    let cues: [Cue]
    let countryNames: [CountryCode: String]
    let surnames: Surnames
    let confidence: ConfidenceModel
    let givenNames: Set<WordKey>
    let abbreviations: Set<WordKey>
    let trie: PhraseTrie
    /// The table of each entry of the trie.
    let tableOfEntry: [Match.Table]
    /// The first entry of each table in the trie.
    private let firstEntry: Base
    let agencyByName: [String: [Int]]
    /// The names of the departments of each body, by the body's folded name.
    let departmentsByParent: [String: [String]]
    let headByWord: [String: AgencyHead]

    /// The names of the departments that the lexicon knows of a body.
    func departments(of name: String) -> [String] {
        departmentsByParent[TextFolding.key(name)] ?? []
    }

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

    private struct Base: Sendable {
        var country = 0
        var agency = 0
        var head = 0
        var portfolio = 0
        var title = 0
        var honorific = 0
        var place = 0
        var person = 0
        var cue = 0

        subscript(table: Match.Table) -> Int {
            switch table {
            case .country: country
            case .agency: agency
            case .head: head
            case .portfolio: portfolio
            case .title: title
            case .honorific: honorific
            case .place: place
            case .person: person
            case .cue: cue
            }
        }
    }

    /// The table of an entry of the trie, and its number there.
    func tableAndNumber(of entry: Int32) -> (table: Match.Table, number: Int32) {
        let table = tableOfEntry[Int(entry)]
        return (table, entry - Int32(firstEntry[table]))
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
        let heads = try reader.heads()
        let headByWord = Dictionary(
            heads.map { (TextFolding.key($0.head), $0) }, uniquingKeysWith: { first, _ in first })
        agencies = try reader.agencies().map { $0.ranked(by: headByWord) }
        self.heads = heads
        self.headByWord = headByWord
        portfolios = try reader.portfolios()
        titles = try reader.titles()
        honorifics = try reader.honorifics()
        places = try reader.places()
        persons = try reader.persons()
        cues = try reader.cues()
        surnames = try reader.surnames()
        givenNames = try reader.givenNames()
        confidence = try ConfidenceModel(directory: directory)

        var phrases: [[WordKey]] = []
        var tables: [Match.Table] = []
        var base = Base()
        let tokenizer = Tokenizer()
        func add(_ forms: [String], _ table: Match.Table) -> Int {
            let start = phrases.count
            for form in forms {
                phrases.append(tokenizer.tokens(of: form).map(\.key))
                tables.append(table)
            }
            return start
        }
        base.country = add(countryForms.map(\.form), .country)
        base.agency = add(agencies.map(\.form), .agency)
        base.head = add(heads.map(\.head), .head)
        base.portfolio = add(portfolios.map(\.form), .portfolio)
        base.title = add(titles.map(\.form), .title)
        base.honorific = add(honorifics.map(\.form), .honorific)
        base.place = add(places.map(\.form), .place)
        base.person = add(persons.map(\.form), .person)
        base.cue = add(cues.map(\.form), .cue)
        trie = PhraseTrie(phrases)
        tableOfEntry = tables
        firstEntry = base

        abbreviations = Set(
            cues.filter { $0.kind == .abbreviation }
                .compactMap { tokenizer.tokens(of: $0.form).last { $0.isWord }?.key })
        var byName: [String: [Int]] = [:]
        for (index, agency) in agencies.enumerated() {
            byName[TextFolding.key(agency.name), default: []].append(index)
        }
        agencyByName = byName
        var byParent: [String: [String]] = [:]
        for agency in agencies where !agency.parent.isEmpty {
            let parent = TextFolding.key(agency.parent)
            if byParent[parent]?.contains(agency.name) ?? false { continue }
            byParent[parent, default: []].append(agency.name)
        }
        departmentsByParent = byParent
    }
}

extension KnownAgency {
    /// The agency with the rank of the head noun that opens its name, else of its kind.
    fileprivate func ranked(by heads: [String: AgencyHead]) -> KnownAgency {
        var result = self
        let words = TextFolding.key(name).split(separator: " ").map(String.init)
        for length in stride(from: min(3, words.count), to: 0, by: -1) {
            if let head = heads[words.prefix(length).joined(separator: " ")] {
                result.level = head.level
                return result
            }
        }
        result.level =
            switch kind {
            case .department: 3
            case .ministry: 5
            case .government, .parliament, .party: 7
            default: 6
            }
        return result
    }
}
