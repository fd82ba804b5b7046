import BangGiaoKnowledge
import BangGiaoModel

/// Draws the bare graph for other tools: every entity that something relates a node, every relation
/// an edge of its own with its label, its kind as its class and its values as attributes.
struct NetworkWriter {
    private let scope: DiagramScope
    private let style: DiagramStyle
    private let labels: DiagramLabels

    /// Beyond so many nodes dot takes long, and sfdp places them.
    private static let maximumLayeredNodes = 150

    init(scope: DiagramScope) {
        self.scope = scope
        style = DiagramStyle(scope.options.theme)
        labels = scope.options.labels
    }

    func write() -> DiagramText {
        let base = KnowledgeBase(
            documents: scope.documents, entities: scope.entities.values.sorted { $0.key < $1.key },
            positions: scope.positions, meetings: scope.meetings, agreements: scope.agreements)
        let view = GraphProjection().project(base)
        var edges = view.edges.filter { $0.kind != .represents && $0.kind != .partOf }
        var keys = Set(edges.flatMap { [$0.first, $0.second] })
        keys.formUnion(scope.options.shown.filter { scope.entities[$0] != nil })
        for key in keys { keys.formUnion(scope.ancestors(of: key)) }
        edges = view.edges.filter {
            $0.kind != .represents && keys.contains($0.first) && keys.contains($0.second)
        }
        return text(keys.sorted(), edges)
    }

