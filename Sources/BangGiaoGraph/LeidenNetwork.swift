/// A graph with weights while communities are sought: its nodes are nodes of the original graph, or
/// groups of them.
struct LeidenNetwork {
    /// Row `n` is `starts[n]..<starts[n + 1]` of the next two arrays; no loops, each neighbour once,
    /// in the order in which the graph names them.
    private let starts: [Int]
    private let neighbours: [Int]
    private let weights: [Double]
    /// Twice the weight within each node.
    private let inner: [Double]
    /// The weights at each node together, within it counted twice.
    private let strengths: [Double]
    /// All strengths together.
    private let total: Double
    private let resolution: Double
    /// What counts as no gain, as sums are rounded.
    private var epsilon: Double { 1e-12 * total }

    private var nodeCount: Int { strengths.count }

    private init(resolution: Double, rows: LeidenRows) {
        starts = rows.starts
        neighbours = rows.neighbours
        weights = rows.weights
        inner = rows.inner
        strengths = (0..<inner.count).map { node in
            rows.weights[rows.starts[node]..<rows.starts[node + 1]].reduce(rows.inner[node], +)
        }
        total = strengths.reduce(0, +)
        self.resolution = resolution
    }

    /// Takes over a graph, parallel edges as weights.
    init(_ graph: Graph, resolution: Double) {
        var rows = LeidenRows()
        for node in 0..<graph.nodeCount {
            rows.beginRow()
            for neighbour in graph.rowNodes[graph.row(of: node)] {
                if Int(neighbour) == node {
                    rows.addInner(2)
                } else {
                    rows.add(1, to: Int(neighbour))
                }
            }
        }
        self.init(resolution: resolution, rows: rows)
    }

    /// The modularity of a partition.
    func modularity(of numbers: [Int]) -> Double {
        guard total > 0 else { return 0 }
        var within = 0.0
        var sums = [Double](repeating: 0, count: (numbers.max() ?? -1) + 1)
        for node in 0..<nodeCount {
            sums[numbers[node]] += strengths[node]
            within += inner[node]
            for slot in starts[node]..<starts[node + 1]
            where numbers[neighbours[slot]] == numbers[node] {
                within += weights[slot]
            }
        }
        return within / total - resolution * sums.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    }

    /// Goes over all levels once: moves nodes, refines, takes refined groups together, and so on.
    ///
    /// - Returns: A partition at least as good, with communities numbered by their first nodes.
    func improved(_ partition: [Int]) -> [Int] {
        guard total > 0 else { return partition }
        let moved = moving(partition)
        let groups = refined(within: moved)
        let groupCount = (groups.max() ?? -1) + 1
        // In a community of several nodes two of them make a group, as none would rather be alone.
        // So now each is a node, and thus connected.
        if groupCount == nodeCount { return moved }
        var communities = [Int](repeating: 0, count: groupCount)
        for node in 0..<nodeCount { communities[groups[node]] = moved[node] }
        let outcome = aggregated(groups, count: groupCount).improved(renumbered(communities))
        return renumbered(groups.map { outcome[$0] })
    }

    /// Numbers communities by their first nodes.
    private func renumbered(_ numbers: [Int]) -> [Int] {
        var names: [Int: Int] = [:]
        return numbers.map { number in
            if let name = names[number] { return name }
            names[number] = names.count
            return names.count - 1
        }
    }

    /// Moves single nodes to where they gain most, until no node can gain.
    private func moving(_ partition: [Int]) -> [Int] {
        var numbers = partition
        var sums = [Double](repeating: 0, count: nodeCount)
        var sizes = [Int](repeating: 0, count: nodeCount)
        for node in 0..<nodeCount {
            sums[numbers[node]] += strengths[node]
            sizes[numbers[node]] += 1
        }
        var empty = (0..<nodeCount).filter { sizes[$0] == 0 }
        var links = LeidenLinks(count: nodeCount)
        var isDirty = [Bool](repeating: true, count: nodeCount)
        var queue = Array(0..<nodeCount)
        var movedAny = false
        var next = 0
        while true {
            if next == queue.count {
                // Sums changed for nodes that were not put up again, so all are asked once more.
                guard movedAny else { break }
                movedAny = false
                queue = Array(0..<nodeCount)
                isDirty = [Bool](repeating: true, count: nodeCount)
                next = 0
            }
            let node = queue[next]
            next += 1
            isDirty[node] = false
            let own = numbers[node]
            links.clear()
            for slot in starts[node]..<starts[node + 1] {
                links.add(weights[slot], to: numbers[neighbours[slot]])
            }
            sums[own] -= strengths[node]
            let price = resolution * strengths[node] / total
            let stay = links.weight(to: own) - price * sums[own]
            // A community of its own gains nothing and costs nothing.
            var best = (gain: 0.0, community: sizes[own] > 1 ? empty.last ?? own : own)
            for community in links.communities {
                let gain = links.weight(to: community) - price * sums[community]
                if gain > best.gain + epsilon { best = (gain, community) }
            }
            let target = best.gain > stay + epsilon ? best.community : own
            sums[target] += strengths[node]
            guard target != own else { continue }
            sizes[own] -= 1
            sizes[target] += 1
            if target == empty.last { empty.removeLast() }
            if sizes[own] == 0 { empty.append(own) }
            numbers[node] = target
            movedAny = true
            for neighbour in neighbours[starts[node]..<starts[node + 1]]
            where numbers[neighbour] != target && !isDirty[neighbour] {
                isDirty[neighbour] = true
                queue.append(neighbour)
            }
        }
        return renumbered(numbers)
    }

