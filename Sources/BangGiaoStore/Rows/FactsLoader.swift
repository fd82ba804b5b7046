import BangGiaoModel
import GRDB

/// Makes documents' facts of rows: one query a table, whether for one document or for all.
struct FactsLoader {
    /// Which versions of documents are wanted.
    enum Scope {
        /// Those that stand now.
        case current
        /// One document as it stands now.
        case one(DocumentID)
        /// Those that stood at a moment, written as the store writes it.
        case asOf(String)
    }

    let database: Database
    let scope: Scope
    /// The path, for errors.
    let file: String

    /// Returns the facts, by document.
    func facts() throws -> [DocumentFacts] {
        let entities = try entities()
        let roles = try roles()
        let positions = try positions(roles)
        let meetings = try meetings(roles)
        let agreements = try agreements(roles)
        return try rows(
            "article", columns: "id, language, title, published, url, authors", order: "id"
        ) { row in
            let key: String = row["id"]
            return DocumentFacts(
                document: try header(row), entities: entities[key] ?? [],
                positions: positions[key] ?? [], meetings: meetings[key] ?? [],
                agreements: agreements[key] ?? [])
        }.sorted { $0.document.id < $1.document.id }
    }

    /// Returns the documents themselves, by id.
    func documents() throws -> [Document] {
        try rows("article", order: "id") { row in
            let header = try header(row)
            return Document(
                id: header.id, language: header.language, title: header.title,
                published: header.published, url: header.url, authors: header.authors,
                text: row["text"], zones: try zones(row["zones"]))
        }.sorted { $0.id < $1.id }
    }

    /// Returns what is known of the document of a row.
    func header(_ row: Row) throws -> DocumentFacts.Header {
        let key: String = row["id"]
        return DocumentFacts.Header(
            id: DocumentID(String(key.prefix { $0 != Self.versionMark })),
            language: row["language"], title: row["title"],
            published: try date(row["published"]), url: row["url"],
            authors: try texts(row["authors"]))
    }

    /// What parts a removed version's number from its document's id.
    static let versionMark: Character = "\u{1F}"

    private func zones(_ json: String) throws -> [Zone] {
        guard let values = JSONList.values(json) else { throw damaged("\(json) is no list") }
        return try stride(from: 0, to: values.count, by: 4).map { start in
            guard start + 3 < values.count, case .text(let kind) = values[start],
                case .number(let lower) = values[start + 1],
                case .number(let upper) = values[start + 2], lower <= upper
            else { throw damaged("a zone is cut short") }
            var story: Int?
            if case .number(let number) = values[start + 3] { story = number }
            return Zone(try value(kind), TextSpan(lower, upper), story: story)
        }
    }

    private func entities() throws -> [String: [Entity]] {
        try groups("told") { row in
            let numbers = JSONList.values(row["mentions"]) ?? []
            let mentions = try stride(from: 0, to: numbers.count, by: 2).map { start in
                guard start + 1 < numbers.count, case .number(let lower) = numbers[start],
                    case .number(let upper) = numbers[start + 1], lower <= upper
                else { throw damaged("a mention is cut short") }
                return TextSpan(lower, upper)
            }
            return Entity(
                id: EntityID(row["id"] as String), kind: try value(row["kind"]), name: row["name"],
                country: (row["country"] as String?).map { CountryCode($0) },
                parent: (row["parent"] as String?).map { EntityID($0) },
                aliases: try texts(row["aliases"]), mentions: mentions)
        }
    }

    private func positions(
        _ roles: [RoleKey: [EntityID]]
    ) throws -> [String: [Position]] {
        try groups("toldPosition", columns: Self.quotation) { row in
            func entity(_ role: String) -> EntityID? {
                roles[RoleKey(row["document"], "position", row["id"], role, 0)]?.first
            }
            guard let person = entity("holder"), let of = entity("of") else {
                throw damaged("a position has no holder or no body")
            }
            return Position(
                person: person, title: row["title"], of: of,
                accreditedTo: entity("accreditedTo"),
                status: try (row["status"] as String?).map { try value($0) },
                evidence: try evidence(row))
        }
    }

