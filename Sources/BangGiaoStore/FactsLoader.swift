import BangGiaoModel
import GRDB

/// Makes documents' facts of rows: one query a table, whether for one document or for all.
struct FactsLoader {
    let database: Database
    /// Only this document; nil for all.
    var only: DocumentID?
    /// The path, for errors.
    let file: String

    /// Returns the facts, by document.
    func facts() throws -> [DocumentFacts] {
        let authors = try groups("author", by: ["document"], order: "place") {
            $0["name"] as String
        }
        let evidence = try evidence()
        let entities = try entities()
        let positions = try positions(evidence)
        let meetings = try meetings(evidence)
        let agreements = try agreements(evidence)
        return try rows("document", order: "id", column: "id") { row in
            let id: String = row["id"]
            return DocumentFacts(
                document: .init(
                    id: DocumentID(id), language: row["language"], title: row["title"],
                    published: try date(row["published"]), url: row["url"],
                    authors: authors[[id]] ?? []),
                entities: entities[[id]] ?? [], positions: positions[[id]] ?? [],
                meetings: meetings[[id]] ?? [], agreements: agreements[[id]] ?? [])
        }
    }

    /// Returns the documents themselves, by id.
    func documents() throws -> [Document] {
        let authors = try groups("author", by: ["document"], order: "place") {
            $0["name"] as String
        }
        let zones = try groups("zone", by: ["document"], order: "place") { row in
            Zone(try value(row["kind"]), try span(row), story: row["story"])
        }
        return try rows("document", order: "id", column: "id") { row in
            let id: String = row["id"]
            return Document(
                id: DocumentID(id), language: row["language"], title: row["title"],
                published: try date(row["published"]), url: row["url"],
                authors: authors[[id]] ?? [], text: row["text"], zones: zones[[id]] ?? [])
        }
    }

    private func entities() throws -> [[String]: [Entity]] {
        let key = ["document", "entity"]
        let aliases = try groups("alias", by: key, order: "place") { $0["surface"] as String }
        let mentions = try groups("mention", by: key, order: "place", make: span)
        return try groups("entity", by: ["document"], order: "place") { row in
            let key: [String] = [row["document"], row["id"]]
            return Entity(
                id: EntityID(key[1]), kind: try value(row["kind"]), name: row["name"],
                country: (row["country"] as String?).map { CountryCode($0) },
                parent: entity(row["parent"]), aliases: aliases[key] ?? [],
                mentions: mentions[key] ?? [])
        }
    }

    private func positions(_ evidence: [[String]: [Evidence]]) throws -> [[String]: [Position]] {
        try groups("position", by: ["document"], order: "place") { row in
            let place: Int = row["place"]
            return Position(
                person: EntityID(row["person"]), title: row["title"], of: EntityID(row["body"]),
                accreditedTo: entity(row["accreditedTo"]),
                status: try (row["status"] as String?).map { try value($0) },
                evidence: try proof(evidence, row, "position", String(place)))
        }
    }

    private func meetings(_ evidence: [[String]: [Evidence]]) throws -> [[String]: [Meeting]] {
        let key = ["document", "meeting", "role"]
        let participants = try groups("participant", by: key, order: "side, place") { row in
            (side: row["side"] as Int, entity: EntityID(row["entity"] as String))
        }
        return try groups("meeting", by: ["document"], order: "place") { row in
            let key: [String] = [row["document"], row["id"]]
            var sides: [[EntityID]] = []
            for member in participants[key + ["side"]] ?? [] {
                if member.side == sides.count { sides.append([]) }
                guard member.side == sides.count - 1 else { throw damaged("a side is missing") }
                sides[member.side].append(member.entity)
            }
            return Meeting(
                id: key[1], kind: try value(row["kind"]), sides: sides,
                attendees: (participants[key + ["attendee"]] ?? []).map(\.entity),
                date: try date(row["date"]), place: row["venue"], status: try value(row["status"]),
                section: try value(row["section"]),
                evidence: try proof(evidence, row, "meeting", key[1]))
        }
    }

    private func agreements(_ evidence: [[String]: [Evidence]]) throws -> [[String]: [Agreement]] {
        let key = ["document", "agreement", "role"]
        let parties = try groups("party", by: key, order: "place") {
            EntityID($0["entity"] as String)
        }
        return try groups("agreement", by: ["document"], order: "place") { row in
            let key: [String] = [row["document"], row["id"]]
            return Agreement(
                id: key[1], kind: try value(row["kind"]), parties: parties[key + ["party"]] ?? [],
                signatories: parties[key + ["signatory"]] ?? [], title: row["title"],
                date: try date(row["date"]), status: try value(row["status"]),
                meeting: row["meeting"], section: try value(row["section"]),
                evidence: try proof(evidence, row, "agreement", key[1]))
        }
    }

    private func evidence() throws -> [[String]: [Evidence]] {
        try groups("evidence", by: ["document", "kind", "fact"], order: "fact") { row in
            Evidence(
                span: try span(row), quotation: row["quotation"], rule: row["rule"],
                confidence: row["confidence"])
        }
    }
}

extension FactsLoader {
    /// Returns what is made of a table's rows, in order.
    private func rows<Element>(
        _ table: String, order: String, column: String = "document", make: (Row) throws -> Element
    ) throws -> [Element] {
        let condition = only == nil ? "" : "WHERE \(column) = ?"
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT * FROM \(table) \(condition) ORDER BY \(order)",
            arguments: only.map { [$0.rawValue] } ?? [])
        var result: [Element] = []
        while let row = try cursor.next() { result.append(try make(row)) }
        return result
    }

    /// Groups what is made of a table's rows by the values of some columns.
    private func groups<Element>(
        _ table: String, by columns: [String], order: String, make: (Row) throws -> Element
    ) throws -> [[String]: [Element]] {
        var result: [[String]: [Element]] = [:]
        let order = (columns + [order]).joined(separator: ", ")
        for (key, element) in try rows(
            table, order: order,
            make: { row in (columns.map { row[$0] as String }, try make(row)) })
        {
            result[key, default: []].append(element)
        }
        return result
    }

    private func proof(
        _ evidence: [[String]: [Evidence]], _ row: Row, _ kind: String, _ fact: String
    ) throws -> Evidence {
        guard let found = evidence[[row["document"], kind, fact]]?.first else {
            throw damaged("the \(kind) \(fact) has no evidence")
        }
        return found
    }

    private func entity(_ id: String?) -> EntityID? { id.map { EntityID($0) } }

    private func span(_ row: Row) throws -> TextSpan {
        let (start, end): (Int, Int) = (row["startByte"], row["endByte"])
        guard 0 <= start, start <= end else { throw damaged("a span ends before it starts") }
        return TextSpan(start, end)
    }

    private func value<Value: RawRepresentable<String>>(_ text: String) throws -> Value {
        guard let value = Value(rawValue: text) else {
            throw damaged("\"\(text)\" is no \(Value.self)")
        }
        return value
    }

    private func date(_ text: String?) throws -> PartialDate? {
        guard let text else { return nil }
        guard let date = PartialDate(text) else { throw damaged("\"\(text)\" is no date") }
        return date
    }

    private func damaged(_ detail: String) -> StoreError {
        StoreError(.damaged, file: file, detail: detail)
    }
}
