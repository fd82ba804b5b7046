import BangGiaoKnowledge
import BangGiaoModel
import GRDB

/// Two entities that may be one, and that a person should look at.
public struct ReviewPair: Hashable, Sendable {
    /// One.
    public var first: KnownName
    /// The other.
    public var second: KnownName
    /// How much speaks for their being one.
    public var weight: Int
    /// What speaks for it (`+`), against (`-`), and what tells nothing (`0`).
    public var reasons: [String]
    /// Where a document names the one, and where one names the other, with the document.
    public var passages: [String]
}

extension KnowledgeStore {
    /// Returns pairs of which the machine is unsure and which no judgement is about, the likest
    /// first.
    ///
    /// - Parameter limit: At most so many.
    /// - Complexity: O(unsure pairs · log).
    public func review(limit: Int) throws(StoreError) -> [ReviewPair] {
        try reading { database in
            let judged = try Set(
                StoredJudgement.standing(in: database).map { judgement in
                    try Set(
                        [judgement.first, judgement.second].compactMap { entity in
                            try entity.entity(
                                in: ToldEntity.all(of: entity.document, in: database)
                            ).flatMap { told in
                                try Int64.fetchOne(
                                    database, sql: "SELECT cluster FROM cell WHERE id = ?",
                                    arguments: [told.cell])
                            }
                        })
                })
            var pairs: [ReviewPair] = []
            let judge = try judge()
            var seen: Set<Set<Int64>> = []
            let cursor = try Row.fetchCursor(
                database,
                sql: """
                    SELECT one.cluster AS first, two.cluster AS second, one.signature AS firstCell,
                        two.signature AS secondCell
                    FROM cellLink JOIN cell AS one ON one.id = cellLink.cell
                    JOIN cell AS two ON two.id = cellLink.other
                    WHERE verdict = 'unsure' AND one.signature < two.signature
                        AND one.cluster <> two.cluster
                    ORDER BY weight DESC, one.members + two.members DESC, one.signature,
                        two.signature
                    """)
            while pairs.count < limit, let row = try cursor.next() {
                let labels: [Int64] = [row["first"], row["second"]]
                guard !judged.contains(Set(labels)), seen.insert(Set(labels)).inserted,
                    let one = EntityCell(signature: row["firstCell"]),
                    let two = EntityCell(signature: row["secondCell"]),
                    let finding = judge.compare(judge.reading(of: one), judge.reading(of: two))
                else { continue }
                let names = try Self.names(labels, database)
                guard names.count == 2 else { continue }
                pairs.append(
                    ReviewPair(
                        first: names[0], second: names[1], weight: finding.weight,
                        reasons: finding.reasons,
                        passages: try names.map { try passage(of: $0.key, database) }))
            }
            return pairs
        }
    }

    /// The line that names an entity first, cut to what surrounds the name, and its document.
    private func passage(of key: EntityKey, _ database: Database) throws -> String {
        let document = key.document
        let loader = FactsLoader(database: database, scope: .one(document), file: file)
        guard let text = try loader.documents().first?.text,
            let entity = try loader.facts().first?.entities.first(where: {
                EntityKey(document, $0.id) == key
            }),
            let mention = entity.mentions.first
        else { return document.rawValue }
        let bytes = Array(text.utf8)
        let (newline, space) = (UInt8(ascii: "\n"), UInt8(ascii: " "))
        let (first, last) = (mention.lowerBound, mention.upperBound)
        let line = (
            start: bytes[..<first].lastIndex(of: newline).map { $0 + 1 } ?? 0,
            end: bytes[last...].firstIndex(of: newline) ?? bytes.count
        )
        // A long line is cut between two words.
        var start = line.start
        if first - start > Self.passageBytes {
            let cut = first - Self.passageBytes
            start = bytes[cut..<first].firstIndex(of: space).map { $0 + 1 } ?? first
        }
        var end = line.end
        if end - last > Self.passageBytes {
            end = bytes[last..<last + Self.passageBytes].lastIndex(of: space) ?? last
        }
        return "\"\(String(decoding: bytes[start..<end], as: UTF8.self))\" (\(document.rawValue))"
    }

    private static let passageBytes = 160
}
