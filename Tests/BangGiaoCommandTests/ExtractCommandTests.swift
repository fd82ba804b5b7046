import BangGiao
import Foundation
import TestSupport
import Testing

@testable import BangGiaoCommand

@Suite("banggiao extract")
struct ExtractCommandTests {
    private let seed = Repository.seeds.appendingPathComponent("seed-003.txt").path

    @Test("prints a line of JSON for each document, in the order of the inputs")
    func jsonLines() async throws {
        let other = Repository.seeds.appendingPathComponent("seed-001.txt").path
        let run = await banggiao(["extract", seed, other, "--jobs", "2"])
        let documents = try run.output.split(separator: "\n").map { line in
            try FactsJSONReader().read(String(line)).document.id.rawValue
        }
        #expect(documents == ["seed-003", "seed-001"])
        #expect(run.exitCode == 0)
        #expect(run.trouble.isEmpty)
    }

    @Test("a folder gives its articles sorted, each once")
    func folder() async throws {
        let run = await banggiao(["extract", Repository.seeds.path, seed])
        let documents = try run.output.split(separator: "\n").map { line in
            try FactsJSONReader().read(String(line)).document.id.rawValue
        }
        #expect(documents == (0..<5).map { "seed-00\($0)" })
    }

    @Test("--output writes a file a document, laid out for reading")
    func output() async throws {
        try await withFolder { folder in
            let run = await banggiao(["extract", seed, "--output", folder("facts")])
            #expect(run.output.isEmpty)
            let text = try folder.read("facts/seed-003.json")
            #expect(text.hasPrefix("{\n  \"document\": {\"id\": \"seed-003\""))
            #expect(try FactsJSONReader().read(text).document.title?.isEmpty == false)
        }
    }

    @Test("--format text is for reading")
    func text() async throws {
        let run = await banggiao(["extract", seed, "--format", "text"])
        #expect(run.output.hasPrefix("seed-003 · 17/12/2025\nBộ Ngoại giao Việt Nam-Lào"))
        #expect(run.output.contains("\nGẶP GỠ ("))
    }

