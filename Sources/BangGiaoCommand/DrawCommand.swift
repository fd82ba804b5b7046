import ArgumentParser
import BangGiao
import Foundation

/// `banggiao draw`: the whole graph, or the surroundings of a name.
struct DrawCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draws the graph, or what surrounds a name.",
        usage: "banggiao draw [--around NAME --hops N] [-T svg|dot|png|pdf] [-o FILE]",
        discussion: """
            Examples:
              banggiao draw > graph.svg
              banggiao draw --around "Phạm Thu Hằng" -o hang.svg
              banggiao draw --around Lào --hops 2 -o lao.pdf
              banggiao draw -T png -o report.png
              banggiao draw -T dot | dot -Tsvg       with a Graphviz of your own
            """
    )

    /// The forms of a picture.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case svg
        case dot
        case png
        case pdf

        var drawing: DrawingFormat {
            switch self {
            case .svg: .svg
            case .dot: .dot
            case .png: .png
            case .pdf: .pdf
            }
        }

        var isText: Bool { self == .svg || self == .dot }
    }

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: TimeOptions

    @Option(help: ArgumentHelp("Whom to draw with all around: a name or a key.", valueName: "name"))
    var around: String?

    @Option(help: ArgumentHelp("How far around. (default: 1)", valueName: "n"))
    var hops: Int?

    @Option(
        name: .customShort("T"),
        help: ArgumentHelp(
            "The form of the picture. (default: as the file's name ends, else svg)",
            valueName: "format"))
    var format: Format?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to write; else standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        if let hops {
            if around == nil { throw ValidationError("--hops needs --around NAME.") }
            if hops < 0 { throw ValidationError("--hops needs a number from 0 up.") }
        }
    }

    func run(on console: Console) async throws {
        let format = self.format ?? ending ?? .svg
        if output == nil, !format.isText, console.isOutputTerminal {
            throw UnprintablePicture(format: format.rawValue)
        }
        var knowledge = try time.knowledge(store)
        var options = DiagramOptions(countryNames: knowledge.countryNames)
        if let around {
            let entity = try EntityFinder(knowledge).entity(around)
            knowledge = knowledge.neighbourhood(of: entity.key, hops: hops ?? 1)
            options.includesRelated = true
            options.shown = [entity.key]
        }
        let diagram = try Diagram.whole(knowledge, options: options)
        let picture = try DiagramRenderer().render(diagram, as: format.drawing)
        if let output {
            let url = URL(fileURLWithPath: output)
            let folder = try OutputFolder(url.deletingLastPathComponent().relativePath)
            try folder.write(picture, to: url.lastPathComponent)
        } else {
            try console.write(Array(picture))
        }
    }

    private var ending: Format? {
        output.flatMap { Format(rawValue: URL(fileURLWithPath: $0).pathExtension.lowercased()) }
    }
}

/// A picture of bytes that a terminal can't show.
struct UnprintablePicture: Error, CustomStringConvertible {
    var format: String

    var description: String { "a terminal can't show a \(format); give -o FILE." }
}
