import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

/// What holds of merging whatever the documents say.
@Suite
struct MergeLawTests {
    private let resolver = IdentityResolver.shared

    /// Every text as bytes: strings may be equal and yet have other bytes.
    private func texts(of base: KnowledgeBase) -> [[UInt8]] {
        let texts =
            base.entities.flatMap { [$0.name] + $0.aliases } + base.positions.map(\.title)
            + base.agreements.compactMap(\.title)
        return texts.map { Array($0.utf8) }
    }

    private func documents(_ seed: UInt64) -> ([DocumentFacts], SeededGenerator) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...7, using: &generator)
        let facts = Story.randomCollection(count: count, using: &generator).map(\.facts)
        return (facts, generator)
    }

    @Test(arguments: 0..<120 as Range<UInt64>)
    func orderOfDocumentsDoesNotMatter(seed: UInt64) {
        var (facts, generator) = documents(seed)
        let base = resolver.merge(facts)
        facts.shuffle(using: &generator)
        let again = resolver.merge(facts)
        #expect(again == base)
        #expect(texts(of: again) == texts(of: base))
        #expect(resolver.merge(facts + facts) == base)
    }

    @Test(arguments: 0..<120 as Range<UInt64>)
    func everyEntityIsInOneClusterThatCanBe(seed: UInt64) {
        let (facts, _) = documents(seed)
        let base = resolver.merge(facts)
        let sources = facts.flatMap { document in
            document.entities.map { (EntityKey(document.document.id, $0.id), $0) }
        }
        let entities = Dictionary(uniqueKeysWithValues: sources)
        #expect(base.entities.flatMap(\.members).sorted() == entities.keys.sorted())
        #expect(base.entities.map(\.key) == base.entities.map(\.key).sorted())
        for entity in base.entities {
            let members = entity.members.compactMap { entities[$0] }
            #expect(entity.key == entity.members.min())
            #expect(Set(members.map(\.kind)) == [entity.kind])
            #expect(Set(entity.members.map(\.document)).count == entity.members.count)
            #expect(Set(members.compactMap(\.country)).count < 2)
        }
    }

    @Test(arguments: 0..<120 as Range<UInt64>)
    func everyFactRefersToKnownEntitiesAndKeepsItsSources(seed: UInt64) {
        let (facts, _) = documents(seed)
        let base = resolver.merge(facts)
        for position in base.positions {
            #expect(base.entity(position.person) != nil && base.entity(position.of) != nil)
        }
        for meeting in base.meetings {
            #expect(meeting.sides.count > 1 && meeting.sides.allSatisfy { !$0.isEmpty })
            let members = meeting.sides.joined() + meeting.attendees
            #expect(Set(members).count == members.count)
            #expect(members.allSatisfy { base.entity($0) != nil })
        }
        let meetings = Set(base.meetings.map(\.id))
        #expect(base.agreements.compactMap(\.meeting).allSatisfy(meetings.contains))
        #expect(
            base.positions.map(\.sources.count).reduce(0, +)
                == facts.map(\.positions.count).reduce(0, +))
        #expect(
            base.meetings.map(\.sources.count).reduce(0, +)
                == facts.map(\.meetings.count).reduce(0, +))
        #expect(
            base.agreements.map(\.sources.count).reduce(0, +)
                == facts.map(\.agreements.count).reduce(0, +))
    }

    @Test(arguments: 0..<120 as Range<UInt64>)
    func judgementOfAPersonCountsAndCanBeTakenBack(seed: UInt64) throws {
        var (facts, generator) = documents(seed)
        let base = resolver.merge(facts)
        let kind = try #require(Entity.Kind.allCases.randomElement(using: &generator))
        let members = base.entities.filter { $0.kind == kind }.flatMap(\.members)
        guard kind != .country, members.count > 1 else { return }
        let pair = members.shuffled(using: &generator).prefix(2)
        func cluster(_ judgements: [Judgement]) -> [KnownEntity] {
            resolver.merge(facts, judgements: judgements).entities
                .filter { !$0.members.filter(pair.contains).isEmpty }
        }
        let same = Judgement(pair[0], pair[1], .same, number: 1)
        let different = Judgement(pair[1], pair[0], .different, number: 2)
        let byRule = Judgement(pair[0], pair[1], .same, by: .rule, number: 3)
        #expect(cluster([same]).count == 1)
        #expect(cluster([different]).count == 2)
        #expect(cluster([different, byRule]).count == 2)
        #expect(cluster([same, different]).count == 2)
        #expect(cluster([different, same]).count == 2)
        var revoked = different
        revoked.isRevoked = true
        #expect(cluster([same, revoked]).count == 1)
        #expect(resolver.merge(facts, judgements: [revoked]) == base)
    }
}
