import BangGiaoDrawing
import BangGiaoFormats
import Foundation

/// Sets the answers of a report as HTML; each figure's ids begin with a prefix of its own.
struct HTMLReportWriter {
    private var figureCount = 0

    mutating func write(_ answer: Report.Answer, for block: ReportBlock) throws -> String {
        switch answer {
        case .figures(let diagrams, let withFootnotes):
            return try diagrams.map { diagram in
                try figure(diagram, for: block, withFootnotes: withFootnotes)
            }.joined()
        case .text(let text, let hasHeader):
            let caption = block.caption.map(HTMLText.escaped)
            if let table = ReportTable(text, columns: block.columns, hasHeader: hasHeader) {
                return Self.html(of: table, caption: caption)
            }
            return """
                <figure class="answer"><pre>\(HTMLText.escapedLines(text))</pre>
                \(caption.map { "<figcaption>\($0)</figcaption>\n" } ?? "")</figure>

                """
        }
    }

    /// Returns the whole page.
    ///
    /// - Throws: ``PageError`` where a file of the library is missing.
    func page(_ body: String, title: String, language: String) throws(PageError) -> String {
        let style = try PageTemplate("report.css").bare
        return try PageTemplate("report.html").filled { place in
            switch place {
            case "language": HTMLText.escaped(language)
            case "title": HTMLText.escaped(title)
            case "style": style
            default: body
            }
        }
    }

    private mutating func figure(
        _ diagram: DiagramText, for block: ReportBlock, withFootnotes: Bool
    ) throws -> String {
        figureCount += 1
        let drawn = try InlineFigure(diagram, prefix: "figure-\(figureCount)")
        let width = block.width.map { "; width: \($0)" } ?? ""
        let label =
            block.alternative.map { " aria-label=\"\(HTMLText.escaped($0))\" role=\"figure\"" }
            ?? ""
        let notes =
            withFootnotes
            ? FootnoteWriter(language: diagram.language).html(Footnotes(diagram)) : ""
        return """
            <figure class="drawing"\(label)>
            <div class="scroll" style="--width: \(drawn.width)\(width)">
            \(drawn.svg)</div>
            <figcaption>\(HTMLText.escaped(block.caption ?? diagram.title))</figcaption>
            \(notes)</figure>

            """
    }

    private static func html(of table: ReportTable, caption: String?) -> String {
        func row(_ cells: [String], _ tag: String) -> String {
            let cells = cells.map { "<\(tag)>\(HTMLText.escaped($0))</\(tag)>" }
            return "<tr>\(cells.joined())</tr>\n"
        }
        let head =
            table.columns.allSatisfy(\.isEmpty)
            ? "" : "<thead>\n\(row(table.columns, "th"))</thead>\n"
        return """
            <div class="scroll"><table>
            \(caption.map { "<caption>\($0)</caption>\n" } ?? "")\(head)<tbody>
            \(table.rows.map { row($0, "td") }.joined())</tbody></table></div>

            """
    }
}
