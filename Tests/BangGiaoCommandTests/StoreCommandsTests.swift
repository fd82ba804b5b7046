import BangGiao
import Foundation
import TestSupport
import Testing

@testable import BangGiaoCommand

@Suite("banggiao add, remove, show, why and the others that keep a store")
struct StoreCommandsTests {
    private func dump(_ store: String) async -> String {
        await banggiao(["dump", "--store", store]).output
    }

    @Test("what is unchanged is passed over, what changed is replaced")
    func adding() async throws {
        try await withFolder { folder in
            let store = folder("all.sqlite")
            let article = try folder.write(
                "Bộ trưởng Bộ Ngoại giao Lào thăm Việt Nam ngày 3/2/2021.".utf8, to: "tin.txt")
            let other = try folder.write(
                "Đại sứ Nga làm việc với Bộ Y tế Việt Nam.".utf8, to: "khác.txt")
            let first = await banggiao(["add", article, other, "--store", store])
            #expect(first.exitCode == 0)
            #expect(first.output == "2 documents: 2 added, 0 replaced, 0 unchanged.\n")
            let before = await dump(store)
            _ = try folder.write("Bộ trưởng Bộ Y tế Lào thăm Nga.".utf8, to: "tin.txt")
            let second = await banggiao(["add", article, other, "--store", store])
            #expect(second.output == "2 documents: 0 added, 1 replaced, 1 unchanged.\n")
            #expect(await dump(store) != before)
            let again = await banggiao(["add", article, "--store", store, "--again"])
            #expect(again.output == "1 document: 0 added, 0 replaced, 1 unchanged.\n")
            let list = await banggiao(["documents", "--store", store])
            #expect(
                list.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
                    == ["khác", "tin"])
        }
    }

    @Test("order, batches and jobs don't matter; removing takes all back")
    func order() async throws {
        try await withFolder { folder in
            let stores = (0..<3).map { folder("\($0).sqlite") }
            let seeds = SeedBuild.seeds
            _ = await banggiao(["add"] + seeds + ["--store", stores[0], "--jobs", "1"])
            _ = await banggiao(["add"] + seeds.reversed() + ["--store", stores[1], "--jobs", "3"])
            for seed in [2, 0, 4, 1, 3] {
                _ = await banggiao(["add", seeds[seed], "--store", stores[2]])
            }
            let expected = await dump(stores[0])
            #expect(expected.contains(#""type":"meeting""#))
            #expect(await dump(stores[1]) == expected)
            #expect(await dump(stores[2]) == expected)
            _ = await banggiao(["remove", "seed-002", "--store", stores[1]])
            #expect(await dump(stores[1]) != expected)
            _ = await banggiao(["add", seeds[2], "--store", stores[1]])
            #expect(await dump(stores[1]) == expected)
            let verified = await banggiao(["verify", "--store", stores[1]])
            #expect(verified.exitCode == 0)
            #expect(verified.output == "5 documents: all is well.\n")
        }
    }

    @Test("a decision and its undoing leave all as it was")
    func judging() async throws {
        try await withFolder { folder in
            let store = folder("all.sqlite")
            _ = await banggiao(["add"] + SeedBuild.seeds + ["--store", store])
            let before = await dump(store)
            let keys = before.split(separator: "\n").filter {
                $0.contains(#""type":"known""#) && $0.contains(#""kind":"person""#)
            }.compactMap { line in
                line.split(separator: "\"").first { $0.contains("#") }.map(String.init)
            }
            try #require(keys.count > 1)
            let same = await banggiao(["same", keys[0], keys[1], "--store", store])
            #expect(same.exitCode == 0)
            #expect(same.output.hasPrefix("1: "))
            #expect(same.output.hasSuffix(" are one.\n"))
            let joined = await banggiao(["why", keys[0], "--store", store])
            #expect(joined.output.contains("decision 1, "))
            #expect(await dump(store) != before)
            let undone = await banggiao(["undo", "--store", store])
            #expect(undone.output.hasPrefix("1: taken back"))
            #expect(await dump(store) == before)
            let nothing = await banggiao(["undo", "--store", store])
            #expect(nothing.exitCode == 1)
            #expect(nothing.trouble == "error: no decision stands.\n")
            let countries = await banggiao(["same", "Lào", keys[0], "--store", store])
            #expect(countries.exitCode == 1)
            #expect(countries.complaints.count == 1)
        }
    }

    @Test("a name is shown with its facts, each with quotation and document")
    func showing() async throws {
        let (folder, _) = await SeedBuild.made()
        let store = folder("banggiao.sqlite")
        let run = await banggiao(["show", "pham thu hang", "--store", store])
        #expect(run.exitCode == 0)
        #expect(run.output.hasPrefix("Phạm Thu Hằng  "))
        for part in ["\nOffices\n", "\nMeetings\n", "(seed-003)", "Vụ trưởng"] {
            #expect(run.output.contains(part), "\(part)")
        }
        let earlier = await banggiao(
            ["show", "pham thu hang", "--store", store, "--at", "2001"])
        #expect(!earlier.output.contains("Meetings"))
        let unknown = await banggiao(["show", "Phạm Thu Hằngg", "--store", store])
        #expect(unknown.exitCode == 1)
        #expect(unknown.trouble.contains("Phạm Thu Hằng"))
        let before = await banggiao(
            ["show", "pham thu hang", "--store", store, "--as-of", "2001-01-01"])
        #expect(before.exitCode == 1)
    }

    @Test("why tells the passage, the rule and the document of a fact")
    func why() async throws {
        let (folder, _) = await SeedBuild.made()
        let run = await banggiao(
            ["why", "seed-003#m1", "--store", folder("banggiao.sqlite")])
        #expect(run.exitCode == 0)
        for part in ["seed-003#m1  meeting ", "document    seed-003", "rule ", "side 1: "] {
            #expect(run.output.contains(part), "\(part)")
        }
        let none = await banggiao(["why", "seed-003#m99", "--store", folder("banggiao.sqlite")])
        #expect(none.exitCode == 1)
    }

    @Test("as of before a change the store answers as it did")
    func asOf() async throws {
        try await withFolder { folder in
            let store = folder("all.sqlite")
            _ = await banggiao(["add", SeedBuild.seeds[3], "--store", store])
            let before = await dump(store)
            let list = await banggiao(["documents", "--store", store])
            // When the store learned of the first.
            let moment = String(
                list.output.split(separator: "\t", omittingEmptySubsequences: false)[2])
            _ = await banggiao(["add", SeedBuild.seeds[2], "--store", store])
            _ = await banggiao(["remove", "seed-003", "--store", store])
            #expect(await banggiao(["dump", "--store", store, "--as-of", moment]).output == before)
            let path = await banggiao(
                ["path", "Phạm Thu Hằng", "Lào", "--store", store, "--as-of", moment])
            #expect(path.exitCode == 0)
            _ = await banggiao(["remove", "seed-003", "--forget", "--store", store])
            #expect(
                await banggiao(["dump", "--store", store, "--as-of", moment]).output.isEmpty)
        }
    }

    @Test("answers to pairs are read from a file, and bad ones told of by line")
    func review() async throws {
        try await withFolder { folder in
            let store = folder("all.sqlite")
            let one = "Ông Lý Hòa, Vụ trưởng Vụ Báo chí Bộ Ngoại giao, tiếp khách ngày 3/2/2021."
            let files = try (0..<2).map { number in
                try folder.write("\(one) Bài \(number).".utf8, to: "\(number).txt")
            }
            _ = await banggiao(["add"] + files + ["--store", store])
            let pairs = await banggiao(["review", "--store", store])
            #expect(pairs.exitCode == 0)
            #expect(pairs.output.split(separator: "\n").allSatisfy { $0.hasPrefix("?\t") })
            let bad = try folder.write("y\tonly\n".utf8, to: "bad.tsv")
            let refused = await banggiao(["review", "--store", store, "--answers", bad])
            #expect(refused.trouble.hasPrefix("error: \(bad):1: "))
        }
    }

    @Test(
        "what has no store is told so, and none is made",
        arguments: [
            ["remove", "a"], ["same", "a", "b"], ["undo"], ["rebuild"], ["verify"], ["dump"],
            ["documents"], ["show", "a"], ["why", "a#m1"], ["review"],
        ])
    func missing(arguments: [String]) async throws {
        try await withFolder { folder in
            let run = await banggiao(arguments + ["--store", folder("none.sqlite")])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
            #expect(run.trouble.contains("There is no store"))
            let names = try folder.names()
            #expect(names.isEmpty)
        }
    }
}
