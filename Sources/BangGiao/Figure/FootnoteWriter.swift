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
        list(notes, citation: { markdown($0) }, reference: { "\(see) \\[\($0)\\]" }).map {
            note, text in
            "\(note.number). **\(MarkdownText.escaped(note.words))**: \(text)\n"
        }.joined()
    }

    /// Returns an HTML list; empty for no notes.
    public func html(_ notes: Footnotes) -> String {
        if notes.notes.isEmpty { return "" }
        let items = list(notes, citation: { html($0) }, reference: { "\(see) [\($0)]" }).map {
            note, text in
            "<li value=\"\(note.number)\"><b>\(HTMLText.escaped(note.words))</b>: \(text)</li>\n"
        }
        return "<ol class=\"footnotes\">\n\(items.joined())</ol>\n"
    }

    /// Each passage is quoted once, by the first number it proves; the others refer to that.
    private func list(
        _ notes: Footnotes, citation: (Citation) -> String, reference: (Int) -> String
    ) -> [(note: Footnotes.Note, text: String)] {
        var first: [Citation: Int] = [:]
        return notes.notes.map { note in
            var texts: [String] = []
            var references: [Int] = []
            for one in note.citations {
                if let number = first[one] {
                    if !references.contains(number) { references.append(number) }
                } else {
                    first[one] = note.number
                    texts.append(citation(one))
                }
            }
            return (note, (texts + references.sorted().map(reference)).joined(separator: "; "))
        }
    }

    private var see: String { PageWords(language: labels.language)["see"] }

    private func markdown(_ citation: Citation) -> String {
        let link = citation.url.flatMap(SVGText.webAddress).map { " <\($0)>" } ?? ""
        return "“\(MarkdownText.escaped(citation.quotation))” — "
            + MarkdownText.escaped(source(of: citation)) + link
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
