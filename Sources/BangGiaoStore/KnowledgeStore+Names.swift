public import BangGiaoKnowledge
import BangGiaoModel
import GRDB

/// An entity as the store lists it, with what tells it apart from others of its name.
public struct KnownName: Hashable, Sendable {
    /// The key.
    public var key: EntityKey
    /// The name.
    public var name: String
    /// Person, agency or country, as written in the store.
    public var kind: String
    /// The name of its country; for a country nil.
    public var country: String?
    /// How many documents name it.
    public var documents: Int
    /// A few of its offices, or the agency above it, in words.
    public var details: [String]
    /// The label of its cluster within the store; nil where only a table of relations names it.
    let label: Int64?
}

extension KnowledgeStore {
    /// Finds the entities of a name as a person types it: without regard to case and the place of
    /// tone marks, and with accents left out; an agency's name may be followed by its country's.
    ///
    /// A key of a document's entity, such as `seed-003#p2`, finds whom it belongs to.
    /// - Returns: Those that match best, by key: written out before without accents, own names
    ///   before other forms. None where nothing matches.
    /// - Complexity: O(log *n* + matches).
    public func find(_ name: String) throws(StoreError) -> [KnownName] {
        let text = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return try reading { database in
            if text.contains("#") {
                let labels = try Int64.fetchAll(
                    database,
                    sql: """
                        SELECT cluster FROM told JOIN cell ON cell.id = told.cell
                        WHERE document = ? AND told.id = ?
                        """,
                    arguments: [
                        EntityKey(rawValue: text).document.rawValue,
                        String(text.split(separator: "#").last ?? ""),
                    ])
                if !labels.isEmpty { return try Self.names(labels, database) }
            }
            let whole = try Self.labels(of: text, database)
            if !whole.isEmpty { return try Self.names(whole, database) }
            return try Self.names(Self.qualified(text, database), database)
        }
    }

    /// Returns up to five entities with names like one that none has, the likest first.
    ///
    /// - Complexity: O(names × length²).
    public func nearest(to name: String) throws(StoreError) -> [KnownName] {
        let query = NameKey(name).unaccented
        return try reading { database in
            var ranked: [(distance: Int, name: String)] = []
            let cursor = try String.fetchCursor(
                database, sql: "SELECT DISTINCT unaccented FROM name")
            let words = Set(query.split(separator: " "))
            while let candidate = try cursor.next() {
                let hasAll = !words.isEmpty && words.isSubset(of: candidate.split(separator: " "))
                // Half the query may differ; a difference in length is one in letters.
                let limit = query.count / 2
                guard hasAll || abs(candidate.count - query.count) <= limit else { continue }
                let distance = hasAll ? 0 : NameKey.distance(query, candidate)
                if distance <= limit { ranked.append((distance, candidate)) }
            }
            ranked.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
            var labels: [Int64] = []
            for entry in ranked.prefix(20) where labels.count < 5 {
                for label in try Int64.fetchAll(
                    database,
                    sql: """
                        SELECT DISTINCT cluster FROM name JOIN cell ON cell.id = name.cell
                        WHERE unaccented = ? ORDER BY cluster
                        """, arguments: [entry.name])
                where !labels.contains(label) && labels.count < 5 {
                    labels.append(label)
                }
            }
            return try Self.names(labels, database)
        }
    }

    private static func labels(of text: String, _ database: Database) throws -> [Int64] {
        let query = NameKey(text)
        var best: (isBare: Int, isOther: Int)?
        var labels: Set<Int64> = []
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT surface, isName, cluster FROM name JOIN cell ON cell.id = name.cell
                WHERE unaccented = ?
                """, arguments: [query.unaccented])
        {
            guard let missing = query.missesAccents(of: NameKey(row["surface"])) else { continue }
            let rank = (missing ? 1 : 0, row["isName"] == 1 ? 0 : 1)
            if let best, best < rank { continue }
            if best.map({ rank < $0 }) ?? true { labels = [] }
            best = rank
            labels.insert(row["cluster"])
        }
        return labels.sorted()
    }

    /// Finds an agency by its name with that of its country or of the agency above it behind.
    private static func qualified(_ text: String, _ database: Database) throws -> [Int64] {
        let words = text.split(separator: " ").map(String.init)
        var found: Set<Int64> = []
        for length in stride(from: words.count - 1, to: 0, by: -1) {
            let own = try labels(of: words[..<length].joined(separator: " "), database)
            let above = try labels(of: words[length...].joined(separator: " "), database)
            let states = Set(try above.compactMap { try state(ofLabel: $0, database) })
            let key = NameKey(words[length...].joined(separator: " "))
            for label in own {
                let row = try Row.fetchOne(
                    database, sql: "SELECT kind, country FROM cluster WHERE label = ?",
                    arguments: [label])
                guard let row, row["kind"] as String == "agency" else { continue }
                let country: String? = row["country"]
                let isOfState = country.map { states.contains($0) } ?? false
                let isBelow =
                    try !isOfState
                    && cells(of: label, database).contains { cell in
                        cell.profile.parents.contains {
                            key.missesAccents(of: NameKey($0)) != nil
                        }
                    }
                if isOfState || isBelow { found.insert(label) }
            }
        }
        return found.sorted()
    }

    /// The code of a country; nil for the label of any other.
    private static func state(ofLabel label: Int64, _ database: Database) throws -> String? {
        try String.fetchOne(
            database, sql: "SELECT country FROM cluster WHERE label = ? AND kind = 'country'",
            arguments: [label])
    }

    /// The cells of a cluster, those of most documents first.
    private static func cells(of label: Int64, _ database: Database) throws -> [EntityCell] {
        try String.fetchAll(
            database,
            sql: """
                SELECT signature FROM cell WHERE cluster = ? ORDER BY members DESC, signature
                """, arguments: [label]
        ).compactMap { EntityCell(signature: $0) }
    }

    static func names(_ labels: [Int64], _ database: Database) throws -> [KnownName] {
        try labels.compactMap { label in
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM cluster WHERE label = ?", arguments: [label])
            guard let row else { return nil }
            let kind: String = row["kind"]
            let code: String? = kind == "country" ? nil : row["country"]
            return KnownName(
                key: EntityKey(rawValue: row["key"]), name: row["name"], kind: kind,
                country: try code.map { try stateName(CountryCode($0), database) },
                documents: row["documents"], details: try details(label, kind, database),
                label: label)
        }
    }

    /// The name of a state, or its code where no document names it.
    private static func stateName(_ code: CountryCode, _ database: Database) throws -> String {
        try String.fetchOne(
            database,
            sql: """
                SELECT name FROM cell JOIN cluster ON cluster.label = cell.cluster
                WHERE cell.id = ?
                """, arguments: [EntityCell.state(code).id]) ?? code.rawValue
    }

    /// Offices of a person by how often they are told, or the agency above an agency.
    ///
    /// Of the cells, which are few where the documents are many.
    private static func details(
        _ label: Int64, _ kind: String, _ database: Database
    ) throws -> [String] {
        if kind == "country" { return [] }
        let cells = try cells(of: label, database)
        if kind == "agency" {
            return cells.lazy.compactMap(\.profile.parents.first).first.map { [$0] } ?? []
        }
        var offices: [String] = []
        for cell in cells where offices.count < 4 {
            let told = try cell.profile.offices.map { office in
                let state = try office.country.map { try stateName($0, database) }
                return [office.title, office.body ?? state].compactMap(\.self)
                    .joined(separator: " ")
            }
            for office in told.sorted() where !offices.contains(office) { offices.append(office) }
        }
        return Array(offices.prefix(4))
    }
}
