import ArgumentParser
import BangGiao

/// `banggiao remove`: documents out of the store, with all that they said.
struct RemoveCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Removes documents and tables with all that follows from them.",
        usage: "banggiao remove DOCUMENT... [--store FILE] [--forget]",
        discussion: """
            The store is then as if it had never had them; only questions --as-of an earlier day \
            still know them. With --forget they don't, either: nothing of them is kept. Files of \
            articles are left alone.

            Examples:
              banggiao remove seed-003 --store all.sqlite
              banggiao remove seed-003 seed-004 --forget --store all.sqlite
            """
    )

    @Argument(
        help: ArgumentHelp("Ids of documents and tables, as documents lists them.", valueName: "id")
    )
    var documents: [String]

    @OptionGroup var store: StoreOptions

    @Flag(help: "Keeps nothing, for questions as of earlier days either.")
    var forget = false

    func run(on console: Console) async throws {
        let store = try store.open(.write, mustExist: true)
        var failures = FailureCount()
        let ids = documents.map { DocumentID($0) }
        let isRemoved = try store.remove(ids, forgets: forget)
        var tables = 0
        for (id, isRemoved) in zip(ids, isRemoved) where !isRemoved {
            if try store.remove(table: id, forgets: forget) {
                tables += 1
            } else {
                failures.tell(UnknownDocument(id: id.rawValue), on: console)
            }
        }
        let articles = isRemoved.count(where: \.self)
        var parts: [String] = []
        if articles > 0 || tables == 0 { parts.append(Self.count(articles, "document")) }
        if tables > 0 { parts.append(Self.count(tables, "table")) }
        try console.print("\(parts.joined(separator: " and ")) removed.")
        try failures.check()
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

/// A document that the store doesn't have.
struct UnknownDocument: Error, CustomStringConvertible {
    var id: String

    var description: String {
        "there is no document \"\(id)\" in the store; banggiao documents lists them."
    }
}
