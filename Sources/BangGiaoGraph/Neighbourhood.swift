extension Graph {
    /// Returns the nodes within some hops of a node, with their distances.
    ///
    /// - Parameters:
    ///   - center: Where to begin.
    ///   - hops: How many edges away a node may be; 0 gives the node alone.
    ///   - filter: Which edges may be used; a closed node is reached, but not passed.
    /// - Returns: The nodes by distance, then by index.
    /// - Complexity: O(edges within *hops* − 1, and the sorting of each level).
    /// - Note: breadth-first search (Moore, 1959), one level a hop.
    public func neighbourhood(
        of center: NodeIndex, hops: Int, filter: EdgeFilter = EdgeFilter()
    ) -> [(node: NodeIndex, distance: Int)] {
        precondition(center.offset < nodeCount, "The node is not of this graph.")
        var seen: Set<UInt32> = [center.rawValue]
        var result = [(node: center, distance: 0)]
        var frontier = [center.rawValue]
        for distance in 0..<max(0, hops) {
            var next: [UInt32] = []
            for node in frontier {
                if distance > 0, filter.closedNodes.contains(NodeIndex(rawValue: node)) { continue }
                for slot in row(of: Int(node))
                where filter.tags.contains(rawTag: tags[Int(rowEdges[slot])])
                    && seen.insert(rowNodes[slot]).inserted
                {
                    next.append(rowNodes[slot])
                }
            }
            if next.isEmpty { break }
            frontier = next.sorted()
            result += frontier.map { (NodeIndex(rawValue: $0), distance + 1) }
        }
        return result
    }
}
