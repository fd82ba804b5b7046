/// How often a walk that never ends comes to each node.
public struct PageRank: Hashable, Sendable {
    /// For each node its share; all together make 1.
    public let ranks: [Double]
    /// How many times the nodes were gone over.
    public let sweeps: Int
    /// A bound of the sum of all errors of ``ranks`` against the true shares.
    public let errorBound: Double
}

extension Graph {
    /// Computes the PageRank of every node: the share of steps at which a walk stands there that
    /// follows an edge, each of a node's alike, or else begins anew at any node.
    ///
    /// Parallel edges count each, a loop once. A node without edges begins anew always.
    ///
    /// - Parameters:
    ///   - damping: How often the walk follows an edge, from 0 to below 1.
    ///   - tolerance: The sum of all errors to come down to.
    ///   - maximumSweeps: The nodes are gone over no more often, even if the bound is not reached.
    /// - Returns: The ranks, the same in each run; ``PageRank/errorBound`` says how good they are.
    /// - Complexity: O(*V* + *E*) a sweep, each of which takes the error down to `damping` times it
    ///   at least, mostly to less than half.
    /// - Note: Brin and Page, "The anatomy of a large-scale hypertextual Web search engine" (1998);
    ///   by Gauss-Seidel sweeps over the system of which nodes without edges need no share (Del
    ///   Corso, Gulli, Romani, "Fast PageRank computation via a sparse linear system", Internet
    ///   Mathematics 2, 2005).
    public func pageRank(
        damping: Double = 0.85, tolerance: Double = 1e-10, maximumSweeps: Int = 1_000
    ) -> PageRank {
        precondition(damping >= 0 && damping < 1, "Damping is from 0 to below 1.")
        guard nodeCount > 0 else { return PageRank(ranks: [], sweeps: 0, errorBound: 0) }
        // Solves x = 1 + damping * A (x / degree), kept as shares = x / degree. Where edges have no
        // direction a walk that never begins anew comes to nodes in proportion to their degrees: so
        // the first guess takes the mass that edges bring to be spread like that.
        let carried = Double(nodeCount) * damping / (1 - damping) / Double(max(1, rowNodes.count))
        var shares = (0..<nodeCount).map { node in
            1 / Double(max(1, row(of: node).count)) + carried
        }
        var sweeps = 0
        var error = 0.0
        var sum = 0.0
        repeat {
            let change: Double
            (change, sum) = sweep(&shares, damping: damping)
            // What is left over of the system is at most damping * change, and ranks are divided by
            // a sum that may be as wrong as they are.
            error = 2 * damping / (1 - damping) * change / sum
            sweeps += 1
        } while error > tolerance && sweeps < maximumSweeps
        let ranks = (0..<nodeCount).map { node in
            shares[node] * Double(max(1, row(of: node).count)) / sum
        }
        return PageRank(ranks: ranks, sweeps: sweeps, errorBound: error)
    }

    /// Solves for each node once, from what is known of its neighbours.
    ///
    /// - Returns: By how much the solution changed, and its sum.
    private func sweep(_ shares: inout [Double], damping: Double) -> (change: Double, sum: Double) {
        var shares = shares.mutableSpan
        let (starts, nodes) = (rowStarts.span, rowNodes.span)
        var change = 0.0
        var sum = 0.0
        for node in 0..<nodeCount {
            let row = Int(starts[node])..<Int(starts[node + 1])
            var inflow = 0.0
            for slot in row { inflow += shares[Int(nodes[slot])] }
            let degree = Double(max(1, row.count))
            let share = (1 + damping * inflow) / degree
            change += abs(share - shares[node]) * degree
            sum += share * degree
            shares[node] = share
        }
        return (change, sum)
    }
}
