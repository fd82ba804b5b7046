import ArgumentParser
import BangGiao

/// `banggiao extract`: the facts of each document.
struct ExtractCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Prints the facts of articles, each with the sentence that proves it.",
        usage: "banggiao extract INPUT... [--output DIR] [--format json|text] [--explain]",
        discussion: """
            Without --output, JSON Lines on standard output: one object a document, in the order \
            of the inputs. With it, a file a document: DIR/NAME.json for NAME.txt, and DIR/ID.json \
            for each line of a .jsonl.

            Examples:
              banggiao extract article.txt --format text   for reading
              banggiao extract article.txt --format text --explain   which rules and words
              banggiao extract news/ --output facts        facts/NAME.json for each article
              banggiao extract news.jsonl > facts.jsonl    a stream of articles
              curl -s ADDRESS | banggiao extract -         a page from the web
              banggiao extract news/ | jq -r '.entities[].name' | sort | uniq -c
            """
    )

    /// The forms of facts.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case json
        case text

        /// The ending of files of this form.
        var fileEnding: String { self == .json ? "json" : "txt" }
    }

    @OptionGroup var input: InputOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Writes a file a document into this folder.", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("json for programs, text for reading.", valueName: "format"))
    var format = Format.json

    @Flag(
        help: """
            Says which rule and which words of the tables made each fact, and why words that can \
            tell of one led to none.
            """)
    var explain = false

    @OptionGroup var work: WorkOptions

    func run(on console: Console) async throws {
        let pipeline = try work.pipeline(isExplaining: explain)
        var failures = FailureCount()
        let inputs = try input.list(on: console, failures: &failures)
        var folder: OutputFolder?
        if let output, !inputs.isEmpty { folder = try OutputFolder(output, inputs: inputs) }
        var count = 0
        try await pipeline.extract(inputs) { result in
            count += 1
            console.warn(of: result)
            do {
                let article = try result.outcome.get()
                if folder == nil {
                    try console.write(bytes(of: article, isFirst: count == 1))
                } else if let name = try folder?.claim(article.document.id, from: result.input) {
                    try folder?.write(
                        bytes(of: article, isFirst: true), to: "\(name).\(format.fileEnding)")
                }
            } catch let error as ReadingError {
                failures.tell(error, on: console)
            } catch let error as OutputError where error.code != .notWritable {
                failures.tell(error, on: console)
            }
            console.showProgress("\(count) documents")
        }
        console.clearProgress()
        try failures.check()
    }

    private func bytes(of article: Pipeline.Article, isFirst: Bool) -> [UInt8] {
        switch format {
        case .json:
            var bytes: [UInt8] = []
            FactsJSONWriter(layout: output == nil ? .line : .file)
                .write(article.facts, explanation: article.explanation, to: &bytes)
            return bytes
        case .text:
            var text = (isFirst ? "" : "\n\n") + FactsTextWriter().write(article.facts)
            if let explanation = article.explanation {
                text += ExplanationTextWriter().write(
                    explanation, of: article.facts, text: article.document.text)
            }
            return Array(text.utf8)
        }
    }
}
