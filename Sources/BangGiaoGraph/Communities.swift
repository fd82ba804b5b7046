/// Groups of nodes with more edges among them than chance would give.
public struct Communities: Hashable, Sendable {
    /// The number of communities.
    public let count: Int
    /// For each node the number of its community; communities count by their smallest nodes.
    public let numbers: [Int]
    /// How much more of the edges lie within communities than chance would give: 0 for no more, 1 at
    /// most (Newman and Girvan 2004).
    public let modularity: Double

    /// Returns the community of a node.
    public subscript(node: NodeIndex) -> Int { numbers[node.offset] }

    /// The nodes of each community, ascending.
    public var members: [[NodeIndex]] {
        var result = [[NodeIndex]](repeating: [], count: count)
        for (node, number) in numbers.enumerated() { result[number].append(NodeIndex(node)) }
        return result
    }
}

extension Graph {
    /// Finds communities by the Leiden algorithm: each is connected, and no node alone would do
    /// better in another.
    ///
    /// Parallel edges count each. Nodes are gone over by index, and where the original chooses by
    /// chance the best is taken, of equals the first met: two runs agree.
    ///
    /// - Parameter resolution: Above 1 for more and smaller communities, below for fewer; at least
    ///   0.
    /// - Returns: The communities; a node without edges is one of its own.
    /// - Complexity: O(*V* + *E*) a pass; a few passes in practice, without a proven bound.
    /// - Note: Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected
    ///   communities", Scientific Reports 9 (2019).
    public func communities(resolution: Double = 1) -> Communities {
        precondition(resolution >= 0 && resolution.isFinite, "A resolution is at least 0.")
        let network = LeidenNetwork(self, resolution: resolution)
        var numbers = Array(0..<nodeCount)
        while true {
            // Ends, as each pass that moves anything makes the modularity greater.
            let better = network.improved(numbers)
            if better == numbers { break }
            numbers = better
        }
        return Communities(
            count: (numbers.max() ?? -1) + 1, numbers: numbers,
            modularity: network.modularity(of: numbers))
    }
}
