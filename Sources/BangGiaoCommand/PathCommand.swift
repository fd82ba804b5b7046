import ArgumentParser
import BangGiao

/// `banggiao path`: how two entities are connected.
struct PathCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Tells how two names are connected, each hop with its quotation.",
        usage: "banggiao path FROM TO [--store FILE] [--format text|json|dot|svg]",
        discussion: """
            Names of persons, agencies and countries, in any case and with or without accents; an \
            agency's may be followed by its country's. Where a name fits several, they are listed \
            with their keys; a key such as seed-002#p1 does for a name.

            Examples:
              banggiao path "Vũ Quang Minh" Campuchia
              banggiao path "pham thu hang" "Bounthala Panyavichith"
              banggiao path "Lê Thị Thu Hằng" Lào --format svg > hang-lao.svg
            """
    )

    /// The forms of an answer.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case dot
        case svg
    }

    @Argument(help: "Where to begin: a name or a key.")
    var from: String

    @Argument(help: "Where to end.")
    var to: String

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: TimeOptions

    @Option(help: ArgumentHelp("The form of the answer.", valueName: "format"))
    var format = Format.text

    @Option(help: ArgumentHelp("At most so many of the shortest paths.", valueName: "n"))
    var limit = 1

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit needs a number from 1 up.") }
    }

    func run(on console: Console) async throws {
        let knowledge = try time.knowledge(store)
        let finder = EntityFinder(knowledge)
        let ends = (try finder.entity(from), try finder.entity(to))
        let query = PathQuery(from: ends.0.key, to: ends.1.key, limit: limit)
        let paths = try query.paths(in: GraphProjection().project(knowledge))
        switch format {
        case .text where paths.isEmpty:
            let count = knowledge.documents.count
            try console.print(
                "\(ends.0.name) and \(ends.1.name) aren't connected in these \(count) documents.")
        case .text:
            try console.write(Array(PathTextWriter(knowledge).write(paths).utf8))
        case .json:
            try console.write(PathJSONWriter().write(from: ends.0, to: ends.1, paths: paths))
        case .dot, .svg:
            guard !paths.isEmpty else { throw NoPath(from: ends.0.name, to: ends.1.name) }
            let diagram = try Diagram.whole(
                knowledge.restricted(to: paths),
                options: DiagramOptions(
                    title: "\(ends.0.name) – \(ends.1.name)", includesRelated: true,
                    countryNames: knowledge.countryNames,
                    shown: Set(paths.flatMap(\.entities).map(\.key))))
            let picture = try DiagramRenderer().render(diagram, as: format == .dot ? .dot : .svg)
            try console.write(Array(picture))
        }
    }
}

/// Two ends without a path, where a picture of it was asked for.
struct NoPath: Error, CustomStringConvertible {
    var from: String
    var to: String

    var description: String { "\(from) and \(to) aren't connected: there is nothing to draw." }
}
