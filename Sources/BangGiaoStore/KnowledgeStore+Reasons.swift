public import BangGiaoKnowledge
public import BangGiaoModel
import GRDB

/// Why the store holds a fact: the passage, the rule, the document, and who else reports it.
public struct FactReasons: Hashable, Sendable {
    /// One who takes part.
    public struct Member: Hashable, Sendable {
        /// As what: `holder`, `of`, `accreditedTo`, `side 1`, `attendee`, `party`, `signatory`.
        public var role: String
        /// Who, as the document has it.
        public var told: EntityKey
        /// Who it is across documents.
        public var known: EntityKey
        /// The name across documents.
        public var name: String
    }

    /// The fact's id, such as `seed-003#m1`.
    public var id: String
    /// What it is, in the words of its table: `meeting talks 2017-04-05 held`.
    public var summary: String
    /// The passage that proves it.
    public var evidence: Evidence
    /// The document that tells of it.
    public var document: DocumentFacts.Header
    /// What read the document.
    public var extractor: String
    /// When the store learned of it.
    public var recorded: String
    /// Who takes part.
    public var members: [Member]
    /// The reports of other documents on the same occasion.
    public var others: [String]
    /// How many of all reports are independent.
    public var independent: Int
}

/// Why documents' entities are one: what nothing tells apart, what links it, what persons decided.
public struct IdentityReasons: Hashable, Sendable {
    /// Entities that nothing tells apart.
    public struct Group: Hashable, Sendable {
        /// What their documents tell of them.
        public var cell: EntityCell
        /// How many documents tell just this.
        public var documents: Int
        /// A few of them.
        public var members: [EntityKey]
    }

    /// What links two groups.
    public struct Link: Hashable, Sendable {
        /// The places of the two groups.
        public var groups: [Int]
        /// How much speaks for it.
        public var weight: Int
        /// What speaks for it and against.
        public var reasons: [String]
    }

    /// The entity.
    public var known: KnownName
    /// Its groups, the largest first.
    public var groups: [Group]
    /// The links among them.
    public var links: [Link]
    /// The decisions that stand about any of its entities.
    public var judgements: [StoredJudgement]
}

