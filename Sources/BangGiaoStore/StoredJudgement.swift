public import BangGiaoKnowledge
public import BangGiaoModel
import GRDB

/// A decision as the store keeps it.
public struct StoredJudgement: Hashable, Sendable {
    /// The place in the order of decisions, from 1.
    public var number: Int
    /// One and the same, or two.
    public var verdict: Judgement.Verdict
    /// One entity.
    public var first: JudgedEntity
    /// The other.
    public var second: JudgedEntity
    /// When it was made, by ISO 8601 in UTC.
    public var made: String
    /// When it was taken back; nil while it stands.
    public var revoked: String?
}

/// An entity as a judgement means it: by its document, kind and name, so that it is still the same
/// when the document is read anew and its entities are numbered otherwise.
public struct JudgedEntity: Hashable, Sendable {
    /// The document.
    public var document: DocumentID
    /// Person, agency or country.
    public var kind: Entity.Kind
    /// The name as the document has it.
    public var name: String
    /// The id in the document when it was judged; tells two of one name apart.
    public var id: EntityID

    /// The key under which it was judged.
    public var key: EntityKey { EntityKey(document, id) }

    /// Returns the id that the entity has among those of its document now; nil where it has none.
    func entity(in entities: [Entity]) -> EntityID? {
        let key = NameKey(name).folded
        let found = entities.filter { $0.kind == kind && NameKey($0.name).folded == key }
        return (found.first { $0.id == id } ?? found.first)?.id
    }

    func entity(in entities: [ToldEntity]) -> ToldEntity? {
        let key = NameKey(name).folded
        let found = entities.filter { $0.kind == kind && NameKey($0.name).folded == key }
        return found.first { $0.id == id } ?? found.first
    }
}

extension StoredJudgement {
    /// The judgements that weren't taken back, by number.
    static func standing(in database: Database) throws -> [StoredJudgement] {
        let statement = try database.cachedStatement(
            sql: "SELECT * FROM judgement WHERE revoked IS NULL ORDER BY number")
        return try Row.fetchAll(statement).compactMap { StoredJudgement($0) }
    }

    /// All judgements, by number.
    static func all(in database: Database) throws -> [StoredJudgement] {
        try Row.fetchAll(database, sql: "SELECT * FROM judgement ORDER BY number")
            .compactMap { StoredJudgement($0) }
    }

    private init?(_ row: Row) {
        func entity(_ side: String) -> JudgedEntity? {
            Entity.Kind(rawValue: row["\(side)Kind"]).map { kind in
                JudgedEntity(
                    document: DocumentID(row["\(side)Document"] as String), kind: kind,
                    name: row["\(side)Name"], id: EntityID(row["\(side)Entity"] as String))
            }
        }
        guard let verdict = Judgement.Verdict(rawValue: row["verdict"]),
            let first = entity("first"), let second = entity("second")
        else { return nil }
        self.init(
            number: row["number"], verdict: verdict, first: first, second: second,
            made: row["made"], revoked: row["revoked"])
    }

    /// Writes the judgement as a new row.
    func insert(into database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO judgement VALUES (?, ?, 'person', ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
                """,
            arguments: [
                number, verdict.rawValue, first.document.rawValue, first.kind.rawValue, first.name,
                first.id.rawValue, second.document.rawValue, second.kind.rawValue, second.name,
                second.id.rawValue, made,
            ])
    }
}
