import BangGiaoDrawing
public import BangGiaoFormats
import BangGiaoModel
import Foundation

/// Writes a figure as an interactive page: one HTML file that needs no network.
///
/// Pointing at a shape fades all that has nothing to do with it; choosing it shows the passages that
/// prove it, with the address of their article; names can be searched for without accents, kinds and
/// years be hidden. All texts of articles stand in the page as data and are shown as text; the one
/// script is named to the browser by its hash, so that no other can run.
public struct PageWriter: Sendable {
    private static let prefix = "figure"

    /// Makes a writer.
    public init() {}

    /// Returns the page of a diagram.
    ///
    /// - Throws: ``DrawingError`` where it can't be drawn, ``PageError`` where a file of the library
    ///   is missing.
    public func write(_ diagram: DiagramText) throws -> String {
        let template = try PageTemplate("page.html")
        let script = try PageTemplate("page.js").bare
        let style = try PageTemplate("page.css").bare
        let words = PageWords(language: diagram.language)
        let notes = Footnotes(diagram)
        let figure = try InlineFigure(Self.plain(diagram), prefix: Self.prefix)
        return template.filled { place in
            switch place {
            case "language": HTMLText.escaped(diagram.language)
            case "title": HTMLText.escaped(diagram.title)
            case "style": style + Self.look(of: diagram.theme)
            case "script": script
            case "scriptHash": Self.base64(TextHash(of: script))
            case "figure": figure.svg
            case "figureWidth": figure.width
            case "quotations": FootnoteWriter(language: diagram.language).html(notes)
            case "quotationCount": String(notes.notes.count)
            case "quotationsHidden": notes.notes.isEmpty ? " hidden" : ""
            case "data":
                PageData(diagram, prefix: Self.prefix, words: words).json
            default:
                // The rest are words, such as {{word.search}}.
                HTMLText.escaped(words[String(place.dropFirst("word.".count))])
            }
        }
    }

    // MARK: - Parts

    /// The figure without links and with short titles: a click shows the quotation in the page.
    private static func plain(_ diagram: DiagramText) -> DiagramText {
        var diagram = diagram
        diagram.notes = diagram.notes.mapValues { note in
            var note = note
            (note.href, note.title) = (nil, note.sentence)
            return note
        }
        // The page itself follows the reader's wish for dark.
        if diagram.theme == .auto { diagram.theme = .light }
        return diagram
    }

    /// The figure's colours by day and by night, and which of them the page begins with.
    private static func look(of theme: DrawingTheme) -> String {
        let isDark = theme == .dark
        let scheme =
            switch theme {
            case .dark: "dark"
            case .print: "light"
            case .light, .auto: "light dark"
            }
        let rules = theme == .print ? [] : DrawingTheme.darkening
        return ":root { color-scheme: \(scheme) }\n"
            + rules.map { color in
                let value = isDark ? color.dark : color.light
                let change = "light-dark(\(color.light), \(color.dark))"
                if color.isText { return ".figure text[fill=\"\(value)\"] { fill: \(change) }\n" }
                return """
                    .figure [fill="\(value)"]:not(text) { fill: \(change) }
                    .figure [stroke="\(value)"] { stroke: \(change) }

                    """
            }.joined()
    }

    private static func base64(_ hash: TextHash) -> String {
        var bytes: [UInt8] = []
        var digits = hash.rawValue[...]
        while !digits.isEmpty {
            bytes.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
            digits = digits.dropFirst(2)
        }
        return Data(bytes).base64EncodedString()
    }
}
