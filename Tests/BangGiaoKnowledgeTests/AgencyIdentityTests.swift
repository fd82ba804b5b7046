import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct AgencyIdentityTests {
    /// An agency by name, state, and parent of the same state.
    typealias Body = (name: String, state: String?, parent: String?)

    private func bodies(_ bodies: [Body]) -> [KnownEntity] {
        let stories = bodies.enumerated().map { number, body in
            var story = Story("bài-\(number)")
            let parent = body.parent.map { story.agency($0, body.state) }
            _ = story.agency(body.name, body.state, parent: parent)
            return story.facts
        }
        let names = bodies.map(\.name)
        return IdentityResolver.shared.merge(stories).entities.filter { names.contains($0.name) }
    }

    @Test
    func oneNameInTwoStatesIsTwoBodies() {
        #expect(bodies([("Bộ Ngoại giao", "VN", nil), ("Bộ Ngoại giao", "LA", nil)]).count == 2)
        #expect(bodies([("Bộ Ngoại giao", "VN", nil), ("Bộ ngoại giao", "VN", nil)]).count == 1)
    }

    @Test
    func stateUnknownJoinsOnlyWhereNoStateHasSuchABody() {
        #expect(bodies([("Bộ Ngoại giao", "VN", nil), ("Bộ Ngoại giao", nil, nil)]).count == 2)
        #expect(bodies([("Liên hợp quốc", nil, nil), ("Liên Hợp Quốc", nil, nil)]).count == 1)
    }

    @Test
    func parentsTellBodiesApart() {
        let name = "Văn phòng"
        #expect(bodies([(name, "VN", "Quốc hội"), (name, "VN", "Bộ Y tế")]).count == 2)
        #expect(bodies([(name, "VN", "Quốc hội"), (name, "VN", "quốc hội")]).count == 1)
        // Every body has its "Văn phòng": without a parent it may be any, whoever else is known.
        #expect(bodies([(name, "VN", "Quốc hội"), (name, "VN", nil)]).count == 2)
        #expect(
            bodies([("Cục Thông tin đối ngoại", "VN", "Bộ Y tế"), ("Cục TTĐN", "VN", nil)]).count
                == 1)
        #expect(
            bodies([(name, "VN", "Quốc hội"), (name, "VN", nil), (name, "VN", "Bộ Y tế")]).count
                == 3)
    }

    @Test
    func parentMayStandHigherInTheSameLine() {
        var exact = Story("a")
        let ministry = exact.agency("Bộ Ngoại giao", "VN")
        let bureau = exact.agency("Cục Phục vụ", "VN", parent: ministry)
        _ = exact.agency("Trung tâm Báo chí", "VN", parent: bureau)
        var short = Story("b")
        let top = short.agency("Bộ Ngoại giao", "VN")
        _ = short.agency("Trung tâm Báo chí", "VN", parent: top)
        let base = IdentityResolver.shared.merge([short.facts, exact.facts])
        #expect(base.entities.count == 3)
        // Of two parents the nearer one is kept.
        #expect(base.entities.first { $0.name == "Trung tâm Báo chí" }?.parent?.rawValue == "a#a2")
    }

    @Test
    func abbreviationJoinsTheBodyThatIsCalledSo() {
        var long = Story("a")
        _ = long.agency("Thông tấn xã Lào", "LA", aliases: ["TTXL"])
        var short = Story("b")
        _ = short.agency("TTXL", "LA")
        var other = Story("c")
        _ = other.agency("TTXL", "VN")
        let base = IdentityResolver.shared.merge([long.facts, short.facts, other.facts])
        #expect(
            base.entities.map { $0.members.map(\.rawValue) } == [["a#a1", "b#a1"], ["c#a1"]])
        #expect(base.entities[0].name == "Thông tấn xã Lào")
        // A plain alias needs the same parent besides.
        var plain = Story("d")
        _ = plain.agency("Vụ Thông tin Báo chí", "LA", aliases: ["Vụ Báo chí"])
        var alias = Story("e")
        _ = alias.agency("Vụ Báo chí", "LA")
        #expect(IdentityResolver.shared.merge([plain.facts, alias.facts]).entities.count == 2)
    }

    @Test
    func childrenOfJoinedBodiesAreJoined() {
        var long = Story("a")
        let agency = long.agency("Thông tấn xã Lào", "LA", aliases: ["TTXL"])
        _ = long.agency("Ban Biên tập", "LA", parent: agency)
        var short = Story("b")
        let same = short.agency("TTXL", "LA")
        _ = short.agency("Ban biên tập", "LA", parent: same)
        #expect(IdentityResolver.shared.merge([long.facts, short.facts]).entities.count == 2)
    }

    @Test
    func bodiesThatStandAboveEachOtherMakeNoRing() {
        var first = Story("a")
        let upper = first.agency("Ban Chỉ đạo Trung ương", "VN")
        _ = first.agency("Văn phòng Thường trực", "VN", parent: upper)
        var second = Story("b")
        let lower = second.agency("Văn phòng Thường trực", "VN")
        _ = second.agency("Ban Chỉ đạo Trung ương", "VN", parent: lower)
        let base = IdentityResolver.shared.merge([first.facts, second.facts])
        for entity in base.entities {
            var line = [entity.key]
            while let parent = line.last.flatMap({ base.entity($0)?.parent }) {
                #expect(!line.contains(parent))
                if line.contains(parent) { break }
                line.append(parent)
            }
        }
    }
}
