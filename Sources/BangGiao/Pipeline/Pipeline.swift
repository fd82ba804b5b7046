public import BangGiaoExtraction
public import BangGiaoLexicon
public import BangGiaoModel
public import BangGiaoReading
public import Foundation

/// Reads documents and extracts their facts, on all cores, in order, in bounded memory.
///
/// ```swift
/// let pipeline = try Pipeline()
/// try await pipeline.extract(Input.list("articles")) { result in
///     switch result.outcome {
///     case .success(let article): print(article.document.id, article.facts.meetings.count)
///     case .failure(let error): print("left out:", error)
///     }
/// }
/// ```
public struct Pipeline: Sendable {
    /// A document with what it says.
    public struct Article: Hashable, Sendable {
        /// The document as it was read.
        public var document: Document
        /// What it says.
        public var facts: DocumentFacts
        /// How the facts were read, where ``Options/isExplaining`` asks for it.
        public var explanation: Explanation?
    }

    /// What is asked of the facts.
    public struct Options: Hashable, Sendable {
        /// Facts that are less likely right are left out, from 0 to 1.
        public var minimumConfidence: Double
        /// Whether to say how each fact was read, and which words led to none.
        public var isExplaining: Bool

        /// Makes options.
        public init(minimumConfidence: Double = 0, isExplaining: Bool = false) {
            self.minimumConfidence = minimumConfidence
            self.isExplaining = isExplaining
        }
    }

    /// What one document of an input gave.
    public struct Result: Sendable {
        /// The input that holds the document.
        public var input: Input
        /// Whether the input is JSON Lines, of which each line is a document.
        public var isLine: Bool
        /// The document with its facts, or why there is none in this place.
        public var outcome: Swift.Result<Article, ReadingError>
        /// What was odd but could be used.
        public var diagnostics: [Diagnostic]
    }

    /// Reads the documents.
    public let reader: DocumentReader
    /// Extracts their facts.
    public let extractor: Extractor
    /// How many documents are worked on at one time.
    public let jobs: Int
    /// What is asked of the facts.
    public var options: Options
    private let tables: String

    /// Tells one way of reading from another: the version of the rules, a hash of the tables of
    /// words, and what is asked of the facts. Documents that two pipelines of one name read have the
    /// same facts.
    public var extractorName: String {
        let bound = options.minimumConfidence > 0 ? " from \(options.minimumConfidence)" : ""
        return "rules \(Extractor.version), tables \(tables)\(bound)"
    }

