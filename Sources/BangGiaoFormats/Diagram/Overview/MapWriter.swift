import BangGiaoKnowledge
import BangGiaoModel
import Foundation

/// Draws a large graph as a map: every entity a point, who has three ties or more with its name.
///
/// Two entities are tied by each event that has them on different sides; an event of many sides is a
/// point of its own.
struct MapWriter {
    let scope: DiagramScope
    private let style: DiagramStyle

    init(scope: DiagramScope) {
        self.scope = scope
        style = DiagramStyle(scope.options.theme)
    }

    /// The most entities of one map.
    static let maximumNodes = 1_000
    /// From so many ties an entity shows its name; in a small map everyone does.
    private static let namedDegree = 3
    private static let smallMap = 60
    /// Beyond so many sides an event stands for itself.
    private static let maximumSides = 3

    private struct Tie {
        var count = 0
        var hasAgreement = false
        var sources: [Source] = []
        var facts: [String] = []
        var dates: [PartialDate] = []
    }

    private struct Ends: Hashable, Comparable {
        var first: String
        var second: String

        static func < (left: Ends, right: Ends) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }
    }

    func write() throws(DiagramError) -> DiagramText {
        let events = EventDrafter(scope: scope).drafts()
        let keys = Set(events.flatMap { $0.parts.filter { $0.side != nil }.map(\.entity) }).sorted()
        guard keys.count <= Self.maximumNodes else {
            throw SizeAdvice(scope: scope).error(
                keys.count, "entities", limit: Self.maximumNodes, aim: Diagram.maximumEvents)
        }
        let tokens = Dictionary(
            keys.enumerated().map { ($1, "n\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
        var ties: [Ends: Tie] = [:]
        var points: [(token: String, event: DraftEvent)] = []
        for event in events {
            func tie(_ one: String, _ other: String) {
                guard one != other else { return }
                let ends = Ends(first: min(one, other), second: max(one, other))
                ties[ends, default: Tie()].count += 1
                if case .agreement = event.kind { ties[ends]?.hasAgreement = true }
                ties[ends]?.sources += event.sources
                ties[ends]?.facts.append(event.id)
                if let date = event.attributes["date"].flatMap({ PartialDate($0) }) {
                    ties[ends]?.dates.append(date)
                }
            }
            let sides = event.sides.map { $0.compactMap { tokens[$0] } }.filter { !$0.isEmpty }
            if sides.count > Self.maximumSides {
                let token = "v\(points.count + 1)"
                points.append((token, event))
                for member in sides.joined() { tie(member, token) }
                continue
            }
            for (index, side) in sides.enumerated() {
                for other in sides[(index + 1)...].joined() {
                    for one in side { tie(one, other) }
                }
            }
        }
        return text(keys, tokens, ties, points)
    }

    private func text(
        _ keys: [EntityKey], _ tokens: [EntityKey: String], _ ties: [Ends: Tie],
        _ points: [(token: String, event: DraftEvent)]
    ) -> DiagramText {
        let labels = scope.options.labels
        let finder = CitationFinder(scope)
        var degrees: [String: Int] = [:]
        for ends in ties.keys {
            degrees[ends.first, default: 0] += 1
            degrees[ends.second, default: 0] += 1
        }
        let title = scope.options.title ?? labels.word(.mapTitle)
        let namesAll = keys.count <= Self.smallMap
        let aid = namesAll ? [] : [labels.word(.mapAid)]
        let small = ([NoteWriter(scope: scope, events: []).sources()] + aid).map {
            style.small(DOTText.html($0))
        }
        let head =
            style.title(DOTText.html(title))
        // Room for the numbers of footnotes between things that touch each other.
        let room = scope.options.showsNumbers ? "sep=\"+12\", " : ""
        var lines = [
            "graph map {",
            """
            graph [id=g, overlap=prism, \(room)splines=line, outputorder=edgesfirst, bgcolor="\(style.palette.paper)", \
            pad=0.1, fontname="\(DiagramStyle.font)", labelloc=t, labeljust=l, \
            label=\(DOTLabel.table(.stack([head] + small)).value)]
            """,
            """
            node [fontname="\(DiagramStyle.font)", fontcolor="\(style.palette.ink)", fontsize=11, \
            shape=box, style="rounded,filled", fillcolor="\(style.palette.paper)", \
            color="\(style.palette.border)", margin="0.06,0.03", height=0.25]
            """,
            style.edgeFont, "edge [color=\"\(style.palette.meeting)\"]",
        ]
        var notes: [String: DiagramNote] = [:]
        for key in keys {
            guard let entity = scope.entities[key], let token = tokens[key] else { continue }
            let country = scope.country(of: key)
            notes[token] = DiagramNote(
                role: .entity, name: entity.name,
                sentence: [entity.name, country.map { scope.name(of: $0) }].compactMap(\.self)
                    .joined(separator: ", "),
                entities: [key],
                attributes: [
                    "kind": entity.kind.rawValue, "key": key.rawValue,
                    "country": country?.rawValue ?? "",
                ])
            lines.append(
                node(
                    entity, token: token,
                    isNamed: namesAll || entity.kind == .country
                        || (degrees[token] ?? 0) >= Self.namedDegree))
        }
        for (token, event) in points {
            lines.append(
                """
                \(token) [id=\(token), class=meeting, shape=point, width=0.12, \
                color="\(style.palette.meeting)"]
                """)
            notes[token] = finder.proven(
                DiagramNote(
                    role: .event, name: event.heading,
                    entities: event.parts.map(\.entity), facts: [event.id],
                    attributes: event.attributes),
                by: event.sources)
        }
        for (index, (ends, tie)) in ties.sorted(by: { $0.key < $1.key }).enumerated() {
            let token = "e\(index + 1)"
            let width = 1 + min(tie.count - 1, 4)
            let color = tie.hasAgreement ? ", color=\"\(style.palette.agreement)\"" : ""
            let mark = scope.options.showsNumbers ? ", \(style.mark(index + 1))" : ""
            lines.append(
                "\(ends.first) -- \(ends.second) [id=\(token), penwidth=\(width)\(color)\(mark)]")
            let names = [ends.first, ends.second].compactMap { notes[$0]?.name }
                .joined(separator: " – ")
            notes[token] = finder.proven(
                DiagramNote(
                    role: .relation, name: names,
                    sentence: "\(names): \(tie.count) \(labels.word(.times))",
                    number: index + 1,
                    entities: [ends.first, ends.second].flatMap { notes[$0]?.entities ?? [] },
                    facts: tie.facts, ends: [ends.first, ends.second],
                    attributes: [
                        "count": "\(tie.count)", "years": EventDrafter.years(tie.dates) ?? "",
                    ]),
                by: tie.sources)
        }
        lines.append("}")
        return DiagramText(
            dot: lines.joined(separator: "\n") + "\n", engine: "sfdp", style: .map,
            theme: scope.options.theme, title: title,
            summary: labels.word(.mapAid), language: labels.language, notes: notes)
    }

    private func node(_ entity: KnownEntity, token: String, isNamed: Bool) -> String {
        let start = "\(token) [id=\(token), class=\(entity.kind.rawValue), "
        let look =
            switch entity.kind {
            case .person: ""
            case .agency: "style=filled, fillcolor=\"\(style.palette.head)\", "
            case .country:
                "fillcolor=\"\(style.palette.country)\", fontcolor=\"\(style.palette.countryInk)\", "
            }
        guard isNamed else {
            return start + look + "label=\"\", width=0.14, height=0.14, fixedsize=true]"
        }
        let name = TextMeasure.lines(
            of: entity.name, width: 130, count: 2, size: DiagramStyle.nameSize)
        var lines = name.map { DOTText.html($0) }
        // Ministries of many states have one name.
        if entity.kind == .agency, let country = scope.country(of: entity.key) {
            lines.append(style.small(DOTText.html(scope.name(of: country))))
        }
        let label = DOTLabel.table(.stack(lines, align: "CENTER"))
        return start + look + "label=\(label.value)]"
    }
}
