import Foundation
import TestSupport
import Testing

@testable import BangGiaoCommand

@Suite("Inputs that fail")
struct BadInputTests {
    /// An input that can't be read, and a word of the sentence that must say so.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var word: String
        var make: @Sendable (Folder) throws -> String
    }

    static let cases = [
        Case(testDescription: "a missing file", word: "no such file") { $0("none.txt") },
        Case(testDescription: "an empty file", word: "no text") {
            try $0.write([], to: "empty.txt")
        },
        Case(testDescription: "a file of spaces", word: "no text") {
            try $0.write(" \n\t\n".utf8, to: "blank.txt")
        },
        Case(testDescription: "a PDF renamed to .txt", word: "PDF") {
            try $0.write(Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3, 0xCF, 0xD3], to: "paper.txt")
        },
        Case(testDescription: "a file in Latin-1", word: "UTF-8") {
            try $0.write(Array("Angela, ch".utf8) + [0xE8] + Array("re".utf8), to: "latin.txt")
        },
        Case(testDescription: "a file of 50 MB", word: "too large") {
            try $0.write(Data(repeating: UInt8(ascii: "a"), count: 50_000_000), to: "large.txt")
        },
        Case(testDescription: "a folder without articles", word: "no article") {
            _ = try $0.write("a,b".utf8, to: "tables/numbers.csv")
            return $0("tables")
        },
    ]

    @Test("gives one clear sentence and exit code 1; the others are done", arguments: cases)
    func oneSentence(bad: Case) async throws {
        try await withFolder { folder in
            let path = try bad.make(folder)
            let good = Repository.seeds.appendingPathComponent("seed-001.txt").path
            let run = await banggiao(["extract", path, good])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.trouble.hasPrefix("error: \(path): "))
            #expect(run.trouble.contains(bad.word))
            #expect(run.trouble.hasSuffix(".\n"))
            #expect(run.output.hasPrefix("{\"document\":{\"id\":\"seed-001\""))
        }
    }

    @Test(
        "wrong usage gives exit code 64",
        arguments: [
            ["extract"], ["extract", "--format", "xml", "a.txt"],
            ["extract", "--jobs", "0", "a.txt"],
            ["extrcat", "a.txt"], ["extract", "a.txt", "--no-such-option"],
        ])
    func usage(arguments: [String]) async {
        let run = await banggiao(arguments)
        #expect(run.exitCode == 64)
        #expect(run.output.isEmpty)
        #expect(run.trouble.contains("Usage: "))
    }

    @Test("a lexicon folder without tables is told of")
    func lexicon() async throws {
        try await withFolder { folder in
            let run = await banggiao(
                ["extract", Repository.seeds.path, "--lexicon", folder.path])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.trouble.contains(".tsv: the lexicon table is missing"))
        }
    }
}
