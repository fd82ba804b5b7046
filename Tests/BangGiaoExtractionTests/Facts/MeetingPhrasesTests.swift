import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Who met whom where the text says it in a roundabout way, and what only sounds like it.
@Suite struct MeetingPhrasesTests: MeetingActors {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    private static let chai = "{Chai@TH>LA|Đại sứ Chai}"
    private static let foreign = "{LA:Bộ Ngoại giao|Bộ Ngoại giao Lào}"

    @Test(arguments: [
        MeetingCase("\(ba) và \(suk) đã trao đổi về nước sông.", "working_session Ba | Suk"),
        MeetingCase("\(ba) và \(an) đã trao đổi về nước sông."),
        MeetingCase("\(ba) và \(suk) chúc nhau trao đổi nhiều."),
        MeetingCase("Trao đổi với {VN:Báo Mai|Báo Mai}, \(suk) nói về nước sông."),
    ])
    func thoseOfTwoStatesTalkWithEachOther(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(ba) (phải) tiếp \(suk).", "courtesy_call Ba | Suk"),
        MeetingCase("\(ba), thứ hai từ phải sang, tiếp \(suk).", "courtesy_call Ba | Suk"),
        MeetingCase("\(ba) phải tiếp \(suk)."),
    ])
    func whoStandsOnTheRightOnAPictureNeedNotReceive(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(foreign) triệu tập \(chai).", "other Bộ Ngoại giao | Chai"),
        MeetingCase(
            "\(chai) sẽ được triệu tập đến \(foreign).", "other Bộ Ngoại giao | Chai planned"),
        MeetingCase("Khi triệu \(chai) lên, \(foreign) phản đối.", "other Bộ Ngoại giao | Chai"),
        MeetingCase(
            "\(foreign) triệu tập đại diện ngoại giao của {TH|Thái Lan}.",
            "other Bộ Ngoại giao | TH"),
        MeetingCase("{TH|Thái Lan} triệu \(chai) về nước."),
        MeetingCase("Hai triệu người Lào chào \(foreign)."),
        MeetingCase("\(foreign) triệu tập cuộc họp."),
    ])
    func anEnvoyIsSummoned(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(suk) dự tiệc chiêu đãi do \(ba) chủ trì.", "other Ba | Suk"),
        MeetingCase("Sau khi dự quốc yến do \(ba) chủ trì, \(suk) về nước.", "other Ba | Suk"),
        MeetingCase(
            "\(ba) hội đàm với \(suk). Tối qua, \(ba) chiêu đãi \(suk).", "talks Ba | Suk",
            "other Ba | Suk"),
        MeetingCase("\(suk) dự tiệc do công ty chủ trì."),
    ])
    func aMealIsAnOccasionOfItsOwn(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(ba) bắt tay \(suk) ở Huế.", "meeting Ba | Suk"),
        MeetingCase("\(ba) bắt tay vào việc với \(suk)."),
        MeetingCase("\(ba) họp báo. Nhân viên bắt tay \(suk)."),
    ])
    func whoShakesHandsMeets(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(ba) nói với \(suk) trong cuộc gặp ở Huế.", "meeting Ba | Suk"),
        MeetingCase("\(an) nói. \(ba) nói với \(suk) rằng cuộc gặp ở Huế rất tốt."),
        MeetingCase("Sau cuộc gặp, \(ba) và \(suk) ra tuyên bố.", "meeting Ba | Suk"),
        MeetingCase("Sau cuộc gặp, \(ba) và \(an) ra tuyên bố."),
    ])
    func whoSpeaksOfACommonMeetingWasThere(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "\(an) nói. Trong một cuộc điện đàm, \(ba) mời \(suk) dự lễ hội.", "call Ba | Suk"),
        MeetingCase("\(an) nói. Trong một cuộc điện đàm, \(ba) khen món ăn của \(suk)."),
        MeetingCase("Đón \(suk) tối qua, \(ba) nhấn mạnh tình bạn.", "courtesy_call Ba | Suk"),
        MeetingCase("Đón \(suk) tối qua, \(ba) rất vui."),
    ])
    func whoIsSpokenToWasThere(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "{LA|Lào} sẵn lòng tổ chức cuộc gặp giữa \(ba) và \(suk), dự kiến diễn ra ở Huế.",
            "meeting Ba | Suk planned"),
        MeetingCase("{LA|Lào} sẵn lòng tổ chức cuộc gặp giữa \(ba) và \(suk)."),
        MeetingCase("\(ba) tuần trước đã phải gặp \(suk).", "meeting Ba | Suk"),
        MeetingCase("\(ba) tiếp tục làm việc với \(foreign) về nước sông."),
    ])
    func whatIsScheduledIsMoreThanAWish(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(ba) họp báo sau cuộc họp khẩn với \(suk).", "meeting Ba | Suk"),
        MeetingCase("\(ba) dự hội nghị thượng đỉnh với \(suk).", "session Ba | Suk"),
        MeetingCase("\(ba) dự cuộc họp với nhiều nông dân."),
    ])
    func aSessionWithSomebodyIsAMeeting(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "\(ba) đã điện đàm với một số nguyên thủ, trong đó có \(suk).", "call Ba | Suk"),
        MeetingCase("\(ba) đã điện đàm với một số nguyên thủ, \(suk) cho biết."),
        MeetingCase("\(ba) trò chuyện với \(suk) qua điện thoại.", "call Ba | Suk"),
        MeetingCase("\(ba) điện đàm hai lần với \(suk).", "call Ba | Suk"),
    ])
    func aCallIsReadWithWhatStandsBetween(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(suk) gặp các quan chức {VN|Việt Nam} ngày 3/4.", "meeting Suk | VN"),
        MeetingCase("\(suk) gặp quan chức {VN|Việt Nam}."),
        MeetingCase("\(suk) gặp nhân dân {VN|Việt Nam} ngày 3/4."),
        MeetingCase(
            "Chai Nhạc, cựu quan chức {TH|Thái Lan}, gặp \(ba)."),
        MeetingCase(
            "{Chai@TH|Chai Nhạc}, cựu quan chức {TH|Thái Lan}, gặp \(ba).", "meeting Ba | Chai"),
    ])
    func officialsWithoutNamesStandForTheirState(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "\(ba) hội đàm với \(suk). Hai {#VN|Thủ tướng} thăm {LA|Lào}.", "talks Ba | Suk",
            "visit Ba, Suk | LA"),
        MeetingCase(
            "\(an) hội đàm với {Kham@LA:Sở Y|Giám đốc Kham Phui}. Hai {#VN|Thủ tướng} thăm {TH|Thái Lan}.",
            "talks An, Bộ Y tế | Kham, Sở Y"),
    ])
    func bothAreThoseWhoHoldTheOffice(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(ba) nói. Nhà lãnh đạo {VN|Việt Nam} gặp \(suk).", "meeting Ba | Suk"),
        MeetingCase("\(ba) nói. Một nhà lãnh đạo {VN|Việt Nam} gặp \(suk)."),
        MeetingCase(
            "\(ba) nói. \(suk) nói. Hai nhà lãnh đạo {VN|Việt Nam} - {TH|Thái Lan} điện đàm.",
            "call Ba | Suk"),
        MeetingCase(
            "\(ba) nói. \(suk) nói. Cuộc gặp giữa hai nước {VN|Việt Nam} - {TH|Thái Lan} kết thúc.",
            "meeting TH | VN"),
        MeetingCase(
            "\(suk) nói. \(ba) điện đàm với người đồng cấp {TH|Thái Lan}.", "call Ba | Suk"),
        MeetingCase(
            "\(ba) nói. \(suk) nói. {Ri@LA|Ngoại trưởng Ri} điện đàm với các nhà lãnh đạo {VN|Việt Nam} và {TH|Thái Lan}.",
            "call Ba | Ri", "call Ri | Suk"),
    ])
    func whoLeadsIsMeantByTheWordsForIt(phrase: MeetingCase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }
}
