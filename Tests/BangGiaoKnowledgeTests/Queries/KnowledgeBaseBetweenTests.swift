import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

struct KnowledgeBaseBetweenTests {
    private func base(_ seed: UInt64) -> KnowledgeBase {
        var random = SeededGenerator(seed: seed)
        let stories = Story.randomCollection(count: 6, using: &random)
        return IdentityResolver.shared.merge(stories.map(\.facts))
    }

    /// All that an entity stands for, found by asking of each other one whether it leads there.
    private func standsFor(_ key: EntityKey, in base: KnowledgeBase) -> Set<EntityKey> {
        guard let center = base.entity(key) else { return [] }
        func belongs(_ entity: KnownEntity) -> Bool {
            if entity.key == key { return true }
            switch center.kind {
            case .person: return false
            case .country: return entity.country != nil && entity.country == center.country
            case .agency:
                var next = entity.parent
                var steps = 0
                while let parent = next, steps < base.entities.count {
                    if parent == key { return true }
                    next = base.entity(parent)?.parent
                    steps += 1
                }
                return false
            }
        }
        let own = Set(base.entities.filter(belongs).map(\.key))
        guard center.kind != .person else { return own }
        return own.union(base.positions.filter { own.contains($0.of) }.map(\.person))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func sharedMeetingsAreThoseWithBothOnDifferentSides(seed: UInt64) throws {
        let base = base(seed)
        var random = SeededGenerator(seed: seed)
        guard let one = base.entities.randomElement(using: &random)?.key,
            let other = base.entities.randomElement(using: &random)?.key, one != other
        else { return }
        let members = [standsFor(one, in: base), standsFor(other, in: base)]
        let wanted = base.meetings.filter { meeting in
            meeting.sides.indices.contains { first in
                meeting.sides.indices.contains { second in
                    first != second && !members[0].isDisjoint(with: meeting.sides[first])
                        && !members[1].isDisjoint(with: meeting.sides[second])
                }
            }
        }
        let shared = base.shared(by: one, and: other)
        // Where both are on one side only by one who stands for both, no second side is left.
        #expect(Set(shared.meetings.map(\.id)).isSubset(of: wanted.map(\.id)))
        for meeting in wanted where !shared.meetings.contains(where: { $0.id == meeting.id }) {
            let kept = meeting.sides.map { side in
                side.filter { members[0].union(members[1]).contains($0) }
            }.filter { !$0.isEmpty }
            #expect(kept.count < 2)
        }
        #expect(base.shared(by: other, and: one).meetings == shared.meetings)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func amongCountriesCountsThoseWhoTookPart(seed: UInt64) throws {
        let base = base(seed)
        for countries in [["VN"], ["VN", "LA"], ["LA", "RU", "VN"], []] {
            let codes = Set(countries.map { CountryCode($0) })
            let found = base.among(codes)
            #expect(found.entities == base.entities && found.positions == base.positions)
            let wanted = base.meetings.filter { meeting in
                let taking = Set(
                    meeting.sides.joined().compactMap { key in
                        base.entity(key).flatMap { base.country(of: $0) }
                    })
                return taking.intersection(codes).count >= min(2, codes.count)
            }
            #expect(found.meetings == wanted)
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func surroundingsLeaveOutWhatTheRimDidAmongItself(seed: UInt64) throws {
        let base = base(seed)
        for entity in base.entities where entity.kind != .country {
            let near = base.surroundings(of: entity.key, hops: 1)
            let wide = base.neighbourhood(of: entity.key, hops: 1)
            #expect(
                near.meetings.map(\.id)
                    == wide.meetings.filter {
                        ($0.sides.joined() + $0.attendees).contains(entity.key)
                    }.map(\.id))
            #expect(near.entity(entity.key) != nil)
        }
        #expect(base.surroundings(of: EntityKey(rawValue: "nobody"), hops: 2) == KnowledgeBase())
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func officesComeWithThePeople(seed: UInt64) throws {
        let base = base(seed)
        var random = SeededGenerator(seed: seed)
        let some = base.entities.filter { _ in Bool.random(using: &random) }.map(\.key)
        var part = base.restricted(to: some)
        part.positions = []
        let known = part.withOffices(of: base)
        let wanted = base.positions.filter { position in
            some.contains(position.person)
                && position.accreditedTo.map { some.contains($0) } ?? true
        }
        #expect(Set(known.positions.map(\.id)) == Set(wanted.map(\.id)))
        #expect(known.meetings == part.meetings && known.agreements == part.agreements)
        let keys = Set(known.entities.map(\.key))
        #expect(keys.isSuperset(of: some))
        #expect(wanted.allSatisfy { keys.contains($0.of) })
        #expect(known.entities.allSatisfy { $0.parent.map { keys.contains($0) } ?? true })
        let documents = Set(known.documents.map(\.id))
        #expect(wanted.flatMap(\.sources).allSatisfy { documents.contains($0.document) })
    }
}
