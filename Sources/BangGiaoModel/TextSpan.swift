/// A half-open range of UTF-8 bytes in a document's text.
///
/// Byte offsets are O(1) to use on Swift's native strings, and mean the same in every other language.
public struct TextSpan: Hashable, Comparable, Sendable, Codable {
    /// The offset of the first byte.
    public var lowerBound: Int
    /// One past the offset of the last byte.
    public var upperBound: Int

    /// Makes the span from the first byte to one past the last.
    ///
    /// - Precondition: `0 <= lowerBound <= upperBound`.
    public init(_ lowerBound: Int, _ upperBound: Int) {
        precondition(
            0 <= lowerBound && lowerBound <= upperBound,
            "A span needs 0 <= lowerBound <= upperBound.")
        self.lowerBound = lowerBound
        self.upperBound = upperBound
    }

    /// The number of bytes.
    public var count: Int { upperBound - lowerBound }

    /// Whether the span has no byte.
    public var isEmpty: Bool { lowerBound == upperBound }

    /// Whether the other span lies within this one.
    public func contains(_ other: TextSpan) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }

    /// Whether the two spans share a byte.
    public func overlaps(_ other: TextSpan) -> Bool {
        lowerBound < other.upperBound && other.lowerBound < upperBound
    }

    /// The smallest span that holds both.
    public func union(_ other: TextSpan) -> TextSpan {
        TextSpan(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
    }

    /// Orders by start; of two with one start the shorter first.
    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
    }
}

extension String {
    /// Returns the text that a span covers.
    ///
    /// - Precondition: the span lies within the text and cuts no character's bytes in two.
    /// - Complexity: O(length of the span).
    public subscript(span: TextSpan) -> String {
        let bytes = utf8
        let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
        let end = bytes.index(start, offsetBy: span.count)
        return String(self[start..<end])
    }
}
