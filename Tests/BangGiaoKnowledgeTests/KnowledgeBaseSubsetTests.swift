import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct KnowledgeBaseSubsetTests {
    private func base(seed: UInt64) -> (KnowledgeBase, SeededGenerator) {
        var generator = SeededGenerator(seed: seed)
        let stories = Story.randomCollection(count: 5, using: &generator)
        return (IdentityResolver.shared.merge(stories.map(\.facts)), generator)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func restrictionToEverythingChangesNothing(seed: UInt64) {
        let (base, _) = base(seed: seed)
        let all = base.restricted(toDocuments: base.documents.map(\.id))
        #expect(all == base)
        #expect(base.restricted(to: base.entities.map(\.key)).entities == base.entities)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func restrictionRefersToNothingOutside(seed: UInt64) {
        var (base, generator) = base(seed: seed)
        let keys = base.entities.map(\.key).filter { _ in Bool.random(using: &generator) }
        let documents = base.documents.map(\.id).filter { _ in Bool.random(using: &generator) }
        for subset in [base.restricted(to: keys), base.restricted(toDocuments: documents)] {
            let known = Set(subset.entities.map(\.key))
            #expect(subset.entities.compactMap(\.parent).allSatisfy(known.contains))
            #expect(subset.positions.allSatisfy { known.isSuperset(of: [$0.person, $0.of]) })
            #expect(
                subset.meetings.allSatisfy {
                    known.isSuperset(of: $0.sides.joined() + $0.attendees) && $0.sides.count > 1
                })
            #expect(
                subset.agreements.allSatisfy {
                    known.isSuperset(of: $0.parties + $0.signatories)
                })
            let meetings = Set(subset.meetings.map(\.id))
            #expect(subset.agreements.compactMap(\.meeting).allSatisfy(meetings.contains))
        }
        let named = base.restricted(toDocuments: documents)
        #expect(named.documents.map(\.id) == documents)
        #expect(named.meetings.flatMap(\.sources).allSatisfy { documents.contains($0.document) })
    }

    @Test
    func neighbourhoodGrowsHopByHopAndStopsAtCountries() {
        var story = Story("a")
        let vietnam = story.country("Việt Nam", "VN")
        let people = ["An", "Bình", "Chi"].map { story.person($0, "VN") }
        story.meeting([[people[0]], [people[1]]])
        story.meeting([[people[1]], [people[2]]])
        story.position(people[0], "Chủ tịch nước", of: vietnam)
        story.position(story.person("Dũng", "VN"), "Thủ tướng", of: vietnam)
        let base = IdentityResolver.shared.merge([story.facts])
        func names(_ key: String, _ hops: Int) -> [String] {
            base.neighbourhood(of: EntityKey(rawValue: key), hops: hops).entities.map(\.name)
        }
        #expect(names("a#p1", 0) == ["An"])
        #expect(names("a#p1", 1) == ["Việt Nam", "An", "Bình"])
        #expect(names("a#p1", 2) == ["Việt Nam", "An", "Bình", "Chi"])
        #expect(names("a#p1", 9) == ["Việt Nam", "An", "Bình", "Chi"])
        #expect(names("a#c1", 1) == ["Việt Nam", "An", "Bình", "Chi", "Dũng"])
        #expect(names("a#z", 1) == [])
    }
}
