import BangGiaoDrawing
import Foundation
import TestSupport
import Testing

struct GraphvizRendererTests {
    private let renderer = GraphvizRenderer()

    private let sample = """
        digraph sample { rankdir=LR; node [fontname="Arial,Liberation Sans"]
          subgraph cluster_a { label="Việt Nam"; id="c1"; n1 [id="n1", shape=box, label="Vụ Báo chí"] }
          n2 [id="n2", label="Lào"]
          n1 -> n2 [id="e1"] }
        """

    @Test(arguments: [
        (DrawingFormat.svg, "<?xml"), (.png, "\u{89}PNG"), (.pdf, "%PDF-"), (.dot, "digraph"),
        (.json, "{"), (.plain, "graph "),
    ])
    func eachFormatHasItsFirstBytes(format: DrawingFormat, start: String) throws {
        let drawing = try renderer.render(sample, as: format)
        let bytes = start.unicodeScalars.map { UInt8($0.value) }
        #expect(drawing.data.starts(with: bytes))
        #expect(drawing.warnings.isEmpty)
    }

    @Test(arguments: [DrawingFormat.svg, .png, .pdf, .dot])
    func sameTextGivesSameBytes(format: DrawingFormat) throws {
        let first = try renderer.render(sample, as: format)
        _ = try renderer.render("graph { x -- y [xlabel=z] }", as: .svg, engine: .neato)
        #expect(try renderer.render(sample, as: format) == first)
    }

    @Test func manyTasksGetTheSameBytes() async throws {
        let texts = (0..<24).map { number in
            sample.replacingOccurrences(of: "Lào", with: "Lào \(number % 6)")
        }
        let alone = try texts.map { try renderer.render($0, as: .svg) }
        let together = try await withThrowingTaskGroup(of: (Int, Drawing).self) { group in
            for (index, text) in texts.enumerated() {
                group.addTask { (index, try renderer.render(text, as: .svg)) }
            }
            return try await group.reduce(into: [Int: Drawing]()) { $0[$1.0] = $1.1 }
        }
        #expect(alone.indices.allSatisfy { together[$0] == alone[$0] })
    }

    @Test(arguments: LayoutEngine.allCases)
    func eachEngineDraws(engine: LayoutEngine) throws {
        let svg = try renderer.render(sample, as: .svg, engine: engine)
        #expect(String(decoding: svg.data, as: UTF8.self).contains("Lào"))
    }

    @Test func textWidthsFollowTheTexts() throws {
        let widths = try renderer.render(sample, as: .svg).textWidths
        #expect(widths.lines["n1"]?.map(\.text) == ["Vụ Báo chí"])
        #expect(widths.lines["c1"]?.map(\.text) == ["Việt Nam"])
        #expect(widths.lines["n2"]?.allSatisfy { $0.width > 10 && $0.width < 60 } == true)
    }

