import ArgumentParser
import BangGiao

/// `banggiao neighbors`: who surrounds an entity.
struct NeighborsCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "neighbors",
        abstract: "Lists who is related to a name, and by what.",
        usage: "banggiao neighbors A [--hops N] [--relations LIST] ...",
        discussion: """
            By distance; each with the facts that relate it to the one before. A country's \
            neighbours are its people and agencies, and whom it met itself.

            Examples:
              banggiao neighbors "Vũ Quang Minh"
              banggiao neighbors "Phạm Thu Hằng" --hops 2 --relations meeting
              banggiao neighbors Lào --format tsv > lao.tsv
            """
    )

    @Argument(help: "A name or a key.")
    var name: String

    @OptionGroup var question: QuestionOptions

    @OptionGroup var through: StationOptions

    @Option(help: ArgumentHelp("How far around.", valueName: "n"))
    var hops = 1

    func validate() throws {
        if hops < 1 { throw ValidationError("--hops needs a number from 1 up.") }
    }

    func run(on console: Console) async throws {
        let question = try question.question()
        let center = try question.known(question.entity(name))
        var workspace = SearchWorkspace()
        let neighbours = try NeighbourQuery(
            center.key, hops: hops, facts: question.facts, stations: try through.stations(),
            isExact: self.question.exact
        ).neighbours(in: question.network, using: &workspace)
        guard !neighbours.isEmpty else {
            throw NoAnswer("\(center.name) is related to nobody in the way asked for.")
        }
        let tree = KnownConnection(
            entities: [center] + neighbours.map(\.hop.to), hops: neighbours.map(\.hop))
        let base = question.stored.knowledge.adding(tree.hops, of: question.network.tables)
        try self.question.write(
            base, drawn: base.restricted(to: tree), title: center.name, shown: [center.key],
            on: console
        ) { $0.write(neighbours) }
    }
}
