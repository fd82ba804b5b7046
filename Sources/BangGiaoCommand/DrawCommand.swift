import ArgumentParser
import BangGiao
import Foundation

/// `banggiao draw`: all or a part of the graph as a picture.
struct DrawCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draws the graph, or a part of it.",
        usage: """
            banggiao draw [--around A --hops N | --between A B | --path A B
                             | --connect A B C | --document D | --all]
                            [--style STYLE] [--since DATE] [--until DATE] [--at DATE]
                            [--relations LIST] [--countries LIST]
                            [--split year|country] [--footnotes]
                            [-T svg|png|pdf|html|dot] [-o FILE]
            """,
        discussion: """
            Without --style, up to 60 meetings and agreements are drawn as a diagram of three bands \
            (home country, what happened, the others), more as a map. What is too large to read \
            says so, and which options would make it readable. HTML is an interactive page: one file \
            that shows the quotations behind what one clicks on, searches and filters.

            Examples:
              banggiao draw > graph.svg
              banggiao draw --around "Phạm Thu Hằng" -o hang.svg
              banggiao draw --between "Việt Nam" Lào --theme dark -o lao.svg
              banggiao draw --path "Vũ Quang Minh" Campuchia -T pdf -o path.pdf
              banggiao draw --countries VN,KH --since 2020 --style timeline -o kh.svg
              banggiao draw --document seed-003 --language en -o seed-003.png
              banggiao draw --style overview --split year -o years/overview.svg
              banggiao draw --around Lào -o lao.html
              banggiao draw --document seed-003 --footnotes -o seed-003.pdf
              banggiao draw -T dot | dot -Tsvg       with a Graphviz of your own
            """
    )

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: TimeOptions

    @OptionGroup var drawing: DrawingOptions

    @Option(
        name: .customShort("T"),
        help: ArgumentHelp(
            "The form of the picture. (default: as the file's name ends, svg without ending)",
            valueName: "format"))
    var format: PictureFormat?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The file to write; else standard output. Of several figures each adds its name.",
            valueName: "file"))
    var output: String?

    @Flag(
        help: ArgumentHelp(
            """
            Numbers the figure, and writes the list of its quotations beside it: NAME.footnotes.md.
            """))
    var footnotes = false

    @Option(help: ArgumentHelp("The form of the list: md, html or json.", valueName: "format"))
    var footnotesFormat = Footnotes.Format.markdown

    func validate() throws {
        guard let output else { return }
        if output.isEmpty || output.hasSuffix("/") {
            throw ValidationError("-o needs the name of a file.")
        }
        let ending = URL(fileURLWithPath: output).pathExtension
        if format == nil, self.ending == nil, !ending.isEmpty {
            let known = PictureFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
            throw ValidationError("-o: no picture ends in .\(ending); take \(known), or give -T.")
        }
    }

    func run(on console: Console) async throws {
        // Not when it's parsed: a report asks for figures without files, too.
        if output == nil, footnotes || drawing.split != nil {
            throw ValidationError(
                footnotes
                    ? "--footnotes writes a list beside the figure: give -o FILE."
                    : "--split makes several figures: give -o FILE.")
        }
        let format = self.format ?? ending ?? .svg
        if output == nil, !format.isText, console.isOutputTerminal {
            throw UnprintablePicture(format: format.rawValue)
        }
        let knowledge = try time.knowledge(store)
        let figures = try drawing.figures(
            of: knowledge, showsNumbers: footnotes, on: console)
        guard let output else {
            for figure in figures {
                try console.write(Array(drawing.picture(of: figure, as: format)))
            }
            return
        }
        let url = URL(fileURLWithPath: output)
        let folder = try OutputFolder(url.deletingLastPathComponent().relativePath)
        for figure in figures {
            let name = Self.name(url.lastPathComponent, of: figure)
            try folder.write(drawing.picture(of: figure, as: format), to: name)
            guard footnotes else { continue }
            let notes = FootnoteWriter(language: figure.diagram.language).write(
                Footnotes(figure.diagram), as: footnotesFormat, title: figure.diagram.title)
            let stem = URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
            try folder.write(notes.utf8, to: "\(stem).footnotes.\(footnotesFormat.rawValue)")
        }
    }

    /// `lao.svg`, and of several figures `lao-2021.svg`.
    private static func name(_ file: String, of figure: Figure) -> String {
        guard !figure.name.isEmpty else { return file }
        let url = URL(fileURLWithPath: file)
        let stem = url.deletingPathExtension().lastPathComponent
        return url.pathExtension.isEmpty
            ? "\(stem)-\(figure.name)" : "\(stem)-\(figure.name).\(url.pathExtension)"
    }

    private var ending: PictureFormat? {
        output.flatMap {
            PictureFormat(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased())
        }
    }
}

/// The forms of a picture.
enum PictureFormat: String, CaseIterable, ExpressibleByArgument {
    case svg
    case png
    case pdf
    case dot
    case html

    /// What the renderer writes; nil for the page, which is written round it.
    var drawing: DrawingFormat? {
        switch self {
        case .svg: .svg
        case .png: .png
        case .pdf: .pdf
        case .dot: .dot
        case .html: nil
        }
    }

    var isText: Bool { self != .png && self != .pdf }
}

extension DrawCommand: FigureCommand {
    func answer(on console: Console) throws -> Report.Answer {
        let figures = try drawing.figures(
            of: time.knowledge(store), showsNumbers: footnotes, on: console)
        return .figures(figures.map(\.diagram), withFootnotes: footnotes)
    }
}

/// A picture of bytes that a terminal can't show.
struct UnprintablePicture: Error, CustomStringConvertible {
    var format: String

    var description: String { "a terminal can't show a \(format); give -o FILE." }
}
