/// Which nodes of a graph hang together.
public struct ConnectedComponents: Hashable, Sendable {
    /// The number of components.
    public let count: Int
    /// For each node the number of its component; components count by their smallest nodes.
    public let numbers: [Int]

    /// Returns the component of a node.
    public subscript(node: NodeIndex) -> Int { numbers[node.offset] }

    /// The nodes of each component, ascending.
    public var members: [[NodeIndex]] {
        var result = [[NodeIndex]](repeating: [], count: count)
        for (node, number) in numbers.enumerated() { result[number].append(NodeIndex(node)) }
        return result
    }
}

extension Graph {
    /// Finds the connected components.
    ///
    /// - Parameter allowed: The kinds of edges that connect.
    /// - Complexity: O(*V* + *E*) time, O(*V*) space.
    /// - Note: Hopcroft and Tarjan, Communications of the ACM 16 (1973), Algorithm 447.
    public func connectedComponents(tags allowed: EdgeTagSet = .all) -> ConnectedComponents {
        let gate = FilterGate(SearchFilter(tags: allowed), of: self)
        var numbers = [Int](repeating: -1, count: nodeCount)
        var count = 0
        var stack: [Int] = []
        for start in 0..<nodeCount where numbers[start] < 0 {
            numbers[start] = count
            stack.append(start)
            while let node = stack.popLast() {
                for slot in row(of: node) {
                    let neighbour = Int(rowNodes[slot])
                    guard numbers[neighbour] < 0,
                        gate.admits(rowEdges[slot], from: UInt32(node), to: rowNodes[slot])
                    else { continue }
                    numbers[neighbour] = count
                    stack.append(neighbour)
                }
            }
            count += 1
        }
        return ConnectedComponents(count: count, numbers: numbers)
    }
}
