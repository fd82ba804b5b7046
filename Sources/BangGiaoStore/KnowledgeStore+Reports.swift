public import BangGiaoKnowledge
public import BangGiaoModel
import GRDB

extension KnowledgeStore {
    /// Returns all that is known of an entity, from the latest documents that tell of it.
    ///
    /// - Parameters:
    ///   - name: An entity that ``find(_:)`` found.
    ///   - at: Leaves out what happened later.
    ///   - limit: From at most so many documents; a ministry stands in many thousands.
    /// - Returns: The report; nil where nothing is left of it at that time.
    /// - Complexity: O(*limit* · size of a document · log *n*); where there are tables of relations,
    ///   that of ``network(at:)`` besides.
    public func report(
        on name: KnownName, at date: PartialDate? = nil, limit: Int
    ) throws(StoreError) -> EntityReport? {
        let rows = try tableHops(at: name.key, at: date)
        guard let label = name.label else {
            return EntityReport(
                on: name.key, in: KnowledgeBase().adding(rows.hops, of: rows.tables))
        }
        return try reading { database in
            let documents = try Self.documents(of: label, before: date, limit, database)
            var base = try base(of: documents, database)
            if let date { base = base.standing(at: date) }
            base = base.adding(rows.hops, of: rows.tables)
            guard var report = EntityReport(on: name.key, in: base) else { return nil }
            report.documentCount = name.documents
            report.readCount = documents.count
            report.names = try Row.fetchAll(
                database,
                sql: """
                    SELECT surface, sum(count) AS count FROM name JOIN cell ON cell.id = name.cell
                    WHERE cell.cluster = ? GROUP BY surface ORDER BY 2 DESC, 1
                    """, arguments: [label]
            ).map { (text: $0["surface"], count: $0["count"]) }
            return report
        }
    }

    /// What tables of relations tell of an entity.
    private func tableHops(
        at key: EntityKey, at date: PartialDate?
    ) throws(StoreError) -> (hops: [KnownPath.Hop], tables: [JoinedTable]) {
        guard try !tables().isEmpty else { return ([], []) }
        let network = try network(at: date).network
        return try StoreFile.translating(file) {
            guard let node = try network.node(key) else { return ([], []) }
            return (try network.tableHops(at: [node]), network.tables)
        }
    }

    /// The latest documents that tell something of a cluster, else those that only name it.
    private static func documents(
        of label: Int64, before date: PartialDate?, _ limit: Int, _ database: Database
    ) throws -> [String] {
        var days: [String: Int] = [:]
        for kind in ["position", "meeting", "agreement"] {
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT document, max(day) AS day FROM (
                        SELECT document, day FROM toldRole
                        WHERE cluster = ? AND kind = ? AND day <= ? ORDER BY day DESC LIMIT ?)
                    GROUP BY document
                    """,
                arguments: [label, kind, date?.lastDay ?? Int.max, limit * 4])
            {
                let day: Int = row["day"]
                days[row["document"], default: day] = max(day, days[row["document"]] ?? day)
            }
        }
        if days.count < limit {
            for id in try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT document FROM told JOIN cell ON cell.id = told.cell
                    WHERE cell.cluster = ? LIMIT ?
                    """, arguments: [label, limit])
            where days[id] == nil {
                days[id] = 0
            }
        }
        return days.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
            .map(\.key).sorted()
    }

    /// Joins what some documents say, with entities as they are known across all.
    private func base(of documents: [String], _ database: Database) throws -> KnowledgeBase {
        var facts: [DocumentFacts] = []
        var clusters: [EntityKey: Int64] = [:]
        var labels: [Int64: EntityKey] = [:]
        for id in documents {
            let document = DocumentID(id)
            facts += try FactsLoader(database: database, scope: .one(document), file: file).facts()
            let statement = try database.cachedStatement(
                sql: """
                    SELECT told.id, label, key FROM told JOIN cell ON cell.id = told.cell
                    JOIN cluster ON cluster.label = cell.cluster WHERE document = ?
                    """)
            for row in try Row.fetchAll(statement, arguments: [id]) {
                let key = EntityKey(document, EntityID(row["id"] as String))
                clusters[key] = row["label"]
                labels[row["label"]] = EntityKey(rawValue: row["key"])
            }
        }
        let base = KnowledgeBase(joining: facts, clusters: clusters)
        var names: [EntityKey: EntityKey] = [:]
        for entity in base.entities {
            names[entity.key] = clusters[entity.key].flatMap { labels[$0] }
        }
        return base.renamed { names[$0] ?? $0 }
    }
}
