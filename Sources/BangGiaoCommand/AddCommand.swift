import ArgumentParser
import BangGiao
import Foundation

/// `banggiao add`: articles into the store, and all that follows from them.
struct AddCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds articles to the store; who is who is brought up to date.",
        usage: "banggiao add INPUT... [--store FILE]",
        discussion: """
            An article that the store has just so is passed over, one that changed takes the place \
            of the old. May be broken off at any time: what is done stays, and the same command \
            goes on from there. The store is made where there is none.

            Examples:
              banggiao add news/ --store all.sqlite
              banggiao add today.jsonl --store all.sqlite
              curl -s ADDRESS | banggiao add - --store all.sqlite
            """
    )

    @OptionGroup var input: InputOptions

    @OptionGroup var store: StoreOptions

    @Flag(help: "Reads articles again that the store has just so.")
    var again = false

    @OptionGroup var work: WorkOptions

    func run(on console: Console) async throws {
        async let judge = work.judge()
        let pipeline = try work.pipeline()
        var failures = FailureCount()
        let inputs = input.list(on: console, failures: &failures)
        guard !inputs.isEmpty else { throw ExitCode.failure }
        var adding = ArticleAdding(
            store: try store.open(.write, lexicon: work.lexicon, judge: try await judge),
            pipeline: pipeline, readsAgain: again, command: "add")
        try await adding.add(inputs, on: console, failures: &failures)
        console.clearProgress()
        try console.print(adding.summary)
        try failures.check()
    }
}

/// Adds articles to a store, a batch at a time.
struct ArticleAdding {
    private let store: KnowledgeStore
    private let writer: BatchWriter
    private let pipeline: Pipeline
    private let readsAgain: Bool
    private let command: String
    private var batch: [PreparedArticle] = []
    private var batchStart = ContinuousClock.now
    private var owners: [DocumentID: String] = [:]
    private var tables: Set<DocumentID> = []
    private var counts: [KnowledgeStore.Outcome: Int] = [:]
    private var hasRun = false

    /// What is made of a document: nothing where the store has it just so.
    private enum Work: Sendable {
        case known(DocumentID)
        case prepared(PreparedArticle)
    }

    init(store: KnowledgeStore, pipeline: Pipeline, readsAgain: Bool, command: String) {
        self.store = store
        writer = BatchWriter(store: store)
        self.pipeline = pipeline
        self.readsAgain = readsAgain
        self.command = command
    }

    /// The documents of the inputs that are in the store now, in the order of the inputs.
    private(set) var documents: [(id: DocumentID, input: Input)] = []

    /// Adds the documents of inputs.
    ///
    /// - Parameter claim: Asked before a document is added; what it throws leaves the document out.
    mutating func add(
        _ inputs: [Input], on console: Console, failures: inout FailureCount,
        claim: (DocumentID, Input) throws -> Void = { _, _ in }
    ) async throws {
        // A connection of its own, which never waits for what is being written.
        let known =
            readsAgain
            ? nil : try KnowledgeStore(URL(fileURLWithPath: store.file), mode: .read)
        let (pipeline, name) = (pipeline, pipeline.extractorName)
        let judge = try store.judge()
        tables = Set(try store.tables().map(\.id))
        try await pipeline.map(
            inputs,
            transform: { document -> Work in
                // Where it can't be asked, saving tells why.
                if let known = try? known?.fingerprint(of: document.id),
                    known == PreparedArticle.fingerprint(document, extractor: name)
                {
                    return .known(document.id)
                }
                let article = pipeline.article(document)
                return .prepared(
                    PreparedArticle(article.facts, of: document, extractor: name, judge: judge))
            },
            into: { result in
                console.warn(of: result.input, result.diagnostics)
                do {
                    try take(try result.outcome.get(), from: result.input, claim: claim)
                } catch let error as ReadingError {
                    failures.tell(error, on: console)
                } catch let error as OutputError where error.code == .nameTaken {
                    failures.tell(error, on: console)
                } catch let error as StoreError where error.code == .invalidFacts {
                    failures.tell(error, on: console)
                }
                if isFull { try save(on: console) }
            })
        try save(on: console)
        try count()
    }

    /// What was done, in one line.
    var summary: String {
        let parts: [(KnowledgeStore.Outcome, String)] = [
            (.added, "added"), (.replaced, "replaced"), (.unchanged, "unchanged"),
        ]
        let all = counts.values.reduce(0, +)
        return "\(all) document\(all == 1 ? "" : "s"): "
            + parts.map { "\(counts[$0.0] ?? 0) \($0.1)" }.joined(separator: ", ") + "."
    }

    /// A batch is large enough to be quick and short enough to let other writers in.
    private var isFull: Bool {
        batch.count >= 512 || !batch.isEmpty && ContinuousClock.now - batchStart > .seconds(2)
    }

    private mutating func take(
        _ work: Work, from input: Input, claim: (DocumentID, Input) throws -> Void
    ) throws {
        let id =
            switch work {
            case .known(let id): id
            case .prepared(let article): article.document.id
            }
        if let owner = owners[id] {
            throw OutputError(.nameTaken, place: input.path, detail: owner)
        }
        if case .prepared(let article) = work, let problem = article.problem {
            throw StoreError(.invalidFacts, file: store.file, detail: problem)
        }
        if tables.contains(id) {
            throw StoreError(
                .invalidFacts, file: store.file, detail: KnowledgeStore.tableProblem(id))
        }
        try claim(id, input)
        owners[id] = input.path
        documents.append((id, input))
        switch work {
        case .known: counts[.unchanged, default: 0] += 1
        case .prepared(let article):
            if batch.isEmpty { batchStart = .now }
            batch.append(article)
        }
    }

    private mutating func save(on console: Console) throws {
        if batch.isEmpty { return }
        // At most one batch is on its way, so that memory is bounded.
        try count()
        console.showProgress(summary)
        writer.begin(batch)
        batch = []
    }

    /// Waits for the batch that is on its way, and counts what was done.
    private mutating func count() throws {
        let outcomes = try writer.finish()
        for outcome in outcomes { counts[outcome, default: 0] += 1 }
        if hasRun || outcomes.isEmpty { return }
        try store.noteRun(command, extractor: pipeline.extractorName)
        hasRun = true
    }
}
