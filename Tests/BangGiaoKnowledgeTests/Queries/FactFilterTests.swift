import BangGiaoGraph
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct FactFilterTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func factsThatStayAreThoseThatPassOneByOne(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        let filter = FactFilter.random(using: &generator)
        let result = base.filtered(by: filter)
        let admitted = Set(base.entities.filter { filter.kinds.contains($0.kind) }.map(\.key))
        let meetings = base.meetings.filter { meeting in
            filter.passes(.meeting, meeting.date.map { [$0] } ?? [], meeting.sources)
                && meeting.sides.count { !$0.filter(admitted.contains).isEmpty } > 1
        }
        #expect(result.meetings.map(\.id) == meetings.map(\.id))
        let agreements = base.agreements.filter { agreement in
            let counts = [agreement.parties, agreement.signatories].map {
                $0.count { admitted.contains($0) }
            }
            return filter.passes(
                .agreement, agreement.date.map { [$0] } ?? [], agreement.sources)
                && counts.contains { $0 > 1 }
        }
        #expect(result.agreements.map(\.id) == agreements.map(\.id))
        #expect(
            result.positions.allSatisfy {
                filter.relations?.contains(.position) ?? true
                    && admitted.isSuperset(of: [$0.person, $0.of])
            })
        #expect(result.entities.allSatisfy { admitted.contains($0.key) })
        if filter.relations?.contains(.partOf) == false {
            #expect(result.entities.allSatisfy { $0.parent == nil })
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func openFilterChangesNothingAndTwiceIsOnce(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        #expect(base.filtered(by: FactFilter()) == base)
        let filter = FactFilter.random(using: &generator)
        let once = base.filtered(by: filter)
        #expect(once.filtered(by: filter) == once)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func searchFilterAdmitsTheEdgesOfFactsThatPass(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        let filter = FactFilter.random(using: &generator)
        let view = GraphProjection().project(base)
        let search = view.filter(endingAt: [], facts: filter)
        for number in 0..<view.graph.edgeCount {
            let edge = view[EdgeIndex(number)]
            // An office is an edge for each of its terms.
            if case .position(let position) = edge.fact.content, position.seen.count > 1 {
                continue
            }
            let isTie = [.partOf, .represents].contains(edge.kind)
            let passes =
                isTie
                ? !filter.isContradictory
                    && filter.relations?.contains(edge.kind.relation) ?? (edge.kind == .partOf)
                : filter.passes(edge.kind.relation, edge.fact.dates, edge.fact.sources)
            #expect(view.graph.admits(EdgeIndex(number), search) == passes, "\(edge)")
        }
    }

    @Test
    func officeHoldsFromTheFirstToTheLastDayOfATerm() {
        let position = KnownPosition(
            id: "a#o1", person: EntityKey(rawValue: "a#p1"), title: "Đại sứ",
            of: EntityKey(rawValue: "a#c1"),
            seen: ["2010-03-01", "2012-05-02", "2020-01-01"].compactMap { PartialDate($0) },
            endedBy: [PartialDate("2014")].compactMap(\.self), sources: [])
        func admits(_ year: String) -> Bool {
            FactFilter(since: PartialDate(year), until: PartialDate(year)).admits(position)
        }
        #expect(["2010", "2011", "2012", "2020"].allSatisfy(admits))
        #expect(!["2009", "2013", "2016", "2021"].contains(where: admits))
    }

    @Test
    func relationsOnlyOfBelongingShowAllThatBelong() {
        var story = Story("a")
        let vietnam = story.country("Việt Nam", "VN")
        let ministry = story.agency("Bộ Y tế", "VN")
        let office = story.agency("Văn phòng Bộ Y tế", "VN", parent: ministry)
        story.meeting([[office], [story.person("Kham", "LA")]])
        let base = IdentityResolver.shared.merge([story.facts])
        func names(_ relations: Set<Relation>) -> [String] {
            base.filtered(by: FactFilter(relations: relations)).entities.map(\.name).sorted()
        }
        _ = vietnam
        #expect(names([.partOf]) == ["Bộ Y tế", "Văn phòng Bộ Y tế"])
        #expect(names([.represents]) == ["Bộ Y tế", "Việt Nam", "Văn phòng Bộ Y tế"])
        #expect(names([.meeting]) == ["Kham", "Văn phòng Bộ Y tế"])
        #expect(names([.meeting, .partOf]) == ["Bộ Y tế", "Kham", "Văn phòng Bộ Y tế"])
        #expect(names([.agreement]) == [])
    }

    @Test
    func datesThatEndBeforeTheyBeginAreContradictory() {
        let since = PartialDate("2020")
        #expect(FactFilter(since: since, until: PartialDate("2019-12")).isContradictory)
        #expect(!FactFilter(since: since, until: PartialDate("2020-01")).isContradictory)
        #expect(!FactFilter(since: since).isContradictory)
    }
}
