import ArgumentParser
import BangGiao

/// `banggiao common`: what two entities have in common.
struct CommonCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "common",
        abstract: "Tells whom two both met, to what both belong, and where both were.",
        usage: "banggiao common A B [--relations LIST] [--since D] [--until D] ...",
        discussion: """
            Whom both met or agreed with, bodies in which both hold an office or to which both \
            belong, and the meetings and agreements in which both took part. A country stands for \
            its people and agencies; that both are of one country counts only with --relations \
            represents.

            Examples:
              banggiao common "Phạm Thu Hằng" "Bounthala Panyavichith"
              banggiao common Nga Lào --relations meeting --since 2017
            """
    )

    @Argument(help: "A name or a key.")
    var first: String

    @Argument(help: "Another one.")
    var second: String

    @OptionGroup var question: QuestionOptions

    func run(on console: Console) async throws {
        let question = try question.question()
        let ends = try [first, second].map { try question.entity($0) }
        let groups = try ends.map { try question.group($0) }
        let answer = try CommonQuery(
            ends[0].key, ends[1].key, facts: question.facts, isExact: self.question.exact
        ).answer(in: question.network)
        let hops = (answer.met + answer.agreed + answer.belonged).flatMap { $0.first + $0.second }
        let base = try question.stored.knowledge(around: groups.flatMap(\.self))
            .adding(hops, of: question.network.tables)
        let together = EventQuery(
            try groups.map { try question.keys($0) }, facts: question.facts)
        let entries =
            together.meetings(in: base).map { TimelineQuery.Entry($0) }
            + together.agreements(in: base).map { TimelineQuery.Entry($0) }
        guard !answer.isEmpty || !entries.isEmpty else {
            throw NoAnswer("\(ends[0].name) and \(ends[1].name) have nothing in common.")
        }
        let facts = hops.flatMap(\.links).map(\.fact.id) + entries.map(\.fact.id)
        try self.question.write(
            base, drawn: base.restricted(toFacts: facts),
            title: "\(ends[0].name) – \(ends[1].name)", shown: Set(ends.map(\.key)), on: console
        ) { $0.write(answer, names: (ends[0].name, ends[1].name), together: entries) }
    }
}
