import BangGiaoKnowledge
public import BangGiaoModel
import Foundation
import GRDB

extension KnowledgeStore {
    /// A table of relations in the store, without its rows.
    public struct StoredTable: Hashable, Sendable {
        /// By what it is known.
        public var id: DocumentID
        /// The name of its file of nodes.
        public var nodesFile: String
        /// How many nodes it has.
        public var nodes: Int
        /// How many relations it has.
        public var rows: Int
        /// When the store learned of it, by ISO 8601 in UTC.
        public var recorded: String
    }

    /// Saves a table of relations, in place of what was saved under its id.
    ///
    /// - Returns: What was done; saving the same again does nothing.
    /// - Throws: ``StoreError``; `invalidFacts` where a document has the id. Then nothing has been
    ///   changed.
    /// - Complexity: O(*n* log *n*) in the number of its rows, in one transaction.
    @discardableResult
    public func save(_ table: RelationTable) throws(StoreError) -> Outcome {
        let moment = moment()
        let hashes = table.hashes
        return try StoreFile.translating(file) {
            try queue.write { database in
                let isDocument = try Bool.fetchOne(
                    database, sql: "SELECT EXISTS (SELECT 1 FROM article WHERE id = ?)",
                    arguments: [table.id.rawValue])
                if isDocument == true {
                    throw StoreError(
                        .invalidFacts, file: file,
                        detail: "\(table.id.rawValue) is a document; give the table another id")
                }
                let known = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT nodesFile, nodesHash, rowsHash FROM sheet
                        WHERE id = ? AND removed IS NULL
                        """, arguments: [table.id.rawValue])
                if let known, known["nodesFile"] == table.nodesFile,
                    known["nodesHash"] == hashes.nodes, known["rowsHash"] == hashes.rows
                {
                    return .unchanged
                }
                if known != nil { try Self.remove(table.id, moment, database) }
                try table.insert(recorded: moment, removed: nil, into: database)
                return known == nil ? .added : .replaced
            }
        }
    }

    /// Removes a table of relations. What it told is still known as of earlier days.
    ///
    /// - Parameter forgets: Whether nothing of it is kept, earlier versions included.
    /// - Returns: Whether the store had it.
    @discardableResult
    public func remove(table id: DocumentID, forgets: Bool = false) throws(StoreError) -> Bool {
        let moment = moment()
        return try StoreFile.translating(file) {
            try queue.write { database in
                if forgets {
                    try database.execute(
                        sql: "DELETE FROM sheet WHERE id = ?", arguments: [id.rawValue])
                    return database.changesCount > 0
                }
                return try Self.remove(id, moment, database)
            }
        }
    }

    /// Returns the tables of relations, by id.
    public func tables() throws(StoreError) -> [StoredTable] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT id, nodesFile, recorded,
                        (SELECT count(*) FROM sheetNode WHERE sheet = number) AS nodes,
                        (SELECT count(*) FROM sheetRow WHERE sheet = number) AS rows
                    FROM sheet WHERE removed IS NULL ORDER BY id
                    """
            ).map { row in
                StoredTable(
                    id: DocumentID(row["id"] as String), nodesFile: row["nodesFile"],
                    nodes: row["nodes"], rows: row["rows"], recorded: row["recorded"])
            }
        }
    }

    /// Why a document can't be saved under the id of a table.
    ///
    /// - Parameter id: That of both.
    public static func tableProblem(_ id: DocumentID) -> String {
        "\(id.rawValue) is a table; remove it first, or give the article another name"
    }

    /// Whether a table stands under an id.
    static func isTable(_ id: DocumentID, in database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM sheet WHERE id = ? AND removed IS NULL)")
        return try Bool.fetchOne(statement, arguments: [id.rawValue]) ?? false
    }

    /// Returns a table with its nodes and rows; nil where the store doesn't have it.
    public func table(_ id: DocumentID) throws(StoreError) -> RelationTable? {
        try reading { database in
            let number = try Int64.fetchOne(
                database, sql: "SELECT number FROM sheet WHERE id = ? AND removed IS NULL",
                arguments: [id.rawValue])
            return try number.map { try RelationTable($0, in: database, file: file) }
        }
    }

    @discardableResult
    private static func remove(
        _ id: DocumentID, _ moment: String, _ database: Database
    ) throws -> Bool {
        try database.execute(
            sql: """
                DELETE FROM sheetColumns
                WHERE sheet IN (SELECT number FROM sheet WHERE id = ? AND removed IS NULL)
                """, arguments: [id.rawValue])
        try database.execute(
            sql: "UPDATE sheet SET removed = ? WHERE id = ? AND removed IS NULL",
            arguments: [moment, id.rawValue])
        return database.changesCount > 0
    }
}

