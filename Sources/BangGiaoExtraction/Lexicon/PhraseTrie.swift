/// Finds the phrases of the lexicon that begin at a token.
///
/// A trie over word keys whose edges lie in one hash table: (node, word) → node.
/// - Complexity: a look-up costs one probe for each word matched, whatever the size of the lexicon.
struct PhraseTrie: Sendable {
    private struct Edge: Hashable {
        var node: Int32
        var word: WordKey
    }

    private var edges: [Edge: Int32] = [:]
    /// For each node: the entries of the phrases that end there.
    private var entries: [[Int32]] = [[]]
    /// The words that begin a phrase, so that most tokens cost one probe of a small set.
    private var first: Set<WordKey> = []

    /// Adds a phrase for an entry; a phrase may have several entries.
    mutating func insert(_ phrase: [WordKey], entry: Int32) {
        guard let head = phrase.first else { return }
        first.insert(head)
        var node: Int32 = 0
        for word in phrase {
            let edge = Edge(node: node, word: word)
            if let next = edges[edge] {
                node = next
            } else {
                let next = Int32(entries.count)
                entries.append([])
                edges[edge] = next
                node = next
            }
        }
        if !entries[Int(node)].contains(entry) { entries[Int(node)].append(entry) }
    }

    /// Calls the body with each phrase that begins at a token, shortest first.
    @inline(__always)
    func forEachMatch(
        at index: Int, in tokens: [Token], limit: Int, _ body: (_ end: Int, _ entry: Int32) -> Void
    ) {
        guard first.contains(tokens[index].key) else { return }
        var node: Int32 = 0
        var next = index
        while next < limit {
            // A phrase never runs over a line break.
            if next > index, tokens[next].gap >= .line { return }
            guard let following = edges[Edge(node: node, word: tokens[next].key)] else { return }
            node = following
            next += 1
            for entry in entries[Int(node)] { body(next, entry) }
        }
    }
}
