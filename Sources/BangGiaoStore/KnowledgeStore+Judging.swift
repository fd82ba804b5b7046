public import BangGiaoKnowledge
import BangGiaoModel
import GRDB

extension KnowledgeStore {
    /// Keeps a person's decision that two entities are one, or are two.
    ///
    /// It goes before all that the machine finds and before earlier decisions, and stands until it is
    /// taken back. It is about what two documents say; all that goes with either follows.
    /// - Parameters:
    ///   - first: An entity of a document, such as `seed-002#p1`.
    ///   - second: Another of the same kind.
    /// - Returns: The decision as it is kept.
    /// - Throws: ``StoreError``; `unknownEntity` where a document has no such entity or the two
    ///   are of two kinds.
    @discardableResult
    public func judge(
        _ first: EntityKey, _ second: EntityKey, _ verdict: Judgement.Verdict
    ) throws(StoreError) -> StoredJudgement {
        try change { database, derivation in
            let one = try Self.entity(first, in: database, file: file)
            let other = try Self.entity(second, in: database, file: file)
            if one.kind != other.kind || first == second {
                throw StoreError(
                    .unknownEntity, file: file,
                    detail: first == second
                        ? "\(first.rawValue) is one entity"
                        : "\(first.rawValue) and \(second.rawValue) are of two kinds")
            }
            let number = try Int.fetchOne(database, sql: "SELECT max(number) FROM judgement") ?? 0
            let judgement = StoredJudgement(
                number: number + 1, verdict: verdict, first: one, second: other, made: moment())
            try judgement.insert(into: database)
            try derivation.reconsider([one, other])
            return judgement
        }
    }

    /// Takes a decision back; what follows is as if it had never been made.
    ///
    /// - Parameter number: Which; the last that stands where nil.
    /// - Returns: The decision taken back; nil where there is none that stands.
    @discardableResult
    public func undo(_ number: Int? = nil) throws(StoreError) -> StoredJudgement? {
        try change { database, derivation in
            let standing = try StoredJudgement.standing(in: database)
            guard var judgement = standing.last(where: { number == nil || $0.number == number })
            else { return nil }
            let moment = moment()
            try database.execute(
                sql: "UPDATE judgement SET revoked = ? WHERE number = ?",
                arguments: [moment, judgement.number])
            try derivation.reconsider([judgement.first, judgement.second])
            judgement.revoked = moment
            return judgement
        }
    }

    /// Returns all decisions, those taken back as well, by number.
    public func judgements() throws(StoreError) -> [StoredJudgement] {
        try reading { try StoredJudgement.all(in: $0) }
    }

    private static func entity(
        _ key: EntityKey, in database: Database, file: String
    ) throws -> JudgedEntity {
        let id = key.rawValue.dropFirst(key.document.rawValue.count + 1)
        let told = try ToldEntity.all(of: key.document, in: database)
        guard let entity = told.first(where: { $0.id.rawValue == id }), let kind = entity.kind
        else {
            throw StoreError(
                .unknownEntity, file: file, detail: "no document has an entity \(key.rawValue)")
        }
        return JudgedEntity(
            document: key.document, kind: kind, name: entity.name, id: entity.id)
    }
}
