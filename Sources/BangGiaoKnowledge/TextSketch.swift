public import BangGiaoModel

/// The runs of words in an article's story, to tell reprints of one text from reports of one event.
///
/// Papers reprint the text of an agency with another headline, shortened or with a sentence more;
/// what they print then confirms nothing that the first didn't.
/// - Note: Broder, "On the Resemblance and Containment of Documents" (1997).
public struct Shingles: Hashable, Sendable {
    /// How many words make a run.
    public static let length = 5
    /// From which share of the shorter text's runs on two texts are one.
    public static let reprintShare = 0.7

    private let runs: Set<UInt32>

    /// Cuts the story of a document: headline, summary and paragraphs, without the page around it.
    ///
    /// - Complexity: O(length of the text).
    public init(_ document: Document) {
        let story = document.zones.filter { [.lead, .body].contains($0.kind) }
        let bytes = Array(document.text.utf8)
        let spans = story.isEmpty ? [TextSpan(0, bytes.count)] : story.map(\.span)
        var words: [UInt32] = []
        for span in spans {
            var hash: UInt32 = 0x811c_9dc5
            var isWord = false
            func end() {
                if isWord { words.append(hash) }
                hash = 0x811c_9dc5
                isWord = false
            }
            for byte in bytes[span.lowerBound..<span.upperBound] {
                let isLetter =
                    byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
                    || byte >= 0x30 && byte <= 0x39
                if isLetter {
                    hash = (hash ^ UInt32(byte)) &* 0x0100_0193
                    isWord = true
                } else {
                    end()
                }
            }
            end()
        }
        var runs: Set<UInt32> = []
        runs.reserveCapacity(words.count)
        for start in words.indices.dropLast(Self.length - 1) {
            var run: UInt32 = 0x811c_9dc5
            for word in words[start..<start + Self.length] { run = (run ^ word) &* 0x85eb_ca6b }
            runs.insert(run ^ run >> 15)
        }
        self.runs = runs
    }

    /// Whether one of two texts holds most of the other: the exact check.
    public func isReprint(of other: Shingles) -> Bool {
        let shorter = min(runs.count, other.runs.count)
        guard shorter > 0 else { return false }
        let shared = Double(runs.intersection(other.runs).count)
        return shared >= Self.reprintShare * Double(shorter)
    }

    /// A sketch that is kept, so that most pairs need no exact check.
    public var sketch: TextSketch { TextSketch(smallest: runs.sorted().prefix(TextSketch.size)) }
}

/// The smallest hashes of a text's runs of words: two texts that share many runs share some of these.
public struct TextSketch: Hashable, Sendable {
    /// How many hashes are kept at most.
    public static let size = 64

    /// The hashes, ascending.
    public var hashes: [UInt32]

    init(smallest hashes: some Sequence<UInt32>) { self.hashes = Array(hashes) }

    /// Makes a sketch of its bytes, four a hash, the highest first.
    public init(bytes: some Sequence<UInt8>) {
        var hashes: [UInt32] = []
        var hash: UInt32 = 0
        for (place, byte) in bytes.enumerated() {
            hash = hash << 8 | UInt32(byte)
            if place % 4 == 3 { hashes.append(hash) }
        }
        self.hashes = hashes
    }

    /// The bytes, four a hash, the highest first.
    public var bytes: [UInt8] {
        hashes.flatMap { hash in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: hash >> $0) } }
    }

    /// Whether two texts may be reprints, so that the exact check is worth its cost.
    ///
    /// Where one text holds the other whole, they share every hash of the shorter that is no larger
    /// than the longer's largest; a single one is enough to look closer.
    public func mayBeReprint(of other: TextSketch) -> Bool {
        var (one, two) = (0, 0)
        while one < hashes.count, two < other.hashes.count {
            if hashes[one] == other.hashes[two] { return true }
            if hashes[one] < other.hashes[two] { one += 1 } else { two += 1 }
        }
        return false
    }
}
