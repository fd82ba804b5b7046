import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct IdentityResolverTests {
    /// Merges two documents that each name one person, and returns the number of people.
    private func people(_ first: (String, String?), _ second: (String, String?)) -> Int {
        let stories = [("a", first), ("b", second)].map { id, person in
            var story = Story(id)
            _ = story.person(person.0, person.1)
            return story.facts
        }
        return IdentityResolver.shared.merge(stories).entities.count
    }

    @Test(
        arguments: [
            // Case and the place of the tone mark tell nobody apart.
            (("Khuất Thị Hoà", "VN"), ("Khuất Thị Hòa", "VN"), 1),
            (("NGUYỄN THUÝ NHẠN", "VN"), ("Nguyễn Thúy Nhạn", "VN"), 1),
            // One tone does.
            (("Trần Minh Hằng", "VN"), ("Trần Minh Hạng", "VN"), 2),
            (("Trần Minh Hằng", "VN"), ("Trần Thị Minh Hằng", "VN"), 2),
            // No two states, whatever the name.
            (("Somchai Vongvichit", "LA"), ("Somchai Vongvichit", "TH"), 2),
            // Rare names tell much by themselves, common ones don't.
            (("Khuất Trúc Nhạn", "VN"), ("Khuất Trúc Nhạn", nil), 1),
            (("Trần Minh Hằng", "VN"), ("Trần Minh Hằng", "VN"), 1),
            (("Nguyễn Văn Hùng", "VN"), ("Nguyễn Văn Hùng", "VN"), 2),
            (("Lý Hòa", "VN"), ("Lý Hòa", nil), 2),
            // A single syllable tells nothing.
            (("Hằng", "VN"), ("Hằng", "VN"), 2),
            // Nor does a name without accents by itself.
            (("Trần Minh Hằng", "VN"), ("Tran Minh Hang", "VN"), 2),
        ] as [((String, String?), (String, String?), Int)])
    func namesMeetOrNot(first: (String, String?), second: (String, String?), count: Int) {
        #expect(people(first, second) == count)
    }

    @Test(arguments: [("Vongvichit", 1), ("Hằng", 2)])
    func shortNameNeedsTheSameOffice(short: String, count: Int) {
        var long = Story("a")
        let state = long.country("Lào", "LA")
        long.position(long.person("Somchai Vongvichit", "LA"), "Tổng thống", of: state)
        var brief = Story("b")
        let sameState = brief.country("Lào", "LA")
        brief.position(brief.person(short, "LA"), "Tổng thống", of: sameState)
        let base = IdentityResolver.shared.merge([brief.facts, long.facts])
        #expect(base.entities.count { $0.kind == .person } == count)

        var other = Story("c")
        _ = other.person("Vongvichit", "LA")
        #expect(IdentityResolver.shared.merge([other.facts, long.facts]).entities.count == 3)
    }

    @Test
    func shortNameThatFitsTwoPeopleJoinsNeither() {
        let stories = ["Somchai Vongvichit", "Bounmy Vongvichit", "Vongvichit"].enumerated().map {
            var story = Story("bài-\($0.offset)")
            let state = story.country("Lào", "LA")
            story.position(story.person($0.element, "LA"), "Tổng thống", of: state)
            return story.facts
        }
        let base = IdentityResolver.shared.merge(stories)
        #expect(base.entities.count { $0.kind == .person } == 3)
    }

    @Test
    func nameOfTwoPeopleInOneDocumentNeedsTheSameOfficeElsewhere() {
        func story(_ id: String, _ titles: [String]) -> DocumentFacts {
            var story = Story(id)
            let ministry = story.agency("Bộ Công Thương", "VN")
            for title in titles {
                story.position(story.person("Trần Minh Hằng", "VN"), title, of: ministry)
            }
            return story.facts
        }
        let base = IdentityResolver.shared.merge([
            story("a", ["Thứ trưởng", "Vụ trưởng"]), story("b", ["Vụ trưởng"]),
            story("c", ["Người phát ngôn"]),
        ])
        let members = base.entities.filter { $0.kind == .person }.map { $0.members.map(\.rawValue) }
        #expect(members == [["a#p1"], ["a#p2", "b#p1"], ["c#p1"]])
    }

    @Test
    func onePersonKeepsTheOfficesOfAllDocuments() {
        var first = Story("a", published: "2021-10-22")
        let ministry = first.agency("Bộ Ngoại giao", "VN")
        first.position(first.person("Lý Quang Huy", "VN"), "Thứ trưởng", of: ministry)
        var second = Story("b")
        let foreign = second.agency("Bộ Ngoại giao", "VN")
        let department = second.agency("Vụ Kinh tế", "VN", parent: foreign)
        let vietnam = second.country("Việt Nam", "VN")
        let laos = second.country("Lào", "LA")
        let person = second.person("Lý Quang Huy", "VN")
        second.position(person, "Trợ lý Bộ trưởng", of: foreign)
        second.position(person, "Vụ trưởng", of: department)
        second.position(person, "Đại sứ", of: vietnam, accreditedTo: laos)
        second.meeting([[foreign, person], [laos]], date: "2017-05-23")
        let base = IdentityResolver.shared.merge([first.facts, second.facts])
        let people = base.entities.filter { $0.kind == .person }
        #expect(people.map(\.members.count) == [2])
        #expect(base.positions.map(\.id) == ["a#o1", "b#o1", "b#o2", "b#o3"])
        #expect(Set(base.positions.map(\.person)) == Set(people.map(\.key)))
        // The day of publication, and where none is known that of the meeting told.
        #expect(
            base.positions.map { $0.seen.map(\.description) }
                == [["2021-10-22"], ["2017-05-23"], ["2017-05-23"], ["2017-05-23"]])
    }

    @Test
    func officeToldTwiceIsOneWithTwoSources() {
        let stories = ["2021-10-22", "2020-01-03"].enumerated().map { number, day in
            var story = Story("bài-\(number)", published: day)
            let ministry = story.agency("Bộ Ngoại giao", "VN")
            story.position(
                story.person("Lý Quang Huy", "VN"), number == 0 ? "Thứ trưởng" : "thứ trưởng",
                of: ministry, status: number == 0 ? nil : .former)
            return story.facts
        }
        let positions = IdentityResolver.shared.merge(stories).positions
        #expect(positions.map(\.sources.count) == [2])
        #expect(positions.map(\.status) == [nil])
        // In 2020 it was told as a former office, so nobody saw it held then.
        #expect(positions.map { $0.seen.map(\.description) } == [["2021-10-22"]])
    }
}