    /// Makes a pipeline of its parts.
    ///
    /// - Parameters:
    ///   - jobs: How many documents are worked on at one time; one a core where nil.
    ///   - options: What is asked of the facts.
    ///   - tables: What tells the tables of words from others, for ``extractorName``.
    public init(
        reader: DocumentReader, extractor: Extractor, jobs: Int? = nil,
        options: Options = Options(), tables: String = "unnamed"
    ) {
        self.reader = reader
        self.extractor = extractor
        self.options = options
        self.tables = tables
        self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    /// Makes a pipeline with the tables of a folder.
    ///
    /// - Parameters:
    ///   - directory: The folder of the lexicon; the one that comes with the library where nil.
    ///   - jobs: How many documents are worked on at one time; one a core where nil.
    ///   - options: What is asked of the facts.
    /// - Throws: `LexiconError` where a table isn't what it must be.
    public init(
        lexicon directory: URL? = nil, jobs: Int? = nil, options: Options = Options()
    ) throws(LexiconError) {
        let tables = if let directory { directory } else { try LexiconTable.bundledDirectory() }
        self.init(
            reader: try DocumentReader(lexicon: tables),
            extractor: Extractor(lexicon: try Lexicon(directory: tables)), jobs: jobs,
            options: options, tables: LexiconTable.hash(of: tables))
    }

    /// Reads all documents of inputs, and hands their facts on in the order of the inputs.
    ///
    /// A document that can't be read gives an error in its place, and the others go on. Inputs of
    /// JSON Lines are read line by line; at most a few documents a job are in memory.
    /// - Throws: What the sink throws, which ends the work; `CancellationError` in a cancelled task.
    public func extract(
        _ inputs: some Sequence<Input>, isolation: isolated (any Actor)? = #isolation,
        into sink: (Result) throws -> Void
    ) async throws {
        try await map(inputs, transform: { article($0) }) { result in
            try sink(
                Result(
                    input: result.input, isLine: result.isLine, outcome: result.outcome,
                    diagnostics: result.diagnostics))
        }
    }

    /// What was made of one document of an input.
    public struct Mapped<Value: Sendable>: Sendable {
        /// The input that holds the document.
        public var input: Input
        /// Whether the input is JSON Lines, of which each line is a document.
        public var isLine: Bool
        /// What was made, or why there is no document in this place.
        public var outcome: Swift.Result<Value, ReadingError>
        /// What was odd but could be used.
        public var diagnostics: [Diagnostic]
    }

    /// Reads all documents of inputs, and hands on what is made of each, in the order of the inputs.
    ///
    /// Like ``extract(_:isolation:into:)``, for work that may be less than extracting: a document
    /// that is known already, say.
    /// - Parameter transform: Runs on all cores; ``article(_:)`` is at hand for it.
    /// - Throws: What the sink throws, which ends the work; `CancellationError` in a cancelled task.
    public func map<Value: Sendable>(
        _ inputs: some Sequence<Input>, isolation: isolated (any Actor)? = #isolation,
        transform: @escaping @Sendable (Document) -> Value,
        into sink: (Mapped<Value>) throws -> Void
    ) async throws {
        var work = WorkList(inputs, reader: reader)
        try await OrderedMap(jobs: jobs).run(
            from: { work.next() },
            transform: { done($0, transform) },
            into: { results in for result in results { try sink(result) } })
    }

    /// Returns the facts of a text that is at hand.
    ///
    /// - Parameters:
    ///   - text: The article as plain text.
    ///   - id: The name by which it shall be known.
    /// - Throws: `ReadingError` where the text is empty or no text at all.
    public func facts(of text: String, id: String) throws(ReadingError) -> DocumentFacts {
        let read = try reader.read(Array(text.utf8), format: .text, name: id)
        guard let document = read.first?.document else {
            throw ReadingError(.empty, place: id)
        }
        return article(document).facts
    }

    private func done<Value>(
        _ work: WorkList.Item, _ transform: (Document) -> Value
    ) -> [Mapped<Value>] {
        func mapped(
            _ read: Swift.Result<ReadDocument, ReadingError>, _ input: Input, isLine: Bool
        ) -> Mapped<Value> {
            Mapped(
                input: input, isLine: isLine, outcome: read.map { transform($0.document) },
                diagnostics: (try? read.get())?.diagnostics ?? [])
        }
        return switch work {
        case .file(let input):
            reader.documents(in: input).map { mapped($0, input, isLine: false) }
        case .document(let read, let input, let isLine): [mapped(read, input, isLine: isLine)]
        }
    }

    /// Returns a document with its facts.
    public func article(_ document: Document) -> Article {
        var article =
            if options.isExplaining {
                Article(explained: extractor.explain(document), of: document)
            } else {
                Article(document: document, facts: extractor.extract(document))
            }
        if options.minimumConfidence > 0 { article.leaveOut(below: options.minimumConfidence) }
        return article
    }
}

extension Pipeline.Article {
    fileprivate init(
        explained: (facts: DocumentFacts, explanation: Explanation), of document: Document
    ) {
        self.init(
            document: document, facts: explained.facts, explanation: explained.explanation)
    }

    /// Leaves out facts that are less likely right, and how they were read.
    fileprivate mutating func leaveOut(below minimum: Double) {
        let kept = facts.kept(minimumConfidence: minimum)
        explanation = explanation?.keeping(kept)
        facts = facts.keeping(kept)
    }
}

/// The inputs cut into pieces of work: a whole file, or a line of JSON Lines.
private struct WorkList {
    enum Item: Sendable {
        /// A file of one article, to be read where it is worked on.
        case file(Input)
        /// A document that had to be read in turn with its neighbours.
        case document(Swift.Result<ReadDocument, ReadingError>, Input, isLine: Bool)
    }

    private var inputs: AnyIterator<Input>
    private let reader: DocumentReader
    private var lines: (stream: DocumentStream, input: Input)?

    init(_ inputs: some Sequence<Input>, reader: DocumentReader) {
        self.inputs = AnyIterator(inputs.makeIterator())
        self.reader = reader
    }

    mutating func next() -> Item? {
        while true {
            if let input = lines?.input {
                if let read = lines?.stream.next() {
                    return .document(read, input, isLine: lines?.stream.isLines ?? false)
                }
                lines = nil
            }
            guard let input = inputs.next() else { return nil }
            // What only the bytes tell may be a stream without end.
            guard input.format == .jsonLines || input.format == nil else { return .file(input) }
            lines = (reader.documents(in: input), input)
        }
    }
}
