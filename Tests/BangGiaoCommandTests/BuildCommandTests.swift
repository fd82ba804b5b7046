import BangGiao
import Foundation
import TestSupport
import Testing

@testable import BangGiaoCommand

@Suite("banggiao build")
struct BuildCommandTests {
    @Test("writes the graph, the overview, and three files a document")
    func files() async throws {
        let (folder, run) = await SeedBuild.made()
        let documents = (0..<5).flatMap { number in
            ["dot", "json", "svg"].map { "seed-00\(number).\($0)" }
        }
        #expect(
            try folder.contents().keys.sorted()
                == (documents + ["graph.dot", "graph.json", "graph.svg", "overview.svg"]).sorted())
        #expect(run.exitCode == 0)
        #expect(run.trouble.isEmpty)
        #expect(run.output.hasPrefix("5 documents read: "))
    }

    @Test(
        "the seeds' facts and diagrams are those of Graphs, byte for byte",
        arguments: ["graph.json", "graph.dot"]
            + (0..<5).flatMap { ["seed-00\($0).json", "seed-00\($0).dot"] })
    func golden(name: String) async throws {
        let (folder, _) = await SeedBuild.made()
        let file = Repository.graphs.appendingPathComponent(name)
        #expect(try Golden.compare(folder.read(name), with: file) == .same)
    }

    @Test("again, and in another order, it gives the same bytes")
    func sameBytes() async throws {
        let expected = try await SeedBuild.made().folder.contents()
        try await withFolder { folder in
            var generator = SeededGenerator(seed: 7)
            let shuffled = SeedBuild.seeds.shuffled(using: &generator)
            for jobs in ["1", "3"] {
                let run = await banggiao(
                    ["build"] + shuffled + ["-o", folder.path, "--jobs", jobs])
                #expect(run.exitCode == 0)
                let contents = try folder.contents()
                #expect(contents.keys.sorted() == expected.keys.sorted())
                for (name, bytes) in expected { #expect(contents[name] == bytes, "\(name)") }
            }
        }
    }

    @Test("what is built in two steps is what is built in one")
    func twoSteps() async throws {
        let expected = try await SeedBuild.made().folder.contents()["graph.json"]
        try await withFolder { folder in
            let store = folder("all.sqlite")
            for part in [SeedBuild.seeds[2...], SeedBuild.seeds[..<3]] {
                let run = await banggiao(
                    ["build"] + part + ["-o", folder("out"), "--store", store])
                #expect(run.exitCode == 0)
            }
            let built = try Folder(path: folder("out")).contents()["graph.json"]
            #expect(built == expected)
        }
    }

    @Test("an input that fails is told of; the others are built")
    func badInput() async throws {
        try await withFolder { folder in
            let run = await banggiao(
                ["build", folder("none.txt"), SeedBuild.seeds[4], "-o", folder("out")])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.output.hasPrefix("1 document read: "))
            let names = try Folder(path: folder("out")).names()
            #expect(names.contains("seed-004.svg"))
        }
    }

    @Test("where nothing can be read, nothing is written")
    func nothing() async throws {
        try await withFolder { folder in
            let run = await banggiao(["build", folder("none.txt"), "-o", folder("out")])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.output.isEmpty)
            let names = try folder.names()
            #expect(names.isEmpty)
        }
    }

    @Test("a document can't take the name of the whole graph")
    func reservedName() async throws {
        try await withFolder { folder in
            let bad = try folder.write("Bộ Ngoại giao họp.".utf8, to: "in/graph.txt")
            let run = await banggiao(["build", bad, SeedBuild.seeds[4], "-o", folder("out")])
            #expect(run.exitCode == 1)
            #expect(run.trouble.contains("taken by the graph of all documents"))
            #expect(try folder.read("out/graph.json").contains("seed-004"))
        }
    }

    @Test("a folder that can't be written, and a store that is none, are told of")
    func badOutput() async throws {
        try await withFolder { folder in
            let file = try folder.write("no folder".utf8, to: "file")
            let run = await banggiao(["build", SeedBuild.seeds[4], "-o", "\(file)/out"])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.trouble.hasPrefix("error: \(file)/out: can't be written"))
            let other = await banggiao(
                ["build", SeedBuild.seeds[4], "-o", folder("out"), "--store", file])
            #expect(other.exitCode == 1)
            #expect(other.complaints.count == 1)
            #expect(other.trouble.contains(file))
        }
    }
}
