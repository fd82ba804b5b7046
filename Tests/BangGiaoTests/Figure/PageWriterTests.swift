import BangGiao
import Foundation
import TestSupport
import Testing

@Suite
struct PageWriterTests {
    /// The page of a drawing, taken apart.
    private struct Page {
        var text: String
        var svg: SVGCheck
        var data: [String: Any]

        init(_ base: KnowledgeBase, _ style: DrawingStyle, _ language: DrawingLanguage) throws {
            let request = DrawingRequest(style: style, language: language)
            let figures = try FigureMaker(base).figures(for: request)
            text = try PageWriter().write(figures[0].diagram)
            let svg = try #require(text.firstMatch(of: /(?s)<svg.*<\/svg>/))
            self.svg = try SVGCheck(String(svg.output))
            let json = try #require(
                text.firstMatch(
                    of: /(?s)<script type="application\/json" id="figure-data">(.*?)<\/script>/))
            let object = try JSONSerialization.jsonObject(with: Data(json.1.utf8))
            data = try #require(object as? [String: Any])
        }

        func objects(_ name: String) -> [[String: Any]] { data[name] as? [[String: Any]] ?? [] }
    }

    @Test(
        "what articles say stands in it as text and as data only",
        arguments: DrawingStyle.allCases, DrawingLanguage.allCases)
    func hostile(style: DrawingStyle, language: DrawingLanguage) throws {
        let page = try Page(HostileStory.base, style, language)
        for mark in HostileStory.marks { #expect(!page.text.contains(mark), "\(mark)") }
        #expect(!page.text.contains("javascript:"))
        #expect(page.text.matches(of: /<script/).count == 2)
        #expect(page.text.matches(of: /<\/script/).count == 2)
        #expect(page.svg.isHarmless)
        let quotations = page.objects("citations").compactMap { $0["quotation"] as? String }
        #expect(quotations.contains(HostileStory.handler))
        #expect(page.objects("citations").allSatisfy { $0["address"] == nil })
    }

    @Test(
        "every element has its shape, every line its ends, every passage its place",
        arguments: DrawingStyle.allCases)
    func elements(style: DrawingStyle) throws {
        let page = try Page(HostileStory.base, style, .vietnamese)
        let ids = Set(page.svg.ids)
        #expect(ids.count == page.svg.ids.count)
        let elements = page.objects("elements")
        let names = Set(elements.compactMap { $0["id"] as? String })
        let kinds = Set(page.objects("types").compactMap { $0["id"] as? String })
        #expect(!elements.isEmpty)
        for element in elements {
            let id = try #require(element["id"] as? String)
            #expect(ids.contains("figure-\(id)"))
            #expect(kinds.contains(element["type"] as? String ?? ""))
            for end in element["ends"] as? [String] ?? [] { #expect(names.contains(end)) }
            for place in element["citations"] as? [Int] ?? [] {
                #expect(page.objects("citations").indices.contains(place))
            }
        }
    }

    @Test("a year of an event is that of its date, and a line of an overview has those of all")
    func years() throws {
        let diagram = try Page(HostileStory.base, .diagram, .vietnamese)
        let events = diagram.objects("elements").filter { $0["role"] as? String == "event" }
        #expect(Set(events.compactMap { $0["years"] as? [Int] }) == [[2024, 2024], [2025, 2025]])
        let overview = try Page(HostileStory.base, .overview, .vietnamese)
        let lines = overview.objects("elements").filter { $0["ends"] != nil }
        #expect(lines.compactMap { $0["years"] as? [Int] } == [[2024, 2025]])
    }

    @Test("the same figure gives the same bytes")
    func deterministic() throws {
        let pages = try (0..<2).map { _ in try Page(HostileStory.base, .diagram, .english).text }
        #expect(pages[0] == pages[1])
    }

    @Test("links stay out of the figure, where a click shows the quotation")
    func links() throws {
        var base = HostileStory.base
        base.documents[0].url = "https://example.org/a?b=\"c\"&d"
        let page = try Page(base, .diagram, .vietnamese)
        #expect(!page.svg.elements.contains { $0.name == "a" })
        let addresses = Set(page.objects("citations").compactMap { $0["address"] as? String })
        #expect(addresses == ["https://example.org/a?b=%22c%22&d"])
        #expect(page.text.contains("href=\"https://example.org/a?b=%22c%22&amp;d\""))
    }

    @Test("its words are there in both languages", arguments: DrawingLanguage.allCases)
    func words(language: DrawingLanguage) throws {
        let page = try Page(HostileStory.base, .diagram, language)
        let folder = Repository.root.appendingPathComponent("Sources/BangGiao/Resources/Page")
        let script = try String(
            contentsOf: folder.appendingPathComponent("page.js"), encoding: .utf8)
        let asked = Set(script.matches(of: /words\.([A-Za-z]+)/).map { String($0.1) })
        let known = try #require(page.data["words"] as? [String: String])
        #expect(asked == Set(known.keys))
        #expect(known["related"] == (language == .vietnamese ? "Liên quan" : "Related"))
        #expect(page.text.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(page.text.contains(language == .vietnamese ? ">Đặt lại<" : ">Reset<"))
        // What an article says of places in templates isn't one.
        #expect(page.text.contains("{{title}}"))
        #expect(page.text.matches(of: /\{\{/).count == page.text.matches(of: /\{\{title\}\}/).count)
    }

    @Test(
        "a theme that is asked for is what the page begins with", arguments: DrawingTheme.allCases)
    func theme(theme: DrawingTheme) throws {
        let figures = try FigureMaker(HostileStory.base).figures(for: DrawingRequest(theme: theme))
        let page = try PageWriter().write(figures[0].diagram)
        let schemes: [DrawingTheme: String] = [
            .light: "light dark", .auto: "light dark", .dark: "dark", .print: "light",
        ]
        #expect(page.contains(":root { color-scheme: \(schemes[theme] ?? "") }"))
        #expect(!page.contains("@media (prefers-color-scheme"))
    }
}
