import BangGiaoModel
import BangGiaoStore
import Foundation
import GRDB
import TestSupport
import Testing

#if os(Linux)
    import Glibc
#endif

/// What happens with files that are no store, or no store any more.
@Suite
struct StoreFileTests {
    private func code(_ file: URL, _ mode: KnowledgeStore.Mode) -> StoreError.Code? {
        do {
            _ = try KnowledgeStore(test: file, mode: mode).load()
            return nil
        } catch {
            #expect(error.description.contains(file.lastPathComponent))
            #expect(!error.description.contains("\n"))
            return error.code
        }
    }

    /// Expects an error on opening in either mode, and the file's bytes as before.
    private func expectRefusal(of file: URL, _ expected: StoreError.Code) throws {
        let before = try Data(contentsOf: file)
        #expect(code(file, .read) == expected)
        #expect(code(file, .write) == expected)
        #expect(try Data(contentsOf: file) == before)
    }

    @Test
    func missingFileIsMadeOnlyForWriting() throws {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            #expect(code(file, .read) == .missing)
            #expect(!FileManager.default.fileExists(atPath: file.path))
            #expect(code(file, .write) == nil)
            #expect(code(file, .read) == nil)
            #expect(code(folder, .write) == .unreadable)
            #expect(
                code(folder.appendingPathComponent("không/kho.sqlite"), .write) == .unreadable)
        }
    }

    @Test
    func emptyFileBecomesAStore() throws {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            try Data().write(to: file)
            #expect(code(file, .write) == nil)
        }
    }

    @Test
    func fileOfAnotherKindIsLeftAlone() throws {
        try withTemporaryFolder { folder in
            let text = folder.appendingPathComponent("bài.txt")
            try Data("Bộ Ngoại giao".utf8).write(to: text)
            try expectRefusal(of: text, .notADatabase)
            let foreign = folder.appendingPathComponent("khác.sqlite")
            try DatabaseQueue(path: foreign.path).write {
                try $0.execute(sql: "CREATE TABLE document (id TEXT)")
            }
            try expectRefusal(of: foreign, .foreign)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
        }
    }

    @Test
    func storeOfALaterVersionIsLeftAlone() throws {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            #expect(code(file, .write) == nil)
            try DatabaseQueue(path: file.path).inDatabase {
                try $0.execute(sql: "PRAGMA user_version = 99; PRAGMA journal_mode = DELETE")
            }
            try expectRefusal(of: file, .newerSchema)
        }
    }

    @Test(arguments: ["cut", "scrambled", "row"])
    func damageIsToldAsDamage(how: String) throws {
        var generator = SeededGenerator(seed: 7)
        let stories = Story.randomCollection(count: 40, using: &generator)
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            do {
                let store = try KnowledgeStore(test: file, mode: .write)
                for story in stories { try store.save(story.facts, of: story.document) }
            }
            var bytes = try Data(contentsOf: file)
            switch how {
            case "cut": bytes = bytes.prefix(bytes.count / 2)
            case "scrambled":
                for place in 4096..<bytes.count { bytes[place] ^= 0x5A }
            default:
                try DatabaseQueue(path: file.path).write {
                    try $0.execute(sql: "UPDATE article SET published = 'hôm qua'")
                }
                bytes = try Data(contentsOf: file)
            }
            try bytes.write(to: file)
            #expect(code(file, .read) == .damaged)
        }
    }

    #if os(Linux)
        /// Another process must not take the log of an open store for one left behind: the lock that
        /// tells so is the process's, and goes with the first descriptor of the file that is closed.
        @Test
        func openStoreKeepsItsLockWhileOthersAreOpened() throws {
            try withTemporaryFolder { folder in
                let file = folder.appendingPathComponent("kho.sqlite")
                let story = Story("a")
                let writer = try KnowledgeStore(test: file, mode: .write)
                try writer.save(story.facts, of: story.document)
                for mode in [KnowledgeStore.Mode.read, .write] {
                    let other = try KnowledgeStore(test: file, mode: mode)
                    #expect(try other.documents().count == 1)
                }
                let descriptor = open(file.path, O_RDWR)
                // Read while it is open: closing it takes the lock away, too.
                defer { close(descriptor) }
                // The bytes by which SQLite tells that a database is in use.
                var lock = flock(
                    l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0x4000_0002,
                    l_len: 510, l_pid: 0)
                // A lock of the open file, which those of this process stand in the way of, too.
                // F_OFD_GETLK by its number, as Glibc's module doesn't show it.
                #expect(fcntl(descriptor, 36, &lock) == 0)
                #expect(lock.l_type == Int16(F_RDLCK))
                try writer.remove(story.document.id)
            }
        }

        @Test(.enabled(if: getuid() != 0))
        func fileThatMayNotBeWrittenIsReadWithoutALog() throws {
            try withTemporaryFolder { folder in
                let file = folder.appendingPathComponent("kho.sqlite")
                #expect(code(file, .write) == nil)
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o444], ofItemAtPath: file.path)
                #expect(code(file, .read) == nil)
                #expect(code(file, .write) == .readOnly)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
            }
        }
    #endif

    @Test
    func rowsAreReadableWithoutThisProgram() throws {
        var story = Story("a", published: "2021-10-22")
        let ministry = story.agency("Bộ Y tế", "VN")
        story.position(story.person("Lý An", "VN"), "Thứ trưởng", of: ministry)
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            try KnowledgeStore(test: file, mode: .write).save(story.facts, of: story.document)
            let rows = try DatabaseQueue(path: file.path).read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT personName, title, bodyName, quotation
                        FROM position JOIN evidence ON evidence.fact = position.id
                        """
                ).map { row in (0..<4).map { row[$0] as String } }
            }
            #expect(rows == [["Lý An", "Thứ trưởng", "Bộ Y tế", "Thứ trưởng Bộ Y tế Lý An"]])
        }
    }
}
