import BangGiaoModel
import GRDB

/// Writes a document and what it says as rows.
struct FactsWriter {
    let database: Database

    func write(_ facts: DocumentFacts, of document: Document, extractor: String) throws {
        let id = document.id.rawValue
        try insert(
            "document", id, TextHash(of: document.text).rawValue, extractor, document.language,
            document.title, document.published?.description, document.url, document.text)
        for (place, author) in document.authors.enumerated() {
            try insert("author", id, place, author)
        }
        for (place, zone) in document.zones.enumerated() {
            try insert(
                "zone", id, place, zone.kind.rawValue, zone.span.lowerBound, zone.span.upperBound,
                zone.story)
        }
        for (place, entity) in facts.entities.enumerated() { try write(entity, place, id) }
        for (place, position) in facts.positions.enumerated() { try write(position, place, id) }
        for (place, meeting) in facts.meetings.enumerated() { try write(meeting, place, id) }
        for (place, agreement) in facts.agreements.enumerated() { try write(agreement, place, id) }
    }

    private func write(_ entity: Entity, _ place: Int, _ document: String) throws {
        let id = entity.id.rawValue
        try insert(
            "entity", document, id, place, entity.kind.rawValue, entity.name,
            entity.country?.rawValue, entity.parent?.rawValue)
        for (place, alias) in entity.aliases.enumerated() {
            try insert("alias", document, id, place, alias)
        }
        for (place, mention) in entity.mentions.enumerated() {
            try insert("mention", document, id, place, mention.lowerBound, mention.upperBound)
        }
    }

    private func write(_ position: Position, _ place: Int, _ document: String) throws {
        try insert(
            "position", document, place, position.person.rawValue, position.title,
            position.of.rawValue, position.accreditedTo?.rawValue, position.status?.rawValue)
        try write(position.evidence, of: "position", String(place), document)
    }

    private func write(_ meeting: Meeting, _ place: Int, _ document: String) throws {
        try insert(
            "meeting", document, meeting.id, place, meeting.kind.rawValue,
            meeting.date?.description, meeting.place, meeting.status.rawValue,
            meeting.section.rawValue)
        for (side, members) in meeting.sides.enumerated() {
            for (place, entity) in members.enumerated() {
                try insert(
                    "participant", document, meeting.id, "side", side, place, entity.rawValue)
            }
        }
        for (place, entity) in meeting.attendees.enumerated() {
            try insert(
                "participant", document, meeting.id, "attendee", 0, place, entity.rawValue)
        }
        try write(meeting.evidence, of: "meeting", meeting.id, document)
    }

    private func write(_ agreement: Agreement, _ place: Int, _ document: String) throws {
        try insert(
            "agreement", document, agreement.id, place, agreement.kind.rawValue, agreement.title,
            agreement.date?.description, agreement.status.rawValue, agreement.meeting,
            agreement.section.rawValue)
        for (role, entities) in [
            ("party", agreement.parties), ("signatory", agreement.signatories),
        ] {
            for (place, entity) in entities.enumerated() {
                try insert("party", document, agreement.id, role, place, entity.rawValue)
            }
        }
        try write(agreement.evidence, of: "agreement", agreement.id, document)
    }

    private func write(
        _ evidence: Evidence, of kind: String, _ fact: String, _ document: String
    ) throws {
        try insert(
            "evidence", document, kind, fact, evidence.span.lowerBound, evidence.span.upperBound,
            evidence.quotation, evidence.rule, evidence.confidence)
    }

    /// Inserts a row with a value for each column of the table, in order.
    private func insert(_ table: String, _ values: (any DatabaseValueConvertible)?...) throws {
        let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
        try statement.execute(arguments: StatementArguments(values))
    }
}
