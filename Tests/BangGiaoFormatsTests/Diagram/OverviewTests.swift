import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

struct OverviewTests {
    @Test func countriesAreTiedOnceWithCountAndYears() {
        let text = Diagram.overview(DiagramStory.pressDepartments.base)
        let edges = text.dot.split(separator: "\n").filter { $0.contains(" -- ") }
        // Viet Nam and Laos, Singapore and Mexico; the latter two kept in the ring unseen.
        #expect(edges.filter { !$0.contains("style=invis") }.count == 2)
        #expect(edges.filter { $0.contains("style=invis") }.count == 2)
        #expect(text.dot.contains("7 · 2004–2025"))
        #expect(text.engine == "twopi")
    }

    @Test func conferenceTiesItsMembersToTheHomeCountryOnly() {
        let text = Diagram.overview(DiagramStory.session.base)
        let pairs = text.notes.keys.filter { $0.hasPrefix("e") }
        #expect(pairs.count == 3)
    }

    @Test func smallKnowledgeIsDrawnInBandsAndLargeAsAMap() throws {
        var random = SeededGenerator(seed: 7)
        let small = DiagramStory.random(entities: 20, events: 30, using: &random)
        #expect(try Diagram.whole(small.base).engine == "dot")
        let large = DiagramStory.random(entities: 60, events: 120, using: &random)
        #expect(try Diagram.whole(large.base).engine == "sfdp")
    }

    @Test func farTooMuchIsRefusedWithTheWayOut() {
        var random = SeededGenerator(seed: 8)
        var story = DiagramStory.random(entities: 1_500, events: 0, using: &random)
        for index in stride(from: 0, to: 1_400, by: 2) {
            let pair = story.base.entities[index...(index + 1)].map { $0.key }
            story.base.meetings.append(
                KnownMeeting(id: "m\(index)", kind: .meeting, sides: pair.map { [$0] }, sources: [])
            )
        }
        let error = #expect(throws: DiagramError.self) { try Diagram.whole(story.base) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains("since") == true)
    }

    @Test func twoCountriesAreDrawnByTheirAgencies() throws {
        var story = DiagramStory("two")
        story.add(.country, "c1", "Việt Nam", "VN")
        story.add(.country, "c2", "Lào", "LA")
        story.add(.agency, "a1", "Bộ Ngoại giao", "VN")
        story.add(.agency, "a2", "Vụ Báo chí", "VN", in: "a1")
        story.add(.agency, "a3", "Bộ Ngoại giao", "LA")
        story.add(.person, "p1", "Trần Văn Sông", "VN")
        story.office("p1", "Vụ trưởng", of: "a2")
        story.meeting(.talks, [["p1"], ["a3"]], date: "2024")
        story.meeting(.talks, [["a2"], ["a3"]], date: "2025")
        story.meeting(.talks, [["c1"], ["c2"]], date: "2023")
        let text = Diagram.overview(story.base)
        let lines = text.notes.values.filter { $0.role == .relation }.sorted { $0.name < $1.name }
        #expect(lines.map(\.name) == ["Lào – Việt Nam", "Bộ Ngoại giao – Bộ Ngoại giao"].sorted())
        #expect(text.dot.contains("2 · 2024–2025"))
        #expect(text.dot.contains("Góc vuông: cơ quan"))
        // With a third country the countries stand for their agencies.
        story.add(.country, "c3", "Nga", "RU")
        story.meeting(.talks, [["a1"], ["c3"]], date: "2024")
        let wide = Diagram.overview(story.base)
        #expect(Set(wide.notes.values.map(\.name)).contains("Lào – Việt Nam"))
        #expect(wide.dot.contains("3 · 2023–2025"))
    }
}
