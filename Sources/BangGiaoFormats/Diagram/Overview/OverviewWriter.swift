import BangGiaoKnowledge
import BangGiaoModel
import Foundation

/// Draws who met whom among countries: the home country in the middle, the others in a ring, one line
/// for all that two had to do with each other.
struct OverviewWriter {
    let scope: DiagramScope
    private let plan: OverviewPlan
    private let style: DiagramStyle

    init(scope: DiagramScope) {
        self.scope = scope
        plan = OverviewPlan(scope)
        style = DiagramStyle(scope.options.theme)
    }

    private var labels: DiagramLabels { scope.options.labels }

    func write() -> DiagramText {
        let title = scope.options.title ?? labels.word(.overviewTitle)
        let most = plan.edges.map(\.tally.count).max() ?? 1
        var lines = [
            "graph overview {",
            """
            graph [id=g, \(root)ranksep=\(ringRadius), overlap=prism, splines=line, \
            outputorder=edgesfirst, bgcolor="\(style.palette.paper)", pad=0.1, fontname="\(DiagramStyle.font)", \
            labelloc=t, labeljust=l, label=\(heading(title).value)]
            """,
            """
            node [fontname="\(DiagramStyle.font)", fontcolor="\(style.palette.ink)", fontsize=11, \
            shape=box, style="rounded,filled", fillcolor="\(style.palette.paper)", \
            color="\(style.palette.border)", margin="0.09,0.04", height=0.3]
            """,
            style.edgeFont,
        ]
        lines += plan.nodes.map { node($0) }
        if plan.nodes.isEmpty {
            let text = style.small(DOTText.html(labels.word(.empty)))
            lines.append(
                "empty [id=empty, shape=plain, label=\(DOTLabel.table(.stack([text])).value)]")
        }
        lines += plan.edges.enumerated().map { edge($1, number: $0 + 1, most: most) }
        lines += strangers.map { "\(token(of: plan.home)) -- \($0) [style=invis]" }
        lines.append("}")
        return DiagramText(
            dot: lines.joined(separator: "\n") + "\n", engine: "twopi", style: .overview,
            theme: scope.options.theme, title: title,
            summary: summary, language: labels.language, notes: notes)
    }

    // MARK: - Text

    private var root: String { plan.home == nil ? "" : "root=\(token(of: plan.home)), " }

    /// In inches: room for every box of the ring.
    private var ringRadius: String {
        let tenths = max(15, (plan.nodes.count - 1) * 9 * 10 / 63)
        return "\(tenths / 10).\(tenths % 10)"
    }

    private func heading(_ title: String) -> DOTLabel {
        let sources = NoteWriter(scope: scope, events: []).sources()
        var small = [sources]
        if !plan.nodes.isEmpty {
            small.append(labels.word(plan.isByAgency ? .overviewAgencyAid : .overviewAid))
        }
        if plan.omitted > 0 { small.append("… + \(plan.omitted) \(labels.word(.others))") }
        if plan.omittedEdges > 0 {
            small.append("… + \(plan.omittedEdges) \(labels.word(.otherPairs))")
        }
        let lines = TextMeasure.lines(
            of: title, width: 400, count: 2, size: DiagramStyle.titleSize, isBold: true)
        return .table(
            .stack(
                lines.map { line in
                    style.title(DOTText.html(line))
                } + small.map { style.small(DOTText.html($0)) }))
    }

    private func node(_ node: OverviewPlan.Node) -> String {
        let isHome = node.place == plan.home
        let isOrganisation = if case .organisation = node.place { true } else { false }
        let name = TextMeasure.lines(
            of: node.name, width: 110, count: 2, size: DiagramStyle.nameSize, isBold: isHome)
        var lines = name.map { DOTText.html($0) }
        var look = isOrganisation ? ", style=filled" : ""
        if isHome {
            lines = lines.map {
                "<FONT COLOR=\"\(style.palette.countryInk)\">\(DiagramStyle.bold($0))</FONT>"
            }
            look += ", fillcolor=\"\(style.palette.country)\", color=\"\(style.palette.country)\""
        } else {
            var figures = figures(of: node.tally)
            if scope.options.showsNumbers,
                let index = plan.edges.firstIndex(where: { isTie(of: node.place, $0) })
            {
                figures += " [\(index + 1)]"
            }
            lines.append(style.small(DOTText.html(figures)))
        }
        // Ministries of many states have one name.
        if plan.isByAgency, case .organisation(let key) = node.place,
            let country = scope.country(of: key)
        {
            lines.insert(
                style.small(
                    DOTText.html(scope.name(of: country)),
                    color: isHome ? style.palette.countryInk : nil),
                at: name.count)
        }
        let label = DOTLabel.table(.stack(lines, align: "CENTER"))
        let kind = isOrganisation ? "organisation" : "country"
        return "\(node.token) [id=\(node.token), class=\(kind)\(look), label=\(label.value)]"
    }

