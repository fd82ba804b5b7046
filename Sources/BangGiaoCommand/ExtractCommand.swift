import ArgumentParser
import BangGiao

/// `banggiao extract`: the facts of each document.
struct ExtractCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Prints the facts of articles, each with the sentence that proves it.",
        usage: "banggiao extract INPUT... [--output DIR [--resume]] [--explain]",
        discussion: """
            Without --output, JSON Lines on standard output: one object a document, in the order \
            of the inputs. With it, a file an input: DIR/NAME.json for NAME.txt, and \
            DIR/NAME.jsonl, an object a line, for NAME.jsonl. A file appears when it is whole, so \
            that work stopped by Ctrl-C can be taken up again by --resume.

            Examples:
              banggiao extract article.txt --format text   for reading
              banggiao extract article.txt --format text --explain   which rules and words
              banggiao extract news/ --output facts        facts/NAME.json for each article
              banggiao extract news/ -o facts --resume     only those not yet done
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
        func fileEnding(ofLines isLines: Bool) -> String {
            switch self {
            case .json: isLines ? ".jsonl" : ".json"
            case .text: ".txt"
            }
        }
    }

    @OptionGroup var input: InputOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Writes a file an input into this folder.", valueName: "dir"))
    var output: String?

    @Flag(help: "Passes over inputs whose file in the folder is newer than they are.")
    var resume = false

    @Option(help: ArgumentHelp("json for programs, text for reading.", valueName: "format"))
    var format = Format.json

    @Flag(
        help: """
            Says which rule and which words of the tables made each fact, and why words that can \
            tell of one led to none.
            """)
    var explain = false

    @OptionGroup var work: WorkOptions

    func validate() throws {
        if resume, output == nil { throw ValidationError("--resume needs --output.") }
    }

    func run(on console: Console) async throws {
        let pipeline = try work.pipeline(isExplaining: explain)
        var failures = FailureCount()
        var inputs = input.list(on: console, failures: &failures)
        var files: FactsFiles?
        if let output, !inputs.isEmpty {
            var made = FactsFiles(
                try OutputFolder(output, inputs: inputs), format: format, resumes: resume)
            inputs = try inputs.filter { input in
                try failures.telling(on: console) { try made.admits(input) } ?? false
            }
            files = made
        }
        var count = 0
        try await pipeline.extract(inputs) { result in
            count += 1
            console.warn(of: result)
            try failures.telling(on: console) {
                if files == nil {
                    let article = try result.outcome.get()
                    try console.write(format.bytes(of: article, isLine: true, isFirst: count == 1))
                } else {
                    try files?.write(result)
                }
            }
            console.showProgress("\(count) documents")
        }
        try files?.finish()
        console.clearProgress()
        try failures.check()
    }
}

extension FailureCount {
    /// Runs a body, and tells of the error of one document or input; others are thrown on.
    fileprivate mutating func telling<Result>(
        on console: Console, _ body: () throws -> Result
    ) throws -> Result? {
        do {
            return try body()
        } catch let error as ReadingError {
            tell(error, on: console)
        } catch let error as OutputError where error.code != .notWritable {
            tell(error, on: console)
        }
        return nil
    }
}

extension ExtractCommand.Format {
    /// Returns the facts of an article in this form, and how they were read where that was asked.
    ///
    /// - Parameters:
    ///   - isLine: Whether they are one of many objects, each on a line.
    ///   - isFirst: Whether nothing stands before them.
    func bytes(of article: Pipeline.Article, isLine: Bool, isFirst: Bool) -> [UInt8] {
        switch self {
        case .json:
            var bytes: [UInt8] = []
            FactsJSONWriter(layout: isLine ? .line : .file)
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
