import Foundation
import Testing

@testable import BangGiaoCommand

@Suite("banggiao draw")
struct DrawCommandTests {
    private func draw(_ arguments: String...) async -> CommandRun {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        return await banggiao(["draw"] + arguments + ["--store", store])
    }

    @Test("without more, draws what build drew of the whole graph")
    func whole() async throws {
        let folder = await SeedBuild.made().folder
        let svg = await draw()
        #expect(try svg.output == folder.read("graph.svg"))
        let dot = await draw("-T", "dot")
        #expect(try dot.output == folder.read("graph.dot"))
    }

    @Test("around a name, further with more hops")
    func around() async throws {
        let near = await draw("--around", "vu quang minh", "--hops", "1", "-T", "dot")
        let far = await draw("--around", "Vũ Quang Minh", "--hops", "3", "-T", "dot")
        let whole = await draw("-T", "dot")
        #expect(near.exitCode == 0)
        #expect(near.output.contains("Vũ Quang Minh"))
        #expect(near.output.utf8.count < far.output.utf8.count)
        #expect(far.output.utf8.count <= whole.output.utf8.count)
    }

    @Test(
        "the form is what -T says, else what the file's name ends with",
        arguments: [
            ("a.svg", nil, "<"), ("a.png", nil, "\u{89}PNG"), ("a.pdf", nil, "%PDF"),
            ("a.dot", nil, "graph"), ("a.out", "pdf", "%PDF"), ("a.svg", "dot", "graph"),
            ("a", nil, "<"), ("new/a.PNG", nil, "\u{89}PNG"),
        ] as [(String, String?, String)])
    func form(name: String, format: String?, start: String) async throws {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        try await withFolder { folder in
            let run = await banggiao(
                ["draw", "--store", store, "--around", "Campuchia", "-o", folder(name)]
                    + (format.map { ["-T", $0] } ?? []))
            #expect(run.exitCode == 0)
            #expect(run.output.isEmpty && run.trouble.isEmpty)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder(name)))
            let head = String(decoding: bytes.prefix(200).map { UInt16($0) }, as: UTF16.self)
            #expect(start == "graph" ? head.contains(start) : head.hasPrefix(start))
        }
    }

    @Test(
        "each way to choose a part finds its names",
        arguments: [
            (["--between", "viet nam", "Lào"], "Lào"),
            (["--path", "Vũ Quang Minh", "Campuchia"], "Vũ Quang Minh"),
            (["--connect", "Phạm Thu Hằng", "Tô Lâm", "Lào"], "Tô Lâm"),
            (["--document", "seed-003"], "Bounthala Panyavichith"),
            (["--countries", "LA"], "Lào"), (["--countries", "Lào, VN"], "Việt Nam"),
            (["--relations", "agreement"], "Bản ghi nhớ"), (["--all", "--since", "2025"], "2025"),
            (["--at", "2021"], "2021"),
        ] as [([String], String)])
    func selections(arguments: [String], shown: String) async throws {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        let run = await banggiao(["draw", "-T", "dot", "--store", store] + arguments)
        #expect(run.exitCode == 0, "\(run.trouble)")
        #expect(run.output.contains(shown))
        let whole = await draw("-T", "dot")
        #expect(run.output != whole.output)
    }

    @Test(
        "each style, language, theme and purpose gives another picture",
        arguments: [
            ["--style", "overview"], ["--style", "timeline"], ["--style", "plain"],
            ["--style", "map"], ["--language", "en"], ["--theme", "dark"], ["--theme", "print"],
            ["--theme", "auto"], ["--title", "Tiêu đề"], ["--for", "office"],
            ["--style", "map", "--engine", "neato"],
        ])
    func looks(arguments: [String]) async throws {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        let run = await banggiao(["draw", "--store", store] + arguments)
        #expect(run.exitCode == 0, "\(run.trouble)")
        #expect(run.output.hasPrefix("<?xml"))
        let usual = await draw()
        #expect(run.output != usual.output)
    }

