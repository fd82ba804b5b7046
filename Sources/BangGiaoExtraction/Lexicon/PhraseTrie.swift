/// Finds the phrases of the lexicon that begin at a token.
///
/// A trie over word keys whose edges lie in one open-addressing table: (node, word) → node. Words are
/// 64-bit hashes already, so an edge is found by mixing in its node, without hashing again.
/// - Complexity: a look-up costs one probe for each word matched, whatever the size of the lexicon.
struct PhraseTrie: Sendable {
    /// The mixed keys of the edges; 0 is a free slot.
    private let keys: [UInt64]
    /// The node to which the edge of a slot leads.
    private let targets: [Int32]
    private let mask: Int
    /// For each node the range of its entries: `firstEntry[node]..<firstEntry[node + 1]`.
    private let firstEntry: [Int32]
    private let entries: [Int32]
    /// Bits of the words that begin a phrase: most tokens are turned away here.
    private let filter: [UInt64]

    private static let filterBits = 1 << 18

    /// Makes the trie of phrases; the number of a phrase is its entry.
    init(_ phrases: [[WordKey]]) {
        var edges: [Edge: Int32] = [:]
        var ends: [[Int32]] = [[]]
        var filter = [UInt64](repeating: 0, count: Self.filterBits / 64)
        for (entry, phrase) in phrases.enumerated() {
            guard let head = phrase.first else { continue }
            let bit = Int(truncatingIfNeeded: head.hash) & (Self.filterBits - 1)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
            var node: Int32 = 0
            for word in phrase {
                let edge = Edge(node: node, word: word)
                if let next = edges[edge] {
                    node = next
                } else {
                    edges[edge] = Int32(ends.count)
                    node = Int32(ends.count)
                    ends.append([])
                }
            }
            ends[Int(node)].append(Int32(entry))
        }
        var size = 1024
        while size < edges.count * 3 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var targets = [Int32](repeating: 0, count: size)
        for (edge, target) in edges {
            let key = Self.mix(edge.node, edge.word)
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            targets[slot] = target
        }
        var first: [Int32] = [0]
        var all: [Int32] = []
        for end in ends {
            all += end
            first.append(Int32(all.count))
        }
        self.keys = keys
        self.targets = targets
        self.mask = size - 1
        self.firstEntry = first
        self.entries = all
        self.filter = filter
    }

    private struct Edge: Hashable {
        var node: Int32
        var word: WordKey
    }

    @inline(__always)
    private static func mix(_ node: Int32, _ word: WordKey) -> UInt64 {
        let value = (word.hash ^ UInt64(bitPattern: Int64(node))) &* 0x9E37_79B9_7F4A_7C15
        return (value ^ (value >> 29)) | 1
    }

    /// Calls the body with each phrase that begins at a token, shortest first.
    @inline(__always)
    func forEachMatch(
        at index: Int, in tokens: [Token], limit: Int, _ body: (_ end: Int, _ entry: Int32) -> Void
    ) {
        let bit = Int(truncatingIfNeeded: tokens[index].key.hash) & (Self.filterBits - 1)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return }
        var node: Int32 = 0
        var next = index
        while next < limit {
            // A phrase never runs over a line break.
            if next > index, tokens[next].gap >= .line { return }
            let key = Self.mix(node, tokens[next].key)
            var slot = Int(truncatingIfNeeded: key) & mask
            while keys[slot] != key {
                if keys[slot] == 0 { return }
                slot = (slot + 1) & mask
            }
            node = targets[slot]
            next += 1
            var entry = Int(firstEntry[Int(node)])
            let end = Int(firstEntry[Int(node) + 1])
            while entry < end {
                body(next, entries[entry])
                entry += 1
            }
        }
    }
}
