import BangGiao
import Foundation
import TestSupport
import Testing

@Suite
struct ReportTests {
    private let template = """
        # Tháng 12

        ```banggiao
        #| caption: Hình *một*
        #| alt: Hai "bên"
        #| width: 80%
        draw
        ```

        ```banggiao
        draw
        ```

        ```banggiao
        #| caption: Các bài
        #| columns: Bài | Ngày
        documents
        ```

        ```banggiao
        show x
        ```

        Hết.
        """

    private func diagram() throws -> DiagramText {
        let request = DrawingRequest(style: .diagram, showsNumbers: true)
        return try FigureMaker(HostileStory.base).figures(for: request)[0].diagram
    }

    private func files(_ format: Report.Format) throws -> [Report.File] {
        let diagram = try diagram()
        return try Report(template).files(
            answers: [
                .figures([diagram], withFootnotes: true), .figures([diagram], withFootnotes: false),
                .text("a|b\t2025\n<b>\t\(HostileStory.script)\n"),
                .text("line\n```\n\(HostileStory.handler)\n"),
            ], named: "báo (cáo).\(format.rawValue)", as: format)
    }

    private func text(_ file: Report.File?) -> String {
        String(decoding: file?.contents ?? Data(), as: UTF8.self)
    }

    @Test("Markdown names its figures, which are files beside it")
    func markdown() throws {
        let files = try files(.markdown)
        #expect(
            files.map(\.path) == [
                "báo (cáo)_files/figure-1.png", "báo (cáo)_files/figure-2.png", "báo (cáo).md",
            ])
        #expect(
            files[0].contents.starts(
                with: Array("\u{89}PNG".unicodeScalars.map { UInt8($0.value) })))
        let text = text(files.last)
        #expect(
            text.contains(
                """
                ![Hình \\*một\\*](b%C3%A1o%20%28c%C3%A1o%29_files/figure-1.png)\
                {alt="Hai \\"bên\\"" width=80%}

                1. **
                """))
        #expect(text.contains("| Bài | Ngày |\n|---|---|\n| a\\|b | 2025 |\n"))
        #expect(text.contains("\nTable: Các bài\n"))
        #expect(text.contains("````text\nline\n```\n"))
        #expect(text.hasPrefix("# Tháng 12\n\n![") && text.hasSuffix("\n\nHết."))
        #expect(!text.contains("banggiao\n"))
    }

    @Test("the Markdown means what it says: nothing of an article in it is HTML or a link")
    func hostileMarkdown() throws {
        let text = text(try files(.markdown).last)
        let html = try Report(text).files(answers: [], named: "x.html", as: .html)
        let body = self.text(html.last)
        for mark in HostileStory.marks { #expect(!body.contains(mark), "\(mark)") }
        #expect(!body.contains("<script"))
        #expect(!body.contains("raw HTML omitted"))
        #expect(body.contains("&lt;/script&gt;&lt;script&gt;hacked=1"))
    }

    @Test("HTML is one file, each figure with ids of its own")
    func html() throws {
        let files = try files(.html)
        #expect(files.map(\.path) == ["báo (cáo).html"])
        let text = text(files.last)
        let figures = text.matches(of: /(?s)<svg.*?<\/svg>/).map { String($0.output) }
        #expect(figures.count == 2)
        let ids = text.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(ids.count > 20)
        #expect(Set(ids).count == ids.count)
        for figure in figures {
            let check = try SVGCheck(figure)
            #expect(check.isHarmless)
        }
        #expect(text.contains("<figcaption>Hình *một*</figcaption>\n<ol class=\"footnotes\">"))
        #expect(text.contains("width: 80%"))
        #expect(text.contains("<caption>Các bài</caption>"))
        #expect(text.contains("<th>Ngày</th>"))
        #expect(text.contains("<title>Tháng 12</title>"))
        #expect(text.contains("<html lang=\"vi\">"))
    }

    @Test("nothing of an article is more than text in the HTML")
    func hostileHTML() throws {
        let text = text(try files(.html).last)
        for mark in HostileStory.marks { #expect(!text.contains(mark), "\(mark)") }
        #expect(!text.contains("<script"))
        #expect(!text.contains("javascript:"))
        #expect(text.contains("&lt;/script&gt;&lt;script&gt;hacked=1"))
    }

    @Test("the same answers give the same bytes", arguments: Report.Format.allCases)
    func deterministic(format: Report.Format) throws {
        #expect(try files(format) == files(format))
    }

    @Test("lines of one number of cells are a table, others stand as they are")
    func tables() throws {
        let report = try Report("```banggiao\nshow x\n```\n")
        func html(_ answer: String) throws -> String {
            text(try report.files(answers: [.text(answer)], named: "x.html", as: .html).last)
        }
        let table = try html("a\tb\n\t\n")
        #expect(table.contains("<table>") && !table.contains("<thead>"))
        let head = try report.files(
            answers: [.text("x\ty\na\tb\n", hasHeader: true)], named: "x.html", as: .html)
        #expect(text(head.last).contains("<thead>\n<tr><th>x</th><th>y</th></tr>"))
        #expect(text(head.last).contains("<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>"))
        let lines = try html("a\tb\nc\n")
        #expect(lines.contains("<pre>a\tb\nc\n</pre>"))
        let nothing = try html("")
        #expect(nothing.contains("<pre></pre>"))
    }
}
