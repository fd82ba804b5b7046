import ArgumentParser

/// The root of the command line: names the commands, and does nothing itself.
@main
struct BangGiaoCommand: AsyncParsableCommand {
    /// As the commands themselves write it; ArgumentParser gives the name.
    // swift-format-ignore: NoLeadingUnderscores
    static let _errorPrefix = "error: "

    static let configuration = CommandConfiguration(
        commandName: "banggiao",
        abstract: "Reads Vietnamese diplomatic news; shows who met whom, and what was agreed.",
        discussion: """
            Examples:
              banggiao build seeds                       facts, graph and diagrams
              banggiao extract article.txt --format text
              banggiao path "Vũ Quang Minh" Campuchia    how two names are connected
              banggiao draw --around Lào -o lao.svg      the surroundings of a name
              banggiao add today.jsonl --store all.sqlite   a store that grows
              banggiao show "Phạm Thu Hằng" --store all.sqlite

            Results go to standard output, trouble to standard error. The exit code is 0 where \
            all went well, 1 where an input failed (the others are still done) or a question has no \
            answer, 64 for wrong usage.
            """,
        subcommands: [
            BuildCommand.self, ExtractCommand.self, PathCommand.self, ConnectCommand.self,
            NeighborsCommand.self, MeetingsCommand.self, AgreementsCommand.self,
            TimelineCommand.self, CommonCommand.self, RankCommand.self, DrawCommand.self,
            ReportCommand.self, AddCommand.self, ImportCommand.self, RemoveCommand.self,
            DocumentsCommand.self,
            ShowCommand.self,
            WhyCommand.self, SameCommand.self, DifferentCommand.self, UndoCommand.self,
            ReviewCommand.self, VerifyCommand.self, RebuildCommand.self, DumpCommand.self,
            CompareCommand.self,
        ]
    )
}
