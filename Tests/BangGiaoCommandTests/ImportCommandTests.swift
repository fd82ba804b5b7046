import Foundation
import Testing

@testable import BangGiaoCommand

@Suite("banggiao import")
struct ImportCommandTests {
    private static let nodes = """
        id,type,name,country
        n1,person,"Phan, Lam",VN
        n2,agency,Viện Biển,VN
        n3,person,Kham Souk,LA
        seed-003#p1,person,Phạm Thu Hằng,VN
        n5,person,Một Mình,VN

        """
    private static let edges = """
        source,target,type,date
        n1,n2,position,2019
        n2,n3,meeting,2020-05-01
        n1,n3,visit,
        n3,seed-003#p1,mou,2021
        n2,seed-003#p1,meeting,2018

        """

    private typealias Run = ([String]) async -> CommandRun

    private func withStore(
        _ body: (Folder, @escaping Run) async throws -> Void
    ) async throws {
        let seeds = await SeedBuild.made().folder("banggiao.sqlite")
        try await withFolder { folder in
            try FileManager.default.copyItem(atPath: seeds, toPath: folder("kho.sqlite"))
            _ = try folder.write(Self.nodes.utf8, to: "n.csv")
            _ = try folder.write(Self.edges.utf8, to: "e.csv")
            try await body(folder) { await banggiao($0 + ["--store", folder("kho.sqlite")]) }
        }
    }

    private func imported(
        _ body: (Folder, @escaping Run) async throws -> Void
    ) async throws {
        try await withStore { folder, run in
            let first = await run([
                "import", "--nodes", folder("n.csv"), "--edges", folder("e.csv"),
            ])
            #expect(first.output == "e.csv: 5 nodes, 5 relations added.\n", "\(first.trouble)")
            try await body(folder, run)
        }
    }

    @Test("a table joins the graph, its file and line being the evidence")
    func joins() async throws {
        try await imported { _, run in
            let path = await run(["path", "Kham Souk", "Bounthala Panyavichith"])
            #expect(path.exitCode == 0, "\(path.trouble)")
            #expect(path.output.hasPrefix("Kham Souk (LA) → Phạm Thu Hằng (VN) → Bounthala"))
            #expect(path.output.contains("     “n3,seed-003#p1,mou,2021”\n     — e.csv\n"))
            #expect(path.output.contains("     — seed-003 · 17/12/2025"))
            let meetings = await run(["meetings", "--with", "Viện Biển"])
            #expect(meetings.output.contains("[e.csv:3]"))
            #expect(meetings.output.contains("[e.csv:6]"))
            let timeline = await run(["timeline", "phan, lam", "--until", "2019"])
            #expect(timeline.output.hasPrefix("2019  chức vụ · Viện Biển\n"))
            let svg = await run(["connect", "n1", "Bounthala Panyavichith", "--format", "svg"])
            #expect(svg.output.contains("</svg>"), "\(svg.trouble)")
            let common = await run(["common", "Phan, Lam", "Phạm Thu Hằng"])
            #expect(common.output.contains("Kham Souk") == false)
            let rank = await run(["rank", "--relations", "agreement"])
            #expect(rank.output.contains("Kham Souk (LA)  [e.csv#n3]"))
            let why = await run(["why", "e.csv:4"])
            #expect(why.output.hasPrefix("e.csv:4  n1,n3,visit,\n"))
            let alone = await run(["show", "Viện Biển"])
            #expect(alone.output.contains("e.csv:3  meeting 2020-05-01: Viện Biển – Kham Souk"))
            let joined = await run(["show", "Phạm Thu Hằng"])
            #expect(joined.output.contains("e.csv:6  meeting 2018"))
            #expect(joined.output.contains("seed-003#m1"))
            let drawn = await run(["draw", "--around", "Viện Biển", "-T", "dot"])
            #expect(drawn.output.contains("Kham Souk"), "\(drawn.trouble)")
        }
    }

