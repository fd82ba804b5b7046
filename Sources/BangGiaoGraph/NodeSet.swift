/// A set of nodes of one graph: one bit a node, up to the greatest member.
public struct NodeSet: Hashable, Sendable {
    private var words: [UInt64] = []

    /// Makes a set of some nodes.
    public init(_ nodes: some Sequence<NodeIndex> = []) {
        for node in nodes { insert(node) }
    }

    /// Adds a node.
    public mutating func insert(_ node: NodeIndex) {
        let word = node.offset >> 6
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
        }
        words[word] |= 1 << (UInt64(node.rawValue) & 63)
    }

    /// Returns whether the set has a node.
    public func contains(_ node: NodeIndex) -> Bool {
        let word = node.offset >> 6
        return word < words.count && words[word] >> (UInt64(node.rawValue) & 63) & 1 == 1
    }
}
