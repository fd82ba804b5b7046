/// How a search from both ends came out.
enum SearchOutcome {
    /// The ends are not connected.
    case apart
    /// Every path has more edges than asked for.
    case beyondLimit
    /// The ends are joined by edges between the frontiers, the first of them at a place of the
    /// frontier of a side.
    case met(side: SearchSide, place: Int)
}

/// One side of a search from both ends.
enum SearchSide: UInt32 {
    /// From the source.
    case left = 0
    /// From the target.
    case right = 1
}

/// The search from both ends by whole levels, always on the side whose frontier has fewer edges.
///
/// A cell holds `base + 2 + 2 * place + side`, so that one read tells whether, by which side and at
/// which level a node was reached; `base` alone marks a blocked node. As long as no edge joins the
/// two balls, their ends are further apart than their radii together; so the first edge found is
/// one between the frontiers, and every shortest path runs over such an edge.
extension SearchWorkspace {
    /// The side that touched a node, and its place there; nil for one untouched or blocked.
    func place(of node: UInt32) -> (side: SearchSide, place: Int)? {
        let cell = cells[Int(node)]
        guard cell > base else { return nil }
        return (cell & 1 == 0 ? .left : .right, Int((cell - base) >> 1) - 1)
    }

    /// Grows two balls until they touch.
    ///
    /// - Parameter limit: Paths with more edges aren't sought.
    /// - Precondition: the search was begun, the ends differ and aren't blocked.
    mutating func meet(
        _ source: UInt32, _ target: UInt32, in graph: Graph, gate: some Gate, limit: Int = .max
    ) -> SearchOutcome {
        place(center: source, on: .left)
        place(center: target, on: .right)
        while !left.frontier.isEmpty, !right.frontier.isEmpty {
            guard left.radius + right.radius < limit else { return .beyondLimit }
            let side = cheaperSide(in: graph)
            let met =
                switch side {
                case .left:
                    Self.grow(
                        &left, .left, cells: &cells, base: base, in: graph, gate: gate)
                case .right:
                    Self.grow(
                        &right, .right, cells: &cells, base: base, in: graph, gate: gate)
                }
            if let met { return .met(side: side, place: met) }
        }
        return .apart
    }

    /// Begins a side.
    mutating func place(center: UInt32, on side: SearchSide) {
        cells[Int(center)] = base + 2 + side.rawValue
        switch side {
        case .left: left.begin(at: center)
        case .right: right.begin(at: center)
        }
    }

    private func cheaperSide(in graph: Graph) -> SearchSide {
        if left.frontier.count <= right.frontier.count {
            let work = left.work(in: graph, limit: .max)
            return right.work(in: graph, limit: work) < work ? .right : .left
        }
        let work = right.work(in: graph, limit: .max)
        return left.work(in: graph, limit: work) <= work ? .left : .right
    }

    /// Grows a ball by a level, in the order of its frontier and of rows.
    ///
    /// - Returns: The first place of the frontier from which an edge leads to the other ball, with
    ///   the level unfinished; nil where none does.
    static func grow(
        _ ball: inout SearchBall, _ side: SearchSide, cells: inout [UInt32], base: UInt32,
        in graph: Graph, gate: some Gate
    ) -> Int? {
        var cells = cells.mutableSpan
        let starts = graph.rowStarts.span
        let rowNodes = graph.rowNodes.span
        let rowEdges = graph.rowEdges.span
        for place in ball.frontier {
            let node = ball.nodes[place]
            ball.beginChildren()
            for slot in Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) {
                let neighbour = rowNodes[slot]
                let cell = cells[Int(neighbour)]
                if cell >= base {
                    if cell & 1 != side.rawValue, cell != base,
                        gate.admits(rowEdges[slot], from: node, to: neighbour)
                    {
                        return place
                    }
                } else if gate.admits(rowEdges[slot], from: node, to: neighbour),
                    gate.passes(neighbour)
                {
                    cells[Int(neighbour)] =
                        base + 2 + 2 * UInt32(ball.nodes.count) + side.rawValue
                    ball.nodes.append(neighbour)
                }
            }
        }
        ball.closeLevel()
        return nil
    }

    /// Calls a function for each edge between the frontiers, seen from a side that met the other.
    ///
    /// - Parameters:
    ///   - side: The side whose rows are read, in order.
    ///   - places: Which part of its frontier to read.
    ///   - visit: Takes the place on that side, the place on the other, and the edge's slot.
    func visitCrossings(
        from side: SearchSide, _ places: Range<Int>, in graph: Graph, gate: some Gate,
        visit: (Int, Int, Int) -> Void
    ) {
        let ball = side == .left ? left : right
        for place in places {
            let node = ball.nodes[place]
            for slot in graph.row(of: Int(node)) {
                let neighbour = graph.rowNodes[slot]
                guard let other = self.place(of: neighbour), other.side != side,
                    gate.admits(graph.rowEdges[slot], from: node, to: neighbour)
                else { continue }
                visit(place, other.place, slot)
            }
        }
    }
}

extension SearchBall {
    /// Begins with a node alone.
    mutating func begin(at center: UInt32) {
        nodes.append(center)
        closeLevel()
    }
}