    @Test func syntaxErrorCarriesTheMessageAndTheLine() throws {
        // Twice, since libgvc counts lines in a variable of its own.
        for _ in 0..<2 {
            let error = #expect(throws: DrawingError.self) {
                try renderer.render("digraph {\n a -> ;\n}", as: .svg)
            }
            #expect(error?.code == .unreadable)
            #expect(error?.message.contains("syntax error in line 2 near ';'") == true)
        }
        #expect(try renderer.render(sample, as: .svg).data.count > 500)
    }

    @Test(arguments: [
        "digraph{b} hello", "digraph{b}\n\n", "digraph{b} digraph{c} }{", "digraph{b}/*",
        "digraph{b}\n/* x", "digraph{b} \"x", "digraph{b} <x<y", "digraph{b}@", "/* x", "\"x",
        "<x<",
        "// x", "#x", "digraph{b /* } */ [label=\"}\\\"}\"] // }\n# }\n}/*", "}", "@/*",
        "digraph{@/*",
        "digraph{b -> }/*", "digraph{\"\\", "digraph{b [label=<x/*>]}", "hello /* x */ digraph{b}<",
        "/* \u{0} */ digraph{b}",
    ])
    func whatIsReadDoesNotReachTheNext(text: String) throws {
        let before = try renderer.render(sample, as: .svg)
        for _ in 0..<2 {
            _ = try? renderer.render(text, as: .svg)
            #expect(try renderer.render(sample, as: .svg) == before)
            _ = try? renderer.render(text, as: .svg)
            let error = #expect(throws: DrawingError.self) {
                try renderer.render("digraph {\n a -> ;\n}", as: .svg)
            }
            #expect(error?.message.contains("line 2 near ';'") == true)
        }
    }

    @Test(arguments: [
        ("digraph {\n/*", "comment", 2), ("digraph { a [label=\"x", "quoted string", 1),
    ])
    func whatHasNoEndIsNamed(text: String, what: String, line: Int) {
        let error = #expect(throws: DrawingError.self) { try renderer.render(text, as: .svg) }
        #expect(error?.message.contains("\(what) that begins in line \(line) has no end") == true)
    }

    @Test func unreadableLabelIsAnError() {
        let error = #expect(throws: DrawingError.self) {
            try renderer.render("digraph { n1 [label=<a & b>] }", as: .svg)
        }
        #expect(error?.code == .layout)
        #expect(error?.message.contains("n1") == true)
    }

    @Test(arguments: ["", " ", "hello", "digraph {", "digraph { a [label=\"\u{0}\"] }"])
    func whatIsNoGraphIsAnError(text: String) {
        let error = #expect(throws: DrawingError.self) { try renderer.render(text, as: .svg) }
        #expect(error?.code == .unreadable)
    }

    @Test func tooManyNodesAreRefusedBeforeTheLayout() {
        let text = "digraph {" + (0..<10_000).map { "n\($0);" }.joined() + "}"
        let error = #expect(throws: DrawingError.self) { try renderer.render(text, as: .svg) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains("10000 nodes") == true)
    }

    @Test func tooManyPixelsAreRefused() {
        let error = #expect(throws: DrawingError.self) {
            try renderer.render("digraph { a [width=40, height=40] }", as: .png)
        }
        #expect(error?.code == .tooLarge)
    }

    @Test(arguments: [
        "digraph { a [image=\"/etc/passwd\"] }", "digraph { graph [stylesheet=\"x.css\"] a }",
        "digraph { a [shape=plain, label=<<TABLE><TR><TD><IMG SRC=\"x.png\"/></TD></TR></TABLE>>] }",
        "digraph { node [shapefile=\"x.ps\"]; a }",
    ])
    func whatOpensFilesIsRefused(text: String) {
        let error = #expect(throws: DrawingError.self) { try renderer.render(text, as: .svg) }
        #expect(error?.code == .forbidden)
    }

    @Test(arguments: ["DASHED", "dotted"])
    func dashedBordersInTablesAreDrawnWithoutWidths(style: String) throws {
        let text = """
            digraph { subgraph cluster_a { label=<<TABLE><TR><TD BORDER="1" STYLE="\(style)">x</TD>
              <TD BGCOLOR="red">y</TD></TR></TABLE>>; a [id=a, label="xyz"] } }
            """
        let drawing = try renderer.render(text, as: .svg)
        #expect(drawing.data.count > 500)
        #expect(drawing.textWidths.lines.isEmpty)
        let error = #expect(throws: DrawingError.self) { try renderer.render(text, as: .json) }
        #expect(error?.code == .forbidden)
    }

    @Test func plainTextMaySpeakOfImages() throws {
        #expect(throws: Never.self) {
            try renderer.render("digraph { a [label=\"<img src=x>\"] }", as: .svg)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func labelledEdgesBetweenClustersDoNotCorruptMemory(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var text = "digraph {"
        for cluster in 0..<5 {
            text += "subgraph cluster_\(cluster) {"
            text += (0..<8).map { "n\(cluster * 8 + $0);" }.joined() + "}"
        }
        for _ in 0..<55 {
            let ends = (0..<2).map { _ in Int.random(in: 0..<40, using: &generator) }
            text += "n\(ends[0]) -> n\(ends[1]) [label=\"gặp\"];"
        }
        // Some of these libgvc cannot route; then it says so, and the next drawing is as ever.
        let before = try renderer.render(sample, as: .svg)
        do throws(DrawingError) {
            _ = try renderer.render(text + "}", as: .svg)
        } catch {
            #expect(error.code == .layout)
        }
        #expect(try renderer.render(sample, as: .svg) == before)
    }

    @Test func canonicalTextIsReadAgain() throws {
        let first = try renderer.render(sample, as: .dot).data
        let again = try renderer.render(String(decoding: first, as: UTF8.self), as: .dot).data
        #expect(first == again)
    }

    @Test func missingPluginsAreSaidInOneSentence() async {
        await #expect(processExitsWith: .success) {
            setenv("GVBINDIR", "/nonexistent", 1)
            let error = #expect(throws: DrawingError.self) {
                try GraphvizRenderer().render("digraph { a }", as: .svg)
            }
            #expect(error?.code == .missingPlugins)
            #expect(error?.message.contains("libgvc6-config-update -c") == true)
        }
    }
}
