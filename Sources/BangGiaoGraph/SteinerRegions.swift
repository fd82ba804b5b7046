/// The regions of nodes that are nearest to each of some groups, grown level by level together.
struct SteinerRegions {
    /// An edge between two regions.
    struct Bridge: Comparable {
        /// The number of edges from the one group to the other over it.
        var length: Int
        /// The places of its ends in the order in which they were reached.
        var ends: (Int, Int)
        var regions: (Int, Int)

        static func < (left: Bridge, right: Bridge) -> Bool {
            (left.length, left.ends.0, left.ends.1) < (right.length, right.ends.0, right.ends.1)
        }

        static func == (left: Bridge, right: Bridge) -> Bool {
            (left.length, left.ends.0, left.ends.1) == (right.length, right.ends.0, right.ends.1)
        }
    }

    private struct Pair: Hashable {
        var lower: Int
        var upper: Int
    }

    private let count: Int
    /// For each place of the ball its region, and the distance to the group.
    private var regions: [Int] = []
    private var distances: [Int] = []
    /// The best bridge between each two regions.
    private var best: [Pair: Bridge] = [:]

    /// Begins with the groups.
    init(groups: [[UInt32]], nodeCount: Int, _ workspace: inout SearchWorkspace) {
        count = groups.count
        workspace.begin(nodeCount: nodeCount)
        for (region, group) in groups.enumerated() {
            for node in group {
                workspace.reach(node)
                regions.append(region)
                distances.append(0)
            }
        }
        workspace.left.closeLevel()
    }

    /// Grows all regions by a level, and notes where they meet.
    mutating func grow(in graph: Graph, gate: some Gate, _ workspace: inout SearchWorkspace) {
        for place in workspace.left.frontier {
            let node = workspace.left.nodes[place]
            workspace.left.beginChildren()
            for slot in graph.row(of: Int(node)) {
                let neighbour = graph.rowNodes[slot]
                guard gate.admits(graph.rowEdges[slot], from: node, to: neighbour) else { continue }
                if let other = workspace.place(of: neighbour)?.place {
                    meet(place, other)
                } else if gate.passes(neighbour) {
                    workspace.reach(neighbour)
                    regions.append(regions[place])
                    distances.append(distances[place] + 1)
                }
            }
        }
        workspace.left.closeLevel()
    }

    private mutating func meet(_ place: Int, _ other: Int) {
        guard regions[place] != regions[other] else { return }
        let ends = (min(place, other), max(place, other))
        let bridge = Bridge(
            length: distances[place] + distances[other] + 1, ends: ends,
            regions: (regions[ends.0], regions[ends.1]))
        let pair = Pair(
            lower: min(regions[place], regions[other]), upper: max(regions[place], regions[other]))
        if let known = best[pair], known < bridge { return }
        best[pair] = bridge
    }

    /// The bridges of a minimum spanning tree between the groups; nil as long as shorter ones may be
    /// found than those known.
    ///
    /// - Note: Kruskal, Proceedings of the American Mathematical Society 7 (1956).
    func bridges(in workspace: borrowing SearchWorkspace) -> [Bridge]? {
        // A bridge not met yet has both ends on the frontier or beyond.
        let sure = workspace.left.frontier.isEmpty ? Int.max : 2 * workspace.left.radius
        var heads = Array(0..<count)
        func head(of region: Int) -> Int {
            var region = region
            while heads[region] != region { region = heads[region] }
            return region
        }
        var chosen: [Bridge] = []
        for bridge in best.values.sorted() where bridge.length <= sure {
            let (one, other) = (head(of: bridge.regions.0), head(of: bridge.regions.1))
            guard one != other else { continue }
            heads[max(one, other)] = min(one, other)
            chosen.append(bridge)
        }
        return chosen.count >= count - 1 ? chosen : nil
    }

    /// All nodes on the ways from group to group over some bridges.
    func nodes(along bridges: [Bridge], in workspace: borrowing SearchWorkspace) -> Set<UInt32> {
        var nodes: Set<UInt32> = []
        for bridge in bridges {
            nodes.formUnion(workspace.left.chain(from: bridge.ends.0))
            nodes.formUnion(workspace.left.chain(from: bridge.ends.1))
        }
        return nodes
    }
}