    private func edge(_ edge: OverviewPlan.Edge, number: Int, most: Int) -> String {
        let weight = pow(Double(edge.tally.count) / Double(max(most, 1)), 0.7)
        let isAtHome = edge.first == plan.home || edge.second == plan.home
        let hasAgreement = edge.tally.agreements > 0
        let color = hasAgreement ? style.palette.agreement : style.palette.meeting
        var look = "class=\(hasAgreement ? "agreement" : "meeting"), "
        // What two others have to do with each other stays in the background.
        let ink = isAtHome ? color : style.palette.faint
        look += "color=\"" + (hasAgreement ? "\(ink):\(style.palette.paper):\(ink)" : ink) + "\""
        let width = isAtHome ? (hasAgreement ? 1 + 2 * weight : 1 + 5 * weight) : 1
        look += ", penwidth=\(Self.decimal(width))"
        // Lines that don't end in the middle must not pull at the ring.
        if !isAtHome { look += ", weight=0" }
        if !isAtHome, scope.options.showsNumbers { look += ", \(style.mark(number))" }
        return "\(token(of: edge.first)) -- \(token(of: edge.second)) [id=\(edge.token), \(look)]"
    }

    /// Whether an edge joins a place with the middle.
    private func isTie(of place: OverviewPlan.Place, _ edge: OverviewPlan.Edge) -> Bool {
        Set([edge.first, edge.second]) == Set([place, plan.home].compactMap(\.self))
    }

    /// Those of the ring without a line to the middle; an invisible one keeps them in the ring.
    private var strangers: [String] {
        plan.nodes.dropFirst().filter { node in
            !plan.edges.contains { isTie(of: node.place, $0) }
        }.map(\.token)
    }

    private func token(of place: OverviewPlan.Place?) -> String {
        plan.nodes.first { $0.place == place }?.token ?? ""
    }

    private func figures(of tally: OverviewPlan.Tally) -> String {
        let count = max(tally.count, 1)
        return EventDrafter.years(tally.dates).map { "\(count) · \($0)" } ?? "\(count)"
    }

    private static func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    // MARK: - Notes

    private func sentence(of tally: OverviewPlan.Tally) -> String {
        var parts: [String] = []
        if tally.meetings > 0 { parts.append("\(labels.word(.meeting)): \(tally.meetings)") }
        if tally.agreements > 0 { parts.append("\(labels.word(.agreement)): \(tally.agreements)") }
        if let years = EventDrafter.years(tally.dates) { parts.append(years) }
        return parts.joined(separator: " · ")
    }

    private var notes: [String: DiagramNote] {
        var result: [String: DiagramNote] = [:]
        for node in plan.nodes {
            var attributes = ["count": "\(node.tally.count)"]
            var entities: [EntityKey] = []
            switch node.place {
            case .country(let country):
                attributes["country"] = country.rawValue
                entities = scope.entity(of: country).map { [$0] } ?? []
            case .organisation(let key):
                attributes["key"] = key.rawValue
                entities = [key]
            }
            let isHome = node.place == plan.home
            result[node.token] = DiagramNote(
                role: .entity, name: node.name,
                sentence: isHome ? node.name : "\(node.name): \(sentence(of: node.tally))",
                entities: entities, attributes: attributes)
        }
        let finder = CitationFinder(scope)
        for (index, edge) in plan.edges.enumerated() {
            let ends = [token(of: edge.first), token(of: edge.second)]
            let names = "\(scope.name(of: edge.first)) – \(scope.name(of: edge.second))"
            result[edge.token] = finder.proven(
                DiagramNote(
                    role: .relation, name: names,
                    sentence: "\(names): \(sentence(of: edge.tally))", number: index + 1,
                    entities: ends.flatMap { result[$0]?.entities ?? [] },
                    facts: edge.tally.facts, ends: ends,
                    attributes: [
                        "count": "\(edge.tally.count)", "meetings": "\(edge.tally.meetings)",
                        "agreements": "\(edge.tally.agreements)",
                        "years": EventDrafter.years(edge.tally.dates) ?? "",
                    ]),
                by: edge.tally.sources)
        }
        return result
    }

    private var summary: String {
        let sentences = plan.edges.map { edge in
            "\(scope.name(of: edge.first)) – \(scope.name(of: edge.second)): "
                + sentence(of: edge.tally)
        }
        return sentences.isEmpty
            ? labels.word(.empty)
            : DOTText.cleaned(sentences.joined(separator: ". ") + ".", maximum: 2_000)
    }
}
