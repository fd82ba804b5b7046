public import BangGiaoModel

/// The id of an entity across documents: its smallest member's, written `seed-002#p1`.
///
/// Derived from the documents' contents, never a number of insertion, so that the order in which
/// documents arrive cannot change it.
public struct EntityKey: RawRepresentable, Hashable, Comparable, Sendable, Codable {
    /// The key as it is written.
    public var rawValue: String

    /// Makes a key of its written form.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Makes the key of an entity of a document.
    public init(_ document: DocumentID, _ entity: EntityID) {
        rawValue = "\(document.rawValue)#\(entity.rawValue)"
    }

    /// Orders by Unicode scalars, whatever the locale.
    public static func < (left: EntityKey, right: EntityKey) -> Bool {
        left.rawValue.unicodeScalars.lexicographicallyPrecedes(right.rawValue.unicodeScalars)
    }
}

/// One passage of one document that proves a fact.
public struct Source: Hashable, Sendable {
    /// The document.
    public var document: DocumentID
    /// The passage in it.
    public var evidence: Evidence

    /// Makes a source.
    public init(document: DocumentID, evidence: Evidence) {
        self.document = document
        self.evidence = evidence
    }
}

/// A person, an agency or a country across all documents.
public struct KnownEntity: Hashable, Sendable {
    /// The id across documents.
    public var key: EntityKey
    /// Person, agency or country.
    public var kind: Entity.Kind
    /// The fullest name of any document; of equally full ones the most frequent.
    public var name: String
    /// The state served or belonged to; for a country itself.
    public var country: CountryCode?
    /// The agency it belongs to.
    public var parent: EntityKey?
    /// Every surface form, sorted.
    public var aliases: [String]
    /// The entities of single documents that are this one, sorted.
    public var members: [EntityKey]

    /// Makes an entity.
    public init(
        key: EntityKey, kind: Entity.Kind, name: String, country: CountryCode? = nil,
        parent: EntityKey? = nil, aliases: [String] = [], members: [EntityKey] = []
    ) {
        self.key = key
        self.kind = kind
        self.name = name
        self.country = country
        self.parent = parent
        self.aliases = aliases
        self.members = members
    }
}

/// An office of a person across all documents.
public struct KnownPosition: Hashable, Sendable {
    /// The id across documents: the first source's document and a number in it.
    public var id: String
    /// Who holds it.
    public var person: EntityKey
    /// The office alone.
    public var title: String
    /// The agency or country.
    public var of: EntityKey
    /// Where an envoy is accredited.
    public var accreditedTo: EntityKey?
    /// Former or designate in every document that tells of it; nil for a current office.
    public var status: Position.Status?
    /// When documents saw the person in it: their days of publication or of the meetings told,
    /// sorted. Seen in office on a day is not the start of a term.
    public var seen: [PartialDate]
    /// When documents called it former: their days of publication, sorted.
    public var endedBy: [PartialDate]
    /// The passages that prove it, sorted by document.
    public var sources: [Source]

    /// Makes a position.
    public init(
        id: String, person: EntityKey, title: String, of: EntityKey,
        accreditedTo: EntityKey? = nil, status: Position.Status? = nil, seen: [PartialDate] = [],
        endedBy: [PartialDate] = [], sources: [Source]
    ) {
        self.id = id
        self.person = person
        self.title = title
        self.of = of
        self.accreditedTo = accreditedTo
        self.status = status
        self.seen = seen
        self.endedBy = endedBy
        self.sources = sources
    }
}

/// A meeting across all documents.
public struct KnownMeeting: Hashable, Sendable {
    /// The id across documents, such as `seed-003#m1`.
    public var id: String
    /// What kind of occasion it is.
    public var kind: Meeting.Kind
    /// Who met whom.
    public var sides: [[EntityKey]]
    /// Named others who were merely present.
    public var attendees: [EntityKey]
    /// When.
    public var date: PartialDate?
    /// Where.
    public var place: String?
    /// Held or planned.
    public var status: Meeting.Status
    /// Story or teaser.
    public var section: Section
    /// The passages that prove it, sorted by document.
    public var sources: [Source]

    /// Makes a meeting.
    public init(
        id: String, kind: Meeting.Kind, sides: [[EntityKey]], attendees: [EntityKey] = [],
        date: PartialDate? = nil, place: String? = nil, status: Meeting.Status = .held,
        section: Section = .body, sources: [Source]
    ) {
        self.id = id
        self.kind = kind
        self.sides = sides
        self.attendees = attendees
        self.date = date
        self.place = place
        self.status = status
        self.section = section
        self.sources = sources
    }
}

/// An agreement across all documents.
public struct KnownAgreement: Hashable, Sendable {
    /// The id across documents, such as `seed-003#g1`.
    public var id: String
    /// What kind of agreement it is.
    public var kind: Agreement.Kind
    /// The agencies or countries bound.
    public var parties: [EntityKey]
    /// The persons who sign.
    public var signatories: [EntityKey]
    /// Its name.
    public var title: String?
    /// When it was made.
    public var date: PartialDate?
    /// How far it has come.
    public var status: Agreement.Status
    /// The id of the ``KnownMeeting`` at which it was made.
    public var meeting: String?
    /// Story or teaser.
    public var section: Section
    /// The passages that prove it, sorted by document.
    public var sources: [Source]

    /// Makes an agreement.
    public init(
        id: String, kind: Agreement.Kind, parties: [EntityKey], signatories: [EntityKey] = [],
        title: String? = nil, date: PartialDate? = nil, status: Agreement.Status,
        meeting: String? = nil, section: Section = .body, sources: [Source]
    ) {
        self.id = id
        self.kind = kind
        self.parties = parties
        self.signatories = signatories
        self.title = title
        self.date = date
        self.status = status
        self.meeting = meeting
        self.section = section
        self.sources = sources
    }
}

/// All that a set of documents says, with one entity for what is one in the world.
///
/// Derived from the documents' facts by ``IdentityResolver``; every list is sorted by its id.
public struct KnowledgeBase: Hashable, Sendable {
    /// The documents, by id.
    public var documents: [DocumentFacts.Header]
    /// Persons, agencies, countries.
    public var entities: [KnownEntity]
    /// Offices.
    public var positions: [KnownPosition]
    /// Meetings.
    public var meetings: [KnownMeeting]
    /// Agreements.
    public var agreements: [KnownAgreement]

    /// Makes a knowledge base of its parts.
    public init(
        documents: [DocumentFacts.Header] = [], entities: [KnownEntity] = [],
        positions: [KnownPosition] = [], meetings: [KnownMeeting] = [],
        agreements: [KnownAgreement] = []
    ) {
        self.documents = documents
        self.entities = entities
        self.positions = positions
        self.meetings = meetings
        self.agreements = agreements
    }
}
