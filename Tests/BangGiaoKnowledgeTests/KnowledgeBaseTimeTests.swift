import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct KnowledgeBaseTimeTests {
    /// A person seen in one office, then called former, then seen in it again.
    private func base() throws -> KnowledgeBase {
        let facts = [
            ("a", "2015-03-01", nil), ("b", "2018-06-01", .former), ("c", "2022-05-01", nil),
        ]
        .map { id, day, status -> DocumentFacts in
            var story = Story(id, published: day)
            let person = story.person("Trần Thị Hồng Hạnh", "VN")
            let body = story.agency("Bộ Y tế", "VN")
            story.position(person, "Bộ trưởng", of: body, status: status)
            story.meeting([[person], [story.country("Lào", "LA")]], date: day)
            return story.facts
        }
        return IdentityResolver.shared.merge(facts)
    }

    private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

    @Test
    func twoTermsStayTwo() throws {
        let office = try #require(base().positions.first)
        #expect(office.terms.map { $0.map(\.description) } == [["2015-03-01"], ["2022-05-01"]])
        #expect(office.endedBy.map(\.description) == ["2018-06-01"])
    }

    @Test
    func silenceEndsNoTerm() throws {
        let office = try #require(base().standing(at: date("2017")).positions.first)
        #expect(office.status == nil)
        #expect(office.seen.map(\.description) == ["2015-03-01"])
    }

    @Test(arguments: [
        ("2014", 0, 0), ("2015-03", 1, 1), ("2018-05-31", 1, 1), ("2018-06-01", 1, 2),
        ("2022-05-01", 1, 3),
    ])
    func whatHappenedLaterIsLeftOut(at: String, offices: Int, meetings: Int) throws {
        let then = try base().standing(at: date(at))
        #expect(then.positions.count == offices)
        #expect(then.meetings.count == meetings)
    }

    @Test
    func whoWasCalledFormerIsSo() throws {
        #expect(try base().standing(at: date("2020")).positions.first?.status == .former)
        #expect(try base().standing(at: date("2023")).positions.first?.status == nil)
    }
}