    @Test("--explain says how each fact was read, in both forms, and changes none")
    func explained() async throws {
        let plain = await banggiao(["extract", seed])
        let json = await banggiao(["extract", seed, "--explain"])
        #expect(json.output.hasPrefix(plain.output.dropLast(2)))
        #expect(json.output.contains("\"explanation\":{\"readings\":[{\"position\":0,"))
        #expect(
            try FactsJSONReader().read(json.output) == FactsJSONReader().read(plain.output))
        let text = await banggiao(["extract", seed, "--explain", "--format", "text"])
        #expect(text.output.contains("\nĐỌC THEO QUY TẮC NÀO ("))
        #expect(text.output.contains("    meeting-cues: làm việc = working_session"))
        #expect(text.output.contains("\nKHÔNG THÀNH SỰ KIỆN ("))
    }

    @Test("--minimum-confidence leaves out what is less likely right")
    func minimumConfidence() async throws {
        let all = try FactsJSONReader().read(await banggiao(["extract", seed]).output)
        let run = await banggiao(["extract", seed, "--minimum-confidence", "0.9"])
        let some = try FactsJSONReader().read(run.output)
        #expect(some == all.keeping(all.kept(minimumConfidence: 0.9)))
        #expect(some.meetings.count < all.meetings.count)
        #expect(some.entities == all.entities)
        let wrong = await banggiao(["extract", seed, "--minimum-confidence", "7"])
        #expect(wrong.exitCode == 64)
        #expect(wrong.trouble.contains("--minimum-confidence needs a number from 0 to 1."))
    }

    @Test("- reads standard input")
    func standardInput() async throws {
        let text = try String(contentsOfFile: seed, encoding: .utf8)
        let named = await banggiao(["extract", seed])
        let piped = await banggiao(["extract", "-"], input: text)
        #expect(
            piped.output.replacing("\"id\":\"stdin\"", with: "\"id\":\"seed-003\"")
                == named.output)
    }

    @Test("the number of jobs doesn't change a byte")
    func jobs() async {
        let one = await banggiao(["extract", Repository.seeds.path, "--jobs", "1"])
        let many = await banggiao(["extract", Repository.seeds.path, "--jobs", "7"])
        #expect(one.output == many.output)
    }

    @Test("two documents of one name: the second is told of, the first is written")
    func nameTwice() async throws {
        try await withFolder { folder in
            let first = try folder.write("Bộ Ngoại giao họp.".utf8, to: "a/tin.txt")
            let second = try folder.write("Bộ Công an họp.".utf8, to: "b/tin.md")
            let run = await banggiao(["extract", first, second, "-o", folder("facts")])
            #expect(run.exitCode == 1)
            #expect(
                run.complaints == [
                    "error: \(second): the name of its output is taken by \(first); "
                        + "rename one of the two."
                ])
            #expect(try folder.read("facts/tin.json").contains("tin"))
        }
    }

    @Test("an input is never overwritten")
    func inputIsKept() async throws {
        try await withFolder { folder in
            let article = try folder.write("Bộ Ngoại giao họp.".utf8, to: "tin.txt")
            let run = await banggiao(
                ["extract", article, "--format", "text", "-o", folder.path])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.trouble.contains("would be overwritten"))
            #expect(try folder.read("tin.txt") == "Bộ Ngoại giao họp.")
        }
    }

    @Test("lines of JSON: a bad one is told of with its number, the others are done")
    func badLine() async throws {
        let lines = """
            {"id": "a/1", "text": "Bộ Ngoại giao họp.", "published": "2025-01-02"}
            {"title": "no text"}
            {"text": "Bộ Công an họp."}
            """
        try await withFolder { folder in
            let input = try folder.write(lines.utf8, to: "news.jsonl")
            let run = await banggiao(["extract", input, "-o", folder("facts")])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.trouble.hasPrefix("error: \(input):2: "))
            // One file for all that the input holds, an object a line.
            let facts = Folder(path: folder("facts"))
            #expect(try facts.names() == ["news.jsonl"])
            let ids = try facts.read("news.jsonl").split(separator: "\n").map {
                try FactsJSONReader().read(String($0)).document.id.rawValue
            }
            #expect(ids == ["a/1", "news-3"])
        }
    }

    @Test("lines of JSON in a pipe are done as they come, and keep their order", arguments: [1, 3])
    func stream(jobs: Int) async throws {
        let lines = (0..<40).map { "{\"id\": \"n\($0)\", \"text\": \"Bộ Ngoại giao họp.\"}\n" }
        let run = await banggiao(
            ["extract", "-", "--jobs", "\(jobs)"], input: lines.joined())
        let ids = try run.output.split(separator: "\n").map {
            try FactsJSONReader().read(String($0)).document.id.rawValue
        }
        #expect(ids == (0..<40).map { "n\($0)" })
        try await withFolder { folder in
            _ = await banggiao(["extract", "-", "-o", folder("facts")], input: lines.joined())
            let names = try Folder(path: folder("facts")).names()
            #expect(names == ["stdin.jsonl"])
            #expect(try folder.read("facts/stdin.jsonl") == run.output)
        }
    }

    @Test("lines that all fail leave no file behind")
    func noGoodLine() async throws {
        try await withFolder { folder in
            let input = try folder.write("no JSON\n{}\n".utf8, to: "news.jsonl")
            let run = await banggiao(["extract", input, "-o", folder("facts")])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 2)
            #expect(try Folder(path: folder("facts")).names() == [])
        }
    }

    @Test("--resume does what is missing or older than its input, and no more")
    func resume() async throws {
        try await withFolder { folder in
            for name in ["one.txt", "two.txt", "three.md"] {
                _ = try folder.write("Bộ Ngoại giao họp.".utf8, to: "news/\(name)")
            }
            _ = try folder.write("{\"text\": \"Bộ Y tế họp.\"}\n".utf8, to: "news/four.jsonl")
            let command = ["extract", folder("news"), "-o", folder("facts")]
            _ = await banggiao(command)
            let facts = Folder(path: folder("facts"))
            let names = ["four.jsonl", "one.json", "three.json", "two.json"]
            #expect(try facts.names() == names)
            // One is missing, one was changed since, two are up to date.
            try FileManager.default.removeItem(atPath: facts("one.json"))
            for name in ["two.json", "three.json", "four.jsonl"] {
                _ = try facts.write("kept".utf8, to: name)
            }
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: 3600)],
                ofItemAtPath: folder("news/two.txt"))
            for name in ["three.json", "four.jsonl"] {
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: 3600)],
                    ofItemAtPath: facts(name))
            }
            let run = await banggiao(command + ["--resume"])
            #expect(run.exitCode == 0)
            #expect(try facts.names() == names)
            #expect(try facts.read("one.json").contains("\"one\""))
            #expect(try facts.read("two.json").contains("\"two\""))
            #expect(try facts.read("three.json") == "kept")
            #expect(try facts.read("four.jsonl") == "kept")
        }
    }

    @Test("--resume without a folder is wrong usage")
    func resumeNeedsOutput() async {
        let run = await banggiao(["extract", seed, "--resume"])
        #expect(run.exitCode == 64)
        #expect(run.trouble.contains("--resume needs --output."))
    }

    @Test("progress is shown on a terminal and nowhere else")
    func progress() async {
        let watched = await banggiao(["extract", seed], isTerminal: true)
        let piped = await banggiao(["extract", seed])
        #expect(watched.trouble.contains("1 document"))
        #expect(watched.trouble.hasSuffix("\r\u{1B}[K"))
        #expect(piped.trouble.isEmpty)
        #expect(watched.output == piped.output)
    }

    @Test("cancelled work leaves no half of a file, and ends with the code of an interrupt")
    func cancelled() async throws {
        try await withFolder { folder in
            let line = "{\"text\": \"Bộ Ngoại giao họp.\"}\n"
            let input = try folder.write(
                String(repeating: line, count: 20_000).utf8, to: "news.jsonl")
            let work = Task { await banggiao(["extract", input, "-o", folder("facts")]) }
            work.cancel()
            let run = await work.value
            #expect(run.exitCode == 130)
            #expect(run.trouble.isEmpty)
            #expect(((try? Folder(path: folder("facts")).names()) ?? []) == [])
        }
    }
}
