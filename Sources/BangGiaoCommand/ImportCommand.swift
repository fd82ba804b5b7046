import ArgumentParser
import BangGiao
import Foundation

/// `banggiao import`: an analyst's own table of relations into the store.
struct ImportCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Joins a table of relations of your own to the store.",
        usage: "banggiao import --nodes FILE --edges FILE [--id ID] [--store FILE]",
        discussion: """
            Two files of comma-separated values (RFC 4180), each under a header. Nodes: id, type \
            (person, agency, country), name, country (a code such as VN, or nothing). Edges: \
            source, target (ids of nodes), type, date (2021, 2021-10, 2021-10-22, or nothing). \
            Types: meeting, agreement, position, accredited-to, part-of, represents, and the kinds \
            of meetings and agreements such as visit or mou.

            A node joins whom the store knows where its id is a key such as seed-002#p1, or where \
            one has its name, type and country and the judge of names takes them for one. The \
            file and the line prove what a row tells. The table is known by the name of its file \
            of edges: importing it again replaces it, remove takes it out.

            Examples:
              banggiao import --nodes nodes.csv --edges edges.csv --store all.sqlite
              banggiao import --nodes n.csv --edges e.csv --id embassies.csv
            """
    )

    @Option(help: ArgumentHelp("The file of persons, agencies and countries.", valueName: "file"))
    var nodes: String

    @Option(help: ArgumentHelp("The file of relations.", valueName: "file"))
    var edges: String

    @Option(
        help: ArgumentHelp(
            "By what the table is known. (default: the name of the file of edges)", valueName: "id")
    )
    var id: String?

    @OptionGroup var store: StoreOptions

    func run(on console: Console) async throws {
        let table = try RelationTableReader().read(
            nodes: Input(file: nodes).allBytes(), nodesFile: nodes,
            edges: Input(file: edges).allBytes(), edgesFile: edges, id: id)
        let outcome = try store.open(.write).save(table)
        let own = zip(table.rows.sources, table.rows.targets).count { $0 == $1 }
        let note =
            own == 0
            ? "."
            : "; \(own) relation\(own == 1 ? "" : "s") of a node with itself "
                + "tell\(own == 1 ? "s" : "") nothing."
        try console.print(
            "\(table.id.rawValue): \(table.nodes.count) nodes, \(table.rows.count - own) relations "
                + "\(outcome.rawValue)\(note)")
    }
}
