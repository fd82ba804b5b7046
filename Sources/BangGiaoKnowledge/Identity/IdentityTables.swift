import BangGiaoLexicon
import BangGiaoModel
import Foundation

/// The tables that the judge goes by.
struct IdentityTables: Sendable {
    /// What a word of a foreign name is, if it is no name.
    enum Particle: String, Sendable {
        case article
        case link
        case style
        case generation
        case number
    }

    /// What a body of a state is called later.
    struct Renamed: Hashable, Sendable {
        var later: String
        var country: CountryCode
    }

    /// How high an office is, and whether a body has one holder of it at a time.
    struct Rank: Hashable, Sendable {
        var rank: Int
        var isSole: Bool
    }

    let honorifics: Honorifics
    let romanisation: Romanisation
    let transliteration: Transliteration
    let sino: SinoReadings
    let shares: NameShares
    let particles: [String: Particle]
    let bodies: BodyReader
    let ranks: PhraseTable<Rank>
    /// The later names of a body, by key.
    let renamed: [String: Set<Renamed>]

    init(directory: URL) throws(LexiconError) {
        func table(_ name: String, _ columns: String...) throws(LexiconError) -> LexiconTable {
            try LexiconTable(name, in: directory, columns: columns)
        }
        honorifics = try Honorifics(
            table("honorifics", "form", "kind"), sexes: table("sexes", "form", "sex"))
        romanisation = try Romanisation(table("romanisations", "spelling", "where", "folded"))
        transliteration = try Transliteration(
            table("transliterations", "latin", "press", "where", "cost"))
        sino = try SinoReadings(table("sino-readings", "syllable", "system", "readings"))
        shares = try NameShares(table("name-shares", "name", "place", "share"), romanisation)
        var particles: [String: Particle] = [:]
        for row in try table("name-particles", "particle", "kind").rows {
            guard let kind = Particle(rawValue: row["kind"]) else { throw row.unknownValue("kind") }
            particles[NameWord.unmarked(row["particle"]).filter(\.isLetter)] = kind
        }
        self.particles = particles
        ranks = try Self.ranks(table("title-ranks", "title", "rank", "holders"))
        let bodies = try Self.bodies(
            agencies: table("agencies", "form", "name", "country"),
            heads: table("agency-heads", "head", "level", "kind"),
            common: table("common-bodies", "name"),
            countries: CountryNames(table("country-forms", "form", "code", "kind", "licence")),
            words: BodyWords(table("body-words", "word", "role")))
        self.bodies = bodies
        var renamed: [String: Set<Renamed>] = [:]
        for row in try table("renamed-bodies", "name", "later", "country").rows {
            let keys = ["name", "later"].map {
                bodies.content(row[$0]).joined(separator: " ")
            }
            renamed[keys[0], default: []].insert(
                Renamed(later: keys[1], country: CountryCode(row["country"])))
        }
        self.renamed = renamed
    }

    private static func ranks(_ table: LexiconTable) throws(LexiconError) -> PhraseTable<Rank> {
        var ranks = PhraseTable<Rank>()
        for row in table.rows {
            guard let rank = Int(row["rank"]) else { throw row.unknownValue("rank") }
            guard ["one", "many"].contains(row["holders"]) else {
                throw row.unknownValue("holders")
            }
            ranks.add(row["title"], Rank(rank: rank, isSole: row["holders"] == "one"))
        }
        return ranks
    }

    private static func bodies(
        agencies: LexiconTable, heads: LexiconTable, common: LexiconTable, countries: CountryNames,
        words: BodyWords
    ) throws(LexiconError) -> BodyReader {
        var reader = BodyReader(countries: countries, joints: words)
        var known: [[String]: [BodyReader.Known]] = [:]
        for row in agencies.rows {
            let code = row["country"]
            known[reader.content(row["form"]), default: []].append(
                BodyReader.Known(
                    name: row["name"], country: code.count == 2 ? CountryCode(code) : nil,
                    isInternational: code == "-"))
        }
        for (words, entries) in known { reader.agencies.add(words, entries) }
        for row in heads.rows {
            guard let level = Int(row["level"]) else { throw row.unknownValue("level") }
            let isAbove = ["government", "ministry", "parliament", "party"].contains(row["kind"])
            let isOfState =
                isAbove || ["court", "department", "embassy", "military"].contains(row["kind"])
            reader.heads.add(
                row["head"],
                BodyReader.Head(level: level, isAbove: isAbove, isOfState: isOfState))
        }
        reader.common = Set(common.rows.map { reader.content($0["name"]) })
        return reader
    }

    /// Returns how far two words are from each other by ear; nil where neither is written so, or
    /// where they are too far.
    ///
    /// - Parameter slack: How much farther than usual a word of four letters or more may be.
    func cost(_ one: NameWord, _ other: NameWord, slack: Int = 0) -> Int? {
        if one.hearing == other.hearing { return nil }
        let (press, latin) =
            one.hearing > other.hearing ? (one.sounds, other.latin) : (other.sounds, one.latin)
        let first = FirstSounds(byEar: press)
        if FirstSounds(romanised: latin).isDisjoint(with: first) { return nil }
        return transliteration.cost(of: latin, as: press, slack: latin.count > 3 ? slack : 0)
    }
}
