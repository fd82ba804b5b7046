import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct OccasionMergerTests {
    /// What a document calls the bodies of both sides.
    private struct Cast {
        var story: Story
        let ministry: EntityID
        let minister: EntityID
        let foreign: EntityID
        let laos: EntityID

        init(_ id: String) {
            story = Story(id)
            laos = story.country("Lào", "LA")
            ministry = story.agency("Bộ Ngoại giao", "VN")
            minister = story.person("Lý Quang Huy", "VN")
            foreign = story.agency("Bộ Ngoại giao", "LA")
        }
    }

    private func merge(_ casts: [Cast]) -> KnowledgeBase {
        IdentityResolver.shared.merge(casts.map(\.story.facts))
    }

    @Test
    func oneOccasionInTwoDocumentsIsOneMeeting() throws {
        var first = Cast("a")
        first.story.meeting(
            [[first.ministry, first.minister], [first.foreign]], date: "2021-10-21",
            status: .planned)
        var second = Cast("b")
        second.story.meeting(
            [[second.foreign], [second.minister]], date: "2021-10-21", place: "Huế")
        let meetings = merge([second, first]).meetings
        let meeting = try #require(meetings.first)
        #expect(meetings.count == 1)
        #expect(meeting.id == "a#m1")
        #expect(meeting.sides.map { $0.map(\.rawValue) } == [["a#a1", "a#p1"], ["a#a2"]])
        #expect(meeting.sources.map(\.document.rawValue) == ["a", "b"])
        #expect(meeting.status == .held)
        #expect(meeting.place == "Huế")
    }

    @Test
    func countryStandsForItsBodies() {
        var first = Cast("a")
        first.story.meeting([[first.ministry], [first.laos]], date: "2021-10-21")
        var second = Cast("b")
        second.story.meeting([[second.ministry], [second.foreign]], date: "2021-10-21")
        let meetings = merge([first, second]).meetings
        #expect(meetings.map { $0.sides.map { $0.map(\.rawValue) } } == [[["a#a1"], ["a#a2"]]])
    }

    @Test(arguments: [
        "another day", "month only", "another kind", "one side only", "sides crossed",
    ])
    func otherOccasionsStayApart(how: String) {
        var first = Cast("a")
        let day = how == "month only" ? "2021-10" : "2021-10-21"
        first.story.meeting([[first.ministry, first.minister], [first.foreign]], date: day)
        var second = Cast("b")
        let other = second.story.agency("Bộ Y tế", "TH")
        let sides: [[EntityID]] =
            switch how {
            case "one side only": [[second.ministry], [other]]
            case "sides crossed": [[second.ministry], [second.minister, second.foreign]]
            default: [[second.ministry], [second.foreign]]
            }
        second.story.meeting(
            sides, kind: how == "another kind" ? .ceremony : .workingSession,
            date: how == "another day" ? "2021-10-22" : day)
        #expect(merge([first, second]).meetings.count == 2)
    }

    @Test
    func meetingsOfOneDocumentStayApart() {
        var first = Cast("a")
        first.story.meeting([[first.ministry], [first.foreign]], date: "2021-10-21")
        first.story.meeting([[first.minister], [first.foreign]], date: "2021-10-21")
        var second = Cast("b")
        second.story.meeting([[second.minister], [second.foreign]], date: "2021-10-21")
        let meetings = merge([first, second]).meetings
        #expect(meetings.map(\.sources.count) == [1, 2])
    }

    @Test
    func agreementsAreJoinedByDayOrTitle() {
        func count(_ titles: (String?, String?), _ dates: (String?, String?)) -> Int {
            let casts = [("a", titles.0, dates.0), ("b", titles.1, dates.1)].map {
                id, title, date in
                var cast = Cast(id)
                cast.story.agreement(
                    [cast.ministry, cast.foreign], kind: .mou, title: title, date: date)
                return cast
            }
            return merge(casts).agreements.count
        }
        #expect(count((nil, nil), ("2021-10-21", "2021-10-21")) == 1)
        #expect(count((nil, nil), ("2021-10", "2021-10")) == 2)
        #expect(count((nil, nil), (nil, nil)) == 2)
        #expect(count(("Bản ghi nhớ", "bản ghi nhớ"), (nil, nil)) == 1)
        #expect(count(("Bản ghi nhớ", "Bản ghi nhớ"), (nil, "2021")) == 2)
        #expect(count(("Bản ghi nhớ", "Kế hoạch"), ("2021-10-21", "2021-10-21")) == 2)
    }

    @Test
    func agreementKeepsItsMeetingThroughTheJoining() {
        var first = Cast("b")
        first.story.meeting([[first.ministry], [first.foreign]], date: "2021-10-21")
        first.story.agreement([first.ministry, first.foreign], date: "2021-10-21", meeting: "m1")
        var second = Cast("a")
        second.story.meeting([[second.ministry], [second.foreign]], date: "2021-10-21")
        #expect(merge([first, second]).agreements.map(\.meeting) == ["a#m1"])
    }
}
