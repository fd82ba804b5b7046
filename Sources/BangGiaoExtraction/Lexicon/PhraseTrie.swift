/// Finds the phrases of the lexicon that begin at a token.
///
/// A trie over word keys whose edges lie in one open-addressing table: (node, word) → node. Words are
/// 64-bit hashes already, so an edge is found by mixing in its node, without hashing again.
/// - Complexity: a look-up costs one probe for each word matched, whatever the size of the lexicon.
struct PhraseTrie<Value: Sendable>: Sendable {
    private let edges: EdgeTable
    private let nodes: [PhraseNode]
    /// The values of the phrases, node by node.
    private let values: [Value]
    /// Bits of the words that begin a phrase: most tokens are turned away here.
    private let filter: [UInt64]

    private static var filterBits: Int { 1 << 18 }

    /// Makes the trie of phrases, each with a value.
    init(_ phrases: [(words: [WordKey], value: Value)]) {
        var filter = [UInt64](repeating: 0, count: Self.filterBits / 64)
        var table = EdgeTable(edges: phrases.reduce(0) { $0 + $1.words.count })
        // The mixed key of the edge that leads to each node.
        var keys: [UInt64] = [0]
        var nodes = [PhraseNode()]
        var ends: [(node: Int, phrase: Int)] = []
        ends.reserveCapacity(phrases.count)
        for (number, (phrase, _)) in phrases.enumerated() {
            guard let head = phrase.first else { continue }
            let bit = Int(truncatingIfNeeded: head.hash) & (Self.filterBits - 1)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
            var node: Int32 = 0
            for word in phrase {
                let key = Self.mix(node, word)
                nodes[Int(node)].words |= PhraseNode.bit(word)
                node = table.insert(key, leadingTo: Int32(keys.count))
                if Int(node) == keys.count {
                    keys.append(key)
                    nodes.append(PhraseNode())
                }
            }
            ends.append((Int(node), number))
        }
        nodes.append(PhraseNode())
        // Many phrases share words, so that less room will do.
        var edges = EdgeTable(edges: keys.count)
        for node in keys.indices.dropFirst() {
            _ = edges.insert(keys[node], leadingTo: Int32(node))
        }
        // By node; those of one node in their order.
        ends.sort { $0 < $1 }
        for end in ends { nodes[end.node + 1].firstValue += 1 }
        for node in keys.indices { nodes[node + 1].firstValue += nodes[node].firstValue }
        values = ends.map { phrases[$0.phrase].value }
        self.edges = edges
        self.nodes = nodes
        self.filter = filter
    }

    @inline(__always)
    private static func mix(_ node: Int32, _ word: WordKey) -> UInt64 {
        let value = (word.hash ^ UInt64(bitPattern: Int64(node))) &* 0x9E37_79B9_7F4A_7C15
        return value ^ (value >> 29)
    }

    /// Returns the node to which a word leads that begins a phrase; 0 for all other words.
    ///
    /// Asked for all words of a text in a row, these look-ups wait for memory side by side.
    @inline(__always)
    func root(of word: WordKey) -> Int32 {
        let bit = Int(truncatingIfNeeded: word.hash) & (Self.filterBits - 1)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return 0 }
        return edges.node(Self.mix(0, word))
    }

    /// Calls the body with each phrase that begins at a token, shortest first.
    ///
    /// - Parameter root: The root of the token's word.
    @inline(__always)
    func forEachMatch(
        at index: Int, from root: Int32, in tokens: [Token],
        _ body: (_ end: Int, _ value: Value) -> Void
    ) {
        var node = root
        var next = index + 1
        while node != 0 {
            var value = Int(nodes[Int(node)].firstValue)
            let end = Int(nodes[Int(node) + 1].firstValue)
            while value < end {
                body(next, values[value])
                value += 1
            }
            // A phrase never runs over a line break.
            guard next < tokens.count, tokens[next].gap < .line else { return }
            let word = tokens[next].key
            guard nodes[Int(node)].words & PhraseNode.bit(word) != 0 else { return }
            node = edges.node(Self.mix(node, word))
            next += 1
        }
    }
}

/// What a trie knows of a node.
private struct PhraseNode: Sendable {
    /// The first of its values; the next node's is one past the last.
    var firstValue: Int32 = 0
    /// A bit for each word with which a phrase goes on: nearly all others are turned away here.
    var words: UInt32 = 0

    @inline(__always)
    static func bit(_ word: WordKey) -> UInt32 { 1 << UInt32(word.hash >> 59) }
}

/// From the mixed keys of edges to the nodes to which they lead: open addressing, linear probing.
///
/// A slot holds the upper bits of the key, and in the lower ones the node; 0 is a free slot. One
/// integer an edge, so that a probe costs one line of cache.
private struct EdgeTable: Sendable {
    private var slots: [UInt64]
    private let mask: Int

    private static let nodeMask: UInt64 = 1 << 24 - 1

    /// Makes a table for a number of edges; a quarter at least stays free.
    init(edges: Int) {
        precondition(edges < Self.nodeMask, "The lexicon has too many phrases.")
        var size = 1024
        while size * 3 < edges * 4 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        mask = size - 1
    }

    /// Adds an edge to a node unless it is there; returns the node to which it leads.
    mutating func insert(_ key: UInt64, leadingTo node: Int32) -> Int32 {
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot] != 0 {
            if (slots[slot] ^ key) & ~Self.nodeMask == 0 {
                return Int32(truncatingIfNeeded: slots[slot] & Self.nodeMask)
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = key & ~Self.nodeMask | UInt64(node)
        return node
    }

    /// Returns the node to which an edge leads; 0 where there is no such edge.
    @inline(__always)
    func node(_ key: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: key) & mask
        while (slots[slot] ^ key) & ~Self.nodeMask != 0 {
            if slots[slot] == 0 { return 0 }
            slot = (slot + 1) & mask
        }
        return Int32(truncatingIfNeeded: slots[slot] & Self.nodeMask)
    }
}
