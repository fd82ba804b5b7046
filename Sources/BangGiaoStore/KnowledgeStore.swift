public import BangGiaoKnowledge
public import BangGiaoModel
public import Foundation
import GRDB

/// Documents, what they say, and what is known of it together, kept in an SQLite file.
///
/// What documents say and what persons judged is kept; who is who follows from it, and is brought up
/// to date with every change: what the store knows depends on the documents and the judgements that
/// stand, not on their order. Every change is one transaction: a process that is killed leaves what
/// was finished and nothing else. Several processes may use one store: writers wait for each other,
/// readers don't wait.
public final class KnowledgeStore: Sendable {
    /// What saving a document did.
    public enum Outcome: String, Hashable, Sendable {
        /// The document is new.
        case added
        /// The document was there with another text or other facts, which stand no longer.
        case replaced
        /// The document was there just so; nothing was written.
        case unchanged
    }

    /// A document in the store, without its text.
    public struct StoredDocument: Hashable, Sendable {
        /// What is known of the document itself.
        public var header: DocumentFacts.Header
        /// The hash of its text.
        public var textHash: TextHash
        /// What made its facts, as ``KnowledgeStore/save(_:of:extractor:)`` was told.
        public var extractor: String
        /// When the store learned of it, by ISO 8601 in UTC.
        public var recorded: String
    }

    /// Whether a store may be changed.
    public enum Mode: Hashable, Sendable {
        /// Opened as it is; works in a folder that can't be written, too.
        case read
        /// Made where there is none, and brought to the newest schema.
        case write
    }

    /// The path of the file.
    public let file: String
    let queue: DatabaseQueue
    let judgeSource: JudgeSource
    private let clock: @Sendable () -> Date

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - file: The SQLite file; its folder must exist.
    ///   - mode: Whether it may be made and changed.
    ///   - lexicon: The folder of the tables by which names are compared; the one that comes with
    ///     the library where nil. A store that others made is derived anew when it is opened for
    ///     writing.
    ///   - judge: The judge of those tables, where it was made already.
    ///   - clock: Tells when something is added, removed or judged.
    /// - Throws: ``StoreError`` for a file that is missing, damaged, of another program or of a
    ///   later version, or a folder that can't be written. Then nothing has been changed.
    public init(
        _ file: URL, mode: Mode, lexicon: URL? = nil, judge: CellJudge? = nil,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreError) {
        self.file = file.path
        self.clock = clock
        judgeSource = JudgeSource(lexicon: lexicon, file: file.path, judge: judge)
        queue =
            switch mode {
            case .read: try StoreFile.openForReading(file.path, judge: judgeSource)
            case .write: try StoreFile.openForWriting(file.path, judge: judgeSource)
            }
    }

    /// Makes a store of a database that nobody else has.
    init(
        _ queue: DatabaseQueue, file: String, judge: JudgeSource,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.queue = queue
        self.file = file
        judgeSource = judge
        self.clock = clock
    }

    /// Saves a document with what it says, in place of what was saved under its id.
    ///
    /// - Parameters:
    ///   - facts: What the document says; each quotation must be the text at its offsets.
    ///   - document: The document itself, with its text and zones.
    ///   - extractor: What made the facts, such as a version with a hash of its tables: so that
    ///     ``fingerprint(of:)`` can tell when to make them again.
    /// - Returns: What was done; saving the same again does nothing.
    /// - Throws: ``StoreError``; `invalidFacts` where the facts don't fit the document. Then
    ///   nothing has been changed.
    @discardableResult
    public func save(
        _ facts: DocumentFacts, of document: Document, extractor: String = ""
    ) throws(StoreError) -> Outcome {
        try save([
            PreparedArticle(facts, of: document, extractor: extractor, judge: judge())
        ])[0]
    }

