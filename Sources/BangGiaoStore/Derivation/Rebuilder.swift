import BangGiaoKnowledge
import BangGiaoModel
import GRDB

/// Derives all that is derived anew.
enum Rebuilder {
    /// How many documents are done at one time.
    static let batch = 256

    /// Writes the documents that stand again, and all that follows from them.
    static func rebuild(
        _ database: Database, file: String, moment: String, judge: JudgeSource
    ) throws {
        let articles = try Row.fetchAll(
            database,
            sql: "SELECT id, extractor, recorded FROM article WHERE removed IS NULL ORDER BY id")
        for table in ["cell", "cellKey", "cellLink", "cellApart", "name", "cluster", "occasion"] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
        let derivation = Derivation(database, file: file, moment: moment, judge: judge)
        // No row may tell of a cluster or an occasion that isn't there any more.
        try database.execute(sql: "UPDATE told SET cell = NULL WHERE cell IS NOT NULL")
        for (number, row) in articles.enumerated() {
            let id = DocumentID(row["id"] as String)
            let loader = FactsLoader(database: database, scope: .one(id), file: file)
            guard let document = try loader.documents().first,
                let facts = try loader.facts().first
            else { continue }
            let article = PreparedArticle(
                facts, of: document, extractor: row["extractor"], judge: try judge.judge())
            if let problem = article.problem {
                throw StoreError(.damaged, file: file, detail: problem)
            }
            try derivation.execute("DELETE FROM article WHERE id = ?", [id.rawValue])
            try derivation.add(article, recorded: row["recorded"])
            if number % batch == batch - 1 { try derivation.settle() }
        }
        try derivation.settle()
        try rebuildColumns(database, file: file)
        try stamp(database, judge)
    }

    /// Makes the columns of tables of relations again.
    private static func rebuildColumns(_ database: Database, file: String) throws {
        try database.execute(sql: "DELETE FROM sheetColumns")
        let sheets = try Int64.fetchAll(
            database, sql: "SELECT number FROM sheet WHERE removed IS NULL ORDER BY number")
        for sheet in sheets {
            try RelationTable(sheet, in: database, file: file).insertColumns(sheet, into: database)
        }
    }

    /// Whether the derived rows were made with other tables of words than the judge's.
    static func isOutdated(_ database: Database, _ judge: JudgeSource) throws -> Bool {
        let tables = try String.fetchOne(database, sql: "SELECT tables FROM judge")
        return try tables != judge.name()
    }

    private static func stamp(_ database: Database, _ judge: JudgeSource) throws {
        try database.execute(sql: "DELETE FROM judge")
        try database.execute(
            sql: "INSERT INTO judge VALUES (?)", arguments: [try judge.name()])
    }
}