    @Test("several figures get names of their own")
    func split() async throws {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        try await withFolder { folder in
            let run = await banggiao(
                ["draw", "--store", store, "--split", "country", "-o", folder("out/tin.svg")])
            #expect(run.exitCode == 0 && run.output.isEmpty)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder("out"))
            #expect(names.contains("tin-VN-LA.svg") && names.count > 2)
            #expect(names.allSatisfy { $0.hasPrefix("tin-") && $0.hasSuffix(".svg") })
        }
    }

    @Test("what can't be drawn is one sentence and leaves no file")
    func impossible() async throws {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        try await withFolder { folder in
            for arguments in [
                ["--document", "seed-999"], ["--countries", "Atlantis"],
                ["--path", "Tô Lâm", "Vũ Quang Minh", "--since", "2030"],
                ["--since", "2030"],
                ["--since", "2030", "--split", "year"], ["--since", "2030", "--split", "country"],
                ["--since", "2030", "--style", "overview"],
                ["--since", "2030", "--style", "timeline"],
                ["--since", "2030", "--style", "plain"], ["--since", "2030", "--style", "map"],
                ["--countries", "ZZ"], ["--countries", "VN,ZZ"],
                ["--countries", "ZZ", "--split", "country"],
            ] {
                let run = await banggiao(
                    ["draw", "--store", store, "-o", folder("a.svg")] + arguments)
                #expect(run.exitCode == 1, "\(arguments)")
                #expect(run.trouble.lowercased().hasPrefix("error: "))
                let names = try folder.names()
                #expect(names.isEmpty)
            }
        }
    }

    @Test("a file that can't be written is one sentence that says why")
    func unwritable() async throws {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        try await withFolder { folder in
            _ = try folder.write([], to: "a.svg/x")
            let run = await banggiao(["draw", "--store", store, "-o", folder("a.svg")])
            #expect(run.exitCode == 1)
            #expect(
                run.complaints.last
                    == "error: \(folder("a.svg")): is a folder; give the name of a file.")
        }
    }

    @Test("a figure that doesn't fit on a page says so")
    func advice() async throws {
        let whole = await draw()
        #expect(whole.trouble.contains("don't fit on a page"))
        let small = await draw("--document", "seed-002")
        #expect(small.trouble.isEmpty)
    }

    @Test("an unknown name draws nothing")
    func unknown() async throws {
        let run = await draw("--around", "Campuchea")
        #expect(run.exitCode == 1)
        #expect(run.output.isEmpty)
        #expect(run.trouble.contains("Campuchia"))
    }

    @Test(
        "wrong usage gives exit code 64",
        arguments: [
            ["--hops", "2"], ["--around", "A", "--hops", "-1"], ["-T", "eps"], ["more"],
            ["--path", "A"], ["--between", "A", "B", "C"], ["--connect", "A"],
            ["--around", "A", "--all"], ["--document", "d", "--path", "A", "B"],
            ["--split", "year"], ["--style", "poster"], ["--engine", "fdp"],
            ["--language", "fr"], ["--theme", "sepia"], ["--for", "tv"],
            ["-o", ""], ["-o", "folder/"], ["-o", "a.jpg"], ["--countries", ""],
            ["--countries", " , "],
        ])
    func usage(arguments: [String]) async {
        #expect(await banggiao(["draw"] + arguments).exitCode == 64)
    }

    @Test("-T html is a page, with a list of footnotes beside any form")
    func page() async throws {
        let page = await draw("--document", "seed-003", "-T", "html")
        #expect(page.exitCode == 0)
        #expect(page.output.hasPrefix("<!doctype html>"))
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        try await withFolder { folder in
            for (form, start) in [("md", "1. **"), ("html", "<!doctype html>"), ("json", "{\n")] {
                let run = await banggiao([
                    "draw", "--store", store, "--document", "seed-003", "--footnotes",
                    "--footnotes-format", form, "-o", folder("a.\(form).svg"),
                ])
                #expect(run.exitCode == 0)
                let svg = try folder.read("a.\(form).svg")
                #expect(svg.contains("[1]"))
                let list = try folder.read("a.\(form).footnotes.\(form)")
                #expect(list.hasPrefix(start))
            }
        }
        #expect(await banggiao(["draw", "--store", store, "--footnotes"]).exitCode == 64)
    }
}
