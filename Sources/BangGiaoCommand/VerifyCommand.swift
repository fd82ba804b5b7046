import ArgumentParser
import BangGiao

/// `banggiao verify`: whether the store is whole.
struct VerifyCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks the whole store: the file, the quotations, what is derived.",
        usage: "banggiao verify [--store FILE]",
        discussion: """
            Changes nothing. All that is derived is derived anew in a temporary file and compared. \
            The exit code is 1 where something is wrong.

            Examples:
              banggiao verify --store all.sqlite
            """
    )

    @OptionGroup var store: StoreOptions

    func run(on console: Console) async throws {
        let store = try store.open(.read)
        let problems = try store.verify()
        for problem in problems { console.complain("error: \(problem)") }
        if !problems.isEmpty { throw ExitCode.failure }
        let count = try store.documents().count
        try console.print("\(count) document\(count == 1 ? "" : "s"): all is well.")
    }
}

/// `banggiao rebuild`: all that is derived, derived anew.
struct RebuildCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Derives all that is derived anew, from documents and judgements.",
        usage: "banggiao rebuild [--store FILE]",
        discussion: """
            Never needed but after a change of the program or when verify says so. The articles \
            aren't read again; add --again does that.

            Examples:
              banggiao rebuild --store all.sqlite
            """
    )

    @OptionGroup var store: StoreOptions

    func run(on console: Console) async throws {
        try store.open(.write, mustExist: true).rebuild()
    }
}
