public import BangGiaoKnowledge
public import BangGiaoModel
import GRDB

extension KnowledgeStore {
    /// Returns what all documents say, by id: exactly what was saved.
    ///
    /// - Complexity: O(rows), in one query a table.
    public func load() throws(StoreError) -> [DocumentFacts] {
        try reading { try FactsLoader(database: $0, scope: .current, file: file).facts() }
    }

    /// Returns all that the store knows, joined as it is in the store.
    ///
    /// - Complexity: O(*n* log *n*) in the number of rows.
    public func knowledge() throws(StoreError) -> KnowledgeBase {
        try reading { database in
            let facts = try FactsLoader(database: database, scope: .current, file: file).facts()
            var clusters: [EntityKey: Int64] = [:]
            let cursor = try Row.fetchCursor(
                database,
                sql: """
                    SELECT document, told.id, cluster FROM told JOIN cell ON cell.id = told.cell
                    """)
            while let row = try cursor.next() {
                let document = DocumentID(row["document"] as String)
                clusters[EntityKey(document, EntityID(row["id"] as String))] = row["cluster"]
            }
            return KnowledgeBase(joining: facts, clusters: clusters)
        }
    }

    /// Returns a document with its text and zones; nil where the store doesn't have it.
    public func document(_ id: DocumentID) throws(StoreError) -> Document? {
        try reading {
            try FactsLoader(database: $0, scope: .one(id), file: file).documents().first
        }
    }

    /// Returns what a document says; nil where the store doesn't have it.
    public func facts(of id: DocumentID) throws(StoreError) -> DocumentFacts? {
        try reading { try FactsLoader(database: $0, scope: .one(id), file: file).facts().first }
    }

    /// Returns the documents, by id, without their texts.
    public func documents() throws(StoreError) -> [StoredDocument] {
        try reading { database in
            let loader = FactsLoader(database: database, scope: .current, file: file)
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT id, textHash, extractor, recorded, language, title, published, url,
                        authors
                    FROM article WHERE removed IS NULL ORDER BY id
                    """
            ).map { row in
                StoredDocument(
                    header: try loader.header(row),
                    textHash: TextHash(rawValue: row["textHash"]), extractor: row["extractor"],
                    recorded: row["recorded"])
            }
        }
    }

    /// Returns what tells, before its facts are extracted, whether the store has a document just so:
    /// its ``PreparedArticle/fingerprint(_:extractor:)``; nil where the store doesn't have it.
    ///
    /// - Complexity: O(log *n*).
    public func fingerprint(of id: DocumentID) throws(StoreError) -> String? {
        try reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT fingerprint FROM article WHERE id = ?")
            return try String.fetchOne(statement, arguments: [id.rawValue])
        }
    }
}

extension KnowledgeStore {
    /// Notes that something is about to be added or removed, and by which rules and tables.
    public func noteRun(_ command: String, extractor: String) throws(StoreError) {
        let moment = moment()
        try StoreFile.translating(file) {
            try queue.write { database in
                try database.execute(
                    sql: "INSERT INTO run (command, extractor, started) VALUES (?, ?, ?)",
                    arguments: [command, extractor, moment])
            }
        }
    }
}
