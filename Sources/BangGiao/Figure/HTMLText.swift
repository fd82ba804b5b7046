import BangGiaoDrawing

/// Text for HTML.
enum HTMLText {
    /// Returns a text on one line as it may stand between tags and in quoted attributes.
    static func escaped(_ text: String) -> String { entities(in: cleaned(text)) }

    /// Returns lines as they may stand in a `pre` element, blanks and all.
    static func escapedLines(_ text: String) -> String { entities(in: allowed(text)) }

    /// Returns a text on one line, without controls and marks of direction, without blanks at its
    /// ends or side by side.
    static func cleaned(_ text: String) -> String {
        allowed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Returns a text without controls but breaks and tabs, and without marks of direction.
    static func allowed(_ text: String) -> String {
        var allowed = String.UnicodeScalarView()
        allowed.append(contentsOf: text.unicodeScalars.filter(SVGText.isAllowed))
        return String(allowed)
    }

    private static func entities(in text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
