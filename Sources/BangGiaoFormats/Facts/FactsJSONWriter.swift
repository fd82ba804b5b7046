public import BangGiaoModel

/// Writes the facts of a document in the published facts format: one JSON object a document.
///
/// The fields stand in a fixed order, so equal facts give equal bytes. Beside what the format
/// demands, each fact says where its evidence stands (`span`, UTF-8 bytes of the NFC text), which
/// `rule` read it, and with what `confidence`; each entity where it is named (`mentions`). Fields that
/// say nothing (an empty span or rule, a confidence of 1, no mentions) are left out.
public struct FactsJSONWriter: Sendable {
    /// How the object is laid out.
    public enum Layout: Sendable {
        /// One entity or fact a line, for files: reads and diffs well.
        case file
        /// The whole object on one line, for JSON Lines.
        case line
    }

    /// How the object is laid out.
    public let layout: Layout

    /// Makes a writer of a layout.
    public init(layout: Layout = .file) { self.layout = layout }

    /// Returns the facts as JSON, ended by a line break.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ facts: DocumentFacts) -> String {
        var bytes: [UInt8] = []
        write(facts, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the facts as JSON in UTF-8, ended by a line break.
    ///
    /// - Parameter explanation: How the facts were read; a last member `explanation` tells it.
    /// - Complexity: O(length of what is appended).
    public func write(
        _ facts: DocumentFacts, explanation: Explanation? = nil, to bytes: inout [UInt8]
    ) {
        var json = JSONText(isSpaced: layout == .file, bytes: bytes)
        bytes = []
        json.object { json in
            begin("document", in: &json)
            json.header(facts.document)
            list("entities", facts.entities, in: &json) { $0.entity($1) }
            list("positions", facts.positions, in: &json) { $0.position($1) }
            list("meetings", facts.meetings, in: &json) { $0.meeting($1) }
            list("agreements", facts.agreements, in: &json) { $0.agreement($1) }
            if let explanation {
                begin("explanation", in: &json)
                json.explanation(explanation, isSpaced: layout == .file)
            }
            if layout == .file { json.newLine(indent: 0) }
        }
        json.newLine(indent: 0)
        bytes = json.bytes
    }

    private func begin(_ name: StaticString, in json: inout JSONText) {
        if layout == .file { json.nextLine(indent: 2) }
        json.name(name)
    }

    private func list<Element>(
        _ name: StaticString, _ elements: [Element], in json: inout JSONText,
        _ body: (inout JSONText, Element) -> Void
    ) {
        begin(name, in: &json)
        if layout == .file {
            json.lines(elements, body)
        } else {
            json.array { json in for element in elements { body(&json, element) } }
        }
    }
}

extension JSONText {
    fileprivate mutating func entity(_ entity: Entity) {
        object { json in
            json.member("id", entity.id.rawValue)
            json.identity(
                entity.kind, name: entity.name, parent: entity.parent?.rawValue,
                country: entity.country)
            json.member("aliases", entity.aliases)
            guard !entity.mentions.isEmpty else { return }
            json.name("mentions")
            json.array { json in for mention in entity.mentions { json.span(mention) } }
        }
    }

    fileprivate mutating func position(_ position: Position) {
        object { json in
            json.member("person", position.person.rawValue)
            json.member("title", position.title)
            json.member("of", position.of.rawValue)
            if let place = position.accreditedTo { json.member("accredited_to", place.rawValue) }
            if let status = position.status { json.member("status", status.rawValue) }
            json.evidence(position.evidence)
        }
    }

    fileprivate mutating func meeting(_ meeting: Meeting) {
        object { json in
            json.member("id", meeting.id)
            json.member("type", meeting.kind.rawValue)
            json.name("sides")
            json.array { json in
                for side in meeting.sides {
                    json.array { json in for member in side { json.string(member.rawValue) } }
                }
            }
            json.member("attendees", meeting.attendees.lazy.map(\.rawValue))
            json.member("date", meeting.date?.description)
            json.member("place", meeting.place)
            json.member("status", meeting.status.rawValue)
            json.member("section", meeting.section.rawValue)
            json.evidence(meeting.evidence)
        }
    }

    fileprivate mutating func agreement(_ agreement: Agreement) {
        object { json in
            json.member("id", agreement.id)
            json.member("type", agreement.kind.rawValue)
            json.member("parties", agreement.parties.lazy.map(\.rawValue))
            json.member("signatories", agreement.signatories.lazy.map(\.rawValue))
            json.member("title", agreement.title)
            json.member("date", agreement.date?.description)
            json.member("status", agreement.status.rawValue)
            json.member("meeting", agreement.meeting)
            json.member("section", agreement.section.rawValue)
            json.evidence(agreement.evidence)
        }
    }

    /// Writes the passage that proves a fact as members of the object under way.
    mutating func evidence(_ evidence: Evidence) {
        member("evidence", evidence.quotation)
        if !evidence.span.isEmpty {
            name("span")
            span(evidence.span)
        }
        if !evidence.rule.isEmpty { member("rule", evidence.rule) }
        if evidence.confidence < 1 {
            name("confidence")
            share(evidence.confidence)
        }
    }

    /// Writes what an entity is as members of the object under way: a parent only for agencies, and
    /// a country's own code under another name than the state of others.
    mutating func identity(
        _ kind: Entity.Kind, name: String, parent: String?, country: CountryCode?
    ) {
        member("type", kind.rawValue)
        member("name", name)
        if kind == .agency { member("parent", parent) }
        member(kind == .country ? "code" : "country", country?.rawValue)
    }

    /// Writes a span as its two ends.
    mutating func span(_ span: TextSpan) {
        array { json in
            json.number(span.lowerBound)
            json.number(span.upperBound)
        }
    }
}
