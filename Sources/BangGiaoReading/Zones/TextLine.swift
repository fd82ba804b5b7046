import BangGiaoModel
import Foundation

/// A line of a text that isn't blank, with what its zone is told by.
struct TextLine {
    /// How a line ends.
    enum Ending {
        /// A full stop, or a colon or semicolon after which the text goes on.
        case sentence
        /// Three dots: a teaser cut short, or a list left open.
        case ellipsis
        /// A question or exclamation mark, or a closing quotation mark.
        case mark
        /// A word: headlines, names, labels.
        case open
    }

    /// The first byte that is no space.
    var start: Int
    /// One past the last byte that is no space.
    var end: Int
    /// The number of the run of lines without a blank line between, from 0.
    var block: Int
    var scalars = 0
    var words = 0
    /// The words that begin with a small letter; counted in short lines only.
    var smallWords = 0
    var ending = Ending.open
    /// Equal for equal lines, but for case; different for nearly all others.
    var key: UInt64 = 0
    /// The cues with which the line begins, ends, which are its whole, and which stand anywhere.
    var starts = CueKinds()
    var ends = CueKinds()
    var whole = CueKinds()
    var inside = CueKinds()
    /// Its cues among ``LineTable/matches``.
    var matches = 0..<0
    /// The zone that the page itself tells.
    var hint: Zone.Kind?
    /// The number of the other article that the page itself tells.
    var story: Int?

    /// Whether it begins like a line of names.
    var hasBylineCue: Bool { starts.has(.byline) || starts.has(.credit) || starts.has(.reporter) }

    var span: TextSpan { TextSpan(start, end) }
}

/// A place where a cue stands.
struct CueMatch {
    var kind: ZoneCues.Kind
    /// The index of the line.
    var line: Int
    var start: Int
    var end: Int
    /// Whether only punctuation stands before it in the line.
    var isFirst: Bool
}

/// The lines of a text, and the cues in them.
struct LineTable {
    var bytes: [UInt8]
    var lower: [UInt8]
    var lines: [TextLine] = []
    /// The credits, sources, addresses and days: the cues whose surroundings matter. In the order
    /// of the text.
    var matches: [CueMatch] = []

    /// Cuts a text into lines and looks for the cues.
    ///
    /// - Complexity: O(*n*).
    init(_ bytes: [UInt8], cues: ZoneCues) {
        self.bytes = bytes
        lower = LowercaseBytes.of(bytes)
        cut()
        let longest = lines.reduce(0) { max($0, $1.span.count) }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: longest + 1) { words in
            lower.withUnsafeBufferPointer { lower in
                for index in lines.indices { look(at: index, in: lower, for: cues, words: words) }
            }
        }
    }

    /// Returns the text of a range.
    func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Returns the text of a line.
    func text(_ line: TextLine) -> String { text(line.start, line.end) }

    /// Whether two lines are the same, but for case.
    func areEqual(_ one: TextLine, _ other: TextLine) -> Bool {
        one.key == other.key && one.end - one.start == other.end - other.start
            && lower[one.start..<one.end].elementsEqual(lower[other.start..<other.end])
    }

    private mutating func cut() {
        var found: [TextLine] = []
        bytes.withUnsafeBufferPointer { bytes in
            var block = 0
            var index = 0
            while index < bytes.count {
                let end = Self.lineEnd(bytes, from: index)
                let (first, last) = Self.trimmed(bytes, index, end)
                if first < last {
                    found.append(TextLine(start: first, end: last, block: block))
                } else if found.last?.block == block {
                    block += 1
                }
                index = end + 1
            }
        }
        lines = found
    }

    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        guard let start = bytes.baseAddress,
            let found = memchr(start + index, 0x0A, bytes.count - index)
        else { return bytes.count }
        return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
    }

    /// Leaves out spaces, no-break spaces and marks without width at both ends.
    private static func trimmed(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
    ) -> (Int, Int) {
        var first = start
        var last = end
        while first < last {
            if bytes[first] <= 0x20 {
                first += 1
            } else if last - first >= 2, bytes[first] == 0xC2, bytes[first + 1] == 0xA0 {
                first += 2
            } else if last - first >= 3, isZeroWidth(bytes, first) {
                first += 3
            } else {
                break
            }
        }
        while first < last {
            if bytes[last - 1] <= 0x20 {
                last -= 1
            } else if last - first >= 2, bytes[last - 1] == 0xA0, bytes[last - 2] == 0xC2 {
                last -= 2
            } else if last - first >= 3, isZeroWidth(bytes, last - 3) {
                last -= 3
            } else {
                break
            }
        }
        return (first, last)
    }

    /// Whether U+200B or U+FEFF stands at an index.
    private static func isZeroWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        (bytes[index], bytes[index + 1], bytes[index + 2]) == (0xE2, 0x80, 0x8B)
            || (bytes[index], bytes[index + 1], bytes[index + 2]) == (0xEF, 0xBB, 0xBF)
    }
}
