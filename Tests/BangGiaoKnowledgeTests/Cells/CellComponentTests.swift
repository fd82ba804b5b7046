import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct CellComponentTests {
    private func random(_ generator: inout SeededGenerator) -> CellComponent {
        let ids = (1...8).map { Int64($0 * 7 % 11) }
        func pair() -> (Int64, Int64) {
            let two = ids.shuffled(using: &generator)
            return (two[0], two[1])
        }
        var component = CellComponent(
            nodes: ids.map { id in
                .init(
                    id: id,
                    country: [nil, CountryCode("VN"), CountryCode("LA")].randomElement(
                        using: &generator) ?? nil)
            })
        var linked: Set<Set<Int64>> = []
        for _ in 0..<14 {
            let (a, b) = pair()
            guard linked.insert([a, b]).inserted else { continue }
            component.links.append(
                .init(a, b, .same, weight: Int.random(in: 90...120, using: &generator)))
        }
        for _ in 0..<3 { component.apart.append(pair()) }
        for number in 0..<Int.random(in: 0...3, using: &generator) {
            let (a, b) = pair()
            let isSame = Bool.random(using: &generator)
            component.decisions.append(.init(a, b, isSame ? .same : .different, number: number))
        }
        return component
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func orderDoesNotMatterAndNothingIsLost(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let component = random(&generator)
        var other = component
        other.nodes.shuffle(using: &generator)
        other.links.shuffle(using: &generator)
        other.decisions.shuffle(using: &generator)
        other.apart = component.apart.map { ($0.1, $0.0) }.shuffled(using: &generator)
        let groups = component.groups()
        #expect(groups == other.groups())
        #expect(groups.flatMap(\.self).sorted() == component.nodes.map(\.id).sorted())
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func withoutPersonsNothingImpossibleIsJoined(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var component = random(&generator)
        component.decisions = []
        let countries = Dictionary(
            uniqueKeysWithValues: component.nodes.map { ($0.id, $0.country) })
        for group in component.groups() {
            #expect(Set(group.compactMap { countries[$0] ?? nil }).count < 2)
            for (a, b) in component.apart { #expect(!(group.contains(a) && group.contains(b))) }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func theLastDecisionStands(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let component = random(&generator)
        guard let last = component.decisions.max(by: { $0.number < $1.number }) else { return }
        let isOne = component.groups().contains {
            $0.contains(last.first) && $0.contains(last.second)
        }
        #expect(isOne == (last.verdict == .same))
    }

    /// What isn't connected with a component can't change what comes of it.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func componentsDoNotTouchEachOther(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let one = random(&generator)
        var two = random(&generator)
        func moved(_ id: Int64) -> Int64 { id + 100 }
        two.nodes = two.nodes.map { .init(id: moved($0.id), country: $0.country) }
        two.links = two.links.map {
            .init(moved($0.first), moved($0.second), $0.verdict, weight: $0.weight)
        }
        two.apart = two.apart.map { (moved($0.0), moved($0.1)) }
        two.decisions = two.decisions.map {
            .init(moved($0.first), moved($0.second), $0.verdict, number: $0.number)
        }
        let both = CellComponent(
            nodes: one.nodes + two.nodes, links: one.links + two.links,
            apart: one.apart + two.apart, decisions: one.decisions + two.decisions)
        #expect(both.groups() == one.groups() + two.groups())
    }
}
