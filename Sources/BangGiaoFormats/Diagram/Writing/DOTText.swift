import Foundation

/// Text on its way into DOT: each kind of label has its own escapes, chosen by type.
enum DOTText {
    /// Returns a text on one line that may stand in a picture: NFC, without controls, without marks
    /// of direction; at most so many characters.
    static func cleaned(_ text: String, maximum: Int = 1_000) -> String {
        var scalars = String.UnicodeScalarView()
        var hasBlank = true
        var count = 0
        for scalar in text.unicodeScalars {
            if count > 4 * maximum { break }
            count += 1
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2028, 0x2029:
                if !hasBlank { scalars.append(" ") }
                hasBlank = true
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0xFEFF, 0xFFFE, 0xFFFF, 0x200B, 0x200E, 0x200F,
                0x061C, 0x202A...0x202E, 0x2060...0x2069, 0xFFF9...0xFFFB:
                continue
            default:
                scalars.append(scalar)
                hasBlank = false
            }
        }
        var result = String(scalars).precomposedStringWithCanonicalMapping
        if result.last == " " { result.removeLast() }
        return result.count <= maximum ? result : result.prefix(maximum - 1) + "…"
    }

    /// Returns a text for the inside of an HTML-like label.
    static func html(_ text: String) -> String {
        var result = ""
        for scalar in cleaned(text, maximum: 200).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // Graphviz replaces \N, \G and the like in these labels too.
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Returns a quoted string of DOT that shows the text as it is.
    static func quoted(_ text: String) -> String { "\"\(plain(text))\"" }

    /// Returns a quoted string of DOT that shows texts one below the other.
    static func quoted(lines: [String]) -> String {
        "\"\(lines.map(plain).joined(separator: "\\n"))\""
    }

    private static func plain(_ text: String) -> String {
        var result = ""
        for scalar in cleaned(text, maximum: 200).unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "&": result += "&amp;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// The label of a node: plain or a table, by type and never by looking at the content.
enum DOTLabel: Hashable {
    /// Shown as it is.
    case text(String)
    /// One HTML-like table; its texts are escaped already.
    case table(HTMLTable)

    /// The value of the attribute `label`.
    ///
    /// HTML is always a table: Graphviz keeps one copy of equal strings, and a bare HTML label would
    /// turn a plain one of the same letters into HTML.
    var value: String {
        switch self {
        case .text(let text): DOTText.quoted(text)
        case .table(let table): "<\(table.markup)>"
        }
    }
}

/// A table of an HTML-like label.
struct HTMLTable: Hashable {
    /// A cell: its attributes, and markup that is escaped already.
    struct Cell: Hashable {
        var attributes: String
        var content: String

        init(_ attributes: String, _ content: String) {
            self.attributes = attributes
            self.content = content
        }
    }

    var attributes: String
    var rows: [[Cell]]

    /// A line of text: its markup, and its size in points.
    struct Line: Hashable {
        var markup: String
        var size: Double
        /// Graphviz takes 1.2 times the size; a point of padding above and below.
        var height: Double { size * 1.2 + 2 }
    }

    /// A table of lines that keep together in the middle of a cell of a height; Graphviz would draw
    /// them apart to fill it.
    static func stack(_ lines: [Line], height: Double) -> HTMLTable {
        var table = stack(lines.map(\.markup))
        let rest = Int((height - lines.reduce(0) { $0 + $1.height }) / 2)
        if rest > 0 {
            let space = [Cell("HEIGHT=\"\(rest)\"", "")]
            table.rows = [space] + table.rows + [space]
        }
        return table
    }

    /// A table that only stacks its lines, without borders.
    static func stack(_ lines: [String], align: String = "LEFT") -> HTMLTable {
        HTMLTable(
            attributes:
                "BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\"",
            // A table without rows is an error of syntax to Graphviz.
            rows: (lines.isEmpty ? ["?"] : lines).map { [Cell("ALIGN=\"\(align)\"", $0)] })
    }

    var markup: String {
        var result = "<TABLE \(attributes)>"
        for row in rows {
            result += "<TR>"
            for cell in row { result += "<TD \(cell.attributes)>\(cell.content)</TD>" }
            result += "</TR>"
        }
        return result + "</TABLE>"
    }
}
