import BangGiaoKnowledge
import BangGiaoModel
import GRDB

/// One change of a store: what is added, removed and judged, and all that follows from it.
///
/// Work on the derived rows is put off to ``settle()``, so that a thousand documents that name one
/// ministry change its rows once. What comes out is a function of the documents and the judgements
/// that stand, whatever was there before; only labels of clusters, which nobody sees, are kept as
/// they were, so that facts of what didn't change needn't be touched.
final class Derivation {
    let database: Database
    let file: String
    /// When the change happens, as the store writes it.
    let moment: String

    var cellChanges: [Int64: CellChange] = [:]
    var nameChanges: [NameUse: Int] = [:]
    var apartChanges: [CellPair: Int] = [:]
    /// Documents to be written once it is known to which clusters their entities belong.
    var pending: [(article: PreparedArticle, recorded: String)] = []
    /// Entities whose cell changes while their document stays.
    var recelled: [(entity: ToldEntity, cell: Int64)] = []
    /// Cells to be looked at again though neither they nor their neighbours change.
    var dirtyCells: Set<Int64> = []
    /// Documents that come or go: judgements about them gain or lose their effect.
    var changedDocuments: Set<DocumentID> = []
    /// Facts that may join other occasions than before.
    var dirtyFacts: Set<FactKey> = []
    /// What was found of keys of blocks and of cells on the way.
    var keyChanges: [Int64: Int] = [:]
    var storedCells: [Int64: CellReading] = [:]
    private var judgedCache: [String: [JudgedEntity]]?
    private let judgeSource: JudgeSource

    init(_ database: Database, file: String, moment: String, judge: JudgeSource) {
        self.database = database
        self.file = file
        self.moment = moment
        judgeSource = judge
    }

    /// The judge, read when it is first needed.
    func judge() throws -> CellJudge { try judgeSource.judge() }

    /// Takes a document in. Its rows must not be there.
    func add(_ article: PreparedArticle, recorded: String? = nil) throws {
        var article = article
        let id = article.document.id
        changedDocuments.insert(id)
        if let judged = try judged()[id.rawValue] {
            let entities = article.facts.entities
            article.cells = try CellBuilder(judge: judge()).cells(
                of: article.facts, judged: Set(judged.compactMap { $0.entity(in: entities) }))
        }
        for (entity, cell) in zip(article.facts.entities, article.cells) {
            count(EntityKey(id, entity.id), entity, in: cell, by: 1)
        }
        countApart(article.cells, by: 1)
        pending.append((article, recorded ?? moment))
    }

    /// Takes a document out.
    ///
    /// - Parameter isKept: Whether its rows stay as a version that no longer stands.
    /// - Returns: Whether it was there.
    @discardableResult
    func remove(_ id: DocumentID, isKept: Bool) throws -> Bool {
        guard
            let facts = try FactsLoader(database: database, scope: .one(id), file: file)
                .facts().first
        else { return false }
        changedDocuments.insert(id)
        let told = try ToldEntity.all(of: id, in: database)
        var cells: [CellReading] = []
        for (entity, told) in zip(facts.entities, told) {
            guard let cell = try storedCell(told.cell) else { continue }
            cells.append(cell)
            count(EntityKey(id, entity.id), entity, in: cell, by: -1)
        }
        countApart(cells, by: -1)
        try dirtyMates(of: id)
        if isKept {
            try retire(id)
        } else {
            try execute("DELETE FROM article WHERE id = ?", [id.rawValue])
        }
        return true
    }

    /// Notes that documents name an entity so often more or less.
    func count(_ key: EntityKey, _ entity: Entity, in cell: CellReading, by delta: Int) {
        var change = cellChanges[cell.id] ?? CellChange(cell: cell)
        change.delta += delta
        if delta > 0 { change.added.append(key) } else { change.removed.insert(key) }
        cellChanges[cell.id] = change
        nameChanges[NameUse(entity.name, isName: true, cell: cell.id), default: 0] += delta
        for alias in Set(entity.aliases) where alias != entity.name {
            nameChanges[NameUse(alias, isName: false, cell: cell.id), default: 0] += delta
        }
    }

    /// Notes which cells stand side by side in a document, as far as they could be taken for one.
    func countApart(_ cells: [CellReading], by delta: Int) {
        var byKey: [Int64: [Int64]] = [:]
        for cell in cells {
            for key in cell.keys { byKey[key.number, default: []].append(cell.id) }
        }
        var pairs: Set<CellPair> = []
        for ids in byKey.values where ids.count > 1 {
            for (place, first) in ids.enumerated() {
                for second in ids[(place + 1)...] { pairs.insert(CellPair(first, second)) }
            }
        }
        for pair in pairs { apartChanges[pair, default: 0] += delta }
    }

