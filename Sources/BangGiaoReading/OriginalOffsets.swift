public import BangGiaoModel

/// Where each byte of a document's text came from in the bytes that were read.
///
/// Composing letters and unifying line breaks shortens a text; this maps its offsets back. Where
/// nothing was changed it holds nothing. Exact at the bounds of words; inside a word whose bytes
/// were changed it gives a place within that word.
public struct OriginalOffsets: Hashable, Sendable {
    /// The map of a text that is byte for byte what was read.
    public static let identity = OriginalOffsets()

    // From textual[k] on, up to textual[k + 1], original = originals[k] + distance.
    private var textual: [Int] = [0]
    private var originals: [Int] = [0]

    /// Whether every offset is what it was.
    public var isIdentity: Bool { textual.count == 1 && originals[0] == 0 }

    /// Returns the offset in the bytes that were read.
    ///
    /// - Complexity: O(log *c*), where *c* is the number of words that were changed.
    public func original(_ offset: Int) -> Int {
        var low = 0
        var high = textual.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if textual[middle] <= offset { low = middle } else { high = middle }
        }
        let found = originals[low] + offset - textual[low]
        return high < originals.count ? min(found, originals[high]) : found
    }

    /// Returns the span in the bytes that were read.
    public func original(_ span: TextSpan) -> TextSpan {
        let start = original(span.lowerBound)
        return TextSpan(start, max(start, original(span.upperBound)))
    }

    /// Notes that from an offset of the text on, the bytes come from another place than so far.
    mutating func note(_ offset: Int, from original: Int) {
        let last = textual.count - 1
        if originals[last] + offset - textual[last] == original { return }
        if textual[last] == offset {
            originals[last] = original
        } else {
            textual.append(offset)
            originals.append(original)
        }
    }
}
