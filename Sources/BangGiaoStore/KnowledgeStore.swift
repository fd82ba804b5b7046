public import BangGiaoModel
public import Foundation
import GRDB

/// Documents and what they say, kept in an SQLite file.
///
/// Only what documents say is kept; who is who across documents is worked out of it again. Every
/// change is one transaction: a process that is killed leaves what was finished and nothing else.
/// Several processes may use one store: writers wait for each other, readers don't.
public final class KnowledgeStore: Sendable {
    /// What saving a document did.
    public enum Outcome: String, Hashable, Sendable {
        /// The document is new.
        case added
        /// The document was there with another text or other facts, which are gone.
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
    private let queue: DatabaseQueue

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - file: The SQLite file; its folder must exist.
    ///   - mode: Whether it may be made and changed.
    /// - Throws: ``StoreError`` for a file that is missing, damaged, of another program or of a
    ///   later version, or a folder that can't be written. Then nothing has been changed.
    public init(_ file: URL, mode: Mode) throws(StoreError) {
        self.file = file.path
        queue =
            switch mode {
            case .read: try StoreFile.openForReading(file.path)
            case .write: try StoreFile.openForWriting(file.path)
            }
    }

    /// Saves a document with what it says, in place of what was saved under its id.
    ///
    /// - Parameters:
    ///   - facts: What the document says; each quotation must be the text at its offsets.
    ///   - document: The document itself, with its text and zones.
    ///   - extractor: What made the facts, such as a version with a hash of its tables: so that
    ///     ``isCurrent(_:extractor:)`` can tell when to make them again.
    /// - Returns: What was done; saving the same again does nothing.
    /// - Throws: ``StoreError``; `invalidFacts` where the facts don't fit the document. Then
    ///   nothing has been changed.
    @discardableResult
    public func save(
        _ facts: DocumentFacts, of document: Document, extractor: String = ""
    ) throws(StoreError) -> Outcome {
        if let problem = FactsCheck(facts: facts, document: document).problem() {
            throw StoreError(.invalidFacts, file: file, detail: problem)
        }
        return try StoreFile.translating(file) {
            try queue.write { database in
                let known = try Self.stored(database, document.id).first
                if let known, known.extractor == extractor,
                    known.textHash == TextHash(of: document.text)
                {
                    let loader = FactsLoader(database: database, only: document.id, file: file)
                    if try loader.documents() == [document], try loader.facts() == [facts] {
                        return .unchanged
                    }
                }
                try Self.delete(database, document.id)
                try FactsWriter(database: database).write(
                    facts, of: document, extractor: extractor)
                return known == nil ? .added : .replaced
            }
        }
    }

    /// Returns whether a document was saved with this very text, header and zones, and its facts
    /// made by this extractor: then there is no need to extract them again.
    public func isCurrent(
        _ document: Document, extractor: String
    ) throws(StoreError) -> Bool {
        try StoreFile.translating(file) {
            try queue.read { database in
                guard let known = try Self.stored(database, document.id).first else { return false }
                guard known.extractor == extractor,
                    known.textHash == TextHash(of: document.text)
                else { return false }
                let loader = FactsLoader(database: database, only: document.id, file: file)
                return try loader.documents() == [document]
            }
        }
    }

    /// Returns what all documents say, by id: exactly what was saved.
    ///
    /// - Complexity: O(rows), in one query a table.
    public func load() throws(StoreError) -> [DocumentFacts] {
        try StoreFile.translating(file) {
            try queue.read { try FactsLoader(database: $0, file: file).facts() }
        }
    }

    /// Returns a document with its text and zones; nil where the store doesn't have it.
    public func document(_ id: DocumentID) throws(StoreError) -> Document? {
        try StoreFile.translating(file) {
            try queue.read {
                try FactsLoader(database: $0, only: id, file: file).documents().first
            }
        }
    }

    /// Returns what a document says; nil where the store doesn't have it.
    public func facts(of id: DocumentID) throws(StoreError) -> DocumentFacts? {
        try StoreFile.translating(file) {
            try queue.read { try FactsLoader(database: $0, only: id, file: file).facts().first }
        }
    }

    /// Returns the documents, by id, without their texts.
    public func documents() throws(StoreError) -> [StoredDocument] {
        try StoreFile.translating(file) { try queue.read { try Self.stored($0, nil) } }
    }

    /// Removes a document with all that it says.
    ///
    /// - Returns: Whether the store had it.
    @discardableResult
    public func remove(_ id: DocumentID) throws(StoreError) -> Bool {
        try StoreFile.translating(file) { try queue.write { try Self.delete($0, id) } }
    }
}

extension KnowledgeStore {
    @discardableResult
    private static func delete(_ database: Database, _ id: DocumentID) throws -> Bool {
        let statement = try database.cachedStatement(sql: "DELETE FROM document WHERE id = ?")
        try statement.execute(arguments: [id.rawValue])
        return database.changesCount > 0
    }

    private static func stored(
        _ database: Database, _ id: DocumentID?
    ) throws -> [StoredDocument] {
        let arguments: StatementArguments = id.map { [$0.rawValue] } ?? []
        var authors: [String: [String]] = [:]
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT document, name FROM author \(id == nil ? "" : "WHERE document = ?")
                ORDER BY document, place
                """,
            arguments: arguments)
        {
            authors[row["document"], default: []].append(row["name"])
        }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, textHash, extractor, language, title, published, url
                FROM document \(id == nil ? "" : "WHERE id = ?") ORDER BY id
                """,
            arguments: arguments)
        return rows.map { row in
            let id: String = row["id"]
            return StoredDocument(
                header: DocumentFacts.Header(
                    id: DocumentID(id), language: row["language"], title: row["title"],
                    published: (row["published"] as String?).flatMap { PartialDate($0) },
                    url: row["url"], authors: authors[id] ?? []),
                textHash: TextHash(rawValue: row["textHash"]), extractor: row["extractor"])
        }
    }
}
