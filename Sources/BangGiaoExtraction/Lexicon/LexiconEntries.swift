import BangGiaoModel

/// A form under which the press writes a country.
struct CountryForm: Sendable {
    enum Kind: String, Sendable { case name, long, spelling, short, epithet, capital }
    /// Where the form counts: anywhere, where the context tells it from a common word, or only in
    /// a dyad such as "Việt-Nga".
    enum Licence: String, Sendable { case free, licensed, dyad }

    var form: String
    var code: CountryCode
    var kind: Kind
    var licence: Licence
}

/// An agency known by name or abbreviation.
struct KnownAgency: Sendable {
    enum State: Sendable, Hashable {
        case international
        case context
        case country(CountryCode)
    }

    var form: String
    var name: String
    var state: State
    var parent: String
    var kind: AgencyKind
    /// The rank, as its head noun or kind tells it.
    var level = 6
}

/// What sort of body an agency is.
enum AgencyKind: String, Sendable {
    case government, parliament, ministry, department, party, military, court, international
    case press, company, university, association, research, embassy, other
}

/// A common noun that opens the name of an agency: "Vụ", "Ủy ban".
struct AgencyHead: Sendable {
    var head: String
    /// The rank of the body: a greater one can be the parent of a smaller one.
    var level: Int
    var kind: AgencyKind
    /// Whether the noun alone names the body of a state: "Chính phủ".
    var isBare: Bool
}

/// What ministers are minister of: "Ngoại giao" → "Bộ Ngoại giao".
struct Portfolio: Sendable {
    var form: String
    var ministry: String
}

/// An office as the press writes it.
struct TitleForm: Sendable {
    enum Holding: String, Sendable { case state, ministry, agency, envoy, implied, role }

    var form: String
    var title: String
    var holding: Holding
    /// The agency that the title itself names, or empty.
    var agency: String
    /// The head noun of the agency headed: "Vụ" for "Vụ trưởng", or empty.
    var head: String
}

/// A word set before a name.
struct Honorific: Sendable {
    enum Kind: String, Sendable { case honorific, rank, academic, former, acting, designate }
    var form: String
    var kind: Kind
}

/// A city, province, region or venue.
struct KnownPlace: Sendable {
    enum Kind: String, Sendable { case city, province, region, venue }
    var form: String
    var country: CountryCode?
    var kind: Kind
}

/// A word or phrase that grammar builds on; the tables of cues give its class and value.
struct Cue: Sendable {
    /// The name of its table.
    var table: String
    var form: String
    var kind: CueKind
    var value: String
}

/// A person whom the press names without saying whom he serves.
struct KnownPerson: Sendable {
    /// The full name; the family part alone where `isShort`.
    var form: String
    /// The state served; nil of those who serve an international body.
    var country: CountryCode?
    /// Whether the form is the family part alone: "Trump".
    var isShort: Bool
}

/// Words that open a person's name, family name first.
struct Surnames: Sendable {
    var vietnamese: Set<WordKey> = []
    /// All, also the romanised.
    var eastern: Set<WordKey> = []
    /// Vietnamese ones that are more often Chinese or Korean.
    var rare: Set<WordKey> = []
    /// Romanised Korean ones.
    var korean: Set<WordKey> = []
    /// Romanised Chinese ones.
    var chinese: Set<WordKey> = []
}
