public import BangGiaoDrawing
public import BangGiaoFormats
public import BangGiaoMarkdown
public import Foundation

/// A report: a Markdown text whose blocks are commands, to be replaced by what they answer.
public struct Report: Sendable {
    /// What a block is replaced by.
    public enum Answer: Hashable, Sendable {
        /// Figures, with whether the numbered quotations are to stand below each.
        case figures([DiagramText], withFootnotes: Bool)
        /// What a command prints, with whether the first line names the columns of the others.
        case text(String, hasHeader: Bool = false)
    }

    /// What a report is made into.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// Markdown, with the figures as files beside it.
        case markdown = "md"
        /// One HTML file with the figures in it.
        case html
    }

    /// A file of a finished report.
    public struct File: Hashable, Sendable {
        /// The path from the report's own folder.
        public var path: String
        /// What is in it.
        public var contents: Data
    }

    /// The template.
    public let document: MarkdownDocument
    /// The blocks, from top to bottom.
    public let blocks: [ReportBlock]

    /// Reads a template.
    ///
    /// - Throws: ``ReportError`` with the line of the first thing that is wrong.
    public init(_ template: String) throws(ReportError) {
        do {
            document = try MarkdownDocument(template, blocksNamed: ReportBlock.name)
        } catch {
            throw ReportError(.unclosedBlock, line: error.line)
        }
        var blocks: [ReportBlock] = []
        for block in document.blocks { blocks.append(try ReportBlock(block)) }
        self.blocks = blocks
    }

    /// Returns the files of the report: the figures first, the report itself last.
    ///
    /// The same template and answers give the same bytes.
    /// - Parameters:
    ///   - answers: One a block.
    ///   - name: The report's file name, such as `out.md`; the figures' folder, `out_files`, is
    ///     called after it.
    ///   - images: What the figures beside Markdown are.
    /// - Precondition: There are as many answers as blocks.
    /// - Throws: ``DrawingError`` where a figure can't be drawn, ``PageError`` where a file of the
    ///   library is missing.
    public func files(
        answers: [Answer], named name: String, as format: Format, images: DrawingFormat = .png
    ) throws -> [File] {
        let stem = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
        switch format {
        case .markdown:
            var writer = MarkdownReportWriter(folder: "\(stem)_files", images: images)
            let parts = try zip(blocks, answers).map { try writer.write($1, for: $0) }
            let text = document.markdown(replacingBlocksBy: parts)
            return writer.files + [File(path: name, contents: Data(text.utf8))]
        case .html:
            var writer = HTMLReportWriter()
            let parts = try zip(blocks, answers).map { try writer.write($1, for: $0) }
            let page = try writer.page(
                document.html(replacingBlocksBy: parts), title: document.title ?? stem,
                language: document.language ?? "vi")
            return [File(path: name, contents: Data(page.utf8))]
        }
    }
}
