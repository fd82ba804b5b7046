import ArgumentParser
import BangGiao

/// `banggiao rank`: who stands in the middle of it all.
struct RankCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Ranks names by how they stand in the graph.",
        usage: "banggiao rank [--by MEASURE] [--type KIND] [--count N] ...",
        discussion: """
            degree: with how many others a name is related. pagerank: how often one comes by who \
            walks from one to another at random. betweenness: on how many shortest paths between \
            others it lies; of more than 1,000 entities it is worked out from 1,000.

            Examples:
              banggiao rank --type agency
              banggiao rank --by betweenness --type person --relations meeting
            """
    )

    @Option(
        help: ArgumentHelp(
            "By what to rank: degree, pagerank or betweenness.", valueName: "measure"),
        transform: { try word($0, of: "--by") })
    var by = RankQuery.Measure.degree

    @Option(
        help: ArgumentHelp("Only these: person, agency or country.", valueName: "kind"),
        transform: { try word($0, of: "--type") })
    var type: Entity.Kind?

    @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
    var count = 20

    @OptionGroup var question: QuestionOptions

    func validate() throws {
        if count < 1 { throw ValidationError("--count needs a number from 1 up.") }
        if question.exact {
            throw ValidationError("rank takes each name for itself alone; leave --exact out.")
        }
    }

    func run(on console: Console) async throws {
        let question = try question.question()
        let ranking = try RankQuery(by, kind: type, limit: count, facts: question.facts)
            .ranking(in: question.network)
        guard !ranking.isEmpty else { throw NoAnswer("nobody is related in the way asked for.") }
        let base = question.stored.knowledge
        let keys = Set(ranking.map(\.entity.key))
        try self.question.write(
            base, drawn: base.filtered(by: question.facts).restricted(to: keys), title: by.rawValue,
            shown: keys, on: console
        ) { $0.write(ranking) }
    }
}
