import BangGiaoModel

/// An annotated document whose mentions are resolved to entities.
///
/// What the builders of meetings and agreements read. Entities are numbered from 0 in the order in
/// which the text first names them.
struct ResolvedDocument: Sendable {
    var annotated: AnnotatedDocument
    var entities: [EntityDraft]
    var positions: [PositionDraft]
    /// The entity of each country.
    var countryEntity: [CountryCode: Int]

    /// Returns the positions of a person.
    func positions(of person: Int) -> [PositionDraft] { positions.filter { $0.person == person } }

    /// Whether a mention is an envoy: by the office beside it, or by what else the text says.
    func isEnvoy(_ mention: Mention) -> Bool {
        mention.offices.contains { $0.holding == .envoy }
            || positions.contains { $0.person == mention.entity && $0.holding == .envoy }
    }
}

/// An entity under construction.
struct EntityDraft: Sendable {
    var kind: Entity.Kind
    var name: String
    var country: CountryCode?
    var isInternational = false
    var parent: Int?
    var agencyKind: AgencyKind?
    var level: Int = 0
    /// Surface forms in the order of the text, each once.
    var aliases: [String] = []
    /// Indices into the document's mentions, ascending.
    var mentions: [Int] = []
}

/// A position under construction.
struct PositionDraft: Sendable {
    var person: Int
    var title: String
    var holding: TitleForm.Holding
    /// The agency or country.
    var of: Int
    var accreditedTo: Int?
    var status: Position.Status?
    /// The sentence of the evidence.
    var sentence: Int
    /// The tokens that state the office.
    var range: Range<Int>
    var rule: String
}

/// A meeting under construction; members are entity numbers.
struct MeetingDraft: Sendable {
    var kind: Meeting.Kind
    var sides: [[Int]]
    var attendees: [Int] = []
    var date: PartialDate?
    var place: String?
    var status: Meeting.Status
    var section: Section
    var story: Int?
    /// The sentence of the evidence, and the tokens to quote.
    var sentence: Int
    var evidence: Range<Int>
    var rule: String
    /// The tokens of the word that tells of it in the evidence.
    var trigger: Range<Int>
    /// The first tokens of all words that tell of it.
    var triggers: [Int]
}

/// An agreement under construction; members are entity numbers.
struct AgreementDraft: Sendable {
    var kind: Agreement.Kind
    var parties: [Int]
    var signatories: [Int] = []
    var title: String?
    var date: PartialDate?
    var status: Agreement.Status
    /// An index into the meetings.
    var meeting: Int?
    var section: Section
    var story: Int?
    var sentence: Int
    var evidence: Range<Int>
    var rule: String
    /// The tokens of the noun or verb that tells of it in the evidence.
    var trigger: Range<Int>
    /// The first tokens of those that tell of it again.
    var repeats: [Int] = []

    /// The first tokens of all nouns and verbs that tell of it.
    var triggers: [Int] { [trigger.lowerBound] + repeats }
}
