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
}
