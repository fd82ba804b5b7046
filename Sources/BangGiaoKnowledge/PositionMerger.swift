import BangGiaoModel

/// Joins the offices that documents tell of: one for each person, title, body and place of
/// accreditation.
struct PositionMerger {
    let source: SourceEntities
    let canonical: [Int]

    /// A title in an agency or country.
    private struct Office: Hashable {
        var title: String
        var of: Int
        var accreditedTo: Int?
    }

    private struct Statement {
        var document: Int
        /// From 1, in the order of the document.
        var number: Int
        var position: Position
        var seen: [PartialDate]
    }

    func positions() -> [KnownPosition] {
        var groups: [Office: [Int: [Statement]]] = [:]
        for (number, document) in source.documents.enumerated() {
            let days = days(of: number)
            for (place, position) in document.positions.enumerated() {
                guard let person = source.place(position.person, in: number),
                    let of = source.place(position.of, in: number)
                else { continue }
                let accredited = position.accreditedTo.flatMap { source.place($0, in: number) }
                let office = Office(
                    title: NameKey(position.title).folded, of: canonical[of],
                    accreditedTo: accredited.map { canonical[$0] })
                // Former and coming office-holders weren't seen in office.
                let seen = position.status == nil ? days[person] ?? [] : []
                groups[office, default: [:]][canonical[person], default: []].append(
                    Statement(document: number, number: place + 1, position: position, seen: seen))
            }
        }
        return groups.flatMap { office, persons in
            persons.map { person, statements in position(person, office, statements) }
        }.sorted { precedes($0.id, $1.id) }
    }

    private func position(
        _ person: Int, _ office: Office, _ statements: [Statement]
    ) -> KnownPosition {
        let first = statements[0]
        let statuses = Set(statements.map(\.position.status))
        return KnownPosition(
            id: "\(source.documents[first.document].document.id.rawValue)#o\(first.number)",
            person: source.items[person].key,
            title: Tally(statements.map(\.position.title)).commonest ?? "",
            of: source.items[office.of].key,
            accreditedTo: office.accreditedTo.map { source.items[$0].key },
            status: statuses.count == 1 ? first.position.status : nil,
            seen: Set(statements.flatMap(\.seen)).sorted(),
            endedBy: Set(
                statements.filter { $0.position.status == .former }
                    .compactMap { source.documents[$0.document].document.published }
            ).sorted(),
            sources: statements.map {
                Source(
                    document: source.documents[$0.document].document.id,
                    evidence: $0.position.evidence)
            })
    }

    /// When a document saw each of its persons: on the day it appeared, or else on the days of the
    /// meetings held in which the person took part. Without both no day is made up.
    private func days(of number: Int) -> [Int: [PartialDate]] {
        let document = source.documents[number]
        var result: [Int: [PartialDate]] = [:]
        if let published = document.document.published {
            for entity in document.entities {
                source.place(entity.id, in: number).map { result[$0] = [published] }
            }
            return result
        }
        for meeting in document.meetings where meeting.status == .held {
            guard let date = meeting.date else { continue }
            for id in meeting.sides.joined() + meeting.attendees {
                source.place(id, in: number).map { result[$0, default: []].append(date) }
            }
        }
        return result
    }
}
