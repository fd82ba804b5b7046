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
    let trie: PhraseTrie<Phrase>
    private let agencyByName: [NameKey: [Int]]
    /// The names of the departments of each body, by the body's folded name.
    private let departmentsByParent: [NameKey: [String]]
    /// The head nouns by their folded form.
    let headByWord: [NameKey: AgencyHead]
    /// By each canonical title that tells the head noun of its body, that noun.
    let headOfTitle: [String: String]
    /// The states whose head is their chairman.
    let chairStates: Set<CountryCode>
    /// The titles of chairmen, who head bodies, and states only of ``chairStates``.
    let chairs: Set<String>
    /// The titles of those who head a body, never a state.
    let bodyHeads: Set<String>
    /// The titles of envoys who are accredited nowhere.
    let specialEnvoys: Set<String>
    /// The titles of members of parliaments, whose party is not what they sit in.
    let legislators: Set<String>

    /// The names of the departments that the lexicon knows of a body.
    func departments(of name: String) -> [String] {
        departmentsByParent[NameKey(name)] ?? []
    }

    /// The entry of an agency's canonical name: the one of a state, else the one of no state, else
    /// the only one.
    func agency(named name: String, of country: CountryCode? = nil) -> KnownAgency? {
        guard let entries = agencyByName[NameKey(name)]?.map({ agencies[$0] }) else { return nil }
        if let country, let own = entries.first(where: { $0.state == .country(country) }) {
            return own
        }
        if let any = entries.first(where: { $0.state == .context }) { return any }
        let states = Set(entries.map(\.state))
        return states.count == 1 ? entries.first : nil
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
            heads.map { (NameKey($0.head), $0) }, uniquingKeysWith: { first, _ in first })
        agencies = try reader.agencies().map { $0.ranked(by: headByWord) }
        self.heads = heads
        self.headByWord = headByWord
        portfolios = try reader.portfolios()
        let titles = try reader.titles()
        self.titles = titles
        headOfTitle = Dictionary(
            titles.filter { !$0.head.isEmpty }.map { ($0.title, $0.head) },
            uniquingKeysWith: { first, _ in first })
        honorifics = try reader.honorifics()
        places = try reader.places()
        persons = try reader.persons()
        let cues = try reader.cues()
        self.cues = cues
        chairStates = Set(
            cues.filter { $0.kind == .chairState }.map { CountryCode($0.value) })
        chairs = Set(cues.filter { $0.kind == .chair }.map(\.form))
        bodyHeads = Set(cues.filter { $0.kind == .chair && $0.value == "body" }.map(\.form))
        specialEnvoys = Set(cues.filter { $0.kind == .specialEnvoy }.map(\.form))
        legislators = Set(cues.filter { $0.kind == .legislator }.map(\.form))
        surnames = try reader.surnames()
        givenNames = try reader.givenNames()
        confidence = try ConfidenceModel(directory: directory)

        var phrases: [(words: [WordKey], value: Phrase)] = []
        let tokenizer = Tokenizer()
        func add(_ forms: some Sequence<String>, _ table: Match.Table) {
            for (number, form) in forms.enumerated() {
                let kind = table == .cue ? cues[number].kind : nil
                phrases.append(
                    (
                        tokenizer.tokens(of: form).map(\.key),
                        Phrase(entry: Int32(number), table: table, cue: kind)
                    ))
            }
        }
        add(countryForms.lazy.map(\.form), .country)
        add(agencies.lazy.map(\.form), .agency)
        add(heads.lazy.map(\.head), .head)
        add(portfolios.lazy.map(\.form), .portfolio)
        add(titles.lazy.map(\.form), .title)
        add(honorifics.lazy.map(\.form), .honorific)
        add(places.lazy.map(\.form), .place)
        add(persons.lazy.map(\.form), .person)
        add(cues.lazy.map(\.form), .cue)
        trie = PhraseTrie(phrases)

        abbreviations = Set(
            cues.filter { $0.kind == .abbreviation }
                .compactMap { tokenizer.tokens(of: $0.form).last { $0.isWord }?.key })
        var byName: [NameKey: [Int]] = [:]
        for (index, agency) in agencies.enumerated() {
            byName[NameKey(agency.name), default: []].append(index)
        }
        agencyByName = byName
        var byParent: [NameKey: [String]] = [:]
        for agency in agencies where !agency.parent.isEmpty {
            let parent = NameKey(agency.parent)
            if byParent[parent]?.contains(agency.name) ?? false { continue }
            byParent[parent, default: []].append(agency.name)
        }
        departmentsByParent = byParent
    }
}

extension KnownAgency {
    /// The agency with the rank of the head noun that opens its name, else of its kind.
    fileprivate func ranked(by heads: [NameKey: AgencyHead]) -> KnownAgency {
        var result = self
        let words = name.split(separator: " ", maxSplits: 3)
        for length in stride(from: min(3, words.count), to: 0, by: -1) {
            if let head = heads[NameKey(words.prefix(length).joined(separator: " "))] {
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
