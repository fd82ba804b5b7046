import BangGiaoKnowledge
import BangGiaoModel
import GRDB

/// The nodes of a table in a store, read one by one.
struct SheetNodes: TableNodes {
    let store: KnowledgeStore
    let number: Int64

    func node(at place: Int) throws -> RelationTable.Node {
        let node = try store.reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT * FROM sheetNode WHERE sheet = ? AND place = ?")
            return try Row.fetchOne(statement, arguments: [number, place])
                .flatMap { RelationTable.Node($0) }
        }
        guard let node else {
            throw StoreError(.damaged, file: store.file, detail: "a table lacks node \(place)")
        }
        return node
    }

    func place(of id: String) throws -> Int? {
        try store.reading { database in
            let statement = try database.cachedStatement(
                sql: "SELECT place FROM sheetNode WHERE id = ? AND sheet = ?")
            return try Int.fetchOne(statement, arguments: [id, number])
        }
    }
}

/// Finds out which nodes of a table are entities that documents name.
///
/// A node is an entity where its id is the key of one, or where one entity has its name, its kind and
/// its state, and the judge of names takes the two for one. Else it stands alone.
struct SheetJoiner {
    let database: Database
    let base: KnowledgeBase
    let judge: () throws -> IdentityJudge

    /// Returns the entity of each node that is one, by place.
    func joined(_ sheet: Int64) throws -> [Int: EntityKey] {
        guard !base.entities.isEmpty else { return [:] }
        var joined: [Int: EntityKey] = [:]
        let keys = try Row.fetchAll(
            database,
            sql: "SELECT id, place, kind FROM sheetNode WHERE sheet = ? AND instr(id, '#') > 0",
            arguments: [sheet])
        for row in keys {
            let told = EntityKey(rawValue: row["id"])
            let cluster = try String.fetchOne(
                database,
                sql: """
                    SELECT key FROM told JOIN cell ON cell.id = told.cell
                    JOIN cluster ON cluster.label = cell.cluster
                    WHERE document = ? AND told.id = ? AND told.kind = ?
                    """,
                arguments: [
                    told.document.rawValue,
                    String(told.rawValue.dropFirst(told.document.rawValue.count + 1)),
                    row["kind"] as String,
                ])
            if let cluster { joined[row["place"]] = EntityKey(rawValue: cluster) }
        }
        for (place, entities) in try candidates(sheet) where joined[place] == nil {
            guard entities.count == 1, let entity = entities.first.flatMap({ base.entity($0) }),
                let node = try node(sheet, place)
            else { continue }
            if try isSame(node, entity) { joined[place] = entity.key }
        }
        return joined
    }

    /// The entities with the name, the kind and the state of a node, by its place.
    private func candidates(_ sheet: Int64) throws -> [Int: Set<EntityKey>] {
        var candidates: [Int: Set<EntityKey>] = [:]
        // The names of documents drive the search, so that a large table costs nothing.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT DISTINCT n.place, n.name, name.surface, cluster.key
                FROM name CROSS JOIN sheetNode AS n ON n.unaccented = name.unaccented
                JOIN cell ON cell.id = name.cell JOIN cluster ON cluster.label = cell.cluster
                WHERE n.sheet = ? AND cluster.kind = n.kind
                    AND coalesce(cluster.country, '') = coalesce(n.country, '')
                """, arguments: [sheet])
        while let row = try rows.next() {
            let names: [String] = [row["name"], row["surface"]]
            guard NameKey(names[0]).folded == NameKey(names[1]).folded else { continue }
            candidates[row["place"], default: []].insert(EntityKey(rawValue: row["key"]))
        }
        return candidates
    }

    private func node(_ sheet: Int64, _ place: Int) throws -> RelationTable.Node? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM sheetNode WHERE sheet = ? AND place = ?",
            arguments: [sheet, place]
        ).flatMap { RelationTable.Node($0) }
    }

    private func isSame(_ node: RelationTable.Node, _ entity: KnownEntity) throws -> Bool {
        // A state is its code.
        if node.kind == .country { return node.country != nil }
        let profile = IdentityProfile(kind: node.kind, name: node.name, country: node.country)
        return try judge().compare(profile, base.profile(of: entity)).verdict == .same
    }
}
