/// A trie over bytes of lower case that finds the cues beginning at a place.
struct CueTrie: Sendable {
    private struct Node {
        var byte: UInt8
        var child: Int32 = -1
        var sibling: Int32 = -1
        /// The first of the cues that end here, linked by ``nextCue``; -1 where none does.
        var cue: Int32 = -1
    }

    private var nodes: [Node] = []
    private var cues: [ZoneCues.Cue] = []
    private var nextCue: [Int32] = []
    private var roots = [Int32](repeating: -1, count: 256)
    /// For each first byte the second bytes that may follow, by their lower six bits.
    private var seconds = [UInt64](repeating: 0, count: 256)

    /// Adds a cue under its words.
    mutating func insert(_ words: String, _ cue: ZoneCues.Cue) {
        let bytes = LowercaseBytes.of(Array(words.utf8))
        guard let first = bytes.first else { return }
        seconds[Int(first)] |= bytes.count > 1 ? 1 << UInt64(bytes[1] & 63) : .max
        var node = roots[Int(first)]
        if node < 0 {
            node = Int32(nodes.count)
            nodes.append(Node(byte: first))
            roots[Int(first)] = node
        }
        for byte in bytes.dropFirst() {
            var next = nodes[Int(node)].child
            while next >= 0, nodes[Int(next)].byte != byte { next = nodes[Int(next)].sibling }
            if next < 0 {
                next = Int32(nodes.count)
                nodes.append(Node(byte: byte, sibling: nodes[Int(node)].child))
                nodes[Int(node)].child = next
            }
            node = next
        }
        nextCue.append(nodes[Int(node)].cue)
        nodes[Int(node)].cue = Int32(cues.count)
        cues.append(cue)
    }

    /// Whether a cue may begin with two bytes; says no for most others.
    func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        seconds[Int(first)] >> UInt64(second & 63) & 1 != 0
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
            var cue = nodes[Int(node)].cue
            if cue >= 0, Self.endsWord(lower, at: next, end: end) {
                while cue >= 0 {
                    body(cues[Int(cue)], next)
                    cue = nextCue[Int(cue)]
                }
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
        return !isWord(byte) || !isWord(lower[index - 1])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
