import BangGiaoKnowledge
import BangGiaoModel
import GRDB

/// Compares cells just made with those that they share a key with.
///
/// A partial key that more than ``CellKey/crowd`` cells share is passed over, so that the cost of a
/// cell doesn't grow with the store. Which links there are follows from the cells alone: where a key
/// becomes crowded the links that it alone had made go, where it ceases to be they come back.
final class CellLinker {
    private let derivation: Derivation
    private let created: [Int64: CellReading]
    private var crowded: [Int64: Bool] = [:]

    init(derivation: Derivation, created: [Int64: CellReading]) {
        self.derivation = derivation
        self.created = created
    }

    /// Brings the links in line with the cells that are there now.
    func link() throws {
        let turned = try turnedKeys()
        for key in turned.crowded { try part(key) }
        for (id, own) in created.sorted(by: { $0.key < $1.key }) {
            var others: Set<Int64> = []
            for key in own.keys where try isUsable(key) {
                for row in try members(of: key.number) {
                    let other: Int64 = row["cell"]
                    let isOpen = key.isOpen || row["isOpen"] == 1
                    // Of two just made the larger id asks; two states have nobody in common.
                    if other != id, isOpen, created[other] == nil || other < id,
                        areOfOneState(own, row["country"])
                    {
                        others.insert(other)
                    }
                }
            }
            for other in others.sorted() { try compare(id, other) }
        }
        for key in turned.free { try join(key) }
    }

    /// The keys that are crowded now and weren't before, and the other way round.
    private func turnedKeys() throws -> (crowded: [Int64], free: [Int64]) {
        var result: (crowded: [Int64], free: [Int64]) = ([], [])
        for (key, delta) in derivation.keyChanges.sorted(by: { $0.key < $1.key }) where delta != 0 {
            // Where it counts so many, it was and is crowded.
            let limit = CellKey.crowd + abs(delta) + 1
            let now = try count(key, limit)
            if now == limit { continue }
            let before = now - delta
            if before <= CellKey.crowd, now > CellKey.crowd { result.crowded.append(key) }
            if before > CellKey.crowd, now <= CellKey.crowd { result.free.append(key) }
        }
        return result
    }

    private func isUsable(_ key: CellKey) throws -> Bool {
        guard key.isPartial else { return true }
        if let known = crowded[key.number] { return !known }
        let isCrowded = try count(key.number, CellKey.crowd + 1) > CellKey.crowd
        crowded[key.number] = isCrowded
        return !isCrowded
    }

    private func count(_ key: Int64, _ limit: Int) throws -> Int {
        let statement = try derivation.database.cachedStatement(
            sql: "SELECT count(*) FROM (SELECT 1 FROM cellKey WHERE key = ? LIMIT ?)")
        return try Int.fetchOne(statement, arguments: [key, limit]) ?? 0
    }

    private func members(of key: Int64) throws -> [Row] {
        try derivation.rows(
            """
            SELECT cell, isOpen, country FROM cellKey JOIN cell ON cell.id = cellKey.cell
            WHERE key = ?
            """, [key])
    }

    private func areOfOneState(_ own: CellReading, _ country: String?) -> Bool {
        guard let country, let code = own.cell.profile.country else { return true }
        return code.rawValue == country
    }

    private func compare(_ id: Int64, _ other: Int64) throws {
        guard let own = try cell(id), let neighbour = try cell(other),
            let finding = try derivation.judge().compare(own, neighbour)
        else { return }
        for (one, two) in [(id, other), (other, id)] {
            try derivation.execute(
                "INSERT OR IGNORE INTO cellLink VALUES (?, ?, ?, ?)",
                [one, two, finding.verdict.rawValue, finding.weight])
        }
    }

    private func cell(_ id: Int64) throws -> CellReading? {
        try created[id] ?? derivation.storedCell(id)
    }

    /// Takes away the links among the old members of a key that no other key makes.
    private func part(_ key: Int64) throws {
        let cells = Set(try members(of: key).map { $0["cell"] as Int64 })
        for id in cells.sorted() where created[id] == nil {
            for row in try derivation.rows("SELECT other FROM cellLink WHERE cell = ?", [id]) {
                let other: Int64 = row["other"]
                guard id < other, cells.contains(other), created[other] == nil,
                    let one = try cell(id), let two = try cell(other),
                    try !haveUsableKey(one, two)
                else { continue }
                try derivation.execute(
                    "DELETE FROM cellLink WHERE cell = ?1 AND other = ?2", [id, other])
                try derivation.execute(
                    "DELETE FROM cellLink WHERE cell = ?1 AND other = ?2", [other, id])
                derivation.dirtyCells.formUnion([id, other])
            }
        }
    }

    private func haveUsableKey(_ one: CellReading, _ two: CellReading) throws -> Bool {
        let theirs = Dictionary(
            two.keys.map { ($0.number, $0.isOpen) }, uniquingKeysWith: { $0 || $1 })
        return try one.keys.contains { key in
            guard let isOpen = theirs[key.number], isOpen || key.isOpen else { return false }
            return try isUsable(key)
        }
    }

    /// Makes the links among the members of a key that is crowded no longer.
    private func join(_ key: Int64) throws {
        let rows = try members(of: key).map {
            (cell: $0["cell"] as Int64, isOpen: $0["isOpen"] == 1)
        }
        for (place, one) in rows.enumerated() {
            for other in rows[(place + 1)...] where one.isOpen || other.isOpen {
                try compare(one.cell, other.cell)
                derivation.dirtyCells.formUnion([one.cell, other.cell])
            }
        }
    }
}