    /// Saves documents at one time: all of them, or none where one can't be saved.
    ///
    /// Much quicker than one by one, as what follows from them is worked out once.
    /// - Returns: What was done with each, in their order.
    /// - Throws: ``StoreError``; `invalidFacts` where facts don't fit their document, or a table has
    ///   its id. Then nothing has been changed.
    /// - Complexity: O(what the documents say + what it changes of what is known); independent of
    ///   the size of the store but for the logarithm of searching in it.
    @discardableResult
    public func save(_ articles: [PreparedArticle]) throws(StoreError) -> [Outcome] {
        for article in articles {
            if let problem = article.problem {
                throw StoreError(.invalidFacts, file: file, detail: problem)
            }
        }
        return try change { database, derivation in
            var outcomes: [Outcome] = []
            var seen: Set<DocumentID> = []
            for article in articles {
                let id = article.document.id
                if !seen.insert(id).inserted {
                    try derivation.settle()
                    seen = [id]
                }
                let known = try String.fetchOne(
                    try database.cachedStatement(
                        sql: "SELECT fingerprint FROM article WHERE id = ?"),
                    arguments: [id.rawValue])
                if known == article.fingerprint {
                    let loader = FactsLoader(database: database, scope: .one(id), file: file)
                    if try loader.facts() == [article.facts] {
                        outcomes.append(.unchanged)
                        continue
                    }
                }
                if known == nil, try Self.isTable(id, in: database) {
                    throw StoreError(.invalidFacts, file: file, detail: Self.tableProblem(id))
                }
                if known != nil { try derivation.remove(id, isKept: true) }
                try derivation.add(article)
                outcomes.append(known == nil ? .added : .replaced)
            }
            return outcomes
        }
    }

    /// Removes documents with all that they say. What they said is still known as of earlier days.
    ///
    /// - Parameter forgets: Whether nothing of them is kept, earlier versions included.
    /// - Returns: Which of them the store had, in their order.
    @discardableResult
    public func remove(
        _ ids: [DocumentID], forgets: Bool = false
    ) throws(StoreError) -> [Bool] {
        try change { database, derivation in
            try ids.map { id in
                let isThere = try derivation.remove(id, isKept: !forgets)
                guard forgets else { return isThere }
                let mark = String(FactsLoader.versionMark)
                try database.execute(
                    sql: "DELETE FROM article WHERE id > ? AND id < ?",
                    arguments: [id.rawValue + mark, id.rawValue + " "])
                return isThere || database.changesCount > 0
            }
        }
    }

    /// Removes a document with all that it says.
    ///
    /// - Returns: Whether the store had it.
    @discardableResult
    public func remove(_ id: DocumentID) throws(StoreError) -> Bool { try remove([id])[0] }

    /// Derives everything anew from the documents and the judgements.
    ///
    /// - Complexity: O(size of the store), in one transaction.
    public func rebuild() throws(StoreError) {
        try StoreFile.translating(file) {
            try queue.write {
                try Rebuilder.rebuild($0, file: file, moment: moment(), judge: judgeSource)
            }
        }
    }

    /// Returns the judge of names, for preparing documents elsewhere.
    ///
    /// - Throws: ``StoreError`` where its tables can't be read.
    public func judge() throws(StoreError) -> CellJudge { try judgeSource.judge() }

    /// Changes what is kept, and brings what is derived up to date, in one transaction.
    func change<Result>(
        _ body: (Database, Derivation) throws -> Result
    ) throws(StoreError) -> Result {
        try StoreFile.translating(file) {
            try queue.write { database in
                let derivation = Derivation(
                    database, file: file, moment: moment(), judge: judgeSource)
                let result = try body(database, derivation)
                try derivation.settle()
                return result
            }
        }
    }

    /// Runs a body that only reads, on one state of the store.
    func reading<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        try StoreFile.translating(file) { try queue.read(body) }
    }

    /// Now, as the store writes it.
    func moment() -> String { Self.moment(clock()) }

    static func moment(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
