public import BangGiaoModel

/// Writes the facts of a document for people: who, what, when, where, each with its quotation.
///
/// Headings and labels are Vietnamese, as the documents are. Not meant to be read by programs; for
/// that there is ``FactsJSONWriter``.
public struct FactsTextWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// Returns the facts as text of several lines, ended by a line break.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ facts: DocumentFacts) -> String {
        var page = FactsPage(facts)
        page.heading()
        page.people()
        page.agencies()
        page.countries()
        page.meetings()
        page.agreements()
        return page.text
    }
}

private struct FactsPage {
    let facts: DocumentFacts
    let entities: [EntityID: Entity]
    var text = ""

    init(_ facts: DocumentFacts) {
        self.facts = facts
        entities = Dictionary(facts.entities.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    }

    mutating func heading() {
        let published = facts.document.published.map(Wording.date)
        line(0, [facts.document.id.rawValue, published])
        if let title = facts.document.title { line(0, title) }
        if !facts.document.authors.isEmpty {
            line(0, facts.document.authors.joined(separator: ", "))
        }
    }

    mutating func people() {
        let people = facts.entities.filter { $0.kind == .person }
        section("NHÂN VẬT", count: people.count)
        for person in people {
            line(1, named(person))
            for position in facts.positions where position.person == person.id {
                let receiving = position.accreditedTo.map { "tại \(name($0))" }
                line(
                    2,
                    [
                        Wording.note(on: position.status).map { "\($0) \(position.title)" }
                            ?? position.title,
                        [full(position.of), receiving].compactMap(\.self).joined(separator: " "),
                    ])
                quotation(position.evidence)
            }
        }
    }

    mutating func agencies() {
        let agencies = facts.entities.filter { $0.kind == .agency }
        section("CƠ QUAN, TỔ CHỨC", count: agencies.count)
        for agency in agencies { line(1, full(agency.id)) }
    }

    mutating func countries() {
        let countries = facts.entities.filter { $0.kind == .country }
        section("QUỐC GIA", count: countries.count)
        if !countries.isEmpty { line(1, countries.map(named).joined(separator: ", ")) }
    }

    mutating func meetings() {
        section("GẶP GỠ", count: facts.meetings.count)
        for meeting in facts.meetings {
            line(
                1,
                [
                    Wording.name(of: meeting.kind), meeting.date.map(Wording.date), meeting.place,
                    Wording.note(on: meeting.status), note(on: meeting.section),
                ])
            line(2, meeting.sides.map { names($0) }.joined(separator: " ↔ "))
            if !meeting.attendees.isEmpty { line(2, "cùng dự: \(names(meeting.attendees))") }
            quotation(meeting.evidence)
        }
    }

    mutating func agreements() {
        section("THỎA THUẬN", count: facts.agreements.count)
        for agreement in facts.agreements {
            line(
                1,
                [
                    Wording.name(of: agreement.kind), agreement.title,
                    agreement.date.map(Wording.date), Wording.note(on: agreement.status),
                    note(on: agreement.section),
                ])
            line(2, agreement.parties.map { full($0) }.joined(separator: " = "))
            if !agreement.signatories.isEmpty { line(2, "ký: \(names(agreement.signatories))") }
            quotation(agreement.evidence)
        }
    }

    // MARK: Names

    private func name(_ id: EntityID) -> String { entities[id]?.name ?? id.rawValue }

    private func names(_ ids: [EntityID]) -> String {
        ids.map { id in
            guard let entity = entities[id], entity.kind != .country else { return name(id) }
            return named(entity)
        }.joined(separator: ", ")
    }

    /// The name with its state, which tells two ministries of one name apart.
    private func named(_ entity: Entity) -> String {
        entity.name + (entity.country.map { " (\($0.rawValue))" } ?? "")
    }

    /// The name with all that it belongs to: "Vụ Báo chí, Bộ Ngoại giao (LA)".
    private func full(_ id: EntityID) -> String {
        guard let entity = entities[id], entity.kind == .agency else { return name(id) }
        var names: [String] = []
        var seen: Set<EntityID> = []
        var next: Entity? = entity
        while let agency = next, seen.insert(agency.id).inserted {
            names.append(agency.name)
            next = agency.parent.flatMap { entities[$0] }
        }
        return names.joined(separator: ", ") + (entity.country.map { " (\($0.rawValue))" } ?? "")
    }

    private func note(on section: Section) -> String? {
        section == .related ? "tin liên quan" : nil
    }

    // MARK: Lines

    private mutating func section(_ title: String, count: Int) {
        text += "\n\(title) (\(count))\n"
    }

    private mutating func quotation(_ evidence: Evidence) {
        let words = evidence.quotation.split(whereSeparator: \.isWhitespace)
        line(3, "“\(words.joined(separator: " "))”")
    }

    private mutating func line(_ depth: Int, _ parts: [String?]) {
        line(depth, parts.compactMap(\.self).joined(separator: " · "))
    }

    private mutating func line(_ depth: Int, _ content: String) {
        text += String(repeating: "  ", count: depth) + content + "\n"
    }
}
