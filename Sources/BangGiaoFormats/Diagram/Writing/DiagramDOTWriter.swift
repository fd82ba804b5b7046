import BangGiaoModel

/// Writes the plan of a diagram in the DOT language.
///
/// The plan has the order already: invisible edges along each band make Graphviz keep it. With
/// `rankdir=LR` dot 2.43 reads these edges upwards inside a cluster and downwards outside, so there is
/// one cluster round everything and no second pass (`remincross=false`); a country's frame is one
/// node. No edge has a label, since dot frees memory twice for some of them; ids are short names of
/// ASCII, since libgvc garbles long messages.
public struct DiagramDOTWriter: Sendable {
    /// The words of the legend.
    public var labels: DiagramLabels
    /// Whether events show the numbers of their footnotes.
    public var showsNumbers: Bool
    private let style: DiagramStyle

    /// Makes a writer.
    public init(
        labels: DiagramLabels = .vietnamese, theme: DrawingTheme = .light,
        showsNumbers: Bool = false
    ) {
        self.labels = labels
        self.showsNumbers = showsNumbers
        style = DiagramStyle(theme)
    }

    /// Returns the graph: the same text for the same plan.
    public func write(_ plan: DiagramPlan) -> String {
        let nodes = DiagramNodeWriter(plan: plan, style: style, showsNumbers: showsNumbers)
        var lines = [
            "digraph diagram {",
            """
            graph [id=g, rankdir=LR, remincross=false, nodesep=0.15, \
            ranksep=\(DiagramStyle.bandDistance(of: plan)), splines=true, \
            bgcolor="\(style.palette.paper)", pad=0.1, \(font(DiagramStyle.smallSize)), labelloc=t, labeljust=l, \
            label=\(heading(of: plan).value)]
            """,
            "node [\(font(DiagramStyle.nameSize)), shape=plain]",
            "edge [\(font(DiagramStyle.smallSize)), arrowhead=none, arrowsize=0.65]",
            """
            subgraph cluster_all { id=all; peripheries=0; labelloc=b; labeljust=l; margin=2
            label=\(DiagramLegend(plan: plan, labels: labels, style: style).label.value)
            """,
        ]
        lines += plan.left.map { nodes.node(of: $0, in: .left) }
        lines += plan.right.map { nodes.node(of: $0, in: .right) }
        lines += plan.events.map { nodes.node(of: $0) }
        if plan.actors.isEmpty && plan.events.isEmpty {
            let text = DOTText.html(labels.word(.empty))
            let label = DOTLabel.table(.stack([style.small(text)]))
            lines.append("empty [id=empty, label=\(label.value)]")
        }
        let (left, right) = (plan.left.map(\.token), plan.right.map(\.token))
        lines += plan.marks.map { nodes.node(of: $0) }
        let middle = plan.events.flatMap { event in
            plan.marks.filter { $0.event == event.token }.map(\.token) + [event.token]
        }
        let axis = "color=\"\(style.palette.faint)\", penwidth=1.5, class=axis"
        for band in [left, right] where !band.isEmpty { lines.append(rank(band)) }
        if !middle.isEmpty {
            lines.append(rank(middle, chain: plan.marks.isEmpty ? "style=invis" : axis))
        }
        lines.append("}")
        if plan.events.isEmpty, let first = left.first, let last = right.first {
            lines.append("\(first) -> \(last) [style=invis]")
        }
        var group: [String: String] = [:]
        for one in plan.groups {
            for actor in one.actors { group[actor.token] = one.token }
        }
        lines += plan.edges.map { edge(of: $0, group: group[$0.actor] ?? $0.actor) }
        lines.append("}")
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Bands

    /// One band: all in one rank, in the order of the plan.
    private func rank(_ tokens: [String], chain look: String = "style=invis") -> String {
        let set = tokens.joined(separator: "; ")
        guard tokens.count > 1 else { return "{rank=same; \(set)}" }
        let chain = tokens.reversed().joined(separator: " -> ")
        return "{rank=same; \(set); edge [\(look)]; \(chain)}"
    }

    private func heading(of plan: DiagramPlan) -> DOTLabel {
        let title = TextMeasure.lines(
            of: plan.title, width: DiagramStyle.width(of: plan), count: 3,
            size: DiagramStyle.titleSize,
            isBold: true)
        var rows = title.map { line in
            style.title(DOTText.html(line))
        }
        if !plan.sources.isEmpty { rows.append(style.small(DOTText.html(plan.sources))) }
        return rows.isEmpty ? .text("") : .table(.stack(rows))
    }

    // MARK: - Edges

    private func edge(of edge: DiagramPlan.Edge, group: String) -> String {
        let role = edge.hasArrow && edge.role == .tookPart ? "visited" : edge.role.rawValue
        var attributes = "id=\(edge.token), class=\(role), \(style.line(edge.role))"
        switch edge.band {
        case .left:
            if edge.hasArrow { attributes += ", dir=back, arrowtail=normal" }
            return "\(group):\(edge.token):e -> \(edge.event):w [\(attributes)]"
        case .right:
            if edge.hasArrow { attributes += ", arrowhead=normal" }
            return "\(edge.event):e -> \(group):\(edge.token):w [\(attributes)]"
        }
    }

    private func font(_ size: Double) -> String {
        "fontname=\"\(DiagramStyle.font)\", fontcolor=\"\(style.palette.ink)\", fontsize=\(Int(size))"
    }
}