    private func text(_ keys: [EntityKey], _ edges: [GraphView.Edge]) -> DiagramText {
        let tokens = Dictionary(
            keys.enumerated().map { ($1, "n\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
        let title = scope.options.title ?? labels.word(.networkTitle)
        let sources = NoteWriter(scope: scope, events: []).sources()
        let heading = DOTLabel.table(
            .stack(
                [style.title(DOTText.html(title))] + [style.small(DOTText.html(sources))]))
        let isLayered = keys.count <= Self.maximumLayeredNodes
        let layout = isLayered ? "rankdir=LR, nodesep=0.6, ranksep=2" : "overlap=prism"
        let font = "fontname=\"\(DiagramStyle.font)\", fontcolor=\"\(style.palette.ink)\""
        var lines = [
            "digraph network {",
            """
            graph [id=g, \(layout), splines=\(isLayered ? "true" : "line"), \
            bgcolor="\(style.palette.paper)", pad=0.1, \(font), labelloc=t, labeljust=l, \
            label=\(heading.value)]
            """,
            "node [\(font), fontsize=11, shape=box, fillcolor=\"\(style.palette.paper)\", "
                + "color=\"\(style.palette.border)\", margin=\"0.09,0.05\", height=0.3]",
            "edge [\(font), fontsize=9, arrowsize=0.65]",
        ]
        var notes: [String: DiagramNote] = [:]
        for key in keys {
            guard let entity = scope.entities[key], let token = tokens[key] else { continue }
            let country = scope.country(of: key)
            lines.append(node(entity, token: token, country: country))
            notes[token] = DiagramNote(
                role: .entity, name: entity.name,
                sentence: [entity.name, country.map { scope.name(of: $0) }].compactMap(\.self)
                    .joined(separator: ", "),
                entities: [key],
                attributes: [
                    "kind": entity.kind.rawValue, "key": key.rawValue,
                    "country": country?.rawValue ?? "",
                ])
        }
        if keys.isEmpty {
            let text = style.small(DOTText.html(labels.word(.empty)))
            lines.append(
                "empty [id=empty, shape=plain, label=\(DOTLabel.table(.stack([text])).value)]")
        }
        let finder = CitationFinder(scope)
        var sentences: [String] = []
        for (index, edge) in edges.enumerated() {
            guard let first = tokens[edge.first], let second = tokens[edge.second] else { continue }
            let token = "e\(index + 1)"
            let words = Words(edge, labels: labels)
            lines.append(
                line(edge, words, token: token, ends: (first, second), number: index + 1))
            let names = [edge.first, edge.second].map { scope.entities[$0]?.name ?? "" }
            let note = DiagramNote(
                role: .relation, name: names.joined(separator: " – "),
                sentence: "\(names.joined(separator: " – ")): \(words.label)", number: index + 1,
                entities: [edge.first, edge.second], facts: [edge.fact.id], ends: [first, second],
                attributes: words.attributes)
            notes[token] = finder.proven(note, by: edge.fact.sources)
            sentences.append(note.sentence)
        }
        lines.append("}")
        return DiagramText(
            dot: lines.joined(separator: "\n") + "\n", engine: isLayered ? "dot" : "sfdp",
            style: .plain, theme: scope.options.theme, title: title,
            summary: sentences.isEmpty
                ? labels.word(.empty)
                : DOTText.cleaned(sentences.joined(separator: ". ") + ".", maximum: 2_000),
            language: labels.language, notes: notes)
    }

    // MARK: - Nodes and edges

    private func node(_ entity: KnownEntity, token: String, country: CountryCode?) -> String {
        let look =
            switch entity.kind {
            case .person: "style=\"rounded,filled\""
            case .agency: "style=filled, fillcolor=\"\(style.palette.head)\""
            case .country:
                """
                style="rounded,filled", fillcolor="\(style.palette.country)", \
                fontcolor="\(style.palette.countryInk)"
                """
            }
        let name = TextMeasure.lines(
            of: entity.name, width: 150, count: 3, size: DiagramStyle.nameSize)
        var values = "key=\(DOTText.quoted(entity.key.rawValue))"
        if let country { values += ", country=\(DOTText.quoted(country.rawValue))" }
        let label = DOTText.quoted(lines: name.isEmpty ? ["?"] : name)
        return """
            \(token) [id=\(token), class=\(entity.kind.rawValue), label=\(label), \(look), \(values)]
            """
    }

    private func line(
        _ edge: GraphView.Edge, _ words: Words, token: String, ends: (String, String), number: Int
    ) -> String {
        let colors = style.palette
        let look =
            switch edge.kind {
            case .met: "color=\"\(colors.meeting)\", penwidth=1.8, dir=none"
            case .agreed, .signed:
                """
                color="\(colors.agreement):\(colors.paper):\(colors.agreement)", penwidth=1.1, \
                dir=none
                """
            case .holds, .accreditedTo: "color=\"\(colors.office)\", penwidth=1.1, style=dashed"
            case .partOf, .represents: "color=\"\(colors.faint)\", arrowhead=empty"
            }
        let label = scope.options.showsNumbers ? "\(words.label) [\(number)]" : words.label
        var result =
            "\(ends.0) -> \(ends.1) [id=\(token), class=\(edge.kind.name), "
            + "xlabel=\(DOTText.quoted(label)), \(look)"
        for name in ["date", "status"] {
            if let value = words.attributes[name], !value.isEmpty {
                result += ", \(name)=\(DOTText.quoted(value))"
            }
        }
        return result + "]"
    }
}

/// What an edge says.
private struct Words {
    /// `gặp · 15/12/2025`, `Vụ trưởng`.
    var label: String
    var attributes: [String: String]

    init(_ edge: GraphView.Edge, labels: DiagramLabels) {
        attributes = ["kind": edge.kind.name]
        switch edge.fact.content {
        case .meeting(let meeting):
            label = labels.word(.met)
            if let date = meeting.date { label += " · \(labels.date(date))" }
            if meeting.status == .planned { label += " (\(labels.word(.planned)))" }
            attributes["type"] = meeting.kind.rawValue
            attributes["status"] = meeting.status.rawValue
            attributes["date"] = meeting.date?.description ?? ""
        case .agreement(let agreement):
            label = labels[agreement.kind].lowercased()
            if let date = agreement.date { label += " · \(labels.date(date))" }
            if agreement.status == .planned { label += " (\(labels.word(.planned)))" }
            attributes["type"] = agreement.kind.rawValue
            attributes["status"] = agreement.status.rawValue
            attributes["date"] = agreement.date?.description ?? ""
        case .position(let position):
            label = position.title
            if edge.kind == .accreditedTo {
                label += " · \(labels.word(.accreditedTo))"
            }
            switch position.status {
            case .former: label = "\(labels.word(.former)) \(label)"
            case .designate: label += " (\(labels.word(.designate)))"
            case nil: break
            }
            attributes["status"] = position.status?.rawValue ?? ""
        case .membership: label = labels.word(.partOf)
        case .nationality: label = labels.word(.represents)
        }
    }
}
