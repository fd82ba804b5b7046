import BangGiaoDrawing
import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import TestSupport
import Testing

struct DiagramDOTTests {
    private let renderer = GraphvizRenderer()

    private func finished(_ text: DiagramText, prefix: String = "bg") throws -> String {
        let drawing = try renderer.render(
            text.dot, as: .svg, engine: LayoutEngine(rawValue: text.engine) ?? .dot)
        #expect(drawing.warnings.isEmpty)
        let processor = SVGPostProcessor(
            prefix: prefix, title: text.title, summary: text.summary,
            notes: text.notes.mapValues {
                .init(title: $0.title, href: $0.href, attributes: $0.attributes)
            })
        return try processor.process(drawing)
    }

    private func texts(_ story: DiagramStory) throws -> [DiagramText] {
        [
            try Diagram.document(story.document, in: story.base), try Diagram.whole(story.base),
            Diagram.overview(story.base), try Diagram.map(story.base),
            try Diagram.drawing(of: story.base, style: .timeline),
            try Diagram.drawing(of: story.base, style: .plain),
        ]
    }

    @Test(arguments: DiagramStory.all.indices)
    func graphvizReadsEveryDiagramBack(index: Int) throws {
        for text in try texts(DiagramStory.all[index]) {
            #expect(try renderer.render(text.dot, as: .dot).warnings.isEmpty)
        }
    }

    @Test(arguments: DiagramStory.all.indices)
    func noEdgeHasALabel(index: Int) throws {
        for text in try texts(DiagramStory.all[index]) {
            let edges = text.dot.split(separator: "\n").filter {
                $0.contains(" -> ") || $0.contains(" -- ")
            }
            #expect(!edges.contains { $0.contains(/\blabel=/) })
            #expect(!text.dot.lowercased().contains("style=\"dotted\""))
        }
    }

    @Test(arguments: DiagramStory.all.indices)
    func pictureIsWellFormedHarmlessAndSaysWhatItShows(index: Int) throws {
        for text in try texts(DiagramStory.all[index]) {
            let check = try SVGCheck(finished(text))
            #expect(check.isHarmless)
            #expect(check.ids.count == Set(check.ids).count)
            for (token, note) in text.notes {
                #expect(check.element(id: "bg-\(token)-title")?.text == note.title, "\(token)")
            }
            let named = Set(check.texts)
            #expect(named.contains { text.title.hasPrefix($0) })
        }
    }

    @Test func everyTextIsToldItsWidth() throws {
        let story = DiagramStory.pressDepartments
        let check = try SVGCheck(finished(Diagram.document(story.document, in: story.base)))
        let shown = check.elements.filter { $0.name == "text" && $0.text.count > 1 }
        let told = shown.filter { $0.attributes["textLength"] != nil }
        // The legend's words end in blanks that keep them apart.
        #expect(told.count == shown.count)
    }

    @Test func linksLeadToTheDocumentAndNowhereElse() throws {
        let story = DiagramStory.pressDepartments
        let links = try SVGCheck(finished(Diagram.document(story.document, in: story.base)))
            .elements.filter { $0.name == "a" }
        #expect(links.count > 10)
        #expect(links.allSatisfy { $0.attributes["xlink:href"] == "https://example.org/story" })
        let hostile = DiagramStory.session
        let none = try SVGCheck(finished(Diagram.document(hostile.document, in: hostile.base)))
        #expect(!none.elements.contains { $0.name == "a" })
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func graphvizKeepsTheOrderOfThePlan(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let story = DiagramStory.random(entities: 12, events: Int(seed % 14) + 1, using: &random)
        let plan = try Diagram.plan(of: story.document, in: story.base)
        let plain = try renderer.render(Diagram.text(of: plan).dot, as: .plain).data
        var heights: [String: Double] = [:]
        for line in String(decoding: plain, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count > 4, words[0] == "node" { heights[String(words[1])] = Double(words[3]) }
        }
        for band in [plan.left.map(\.token), plan.events.map(\.token), plan.right.map(\.token)] {
            let shown = band.compactMap { heights[$0] }
            #expect(shown.count == band.count)
            #expect(shown == shown.sorted(by: >))
        }
    }

    @Test(arguments: DiagramStory.all.indices)
    func shuffledKnowledgeGivesTheSameBytes(index: Int) throws {
        let story = DiagramStory.all[index]
        let first = try texts(story)
        for seed in 0..<5 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var other = story
            other.base = story.shuffled(using: &random)
            let again = try texts(other)
            #expect(again == first)
            for (one, two) in zip(first, again) {
                #expect(try finished(one) == finished(two))
            }
        }
    }

