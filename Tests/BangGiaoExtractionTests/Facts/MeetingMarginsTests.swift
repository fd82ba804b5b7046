import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Conferences at whose edge others met, visits of which only the traveller is named.
@Suite struct MeetingMarginsTests: MeetingActors {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    @Test func thoseWhoMetBesideAConferenceWereAtIt() {
        #expect(
            text.read("\(Self.ba) gặp \(Self.suk) bên lề hội nghị \(Self.asean) tại \(Self.laos).")
                == ["meeting Ba | Suk", "session ASEAN | Ba | Suk"])
        // Before a conference nobody need come to it.
        #expect(
            text.read(
                "\(Self.ba) gặp \(Self.suk) trước thềm hội nghị \(Self.asean) tại \(Self.laos).")
                == ["meeting Ba | Suk"])
    }

    @Test func whereNobodyIsNamedTheHostStandsForAll() {
        #expect(
            text.read(
                "\(Self.ba) gặp \(Self.suk). Cuộc gặp diễn ra bên lề hội nghị \(Self.asean) tại \(Self.laos)."
            ) == ["meeting Ba | Suk", "session ASEAN | LA"])
    }

    @Test func whatIsOnlyHopedForTellsOfNoConference() {
        #expect(
            text.read(
                "\(Self.ba) hy vọng gặp \(Self.suk) bên lề hội nghị \(Self.asean) tại \(Self.laos)."
            ) == [])
    }

    @Test func whoSpeaksToAnotherBesideAConferenceMeetsHim() {
        #expect(
            text.read(
                "\(Self.ba) nói với \(Self.suk) bên lề hội nghị \(Self.asean) tại \(Self.laos).")
                == ["session ASEAN | Ba | Suk", "meeting Ba | Suk"])
        #expect(text.read("\(Self.ba) nói với \(Self.suk) rằng mùa màng tốt.") == [])
    }

    @Test func aVisitGoesToTheOnlyOtherStateOfItsSentence() {
        #expect(
            text.read(
                "\(Self.thailand) và \(Self.vietnam) mở đường bay nhân chuyến thăm của \(Self.ba).")
                == ["visit Ba | TH"])
        #expect(
            text.read(
                "\(Self.thailand), \(Self.laos) và \(Self.vietnam) vui nhân chuyến thăm của \(Self.ba)."
            ) == [])
    }

    @Test func anArticleOnTwoStatesTellsWhereTheirLeadersGo() {
        #expect(
            text.read(
                "\(Self.thailand) và \(Self.vietnam) là láng giềng. \(Self.thailand) giúp \(Self.vietnam) trồng lúa. Báo chí viết nhiều về chuyến thăm của \(Self.ba)."
            ) == ["visit Ba | TH"])
    }

    @Test func whoOwnsAVisitIsWhoWasNamedLast() {
        #expect(
            text.read(
                "\(Self.ba) đến sớm. Tại cuộc gặp với \(Self.suk), nhân chuyến thăm của ông đến \(Self.vietnam), mọi người cười."
            ).contains("visit Suk | VN"))
    }

    @Test func severalTalksThatCameAboutAreTold() {
        #expect(
            text.read("\(Self.thailand) và \(Self.laos) đã có các cuộc đàm phán về biên giới.")
                == ["talks LA | TH"])
        #expect(
            text.read("\(Self.thailand) và \(Self.laos) muốn các cuộc đàm phán về biên giới.") == []
        )
    }

    @Test func whoConvenesTalksTakesPart() {
        #expect(
            text.read(
                "Phiên đàm phán do \(Self.ba) triệu tập, có sự tham gia của \(Self.suk), bắt đầu sớm."
            ) == ["talks Ba | Suk"])
    }

    @Test func aSummitThatSomebodyMayHostLiesAhead() {
        #expect(
            text.read(
                "\(Self.laos) có thể đăng cai hội nghị thượng đỉnh giữa \(Self.ba) và \(Self.suk)."
            ).allSatisfy { $0.hasSuffix("planned") })
    }

    @Test func aRangeOfDaysDoesNotPointAhead() {
        #expect(
            text.read(
                "\(Self.ba) có mặt tại \(Self.laos) từ ngày 3 tới 5-6-2019, với cuộc gặp \(Self.suk)."
            ).allSatisfy { !$0.hasSuffix("planned") })
    }

    @Test func whatHappenedRightBeforeLiesInTheSameYear() {
        #expect(
            text.read(
                "Ngày 5/6/2019, \(Self.ba) thăm \(Self.laos). Chuyến thăm \(Self.laos) của \(Self.ba) diễn ra ngay sau chuyến thăm \(Self.vietnam) của \(Self.suk)."
            ).contains("visit Suk | VN 2019"))
    }

    @Test func theDayInBracketsIsMeant() {
        #expect(
            text.read("Hôm nay (5-6-2019), \(Self.ba) gặp \(Self.suk).")
                == ["meeting Ba | Suk 2019-06-05"])
    }

    @Test func whoIsReceivedTravelsNotTheHost() {
        #expect(
            text.read("\(Self.ba) tiếp \(Self.suk), đang thăm chính thức \(Self.vietnam).")
                == ["courtesy_call Ba | Suk", "visit Suk | VN"])
    }

    @Test func aBodySpokenOfBeforeIsMeant() {
        #expect(
            text.read(
                "Theo người của {LA:Sở Y|Sở Y Lào}, cơ quan này đã triệu tập {Chai@TH>LA|Đại sứ Chai}."
            ) == ["other Chai | Sở Y"])
    }

    @Test func aDelegationIsWhoLeadsIt() {
        let led = "\(Self.ba) dẫn đầu đoàn thăm \(Self.thailand)."
        #expect(
            text.read("\(led) Cùng ngày, đoàn đã gặp \(Self.suk).").contains("meeting Ba | Suk"))
        #expect(
            text.read("\(Self.ba) khỏe. Cùng ngày, đoàn đã gặp \(Self.suk).") == [])
    }

    @Test func envoysWhoSpeakSitInTheSessionOfTheirBody() {
        #expect(
            text.read(
                "Mọi người tranh cãi tại phiên họp khẩn của {-:Hội đồng Y tế|Hội đồng Y tế}. {Chai@TH>-:Hội đồng Y tế|Đại sứ Chai} cho rằng nên chờ. {Kham@LA>-:Hội đồng Y tế|Đại sứ Kham} nói khác."
            ) == ["session Chai | Hội đồng Y tế | Kham"])
    }

    @Test func aConferenceHasTheYearInItsName() {
        #expect(
            text.read("\(Self.ba) gặp \(Self.suk) tại hội nghị \(Self.asean) 2016 ở Huế.")
                .contains("meeting Ba | Suk 2016"))
    }

    @Test func dialoguesOfASeriesStayApart() {
        let dialogue =
            "Đối thoại chính trị, an ninh và quốc phòng \(Self.vietnam) - \(Self.thailand)"
        #expect(
            text.read(
                "\(Self.suk) dự \(dialogue) lần thứ 9. \(dialogue) lần thứ 8 được tổ chức năm 2016."
            ) == ["consultation Suk | VN", "consultation TH | VN 2016"])
    }

    @Test func visitsInOtherMonthsAreOthers() {
        let told = "\(Self.ba) sẽ thăm \(Self.laos) từ ngày 6/12 đến 8/12."
        #expect(
            text.read("\(told) Hồi cuối tháng 9, \(Self.ba) đã thăm \(Self.laos).").count == 2)
        #expect(
            text.read("\(told) Hồi đầu tháng 12, \(Self.ba) thăm \(Self.laos).").count == 1)
    }

    @Test func aPictureOfAnOfficialAbroadShowsHisVisit() {
        #expect(
            text.read("^\(Self.ba) tại \(Self.laos) hồi tháng 3/2018.") == ["visit Ba | LA 2018-03"]
        )
        #expect(text.read("^\(Self.ba) tại \(Self.vietnam) hồi tháng 3/2018.") == [])
    }

    @Test func anEmbassyIsSummonedLikeItsEnvoy() {
        let called = "{LA:Sở Y|Sở Y} triệu tập đại diện"
        #expect(
            text.read("\(called) {TH:Đại sứ quán Thái Lan|Đại sứ quán Thái Lan}.")
                == ["other Sở Y | Đại sứ quán Thái Lan"])
        #expect(text.read("\(called) {TH:Hội Nông dân|Hội Nông dân}.") == [])
    }
}
