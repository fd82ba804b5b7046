/// Makes clusters of the cells of one component: those that judgements link, directly or not.
///
/// The surest pairs are joined first. A cluster takes in another only where no two of their cells
/// are different, and where nothing else that one of the two could as well be joined with rules the
/// other out: "Vongvichit" is neither Somchai nor Bounmy Vongvichit while it may be both. What comes
/// out depends on the component alone.
public struct ComponentClustering: Sendable {
    /// How much surer a pair must be than a rival that excludes it, in tenths of a bit.
    public static let margin = 20

    private let count: Int
    /// Whether pairs may be one: the smaller place times the number of cells, plus the larger place.
    private var judged: [Int: Bool] = [:]
    private var roots: [Int]
    private var cells: [Int: [Int]]
    /// The best weight of a "same" between two clusters, by the root of each.
    private var links: [Int: [Int: Int]] = [:]

    /// Returns the clusters of cells where pairs without a judgement are different.
    public static func clusters(count: Int, judgements: [CellJudgement]) -> [[Int]] {
        clusters(count: count, judgements: judgements, mayBeOne: { _, _ in false })
    }

    /// Returns the clusters of cells, each in ascending order, the smallest cell first.
    ///
    /// - Parameters:
    ///   - count: How many cells there are; they are told by 0 to *count* - 1.
    ///   - judgements: One at most for each pair.
    ///   - mayBeOne: Whether a pair without a judgement may be one all the same; asked only of pairs
    ///     that others would join, the smaller place first.
    /// - Throws: What `mayBeOne` throws.
    /// - Complexity: O(*n* · *d* · *c*) for *n* judgements, *d* neighbours of a cluster and
    ///   *c* pairs of cells in two clusters.
    public static func clusters(
        count: Int, judgements: [CellJudgement],
        mayBeOne: (Int, Int) throws -> Bool
    ) rethrows -> [[Int]] {
        var clustering = ComponentClustering(count: count, judgements: judgements)
        let pairs = judgements.filter { $0.verdict == .same }.sorted {
            ($1.weight, min($0.first, $0.second), max($0.first, $0.second))
                < ($0.weight, min($1.first, $1.second), max($1.first, $1.second))
        }
        for pair in pairs { try clustering.join(pair, mayBeOne) }
        return clustering.cells.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    private init(count: Int, judgements: [CellJudgement]) {
        self.count = count
        roots = Array(0..<count)
        cells = Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, [$0]) })
        for pair in judgements {
            judged[place(pair.first, pair.second)] = true
        }
        for pair in judgements where pair.verdict == .same {
            links[pair.first, default: [:]][pair.second] = pair.weight
            links[pair.second, default: [:]][pair.first] = pair.weight
        }
    }

    private func place(_ first: Int, _ second: Int) -> Int {
        min(first, second) * count + max(first, second)
    }

    private mutating func join(
        _ pair: CellJudgement, _ mayBeOne: (Int, Int) throws -> Bool
    ) rethrows {
        let (one, other) = (roots[pair.first], roots[pair.second])
        guard one != other, try areCompatible(one, other, mayBeOne),
            try !hasRival(one, against: other, pair.weight, mayBeOne),
            try !hasRival(other, against: one, pair.weight, mayBeOne)
        else { return }
        let (root, child) = (min(one, other), max(one, other))
        let moved = cells.removeValue(forKey: child) ?? []
        for cell in moved { roots[cell] = root }
        cells[root, default: []] += moved
        for (neighbour, weight) in links.removeValue(forKey: child) ?? [:] {
            links[neighbour]?[child] = nil
            if neighbour == root { continue }
            let best = max(weight, links[root]?[neighbour] ?? weight)
            links[root, default: [:]][neighbour] = best
            links[neighbour, default: [:]][root] = best
        }
    }

    /// Whether no two cells of two clusters are different.
    private mutating func areCompatible(
        _ one: Int, _ other: Int, _ mayBeOne: (Int, Int) throws -> Bool
    ) rethrows -> Bool {
        for first in cells[one] ?? [] {
            for second in cells[other] ?? [] {
                let place = place(first, second)
                if let known = judged[place] {
                    if known { continue }
                    return false
                }
                let mayBe = try mayBeOne(min(first, second), max(first, second))
                judged[place] = mayBe
                if !mayBe { return false }
            }
        }
        return true
    }

    /// Whether a cluster could as well be joined with a third that excludes the other.
    private mutating func hasRival(
        _ cluster: Int, against other: Int, _ weight: Int,
        _ mayBeOne: (Int, Int) throws -> Bool
    ) rethrows -> Bool {
        for (neighbour, best) in links[cluster] ?? [:]
        where neighbour != other && best > weight - Self.margin {
            if try !areCompatible(neighbour, other, mayBeOne) { return true }
        }
        return false
    }
}
