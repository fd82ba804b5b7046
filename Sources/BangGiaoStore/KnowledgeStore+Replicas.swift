import BangGiaoKnowledge
import BangGiaoModel
import GRDB

extension KnowledgeStore {
    /// Returns a store as this one stood at a moment: with the documents and the judgements of then.
    ///
    /// It lives in a temporary file that goes with the process; changing it changes nothing here.
    /// - Parameter moment: By ISO 8601 in UTC, such as `2026-11-26T09:30:00.000Z`; what begins so
    ///   does, too: `2026-11-26` is the end of that day.
    /// - Complexity: that of adding its documents to an empty store.
    public func asOf(_ moment: String) throws(StoreError) -> KnowledgeStore {
        // "~" sorts behind every digit and letter of a moment.
        let end = moment + "~"
        return try replica(
            condition: "recorded <= ? AND (removed IS NULL OR removed > ?)",
            arguments: [end, end]
        ) { judgement in
            judgement.made <= end && judgement.revoked.map { $0 > end } ?? true
        }
    }

    /// Returns a store with the documents and judgements that stand, derived anew.
    func replica() throws(StoreError) -> KnowledgeStore {
        try replica(condition: "removed IS NULL", arguments: []) { $0.revoked == nil }
    }

    private func replica(
        condition: String, arguments: StatementArguments,
        takes: (StoredJudgement) -> Bool
    ) throws(StoreError) -> KnowledgeStore {
        let copy = KnowledgeStore(
            try StoreFile.openTemporarily(file, judge: judgeSource), file: file, judge: judgeSource)
        try reading { database in
            let judgements = try StoredJudgement.all(in: database).filter(takes)
            try copy.queue.write { target in
                for judgement in judgements { try judgement.insert(into: target) }
                let tables = try Row.fetchAll(
                    database,
                    sql: "SELECT number, recorded FROM sheet WHERE \(condition) ORDER BY id",
                    arguments: arguments)
                for row in tables {
                    try RelationTable(row["number"], in: database, file: file)
                        .insert(recorded: row["recorded"], removed: nil, into: target)
                }
            }
            let keys = try Row.fetchAll(
                database,
                sql: "SELECT id, extractor, recorded FROM article WHERE \(condition) ORDER BY id",
                arguments: arguments)
            for start in stride(from: 0, to: keys.count, by: Rebuilder.batch) {
                try copy.change { target, derivation in
                    for row in keys[start..<min(start + Rebuilder.batch, keys.count)] {
                        let key = DocumentID(row["id"] as String)
                        let loader = FactsLoader(
                            database: database, scope: .one(key), file: file)
                        guard let document = try loader.documents().first,
                            let facts = try loader.facts().first
                        else { continue }
                        let article = PreparedArticle(
                            facts, of: document, extractor: row["extractor"],
                            judge: try judge())
                        if let problem = article.problem {
                            throw StoreError(.damaged, file: file, detail: problem)
                        }
                        try derivation.add(article, recorded: row["recorded"])
                    }
                }
            }
        }
        return copy
    }
}
