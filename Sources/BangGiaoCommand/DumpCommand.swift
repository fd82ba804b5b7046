import ArgumentParser
import BangGiao

/// `banggiao dump`: all that the store holds, for programs and for comparing.
struct DumpCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Prints all that the store holds and knows as sorted JSON Lines.",
        usage: "banggiao dump [--store FILE] [--as-of DATE]",
        discussion: """
            The same documents and judgements give the same bytes, in whatever order they came and \
            whatever was removed or undone in between.

            Examples:
              banggiao dump --store all.sqlite > all.jsonl
              banggiao dump --store all.sqlite | sha256sum
            """
    )

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: RecordedTimeOptions

    func run(on console: Console) async throws {
        var bytes: [UInt8] = []
        try time.of(store.open(.read)).dump { line in
            bytes += line.utf8
            bytes.append(UInt8(ascii: "\n"))
            guard bytes.count > 1 << 20 else { return }
            try console.write(bytes)
            bytes = []
        }
        try console.write(bytes)
    }
}
