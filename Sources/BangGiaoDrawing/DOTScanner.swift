/// Finds where a graph ends in DOT text, by the rules of libcgraph's scanner.
///
/// libcgraph keeps what follows a graph in a buffer, and whether it is inside a comment or a string in
/// a variable; both would reach the next text of the process. So it gets nothing but the graph, and
/// nothing that begins without an end.
struct DOTScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// Returns the text up to the brace that ends the first graph, or all of it where none ends.
    ///
    /// - Complexity: O(length).
    static func firstGraph(of text: String) throws(DrawingError) -> String {
        var scanner = DOTScanner(bytes: Array(text.utf8))
        guard !scanner.bytes.contains(0) else {
            throw DrawingError(.unreadable, "The DOT text holds a NUL byte; take it out.")
        }
        let end = try scanner.endOfFirstGraph()
        return end == scanner.bytes.count
            ? text : String(decoding: scanner.bytes[..<end], as: UTF8.self)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func endOfFirstGraph() throws(DrawingError) -> Int {
        var depth = 0
        while position < bytes.count {
            let start = (position: position, line: line)
            let byte = bytes[position]
            advance()
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return position }
            case UInt8(ascii: "#"):
                let isFirst = start.position == 0 || bytes[start.position - 1] == 0x0A
                if isFirst { skipLine() }
            case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
                advance()
                try skipComment(from: start.line)
            case UInt8(ascii: "\""): try skipString(from: start.line)
            case UInt8(ascii: "<"): try skipHTML(from: start.line)
            default: break
            }
        }
        return bytes.count
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func advance() {
        if bytes[position] == 0x0A { line += 1 }
        position += 1
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != 0x0A { advance() }
    }

    private mutating func skipComment(from start: Int) throws(DrawingError) {
        while position < bytes.count {
            let byte = bytes[position]
            advance()
            if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
                advance()
                return
            }
        }
        throw missingEnd(of: "comment", "*/", start)
    }

    private mutating func skipString(from start: Int) throws(DrawingError) {
        while position < bytes.count {
            let byte = bytes[position]
            advance()
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\"), next != nil { advance() }
        }
        throw missingEnd(of: "quoted string", "\"", start)
    }

    private mutating func skipHTML(from start: Int) throws(DrawingError) {
        var depth = 1
        while position < bytes.count {
            let byte = bytes[position]
            advance()
            if byte == UInt8(ascii: "<") { depth += 1 }
            if byte == UInt8(ascii: ">") { depth -= 1 }
            if depth == 0 { return }
        }
        throw missingEnd(of: "HTML-like string", ">", start)
    }

    private func missingEnd(of what: String, _ end: String, _ line: Int) -> DrawingError {
        DrawingError(
            .unreadable,
            """
            Graphviz cannot read the DOT text. The \(what) that begins in line \(line) has no end \
            (\(end)).
            """)
    }
}
