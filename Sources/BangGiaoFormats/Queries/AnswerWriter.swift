public import BangGiaoKnowledge
import BangGiaoModel

/// Writes answers to questions: meetings, agreements, timelines, neighbours, rankings and more, each
/// as text for people, as JSON or as a table.
public struct AnswerWriter: Sendable {
    private let base: KnowledgeBase
    private let format: AnswerFormat

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - base: Where the answers were found: names and offices are looked up in it.
    ///   - format: The form.
    public init(_ base: KnowledgeBase, as format: AnswerFormat) {
        self.base = base
        self.format = format
    }

    /// Writes facts in their order.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ entries: [TimelineQuery.Entry]) -> [UInt8] {
        switch format {
        case .json: return JSONText.document("events", entries) { $0.entry($1) }
        case .tsv:
            var table = TabSeparatedText(header: ["from", "to"] + FactCells.header + ["members"])
            for entry in entries {
                table.add(
                    [entry.date?.description, (entry.lastSeen ?? entry.date)?.description]
                        + FactCells.cells(entry)
                        + [entry.fact.members.map(\.rawValue).joined(separator: " ")])
            }
            return Array(table.text.utf8)
        case .text:
            let facts = FactText(base)
            let texts = entries.map { entry in
                var lines = [
                    [days(entry), facts.line(of: entry.fact, isDated: false)].joined(
                        separator: "  ")
                ]
                lines.append("   \(facts.members(of: entry.fact))  [\(entry.fact.id)]")
                lines += facts.offices(of: entry.fact.members, at: entry.fact).map { "   \($0)" }
                lines += facts.passages(of: entry.fact).map { "     \($0)" }
                return lines.joined(separator: "\n") + "\n"
            }
            return Self.bytes(texts.joined(separator: "\n"))
        }
    }

    /// Writes paths.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ paths: [KnownPath], from: KnownEntity, to: KnownEntity) -> [UInt8] {
        switch format {
        case .text: return Array(PathTextWriter(base).write(paths).utf8)
        case .json: return PathJSONWriter().write(from: from, to: to, paths: paths)
        case .tsv:
            var table = TabSeparatedText(header: ["path", "hop"] + Self.stepHeader)
            for (number, path) in paths.enumerated() {
                for (place, hop) in path.hops.enumerated() {
                    for cells in cells(hop) {
                        table.add(["\(number + 1)", "\(place + 1)"] + cells)
                    }
                }
            }
            return Array(table.text.utf8)
        }
    }

    /// Writes what connects several entities.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ connection: KnownConnection) -> [UInt8] {
        switch format {
        case .text: return Array(PathTextWriter(base).write(connection).utf8)
        case .json:
            var json = JSONText(isSpaced: true)
            json.object { json in
                json.nextLine(indent: 2)
                json.name("nodes")
                json.lines(connection.entities, indent: 4) { $0.node($1) }
                json.nextLine(indent: 2)
                json.name("hops")
                json.lines(connection.hops, indent: 4) { $0.step($1) }
                json.newLine(indent: 0)
            }
            json.newLine(indent: 0)
            return json.bytes
        case .tsv:
            var table = TabSeparatedText(header: Self.stepHeader)
            for hop in connection.hops { for cells in cells(hop) { table.add(cells) } }
            return Array(table.text.utf8)
        }
    }

    /// Writes who surrounds someone.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ neighbours: [NeighbourQuery.Neighbour]) -> [UInt8] {
        switch format {
        case .json:
            return JSONText.document("neighbours", neighbours) { json, neighbour in
                json.object { json in
                    json.name("distance")
                    json.number(neighbour.distance)
                    json.name("node")
                    json.node(neighbour.hop.to)
                    json.name("hop")
                    json.step(neighbour.hop)
                }
            }
        case .tsv:
            var table = TabSeparatedText(header: ["distance"] + Self.stepHeader)
            for neighbour in neighbours {
                for cells in cells(neighbour.hop) { table.add(["\(neighbour.distance)"] + cells) }
            }
            return Array(table.text.utf8)
        case .text:
            let facts = FactText(base)
            var text = ""
            var last = 0
            for neighbour in neighbours {
                if neighbour.distance != last {
                    last = neighbour.distance
                    text += "\(last == 1 ? "" : "\n")\(last) bước\n"
                }
                let hop = neighbour.hop
                text += "  \(FactText.label(hop.to))"
                if last > 1 { text += "  ← \(PlainText.line(hop.from.name))" }
                text += "  [\(hop.to.key.rawValue)]\n"
                for link in hop.links.prefix(3) {
                    text += "     \(facts.line(of: link.fact))  [\(link.fact.id)]\n"
                }
                if hop.links.count > 3 { text += "     … và \(hop.links.count - 3) sự kiện khác\n" }
            }
            return Self.bytes(text)
        }
    }

    /// Writes what two have in common.
    ///
    /// - Parameters:
    ///   - names: The names of the two.
    ///   - together: The meetings and agreements in which both took part.
    /// - Complexity: O(length of the result).
    public func write(
        _ answer: CommonQuery.Answer, names: (String, String), together: [TimelineQuery.Entry]
    ) -> [UInt8] {
        let parts = [
            ("met", "Cả hai đã gặp", answer.met),
            ("agreed", "Cả hai có thỏa thuận với", answer.agreed),
            ("belonged", "Cả hai thuộc về", answer.belonged),
        ]
        switch format {
        case .json:
            var json = JSONText(isSpaced: true)
            json.object { json in
                json.nextLine(indent: 2)
                json.name("common")
                json.lines(parts.flatMap { part in part.2.map { (part.0, $0) } }, indent: 4) {
                    json, part in
                    json.object { json in
                        json.member("relation", part.0)
                        json.name("node")
                        json.node(part.1.entity)
                        json.name("first")
                        json.lines(part.1.first, indent: 6) { $0.step($1) }
                        json.name("second")
                        json.lines(part.1.second, indent: 6) { $0.step($1) }
                    }
                }
                json.nextLine(indent: 2)
                json.name("together")
                json.lines(together.map(\.fact), indent: 4) { $0.fact($1) }
                json.newLine(indent: 0)
            }
            json.newLine(indent: 0)
            return json.bytes
        case .tsv:
            var table = TabSeparatedText(header: ["common", "of"] + Self.stepHeader)
            for (name, _, neighbours) in parts {
                for neighbour in neighbours {
                    for (side, hops) in [("first", neighbour.first), ("second", neighbour.second)] {
                        for cells in hops.flatMap(cells) { table.add([name, side] + cells) }
                    }
                }
            }
            for fact in together.map(\.fact) {
                table.add(
                    ["together", nil, nil, nil, nil, nil, nil]
                        + FactCells.cells(fact, kind: fact.kindName))
            }
            return Array(table.text.utf8)
        case .text:
            let facts = FactText(base)
            var text = ""
            for (_, title, neighbours) in parts where !neighbours.isEmpty {
                text += "\(text.isEmpty ? "" : "\n")\(title)\n"
                for neighbour in neighbours {
                    text +=
                        "  \(FactText.label(neighbour.entity))  [\(neighbour.entity.key.rawValue)]\n"
                    for (name, hops) in [(names.0, neighbour.first), (names.1, neighbour.second)] {
                        for hop in hops {
                            let who = PlainText.line(
                                hop.from.name == name ? name : "\(name), \(hop.from.name)")
                            for link in hop.links.prefix(2) {
                                text += "     \(who): \(facts.line(of: link.fact))"
                                text += "  [\(link.fact.id)]\n"
                            }
                        }
                    }
                }
            }
            if !together.isEmpty {
                text += "\(text.isEmpty ? "" : "\n")Cả hai cùng tham dự\n\n"
                text += String(decoding: write(together), as: UTF8.self)
            }
            return Self.bytes(text)
        }
    }

    /// Writes a ranking.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ ranking: [RankQuery.Ranked]) -> [UInt8] {
        switch format {
        case .json:
            return JSONText.document("ranking", ranking) { json, ranked in
                json.object { json in
                    json.name("value")
                    json.decimal(ranked.value)
                    json.name("node")
                    json.node(ranked.entity)
                }
            }
        case .tsv:
            var table = TabSeparatedText(
                header: ["rank", "value", "id", "type", "name", "country"])
            for (place, ranked) in ranking.enumerated() {
                table.add([
                    "\(place + 1)", Self.number(ranked.value), ranked.entity.key.rawValue,
                    ranked.entity.kind.rawValue, ranked.entity.name,
                    ranked.entity.country?.rawValue,
                ])
            }
            return Array(table.text.utf8)
        case .text:
            let width = ranking.map { Self.number($0.value).count }.max() ?? 0
            let lines = ranking.map { ranked in
                let number = Self.number(ranked.value)
                return String(repeating: " ", count: width - number.count) + number
                    + "  \(FactText.label(ranked.entity))  [\(ranked.entity.key.rawValue)]\n"
            }
            return Self.bytes(lines.joined())
        }
    }

    private static let stepHeader =
        ["from", "from_name", "to", "to_name", "relation"] + FactCells.header

    private func cells(_ hop: KnownPath.Hop) -> [[String?]] {
        hop.links.map { link in
            [
                hop.from.key.rawValue, hop.from.name, hop.to.key.rawValue, hop.to.name,
                link.kind.name,
            ] + FactCells.cells(link.fact, kind: link.fact.kindName)
        }
    }

    private func days(_ entry: TimelineQuery.Entry) -> String {
        let first = entry.date.map(Wording.date) ?? "không rõ ngày"
        return entry.lastSeen.map { "\(first) – \(Wording.date($0))" } ?? first
    }

    private static func bytes(_ text: String) -> [UInt8] { Array(PlainText.plain(text).utf8) }

    /// A whole number as it is, others to six digits behind the point.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15
            ? String(Int(value)) : String((value * 1e6).rounded() / 1e6)
    }
}
