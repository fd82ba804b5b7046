import BangGiaoDrawing
import BangGiaoFormats
import Foundation

/// Sets the answers of a report as Markdown that Pandoc, Quarto and GitHub read alike.
struct MarkdownReportWriter {
    /// The folder of the figures, beside the report.
    let folder: String
    let images: DrawingFormat
    private(set) var files: [Report.File] = []

    init(folder: String, images: DrawingFormat) {
        self.folder = folder
        self.images = images
    }

    mutating func write(_ answer: Report.Answer, for block: ReportBlock) throws -> String {
        switch answer {
        case .figures(let diagrams, let withFootnotes):
            return try diagrams.map { diagram in
                let image = try figure(diagram, for: block)
                guard withFootnotes else { return image }
                let notes = FootnoteWriter(language: diagram.language)
                    .markdown(Footnotes(diagram))
                return notes.isEmpty ? image : "\(image)\n\(notes)"
            }.joined(separator: "\n")
        case .text(let text, let hasHeader):
            if let table = ReportTable(text, columns: block.columns, hasHeader: hasHeader) {
                return markdown(of: table, for: block)
            }
            return verbatim(text, for: block)
        }
    }

    private mutating func figure(
        _ diagram: DiagramText, for block: ReportBlock
    ) throws -> String {
        let path = "\(folder)/figure-\(files.count + 1).\(images.fileExtension)"
        let picture = try DiagramRenderer().render(diagram, as: images)
        files.append(.init(path: path, contents: picture))
        var attributes: [String] = []
        if let alternative = block.alternative {
            attributes.append("alt=\"\(Self.attribute(alternative))\"")
        }
        if let width = block.width { attributes.append("width=\(width)") }
        let caption = MarkdownText.escaped(block.caption ?? diagram.title)
        let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return "![\(caption)](\(address.replacing("(", with: "%28").replacing(")", with: "%29")))"
            + (attributes.isEmpty ? "" : "{\(attributes.joined(separator: " "))}") + "\n"
    }

    private func markdown(of table: ReportTable, for block: ReportBlock) -> String {
        func line(_ cells: [String]) -> String {
            "| " + cells.map { MarkdownText.escaped($0) }.joined(separator: " | ") + " |\n"
        }
        let rule = "|" + String(repeating: "---|", count: table.columns.count) + "\n"
        let caption = block.caption.map { "\nTable: \(MarkdownText.escaped($0))\n" } ?? ""
        return line(table.columns) + rule + table.rows.map(line).joined() + caption
    }

    private func verbatim(_ text: String, for block: ReportBlock) -> String {
        let text = HTMLText.allowed(text)
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        let caption = block.caption.map { "*\(MarkdownText.escaped($0))*\n\n" } ?? ""
        let lines = text.hasSuffix("\n") || text.isEmpty ? text : text + "\n"
        return "\(caption)\(fence)text\n\(lines)\(fence)\n"
    }

    private static func attribute(_ text: String) -> String {
        HTMLText.cleaned(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}

/// What a command prints as a table: lines of as many cells each, parted by tabs.
struct ReportTable {
    var columns: [String]
    var rows: [[String]]

    /// Reads a text; nil where it is no table.
    ///
    /// - Parameters:
    ///   - columns: The headings; without them they are those of the text's own header, else empty.
    ///   - hasHeader: Whether the first line is a header, and no row.
    init?(_ text: String, columns: [String], hasHeader: Bool) {
        var rows = text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard let count = rows.first?.count, count > 1, rows.allSatisfy({ $0.count == count })
        else { return nil }
        let header = hasHeader ? rows.removeFirst() : []
        let columns = columns.isEmpty ? header : columns
        self.rows = rows
        self.columns = (0..<count).map { $0 < columns.count ? columns[$0] : "" }
    }
}
