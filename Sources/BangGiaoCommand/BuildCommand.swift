import ArgumentParser
import BangGiao
import Foundation

/// `banggiao build`: the main job, from articles to facts, graph and diagrams.
struct BuildCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Makes facts, a graph and diagrams of articles.",
        usage: "banggiao build INPUT... [--output DIR] [--store FILE]",
        discussion: """
            Puts the facts of all articles into the store, and writes into the folder: graph.json, \
            graph.dot and graph.svg (all that the store holds), overview.svg (the countries), and \
            for each article NAME.json, NAME.dot and NAME.svg. An article that is built again \
            replaces what the store had of it; delete the store to begin anew.

            Examples:
              banggiao build seeds                      into Graphs/
              banggiao build news/ --output diagrams    into diagrams/
              banggiao build today.jsonl --store all.sqlite --output today
            """
    )

    @OptionGroup var input: InputOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The folder to write into.", valueName: "dir"))
    var output = "Graphs"

    @Option(
        help: ArgumentHelp(
            "The SQLite file of all facts. (default: DIR/\(StoreOptions.fileName))",
            valueName: "file"))
    var store: String?

    @OptionGroup var work: WorkOptions

    func run(on console: Console) async throws {
        let pipeline = try work.pipeline()
        var failures = FailureCount()
        let inputs = input.list(on: console, failures: &failures)
        guard !inputs.isEmpty else { throw ExitCode.failure }
        var folder = try OutputFolder(
            output, reserved: GraphFolder.reservedNames, inputs: inputs)
        let store = try KnowledgeStore(
            URL(fileURLWithPath: self.store ?? "\(output)/\(StoreOptions.fileName)"), mode: .write,
            lexicon: work.lexicon.map { URL(fileURLWithPath: $0, isDirectory: true) })
        var adding = ArticleAdding(
            store: store, pipeline: pipeline, readsAgain: false, command: "build")
        var names: [DocumentID: String] = [:]
        try await adding.add(inputs, on: console, failures: &failures) { document, input in
            names[document] = try folder.claim(document, from: input)
        }
        let built = adding.documents.compactMap { document in
            names[document.id].map { GraphFolder.Entry(name: $0, document: document.id) }
        }
        guard !built.isEmpty else { throw ExitCode.failure }
        for entry in built {
            if let facts = try store.facts(of: entry.document) {
                try folder.write(facts, to: "\(entry.name).json")
            }
        }
        let knowledge = try store.knowledge()
        try GraphFolder(folder).write(knowledge, documents: built) { count, failure in
            if let failure, failure.isTooLarge {
                console.clearProgress()
                console.complain("warning: \(failure)")
            } else if let failure {
                failures.tell(failure, on: console)
            }
            console.showProgress("\(count) of \(Self.counted(built.count)) drawn")
        }
        console.clearProgress()
        try console.print(summary(of: knowledge, built: built.count))
        try failures.check()
    }

    private static func counted(_ documents: Int) -> String {
        "\(documents) document\(documents == 1 ? "" : "s")"
    }

    private func summary(of knowledge: KnowledgeBase, built: Int) -> String {
        func count(_ kind: Entity.Kind) -> Int {
            knowledge.entities.count { $0.kind == kind }
        }
        let all = knowledge.documents.count
        return """
            \(Self.counted(built)) read\(all > built ? ", \(all) in the store" : ""): \
            \(count(.person)) persons, \(count(.agency)) agencies, \(count(.country)) countries,
            \(knowledge.positions.count) positions, \(knowledge.meetings.count) meetings, \
            \(knowledge.agreements.count) agreements.
            See \(output)/graph.svg, \(output)/overview.svg, and \(output)/NAME.svg for each document.
            """
    }
}
