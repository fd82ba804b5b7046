import BangGiaoModel

/// A document with its tokens, sentences and mentions: the text itself is untouched.
struct AnnotatedDocument: Sendable {
    let layers: Layers
    /// Persons, agencies, countries and unnamed office-holders, in the order of the text; parents
    /// follow their agencies. A mention never overlaps another, but an agency's own parts.
    var mentions: [Mention]
    /// Dates in the order of the text.
    var dates: [DateMention]

    var document: Document { layers.document }
    var tokens: [Token] { layers.tokens }
    var lattice: Lattice { layers.lattice }
    var sentences: [Sentence] { layers.sentences }

    init(
        document: Document, tokens: [Token], lattice: Lattice, sentences: [Sentence],
        mentions: [Mention], dates: [DateMention]
    ) {
        layers = Layers(
            document: document, tokens: tokens, lattice: lattice, sentences: sentences)
        self.mentions = mentions
        self.dates = dates
    }

    /// Returns the text of a range of tokens.
    func text(_ range: Range<Int>) -> String { document.text[span(range)] }

    /// Returns the bytes of a range of tokens.
    ///
    /// - Precondition: the range isn't empty.
    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    }
}

/// A sentence, or a line without a full stop.
struct Sentence: Sendable {
    /// The tokens, within the document's.
    var tokens: Range<Int>
    /// The zone in which it stands.
    var zone: Zone.Kind
    /// The number of the other article, in a teaser.
    var story: Int?

    /// Story or teaser.
    var section: Section { zone == .related ? .related : .body }

    /// Whether facts may be read from it.
    var isProse: Bool { zone != .boilerplate && zone != .byline && zone != .dateline }
}

/// A passage that names an entity, or an office whose holder isn't named.
struct Mention: Sendable {
    enum Kind: UInt8, Sendable {
        case person
        case agency
        case country
        /// An office without a name: "Bộ trưởng Ngoại giao Nga".
        case office
    }

    var kind: Kind
    /// All tokens: titles, name, parents, country.
    var range: Range<Int>
    /// The tokens of the name alone; of an office the title's.
    var core: Range<Int>
    /// The name: canonical where the lexicon has one, else as in the text.
    var name: String
    /// The state, as far as the mention itself tells it.
    var country: CountryCode?
    /// Whether the body is international and has no state.
    var isInternational = false
    /// The state in which a body is, if nothing tells to which it belongs.
    var seat: CountryCode?
    /// The parent's mention, an index into the document's mentions.
    var parent: Int?
    /// The parent's name where only the lexicon tells it.
    var impliedParent: String?
    /// What the agency is.
    var agencyKind: AgencyKind?
    /// The rank among agencies.
    var level: Int = 0
    /// The offices that a person mention carries.
    var offices: [Office] = []
    /// Whether the name is a short form: "Putin", "Hằng".
    var isShort = false
    /// Surface forms besides the core, such as an abbreviation in brackets.
    var otherForms: [String] = []
    /// Whether the mention names the entity only by a title or a compound ("Ngoại trưởng").
    var isImplied = false
    /// Whether it names nothing after all: an office in general.
    var isGeneric = false
    /// Whether it stands inside another mention: a parent, or the country in an agency's name.
    var isNested = false
    /// Whether it stands for the bodies of two states: "Bộ Ngoại giao hai nước".
    var isDual = false
    /// Whether only the bare shape of the name speaks for a person.
    var isBare = false
    /// Whether a person holds the office of the one named before: "người đồng cấp Nga".
    var isCounterpart = false
    /// Whether the person held before the office of somebody named before.
    var isPredecessor = false
    /// The entity, once resolved: an index into the entities of the document.
    var entity: Int = -1
}

/// An office in a mention: the title and what it is held in.
struct Office: Sendable {
    /// The canonical title.
    var title: String
    var holding: TitleForm.Holding
    /// The tokens of title and body.
    var range: Range<Int>
    /// The mention of the agency, an index into the document's mentions.
    var agency: Int?
    /// The country of whom it is held.
    var country: CountryCode?
    /// Where an envoy is accredited: a country …
    var accreditedCountry: CountryCode?
    /// … or an organisation, an index into the document's mentions.
    var accreditedAgency: Int?
    /// The head noun of the agency headed.
    var head: String
    var status: Position.Status?
}

/// A date in the text.
struct DateMention: Sendable {
    var range: Range<Int>
    /// The date; nil where the text gives a day and month but no year can be known.
    var date: PartialDate?
    /// How it was reached.
    var basis: Basis

    enum Basis: UInt8, Sendable {
        /// The text gives it whole.
        case stated
        /// Resolved against the day of publication.
        case reference
        /// "Cùng ngày": the date named before.
        case same
        /// No year can be known.
        case unresolved
    }
}
