import ArgumentParser
import BangGiao

/// `banggiao connect`: what connects several entities.
struct ConnectCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "connect",
        abstract: "Tells what connects several names: the fewest others between them.",
        usage: "banggiao connect A B C... [--relations LIST] [--through LIST] ...",
        discussion: """
            Steps with their quotations that together connect all; a country stands for its people \
            and agencies. To find the very fewest would take too long; at most twice as many steps \
            are told, and mostly no more than needed.

            Examples:
              banggiao connect "Phạm Thu Hằng" "Bounthala Panyavichith" Campuchia
              banggiao connect "Lê Thị Thu Hằng" Nga Lào --format svg > three.svg
            """
    )

    @Argument(help: "Two names or keys, or more.")
    var names: [String]

    @OptionGroup var question: QuestionOptions

    @OptionGroup var through: StationOptions

    func validate() throws {
        if names.count < 2 { throw ValidationError("connect needs two names or more.") }
    }

    func run(on console: Console) async throws {
        let question = try question.question()
        let ends = try names.map { try question.known(question.entity($0)) }
        var workspace = SearchWorkspace()
        let query = ConnectionQuery(
            ends.map(\.key), facts: question.facts, stations: try through.stations(),
            isExact: self.question.exact)
        guard let connection = try query.connection(in: question.network, using: &workspace) else {
            throw NoAnswer("\(ends.map(\.name).joined(separator: ", ")) aren't all connected.")
        }
        let base = question.stored.knowledge.adding(connection.hops, of: question.network.tables)
        try self.question.write(
            base, drawn: base.restricted(to: connection),
            title: ends.map(\.name).joined(separator: " – "),
            shown: Set(connection.entities.map(\.key)), on: console
        ) { $0.write(connection) }
    }
}

/// A question without an answer: told on standard error, so that nobody takes it for one.
struct NoAnswer: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
