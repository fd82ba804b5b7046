import ArgumentParser
import BangGiao

/// `banggiao documents`: what the store has read.
struct DocumentsCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Lists the documents of the store.",
        usage: "banggiao documents [--store FILE] [--as-of DATE]",
        discussion: """
            One a line, by id: id, day of publication, when the store learned of it, title; parted \
            by tabs.

            Examples:
              banggiao documents --store all.sqlite
              banggiao documents --store all.sqlite | cut -f1 | wc -l
            """
    )

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: RecordedTimeOptions

    func run(on console: Console) async throws {
        for document in try time.of(store.open(.read)).documents() {
            let header = document.header
            try console.print(
                [
                    header.id.rawValue, header.published?.description ?? "", document.recorded,
                    header.title ?? "",
                ].joined(separator: "\t"))
        }
    }
}
