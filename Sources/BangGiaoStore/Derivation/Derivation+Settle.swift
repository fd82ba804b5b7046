import BangGiaoKnowledge
import BangGiaoModel
import GRDB

extension Derivation {
    /// Brings all that is derived up to date, and writes the documents that were added.
    func settle() throws {
        var touched: Set<Int64> = []
        let created = try applyCells(&touched)
        try applyNames()
        try CellLinker(derivation: self, created: created).link()
        try applyApart()
        let labels = try solve(created, &touched)
        try moveRecelled(labels)
        for (article, recorded) in pending {
            var clusters: [EntityID: Int64] = [:]
            for (entity, cell) in zip(article.facts.entities, article.cells) {
                clusters[entity.id] = try labels[cell.id] ?? label(of: cell.id)
            }
            try FactsWriter(database: database).write(
                article, recorded: recorded, clusters: clusters)
            let id = article.document.id.rawValue
            for meeting in article.facts.meetings where meeting.block != nil {
                dirtyFacts.insert(FactKey(id, "meeting", meeting.id))
            }
            for agreement in article.facts.agreements where agreement.block != nil {
                dirtyFacts.insert(FactKey(id, "agreement", agreement.id))
            }
        }
        try refreshClusters(touched)
        try OccasionSettler(derivation: self).settle(dirtyFacts)
        cellChanges = [:]
        nameChanges = [:]
        apartChanges = [:]
        pending = []
        recelled = []
        dirtyCells = []
        changedDocuments = []
        dirtyFacts = []
        keyChanges = [:]
        storedCells = [:]
    }

    func label(of cell: Int64) throws -> Int64? {
        let statement = try database.cachedStatement(sql: "SELECT cluster FROM cell WHERE id = ?")
        return try Int64.fetchOne(statement, arguments: [cell])
    }