    /// Groups the nodes of each community, beginning with single ones: a node that is alone joins
    /// the group where it gains most, if both are well connected with the rest of the community.
    private func refined(within partition: [Int]) -> [Int] {
        var communitySums = [Double](repeating: 0, count: (partition.max() ?? -1) + 1)
        for node in 0..<nodeCount { communitySums[partition[node]] += strengths[node] }
        var groups = Array(0..<nodeCount)
        var sums = strengths
        var isAlone = [Bool](repeating: true, count: nodeCount)
        // The weight from each group to the rest of its community.
        var outward = (0..<nodeCount).map { node in
            (starts[node]..<starts[node + 1]).reduce(0.0) { sum, slot in
                partition[neighbours[slot]] == partition[node] ? sum + weights[slot] : sum
            }
        }
        func isWellConnected(_ group: Int, in community: Int) -> Bool {
            let rest = communitySums[community] - sums[group]
            return outward[group] >= resolution * sums[group] * rest / total - epsilon
        }
        var links = LeidenLinks(count: nodeCount)
        for node in 0..<nodeCount {
            let community = partition[node]
            guard isAlone[node], isWellConnected(node, in: community) else { continue }
            links.clear()
            for slot in starts[node]..<starts[node + 1]
            where partition[neighbours[slot]] == community {
                links.add(weights[slot], to: groups[neighbours[slot]])
            }
            var best: (gain: Double, group: Int)?
            for group in links.communities where isWellConnected(group, in: community) {
                let gain =
                    links.weight(to: group) - resolution * strengths[node] * sums[group] / total
                if gain >= -epsilon, gain > (best?.gain ?? -.infinity) + epsilon {
                    best = (gain, group)
                }
            }
            guard let group = best?.group else { continue }
            groups[node] = group
            isAlone[node] = false
            isAlone[group] = false
            sums[group] += strengths[node]
            outward[group] += outward[node] - 2 * links.weight(to: group)
        }
        return renumbered(groups)
    }

    /// Makes each group a node.
    private func aggregated(_ groups: [Int], count: Int) -> LeidenNetwork {
        var members = [[Int]](repeating: [], count: count)
        for (node, group) in groups.enumerated() { members[group].append(node) }
        var rows = LeidenRows()
        var links = LeidenLinks(count: count)
        for group in 0..<count {
            rows.beginRow()
            links.clear()
            for node in members[group] {
                rows.addInner(inner[node])
                for slot in starts[node]..<starts[node + 1] {
                    let other = groups[neighbours[slot]]
                    if other == group {
                        rows.addInner(weights[slot])
                    } else {
                        links.add(weights[slot], to: other)
                    }
                }
            }
            for other in links.communities { rows.add(links.weight(to: other), to: other) }
        }
        return LeidenNetwork(resolution: resolution, rows: rows)
    }
}

/// The rows of a network while it is built, one after the other.
private struct LeidenRows {
    private(set) var starts = [0]
    private(set) var neighbours: [Int] = []
    private(set) var weights: [Double] = []
    private(set) var inner: [Double] = []

    mutating func beginRow() {
        inner.append(0)
        starts.append(neighbours.count)
    }

    /// Adds to the weight within the node of the row.
    mutating func addInner(_ weight: Double) { inner[inner.count - 1] += weight }

    /// Adds to the weight to another node; all that is added to one comes in a row.
    mutating func add(_ weight: Double, to neighbour: Int) {
        let row = starts.count - 2
        if neighbours.count > starts[row], neighbours.last == neighbour {
            weights[weights.count - 1] += weight
        } else {
            neighbours.append(neighbour)
            weights.append(weight)
            starts[row + 1] += 1
        }
    }
}

/// The weights from one node to communities, cleared in O(communities met).
private struct LeidenLinks {
    private var sums: [Double]
    private var isMet: [Bool]
    /// The communities met, in the order of meeting.
    private(set) var communities: [Int] = []

    init(count: Int) {
        sums = [Double](repeating: 0, count: count)
        isMet = [Bool](repeating: false, count: count)
    }

    mutating func clear() {
        for community in communities {
            sums[community] = 0
            isMet[community] = false
        }
        communities.removeAll(keepingCapacity: true)
    }

    mutating func add(_ weight: Double, to community: Int) {
        if !isMet[community] {
            isMet[community] = true
            communities.append(community)
        }
        sums[community] += weight
    }

    func weight(to community: Int) -> Double { sums[community] }
}
