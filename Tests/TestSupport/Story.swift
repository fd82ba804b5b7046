public import BangGiaoModel

/// A made-up article with its facts: each fact gets a sentence of the text as its evidence.
public struct Story: Sendable {
    /// The facts told so far.
    public private(set) var facts: DocumentFacts
    /// The text told so far.
    public private(set) var text: String

    /// Begins an article.
    ///
    /// - Parameter published: By ISO 8601.
    public init(_ id: String, published: String? = nil) {
        facts = DocumentFacts(
            document: .init(id: DocumentID(id), published: published.flatMap { PartialDate($0) }))
        text = "\(id).\n"
    }

    /// The article as a document: a single zone, its body.
    public var document: Document {
        let header = facts.document
        return Document(
            id: header.id, language: header.language, title: header.title,
            published: header.published, url: header.url, authors: header.authors, text: text,
            zones: [Zone(.body, TextSpan(0, text.utf8.count))])
    }

    /// Names a person.
    public mutating func person(_ name: String, _ country: String? = nil) -> EntityID {
        add(.person, "p", name, country, parent: nil, aliases: [])
    }

    /// Names an agency.
    public mutating func agency(
        _ name: String, _ country: String? = nil, parent: EntityID? = nil, aliases: [String] = []
    ) -> EntityID {
        add(.agency, "a", name, country, parent: parent, aliases: aliases)
    }

    /// Names a country.
    public mutating func country(_ name: String, _ code: String) -> EntityID {
        add(.country, "c", name, code, parent: nil, aliases: [])
    }

    /// Tells of an office.
    public mutating func position(
        _ person: EntityID, _ title: String, of: EntityID, accreditedTo: EntityID? = nil,
        status: Position.Status? = nil
    ) {
        let evidence = sentence("\(title) \(name(of)) \(name(person))")
        facts.positions.append(
            Position(
                person: person, title: title, of: of, accreditedTo: accreditedTo, status: status,
                evidence: evidence))
    }

    /// Tells of a meeting.
    public mutating func meeting(
        _ sides: [[EntityID]], kind: Meeting.Kind = .workingSession,
        attendees: [EntityID] = [], date: String? = nil, place: String? = nil,
        status: Meeting.Status = .held, section: Section = .body
    ) {
        let parties = sides.map { $0.map(name).joined(separator: " và ") }
        facts.meetings.append(
            Meeting(
                id: "m\(facts.meetings.count + 1)", kind: kind, sides: sides, attendees: attendees,
                date: date.flatMap { PartialDate($0) }, place: place, status: status,
                section: section,
                evidence: sentence(parties.joined(separator: " làm việc với "))))
    }

    /// Tells of an agreement.
    public mutating func agreement(
        _ parties: [EntityID], kind: Agreement.Kind = .consensus, signatories: [EntityID] = [],
        title: String? = nil, date: String? = nil, status: Agreement.Status = .agreed,
        meeting: String? = nil, section: Section = .body
    ) {
        let names = parties.map(name).joined(separator: " và ")
        facts.agreements.append(
            Agreement(
                id: "g\(facts.agreements.count + 1)", kind: kind, parties: parties,
                signatories: signatories, title: title, date: date.flatMap { PartialDate($0) },
                status: status, meeting: meeting, section: section,
                evidence: sentence("\(names) nhất trí \(title ?? "hợp tác")")))
    }

    private func name(_ id: EntityID) -> String {
        facts.entities.first { $0.id == id }?.name ?? id.rawValue
    }

    private mutating func add(
        _ kind: Entity.Kind, _ letter: String, _ name: String, _ country: String?,
        parent: EntityID?, aliases: [String]
    ) -> EntityID {
        let number = facts.entities.count { $0.kind == kind } + 1
        let id = EntityID("\(letter)\(number)")
        let mention = sentence(name).span
        facts.entities.append(
            Entity(
                id: id, kind: kind, name: name, country: country.map { CountryCode($0) },
                parent: parent, aliases: [name] + aliases, mentions: [mention]))
        return id
    }

    /// Adds a sentence to the text.
    private mutating func sentence(_ words: String) -> Evidence {
        let start = text.utf8.count
        text += words
        let span = TextSpan(start, text.utf8.count)
        text += ".\n"
        return Evidence(
            span: span, quotation: words, rule: "made-up",
            confidence: Double(words.utf8.count % 10 + 1) / 10)
    }
}
