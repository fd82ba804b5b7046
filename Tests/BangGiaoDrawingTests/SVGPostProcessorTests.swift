import BangGiaoDrawing
import Foundation
import TestSupport
import Testing

struct SVGPostProcessorTests {
    private let renderer = GraphvizRenderer()

    private let sample = """
        digraph { graph [id="g0"]; node [fontname="Arial,Liberation Sans"]
          subgraph cluster_a { id="c1"; label="Việt-Nam"; n1 [id="n1", shape=plain, label=<<TABLE>
            <TR><TD>Vụ Báo chí</TD></TR><TR><TD ID="n1r1" HREF="n1r1">Phạm Thu Hằng</TD></TR>
            </TABLE>>] }
          n2 [id="n2", label="Lào"]; n3
          n1 -> n2 [id="e1", style=dotted, class="attended"] }
        """

    private func processed(
        _ dot: String, notes: [String: SVGPostProcessor.Note] = [:],
        sizing: SVGPostProcessor.Sizing = .file, title: String = "Việt Nam – Lào"
    ) throws -> String {
        let drawing = try renderer.render(dot, as: .svg)
        let processor = SVGPostProcessor(
            title: title, summary: "Hai nước.", notes: notes, sizing: sizing)
        return try processor.process(drawing)
    }

    @Test func machineNamesAndRemarksAreGone() throws {
        let svg = try processed(sample)
        for trace in ["DOCTYPE", "<!--", "Generated", "transparent", "&#45;", "<title>n", "%3"] {
            #expect(!svg.contains(trace), "\(trace)")
        }
    }

    @Test func rootSaysWhatThePictureIs() throws {
        let root = try SVGCheck(processed(sample)).elements[0]
        #expect(root.attributes["role"] == "img")
        #expect(root.attributes["lang"] == "vi")
        #expect(root.attributes["aria-labelledby"] == "bg-title bg-desc")
        #expect(root.attributes["width"]?.hasSuffix("pt") == true)
        let check = try SVGCheck(processed(sample))
        #expect(check.element(id: "bg-title")?.text == "Việt Nam – Lào")
        #expect(check.element(id: "bg-desc")?.text == "Hai nước.")
    }

    @Test func inlinePictureScalesWithItsColumn() throws {
        let svg = try processed(sample, sizing: .inline)
        #expect(svg.hasPrefix("<svg"))
        let root = try SVGCheck(svg).elements[0]
        #expect(root.attributes["width"] == nil)
        #expect(root.attributes["style"]?.contains("max-width:") == true)
    }

    @Test func notesBecomeTitlesDataAndLinks() throws {
        let svg = try processed(
            sample,
            notes: [
                "n1r1": .init(title: "Vụ trưởng", href: "https://example.org/a?b=1&c=\"2\""),
                "e1": .init(title: "cùng dự", attributes: ["a": "n1", "b": "n2"]),
                "n2": .init(title: "nước", href: "javascript:alert(1)"),
            ])
        let check = try SVGCheck(svg)
        #expect(check.element(id: "bg-n1r1-title")?.text == "Vụ trưởng")
        #expect(check.element(id: "bg-e1")?.attributes["data-b"] == "n2")
        let links = check.elements.filter { $0.name == "a" }
        #expect(links.count == 1)
        #expect(links[0].attributes["xlink:href"] == "https://example.org/a?b=1&c=%222%22")
        #expect(links.allSatisfy { $0.attributes["rel"] == "noopener" })
    }

    @Test func everyTextIsToldItsWidth() throws {
        let check = try SVGCheck(processed(sample))
        let texts = check.elements.filter { $0.name == "text" && $0.text != "n3" }
        #expect(texts.count == 4)
        #expect(texts.allSatisfy { Double($0.attributes["textLength"] ?? "") ?? 0 > 10 })
        let drawing = try renderer.render(sample, as: .svg)
        let free = try SVGPostProcessor(title: "x", fitsText: false).process(drawing)
        #expect(!free.contains("textLength"))
    }

    @Test func twoFiguresShareAPage() throws {
        let drawing = try renderer.render(sample, as: .svg)
        let first = try SVGCheck(SVGPostProcessor(prefix: "f1", title: "x").process(drawing))
        let second = try SVGCheck(SVGPostProcessor(prefix: "f2", title: "x").process(drawing))
        #expect(first.ids.count == Set(first.ids).count)
        #expect(Set(first.ids).isDisjoint(with: second.ids))
    }

    @Test(arguments: [
        "x\" onload=\"alert(1)", "https://a.example/?a=1&b=2", "javascript:alert(1)",
        "https://a.example/\"><script>alert(1)</script>", "https://", "http:///x", "//a.example",
        " https://a.example", "https://a.example/\u{1}", "https://a.example/ới",
    ])
    func addressInTheDOTCannotBreakOut(address: String) throws {
        let quoted = address.replacingOccurrences(of: "\"", with: "\\\"")
        let svg = try processed("digraph { a [URL=\"\(quoted)\", tooltip=\"\(quoted)\"] }")
        let check = try SVGCheck(svg)
        #expect(check.isHarmless)
    }

    @Test(arguments: [
        "<svg><g id='a' onclick='x()'><script>1</script><rect onload=x/></g></svg>",
        "<svg><foreignObject><body/></foreignObject><image href='x'/><text>a & b < c</text></svg>",
        "<svg><g><text>&lt;b&gt; &bogus; &#1; &#xFFFE; \u{202E}abc", "<svg/>",
        "<?xml?><!DOCTYPE x [<!ENTITY e 'x'>]><svg></g></svg></svg>", "<svg a=1 b c='\">'><",
        "<svg><g id=\"x\"/><g id=\"x\"/><style>*{}</style></svg>",
        "<svg><a href='data:x'>y</a></svg>",
    ])
    func strangeSVGComesOutWellFormedAndHarmless(text: String) throws {
        let processor = SVGPostProcessor(title: "<&\"\u{0}\u{202E}>", summary: "]]>")
        let svg = try processor.process(svg: text)
        let check = try SVGCheck(svg)
        #expect(check.isHarmless)
        #expect(check.ids.count == Set(check.ids).count)
    }

    @Test(arguments: ["", "hello", "<html><svg/></html>", "<!-- <svg/> -->"])
    func whatIsNoSVGIsAnError(text: String) {
        let error = #expect(throws: DrawingError.self) {
            try SVGPostProcessor(title: "x").process(svg: text)
        }
        #expect(error?.code == .malformedSVG)
    }
}
