import BangGiaoModel
import Foundation
import GRDB

/// Opens the database file of a store, or says why not, before anything in it is changed.
enum StoreFile {
    private static let cacheKilobytes = 65_536

    /// Opens a store, and makes it where there is none.
    static func openForWriting(
        _ path: String, judge: JudgeSource
    ) throws(StoreError) -> DatabaseQueue {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let isThere = FileManager.default.fileExists(atPath: path)
        if try isNew(path) {
            if FileManager.default.fileExists(atPath: folder),
                !FileManager.default.isWritableFile(atPath: folder)
            {
                throw StoreError(.readOnly, file: path)
            }
        } else {
            _ = try openForReading(path, judge: judge)
            // SQLite would read it, and leave a log that nobody can write.
            if !FileManager.default.isWritableFile(atPath: path) {
                throw StoreError(.readOnly, file: path)
            }
        }
        do {
            return try translating(path) {
                let queue = try DatabaseQueue(path: path, configuration: configuration())
                try queue.inDatabase { database in
                    // Readers go on while a writer writes; a finished transaction outlives a kill.
                    try database.execute(
                        sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
                }
                try queue.write { database in try migrate(database, path, judge) }
                return queue
            }
        } catch {
            // Where there was no room for a store nothing is left: no more than an empty first page.
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            if !isThere, error.code == .full, size ?? 0 <= 4096 {
                for suffix in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: path + suffix)
                }
            }
            throw error
        }
    }

    /// Opens an empty store in a file that nobody sees and that goes with the process.
    static func openTemporarily(
        _ name: String, judge: JudgeSource
    ) throws(StoreError) -> DatabaseQueue {
        try translating(name) {
            let queue = try DatabaseQueue(path: "", configuration: configuration())
            try queue.write { database in try migrate(database, name, judge) }
            return queue
        }
    }

    /// Opens a store that exists, without changing anything.
    static func openForReading(
        _ path: String, judge: JudgeSource
    ) throws(StoreError) -> DatabaseQueue {
        if try isNew(path) { throw StoreError(.missing, file: path) }
        // A reader of a file that it can't write would leave a log beside it that nobody can write,
        // either.
        if !FileManager.default.isWritableFile(atPath: path), !hasLog(path) {
            return try openUnshared(path, judge: judge)
        }
        do {
            let queue = try translating(path) {
                try DatabaseQueue(path: path, configuration: configuration(isReadOnly: true))
            }
            try check(queue, path)
            return try upToDate(queue, path, judge)
        } catch  where error.code == .unreadable || error.code == .readOnly {
            // In a folder that can't be written SQLite can't share the file; but then nobody else
            // writes it either.
            return try openUnshared(path, judge: judge)
        }
    }

    /// Opens a store that nobody is writing, without anything beside the file.
    private static func openUnshared(
        _ path: String, judge: JudgeSource
    ) throws(StoreError) -> DatabaseQueue {
        var url = URLComponents()
        url.scheme = "file"
        url.path = URL(fileURLWithPath: path).path
        url.queryItems = [URLQueryItem(name: "immutable", value: "1")]
        let address = url.string ?? path
        let queue = try translating(path) {
            try DatabaseQueue(path: address, configuration: configuration(isReadOnly: true))
        }
        try check(queue, path)
        return try upToDate(queue, path, judge)
    }

    /// Returns the database where it has the newest schema, else a temporary copy of it that has.
    private static func upToDate(
        _ queue: DatabaseQueue, _ path: String, _ judge: JudgeSource
    ) throws(StoreError) -> DatabaseQueue {
        try translating(path) {
            let version = try queue.read {
                try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0
            }
            if version == Schema.steps.count { return queue }
            let copy = try DatabaseQueue(path: "", configuration: configuration())
            try queue.backup(to: copy)
            try copy.write { try migrate($0, path, judge) }
            return copy
        }
    }

    /// Runs a body and turns what SQLite reports into an error of ours.
    static func translating<Result>(
        _ path: String, _ body: () throws -> Result
    ) throws(StoreError) -> Result {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            let code = code(of: error)
            let detail = code == .notADatabase ? "" : error.message ?? ""
            throw StoreError(code, file: path, detail: detail)
        } catch {
            throw StoreError(.unreadable, file: path, detail: "\(error)")
        }
    }

    private static func configuration(isReadOnly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        // Writers hold the store for a batch of documents, not longer.
        configuration.busyMode = .timeout(60)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes)")
        }
        return configuration
    }

    private static func code(of error: DatabaseError) -> StoreError.Code {
        switch error.resultCode {
        case .SQLITE_NOTADB: .notADatabase
        case .SQLITE_CORRUPT: .damaged
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_FULL: .full
        // So a quota that is used up is told of.
        case .SQLITE_IOERR
        where [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE].contains(error.extendedResultCode):
            .full
        case .SQLITE_CONSTRAINT: .invalidFacts
        // Our own statements fit our own tables.
        case .SQLITE_ERROR, .SQLITE_MISMATCH: .damaged
        default: .unreadable
        }
    }

    /// Whether a writer left work beside the file that isn't in it yet.
    private static func hasLog(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "-wal")
    }

    /// Whether there is no file yet, or an empty one.
    private static func isNew(_ path: String) throws(StoreError) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return true
        }
        if isFolder.boolValue {
            throw StoreError(.unreadable, file: path, detail: "it is a folder")
        }
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw StoreError(.unreadable, file: path, detail: "it may not be read")
        }
        // Never opened but by SQLite: closing a file takes away all locks that this process has on
        // it, and the next process would take the log of an open store for one left behind.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int == 0
    }

    /// Sees by its header whether a database is a store of a version that we know.
    private static func check(_ queue: DatabaseQueue, _ path: String) throws(StoreError) {
        try translating(path) {
            try queue.read { database in
                let id = try Int32.fetchOne(database, sql: "PRAGMA application_id")
                let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
                // A store whose making was cut short has no table yet.
                if id != Schema.applicationID, id != 0 || tables != 0 {
                    throw StoreError(.foreign, file: path)
                }
                if version > Schema.steps.count {
                    throw StoreError(
                        .newerSchema, file: path,
                        detail: "schema \(version), this one knows \(Schema.steps.count)")
                }
            }
        }
    }

    /// Does the steps that are missing, and derives anew what was derived with other tables of words.
    /// Two processes that do so at once wait for each other.
    private static func migrate(
        _ database: Database, _ path: String, _ judge: JudgeSource
    ) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if version < Schema.steps.count {
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            for step in Schema.steps[version...] { try database.execute(sql: step) }
            try database.execute(sql: "PRAGMA user_version = \(Schema.steps.count)")
        }
        if try Rebuilder.isOutdated(database, judge) {
            try Rebuilder.rebuild(
                database, file: path, moment: KnowledgeStore.moment(Date()), judge: judge)
        }
    }
}
