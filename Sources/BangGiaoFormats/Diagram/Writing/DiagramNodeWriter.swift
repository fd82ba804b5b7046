import BangGiaoModel
import Foundation

/// Writes the nodes of a diagram: the groups of both bands with their cards, and the events.
struct DiagramNodeWriter {
    /// The lines that end at each actor's head (`n3`) or row (`n3r1`), from top to bottom.
    private let ends: [String: [DiagramPlan.Edge]]
    private let style: DiagramStyle
    private let showsNumbers: Bool

    init(plan: DiagramPlan, style: DiagramStyle, showsNumbers: Bool) {
        self.style = style
        self.showsNumbers = showsNumbers
        var rank: [String: Int] = [:]
        for (index, event) in plan.events.enumerated() { rank[event.token] = index }
        let sorted = plan.edges.enumerated().sorted { one, other in
            (rank[one.element.event] ?? 0, one.offset) < (
                rank[other.element.event] ?? 0, other.offset
            )
        }
        ends = Dictionary(grouping: sorted.map(\.element)) { $0.row ?? $0.actor }
    }

    /// The frame of a country with everybody in it: one node, so that Graphviz can neither pull it
    /// apart nor put it in another order. A group of one actor without heading has no frame.
    func node(of group: DiagramPlan.Group, in band: DiagramPlan.Band) -> String {
        var rows: [[HTMLTable.Cell]] = []
        if let heading = group.heading {
            let lines = TextMeasure.lines(
                of: heading.uppercased(), width: DiagramStyle.cardText, count: 2, size: 10,
                isBold: true)
            let markup = lines.map { line in
                let name = DiagramStyle.bold(DOTText.html(line))
                return "<FONT POINT-SIZE=\"10\" COLOR=\"\(style.palette.smallInk)\">\(name)</FONT>"
            }
            rows.append([.init("ALIGN=\"LEFT\" CELLPADDING=\"2\"", HTMLTable.stack(markup).markup)])
        }
        rows += group.actors.map { actor in
            let table: HTMLTable =
                switch actor.kind {
                case .agency: card(of: actor, in: band)
                case .person: person(of: actor, in: band)
                case .country: country(of: actor, in: band)
                }
            // The address makes libgvc draw the cell as a group of its own.
            return [.init("ID=\"\(actor.token)\" HREF=\"#\(actor.token)\"", table.markup)]
        }
        let frame =
            group.heading == nil
            ? "BORDER=\"0\" CELLSPACING=\"0\""
            : """
            BORDER="1" STYLE="ROUNDED" COLOR="\(style.palette.frame)" \
            BGCOLOR="\(style.palette.frameFill)" CELLSPACING="\(DiagramStyle.frameSpace)"
            """
        let table = HTMLTable(
            attributes: "\(frame) CELLBORDER=\"0\" CELLPADDING=\"0\"", rows: rows)
        return
            "\(group.token) [id=\(group.token), class=side, label=\(DOTLabel.table(table).value)]"
    }

    // MARK: - Actors

    private func card(of actor: DiagramPlan.Actor, in band: DiagramPlan.Band) -> HTMLTable {
        var lines: [HTMLTable.Line] = []
        if !actor.parents.isEmpty {
            lines += small(actor.parents.map { $0 + " ›" }.joined(separator: " "), count: 2)
        }
        lines += bold(actor.name, count: 3)
        let fill = "BGCOLOR=\"\(style.palette.head)\""
        var rows = self.rows(of: actor.token, band, fill, lines)
        for person in actor.persons {
            let name = "ID=\"\(person.token)\" HREF=\"#\(person.token)\""
            rows += self.rows(of: person.token, band, name, self.lines(of: person))
        }
        return HTMLTable(
            attributes: """
                BORDER="1" COLOR="\(style.palette.border)" CELLBORDER="0" CELLSPACING="0" \
                CELLPADDING="4" BGCOLOR="\(style.palette.paper)"
                """,
            rows: rows)
    }

    private func person(of actor: DiagramPlan.Actor, in band: DiagramPlan.Band) -> HTMLTable {
        let lines = actor.persons.first.map { self.lines(of: $0) } ?? []
        return HTMLTable(
            attributes: """
                BORDER="1" STYLE="ROUNDED" COLOR="\(style.palette.border)" CELLBORDER="0" \
                CELLSPACING="0" CELLPADDING="4" BGCOLOR="\(style.palette.paper)"
                """,
            rows: rows(of: actor.token, band, "", lines, isRound: true))
    }

    private func country(of actor: DiagramPlan.Actor, in band: DiagramPlan.Band) -> HTMLTable {
        let lines = bold(actor.name, count: 2).map { line in
            HTMLTable.Line(
                markup: "<FONT COLOR=\"\(style.palette.countryInk)\">\(line.markup)</FONT>",
                size: line.size)
        }
        return HTMLTable(
            attributes: """
                BORDER="1" STYLE="ROUNDED" COLOR="\(style.palette.country)" CELLBORDER="0" \
                CELLSPACING="0" CELLPADDING="5" BGCOLOR="\(style.palette.country)"
                """,
            rows: rows(of: actor.token, band, "", lines, isRound: true))
    }

