import BangGiaoModel

/// The reading aid below a diagram: only of what occurs in it.
struct DiagramLegend {
    let plan: DiagramPlan
    let labels: DiagramLabels
    let style: DiagramStyle

    /// A sample and the word for it.
    private struct Entry {
        var sample: HTMLTable.Cell
        var term: DiagramLabels.Term
        var sampleWidth: Double
    }

    var label: DOTLabel {
        let rows = [shapes, lines].flatMap { broken($0) }
        guard let widest = rows.map({ width(of: $0) }).max() else { return .text("") }
        let tables = rows.map { row in
            var cells = row.flatMap { entry in
                [
                    entry.sample,
                    .init("ALIGN=\"LEFT\"", DOTText.html(labels.word(entry.term)) + "&#160;&#160;"),
                ]
            }
            // Graphviz stretches a shorter row over its columns; this takes up the rest.
            let rest = Int(widest - width(of: row))
            if rest > 0 { cells.append(.init("WIDTH=\"\(rest)\"", "")) }
            return HTMLTable(
                attributes:
                    "BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"1\" CELLPADDING=\"2\"",
                rows: [cells]
            ).markup
        }
        return .table(.stack(tables))
    }

    private func width(of row: [Entry]) -> Double {
        row.reduce(0) { sum, entry in
            let words = TextMeasure.width(of: labels.word(entry.term), size: DiagramStyle.smallSize)
            // Two blanks, the space round two cells.
            return sum + entry.sampleWidth + words + 5 + 14
        }
    }

    /// Rows no wider than the bands.
    private func broken(_ entries: [Entry]) -> [[Entry]] {
        var rows: [[Entry]] = []
        for entry in entries {
            if let last = rows.last, width(of: last + [entry]) < DiagramStyle.width(of: plan) {
                rows[rows.count - 1].append(entry)
            } else {
                rows.append([entry])
            }
        }
        return rows
    }

    // MARK: - Samples

    private var shapes: [Entry] {
        let kinds = Set(plan.actors.map(\.kind))
        let isMeeting = plan.events.contains { if case .meeting = $0.kind { true } else { false } }
        let isAgreement = plan.events.contains {
            if case .agreement = $0.kind { true } else { false }
        }
        var result: [Entry] = []
        func add(
            _ term: DiagramLabels.Term, _ color: String, _ fill: String, _ corners: String = ""
        ) {
            let look =
                "COLOR=\"\(color)\" BGCOLOR=\"\(fill)\""
                + (corners.isEmpty ? "" : " STYLE=\"\(corners)\"")
            let size = "WIDTH=\"20\" HEIGHT=\"12\" FIXEDSIZE=\"TRUE\" BORDER=\"1\""
            result.append(.init(sample: .init("\(size) \(look)", ""), term: term, sampleWidth: 20))
        }
        let colors = style.palette
        if kinds.contains(.agency) { add(.agency, colors.border, colors.head) }
        if kinds.contains(.person) { add(.person, colors.border, colors.paper, "ROUNDED") }
        if kinds.contains(.country) { add(.country, colors.country, colors.country, "ROUNDED") }
        if isMeeting { add(.meeting, colors.meeting, colors.meetingFill, "ROUNDED") }
        if isAgreement { add(.agreement, colors.agreement, colors.agreementFill) }
        if plan.events.contains(where: \.isPlanned) {
            let dash = dashes(
                of: 4, gap: 2, height: 1, isMeeting ? colors.meeting : colors.agreement)
            let space = HTMLTable.Cell(
                "COLSPAN=\"7\" HEIGHT=\"9\" FIXEDSIZE=\"TRUE\" WIDTH=\"22\"", "")
            let box = HTMLTable(attributes: Self.plain, rows: [dash, [space], dash])
            result.append(.init(sample: .init("", box.markup), term: .planned, sampleWidth: 24))
        }
        return result
    }

    private var lines: [Entry] {
        var result: [Entry] = []
        func add(_ term: DiagramLabels.Term, _ cells: [HTMLTable.Cell], width: Double = 26) {
            let table = HTMLTable(attributes: Self.plain, rows: [cells])
            result.append(.init(sample: .init("", table.markup), term: term, sampleWidth: width))
        }
        func line(_ look: String, width: Int = 24) -> HTMLTable.Cell {
            .init("WIDTH=\"\(width)\" FIXEDSIZE=\"TRUE\" \(look)", "")
        }
        let roles = Set(plan.edges.map(\.role))
        if roles.contains(.tookPart) {
            let stroke = "HEIGHT=\"2\" BGCOLOR=\"\(style.palette.meeting)\""
            if plan.edges.contains(where: { $0.role == .tookPart && !$0.hasArrow }) {
                add(.tookPart, [line(stroke)])
            }
            if plan.edges.contains(where: { $0.role == .tookPart && $0.hasArrow }) {
                let point = style.small("►", color: style.palette.meeting)
                add(.visited, [line(stroke, width: 16), .init("", point)])
            }
        }
        if roles.contains(.present) {
            add(.present, dashes(of: 2, gap: 3, height: 2, style.palette.meeting))
        }
        if roles.contains(.party) {
            let look = "HEIGHT=\"4\" BORDER=\"1\" SIDES=\"TB\" COLOR=\"\(style.palette.agreement)\""
            add(.party, [line(look)])
        }
        if roles.contains(.signatory) {
            add(.signatory, [line("HEIGHT=\"1\" BGCOLOR=\"\(style.palette.agreement)\"")])
        }
        if roles.contains(.office) {
            add(.office, dashes(of: 5, gap: 3, height: 1, style.palette.office))
        }
        return result
    }

    /// A broken line as cells: a dashed border in a label makes libgvc read freed memory.
    private func dashes(of width: Int, gap: Int, height: Int, _ color: String) -> [HTMLTable.Cell] {
        var cells: [HTMLTable.Cell] = []
        var length = 0
        while length < 22 {
            let size = "HEIGHT=\"\(height)\" FIXEDSIZE=\"TRUE\""
            if length > 0 { cells.append(.init("WIDTH=\"\(gap)\" \(size)", "")) }
            cells.append(.init("WIDTH=\"\(width)\" \(size) BGCOLOR=\"\(color)\"", ""))
            length += width + gap
        }
        return cells
    }

    private static let plain =
        "BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\""
}
