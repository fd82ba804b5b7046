import ArgumentParser
import BangGiao
import Foundation
import Synchronization

/// `banggiao report`: a Markdown text with figures and tables out of the store.
struct ReportCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Puts figures and answers into a Markdown text.",
        usage: "banggiao report TEMPLATE.md -o OUT.md|OUT.html [--store FILE]",
        discussion: """
            A fenced block of the text whose info string is "banggiao" holds a command that reads \
            the store; it is replaced by the figure, the table or the lines that the command gives. \
            Lines of options may stand above the command:

              ```banggiao
              #| caption: Who met whom
              #| width: 80%
              draw --around Lào --footnotes
              ```

            There are caption, alt (what a figure shows, for those who don't see it), width, and \
            columns (headings of a table, parted by |). OUT.html has the figures in it; beside \
            OUT.md they are files of OUT_files. Pandoc and Quarto make Word and PDF of OUT.md. A \
            block that fails is told with its line, and then nothing is written.

            Examples:
              banggiao report monthly.md -o december.html
              banggiao report monthly.md -o december.md && pandoc december.md -o december.docx
            """
    )

    @Argument(help: ArgumentHelp("The Markdown text with the blocks.", valueName: "template"))
    var template: String

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The report: a name that ends in .md or .html.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "What the figures beside a .md are: png, svg or pdf.", valueName: "format"))
    var images = Images.png

    @OptionGroup var store: StoreOptions

    /// The forms of figures beside Markdown.
    enum Images: String, CaseIterable, ExpressibleByArgument {
        case png
        case svg
        case pdf

        var drawing: DrawingFormat {
            switch self {
            case .png: .png
            case .svg: .svg
            case .pdf: .pdf
            }
        }
    }

    func validate() throws {
        if format == nil { throw ValidationError("-o needs a name that ends in .md or .html.") }
        let files = [template, output].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath() }
        if files[0] == files[1] {
            throw ValidationError("-o is the template itself; give the report another name.")
        }
    }

    func run(on console: Console) async throws {
        let report = try read(on: console)
        var answers: [Report.Answer] = []
        for block in report.blocks {
            do throws(ReportError) {
                answers.append(try await answer(to: block, on: console))
            } catch {
                console.complain("\(template):\(error.line): error: \(error)")
            }
        }
        guard answers.count == report.blocks.count else { throw ExitCode.failure }
        try write(
            report.files(
                answers: answers, named: URL(fileURLWithPath: output).lastPathComponent,
                as: format ?? .markdown, images: images.drawing))
    }

    /// Writes the figures and then the report; nothing where one of them can't be in its place.
    private func write(_ files: [Report.File]) throws {
        let inputs = [template, store.store].map { Input(file: $0) }
        let path = URL(fileURLWithPath: output).deletingLastPathComponent().relativePath
        let folder = try OutputFolder(path, inputs: inputs)
        for file in files { try folder.check(file.path) }
        guard let report = files.last else { return }
        let draft = try folder.open(report.path)
        try draft.write(Array(report.contents))
        for figure in files.dropLast() {
            let url = URL(fileURLWithPath: "\(path)/\(figure.path)")
            try OutputFolder(url.deletingLastPathComponent().relativePath, inputs: inputs)
                .write(figure.contents, to: url.lastPathComponent)
        }
        try draft.finish()
    }

    private var format: Report.Format? {
        Report.Format(rawValue: URL(fileURLWithPath: output).pathExtension.lowercased())
    }

    private func read(on console: Console) throws -> Report {
        guard let text = String(bytes: try Input(file: template).allBytes(), encoding: .utf8) else {
            throw ReadingError(.notUTF8, place: template)
        }
        do throws(ReportError) {
            return try Report(text)
        } catch {
            console.complain("\(template):\(error.line): error: \(error)")
            throw ExitCode.failure
        }
    }
}

// MARK: - Blocks

extension ReportCommand {
    /// What blocks may run: commands that only read a store.
    static let readingCommands: Set<String> = [
        "agreements", "common", "connect", "documents", "draw", "meetings", "neighbors", "path",
        "rank", "show", "timeline", "why",
    ]

    /// Runs a block's command within this process.
    private func answer(
        to block: ReportBlock, on console: Console
    ) async throws(ReportError) -> Report.Answer {
        let name = block.words[0]
        let isWriting = block.words.contains { $0 == "-o" || $0.hasPrefix("--output") }
        guard Self.readingCommands.contains(name), !isWriting else {
            throw ReportError(
                .notAllowed, line: block.line, detail: isWriting ? "\(name) -o" : name)
        }
        let hasStore = block.words.contains { $0 == "--store" || $0.hasPrefix("--store=") }
        let words = block.words + (hasStore ? [] : ["--store", store.store])
        let output = Mutex([UInt8]())
        let place = "\(template):\(block.line)"
        let inner = Console(
            write: { bytes in output.withLock { $0 += bytes } },
            writeTrouble: { bytes in
                let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                for line in lines { console.complain("\(place): \(line)") }
            },
            input: Input(bytes: []), isOutputTerminal: false, isTroubleTerminal: false)
        var hasHeader = false
        do {
            let command = try BangGiaoCommand.parseAsRoot(words)
            hasHeader = (command as? any QuestionCommand)?.question.format == .tsv
            if let drawing = command as? any FigureCommand {
                return try drawing.answer(on: inner)
            }
            guard let command = command as? any ConsoleCommand else {
                throw ReportError(.notAllowed, line: block.line, detail: name)
            }
            try await command.run(on: inner)
        } catch let error as ReportError {
            throw error
        } catch {
            let message = BangGiaoCommand.message(for: error)
            throw ReportError(.failed, line: block.line, detail: message)
        }
        let text = output.withLock { String(decoding: $0, as: UTF8.self) }
        guard !["<svg", "<?xml"].contains(where: text.hasPrefix) else {
            throw ReportError(.pictureAsText, line: block.line, detail: name)
        }
        return .text(text, hasHeader: hasHeader)
    }
}

/// A command whose answer are figures.
protocol FigureCommand {
    /// Returns the figures before they are drawn: the report chooses their form.
    func answer(on console: Console) throws -> Report.Answer
}