    /// Makes, counts and deletes cells; returns those made, with a label of their own each.
    private func applyCells(_ touched: inout Set<Int64>) throws -> [Int64: CellReading] {
        var created: [Int64: CellReading] = [:]
        var next = try Int64.fetchOne(database, sql: "SELECT max(cluster) FROM cell") ?? 0
        for (id, change) in cellChanges.sorted(by: { $0.key < $1.key }) {
            let known = try rows("SELECT members, firstKey, cluster FROM cell WHERE id = ?", [id])
                .first
            let members = (known?["members"] ?? 0) + change.delta
            if let known { touched.insert(known["cluster"]) }
            guard members > 0 else {
                if known != nil { try delete(id, change.cell) }
                continue
            }
            var first = known?["firstKey"] as String?
            if let key = first, change.removed.contains(EntityKey(rawValue: key)) {
                // The rows of what goes are gone already, those of what comes aren't there yet.
                first = try String.fetchOne(
                    database, sql: "SELECT min(document || '#' || id) FROM told WHERE cell = ?",
                    arguments: [id])
            }
            let keys = change.added + (first.map { [EntityKey(rawValue: $0)] } ?? [])
            let firstKey = keys.min()?.rawValue ?? ""
            if known != nil {
                try execute(
                    "UPDATE cell SET members = ?, firstKey = ? WHERE id = ?",
                    [members, firstKey, id])
            } else {
                next += 1
                try execute(
                    "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [
                        id, change.cell.signature, change.cell.cell.profile.kind.rawValue,
                        change.cell.cell.profile.country?.rawValue, members, firstKey, next,
                    ])
                for key in change.cell.keys {
                    try execute(
                        "INSERT INTO cellKey VALUES (?, ?, ?)",
                        [key.number, id, key.isOpen ? 1 : 0])
                    if key.isPartial { keyChanges[key.number, default: 0] += 1 }
                }
                created[id] = change.cell
                touched.insert(next)
            }
        }
        return created
    }

    private func delete(_ id: Int64, _ cell: CellReading) throws {
        for row in try rows("SELECT other FROM cellLink WHERE cell = ?", [id]) {
            let other: Int64 = row["other"]
            dirtyCells.insert(other)
            try execute("DELETE FROM cellLink WHERE cell = ? AND other = ?", [other, id])
        }
        try execute("DELETE FROM cellLink WHERE cell = ?", [id])
        for key in cell.keys {
            try execute("DELETE FROM cellKey WHERE key = ? AND cell = ?", [key.number, id])
            if key.isPartial { keyChanges[key.number, default: 0] -= 1 }
        }
        try execute("DELETE FROM cell WHERE id = ?", [id])
    }

    private func applyNames() throws {
        for (use, delta) in nameChanges where delta != 0 {
            let unaccented = NameKey(use.surface).unaccented
            try execute(
                """
                INSERT INTO name VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET count = count + excluded.count
                """, [unaccented, use.surface, use.cell, use.isName ? 1 : 0, delta])
            if delta < 0 {
                try execute(
                    """
                    DELETE FROM name WHERE unaccented = ? AND surface = ? AND cell = ?
                        AND isName = ? AND count <= 0
                    """, [unaccented, use.surface, use.cell, use.isName ? 1 : 0])
            }
        }
    }

    private func applyApart() throws {
        for (pair, delta) in apartChanges where delta != 0 {
            let known =
                try Int.fetchOne(
                    try database.cachedStatement(
                        sql: "SELECT documents FROM cellApart WHERE cell = ? AND other = ?"),
                    arguments: [pair.first, pair.second]) ?? 0
            for (one, other) in Set([
                [pair.first, pair.second], [pair.second, pair.first],
            ]).map({ ($0[0], $0[1]) }) {
                if known + delta > 0 {
                    try execute(
                        "INSERT OR REPLACE INTO cellApart VALUES (?, ?, ?)",
                        [one, other, known + delta])
                } else {
                    try execute(
                        "DELETE FROM cellApart WHERE cell = ? AND other = ?", [one, other])
                }
            }
            if known == 0 || known + delta == 0 { dirtyCells.formUnion([pair.first, pair.second]) }
        }
    }

    /// Tells the facts of entities that moved to other cells where these belong.
    private func moveRecelled(_ labels: [Int64: Int64]) throws {
        for (entity, cell) in recelled {
            guard let label = try labels[cell] ?? label(of: cell) else { continue }
            try move(entity.document.rawValue, entity.id.rawValue, to: label)
        }
    }

    /// Tells all facts of an entity to which cluster it belongs now.
    func move(_ document: String, _ entity: String, to label: Int64) throws {
        for row in try rows(
            """
            SELECT DISTINCT kind, fact FROM toldRole
            WHERE document = ? AND entity = ? AND block IS NOT NULL
            """, [document, entity])
        {
            dirtyFacts.insert(FactKey(document, row["kind"], row["fact"]))
        }
        try execute(
            "UPDATE toldRole SET cluster = ? WHERE document = ? AND entity = ?",
            [label, document, entity])
    }

    private func refreshClusters(_ labels: Set<Int64>) throws {
        for label in labels.sorted() {
            let cells = try rows(
                "SELECT kind, country, members, firstKey FROM cell WHERE cluster = ?", [label])
            let known = try rows("SELECT country FROM cluster WHERE label = ?", [label]).first
            guard let kind = cells.first.flatMap({ Entity.Kind(rawValue: $0["kind"]) }) else {
                try execute("DELETE FROM cluster WHERE label = ?", [label])
                continue
            }
            var states: [String: Int] = [:]
            for cell in cells {
                if let code = cell["country"] as String? {
                    states[code, default: 0] += cell["members"] as Int
                }
            }
            let country = states.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            let names = try rows(
                """
                SELECT surface, sum(count) AS count FROM name JOIN cell ON cell.id = name.cell
                WHERE cell.cluster = ? AND isName = 1 GROUP BY surface
                """, [label]
            ).map { (text: $0["surface"] as String, count: $0["count"] as Int) }
            let keys = cells.map { EntityKey(rawValue: $0["firstKey"]) }
            try execute(
                "INSERT OR REPLACE INTO cluster VALUES (?, ?, ?, ?, ?, ?)",
                [
                    label, kind.rawValue, keys.min()?.rawValue,
                    KnownEntity.name(of: kind, among: names) ?? "", country,
                    cells.reduce(0) { $0 + ($1["members"] as Int) },
                ])
            // A side that is just a country stands for all that serve it.
            if let known, known["country"] as String? != country {
                for row in try rows(
                    """
                    SELECT DISTINCT document, kind, fact FROM toldRole
                    WHERE cluster = ? AND block IS NOT NULL
                    """, [label])
                {
                    dirtyFacts.insert(FactKey(row["document"], row["kind"], row["fact"]))
                }
            }
        }
    }
}