    @Test("dates, kinds and confidence of rows are asked for like those of documents")
    func filtered() async throws {
        try await imported { _, run in
            let ends = ["path", "n1", "n3"]
            #expect(await run(ends).output.contains("1. Phan, Lam → Kham Souk"))
            let dated = await run(ends + ["--since", "2019"])
            #expect(dated.output.hasPrefix("Phan, Lam (VN) → Viện Biển (VN) → Kham Souk (LA)"))
            #expect(await run(ends + ["--since", "2021"]).exitCode == 1)
            #expect(await run(ends + ["--at", "2019"]).output.contains("[e.csv") == false)
            #expect(
                await run(["path", "n2", "n3", "--at", "2019", "--max-hops", "1"]).exitCode == 1)
        }
    }

    @Test("imported again it is replaced; removed it is gone")
    func again() async throws {
        try await imported { folder, run in
            let arguments = ["import", "--nodes", folder("n.csv"), "--edges", folder("e.csv")]
            let dump = await run(["dump"]).output
            #expect(await run(arguments).output.hasSuffix("unchanged.\n"))
            _ = try folder.write(Self.edges.replacing("2019", with: "2018").utf8, to: "e.csv")
            #expect(await run(arguments).output.hasSuffix("replaced.\n"))
            #expect(await run(["dump"]).output != dump)
            #expect(await run(["documents"]).output.contains("e.csv\t\t"))
            #expect(await run(["verify"]).exitCode == 0)
            #expect(await run(["rebuild"]).exitCode == 0)
            #expect(await run(["verify"]).exitCode == 0)
            #expect(await run(["remove", "e.csv"]).output == "1 table removed.\n")
            #expect(await run(["path", "n1", "n3"]).exitCode == 1)
            #expect(await run(["remove", "e.csv"]).exitCode == 1)
        }
    }

    @Test("a relation of one with itself isn't counted among those added")
    func selfRelations() async throws {
        try await withStore { folder, run in
            let edges = try folder.write((Self.edges + "n1,n1,meeting,\n").utf8, to: "s.csv")
            let first = await run(["import", "--nodes", folder("n.csv"), "--edges", edges])
            #expect(
                first.output
                    == "s.csv: 5 nodes, 5 relations added; "
                    + "1 relation of a node with itself tells nothing.\n")
            #expect(first.exitCode == 0)
        }
    }

    @Test("an article with the id of a table is told of, and the others are added")
    func articleOfATablesName() async throws {
        try await withStore { folder, run in
            let table = [
                "import", "--nodes", folder("n.csv"), "--edges", folder("e.csv"), "--id", "tin",
            ]
            #expect(await run(table).exitCode == 0)
            let text = "Ngày 3/5/2021, ông Kham Souk gặp bà Phạm Thu Hằng tại Hà Nội.\n"
            _ = try folder.write(text.utf8, to: "news/tin.txt")
            _ = try folder.write(text.utf8, to: "news/khác.txt")
            let added = await run(["add", folder("news")])
            #expect(added.exitCode == 1)
            #expect(added.output == "1 document: 1 added, 0 replaced, 0 unchanged.\n")
            #expect(added.trouble.contains("tin is a table"), "\(added.trouble)")
            let documents = await run(["documents"]).output.split(separator: "\n")
            #expect(documents.filter { $0.hasPrefix("tin\t") }.count == 1)
            let removed = await run(["remove", "tin", "khác"])
            #expect(removed.output == "1 document and 1 table removed.\n")
            #expect(await run(["remove", "tin"]).output == "0 documents removed.\n")
        }
    }

    @Test("no control character of an argument reaches a terminal")
    func controls() async throws {
        try await withStore { _, run in
            let show = await run(["show", "Phạm\u{1B}[31m\u{202E} Xyz"])
            #expect(show.exitCode == 1)
            #expect(
                !show.trouble.unicodeScalars.contains {
                    "\u{1B}\u{202E}".unicodeScalars.contains($0)
                })
        }
    }

    @Test("a fault is told with file and line, and nothing is written")
    func faults() async throws {
        try await withStore { folder, run in
            let before = await run(["dump"]).output
            let bad = try folder.write(
                Self.edges.replacing("2020-05-01", with: "mai").utf8, to: "bad.csv")
            let run1 = await run(["import", "--nodes", folder("n.csv"), "--edges", bad])
            #expect(run1.exitCode == 1 && run1.output.isEmpty)
            #expect(run1.trouble.hasPrefix("error: \(bad):3: \"mai\" is no date"))
            let none = await run(["import", "--nodes", folder("x.csv"), "--edges", bad])
            #expect(none.exitCode == 1 && none.trouble.contains("x.csv: there is no such file"))
            let empty = try folder.write([], to: "empty.csv")
            let nothing = await run(["import", "--nodes", empty, "--edges", bad])
            #expect(nothing.exitCode == 1 && nothing.trouble.contains("the file is empty"))
            let place = await run(["import", "--nodes", folder.path, "--edges", bad])
            #expect(place.trouble == "error: \(folder.path): is a folder; give a file.\n")
            #expect(await run(["dump"]).output == before)
        }
    }

    @Test("pairs are answered a line each, with the number of hops and of shortest paths")
    func pairs() async throws {
        try await imported { folder, run in
            let file = try folder.write(
                "n1\tKham Souk\n\nphan, lam\tseed-003#p1\nn1\tn5\nn2\tn2\n".utf8, to: "pairs.tsv")
            let hops = await run(["path", "--pairs", file])
            #expect(
                hops.output
                    == "n1\tKham Souk\t1\nphan, lam\tseed-003#p1\t2\nn1\tn5\t-\nn2\tn2\t0\n")
            #expect(hops.exitCode == 0)
            let all = await run(["path", "--pairs", file, "--all", "--statistics"])
            #expect(
                all.output == "n1\tKham Souk\t1\t1\nphan, lam\tseed-003#p1\t2\t2\n"
                    + "n1\tn5\t-\t0\nn2\tn2\t0\t1\n")
            #expect(all.complaints.count == 2)
            #expect(
                all.complaints[0].wholeMatch(of: /loaded \d+ nodes, \d+ edges in \d+\.\d+ s/) != nil
            )
            #expect(all.complaints[1].wholeMatch(of: /4 queries in \d+\.\d+ s/) != nil)
            let met = await run(["path", "--pairs", file, "--relations", "meeting"])
            #expect(met.output.contains("phan, lam\tseed-003#p1\t3\n"))
        }
    }

    @Test("a pair without a meaning is told of, and its line left out")
    func badPairs() async throws {
        try await imported { folder, run in
            let file = try folder.write("n1\tKhông Ai Cả Đâu\nn1\tn3\n".utf8, to: "pairs.tsv")
            let names = await run(["path", "--pairs", file])
            #expect(names.exitCode == 1 && names.output == "n1\tn3\t1\n")
            #expect(names.trouble.hasPrefix("error: \(file):1: there is no \"Không Ai Cả Đâu\""))
            let cells = try folder.write("n1 n3\n".utf8, to: "cells.tsv")
            let run1 = await run(["path", "--pairs", cells])
            #expect(run1.exitCode == 1 && run1.output.isEmpty)
            #expect(run1.trouble.contains(":1: 1 cells where there must be 2"))
            let empty = try folder.write([], to: "empty.tsv")
            let nothing = await run(["path", "--pairs", empty])
            #expect(nothing.exitCode == 0 && nothing.output.isEmpty && nothing.trouble.isEmpty)
            let place = await run(["path", "--pairs", folder.path])
            #expect(place.trouble == "error: \(folder.path): is a folder; give a file.\n")
        }
    }
}