extension KnowledgeStore {
    /// Returns why the store holds a fact; nil where no document has one of this id.
    public func reasons(ofFact id: String) throws(StoreError) -> FactReasons? {
        let key = EntityKey(rawValue: id)
        let local = String(id.split(separator: "#").last ?? "")
        return try reading { database in
            let document = key.document
            for (kind, table, words) in [
                ("position", "toldPosition", "title || coalesce(' ' || status, '')"),
                ("meeting", "toldMeeting", "kind || coalesce(' ' || date, '') || ' ' || status"),
                (
                    "agreement", "toldAgreement",
                    "kind || coalesce(' ' || date, '') || ' ' || status"
                        + " || coalesce(' \"' || title || '\"', '')"
                ),
            ] {
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT *, \(words) AS words FROM \(table)"
                        + " WHERE document = ? AND id = ?", arguments: [document.rawValue, local])
                guard let row else { continue }
                return try reasons(of: row, kind, table, document, local, database)
            }
            return nil
        }
    }

    private func reasons(
        of row: Row, _ kind: String, _ table: String, _ document: DocumentID, _ local: String,
        _ database: Database
    ) throws -> FactReasons? {
        let loader = FactsLoader(database: database, scope: .one(document), file: file)
        guard let text = try loader.documents().first,
            let article = try Row.fetchOne(
                database, sql: "SELECT extractor, recorded FROM article WHERE id = ?",
                arguments: [document.rawValue])
        else { return nil }
        let span = TextSpan(row["startByte"], row["endByte"])
        let members = try Row.fetchAll(
            database,
            sql: """
                SELECT role, side, entity, key, name FROM toldRole
                JOIN cluster ON cluster.label = toldRole.cluster
                WHERE document = ? AND toldRole.kind = ? AND fact = ? ORDER BY role, side, place
                """, arguments: [document.rawValue, kind, local]
        ).map { row in
            let role: String = row["role"]
            return FactReasons.Member(
                role: role == "side" ? "side \((row["side"] as Int) + 1)" : role,
                told: EntityKey(document, EntityID(row["entity"] as String)),
                known: EntityKey(rawValue: row["key"]), name: row["name"])
        }
        var others: [String] = []
        var independent = 1
        if kind != "position", let occasion = row["occasion"] as String? {
            others = try String.fetchAll(
                database,
                sql: """
                    SELECT document || '#' || id FROM \(table)
                    WHERE occasion = ? AND document <> ? ORDER BY 1
                    """, arguments: [occasion, document.rawValue])
            independent =
                try Int.fetchOne(
                    database, sql: "SELECT independent FROM occasion WHERE id = ?",
                    arguments: [occasion]) ?? 1
        }
        return FactReasons(
            id: "\(document.rawValue)#\(local)", summary: "\(kind) \(row["words"] as String)",
            evidence: Evidence(
                span: span, quotation: text.text[span], rule: row["rule"],
                confidence: row["confidence"]),
            document: DocumentFacts.Header(text), extractor: article["extractor"],
            recorded: article["recorded"], members: members, others: others,
            independent: independent)
    }

    /// Returns why what documents tell of is one entity.
    ///
    /// - Parameter limit: At most so many groups.
    public func reasons(of known: KnownName, limit: Int = 20) throws(StoreError) -> IdentityReasons
    {
        try reading { database in
            var ids: [Int64] = []
            var groups: [IdentityReasons.Group] = []
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT id, signature, members FROM cell WHERE cluster = ?
                    ORDER BY members DESC, signature LIMIT ?
                    """, arguments: [known.label, limit])
            {
                guard let cell = EntityCell(signature: row["signature"]) else { continue }
                ids.append(row["id"])
                let members = try String.fetchAll(
                    database,
                    sql: """
                        SELECT document || '#' || id FROM told WHERE cell = ? LIMIT 5
                        """, arguments: [row["id"] as Int64])
                groups.append(
                    .init(
                        cell: cell, documents: row["members"],
                        members: members.map { EntityKey(rawValue: $0) }))
            }
            let judge = try judge()
            let readings = groups.map { judge.reading(of: $0.cell) }
            var links: [IdentityReasons.Link] = []
            for one in groups.indices {
                for other in groups.indices.dropFirst(one + 1) {
                    guard let finding = judge.compare(readings[one], readings[other]),
                        finding.verdict == .same
                    else { continue }
                    links.append(
                        .init(
                            groups: [one, other], weight: finding.weight,
                            reasons: finding.reasons))
                }
            }
            let judgements = try StoredJudgement.standing(in: database).filter { judgement in
                try [judgement.first, judgement.second].contains { judged in
                    let told = try ToldEntity.all(of: judged.document, in: database)
                    guard let entity = judged.entity(in: told) else { return false }
                    return try Int64.fetchOne(
                        database, sql: "SELECT cluster FROM cell WHERE id = ?",
                        arguments: [entity.cell]) == known.label
                }
            }
            return IdentityReasons(
                known: known, groups: groups, links: links, judgements: judgements)
        }
    }
}

/// Why the store holds a row of a table of relations: its file and its line.
public struct RowReasons: Hashable, Sendable {
    /// By what the table is known.
    public var table: DocumentID
    /// The line of its file.
    public var line: Int
    /// The row as RFC 4180 writes it.
    public var text: String
    /// Its two nodes, each with the name of its file.
    public var nodes: [RelationTable.Node]
    /// The name of the file of the nodes.
    public var nodesFile: String
    /// When the store learned of it.
    public var recorded: String
}

extension KnowledgeStore {
    /// Returns why the store holds a row of a table, such as `edges.csv:12`; nil where no table has
    /// such a line.
    public func reasons(ofRow id: String) throws(StoreError) -> RowReasons? {
        guard let colon = id.lastIndex(of: ":"), let line = Int(id[id.index(after: colon)...])
        else { return nil }
        return try reading { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT number, nodesFile, recorded, source, target, type, date
                    FROM sheet JOIN sheetRow ON sheet = number
                    WHERE id = ? AND removed IS NULL AND line = ?
                    """, arguments: [String(id[..<colon]), line])
            guard let row, let type = RelationType(row["type"] as String) else { return nil }
            let ends: [Int] = [row["source"], row["target"]]
            let nodes = try ends.compactMap { place in
                try Row.fetchOne(
                    database, sql: "SELECT * FROM sheetNode WHERE sheet = ? AND place = ?",
                    arguments: [row["number"] as Int64, place]
                ).flatMap { RelationTable.Node($0) }
            }
            guard nodes.count == 2 else { return nil }
            return RowReasons(
                table: DocumentID(String(id[..<colon])), line: line,
                text: RelationTable.line(
                    source: nodes[0].id, target: nodes[1].id, type: type,
                    date: (row["date"] as String?).flatMap { PartialDate($0) }),
                nodes: nodes, nodesFile: row["nodesFile"], recorded: row["recorded"])
        }
    }
}
