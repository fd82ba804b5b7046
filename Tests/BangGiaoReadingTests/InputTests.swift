import BangGiaoReading
import Foundation
import TestSupport
import Testing

struct InputTests {
    private func write(_ names: [String], in folder: URL) throws {
        for name in names {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("Tin.".utf8).write(to: file)
        }
    }

    @Test func foldersGiveTheirArticlesInTheOrderOfTheirPaths() throws {
        try withTemporaryFolder { folder in
            try write(
                ["b.txt", "a/z.html", "a.txt", "B.md", "a/b/c.jsonl", "đ.txt", "x.pdf", ".an.txt"],
                in: folder)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/a/circle", withDestinationPath: folder.path)
            let inputs = try Input.list(folder.path + "/")
            let paths = inputs.map { String($0.path.dropFirst(folder.path.count + 1)) }
            #expect(paths == ["B.md", "a.txt", "a/b/c.jsonl", "a/z.html", "b.txt", "đ.txt"])
            #expect(inputs.map(\.name) == ["B", "a", "c", "z", "b", "đ"])
        }
    }

    @Test func aFileIsAnInputWhateverItsEnding() throws {
        try withTemporaryFolder { folder in
            try write(["note", "a.b.txt"], in: folder)
            #expect(try Input.list(folder.path + "/note").map(\.format) == [nil])
            #expect(try Input.list(folder.path + "/a.b.txt").map(\.name) == ["a.b"])
        }
    }

    @Test func whatIsMissingOrEmptyIsAnError() throws {
        try withTemporaryFolder { folder in
            try write(["sub/x.pdf"], in: folder)
            let none = #expect(throws: ReadingError.self) { try Input.list(folder.path) }
            #expect(none?.code == .noArticles)
            #expect(
                none?.description.hasPrefix(folder.path + ": has no article (.txt, .md") == true)
            let missing = #expect(throws: ReadingError.self) { try Input.list(folder.path + "/q") }
            #expect(missing?.code == .missingFile)
        }
    }
}
