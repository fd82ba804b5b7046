import ArgumentParser
import BangGiao

/// Who took part in what is asked for.
struct MemberOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Who took part; may be given again for more.", valueName: "name"))
    var with: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Two who were on two sides.", valueName: "names"))
    var between: [String] = []

    func validate() throws {
        if !between.isEmpty, between.count != 2 {
            throw ValidationError("--between needs two names.")
        }
        if !with.isEmpty, !between.isEmpty {
            throw ValidationError("--with and --between exclude each other; give one of them.")
        }
    }

    /// Returns the question, with all that is known of those who took part.
    func query(_ question: Question) throws -> (query: EventQuery, base: KnowledgeBase) {
        let isBetween = !between.isEmpty
        let groups = try (with + between).map { try question.group(question.entity($0)) }
        let query = EventQuery(
            try groups.map { try question.keys($0) }, isBetween: isBetween, facts: question.facts)
        // Whatever all took part in, the first did.
        let base =
            try groups.first.map { try question.stored.knowledge(around: $0) }
            ?? question.stored.wholeKnowledge()
        return (query, base)
    }

    /// Those who were asked for, for a sentence.
    var names: String { (with + between).joined(separator: " – ") }
}

/// `banggiao meetings`: meetings in the order of time.
struct MeetingsCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "meetings",
        abstract: "Lists meetings by date, with place, sides, offices and quotations.",
        usage: """
            banggiao meetings [--with A]... [--type T] [--since D] [--until D]
            banggiao meetings --between A B ...
            """,
        discussion: """
            A country stands for its people and agencies. Offices are those that the same document \
            tells, or that others saw before and after. Types, by commas: talks, meeting, \
            courtesy_call, consultation, working_session, visit, call, session, ceremony, other.

            Examples:
              banggiao meetings --with "Phạm Thu Hằng" --since 2021
              banggiao meetings --between "Việt Nam" Lào --type talks,visit
              banggiao meetings --with Lào --format tsv > meetings.tsv
            """
    )

    @OptionGroup var members: MemberOptions

    @Option(help: ArgumentHelp("Only meetings of these kinds.", valueName: "list"))
    var type: String?

    @OptionGroup var question: QuestionOptions

    func validate() throws { _ = try kinds() }

    private func kinds() throws -> Set<Meeting.Kind>? {
        try type.map { Set(try list($0, of: "--type")) }
    }

    func run(on console: Console) async throws {
        let kinds = try kinds()
        let question = try question.question()
        var (query, base) = try members.query(question)
        query.meetingKinds = kinds
        let entries = query.meetings(in: base).map { TimelineQuery.Entry($0) }
        guard !entries.isEmpty else { throw NoAnswer("there is no meeting of this kind.") }
        try self.question.write(
            base, drawn: base.restricted(toFacts: entries.map(\.fact.id)), title: members.names,
            shown: [], on: console
        ) { $0.write(entries) }
    }
}

/// `banggiao agreements`: agreements in the order of time.
struct AgreementsCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements",
        abstract: "Lists agreements by date, with parties, status and quotations.",
        usage: """
            banggiao agreements [--with A]... [--type T] [--since D] [--until D]
            banggiao agreements --between A B ...
            """,
        discussion: """
            A country stands for its people and agencies. Types, by commas: mou, treaty, protocol, \
            programme, statement, contract, partnership, consensus, other.

            Examples:
              banggiao agreements --between "Việt Nam" Lào --since 2015
              banggiao agreements --with Nga --type mou,treaty
            """
    )

    @OptionGroup var members: MemberOptions

    @Option(help: ArgumentHelp("Only agreements of these kinds.", valueName: "list"))
    var type: String?

    @OptionGroup var question: QuestionOptions

    func validate() throws { _ = try kinds() }

    private func kinds() throws -> Set<Agreement.Kind>? {
        try type.map { Set(try list($0, of: "--type")) }
    }

    func run(on console: Console) async throws {
        let kinds = try kinds()
        let question = try question.question()
        var (query, base) = try members.query(question)
        query.agreementKinds = kinds
        let entries = query.agreements(in: base).map { TimelineQuery.Entry($0) }
        guard !entries.isEmpty else { throw NoAnswer("there is no agreement of this kind.") }
        try self.question.write(
            base, drawn: base.restricted(toFacts: entries.map(\.fact.id)), title: members.names,
            shown: [], on: console
        ) { $0.write(entries) }
    }
}

/// `banggiao timeline`: what is known of an entity in the order of time.
struct TimelineCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Lists offices, meetings and agreements of a name by date.",
        usage: "banggiao timeline A [--since D] [--until D] [--relations LIST] ...",
        discussion: """
            An office stands under the day on which it was first seen held; that none tells of it \
            later doesn't end it. A country stands for its people and agencies.

            Examples:
              banggiao timeline "Phạm Thu Hằng"
              banggiao timeline "Vụ Báo chí" --relations meeting,agreement --since 2015
            """
    )

    @Argument(help: "A name or a key.")
    var name: String

    @OptionGroup var question: QuestionOptions

    func run(on console: Console) async throws {
        let question = try question.question()
        let known = try question.entity(name)
        let group = try question.group(known)
        let base = try question.stored.knowledge(around: group)
        let entries = TimelineQuery(try question.keys(group), facts: question.facts)
            .entries(in: base)
        guard !entries.isEmpty else {
            throw NoAnswer("nothing is known of \(known.name) in the way asked for.")
        }
        try self.question.write(
            base, drawn: base.restricted(toFacts: entries.map(\.fact.id)), title: known.name,
            shown: [known.key], on: console
        ) { $0.write(entries) }
    }
}
