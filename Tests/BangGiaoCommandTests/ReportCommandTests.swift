import Foundation
import TestSupport
import Testing

@testable import BangGiaoCommand

@Suite("banggiao report")
struct ReportCommandTests {
    private let template = """
        ---
        title: Báo cáo
        ---

        # Ai gặp ai

        ```banggiao
        #| caption: Làm việc
        draw --document seed-003 --footnotes
        ```

        - trong danh sách:

          ```banggiao
          banggiao draw --path "vu quang minh" Campuchia
          ```

        ```banggiao
        path "vu quang minh" Campuchia
        ```

        """

    /// Makes a report of a template in a folder.
    private func report(
        _ template: String, to name: String, in folder: Folder, _ more: String...
    ) async throws -> CommandRun {
        let store = await SeedBuild.made().folder("banggiao.sqlite")
        let path = try folder.write(template.utf8, to: "in.md")
        return await banggiao(["report", path, "-o", folder(name), "--store", store] + more)
    }

    @Test("Markdown with figures beside it, and the same bytes once more")
    func markdown() async throws {
        try await withFolder { folder in
            let run = try await report(template, to: "out.md", in: folder)
            #expect(run.exitCode == 0)
            #expect(run.output.isEmpty && run.trouble.isEmpty)
            #expect(try folder.names() == ["in.md", "out.md", "out_files"])
            let text = try folder.read("out.md")
            #expect(
                text.hasPrefix("---\ntitle: Báo cáo\n---\n\n# Ai gặp ai\n\n![Làm việc](out_files/"))
            #expect(text.contains("\n\n1. **"))
            #expect(text.contains("\n  ![Vũ Quang Minh – Campuchia](out_files/figure-2.png)\n"))
            #expect(text.contains("```text\nVũ Quang Minh"))
            let figures = try Folder(path: folder("out_files")).contents()
            #expect(figures.keys.sorted() == ["figure-1.png", "figure-2.png"])
            _ = try await report(template, to: "out.md", in: folder)
            #expect(try folder.read("out.md") == text)
            #expect(try Folder(path: folder("out_files")).contents() == figures)
        }
    }

    @Test("HTML with figures in it, and figures of other forms beside Markdown")
    func forms() async throws {
        try await withFolder { folder in
            #expect(try await report(template, to: "new/out.html", in: folder).exitCode == 0)
            let html = try Folder(path: folder("new")).read("out.html")
            #expect(html.components(separatedBy: "<svg ").count == 3)
            #expect(html.contains("<title>Báo cáo</title>"))
            let run = try await report(template, to: "out.md", in: folder, "--images", "svg")
            #expect(run.exitCode == 0)
            let svg = try Folder(path: folder("out_files")).read("figure-1.svg")
            #expect(svg.contains("</svg>"))
        }
    }

    @Test("a block that fails is told with its line, the others too, and nothing is written")
    func failure() async throws {
        try await withFolder { folder in
            let broken =
                template + "```banggiao\ndraw --around Campuchea\n```\n\n```banggiao\ndrow\n```\n"
            let run = try await report(broken, to: "out.md", in: folder)
            #expect(run.exitCode == 1)
            let path = folder("in.md")
            #expect(run.complaints.count { $0.hasPrefix("\(path):21: error: ") } == 1)
            #expect(run.trouble.contains("Campuchia"))
            #expect(run.complaints.count { $0.hasPrefix("\(path):25: error: ") } == 1)
            #expect(try folder.names() == ["in.md"])
        }
    }

    @Test("a block that can't be read is told with its line")
    func malformed() async throws {
        try await withFolder { folder in
            let run = try await report(
                "a\n\n```banggiao\n#| x: y\ndraw\n```\n", to: "o.md", in: folder)
            #expect(run.exitCode == 1)
            #expect(run.trouble.hasPrefix("\(folder("in.md")):4: error: "))
            #expect(try folder.names() == ["in.md"])
        }
    }

    @Test(
        "nothing that changes the store or writes files is run",
        arguments: [
            "add seeds", "build seeds", "remove seed-000", "same a b", "different a b", "undo 1",
            "rebuild", "dump", "extract seeds", "report in.md -o out.md", "review", "--help",
            "drow",
            "draw -o x.svg", "draw --output x.svg", "draw -ox.svg", "draw --output=x.svg",
            "path Nga Campuchia --format svg",
        ])
    func refused(command: String) async throws {
        try await withFolder { folder in
            let run = try await report("```banggiao\n\(command)\n```\n", to: "out.md", in: folder)
            #expect(run.exitCode == 1)
            #expect(run.trouble.hasPrefix("\(folder("in.md")):1: error: "))
            #expect(try folder.names() == ["in.md"])
        }
    }

    @Test("every command that blocks may run reads, and none that writes is among them")
    func reading() {
        let writing: Set = [
            "add", "build", "different", "extract", "rebuild", "remove", "report", "review", "same",
            "undo",
        ]
        #expect(ReportCommand.readingCommands.isDisjoint(with: writing))
        #expect(writing.isSubset(of: HelpTests.names))
    }

    @Test(
        "wrong usage gives exit code 64",
        arguments: [
            ["in.md"], ["in.md", "-o", "out.docx"], ["a.md", "-o", "./a.md"], ["in.md", "-o", ""],
        ])
    func usage(arguments: [String]) async {
        #expect(await banggiao(["report"] + arguments).exitCode == 64)
    }

    @Test("a template that can't be read is one sentence that says why")
    func unreadable() async throws {
        try await withFolder { folder in
            let latin = try folder.write([0x23, 0x20, 0xE8], to: "latin.md")
            for (path, reason) in [
                (folder("no.md"), "there is no such file"), (folder.path, "is a folder"),
                (latin, "is not UTF-8"),
            ] {
                let run = await banggiao(["report", path, "-o", folder("out.md")])
                #expect(run.exitCode == 1)
                #expect(run.complaints.count == 1)
                #expect(run.trouble.hasPrefix("error: \(path): \(reason)"))
            }
        }
    }

    @Test("the report is written under the very name that was asked for")
    func name() async throws {
        try await withFolder { folder in
            for name in ["in.MD", "out.HTML", "a.b.Md"] {
                let run = try await report("Hết.\n", to: name, in: folder)
                #expect(run.exitCode == 0)
            }
            #expect(try folder.names() == ["a.b.Md", "in.MD", "in.md", "out.HTML"])
            #expect(try folder.read("in.md") == "Hết.\n")
        }
    }

    @Test("neither the template nor the store is overwritten, and then nothing is written")
    func inputs() async throws {
        try await withFolder { folder in
            let store = await SeedBuild.made().folder("banggiao.sqlite")
            let text = "```banggiao\ndraw --document seed-003\n```\n"
            let template = try folder.write(text.utf8, to: "out_files/figure-1.png")
            let figure = await banggiao([
                "report", template, "-o", folder("out.md"), "--store", store,
            ])
            #expect(figure.exitCode == 1)
            #expect(figure.trouble.contains("figure-1.png: would be overwritten"))
            #expect(try folder.read("out_files/figure-1.png") == text)
            #expect(try folder.names() == ["out_files"])

            let bytes = try Data(contentsOf: URL(fileURLWithPath: store))
            let copy = try folder.write(bytes, to: "store.md")
            let own = await banggiao(["report", template, "-o", copy, "--store", copy])
            #expect(own.exitCode == 1)
            #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == bytes)
            #expect(try !folder.names().contains("store_files"))
        }
    }

    @Test("a report that can't be written leaves no figures behind")
    func unwritable() async throws {
        try await withFolder { folder in
            _ = try folder.write([], to: "out.md/x")
            let run = try await report(template, to: "out.md", in: folder)
            #expect(run.exitCode == 1)
            #expect(
                run.trouble == "error: \(folder("out.md")): is a folder; give the name of a file.\n"
            )
            #expect(try folder.names() == ["in.md", "out.md"])
            let taken = try folder.write([], to: "b_files")
            let figures = try await report(template, to: "b.md", in: folder)
            #expect(figures.exitCode == 1)
            #expect(figures.trouble.hasPrefix("error: \(taken): can't be written"))
            #expect(try folder.names() == ["b_files", "in.md", "out.md"])
        }
    }

    @Test("the first line of a TSV answer is the table's head, unless columns are given")
    func header() async throws {
        try await withFolder { folder in
            let rank = "rank --format tsv --count 2"
            let run = try await report("```banggiao\n\(rank)\n```\n", to: "out.md", in: folder)
            #expect(run.exitCode == 0)
            let lines = try folder.read("out.md").split(separator: "\n")
            #expect(lines.count == 4)
            #expect(lines[0].hasPrefix("| rank | value | "))
            #expect(lines[1].hasPrefix("|---|"))
            #expect(lines[2].hasPrefix("| 1 | "))
            let block = "```banggiao\n#| columns: A | B\n\(rank)\n```\n"
            #expect(try await report(block, to: "own.md", in: folder).exitCode == 0)
            let own = try folder.read("own.md").split(separator: "\n")
            #expect(own[0].hasPrefix("| A | B | "))
            #expect(own.dropFirst() == lines.dropFirst())
        }
    }
}
