/// What one side of a weighted search has reached.
struct WeightedBall: Sendable {
    /// A node that was reached.
    struct Reached {
        var node: UInt32
        /// The place from which it was reached best; its own for the centre.
        var parent: UInt32
        /// The edge from there.
        var edge: UInt32
        /// The weight of the best path found so far.
        var distance: Double
    }

    /// A node that waits to be settled; of equal distances the smaller node comes first.
    struct Waiting: Comparable {
        var distance: Double
        var node: UInt32
        var place: UInt32

        static func < (left: Waiting, right: Waiting) -> Bool {
            left.distance == right.distance
                ? left.node < right.node : left.distance < right.distance
        }
    }

    /// For each node `base` plus its place in ``reached``; below that: not reached.
    private var cells: [UInt32] = []
    private var base: UInt32 = 1
    private(set) var reached: [Reached] = []
    private var waiting = MinimumHeap<Waiting>()

    /// Makes room for a graph and begins with a node alone, as ``SearchWorkspace`` does.
    mutating func begin(at center: UInt32, nodeCount: Int) {
        base += UInt32(reached.count)
        if base > .max - UInt32(nodeCount) {
            cells = [UInt32](repeating: 0, count: max(nodeCount, cells.count))
            base = 1
        } else if cells.count < nodeCount {
            cells += repeatElement(0, count: nodeCount - cells.count)
        }
        reached.removeAll(keepingCapacity: true)
        waiting.removeAll()
        reach(center, from: 0, by: 0, distance: 0)
    }

    /// The number of nodes that wait.
    var waitingCount: Int { waiting.count }

    /// The place of a node; nil where it wasn't reached.
    func place(of node: UInt32) -> Int? {
        let cell = cells[Int(node)]
        return cell < base ? nil : Int(cell - base)
    }

    /// Notes a way to a node, if it is lighter than those before.
    mutating func reach(_ node: UInt32, from parent: Int, by edge: UInt32, distance: Double) {
        let entry = Reached(
            node: node, parent: UInt32(parent), edge: edge, distance: distance)
        let place: Int
        if let known = self.place(of: node) {
            guard distance < reached[known].distance else { return }
            place = known
            reached[known] = entry
        } else {
            place = reached.count
            cells[Int(node)] = base + UInt32(place)
            reached.append(entry)
        }
        waiting.insert(Waiting(distance: distance, node: node, place: UInt32(place)))
    }

    /// The distance of the node to be settled next; nil where none is left.
    mutating func nextDistance() -> Double? {
        // What was reached by a lighter way after it came to wait is passed over.
        while let first = waiting.minimum, first.distance > reached[Int(first.place)].distance {
            _ = waiting.popMinimum()
        }
        return waiting.minimum?.distance
    }

    /// Settles the nearest node and returns its place.
    mutating func settle() -> Int? {
        guard nextDistance() != nil else { return nil }
        return waiting.popMinimum().map { Int($0.place) }
    }

    /// The nodes from a place back to the centre, with the edges between them.
    func chain(from place: Int) -> (nodes: [UInt32], edges: [UInt32]) {
        var nodes = [reached[place].node]
        var edges: [UInt32] = []
        var place = place
        while Int(reached[place].parent) != place {
            edges.append(reached[place].edge)
            place = Int(reached[place].parent)
            nodes.append(reached[place].node)
        }
        return (nodes, edges)
    }
}
