/// A trie over bytes of lower case that finds the cues beginning at a place.
struct CueTrie: Sendable {
    private struct Node {
        var byte: UInt8
        var child: Int32 = -1
        var sibling: Int32 = -1
        var cues: [ZoneCues.Cue] = []
    }

    private var nodes: [Node] = []
    private var roots = [Int32](repeating: -1, count: 256)

    /// Adds a cue under its words.
    mutating func insert(_ words: String, _ cue: ZoneCues.Cue) {
        var previous: Int32 = -1
        for byte in LowercaseBytes.of(Array(words.utf8)) {
            let first = previous < 0 ? roots[Int(byte)] : nodes[Int(previous)].child
            var next = first
            while next >= 0, nodes[Int(next)].byte != byte { next = nodes[Int(next)].sibling }
            if next < 0 {
                next = Int32(nodes.count)
                // Roots are found by their byte; the others hang as a list below their parent.
                nodes.append(Node(byte: byte, sibling: previous < 0 ? -1 : first))
                if previous < 0 {
                    roots[Int(byte)] = next
                } else {
                    nodes[Int(previous)].child = next
                }
            }
            previous = next
        }
        if previous >= 0 { nodes[Int(previous)].cues.append(cue) }
    }

    /// Calls a body with each cue that begins at an index and ends with a word.
    func match(
        _ lower: UnsafeBufferPointer<UInt8>, from index: Int, to end: Int,
        _ body: (ZoneCues.Cue, Int) -> Void
    ) {
        guard index < end else { return }
        var node = roots[Int(lower[index])]
        var next = index + 1
        while node >= 0 {
            let found = nodes[Int(node)].cues
            if !found.isEmpty, Self.endsWord(lower, at: next, end: end) {
                for cue in found { body(cue, next) }
            }
            guard next < end else { return }
            node = nodes[Int(node)].child
            let byte = lower[next]
            while node >= 0, nodes[Int(node)].byte != byte { node = nodes[Int(node)].sibling }
            next += 1
        }
    }

    /// Whether no letter or digit goes on at an index.
    private static func endsWord(
        _ lower: UnsafeBufferPointer<UInt8>, at index: Int, end: Int
    ) -> Bool {
        guard index < end else { return true }
        let byte = lower[index]
        if byte >= 0x80 { return byte == 0xC2 || byte == 0xE2 }
        return !(byte &- 0x61 < 26 || byte &- 0x30 < 10) || !isWord(lower[index - 1])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
