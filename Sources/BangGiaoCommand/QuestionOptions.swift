import ArgumentParser
import BangGiao

/// What all questions take: the store, the time, which facts count, and the form of the answer.
struct QuestionOptions: ParsableArguments {
    /// The forms of an answer.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case tsv
        case dot
        case svg
    }

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: TimeOptions

    @OptionGroup var filter: FilterOptions

    @Flag(help: "A country is itself alone, not its people and agencies.")
    var exact = false

    @Option(help: ArgumentHelp("The form of the answer.", valueName: "format"))
    var format = Format.text

    func validate() throws {
        if let at = time.date, let since = try filter.filter().since, since.firstDay > at.lastDay {
            throw ValidationError(
                "--since \(since) begins after --at \(at): nothing can be known of it by then.")
        }
    }

    /// Opens the store, and returns all that it knows of the time asked for.
    func question() throws -> Question {
        let facts = try filter.filter()
        let stored = try time.recorded.of(store.open(.read)).network(at: time.date)
        return Question(stored: stored, facts: facts, isExact: exact)
    }

    /// Writes an answer in the form asked for.
    ///
    /// - Parameters:
    ///   - base: Where the answer was found.
    ///   - drawn: What a picture of it shows.
    ///   - title: What the picture is called.
    ///   - shown: Whom the picture shows in any case.
    ///   - text: Writes the answer as text.
    func write(
        _ base: KnowledgeBase, drawn: @autoclosure () -> KnowledgeBase, title: String,
        shown: Set<EntityKey>, on console: Console, text: (AnswerWriter) -> [UInt8]
    ) throws {
        let textFormat: AnswerFormat
        switch format {
        case .text: textFormat = .text
        case .json: textFormat = .json
        case .tsv: textFormat = .tsv
        case .dot, .svg:
            let diagram = try Diagram.whole(
                drawn(),
                options: DiagramOptions(
                    title: title, includesRelated: true, countryNames: base.countryNames,
                    shown: shown))
            let picture = try DiagramRenderer().render(diagram, as: format == .dot ? .dot : .svg)
            return try console.write(Array(picture))
        }
        try console.write(text(AnswerWriter(base, as: textFormat)))
    }
}

/// A command that asks a store; its answer as TSV begins with the names of the columns.
protocol QuestionCommand {
    var question: QuestionOptions { get }
}

extension AgreementsCommand: QuestionCommand {}
extension CommonCommand: QuestionCommand {}
extension ConnectCommand: QuestionCommand {}
extension MeetingsCommand: QuestionCommand {}
extension NeighborsCommand: QuestionCommand {}
extension PathCommand: QuestionCommand {}
extension RankCommand: QuestionCommand {}
extension TimelineCommand: QuestionCommand {}

/// A store that is asked, with what every question to it has in common.
struct Question {
    let stored: StoredNetwork
    let facts: FactFilter
    let isExact: Bool

    var network: Network { stored.network }

    /// Returns the one entity of a name, such as it is typed.
    func entity(_ name: String) throws -> KnownName {
        let found = try stored.find(name)
        switch found.count {
        case 1: return found[0]
        case 0:
            throw StoredNameError(
                name: name, candidates: try stored.nearest(to: name), isAmbiguous: false)
        default: throw StoredNameError(name: name, candidates: found, isAmbiguous: true)
        }
    }

    /// Returns those for whom a name stands: a country's people and agencies, or itself alone.
    func group(_ name: KnownName) throws -> [NodeIndex] {
        guard let node = try network.node(name.key) else { return [] }
        return isExact ? [node] : network.own(of: node)
    }

    /// Returns the keys of nodes.
    func keys(_ nodes: [NodeIndex]) throws -> Set<EntityKey> {
        Set(try nodes.map { try network.entity($0).key })
    }

    /// Returns the key of a node with its kind.
    func known(_ name: KnownName) throws -> KnownEntity {
        guard let node = try network.node(name.key) else {
            throw QueryError(code: .unknownEntity, key: name.key)
        }
        return try network.entity(node)
    }
}

/// The kinds of entities that a path may run through.
struct StationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whom paths may run through, by commas: person, agency, country.", valueName: "list"))
    var through = "person,agency"

    func validate() throws { _ = try stations() }

    /// Returns the kinds.
    func stations() throws(ValidationError) -> Set<Entity.Kind> {
        Set(try list(through, of: "--through"))
    }
}
