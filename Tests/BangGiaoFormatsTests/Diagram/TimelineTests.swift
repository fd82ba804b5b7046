import BangGiaoDrawing
import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

struct TimelineTests {
    private let renderer = GraphvizRenderer()

    /// The tokens of the middle band and the marks, as Graphviz places them from top to bottom.
    private func column(_ text: DiagramText) throws -> [String] {
        let plain = try renderer.render(text.dot, as: .plain).data
        var heights: [(height: Double, token: String)] = []
        for line in String(decoding: plain, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 4, words[0] == "node" else { continue }
            guard words[1].hasPrefix("y") || words[1].contains("v") else { continue }
            heights.append((Double(words[3]) ?? 0, words[1]))
        }
        return heights.sorted { $0.height > $1.height }.map(\.token)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func eventsStandInTheOrderOfTimeWithTheirYears(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var story = DiagramStory.random(entities: 8, events: Int(seed % 9) + 1, using: &random)
        let years = [2017, 2019, 2021, nil]
        for index in story.base.meetings.indices {
            story.base.meetings[index].date = (years.randomElement(using: &random) ?? nil)
                .flatMap { PartialDate(year: $0) }
        }
        for index in story.base.agreements.indices { story.base.agreements[index].date = nil }
        let text = try Diagram.drawing(of: story.base, style: .timeline)
        let column = try column(text)
        let dates = Dictionary(
            uniqueKeysWithValues: story.base.meetings.map { ($0.id, $0.date?.start.year) })
        let shown = column.filter { !$0.hasPrefix("y") }
            .map { text.notes[$0]?.facts.first.flatMap { dates[$0] ?? nil } ?? .max }
        #expect(shown == shown.sorted())
        // A mark stands above the first event of each year and of those without.
        #expect(column.count { $0.hasPrefix("y") } == Set(shown).count)
        #expect(column.first?.hasPrefix("y") == true)
    }

    @Test func everybodyStandsBesideEachEventWithTheOfficeOfThatTime() throws {
        var story = DiagramStory("old")
        story.base.documents.append(
            .init(id: DocumentID("new"), published: PartialDate("2025-01-01")))
        story.add(.country, "c1", "Việt Nam", "VN")
        story.add(.country, "c2", "Lào", "LA")
        story.add(.person, "p1", "Trần Văn Sông", "VN")
        story.office("p1", "Bộ trưởng", of: "c1")
        story.office("p1", "Chủ tịch nước", of: "c1")
        story.meeting(.talks, [["p1"], ["c2"]], date: "2010")
        story.meeting(.talks, [["p1"], ["c2"]], date: "2024")
        func move(_ sources: inout [Source]) {
            for index in sources.indices { sources[index].document = DocumentID("new") }
        }
        move(&story.base.positions[1].sources)
        move(&story.base.meetings[1].sources)
        let text = try Diagram.drawing(of: story.base, style: .timeline)
        let persons = text.notes.filter { $0.value.attributes["kind"] == "person" }
        #expect(
            persons.sorted { $0.key < $1.key }.map(\.value.sentence) == [
                "Trần Văn Sông, Bộ trưởng, Việt Nam", "Trần Văn Sông, Chủ tịch nước, Việt Nam",
            ])
    }

    @Test func marksAreMonthsWhereAllIsOfOneYear() throws {
        var story = DiagramStory("year")
        story.add(.country, "c1", "Việt Nam", "VN")
        story.add(.country, "c2", "Lào", "LA")
        for date in ["2024-03-01", "2024-03-20", "2024-11-02"] {
            story.meeting(.talks, [["c1"], ["c2"]], date: date)
        }
        let plan = try Diagram.drawing(of: story.base, style: .timeline).dot
        #expect(plan.contains("<B>3/2024</B>") && plan.contains("<B>11/2024</B>"))
        #expect(!plan.contains("y3 ["))
    }

    @Test func tooManySayWhatWouldLeaveFewEnough() throws {
        var story = DiagramStory("many")
        story.add(.country, "c1", "Việt Nam", "VN")
        story.add(.country, "c2", "Lào", "LA")
        story.add(.country, "c3", "Nga", "RU")
        for number in 0..<70 {
            story.meeting(
                .talks, [["c1"], [number < 50 ? "c2" : "c3"]], date: "\(2000 + number / 10)")
        }
        for style in [DrawingStyle.timeline, .diagram] {
            let error = #expect(throws: DiagramError.self) {
                try Diagram.drawing(of: story.base, style: style)
            }
            #expect(error?.code == .tooLarge)
            for words in ["70 meetings", "since 2001 leaves 60", "countries LA leaves 50", "RU"] {
                #expect(error?.message.contains(words) == true, "\(words)")
            }
        }
    }
}
