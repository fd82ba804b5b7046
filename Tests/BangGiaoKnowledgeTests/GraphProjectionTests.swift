import BangGiaoGraph
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct GraphProjectionTests {
    private func edges(_ story: Story) -> Set<String> {
        let base = IdentityResolver.shared.merge([story.facts])
        return Set(
            GraphProjection().project(base).edges.map { edge in
                let ends = [edge.first, edge.second].map { base.entity($0)?.name ?? "" }
                return "\(ends[0]) \(edge.kind.name) \(ends[1])"
            })
    }

    @Test
    func meetingRelatesItsSidesAndNobodyElse() {
        var story = Story("a")
        let people = ["An", "Bình", "Chi", "Dũng"].map { story.person($0) }
        story.meeting([[people[0], people[1]], [people[2]]], attendees: [people[3]])
        #expect(edges(story) == ["An met Chi", "Bình met Chi"])
    }

    @Test
    func threeSidesMakeThreePairs() {
        var story = Story("a")
        let people = ["An", "Bình", "Chi"].map { story.person($0) }
        story.meeting(people.map { [$0] })
        #expect(edges(story) == ["An met Bình", "An met Chi", "Bình met Chi"])
    }

    @Test
    func agreementRelatesPartiesAndSignatoriesOfOtherStates() {
        var story = Story("a")
        let first = story.agency("Hãng An", "VN")
        let second = story.agency("Hãng Bình", "LA")
        let people = [("Chi", "VN"), ("Dũng", "VN"), ("Kham", "LA")].map {
            story.person($0.0, $0.1)
        }
        story.agreement([first, second], kind: .mou, signatories: people, status: .signed)
        #expect(
            edges(story) == [
                "Hãng An signed_with Hãng Bình", "Chi signed_with Kham", "Dũng signed_with Kham",
            ])
        var open = Story("b")
        open.agreement([open.agency("Hãng An"), open.agency("Hãng Bình")])
        #expect(edges(open) == ["Hãng An agreed_with Hãng Bình"])
    }

    @Test
    func officesParentsAndStatesAreEdges() throws {
        var story = Story("a")
        let vietnam = story.country("Việt Nam", "VN")
        let laos = story.country("Lào", "LA")
        let ministry = story.agency("Bộ Y tế", "VN")
        let office = story.agency("Văn phòng", "VN", parent: ministry)
        let person = story.person("Lý An", "VN")
        story.position(person, "Đại sứ", of: vietnam, accreditedTo: laos)
        story.position(person, "Thư ký", of: office)
        #expect(
            edges(story) == [
                "Lý An holds Việt Nam", "Lý An accredited_to Lào", "Lý An holds Văn phòng",
                "Văn phòng part_of Bộ Y tế", "Văn phòng represents Việt Nam",
                "Bộ Y tế represents Việt Nam", "Lý An represents Việt Nam",
            ])
    }

    @Test
    func membershipQuotesAPassageThatNamesBoth() {
        var story = Story("a")
        let ministry = story.agency("Bộ Y tế", "VN")
        let office = story.agency("Văn phòng Bộ Y tế", "VN", parent: ministry)
        let bureau = story.agency("Cục Dân số", "VN", parent: ministry)
        story.meeting([[office], [bureau]])
        story.meeting([[ministry, bureau], [office]])
        let view = GraphProjection().project(IdentityResolver.shared.merge([story.facts]))
        let sources = view.edges.filter { $0.kind == .partOf }.map { edge in
            edge.fact.sources.map(\.evidence.quotation)
        }
        // The office's own name has the ministry's in it, which proves nothing.
        #expect(
            sources == [
                ["Bộ Y tế và Cục Dân số làm việc với Văn phòng Bộ Y tế"],
                ["Văn phòng Bộ Y tế làm việc với Cục Dân số"],
            ])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func everyEdgeNamesItsFactAndEveryFactItsEvidence(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let stories = Story.randomCollection(count: 5, using: &generator)
        let base = IdentityResolver.shared.merge(stories.map(\.facts))
        let view = GraphProjection().project(base)
        #expect(view.entities == base.entities)
        let ids = Set(
            base.positions.map(\.id) + base.meetings.map(\.id) + base.agreements.map(\.id))
        for edge in view.edges {
            #expect(edge.first != edge.second)
            switch edge.kind {
            case .partOf, .represents: continue
            default: #expect(ids.contains(edge.fact.id) && !edge.fact.sources.isEmpty)
            }
            guard case .meeting(let meeting) = edge.fact.content else { continue }
            let sides = [edge.first, edge.second].map { end in
                meeting.sides.firstIndex { $0.contains(end) }
            }
            #expect(sides[0] != nil && sides[1] != nil && sides[0] != sides[1])
        }
        #expect(Set(view.edges).count == view.edges.count)
    }
}
