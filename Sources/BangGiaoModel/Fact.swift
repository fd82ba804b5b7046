/// The passage of a document that proves a fact, and how the fact was read from it.
public struct Evidence: Hashable, Sendable {
    /// Where the passage stands, in UTF-8 bytes of the document's text.
    public var span: TextSpan
    /// The passage itself: exactly the text at the span.
    public var quotation: String
    /// The name of the rule that read the fact; empty where the fact came from elsewhere.
    public var rule: String
    /// How likely the fact is right, from 0 to 1.
    public var confidence: Double

    /// Makes an evidence.
    public init(span: TextSpan, quotation: String, rule: String = "", confidence: Double = 1) {
        self.span = span
        self.quotation = quotation
        self.rule = rule
        self.confidence = confidence
    }
}

/// Where in an article a fact stands.
public enum Section: String, Hashable, Sendable, Codable, CaseIterable {
    /// The story, with its headline and the captions of its own pictures.
    case body
    /// Teasers of other articles, link lists, captions outside the story.
    case related
}

/// An office that a person holds, held or is about to hold.
public struct Position: Hashable, Sendable {
    /// Whether the office lies behind or ahead; a current office has none.
    public enum Status: String, Hashable, Sendable, Codable {
        /// Held before.
        case former
        /// Named, but not yet in office.
        case designate
    }

    /// Who holds it.
    public var person: EntityID
    /// The office alone: "Bộ trưởng", "Đại sứ".
    public var title: String
    /// The agency, or for heads of state, of government and envoys the country.
    public var of: EntityID
    /// Where an envoy is accredited.
    public var accreditedTo: EntityID?
    /// Former or designate; nil for a current office.
    public var status: Status?
    /// The passage that proves it.
    public var evidence: Evidence

    /// Makes a position.
    public init(
        person: EntityID, title: String, of: EntityID, accreditedTo: EntityID? = nil,
        status: Status? = nil, evidence: Evidence
    ) {
        self.person = person
        self.title = title
        self.of = of
        self.accreditedTo = accreditedTo
        self.status = status
        self.evidence = evidence
    }
}

/// An occasion on which parties met or spoke: one a document, however often it returns to it.
public struct Meeting: Hashable, Sendable {
    /// What kind of occasion it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case talks
        case meeting
        case courtesyCall = "courtesy_call"
        case consultation
        case workingSession = "working_session"
        case visit
        case call
        case session
        case ceremony
        case other
    }

    /// Whether it took place or is announced.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case held
        case planned
    }

    /// The id within the document, such as `m1`.
    public var id: String
    /// What kind of occasion it is.
    public var kind: Kind
    /// Who met whom: the members of each side. Two sides at least, none empty.
    public var sides: [[EntityID]]
    /// Named others who were merely present.
    public var attendees: [EntityID]
    /// When, as exact as the text allows.
    public var date: PartialDate?
    /// City, country or venue, as in the text.
    public var place: String?
    /// Held or planned.
    public var status: Status
    /// Story or teaser.
    public var section: Section
    /// The passage that proves it.
    public var evidence: Evidence

    /// Makes a meeting.
    public init(
        id: String, kind: Kind, sides: [[EntityID]], attendees: [EntityID] = [],
        date: PartialDate? = nil, place: String? = nil, status: Status = .held,
        section: Section = .body, evidence: Evidence
    ) {
        self.id = id
        self.kind = kind
        self.sides = sides
        self.attendees = attendees
        self.date = date
        self.place = place
        self.status = status
        self.section = section
        self.evidence = evidence
    }
}

/// What parties agreed, signed, or set up between them.
public struct Agreement: Hashable, Sendable {
    /// What kind of agreement it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case mou
        case treaty
        case `protocol`
        case programme
        case statement
        case contract
        case partnership
        case consensus
        case other
    }

    /// How far it has come.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case signed
        case agreed
        case planned
        case existing
    }

    /// The id within the document, such as `g1`.
    public var id: String
    /// What kind of agreement it is.
    public var kind: Kind
    /// The agencies or countries bound. Two at least.
    public var parties: [EntityID]
    /// The persons who sign.
    public var signatories: [EntityID]
    /// The name of the document or of the level of relations.
    public var title: String?
    /// When it was made, as exact as the text allows.
    public var date: PartialDate?
    /// How far it has come.
    public var status: Status
    /// The id of the meeting at which it was made.
    public var meeting: String?
    /// Story or teaser.
    public var section: Section
    /// The passage that proves it.
    public var evidence: Evidence

    /// Makes an agreement.
    public init(
        id: String, kind: Kind, parties: [EntityID], signatories: [EntityID] = [],
        title: String? = nil, date: PartialDate? = nil, status: Status,
        meeting: String? = nil, section: Section = .body, evidence: Evidence
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
        self.evidence = evidence
    }
}