    @Test func composedAndDecomposedNamesGiveTheSameBytes() throws {
        var story = DiagramStory.pressDepartments
        let first = try texts(story).map(\.dot)
        for index in story.base.entities.indices {
            story.base.entities[index].name =
                story.base.entities[index].name.decomposedStringWithCanonicalMapping
        }
        #expect(try texts(story).map(\.dot) == first)
    }

    @Test func manyTasksDrawTheSame() async throws {
        let texts = try DiagramStory.all.flatMap { try self.texts($0) }
        let alone = try texts.map { try finished($0) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<48 {
                let number = index % texts.count
                group.addTask { try finished(texts[number]) == alone[number] }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }

    static let hostileNames = [
        "\"quoted\" 'name'", "back\\slash\\", "\\N \\G \\E \\T", "line\nbreak\r\nhere",
        "<b>bold</b>",
        "<TABLE><TR><TD>x</TD></TR></TABLE>", "a & b &amp; c &lt;i&gt;", "]]> <!-- x -->",
        "\u{1}\u{2}\u{8}controls\u{1F}", "non\u{FFFE}character\u{FFFF}",
        "bidi \u{202E}evil\u{202C} \u{2066}x", "", " ", "\u{200B}", "}; digraph { x }",
        "<IMG SRC=\"/etc/passwd\"/>", "x\" onload=\"alert(1)", "javascript:alert(1)",
        "ພາສາລາວ ខ្មែរ 汉字 🇻🇳 עברית", "Hằng", String(repeating: "dài ", count: 500),
        String(repeating: "x", count: 200_000), String(repeating: "dòng\n", count: 40_000),
    ]

    @Test(arguments: hostileNames.indices)
    func hostileNamesAreShownAsTextOnly(index: Int) throws {
        let name = Self.hostileNames[index]
        var story = DiagramStory("hostile", title: name, url: name)
        story.add(.country, "c1", name, "VN")
        story.add(.country, "c2", "Lào", "LA")
        story.add(.agency, "a0", name, "LA")
        story.add(.agency, "a1", name, "LA", in: "a0")
        story.add(.person, "p1", name, "LA")
        story.add(.person, "p2", name)
        story.office("p1", name, of: "a1")
        story.office("p2", name, of: "c2", status: .former)
        story.meeting(.visit, [["c1"], ["p1", "a1"], ["p2"]], attendees: ["c2"], place: name)
        story.agreement(.mou, ["c1", "a1"], signatories: ["p1"], title: name)
        for text in try texts(story) {
            let check = try SVGCheck(finished(text))
            #expect(check.isHarmless)
            #expect(check.ids.count == Set(check.ids).count)
            #expect(!check.texts.contains { $0.contains("n1") || $0.contains("v1") })
            #expect(check.texts.allSatisfy { $0.count <= 200 })
        }
        let svg = try finished(Diagram.document(story.document, in: story.base))
        if (0...7).contains(index) {
            let words = name.split { $0.isWhitespace }
            let shown = try SVGCheck(svg).texts.joined(separator: " ")
            #expect(words.allSatisfy { shown.contains($0) }, "\(name)")
        }
    }

    @Test func emptyKnowledgeDrawsASentence() throws {
        var story = DiagramStory("empty")
        story.add(.country, "c1", "Việt Nam", "VN")
        for text in try texts(story) {
            let check = try SVGCheck(finished(text))
            #expect(!check.texts.isEmpty)
        }
        let plain = try Diagram.document(story.document, in: story.base)
        #expect(plain.summary == "Không có cuộc gặp hay thỏa thuận nào.")
    }
}
