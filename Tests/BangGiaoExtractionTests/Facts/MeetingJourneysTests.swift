import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Visits told otherwise than by "A thăm P".
@Suite struct MeetingJourneysTests: MeetingActors {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    @Test func aStopOfAJourneyIsVisited() {
        #expect(
            text.read("\(Self.laos) là điểm dừng chân thứ hai trong chuyến công du của \(Self.ba).")
                == ["visit Ba | LA"])
        #expect(
            text.read("\(Self.laos) là nỗi lo lớn trong chuyến công du của \(Self.ba).") == [])
    }

    @Test func theStopsBeforeWereVisitedToo() {
        #expect(
            text.read(
                "\(Self.laos) là chặng dừng chân cuối, sau \(Self.japan), trong chuyến công du của \(Self.ba)."
            ) == ["visit Ba | LA", "visit Ba | JP"])
    }

    @Test func theCountriesOfAJourneyAreListedBehindIt() {
        #expect(
            text.read(
                "Trong chuyến công du hai nước của \(Self.ba), bao gồm: \(Self.laos) và \(Self.japan), báo chí đưa tin."
            ) == ["visit Ba | LA", "visit Ba | JP"])
    }

    @Test func thisCountryIsTheOtherOnes() {
        #expect(
            text.read("\(Self.ba) gặp \(Self.suk) nhân chuyến thăm chính thức nước này.")
                == ["meeting Ba | Suk", "visit Ba | TH"])
    }

    @Test func anInvitationTakenUpIsAVisitAhead() {
        let asked = "\(Self.ba) mời \(Self.suk) sớm thăm lại \(Self.vietnam)"
        #expect(
            text.read("\(asked) và {Suk@TH|Thủ tướng Suk Chai} đã nhận lời.")
                == ["visit Suk | VN planned"])
        #expect(text.read("\(asked) và {Suk@TH|Thủ tướng Suk Chai} cảm ơn.") == [])
    }

    @Test func aListOfVisitorsGivesAVisitForEachDate() {
        #expect(
            text.read(
                "{VN|Việt Nam} vui. Các đoàn {TH|Thái Lan} thăm ta có: \(Self.suk) (5/1997), {Chai@TH|Ngoại trưởng Chai} (7/2001, 8/2012)."
            ) == ["visit Suk | VN 1997-05", "visit Chai | VN 2001-07", "visit Chai | VN 2012-08"])
    }

    @Test func whoArrivesVisitsUnlessHeIsPostedThere() {
        #expect(text.read("\(Self.ba) đã đến \(Self.laos) tối qua.") == ["visit Ba | LA"])
        #expect(text.read("\(Self.ba) rời Huế đến \(Self.laos).") == ["visit Ba | LA"])
        #expect(text.read("{Chai@TH>VN|Đại sứ Chai} đã đến \(Self.vietnam) tối qua.") == [])
    }

    @Test func anArrivalMayHaveSeveralGoalsAndStandInAClauseOfItsOwn() {
        #expect(
            text.read("\(Self.ba) đến \(Self.laos) và \(Self.japan) hồi đầu tháng.")
                == ["visit Ba | LA", "visit Ba | JP"])
        #expect(
            text.read("\(Self.ba) gặp \(Self.suk) trước khi lên đường đến \(Self.japan).")
                == ["meeting Ba | Suk", "visit Ba | JP planned"])
        #expect(
            text.read("\(Self.ba) gặp \(Self.suk) trước khi hàng đến \(Self.japan).")
                == ["meeting Ba | Suk"])
        #expect(
            text.read("\(Self.ba) sẽ có mặt tại \(Self.laos).") == ["visit Ba | LA planned"])
        #expect(text.read("\(Self.ba) sẽ có mặt tại quán ăn \(Self.laos).") == [])
    }

    @Test func othersOfTheStateWentTheSameWayBefore() {
        let now = "\(Self.ba) thăm \(Self.laos) sau chuyến thăm của"
        #expect(
            text.read("\(now) {Tư@VN|Chủ tịch Tư} năm 1993.")
                == ["visit Ba | LA", "visit LA | Tư 1993"])
        #expect(text.read("\(now) {Kham@LA|Chủ tịch Kham} năm 1993.") == ["visit Ba | LA"])
    }

    @Test func aPictureOfTwoShowsThatTheyMetWhereItTellsTheirPlace() {
        #expect(
            text.read("^\(Self.ba) (trái) và \(Self.suk) tại Huế.") == ["meeting Ba | Suk"])
        #expect(text.read("^\(Self.ba) (trái) và \(Self.suk) (phải).") == [])
    }
}
