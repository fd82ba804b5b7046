public import BangGiaoGraph
public import BangGiaoKnowledge
public import BangGiaoModel
import Foundation
import GRDB

/// All that a store knows as one graph, and the names to look things up in it by.
public struct StoredNetwork: Sendable {
    /// The graph.
    public let network: Network
    /// What documents tell: the part of it without tables.
    public let knowledge: KnowledgeBase
    private let store: KnowledgeStore
    private let numbers: [Int64]

    fileprivate init(
        network: Network, knowledge: KnowledgeBase, store: KnowledgeStore, numbers: [Int64]
    ) {
        self.network = network
        self.knowledge = knowledge
        self.store = store
        self.numbers = numbers
    }

    /// Finds the entities and nodes of tables of a name as a person types it, as
    /// ``KnowledgeStore/find(_:)`` does; where no name matches, the node of this id.
    ///
    /// - Complexity: O(log *n* + matches).
    public func find(_ name: String) throws -> [KnownName] {
        let text = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var found = try store.find(text)
        guard !numbers.isEmpty else { return found }
        let query = NameKey(text)
        let nodes = try store.sheetNodes("n.unaccented = ?", query.unaccented)
        let matches = nodes.filter { query.missesAccents(of: NameKey($0.node.name)) != nil }
        let exact = matches.filter { query.missesAccents(of: NameKey($0.node.name)) == false }
        try add(exact.isEmpty ? matches : exact, to: &found)
        if found.isEmpty { try add(store.sheetNodes("n.id = ?", text), to: &found) }
        if found.isEmpty, let node = try network.node(EntityKey(rawValue: text)) {
            let entity = try network.entity(node)
            found.append(KnownName(entity, details: []))
        }
        return found
    }

    /// Returns up to five entities that documents name much like this, the likest first.
    public func nearest(to name: String) throws(StoreError) -> [KnownName] {
        try store.nearest(to: name)
    }

    /// Returns what documents tell, and what tables tell of some nodes.
    ///
    /// - Complexity: O(what documents tell + edges at the nodes).
    public func knowledge(around nodes: some Sequence<NodeIndex>) throws -> KnowledgeBase {
        knowledge.adding(try network.tableHops(at: nodes), of: network.tables)
    }

    /// Returns all that documents and tables tell.
    ///
    /// - Complexity: O(what documents tell + rows of tables), each with its names.
    public func wholeKnowledge() throws -> KnowledgeBase {
        try knowledge(around: (0..<network.graph.nodeCount).lazy.map { NodeIndex($0) })
    }

    private func add(
        _ nodes: [(number: Int64, place: Int, node: RelationTable.Node)],
        to found: inout [KnownName]
    ) throws {
        for (number, place, node) in nodes {
            guard let table = numbers.firstIndex(of: number) else { continue }
            let entity = try network.entity(network.node(table: table, place: place))
            if found.contains(where: { $0.key == entity.key }) { continue }
            let file = network.tables[table].id.rawValue
            found.append(KnownName(entity, details: ["\(file), \(node.id)"]))
        }
    }
}

extension KnownName {
    /// Lists an entity that a table names.
    fileprivate init(_ entity: KnownEntity, details: [String]) {
        self.init(
            key: entity.key, name: entity.name, kind: entity.kind.rawValue,
            country: entity.kind == .country ? nil : entity.country?.rawValue, documents: 0,
            details: details, label: nil)
    }
}

extension KnowledgeStore {
    /// Returns all that the store knows as one graph.
    ///
    /// - Parameter date: Leaves out what happened, or was told, later.
    /// - Complexity: O(what documents tell + rows of tables): of a table only its columns are read,
    ///   and no name.
    public func network(at date: PartialDate? = nil) throws(StoreError) -> StoredNetwork {
        let all = try knowledge()
        let base = date.map { all.standing(at: $0) } ?? all
        let tables = try reading { database in
            let joiner = SheetJoiner(database: database, base: all) { try self.judge().judge }
            return try Row.fetchAll(
                database, sql: "SELECT number, id FROM sheet WHERE removed IS NULL ORDER BY id"
            ).map { row in
                let number: Int64 = row["number"]
                return (
                    number,
                    try joinedTable(
                        number, DocumentID(row["id"] as String), joiner.joined(number), database)
                )
            }
        }
        let view = GraphProjection().project(base)
        return StoredNetwork(
            network: tables.isEmpty
                ? Network(view) : Network(view, tables: tables.map(\.1), until: date),
            knowledge: base, store: self, numbers: tables.map(\.0))
    }

    private func joinedTable(
        _ number: Int64, _ id: DocumentID, _ joined: [Int: EntityKey], _ database: Database
    ) throws -> JoinedTable {
        // A cursor's row is read in place: the arrays are copied once, out of the page cache.
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT columns FROM sheetColumns WHERE sheet = ?", arguments: [number])
        let columns = try withExtendedLifetime(cursor) {
            try cursor.next()?.withUnsafeData(atIndex: 0) { data in
                data?.withUnsafeBytes { TableColumns($0) }
            }
        }
        guard let columns else {
            throw StoreError(
                .damaged, file: file, detail: "the columns of \(id.rawValue) can't be read")
        }
        return JoinedTable(
            id: id, rows: columns.rows, kinds: columns.kinds, countryCodes: columns.countryCodes,
            countries: columns.countries, joined: joined,
            nodes: SheetNodes(store: self, number: number))
    }

    /// Returns the nodes of standing tables for which a condition on a text holds.
    func sheetNodes(
        _ condition: String, _ text: String
    ) throws(StoreError) -> [(number: Int64, place: Int, node: RelationTable.Node)] {
        try reading { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT n.* FROM sheetNode AS n JOIN sheet ON sheet.number = n.sheet
                    WHERE \(condition) AND removed IS NULL ORDER BY sheet.id, place
                    """)
            return try Row.fetchAll(statement, arguments: [text]).compactMap { row in
                RelationTable.Node(row).map { (row["sheet"], row["place"], $0) }
            }
        }
    }
}
