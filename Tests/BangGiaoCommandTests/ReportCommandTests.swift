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
        arguments: [["in.md"], ["in.md", "-o", "out.docx"], ["a.md", "-o", "./a.md"]])
    func usage(arguments: [String]) async {
        #expect(await banggiao(["report"] + arguments).exitCode == 64)
    }

    @Test("a template that isn't there is one sentence")
    func missing() async throws {
        try await withFolder { folder in
            let run = await banggiao(["report", folder("no.md"), "-o", folder("out.md")])
            #expect(run.exitCode == 1)
            #expect(run.complaints.count == 1)
        }
    }
}
