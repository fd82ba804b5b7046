/// Names by what they look like without accents.
struct NameIndex: Sendable {
    /// What a name is to its entity, the strongest first.
    enum Role: Int, Comparable, Sendable {
        case name
        case qualified
        case alias

        static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
    }

    private struct Entry: Hashable {
        var entity: Int
        var folded: String
        var role: Role
    }

    private var entries: [String: Set<Entry>] = [:]

    /// Adds a name of an entity.
    mutating func insert(_ name: String, of entity: Int, as role: Role) {
        let key = NameKey(name)
        guard !key.folded.isEmpty else { return }
        entries[key.unaccented, default: []].insert(
            Entry(entity: entity, folded: key.folded, role: role))
    }

    /// Returns the entities that match best, ascending.
    func best(_ name: String) -> [Int] {
        let query = NameKey(name)
        var best: (isUnaccented: Int, role: Role)?
        var found: Set<Int> = []
        for entry in entries[query.unaccented] ?? [] {
            guard let missing = query.missesAccents(of: entry.folded) else { continue }
            let rank = (isUnaccented: missing ? 1 : 0, role: entry.role)
            if let known = best {
                if known < rank { continue }
                if rank < known { found = [] }
            }
            best = rank
            found.insert(entry.entity)
        }
        return found.sorted()
    }

    /// Returns the entities with the nearest names, the nearest first: those that have all words of
    /// the query in their name, then by edit distance, which may be half the query's length.
    func nearest(_ name: String, limit: Int) -> [Int] {
        let query = NameKey(name)
        let letters = Array(query.unaccented.unicodeScalars)
        let words = Set(query.unaccented.split(separator: " "))
        var ranks: [Int: NearRank] = [:]
        for (unaccented, entries) in entries {
            let hasAll = !words.isEmpty && words.isSubset(of: unaccented.split(separator: " "))
            let distance = editDistance(letters, Array(unaccented.unicodeScalars))
            guard hasAll || 2 * distance <= letters.count else { continue }
            for entry in entries where entry.role != .qualified {
                let rank = NearRank(
                    lacksWords: hasAll ? 0 : 1, distance: distance, name: entry.folded,
                    entity: entry.entity)
                ranks[entry.entity] = min(rank, ranks[entry.entity] ?? rank)
            }
        }
        return ranks.values.sorted().prefix(limit).map(\.entity)
    }
}

private struct NearRank: Comparable {
    var lacksWords: Int
    var distance: Int
    var name: String
    var entity: Int

    static func < (left: NearRank, right: NearRank) -> Bool {
        let (a, b) = ((left.lacksWords, left.distance), (right.lacksWords, right.distance))
        if a != b { return a < b }
        if left.entity != right.entity { return left.entity < right.entity }
        return precedes(left.name, right.name)
    }
}

/// Returns how many letters must be added, dropped or replaced to make one text of another.
///
/// - Complexity: O(product of the lengths) time, O(length) space.
/// - Note: Wagner and Fischer, Journal of the ACM 21 (1974).
func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (place, letter) in one.enumerated() {
        var diagonal = row[0]
        row[0] = place + 1
        for (column, otherLetter) in other.enumerated() {
            let replaced = diagonal + (letter == otherLetter ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
        }
    }
    return row[other.count]
}

extension NameKey {
    /// Returns whether accents are missing in this name, as a person types it, that another has: each
    /// word of it is the other's own, or written without any accent. Nil where a word has other
    /// accents than the other's.
    public func missesAccents(of other: NameKey) -> Bool? { missesAccents(of: other.folded) }

    func missesAccents(of name: String) -> Bool? {
        if folded == name { return false }
        let separators: (Character) -> Bool = { $0 == " " || $0 == "-" }
        let bare = unaccented.split(whereSeparator: separators)
        let words = folded.split(whereSeparator: separators)
        let names = name.split(whereSeparator: separators)
        guard words.count == names.count, words.count == bare.count else { return nil }
        for place in words.indices
        where words[place] != names[place] && words[place] != bare[place] {
            return nil
        }
        return true
    }

    /// Returns how many letters must be added, dropped or replaced to make one text of another.
    public static func distance(_ one: String, _ other: String) -> Int {
        editDistance(Array(one.unicodeScalars), Array(other.unicodeScalars))
    }
}
