import ArgumentParser
import BangGiao

/// `banggiao documents`: what the store has read.
struct DocumentsCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "Lists the documents and tables of the store.",
        usage: "banggiao documents [--store FILE] [--as-of DATE]",
        discussion: """
            One a line, by id: id, day of publication, when the store learned of it, title; parted \
            by tabs. Tables of relations follow, with no day and their size for a title.

            Examples:
              banggiao documents --store all.sqlite
              banggiao documents --store all.sqlite | cut -f1 | wc -l
            """
    )

    @OptionGroup var store: StoreOptions

    @OptionGroup var time: RecordedTimeOptions

    func run(on console: Console) async throws {
        let store = try time.of(store.open(.read))
        for document in try store.documents() {
            let header = document.header
            try console.print(
                [
                    header.id.rawValue, header.published?.description ?? "", document.recorded,
                    header.title ?? "",
                ].joined(separator: "\t"))
        }
        for table in try store.tables() {
            try console.print(
                [
                    table.id.rawValue, "", table.recorded,
                    "\(table.nodes) nodes of \(table.nodesFile), \(table.rows) relations",
                ].joined(separator: "\t"))
        }
    }
}
