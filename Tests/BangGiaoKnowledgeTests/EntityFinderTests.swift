import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct EntityFinderTests {
    private let base: KnowledgeBase
    private let finder: EntityFinder

    init() {
        var story = Story("a")
        let vietnam = story.country("Việt Nam", "VN")
        _ = story.country("Lào", "LA")
        let ministry = story.agency("Bộ Ngoại giao", "VN")
        _ = story.agency("Bộ Ngoại giao", "LA")
        _ = story.agency("Vụ Báo chí", "VN", parent: ministry, aliases: ["VBC"])
        _ = story.agency("Ban Chi", nil)
        story.position(story.person("Trần Minh Hằng", "VN"), "Thứ trưởng", of: ministry)
        story.position(story.person("Trần Minh Hạng", "VN"), "Đại sứ", of: vietnam)
        _ = story.person("Lý Thuý Hòa", "VN")
        _ = story.person("Somchai Vongvichit", "LA")
        base = IdentityResolver.shared.merge([story.facts])
        finder = EntityFinder(base)
    }

    @Test(arguments: [
        ("Trần Minh Hằng", "a#p1"), ("TRẦN MINH HẰNG", "a#p1"), ("tran minh Hạng", "a#p2"),
        ("ly thuy hoa", "a#p3"), ("Lý Thúy Hoà", "a#p3"), ("somchai  vongvichit", "a#p4"),
        ("vbc", "a#a3"), ("Vụ Báo chí, Bộ Ngoại giao", "a#a3"), ("bo ngoai giao Lào", "a#a2"),
        ("Vu bao chi Bo Ngoai giao Viet Nam", "a#a3"), ("lao", "a#c2"), ("a#p4", "a#p4"),
    ])
    func nameLeadsToItsEntity(name: String, key: String) throws {
        #expect(
            finder.find(name)
                == .unique(try #require(base.entity(EntityKey(rawValue: key)))))
    }

    @Test
    func ambiguousNameListsItsCandidatesWithWhatTellsThemApart() throws {
        guard case .ambiguous(let people) = finder.find("tran minh hang") else {
            Issue.record("Two people have this name without accents.")
            return
        }
        #expect(people.map(\.entity.name) == ["Trần Minh Hằng", "Trần Minh Hạng"])
        #expect(people.map { $0.offices.map(\.position.title) } == [["Thứ trưởng"], ["Đại sứ"]])
        #expect(people.map { $0.offices.map(\.of) } == [["Bộ Ngoại giao"], ["Việt Nam"]])
        guard case .ambiguous(let bodies) = finder.find("Bộ ngoại giao") else {
            Issue.record("Two states have a body of this name.")
            return
        }
        #expect(bodies.map(\.country) == ["Việt Nam", "Lào"])
    }

    @Test(arguments: [
        // Another accent is another name, but a near one.
        ("Trần Minh Hăng", ["Trần Minh Hằng", "Trần Minh Hạng"]),
        ("Vongvichit", ["Somchai Vongvichit"]),
        ("Somchay Vongvichith", ["Somchai Vongvichit"]),
        ("Quốc hội", []),
        ("", []),
    ])
    func unknownNameSuggestsTheNearest(name: String, nearest: [String]) {
        guard case .unknown(let candidates) = finder.find(name) else {
            Issue.record("No entity has this name.")
            return
        }
        #expect(candidates.map(\.entity.name) == nearest)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func everyEntityIsFoundByItsName(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let stories = Story.randomCollection(count: 4, using: &generator)
        let base = IdentityResolver.shared.merge(stories.map(\.facts))
        let finder = EntityFinder(base)
        for entity in base.entities {
            switch finder.find(entity.name) {
            case .unique(let found): #expect(found == entity)
            case .ambiguous(let found): #expect(found.map(\.entity).contains(entity))
            case .unknown: Issue.record("\(entity.name) isn't found.")
            }
        }
    }
}
