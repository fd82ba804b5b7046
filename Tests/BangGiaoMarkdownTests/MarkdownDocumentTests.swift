import BangGiaoMarkdown
import TestSupport
import Testing

@Suite
struct MarkdownDocumentTests {
    private func document(_ text: String) throws -> MarkdownDocument {
        try MarkdownDocument(text, blocksNamed: "banggiao")
    }

    @Test("blocks of the name are found where CommonMark sees them, and no others")
    func blocks() throws {
        let text = """
            # Báo cáo

            ```banggiao wide
            draw --around Lào
            ```

            ````markdown
            ```banggiao
            an example, no block
            ```
            ````

                ```banggiao
                indented code

            - a list
              ~~~ banggiao
              path A B
              ~~~
            """
        let blocks = try document(text).blocks
        #expect(blocks.map(\.lines) == [3...5, 17...19])
        #expect(blocks.map(\.info) == ["banggiao wide", "banggiao"])
        #expect(blocks.map(\.content) == ["draw --around Lào\n", "path A B\n"])
        #expect(blocks.map(\.prefix) == ["", "  "])
    }

    @Test("everything but the blocks stays as it was, byte for byte")
    func replacement() throws {
        let text = "a  \n```banggiao\nx\n```\n\n> q\n>\n> ```banggiao\n> y\n> ```\nend"
        let result = try document(text).markdown(replacingBlocksBy: [
            "one\n\ntwo", "three\n\nfour\n",
        ])
        #expect(result == "a  \none\n\ntwo\n\n> q\n>\n> three\n>\n> four\nend")
        #expect(try document("# a\n").markdown(replacingBlocksBy: []) == "# a\n")
        #expect(try document("").markdown(replacingBlocksBy: []) == "")
    }

    @Test("a block in a list stays in it")
    func list() throws {
        let text = "1. ```banggiao\n   x\n   ```\n2. next\n"
        let result = try document(text).markdown(replacingBlocksBy: ["![a](a.png)\n\nb"])
        #expect(result == "1. ![a](a.png)\n\n   b\n2. next\n")
    }

    @Test("front matter is no Markdown, and names title and language")
    func frontMatter() throws {
        let text = "---\ntitle: \"Tháng 12\"\nlang: vi\n---\n\n# Heading\n\n```banggiao\nx\n```\n"
        let read = try document(text)
        #expect(read.title == "Tháng 12")
        #expect(read.language == "vi")
        #expect(read.blocks.map(\.lines) == [8...10])
        #expect(read.html(replacingBlocksBy: ["<i>figure</i>"]).hasPrefix("<h1>Heading</h1>"))
        #expect(
            read.markdown(replacingBlocksBy: ["y"])
                == text.replacing("```banggiao\nx\n```", with: "y"))
        #expect(try document("---\ntitle: never ended\n").title == nil)
    }

    @Test(
        "lines end as CommonMark has them end, and nowhere else", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let lines = [
            "---", "title: a\u{2028}b\u{85}c\u{B}d", "---", "# t", "", "một\u{2028}hai\u{C}ba",
            "```banggiao", "rank", "```", "> ~~~ banggiao", "> x", "> ~~~", "hết",
        ]
        let read = try document(lines.joined(separator: end) + end)
        #expect(read.title == "a\u{2028}b\u{85}c\u{B}d")
        #expect(read.blocks.map(\.lines) == [7...9, 10...12])
        #expect(read.blocks.map(\.prefix) == ["", "> "])
        let replaced = read.markdown(replacingBlocksBy: ["1", "2"])
        #expect(replaced == (lines[0..<6] + ["1", "> 2", "hết"]).joined(separator: "\n") + "\n")
    }

    @Test(
        "any mixture of line ends reads like line feeds alone", arguments: 0..<100 as Range<UInt64>)
    func mixedLineEnds(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = ["```banggiao", "```", "a", "", "> b", "---", "- c", "\u{2028}", "\u{85}d"]
        var (plain, mixed) = ("", "")
        for _ in 0..<20 {
            let piece = pieces.randomElement(using: &random) ?? ""
            plain += piece + "\n"
            // No line feed alone: behind a carriage return it would end no line of its own.
            mixed += piece + (["\r\n", "\r"].randomElement(using: &random) ?? "")
        }
        func lines(_ text: String) -> Result<[ClosedRange<Int>], MarkdownError> {
            do throws(MarkdownError) {
                return .success(
                    try MarkdownDocument(text, blocksNamed: "banggiao").blocks.map(\.lines))
            } catch { return .failure(error) }
        }
        #expect(lines(mixed) == lines(plain))
    }

    @Test("the title is that of the first heading")
    func heading() throws {
        #expect(try document("text\n\nMột *hai*\n`ba`\n===\n\n# later").title == "Một hai ba")
        #expect(try document("text").title == nil)
    }

    @Test("HTML has tables and footnotes, and what replaces the blocks as it is")
    func html() throws {
        let text = "|a|b|\n|-|-|\n|1|2|\n\nx[^1]\n\n```banggiao\nq\n```\n\n[^1]: note\n"
        let html = try document(text).html(replacingBlocksBy: ["<svg id=\"f1\"></svg>"])
        #expect(html.contains("<td>2</td>"))
        #expect(html.contains("class=\"footnotes\""))
        #expect(html.contains("<svg id=\"f1\"></svg>"))
        #expect(!html.contains("<code"))
    }

    @Test("nothing of the text can run in the HTML")
    func hostile() throws {
        let text = """
            <script>alert(1)</script>

            [a](javascript:alert(1)) ![b](data:text/html,x) <img src=x onerror=alert(1)>

            <svg onload=alert(1)>
            """
        let html = try document(text).html(replacingBlocksBy: [])
        for word in ["<script", "javascript:", "data:", "onerror", "onload", "<svg"] {
            #expect(!html.contains(word), "\(word)")
        }
    }

    @Test(
        "a block that isn't closed is an error of its line",
        arguments: ["a\n```banggiao\nx\n", "a\n> ```banggiao\n> x\nb\n", "a\n```banggiao"])
    func unclosed(text: String) {
        #expect(throws: MarkdownError(.unclosedBlock, line: 2)) { try document(text) }
    }
}
