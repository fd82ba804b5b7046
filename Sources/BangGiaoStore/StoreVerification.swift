import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import GRDB

extension KnowledgeStore {
    /// Checks the whole store, and returns what is wrong, a sentence each; nothing where all is well.
    ///
    /// The pages and references of the database; each text against its hash; each zone, mention and
    /// quotation against the text; and all that is derived against what is derived anew, in a
    /// temporary file. The store itself isn't changed.
    /// - Complexity: that of ``rebuild()`` and two ``dump(into:)``.
    public func verify() throws(StoreError) -> [String] {
        let problems = try reading { database in
            var problems: [String] = []
            for row in try Row.fetchAll(database, sql: "PRAGMA integrity_check(20)") {
                let text: String = row[0]
                if text != "ok" { problems.append("The database is damaged: \(text).") }
            }
            for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
                problems.append(
                    "A row of \(row[0] as String) refers to a missing row of \(row[2] as String).")
            }
            return problems
        }
        if !problems.isEmpty { return problems }
        return try textProblems() + tableProblems() + derivedProblems()
    }

    private func textProblems() throws(StoreError) -> [String] {
        try reading { database in
            var problems: [String] = []
            let keys = try String.fetchAll(database, sql: "SELECT id FROM article ORDER BY id")
            for key in keys {
                let loader = FactsLoader(
                    database: database, scope: .one(DocumentID(key)), file: file)
                do {
                    guard let document = try loader.documents().first,
                        let facts = try loader.facts().first
                    else { continue }
                    let hash = try String.fetchOne(
                        database, sql: "SELECT textHash FROM article WHERE id = ?",
                        arguments: [key])
                    if hash != TextHash(of: document.text).rawValue {
                        problems.append(
                            "The text of \(document.id.rawValue) isn't the one that was saved.")
                    }
                    if let problem = FactsCheck(facts: facts, document: document).problem() {
                        problems.append("A document doesn't fit: \(problem).")
                    }
                } catch let error as StoreError where error.code == .damaged {
                    problems.append("\(key): \(error.detail).")
                }
            }
            return problems
        }
    }

    private func tableProblems() throws(StoreError) -> [String] {
        try reading { database in
            var problems: [String] = []
            let sheets = try Row.fetchAll(
                database,
                sql: """
                    SELECT number, id, nodesHash, rowsHash, columns FROM sheet
                    LEFT JOIN sheetColumns ON sheet = number
                    WHERE removed IS NULL ORDER BY id
                    """)
            for row in sheets {
                let id: String = row["id"]
                do {
                    let table = try RelationTable(row["number"], in: database, file: file)
                    if table.hashes != (row["nodesHash"], row["rowsHash"]) {
                        problems.append("The table \(id) isn't the one that was saved.")
                    }
                    if TableColumns(table).bytes != row["columns"] as Data? {
                        problems.append(
                            "The columns of the table \(id) aren't its rows; run banggiao rebuild.")
                    }
                } catch let error as StoreError where error.code == .damaged {
                    problems.append("\(error.detail).")
                }
            }
            return problems
        }
    }

    private func derivedProblems() throws(StoreError) -> [String] {
        let fresh = try replica()
        let (here, there) = (DumpHash(), DumpHash())
        try dump { here.take($0) }
        try fresh.dump { there.take($0) }
        if here.lines == there.lines, here.value == there.value { return [] }
        return [
            "What is derived isn't what follows from the documents (\(here.lines) lines, "
                + "\(there.lines) expected); run banggiao rebuild."
        ]
    }
}

/// A hash of lines in their order.
private final class DumpHash {
    private(set) var lines = 0
    private var hash = ContentHash()

    var value: Int64 { hash.value }

    func take(_ line: String) {
        lines += 1
        hash.combine(line)
    }
}
