import BangGiaoDrawing
import BangGiaoFormats
import BangGiaoModel
import Foundation

/// Writes the numbered quotations of a figure.
///
/// Names, quotations and headlines come from articles: they are written as text in every form, and
/// only addresses of the web become links.
public struct FootnoteWriter: Sendable {
    private let labels: DiagramLabels

    /// Makes a writer whose dates are in the manner of a language, a code of BCP 47.
    public init(language: String) {
        labels = (DrawingLanguage(rawValue: language) ?? .vietnamese).labels
    }

    /// Returns the list as the contents of a file.
    public func write(
        _ notes: Footnotes, as format: Footnotes.Format, title: String
    ) -> String {
        switch format {
        case .markdown: markdown(notes)
        case .html:
            """
            <!doctype html>
            <html lang="\(HTMLText.escaped(notes.language))"><head><meta charset="utf-8">
            <title>\(HTMLText.escaped(title))</title></head><body>
            \(html(notes))</body></html>

            """
        case .json: json(notes)
        }
    }

    /// Returns a Markdown list, each number a line; empty for no notes.
    public func markdown(_ notes: Footnotes) -> String {
        notes.notes.map { note in
            let citations = note.citations.map { citation in
                let link = citation.url.flatMap(SVGText.webAddress).map { " <\($0)>" } ?? ""
                return "“\(MarkdownText.escaped(citation.quotation))” — "
                    + MarkdownText.escaped(source(of: citation)) + link
            }
            return "\(note.number). **\(MarkdownText.escaped(note.words))**: "
                + citations.joined(separator: "; ") + "\n"
        }.joined()
    }

    /// Returns an HTML list; empty for no notes.
    public func html(_ notes: Footnotes) -> String {
        if notes.notes.isEmpty { return "" }
        let items = notes.notes.map { note in
            let citations = note.citations.map { html($0) }
            return "<li value=\"\(note.number)\"><b>\(HTMLText.escaped(note.words))</b>: "
                + citations.joined(separator: "; ") + "</li>\n"
        }
        return "<ol class=\"footnotes\">\n\(items.joined())</ol>\n"
    }

    /// Returns a quotation with its document as HTML.
    func html(_ citation: Citation) -> String {
        var source = "<cite>\(HTMLText.escaped(self.source(of: citation)))</cite>"
        if let address = citation.url.flatMap(SVGText.webAddress) {
            source = "<a href=\"\(HTMLText.escaped(address))\" rel=\"noopener\">\(source)</a>"
        }
        return "<q>\(HTMLText.escaped(citation.quotation))</q> — \(source)"
    }

    /// The document's headline or id, and its day.
    func source(of citation: Citation) -> String {
        [citation.title ?? citation.document.rawValue, citation.published.map { labels.date($0) }]
            .compactMap(\.self).joined(separator: ", ")
    }

    private func json(_ notes: Footnotes) -> String {
        var json = JSONText(isSpaced: true)
        json.object { json in
            json.newLine(indent: 2)
            json.member("language", notes.language)
            json.nextLine(indent: 2)
            json.name("footnotes")
            json.lines(notes.notes) { json, note in
                json.object { json in
                    json.name("number")
                    json.number(note.number)
                    json.member("words", note.words)
                    json.member("facts", note.facts)
                    json.name("citations")
                    json.array { json in
                        for citation in note.citations {
                            json.object { json in
                                json.member("document", citation.document.rawValue)
                                json.member("title", citation.title)
                                json.member("published", citation.published?.description)
                                json.member("url", citation.url)
                                json.member("quotation", citation.quotation)
                            }
                        }
                    }
                }
            }
            json.newLine(indent: 0)
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }
}

/// Text for Markdown.
enum MarkdownText {
    /// Returns a text on one line that Markdown shows as it is.
    ///
    /// Besides what CommonMark takes for marks, what Pandoc does: `$`, `@`, `^`, `~`, `|`.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in HTMLText.cleaned(text) {
            if "\\`*_{}[]<>#|~&$@^!".contains(character) { result += "\\" }
            result.append(character)
        }
        return result
    }
}
