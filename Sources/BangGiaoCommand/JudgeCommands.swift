import ArgumentParser
import BangGiao

/// What `same` and `different` take.
struct JudgeArguments: ParsableArguments {
    @Argument(help: "A name or a key.")
    var first: String

    @Argument(help: "Another one.")
    var second: String

    @OptionGroup var store: StoreOptions

    /// Keeps the decision, and tells what it was about.
    func judge(_ verdict: Judgement.Verdict, on console: Console) throws {
        let store = try store.open(.write, mustExist: true)
        let names = (try store.entity(first), try store.entity(second))
        // A key means that very document's entity; a name stands for whoever bears it.
        func key(_ text: String, _ known: KnownName) -> EntityKey {
            text.contains("#") ? EntityKey(rawValue: text) : known.key
        }
        let judgement = try store.judge(key(first, names.0), key(second, names.1), verdict)
        let words = verdict == .same ? "are one" : "are two"
        try console.print(
            "\(judgement.number): \(names.0.name) (\(judgement.first.key.rawValue)) and "
                + "\(names.1.name) (\(judgement.second.key.rawValue)) \(words).")
    }
}

/// `banggiao same`: two are one.
struct SameCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "same",
        abstract: "Decides that two are one and the same.",
        usage: "banggiao same A B [--store FILE]",
        discussion: """
            A decision of yours goes before all that the program finds and before your earlier \
            ones; undo takes it back.

            Examples:
              banggiao same seed-002#p1 seed-004#p3 --store all.sqlite
            """
    )

    @OptionGroup var pair: JudgeArguments

    func run(on console: Console) async throws { try pair.judge(.same, on: console) }
}

/// `banggiao different`: two are two.
struct DifferentCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "different",
        abstract: "Decides that two are not the same.",
        usage: "banggiao different A B [--store FILE]",
        discussion: """
            Give keys of documents' entities to part what the program took for one: \
            entities of a name are listed by why NAME.

            Examples:
              banggiao different seed-002#p1 seed-004#p3 --store all.sqlite
            """
    )

    @OptionGroup var pair: JudgeArguments

    func run(on console: Console) async throws { try pair.judge(.different, on: console) }
}

/// `banggiao undo`: a decision is taken back.
struct UndoCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes back the last decision, or the one of a number.",
        usage: "banggiao undo [NUMBER] [--store FILE]",
        discussion: """
            All is then as if it had never been made. Decisions taken back stay in the store with \
            when they were made and taken back, for questions --as-of an earlier day.

            Examples:
              banggiao undo --store all.sqlite
              banggiao undo 3 --store all.sqlite
            """
    )

    @Argument(help: "The number that same or different printed. (default: the last)")
    var number: Int?

    @OptionGroup var store: StoreOptions

    func run(on console: Console) async throws {
        let store = try store.open(.write, mustExist: true)
        guard let judgement = try store.undo(number) else { throw NothingToUndo(number: number) }
        try console.print(
            "\(judgement.number): taken back that \(judgement.first.key.rawValue) and "
                + "\(judgement.second.key.rawValue) are \(judgement.verdict == .same ? "one" : "two")."
        )
    }
}

/// No decision that could be taken back.
struct NothingToUndo: Error, CustomStringConvertible {
    var number: Int?

    var description: String {
        number.map { "there is no decision \($0) that stands." } ?? "no decision stands."
    }
}
