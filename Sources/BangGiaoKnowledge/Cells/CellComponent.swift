public import BangGiaoModel

/// Cells that some chain of links connects, with all that decides which of them are one.
///
/// What is solved here depends on the cells of the component alone, so that a change elsewhere never
/// touches it.
public struct CellComponent: Sendable {
    /// A cell of the component.
    public struct Node: Hashable, Sendable {
        /// The cell's id.
        public var id: Int64
        /// The state of all its members.
        public var country: CountryCode?

        /// Makes a node.
        public init(id: Int64, country: CountryCode?) {
            self.id = id
            self.country = country
        }
    }

    /// Two cells that are the same or may be.
    public struct Link: Hashable, Sendable {
        /// The smaller id.
        public var first: Int64
        /// The larger id.
        public var second: Int64
        /// Same or unsure.
        public var verdict: Judgement.Verdict
        /// How much speaks for their being one, in tenths of a bit.
        public var weight: Int

        /// Makes a link.
        public init(_ first: Int64, _ second: Int64, _ verdict: Judgement.Verdict, weight: Int) {
            self.first = min(first, second)
            self.second = max(first, second)
            self.verdict = verdict
            self.weight = weight
        }
    }

    /// A person's decision on two cells.
    public struct Decision: Hashable, Sendable {
        /// One cell.
        public var first: Int64
        /// The other.
        public var second: Int64
        /// The same or different.
        public var verdict: Judgement.Verdict
        /// Of two that contradict each other the later counts.
        public var number: Int

        /// Makes a decision.
        public init(_ first: Int64, _ second: Int64, _ verdict: Judgement.Verdict, number: Int) {
            self.first = first
            self.second = second
            self.verdict = verdict
            self.number = number
        }
    }

    /// The cells.
    public var nodes: [Node]
    /// What speaks for two being one.
    public var links: [Link]
    /// Pairs that stand in one document side by side: two, unless a person says otherwise.
    public var apart: [(Int64, Int64)]
    /// What persons decided.
    public var decisions: [Decision]

    /// Makes a component.
    public init(
        nodes: [Node], links: [Link] = [], apart: [(Int64, Int64)] = [],
        decisions: [Decision] = []
    ) {
        self.nodes = nodes
        self.links = links
        self.apart = apart
        self.decisions = decisions
    }

    /// Returns the cells by what is one in the world, where cells without a link are different.
    public func groups() -> [[Int64]] { groups { _, _ in false } }

    /// Returns the cells by what is one in the world; each group ascending, groups by first id.
    ///
    /// Persons' decisions come first, the later before the earlier; then what ``ComponentClustering``
    /// makes of the links, as far as it joins neither what is kept apart nor two states.
    /// - Parameter mayBeOne: Whether two cells without a link may be one all the same.
    /// - Throws: What `mayBeOne` throws.
    /// - Complexity: that of ``ComponentClustering``; the order of input is without influence.
    public func groups(
        mayBeOne: (Int64, Int64) throws -> Bool
    ) rethrows -> [[Int64]] {
        let nodes = nodes.sorted { $0.id < $1.id }
        var sets = CellSets(nodes)
        for decision in decisions.sorted(by: { ($1.number, $0.first) < ($0.number, $1.first) }) {
            switch decision.verdict {
            case .same: sets.unite(decision.first, decision.second, byPerson: true)
            case .different: sets.separate(decision.first, decision.second)
            case .unsure: continue
            }
        }
        for (first, second) in apart { sets.separate(first, second) }
        for cluster in try clusters(nodes, mayBeOne) {
            for cell in cluster.dropFirst() { sets.unite(cluster[0], cell, byPerson: false) }
        }
        return sets.groups()
    }

    /// What the machine alone makes of the cells.
    private func clusters(
        _ nodes: [Node], _ mayBeOne: (Int64, Int64) throws -> Bool
    ) rethrows -> [[Int64]] {
        if nodes.count < 2 { return [] }
        let places = Dictionary(
            nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: min)
        let kept = Set(
            apart.map { [min($0.0, $0.1), max($0.0, $0.1)] }
                + decisions.filter { $0.verdict == .different }
                .map { [min($0.first, $0.second), max($0.first, $0.second)] })
        let judgements = links.compactMap { link -> CellJudgement? in
            guard let first = places[link.first], let second = places[link.second],
                kept.isEmpty || !kept.contains([link.first, link.second])
            else { return nil }
            return CellJudgement(first, second, link.verdict, weight: link.weight)
        }
        return try ComponentClustering.clusters(
            count: nodes.count, judgements: judgements,
            mayBeOne: { first, second in
                let (one, other) = (nodes[first].id, nodes[second].id)
                return try !kept.contains([one, other]) && mayBeOne(one, other)
            }
        ).map { cluster in cluster.map { nodes[$0].id } }
    }
}

/// Disjoint sets of cells; each set knows which others it is kept apart from.
private struct CellSets {
    private var roots: [Int]
    private var countries: [CountryCode?]
    private var apart: [Set<Int>]
    private let ids: [Int64]
    private let places: [Int64: Int]

    init(_ nodes: [CellComponent.Node]) {
        ids = nodes.map(\.id)
        roots = Array(nodes.indices)
        countries = nodes.map(\.country)
        apart = Array(repeating: [], count: nodes.count)
        places = Dictionary(
            nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: min)
    }

    private mutating func root(_ place: Int) -> Int {
        var place = place
        while roots[place] != place {
            roots[place] = roots[roots[place]]
            place = roots[place]
        }
        return place
    }

    /// Keeps two sets apart; does nothing where a person has joined them.
    mutating func separate(_ first: Int64, _ second: Int64) {
        guard let x = places[first], let y = places[second] else { return }
        let (a, b) = (root(x), root(y))
        if a == b { return }
        apart[a].insert(b)
        apart[b].insert(a)
    }

    mutating func unite(_ first: Int64, _ second: Int64, byPerson: Bool) {
        guard let x = places[first], let y = places[second] else { return }
        let (a, b) = (root(x), root(y))
        if a == b || apart[a].contains(b) { return }
        if !byPerson, let one = countries[a], let other = countries[b], one != other { return }
        let (kept, child) = (min(a, b), max(a, b))
        roots[child] = kept
        countries[kept] = countries[kept] ?? countries[child]
        for other in apart[child] {
            apart[other].remove(child)
            apart[other].insert(kept)
        }
        apart[kept].formUnion(apart[child])
        apart[child] = []
    }

    mutating func groups() -> [[Int64]] {
        var groups: [Int: [Int64]] = [:]
        for place in ids.indices { groups[root(place), default: []].append(ids[place]) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }
}
