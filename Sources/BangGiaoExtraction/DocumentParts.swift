import BangGiaoModel

/// A document cut into parts that are read one by one.
///
/// What is longer than any article is a collection of them, and rules that compare all mentions or
/// meetings of a text with each other would take the square of its length.
struct DocumentParts: Sequence, IteratorProtocol {
    /// A stretch of the document as a document of its own.
    struct Part {
        var document: Document
        /// The byte of the whole text at which it begins.
        var start: Int
    }

    /// The bytes of a part at most: some 13,000 words, where long articles have 3,000.
    static let maximumBytes = 1 << 16

    private let whole: Document
    private let bytes: [UInt8]
    private var start = 0
    /// The first zone that may reach into the next part.
    private var zone = 0

    /// Cuts a document; each byte is in one part.
    init(_ document: Document) {
        whole = document
        bytes = Array(document.text.utf8)
    }

    mutating func next() -> Part? {
        guard start < bytes.count else { return nil }
        let end = end(after: start)
        defer { start = end }
        var part = whole
        part.text = String(decoding: bytes[start..<end], as: UTF8.self)
        part.zones = []
        while zone < whole.zones.count, whole.zones[zone].span.lowerBound < end {
            let span = whole.zones[zone].span
            let first = Swift.max(span.lowerBound, start)
            let last = Swift.min(span.upperBound, end)
            if first < last {
                var piece = whole.zones[zone]
                piece.span = TextSpan(first - start, last - start)
                part.zones.append(piece)
            }
            if span.upperBound > end { break }
            zone += 1
        }
        return Part(document: part, start: start)
    }

    /// Where the part that begins at a byte ends: after a line, else after a word, else anywhere
    /// between two scalars.
    private func end(after start: Int) -> Int {
        let limit = start + Self.maximumBytes
        guard limit < bytes.count else { return bytes.count }
        let half = start + Self.maximumBytes / 2
        for mark: UInt8 in [0x0A, 0x20] {
            if let last = bytes[half..<limit].lastIndex(of: mark) { return last + 1 }
        }
        var end = limit
        while bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
