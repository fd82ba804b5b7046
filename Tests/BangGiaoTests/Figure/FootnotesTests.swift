import BangGiao
import BangGiaoMarkdown
import Foundation
import Testing

@Suite
struct FootnotesTests {
    private func diagram(
        _ style: DrawingStyle, of base: KnowledgeBase = HostileStory.base
    ) throws -> DiagramText {
        let request = DrawingRequest(style: style, showsNumbers: true)
        return try FigureMaker(base).figures(for: request)[0].diagram
    }

    @Test(
        "each number stands in the figure, and leads to its passages",
        arguments: DrawingStyle.allCases)
    func numbers(style: DrawingStyle) throws {
        let diagram = try diagram(style)
        let notes = Footnotes(diagram).notes
        #expect(!notes.isEmpty)
        #expect(notes.map(\.number) == Array(1...notes.count))
        for note in notes {
            #expect(diagram.dot.contains("[\(note.number)]"))
            #expect(!note.words.isEmpty && !note.citations.isEmpty)
            #expect(Set(note.citations).count == note.citations.count)
        }
        #expect(!diagram.dot.contains("[\(notes.count + 1)]"))
    }

    @Test("without being asked for, no number is shown", arguments: DrawingStyle.allCases)
    func silent(style: DrawingStyle) throws {
        let request = DrawingRequest(style: style)
        let dot = try FigureMaker(HostileStory.base).figures(for: request)[0].diagram.dot
        #expect(!dot.contains("[1]"))
    }

    @Test("the order of the input changes no number", arguments: DrawingStyle.allCases)
    func stable(style: DrawingStyle) throws {
        var turned = HostileStory.base
        turned.entities.reverse()
        turned.meetings.reverse()
        turned.agreements.reverse()
        #expect(try Footnotes(diagram(style)) == Footnotes(diagram(style, of: turned)))
    }

    @Test("a passage is quoted once; what it proves besides refers to it")
    func once() throws {
        var base = HostileStory.base
        base.meetings.append(base.meetings[0])
        base.meetings[1].id = "hostile#m2"
        base.meetings[1].kind = .visit
        let notes = Footnotes(try diagram(.diagram, of: base))
        let quotation = "Ông nói:"
        #expect(
            notes.notes.count { $0.citations.contains { $0.quotation.hasPrefix(quotation) } } == 2)
        let writer = FootnoteWriter(language: "vi")
        for text in [writer.markdown(notes), writer.html(notes)] {
            #expect(text.components(separatedBy: quotation).count == 2)
            #expect(text.contains("xem"))
        }
    }

    @Test("names, quotations and addresses are text in every form")
    func hostile() throws {
        let notes = Footnotes(try diagram(.diagram))
        let writer = FootnoteWriter(language: notes.language)
        let html = writer.write(notes, as: .html, title: HostileStory.script)
        let markdown = writer.write(notes, as: .markdown, title: "")
        let rendered = try MarkdownDocument(markdown, blocksNamed: "none")
            .html(replacingBlocksBy: [])
        for text in [html, rendered] {
            for mark in HostileStory.marks { #expect(!text.contains(mark), "\(mark)") }
            #expect(!text.contains("<script"))
            #expect(!text.contains("<a "))
            #expect(text.contains("&lt;img src=x onerror="))
            // Nothing of it is a mark of Markdown.
            #expect(text.contains("`x` *y* |z|"))
        }
        let object = try JSONSerialization.jsonObject(
            with: Data(writer.write(notes, as: .json, title: "").utf8))
        let list = try #require((object as? [String: Any])?["footnotes"] as? [[String: Any]])
        #expect(list.count == notes.notes.count)
        let citations = list.flatMap { $0["citations"] as? [[String: Any]] ?? [] }
        #expect(citations.contains { $0["quotation"] as? String == HostileStory.handler })
    }

    @Test("an address of the web is a link")
    func link() throws {
        var base = HostileStory.base
        base.documents[0].url = "https://example.org/x"
        let notes = Footnotes(try diagram(.diagram, of: base))
        let writer = FootnoteWriter(language: "vi")
        #expect(writer.markdown(notes).contains(" <https://example.org/x>"))
        #expect(writer.html(notes).contains("<a href=\"https://example.org/x\""))
    }
}
