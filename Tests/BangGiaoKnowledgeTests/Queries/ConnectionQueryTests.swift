import BangGiaoGraph
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct ConnectionQueryTests {
    @Test(arguments: 0..<150 as Range<UInt64>)
    func connectsAllByATreeAndOnlyWhereAllAreConnected(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        let view = GraphProjection().project(base)
        let people = base.entities.filter { $0.kind != .country }.map(\.key)
        let asked = Array(people.shuffled(using: &generator).prefix(3))
        guard asked.count == 3 else { return }
        let filter = FactFilter.random(using: &generator)
        let query = ConnectionQuery(asked, facts: filter)
        let connection = try query.connection(in: view)
        let isConnected = try asked.dropFirst().allSatisfy { key in
            try !PathQuery(from: asked[0], to: key, facts: filter).paths(in: view).isEmpty
        }
        // Terminals may be passed even where others of their kind may not.
        if isConnected { #expect(connection != nil) }
        guard let connection else { return }
        let keys = connection.entities.map(\.key)
        #expect(Set(keys).isSuperset(of: asked))
        #expect(connection.hops.count == keys.count - 1)
        var reached: Set<EntityKey> = [asked[0]]
        while let hop = connection.hops.first(where: {
            reached.contains($0.from.key) != reached.contains($0.to.key)
        }) {
            reached.formUnion([hop.from.key, hop.to.key])
        }
        #expect(reached == Set(keys))
        for hop in connection.hops {
            #expect(!hop.links.isEmpty)
            for link in hop.links {
                #expect(filter.relations?.contains(link.kind.relation) ?? true)
            }
        }
        for entity in connection.entities where !asked.contains(entity.key) {
            #expect(entity.kind != .country && filter.kinds.contains(entity.kind))
        }
        let drawn = base.restricted(to: connection)
        #expect(Set(drawn.entities.map(\.key)).isSuperset(of: keys))
    }

    @Test
    func connectsThroughWhoeverMetThemAll() throws {
        var story = Story("a")
        let people = ["An", "Bình", "Chi", "Dũng"].map { story.person($0) }
        for other in people.dropFirst() { story.meeting([[people[0]], [other]]) }
        let base = IdentityResolver.shared.merge([story.facts])
        let view = GraphProjection().project(base)
        let keys = people.map { EntityKey(DocumentID("a"), $0) }
        let connection = try #require(
            try ConnectionQuery(Array(keys[1...])).connection(in: view))
        #expect(connection.entities.map(\.name) == ["An", "Bình", "Chi", "Dũng"])
        #expect(connection.hops.map(\.to.name) == ["Bình", "Chi", "Dũng"])
        #expect(connection.hops.map { $0.links[0].fact.id } == ["a#m1", "a#m2", "a#m3"])
        let strict = ConnectionQuery(Array(keys[1...]), facts: FactFilter(relations: [.position]))
        #expect(try strict.connection(in: view) == nil)
        let nobody = EntityKey(rawValue: "z#p1")
        #expect(throws: QueryError(code: .unknownEntity, key: nobody)) {
            try ConnectionQuery([nobody]).connection(in: view)
        }
    }
}
