import BangGiaoModel

/// Joins the entities of all documents as the judge thinks of them.
struct EntityMatcher {
    let judge: IdentityJudge

    /// Joins the entities of one kind.
    func unite(_ kind: Entity.Kind, _ source: SourceEntities, _ clusters: inout Clustering) {
        let cells = SourceCells(source, kind, &clusters).cells
        let readings = cells.map { judge.reading(of: $0.profile) }
        // Who can't be told from others of the same profile is joined with nobody.
        let isClear = readings.map { isOne($0) }
        let judgements = judgements(readings, isClear)
        var joined: [[Int]] = []
        for component in components(cells.count, judgements) {
            let numbers = Dictionary(
                uniqueKeysWithValues: component.cells.enumerated().map { ($1, $0) })
            let local = component.judgements.compactMap { pair -> CellJudgement? in
                guard let first = numbers[pair.first], let second = numbers[pair.second] else {
                    return nil
                }
                return CellJudgement(first, second, pair.verdict, weight: pair.weight)
            }
            let found = ComponentClustering.clusters(
                count: component.cells.count, judgements: local)
            for cluster in found { joined.append(cluster.map { component.cells[$0] }) }
        }
        let linked = Set(joined.joined())
        joined += cells.indices.filter { isClear[$0] && !linked.contains($0) }.map { [$0] }
        for cluster in joined {
            // One by one: a member that its document names beside another stays outside alone.
            let places = cluster.sorted {
                (cells[$1].places.count, $0) < (cells[$0].places.count, $1)
            }.flatMap { cells[$0].places }
            for place in places.dropFirst() { clusters.unite(places[0], place) }
        }
    }

    /// Whether a profile tells so much that all who have it are one.
    private func isOne(_ reading: ProfileReading) -> Bool {
        var other = reading.profile
        other.documents = []
        return judge.compare(reading, judge.reading(of: other)).verdict == .same
    }

    /// What the judge thinks of all pairs that meet in a block, if it isn't that they are two.
    private func judgements(_ readings: [ProfileReading], _ isClear: [Bool]) -> [CellJudgement] {
        var blocks: [String: (open: [Int], closed: [Int])] = [:]
        for (number, reading) in readings.enumerated() where isClear[number] {
            var open: [String: Bool] = [:]
            for key in judge.blockingKeys(of: reading) {
                open[key.text] = open[key.text] ?? false || key.isOpen
            }
            for (text, isOpen) in open {
                if isOpen {
                    blocks[text, default: ([], [])].open.append(number)
                } else {
                    blocks[text, default: ([], [])].closed.append(number)
                }
            }
        }
        var partners: [Set<Int>] = Array(repeating: [], count: readings.count)
        for block in blocks.values where !block.open.isEmpty {
            for (place, first) in block.open.enumerated() {
                for second in block.open[(place + 1)...] + block.closed {
                    partners[min(first, second)].insert(max(first, second))
                }
            }
        }
        return partners.indices.flatMap { first in
            partners[first].sorted().compactMap { second in
                let comparison = judge.compare(readings[first], readings[second])
                guard comparison.verdict != .different else { return nil }
                return CellJudgement(
                    first, second, comparison.verdict, weight: comparison.weight)
            }
        }
    }

    /// The cells that judgements link, with the judgements on them.
    private func components(
        _ count: Int, _ judgements: [CellJudgement]
    ) -> [(cells: [Int], judgements: [CellJudgement])] {
        var roots = Array(0..<count)
        func root(_ cell: Int) -> Int {
            var cell = cell
            while roots[cell] != cell {
                roots[cell] = roots[roots[cell]]
                cell = roots[cell]
            }
            return cell
        }
        for pair in judgements {
            let (one, other) = (root(pair.first), root(pair.second))
            roots[max(one, other)] = min(one, other)
        }
        var groups: [Int: [CellJudgement]] = [:]
        for pair in judgements { groups[root(pair.first), default: []].append(pair) }
        return groups.keys.sorted().map { key in
            let pairs = groups[key] ?? []
            return (Set(pairs.flatMap { [$0.first, $0.second] }).sorted(), pairs)
        }
    }
}
