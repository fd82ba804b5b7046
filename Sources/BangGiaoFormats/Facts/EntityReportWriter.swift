public import BangGiaoKnowledge
import BangGiaoModel

/// Writes all that is known of an entity for reading, each fact with its quotation and document.
public struct EntityReportWriter: Sendable {
    /// At most so many quotations a fact; the others are counted.
    public var quotations: Int

    /// Makes a writer.
    public init(quotations: Int = 2) { self.quotations = quotations }

    /// Writes a report, with a line end at its end.
    ///
    /// - Complexity: O(size of the report).
    public func write(_ report: EntityReport) -> String {
        var lines = [head(report)]
        let names = report.names.map { "\($0.text) (\($0.count))" }
        if names.count > 1 { lines += section("Names", [names.joined(separator: ", ")]) }
        let name: (EntityKey) -> String = { report.entityNames[$0] ?? $0.rawValue }
        if !report.parents.isEmpty {
            lines += section("Part of", report.parents.map { "\($0.name)  \($0.key.rawValue)" })
        }
        if !report.children.isEmpty {
            lines += section("Has", report.children.map { "\($0.name)  \($0.key.rawValue)" })
        }
        if !report.offices.isEmpty {
            lines += section(
                "Offices",
                report.offices.flatMap { office in
                    [self.office(office, of: report.entity.key, name)]
                        + sources(office.position.sources)
                })
        }
        if !report.meetings.isEmpty {
            lines += section(
                "Meetings",
                report.meetings.flatMap { [meeting($0, name)] + sources($0.sources) })
        }
        if !report.agreements.isEmpty {
            lines += section(
                "Agreements",
                report.agreements.flatMap { [agreement($0, name)] + sources($0.sources) })
        }
        return PlainText.plain(lines.joined(separator: "\n") + "\n")
    }

    private func head(_ report: EntityReport) -> String {
        let entity = report.entity
        var text = "\(entity.name)  \(entity.key.rawValue)  \(entity.kind.rawValue)"
        if let country = entity.country { text += " \(country.rawValue)" }
        text += "\nIn \(report.documentCount) document\(report.documentCount == 1 ? "" : "s")"
        if report.readCount < report.documentCount {
            text += "; below from the latest \(report.readCount)"
        }
        return text + "."
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        ["", title] + lines.map { "  \($0)" }
    }

    private func office(
        _ office: EntityReport.Office, of key: EntityKey, _ name: (EntityKey) -> String
    ) -> String {
        let position = office.position
        var text = "\(position.id)  \(position.title) \(name(position.of))"
        if let place = position.accreditedTo { text += " tại \(name(place))" }
        if position.person != key { text += ": \(name(position.person))" }
        if let status = position.status { text += ", \(status.rawValue)" }
        let terms = office.terms.map { days -> String in
            guard let first = days.first, let last = days.last, first != last else {
                return days.first?.description ?? ""
            }
            return "\(first) to \(last)"
        }
        if !terms.isEmpty { text += "; seen \(terms.joined(separator: ", again "))" }
        let ends = position.endedBy.map(\.description)
        if !ends.isEmpty { text += "; called former \(ends.joined(separator: ", "))" }
        return text
    }

    private func meeting(_ meeting: KnownMeeting, _ name: (EntityKey) -> String) -> String {
        var text = "\(meeting.id)  \(meeting.kind.rawValue)"
        if let date = meeting.date { text += " \(date)" }
        if let place = meeting.place { text += ", \(place)" }
        if meeting.status == .planned { text += ", planned" }
        let sides = meeting.sides.map { $0.map(name).joined(separator: ", ") }
        return text + ": " + sides.joined(separator: " – ")
    }

    private func agreement(
        _ agreement: KnownAgreement, _ name: (EntityKey) -> String
    ) -> String {
        var text = "\(agreement.id)  \(agreement.kind.rawValue), \(agreement.status.rawValue)"
        if let date = agreement.date { text += " \(date)" }
        if let title = agreement.title { text += ", \"\(title)\"" }
        return text + ": " + agreement.parties.map(name).joined(separator: ", ")
    }

    private func sources(_ sources: [Source]) -> [String] {
        let shown = sources.prefix(quotations).map { source in
            let quotation = source.evidence.quotation
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return "    \"\(quotation)\" (\(source.document.rawValue))"
        }
        let more = sources.count - shown.count
        return shown + (more > 0 ? ["    and \(more) more"] : [])
    }
}
