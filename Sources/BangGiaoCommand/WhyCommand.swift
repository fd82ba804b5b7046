import ArgumentParser
import BangGiao

/// `banggiao why`: what stands behind a fact or a name.
struct WhyCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Tells why the store holds a fact, or takes entities for one.",
        usage: "banggiao why ID [--store FILE] [--as-of DATE]",
        discussion: """
            For a fact, such as seed-003#m1: the passage, the rule that read it, the document, and \
            which others report the same; for a row of a table, such as edges.csv:12, its line. \
            For a name or an entity's key: what documents tell of it, what links it, and your own \
            decisions.

            Examples:
              banggiao why seed-003#m1
              banggiao why seed-003#p2
              banggiao why "Phạm Thu Hằng"
            """
    )

    @Argument(help: "The id of a fact, a key, or a name.")
    var id: String

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: RecordedTimeOptions

    func run(on console: Console) async throws {
        let store = try time.of(store.open(.read))
        let lines: [String]
        if let fact = try store.reasons(ofFact: id) {
            lines = Self.lines(fact)
        } else if let row = try store.reasons(ofRow: id) {
            lines = Self.lines(row)
        } else {
            lines = Self.lines(try store.reasons(of: store.entity(id)))
        }
        try console.print(lines.joined(separator: "\n"))
    }

    private static func lines(_ row: RowReasons) -> [String] {
        [
            "\(row.table.rawValue):\(row.line)  \(row.text)", "",
            "table       \(row.table.rawValue), line \(row.line)",
            "recorded    \(row.recorded)", "",
        ]
            + row.nodes.map { node in
                let country = node.country.map { " (\($0.rawValue))" } ?? ""
                return "\(node.id): \(node.name)\(country), \(row.nodesFile), line \(node.line)"
            }
    }

    private static func lines(_ fact: FactReasons) -> [String] {
        let evidence = fact.evidence
        let header = fact.document
        var lines = [
            "\(fact.id)  \(fact.summary)", "",
            "\"\(evidence.quotation)\"", "",
            "document    \(header.id.rawValue), bytes \(evidence.span.lowerBound)"
                + " to \(evidence.span.upperBound)",
        ]
        if let title = header.title { lines.append("title       \(title)") }
        if let date = header.published { lines.append("published   \(date)") }
        if let url = header.url { lines.append("address     \(url)") }
        lines += [
            "rule        \(evidence.rule)", "confidence  \(evidence.confidence)",
            "read by     \(fact.extractor)", "recorded    \(fact.recorded)", "",
        ]
        lines += fact.members.map { "\($0.role): \($0.name)  \($0.known.rawValue)" }
        if !fact.others.isEmpty {
            lines += [
                "",
                "Also told by \(fact.others.joined(separator: ", ")); "
                    + "\(fact.independent) of \(fact.others.count + 1) are independent.",
            ]
        }
        return lines
    }

    private static func lines(_ reasons: IdentityReasons) -> [String] {
        var lines = [
            "\(reasons.known.key.rawValue)  \(reasons.known.name), in "
                + "\(reasons.known.documents) document"
                + (reasons.known.documents == 1 ? "" : "s")
        ]
        for (number, group) in reasons.groups.enumerated() {
            let profile = group.cell.profile
            lines += ["", "\(number + 1). told just so by \(group.documents):"]
            lines.append("   name      \(profile.name)")
            if let country = profile.country { lines.append("   country   \(country.rawValue)") }
            for parent in profile.parents { lines.append("   part of   \(parent)") }
            for alias in profile.aliases.sorted() { lines.append("   also      \(alias)") }
            for office in profile.offices.map(words).sorted() {
                lines.append("   office    \(office)")
            }
            if !group.cell.only.isEmpty { lines.append("   alone     \(group.cell.only)") }
            lines.append("   such as   " + group.members.map(\.rawValue).joined(separator: ", "))
        }
        if !reasons.links.isEmpty { lines.append("") }
        lines += reasons.links.map { link in
            "\(link.groups[0] + 1) = \(link.groups[1] + 1)  weight \(link.weight): "
                + link.reasons.joined(separator: ", ")
        }
        if !reasons.judgements.isEmpty { lines.append("") }
        lines += reasons.judgements.map { judgement in
            "decision \(judgement.number), \(judgement.made): \(judgement.first.key.rawValue) and "
                + "\(judgement.second.key.rawValue) are \(judgement.verdict.rawValue)"
        }
        return lines
    }

    private static func words(_ office: IdentityProfile.Office) -> String {
        let words = [
            office.title, office.body, office.country?.rawValue, office.accreditedTo?.rawValue,
            office.status?.rawValue,
        ]
        return words.compactMap(\.self).joined(separator: ", ")
    }
}