    /// One row of a card, beside it a thin column where each line has an end of its own: lines to
    /// one actor then lie side by side, in the order of their events, and hide no arrow.
    ///
    /// - Parameter isRound: Whether lines must keep away from the corners.
    private func rows(
        of token: String, _ band: DiagramPlan.Band, _ look: String,
        _ lines: [HTMLTable.Line], isRound: Bool = false
    ) -> [[HTMLTable.Cell]] {
        let edges = ends[token] ?? []
        let fill = look.hasPrefix("BGCOLOR") ? " " + look : ""
        var heights = edges.map { DiagramStyle.lineHeight($0.role) }
        var names = edges.map { "PORT=\"\($0.token)\" " }
        if edges.isEmpty || (isRound && edges.count > 1) {
            heights.insert(DiagramStyle.lineDistance, at: 0)
            names.insert("", at: 0)
            if !edges.isEmpty {
                heights.append(DiagramStyle.lineDistance)
                names.append("")
            }
        }
        let ports = zip(names, heights).map { name, height in
            HTMLTable.Cell("\(name)WIDTH=\"1\" HEIGHT=\"\(height)\" CELLPADDING=\"0\"\(fill)", "")
        }
        let lines = lines.isEmpty ? [.init(markup: "?", size: DiagramStyle.nameSize)] : lines
        let stack = HTMLTable.stack(
            lines, height: Double(heights.reduce(0, +)) - 8)
        let content = HTMLTable.Cell(
            """
            ROWSPAN="\(ports.count)" WIDTH="\(DiagramStyle.cardWidth)" ALIGN="LEFT"\
            \(look.isEmpty ? "" : " " + look)
            """, stack.markup)
        let head = band == .left ? [content, ports[0]] : [ports[0], content]
        return [head] + ports.dropFirst().map { [$0] }
    }

    private func lines(of person: DiagramPlan.Person) -> [HTMLTable.Line] {
        let name = TextMeasure.lines(
            of: person.name, width: DiagramStyle.cardText, count: 2, size: DiagramStyle.nameSize
        ).map { HTMLTable.Line(markup: DOTText.html($0), size: DiagramStyle.nameSize) }
        return name + small(person.titles.joined(separator: ", "), count: 3)
            + small(person.formerTitles.joined(separator: ", "), count: 2, isItalic: true)
    }

    private func bold(_ text: String, count: Int) -> [HTMLTable.Line] {
        TextMeasure.lines(
            of: text, width: DiagramStyle.cardText, count: count, size: DiagramStyle.nameSize,
            isBold: true
        ).map { .init(markup: DiagramStyle.bold(DOTText.html($0)), size: DiagramStyle.nameSize) }
    }

    private func small(_ text: String, count: Int, isItalic: Bool = false) -> [HTMLTable.Line] {
        TextMeasure.lines(
            of: text, width: DiagramStyle.cardText, count: count, size: DiagramStyle.smallSize
        ).map { line in
            let markup = DOTText.html(line)
            return .init(
                markup: style.small(isItalic ? "<I>\(markup)</I>" : markup),
                size: DiagramStyle.smallSize)
        }
    }

    // MARK: - Events

    func node(of event: DiagramPlan.Event) -> String {
        let start = "\(event.token) [id=\(event.token), "
        if case .posting = event.kind {
            let line = style.small(DOTText.html(heading(of: event)), color: style.palette.ink)
            let label = DOTLabel.table(.stack([line], align: "CENTER"))
            return start + "class=posting, label=\(label.value)]"
        }
        var lines = headings(of: event).map { DiagramStyle.bold(DOTText.html($0)) }
        for detail in event.details {
            lines += TextMeasure.lines(
                of: detail, width: DiagramStyle.eventText, count: 2, size: DiagramStyle.smallSize
            ).map { style.small(DOTText.html($0)) }
        }
        let label = DOTLabel.table(.stack(lines, align: "CENTER"))
        let box = "penwidth=1.2, width=2.2, height=0.3, margin=\"0.06,0.05\""
        return start + "\(shape(of: event)), \(box), label=\(label.value)]"
    }

    /// The bold lines; a date that doesn't fit beside the kind goes below it as a whole.
    private func headings(of event: DiagramPlan.Event) -> [String] {
        func lines(_ text: String, _ count: Int) -> [String] {
            TextMeasure.lines(
                of: text, width: DiagramStyle.eventText, count: count,
                size: DiagramStyle.nameSize, isBold: true)
        }
        let whole = lines(heading(of: event), 2)
        let parts = heading(of: event).components(separatedBy: " · ")
        return whole.count > 1 && parts.count == 2 ? parts.flatMap { lines($0, 1) } : whole
    }

    /// A station of the axis of time.
    func node(of mark: DiagramPlan.Mark) -> String {
        let line =
            "<FONT POINT-SIZE=\"10\" COLOR=\"\(style.palette.smallInk)\">"
            + DiagramStyle.bold(DOTText.html(mark.heading)) + "</FONT>"
        return """
            \(mark.token) [id=\(mark.token), class=axis, shape=box, style="rounded,filled", \
            fillcolor="\(style.palette.frameFill)", color="\(style.palette.faint)", height=0.25, \
            margin="0.1,0.03", label=\(DOTLabel.table(.stack([line], align: "CENTER")).value)]
            """
    }

    private func heading(of event: DiagramPlan.Event) -> String {
        showsNumbers ? "\(event.heading) [\(event.number)]" : event.heading
    }

    private func shape(of event: DiagramPlan.Event) -> String {
        let dashed = event.isPlanned ? ",dashed" : ""
        if case .agreement = event.kind {
            return """
                class=agreement, shape=note, style="filled\(dashed)", \
                fillcolor="\(style.palette.agreementFill)", color="\(style.palette.agreement)"
                """
        }
        return """
            class=meeting, shape=box, style="rounded,filled\(dashed)", \
            fillcolor="\(style.palette.meetingFill)", color="\(style.palette.meeting)"
            """
    }
}
