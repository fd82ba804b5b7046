import BangGiaoKnowledge
import BangGiaoModel
import Foundation

/// Draws a large graph as a map: every entity a point, who has three ties or more with its name.
///
/// Two entities are tied by each event that has them on different sides; an event of many sides is a
/// point of its own.
struct MapWriter {
    let scope: DiagramScope

    /// The most entities of one map.
    static let maximumNodes = 1_000
    /// From so many ties an entity shows its name.
    private static let namedDegree = 3
    /// Beyond so many sides an event stands for itself.
    private static let maximumSides = 3

    private struct Tie {
        var count = 0
        var hasAgreement = false
        var sources: [Source] = []
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
            throw DiagramError(
                .tooLarge,
                """
                \(keys.count) entities are too many for one picture (\(Self.maximumNodes)). Draw a \
                part: a time (since, until), some countries, or the surroundings of one entity.
                """)
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
        let writer = NoteWriter(scope: scope, events: [])
        var degrees: [String: Int] = [:]
        for ends in ties.keys {
            degrees[ends.first, default: 0] += 1
            degrees[ends.second, default: 0] += 1
        }
        let title = scope.options.title ?? labels.word(.mapTitle)
        let small = [writer.sources(), labels.word(.mapAid)].map {
            DiagramStyle.small(DOTText.html($0))
        }
        let head =
            "<FONT POINT-SIZE=\"14\" COLOR=\"\(DiagramStyle.ink)\">"
            + DiagramStyle.bold(DOTText.html(title)) + "</FONT>"
        var lines = [
            "graph map {",
            """
            graph [id=g, overlap=prism, splines=line, outputorder=edgesfirst, bgcolor=white, \
            pad=0.1, fontname="\(DiagramStyle.font)", labelloc=t, labeljust=l, \
            label=\(DOTLabel.table(.stack([head] + small)).value)]
            """,
            """
            node [fontname="\(DiagramStyle.font)", fontcolor="\(DiagramStyle.ink)", fontsize=11, \
            shape=box, style="rounded,filled", fillcolor="\(DiagramStyle.white)", \
            color="\(DiagramStyle.border)", margin="0.06,0.03", height=0.25]
            """,
            "edge [color=\"\(DiagramStyle.meeting)\"]",
        ]
        var notes: [String: DiagramNote] = [:]
        for key in keys {
            guard let entity = scope.entities[key], let token = tokens[key] else { continue }
            let country = scope.country(of: key)
            notes[token] = DiagramNote(
                title: [entity.name, country.map { scope.name(of: $0) }].compactMap(\.self)
                    .joined(separator: ", "),
                attributes: [
                    "kind": entity.kind.rawValue, "key": key.rawValue,
                    "country": country?.rawValue ?? "",
                ])
            lines.append(node(entity, token: token, degree: degrees[token] ?? 0))
        }
        for (token, event) in points {
            lines.append(
                """
                \(token) [id=\(token), class=meeting, shape=point, width=0.12, \
                color="\(DiagramStyle.meeting)"]
                """)
            notes[token] = DiagramNote(
                title: "\(event.heading). \(writer.proof(event.sources))",
                href: writer.address(event.sources), attributes: event.attributes)
        }
        for (index, (ends, tie)) in ties.sorted(by: { $0.key < $1.key }).enumerated() {
            let token = "e\(index + 1)"
            let width = 1 + min(tie.count - 1, 4)
            let color = tie.hasAgreement ? ", color=\"\(DiagramStyle.agreement)\"" : ""
            lines.append(
                "\(ends.first) -- \(ends.second) [id=\(token), penwidth=\(width)\(color)]")
            let names = [ends.first, ends.second].compactMap { notes[$0]?.title }
            notes[token] = DiagramNote(
                title:
                    "\(names.joined(separator: " – ")): \(tie.count) \(labels.word(.times)). "
                    + writer.proof(tie.sources),
                href: writer.address(tie.sources),
                attributes: ["a": ends.first, "b": ends.second, "count": "\(tie.count)"])
        }
        lines.append("}")
        return DiagramText(
            dot: lines.joined(separator: "\n") + "\n", engine: "sfdp", title: title,
            summary: labels.word(.mapAid), language: labels.language, notes: notes)
    }

    private func node(_ entity: KnownEntity, token: String, degree: Int) -> String {
        let start = "\(token) [id=\(token), class=\(entity.kind.rawValue), "
        let style =
            switch entity.kind {
            case .person: ""
            case .agency: "style=filled, fillcolor=\"\(DiagramStyle.head)\", "
            case .country:
                "fillcolor=\"\(DiagramStyle.country)\", fontcolor=\"\(DiagramStyle.white)\", "
            }
        guard degree >= Self.namedDegree || entity.kind == .country else {
            return start + style + "label=\"\", width=0.14, height=0.14, fixedsize=true]"
        }
        let name = TextMeasure.lines(
            of: entity.name, width: 130, count: 2, size: DiagramStyle.nameSize)
        var lines = name.map { DOTText.html($0) }
        // Ministries of many states have one name.
        if entity.kind == .agency, let country = scope.country(of: entity.key) {
            lines.append(DiagramStyle.small(DOTText.html(scope.name(of: country))))
        }
        let label = DOTLabel.table(.stack(lines, align: "CENTER"))
        return start + style + "label=\(label.value)]"
    }
}
