import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import GRDB

/// Writes a document and what it says as rows.
struct FactsWriter {
    let database: Database

    /// Writes all rows of a document.
    ///
    /// - Parameters:
    ///   - recorded: When the store learned of it.
    ///   - clusters: The label of each entity's cluster.
    func write(
        _ article: PreparedArticle, recorded: String, clusters: [EntityID: Int64]
    ) throws {
        let document = article.document
        let id = document.id.rawValue
        try insert(
            "article", id, article.fingerprint, article.textHash.rawValue, article.extractor,
            recorded, nil, document.language, document.title, document.published?.description,
            document.url, JSONList.write(document.authors),
            JSONList.write(
                document.zones.map { zone in
                    [
                        .text(zone.kind.rawValue), .number(zone.span.lowerBound),
                        .number(zone.span.upperBound), zone.story.map { .number($0) } ?? .null,
                    ]
                }),
            Data(article.sketch.bytes), document.text)
        let facts = article.facts
        for (place, entity) in facts.entities.enumerated() {
            try insert(
                "told", id, entity.id.rawValue, place, entity.kind.rawValue, entity.name,
                entity.country?.rawValue, entity.parent?.rawValue, JSONList.write(entity.aliases),
                JSONList.write(
                    entity.mentions.map { [.number($0.lowerBound), .number($0.upperBound)] }),
                article.cells[place].id)
        }
        let roles = RoleWriter(
            writer: self, document: id, published: document.published, clusters: clusters)
        for (place, position) in facts.positions.enumerated() {
            try write(position, place, id, roles)
        }
        for (place, meeting) in facts.meetings.enumerated() { try write(meeting, place, id, roles) }
        for (place, agreement) in facts.agreements.enumerated() {
            try write(agreement, place, id, roles)
        }
    }

    private func write(
        _ position: Position, _ place: Int, _ document: String, _ roles: RoleWriter
    ) throws {
        let id = "o\(place + 1)"
        let evidence = position.evidence
        try insert(
            "toldPosition", document, id, place, position.title, position.status?.rawValue,
            evidence.span.lowerBound, evidence.span.upperBound, evidence.rule, evidence.confidence)
        let fact = roles.fact("position", id, nil)
        try roles.write([position.person], as: "holder", of: fact)
        try roles.write([position.of], as: "of", of: fact)
        try roles.write(
            position.accreditedTo.map { [$0] } ?? [], as: "accreditedTo", of: fact)
    }

    private func write(
        _ meeting: Meeting, _ place: Int, _ document: String, _ roles: RoleWriter
    ) throws {
        let evidence = meeting.evidence
        try insert(
            "toldMeeting", document, meeting.id, place, meeting.kind.rawValue,
            meeting.date?.description, meeting.place, meeting.status.rawValue,
            meeting.section.rawValue, evidence.span.lowerBound, evidence.span.upperBound,
            evidence.rule, evidence.confidence, nil)
        let fact = roles.fact("meeting", meeting.id, meeting.date, block: meeting.block)
        for (side, members) in meeting.sides.enumerated() {
            try roles.write(members, as: "side", side, of: fact)
        }
        try roles.write(
            meeting.attendees, as: "attendee", of: roles.fact("meeting", meeting.id, meeting.date))
    }

    private func write(
        _ agreement: Agreement, _ place: Int, _ document: String, _ roles: RoleWriter
    ) throws {
        let evidence = agreement.evidence
        try insert(
            "toldAgreement", document, agreement.id, place, agreement.kind.rawValue,
            agreement.title, agreement.date?.description, agreement.status.rawValue,
            agreement.meeting, agreement.section.rawValue, evidence.span.lowerBound,
            evidence.span.upperBound, evidence.rule, evidence.confidence, nil)
        let fact = roles.fact("agreement", agreement.id, agreement.date, block: agreement.block)
        try roles.write(agreement.parties, as: "party", of: fact)
        try roles.write(
            agreement.signatories, as: "signatory",
            of: roles.fact("agreement", agreement.id, agreement.date))
    }

    /// Inserts a row with a value for each column of the table, in order.
    func insert(_ table: String, _ values: (any DatabaseValueConvertible)?...) throws {
        let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
        try statement.execute(arguments: StatementArguments(values))
    }
}

/// Writes who takes part in the facts of one document.
private struct RoleWriter {
    let writer: FactsWriter
    let document: String
    let published: PartialDate?
    let clusters: [EntityID: Int64]

    struct Fact {
        var kind: String
        var id: String
        /// The day by which facts are ordered: its own, else that of publication.
        var day: Int
        var block: Int64?
    }

    func fact(_ kind: String, _ id: String, _ date: PartialDate?, block: Int64? = nil) -> Fact {
        Fact(kind: kind, id: id, day: (date ?? published)?.lastDay ?? 0, block: block)
    }

    func write(
        _ entities: [EntityID], as role: String, _ side: Int = 0, of fact: Fact
    ) throws {
        for (place, entity) in entities.enumerated() {
            try writer.insert(
                "toldRole", document, fact.kind, fact.id, role, side, place, entity.rawValue,
                fact.day, fact.block, clusters[entity])
        }
    }
}

extension Meeting {
    /// A number that meetings of different documents share where they may be one; nil for one that
    /// never joins another.
    var block: Int64? {
        KnownMeeting(id: id, kind: kind, sides: [], date: date, sources: []).blockKey
            .map { ContentHash("meeting \($0)").value }
    }
}

extension Agreement {
    /// A number that agreements of different documents share where they may be one; nil for one that
    /// never joins another.
    ///
    /// One without a day is no occasion but a state of things, of which thousands of documents may
    /// tell: those are joined where they are shown.
    var block: Int64? {
        guard let date, date.end == nil, date.start.day != nil else { return nil }
        return KnownAgreement(
            id: id, kind: kind, parties: [], title: title, date: date, status: status, sources: []
        ).blockKey.map { ContentHash("agreement \($0)").value }
    }
}