extension RelationTable {
    /// Hashes of what the two files tell.
    var hashes: (nodes: String, rows: String) {
        var (nodes, lines) = (ContentHash(), ContentHash())
        for node in self.nodes {
            nodes.combine("\(node.line)\t\(node.id)\t\(node.kind)\t\(node.name)")
            nodes.combine(node.country?.rawValue ?? "")
        }
        let dates = [""] + rows.dates.map(\.description)
        for row in 0..<rows.count {
            lines.combine(rows.lines[row])
            lines.combine(rows.sources[row])
            lines.combine(rows.targets[row])
            lines.combine(UInt32(rows.types[row].number))
            lines.combine(dates[Int(rows.dateCodes[row])])
        }
        return (String(nodes.value, radix: 16), String(lines.value, radix: 16))
    }

    /// Reads a version of a table row by row.
    init(_ number: Int64, in database: Database, file: String) throws {
        let head = try Row.fetchOne(
            database, sql: "SELECT id, nodesFile FROM sheet WHERE number = ?", arguments: [number])
        self.init(
            id: DocumentID(head?["id"] ?? ""), nodesFile: head?["nodesFile"] ?? "")
        func damaged(_ text: String) -> StoreError {
            StoreError(.damaged, file: file, detail: "\(id.rawValue): \(text)")
        }
        let nodes = try Row.fetchCursor(
            database, sql: "SELECT * FROM sheetNode WHERE sheet = ? ORDER BY place",
            arguments: [number])
        while let row = try nodes.next() {
            guard let node = RelationTable.Node(row), row["place"] == self.nodes.count else {
                throw damaged("a node isn't one")
            }
            self.nodes.append(node)
        }
        var codes: [String: UInt32] = ["": 0]
        let rows = try Row.fetchCursor(
            database,
            sql:
                "SELECT line, source, target, type, date FROM sheetRow WHERE sheet = ? ORDER BY line",
            arguments: [number])
        while let row = try rows.next() {
            let date = row[4] as String? ?? ""
            if codes[date] == nil {
                guard let value = PartialDate(date) else { throw damaged("\(date) is no date") }
                self.rows.dates.append(value)
                codes[date] = UInt32(self.rows.dates.count)
            }
            let ends: [Int] = [row[1], row[2]]
            guard let type = RelationType(row[3] as String),
                ends.allSatisfy({ self.nodes.indices.contains($0) })
            else { throw damaged("a row isn't one") }
            self.rows.lines.append(row[0])
            self.rows.sources.append(UInt32(ends[0]))
            self.rows.targets.append(UInt32(ends[1]))
            self.rows.types.append(type)
            self.rows.dateCodes.append(codes[date] ?? 0)
        }
    }

    /// Writes a version of a table, with its columns where it stands.
    func insert(recorded: String, removed: String?, into database: Database) throws {
        let hashes = hashes
        try database.execute(
            sql: """
                INSERT INTO sheet (id, nodesFile, nodesHash, rowsHash, recorded, removed)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [id.rawValue, nodesFile, hashes.nodes, hashes.rows, recorded, removed])
        let number = database.lastInsertedRowID
        let node = try database.makeStatement(
            sql: "INSERT INTO sheetNode VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for (place, value) in nodes.enumerated() {
            node.setUncheckedArguments([
                number, place, value.line, value.id, value.kind.rawValue, value.name,
                value.country?.rawValue, NameKey(value.name).unaccented,
            ])
            try node.execute()
        }
        let line = try database.makeStatement(
            sql: "INSERT INTO sheetRow VALUES (?, ?, ?, ?, ?, ?)")
        let dates = rows.dates.map(\.description)
        for row in 0..<rows.count {
            let date = rows.dateCodes[row] == 0 ? nil : dates[Int(rows.dateCodes[row]) - 1]
            line.setUncheckedArguments([
                number, rows.lines[row], rows.sources[row], rows.targets[row],
                rows.types[row].name, date,
            ])
            try line.execute()
        }
        if removed == nil { try insertColumns(number, into: database) }
    }

    /// Writes the columns of a version that stands.
    func insertColumns(_ number: Int64, into database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO sheetColumns VALUES (?, ?)",
            arguments: [number, TableColumns(self).bytes])
    }
}

extension RelationTable.Node {
    /// Reads a row of `sheetNode`.
    init?(_ row: Row) {
        guard let kind = Entity.Kind(rawValue: row["kind"]) else { return nil }
        self.init(
            id: row["id"], kind: kind, name: row["name"],
            country: (row["country"] as String?).map { CountryCode($0) }, line: row["line"])
    }
}
