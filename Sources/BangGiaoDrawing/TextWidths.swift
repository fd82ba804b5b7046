import CGraphviz

/// How wide libgvc took each line of text to be, by the id of the object that shows it.
///
/// With these a viewer whose fonts differ from ours can be told to make each text as wide as its
/// box expects; see ``SVGPostProcessor``.
public struct TextWidths: Hashable, Sendable {
    /// One line of text.
    public struct Line: Hashable, Sendable {
        /// The text.
        public var text: String
        /// Its width in points.
        public var width: Double
    }

    /// The lines of an object, in the order of drawing, by the attribute `id` of the object.
    public var lines: [String: [Line]]

    /// Makes a table of widths.
    public init(lines: [String: [Line]] = [:]) { self.lines = lines }
}

extension GraphvizGraph {
    /// Returns the widths of all texts; libgvc must have rendered `xdot` before.
    borrowing func textWidths() -> TextWidths {
        var result = TextWidths()
        forEachObject { object, _ in
            guard let id = bg_get(object, "id"), id.pointee != 0,
                let drawn = bg_get(object, "_ldraw_"), drawn.pointee != 0
            else { return }
            let lines = Self.lines(ofXDot: Array(String(cString: drawn).utf8))
            if !lines.isEmpty { result.lines[String(cString: id), default: []] += lines }
        }
        return result
    }

    /// Reads the operations `T x y alignment width length -text` of an xdot string.
    static func lines(ofXDot bytes: [UInt8]) -> [TextWidths.Line] {
        var result: [TextWidths.Line] = []
        var scan = XDotScanner(bytes: bytes)
        while let operation = scan.word() {
            switch operation {
            case "T":
                guard scan.skip(words: 3), let width = scan.number(), let text = scan.text() else {
                    return result
                }
                result.append(.init(text: text, width: width))
            case "F":
                guard scan.skip(words: 1), scan.text() != nil else { return result }
            case "C", "c", "S":
                guard scan.text() != nil else { return result }
            case "t":
                guard scan.skip(words: 1) else { return result }
            case "E", "e":
                guard scan.skip(words: 4) else { return result }
            case "P", "p", "L", "B", "b":
                guard let points = scan.number(), scan.skip(words: 2 * Int(points)) else {
                    return result
                }
            default: return result
            }
        }
        return result
    }
}

/// Reads xdot's words: numbers and counted texts, parted by blanks.
private struct XDotScanner {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func word() -> String? {
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        guard position < bytes.count else { return nil }
        let start = position
        while position < bytes.count, bytes[position] != 0x20 { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func number() -> Double? { word().flatMap { Double($0) } }

    mutating func skip(words: Int) -> Bool {
        guard words >= 0, words <= bytes.count else { return false }
        for _ in 0..<words where word() == nil { return false }
        return true
    }

    /// A number of bytes, a blank, a minus, the bytes.
    mutating func text() -> String? {
        guard let length = number().map({ Int($0) }), length >= 0,
            position + 2 + length <= bytes.count, bytes[position + 1] == UInt8(ascii: "-")
        else { return nil }
        let start = position + 2
        position = start + length
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}
