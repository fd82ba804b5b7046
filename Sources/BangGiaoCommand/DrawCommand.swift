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
                            [--split year|country] [-T svg|png|pdf|dot] [-o FILE]
            """,
        discussion: """
            Without --style, up to 60 meetings and agreements are drawn as a diagram of three bands \
            (home country, what happened, the others), more as a map. What is too large to read \
            says so, and which options would make it readable.

            Examples:
              banggiao draw > graph.svg
              banggiao draw --around "Phạm Thu Hằng" -o hang.svg
              banggiao draw --between "Việt Nam" Lào --theme dark -o lao.svg
              banggiao draw --path "Vũ Quang Minh" Campuchia -T pdf -o path.pdf
              banggiao draw --countries VN,KH --since 2020 --style timeline -o kh.svg
              banggiao draw --document seed-003 --language en -o seed-003.png
              banggiao draw --style overview --split year -o years/overview.svg
              banggiao draw -T dot | dot -Tsvg       with a Graphviz of your own
            """
    )

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: TimeOptions

    @OptionGroup var drawing: DrawingOptions

    @Option(
        name: .customShort("T"),
        help: ArgumentHelp(
            "The form of the picture. (default: as the file's name ends, else svg)",
            valueName: "format"))
    var format: PictureFormat?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "The file to write; else standard output. Of several figures each adds its name.",
            valueName: "file"))
    var output: String?

    func validate() throws {
        if drawing.split != nil, output == nil {
            throw ValidationError("--split makes several figures: give -o FILE.")
        }
    }

    func run(on console: Console) async throws {
        let format = self.format ?? ending ?? .svg
        if output == nil, !format.isText, console.isOutputTerminal {
            throw UnprintablePicture(format: format.rawValue)
        }
        let knowledge = try time.knowledge(store)
        let figures = try drawing.figures(of: knowledge, as: format.drawing, on: console)
        guard let output else {
            for figure in figures { try console.write(Array(figure.data)) }
            return
        }
        let url = URL(fileURLWithPath: output)
        let folder = try OutputFolder(url.deletingLastPathComponent().relativePath)
        for figure in figures {
            try folder.write(figure.data, to: Self.name(url.lastPathComponent, of: figure))
        }
    }

    /// `lao.svg`, and of several figures `lao-2021.svg`.
    private static func name(_ file: String, of figure: DrawnFigure) -> String {
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

    var drawing: DrawingFormat {
        switch self {
        case .svg: .svg
        case .png: .png
        case .pdf: .pdf
        case .dot: .dot
        }
    }

    var isText: Bool { self == .svg || self == .dot }
}

/// A picture of bytes that a terminal can't show.
struct UnprintablePicture: Error, CustomStringConvertible {
    var format: String

    var description: String { "a terminal can't show a \(format); give -o FILE." }
}