    private func meetings(
        _ roles: [RoleKey: [EntityID]]
    ) throws -> [String: [Meeting]] {
        try groups("toldMeeting", columns: Self.quotation) { row in
            func members(_ role: String, _ side: Int) -> [EntityID]? {
                roles[RoleKey(row["document"], "meeting", row["id"], role, side)]
            }
            var sides: [[EntityID]] = []
            while let side = members("side", sides.count) { sides.append(side) }
            return Meeting(
                id: row["id"], kind: try value(row["kind"]), sides: sides,
                attendees: members("attendee", 0) ?? [], date: try date(row["date"]),
                place: row["venue"], status: try value(row["status"]),
                section: try value(row["section"]), evidence: try evidence(row))
        }
    }

    private func agreements(
        _ roles: [RoleKey: [EntityID]]
    ) throws -> [String: [Agreement]] {
        try groups("toldAgreement", columns: Self.quotation) { row in
            func members(_ role: String) -> [EntityID] {
                roles[RoleKey(row["document"], "agreement", row["id"], role, 0)] ?? []
            }
            return Agreement(
                id: row["id"], kind: try value(row["kind"]), parties: members("party"),
                signatories: members("signatory"), title: row["title"],
                date: try date(row["date"]), status: try value(row["status"]),
                meeting: row["meeting"], section: try value(row["section"]),
                evidence: try evidence(row))
        }
    }
}

/// Which list of a fact's members is meant.
private struct RoleKey: Hashable {
    var document: String
    var kind: String
    var fact: String
    var role: String
    var side: Int

    init(_ document: String, _ kind: String, _ fact: String, _ role: String, _ side: Int) {
        self.document = document
        self.kind = kind
        self.fact = fact
        self.role = role
        self.side = side
    }
}

extension FactsLoader {
    private func roles() throws -> [RoleKey: [EntityID]] {
        var result: [RoleKey: [EntityID]] = [:]
        for (key, entity) in try rows(
            "toldRole", order: "document, kind, fact, role, side, place",
            make: { row in
                (
                    RoleKey(
                        row["document"], row["kind"], row["fact"], row["role"], row["side"]),
                    EntityID(row["entity"] as String)
                )
            })
        {
            result[key, default: []].append(entity)
        }
        return result
    }

    /// Returns what is made of a table's rows, in order.
    private func rows<Element>(
        _ table: String, columns: String = "*", order: String, make: (Row) throws -> Element
    ) throws -> [Element] {
        let column = table == "article" ? "id" : "document"
        let condition: String
        let arguments: StatementArguments
        switch scope {
        case .current:
            condition =
                table == "article"
                ? "removed IS NULL"
                : "document NOT IN (SELECT id FROM article WHERE removed IS NOT NULL)"
            arguments = []
        case .one(let id):
            condition = "\(column) = ?"
            arguments = [id.rawValue]
        case .asOf(let moment):
            let stood = "recorded <= ? AND (removed IS NULL OR removed > ?)"
            condition =
                table == "article"
                ? stood : "document IN (SELECT id FROM article WHERE \(stood))"
            arguments = [moment, moment]
        }
        let statement = try database.cachedStatement(
            sql: "SELECT \(columns) FROM \(table) AS t WHERE \(condition) ORDER BY \(order)")
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        var result: [Element] = []
        while let row = try cursor.next() { result.append(try make(row)) }
        return result
    }

    /// The passage of a fact's row: the bytes of the text at its offsets.
    private static let quotation = """
        *, (SELECT CAST(substr(CAST(text AS BLOB), startByte + 1, endByte - startByte) AS TEXT)
            FROM article WHERE article.id = t.document) AS quotation
        """

    /// Groups what is made of a table's rows by document.
    private func groups<Element>(
        _ table: String, columns: String = "*", make: (Row) throws -> Element
    ) throws -> [String: [Element]] {
        var result: [String: [Element]] = [:]
        for (document, element) in try rows(
            table, columns: columns, order: "document, place",
            make: { row in (row["document"] as String, try make(row)) })
        {
            result[document, default: []].append(element)
        }
        return result
    }

    private func evidence(_ row: Row) throws -> Evidence {
        let (start, end): (Int, Int) = (row["startByte"], row["endByte"])
        guard 0 <= start, start <= end, let quotation = row["quotation"] as String? else {
            throw damaged("evidence doesn't lie in its text")
        }
        return Evidence(
            span: TextSpan(start, end), quotation: quotation, rule: row["rule"],
            confidence: row["confidence"])
    }

    private func texts(_ json: String) throws -> [String] {
        guard let texts = JSONList.texts(json) else { throw damaged("\(json) is no list") }
        return texts
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

    func damaged(_ detail: String) -> StoreError {
        StoreError(.damaged, file: file, detail: detail)
    }
}
