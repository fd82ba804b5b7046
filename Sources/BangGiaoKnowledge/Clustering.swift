import BangGiaoModel

/// Disjoint sets of source entities that refuse unions which cannot be.
///
/// Union–find with path halving (Tarjan and van Leeuwen, 1984); the root of a set is its smallest
/// member, so that the result doesn't depend on the order of unions.
struct Clustering {
    private var roots: [Int]
    private let documents: [Int]
    private var countries: [CountryCode?]
    /// The documents of sets with several members, by root.
    private var spread: [Int: Set<Int>] = [:]
    private var apart: [(Int, Int)] = []

    /// Starts with every entity alone.
    init(documents: [Int], countries: [CountryCode?]) {
        roots = Array(documents.indices)
        self.documents = documents
        self.countries = countries
    }

    /// The smallest member of an entity's set.
    mutating func root(of entity: Int) -> Int {
        var entity = entity
        while roots[entity] != entity {
            roots[entity] = roots[roots[entity]]
            entity = roots[entity]
        }
        return entity
    }

    /// The smallest member of each entity's set.
    mutating func allRoots() -> [Int] { roots.indices.map { root(of: $0) } }

    /// Keeps two entities apart from now on; does nothing where they are together already.
    mutating func separate(_ first: Int, _ second: Int) {
        if root(of: first) != root(of: second) { apart.append((first, second)) }
    }

    /// Whether some judgement keeps members of two sets apart.
    mutating func isSeparated(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (root(of: first), root(of: second))
        for (x, y) in apart {
            let (x, y) = (root(of: x), root(of: y))
            if (x, y) == (a, b) || (x, y) == (b, a) { return true }
        }
        return false
    }

    /// Whether some judgement keeps an entity apart from another.
    func isSeparated(_ entity: Int) -> Bool {
        apart.contains { $0.0 == entity || $0.1 == entity }
    }

    /// Whether some judgement keeps two of these entities apart.
    mutating func hasSeparated(among members: [Int]) -> Bool {
        if apart.isEmpty { return false }
        let roots = Set(members.map { root(of: $0) })
        return apart.contains { roots.contains(root(of: $0.0)) && roots.contains(root(of: $0.1)) }
    }

    /// Unites the sets of two entities, unless a judgement keeps them apart, both have an entity of
    /// one document, or their states differ.
    ///
    /// - Parameter byPerson: Whether a person decided; then only an opposite judgement stops it.
    /// - Returns: Whether the two are in one set now.
    @discardableResult
    mutating func unite(_ first: Int, _ second: Int, byPerson: Bool = false) -> Bool {
        let (a, b) = (root(of: first), root(of: second))
        if a == b { return true }
        if isSeparated(a, b) { return false }
        if !byPerson, let x = countries[a], let y = countries[b], x != y { return false }
        let (root, child) = (min(a, b), max(a, b))
        // Taken out, so that growing the larger set copies nothing.
        var large = spread.removeValue(forKey: root) ?? [documents[root]]
        var small = spread.removeValue(forKey: child) ?? [documents[child]]
        if !byPerson, !small.isDisjoint(with: large) {
            spread[root] = large
            spread[child] = small
            return false
        }
        if small.count > large.count { swap(&small, &large) }
        large.formUnion(small)
        spread[root] = large
        roots[child] = root
        countries[root] = countries[root] ?? countries[child]
        return true
    }
}