    /// Keeps the rows of a document as a version that no longer stands.
    private func retire(_ id: DocumentID) throws {
        let mark = String(FactsLoader.versionMark)
        let versions = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM article WHERE id > ? AND id < ?",
            arguments: [id.rawValue + mark, id.rawValue + " "])
        let key = "\(id.rawValue)\(mark)\(versions ?? 0)"
        // Until all tables are done the one part of the rows refers to the other's old name.
        try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try execute(
            "UPDATE article SET id = ?, removed = ? WHERE id = ?", [key, moment, id.rawValue])
        for (table, derived) in [
            ("told", ", cell = NULL"), ("toldPosition", ""), ("toldMeeting", ", occasion = NULL"),
            ("toldAgreement", ", occasion = NULL"), ("toldRole", ", cluster = NULL, block = NULL"),
        ] {
            try execute(
                "UPDATE \(table) SET document = ?\(derived) WHERE document = ?",
                [key, id.rawValue])
        }
    }

    /// Notes what other documents report of the occasions of one that goes.
    private func dirtyMates(of id: DocumentID) throws {
        for (kind, table) in FactKey.tables {
            for row in try rows(
                """
                SELECT mate.document, mate.id FROM \(table) AS own
                JOIN \(table) AS mate ON mate.occasion = own.occasion
                WHERE own.document = ? AND mate.document <> own.document
                """, [id.rawValue])
            {
                dirtyFacts.insert(FactKey(row["document"], kind, row["id"]))
            }
            // Those that are left make it again where they are still several.
            try execute(
                """
                DELETE FROM occasion WHERE id IN
                    (SELECT occasion FROM \(table) WHERE document = ?)
                """, [id.rawValue])
        }
    }

    /// Returns a cell with its keys, as it was when it was stored.
    func storedCell(_ id: Int64) throws -> CellReading? {
        if let known = cellChanges[id]?.cell ?? storedCells[id] { return known }
        let reading = try judge().reading(ofCell: id) {
            let statement = try database.cachedStatement(
                sql: "SELECT signature FROM cell WHERE id = ?")
            return try String.fetchOne(statement, arguments: [id])
        }
        storedCells[id] = reading
        return reading
    }

    /// The entities that standing judgements are about, by document.
    func judged() throws -> [String: [JudgedEntity]] {
        if let judgedCache { return judgedCache }
        var result: [String: [JudgedEntity]] = [:]
        for judgement in try StoredJudgement.standing(in: database) {
            for entity in [judgement.first, judgement.second] {
                result[entity.document.rawValue, default: []].append(entity)
            }
        }
        judgedCache = result
        return result
    }

    /// Forgets what was read of judgements, as there are others now.
    func forgetJudgements() { judgedCache = nil }

    func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: arguments)
    }
}

/// How a cell's members change.
struct CellChange {
    let cell: CellReading
    var delta = 0
    var added: [EntityKey] = []
    var removed: Set<EntityKey> = []

    init(cell: CellReading) { self.cell = cell }
}

/// A way in which a cell's entities are named.
struct NameUse: Hashable {
    let surface: String
    let isName: Bool
    let cell: Int64

    init(_ surface: String, isName: Bool, cell: Int64) {
        self.surface = surface
        self.isName = isName
        self.cell = cell
    }
}

/// Two cells, the smaller first.
struct CellPair: Hashable {
    let first: Int64
    let second: Int64

    init(_ first: Int64, _ second: Int64) {
        self.first = min(first, second)
        self.second = max(first, second)
    }
}

/// A meeting or an agreement as one document reports it.
struct FactKey: Hashable, Comparable {
    static let tables = [("meeting", "toldMeeting"), ("agreement", "toldAgreement")]

    let document: String
    let kind: String
    let id: String

    init(_ document: String, _ kind: String, _ id: String) {
        self.document = document
        self.kind = kind
        self.id = id
    }

    /// The id across documents.
    var key: String { "\(document)#\(id)" }

    var table: String { kind == "meeting" ? "toldMeeting" : "toldAgreement" }

    static func < (left: FactKey, right: FactKey) -> Bool {
        (left.kind, left.key) < (right.kind, right.key)
    }
}

/// An entity's row.
struct ToldEntity {
    let document: DocumentID
    let id: EntityID
    let kind: Entity.Kind?
    let name: String
    let cell: Int64

    /// The entities of a document as it stands, in its order.
    static func all(of document: DocumentID, in database: Database) throws -> [ToldEntity] {
        let statement = try database.cachedStatement(
            sql: "SELECT id, kind, name, cell FROM told WHERE document = ? ORDER BY place")
        return try Row.fetchAll(statement, arguments: [document.rawValue]).map { row in
            ToldEntity(
                document: document, id: EntityID(row["id"] as String),
                kind: Entity.Kind(rawValue: row["kind"]), name: row["name"],
                cell: row["cell"] ?? 0)
        }
    }
}
