import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Who met whom where the text says it in a roundabout way, and what only sounds like it.
@Suite struct MeetingPhrasesTests {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    private static let an = "{An@VN:Bộ Y tế|Bộ trưởng Lê Văn An}"
    private static let ba = "{Ba@VN|Thủ tướng Trần Ba}"
    private static let suk = "{Suk@TH|Thủ tướng Suk Chai}"
    private static let chai = "{Chai@TH>LA|Đại sứ Chai}"
    private static let foreign = "{LA:Bộ Ngoại giao|Bộ Ngoại giao Lào}"

    struct Phrase: Sendable, CustomTestStringConvertible {
        var text: String
        var meetings: [String]
        init(_ text: String, _ meetings: String...) {
            self.text = text
            self.meetings = meetings
        }
        var testDescription: String { text }
    }

    @Test(arguments: [
        Phrase("\(ba) và \(suk) đã trao đổi về nước sông.", "working_session Ba | Suk"),
        Phrase("\(ba) và \(an) đã trao đổi về nước sông."),
        Phrase("\(ba) và \(suk) chúc nhau trao đổi nhiều."),
        Phrase("Trao đổi với {VN:Báo Mai|Báo Mai}, \(suk) nói về nước sông."),
    ])
    func thoseOfTwoStatesTalkWithEachOther(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase("\(ba) (phải) tiếp \(suk).", "courtesy_call Ba | Suk"),
        Phrase("\(ba), thứ hai từ phải sang, tiếp \(suk).", "courtesy_call Ba | Suk"),
        Phrase("\(ba) phải tiếp \(suk)."),
    ])
    func whoStandsOnTheRightOnAPictureNeedNotReceive(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase("\(foreign) triệu tập \(chai).", "other Bộ Ngoại giao | Chai"),
        Phrase(
            "\(chai) sẽ được triệu tập đến \(foreign).", "other Bộ Ngoại giao | Chai planned"),
        Phrase("Khi triệu \(chai) lên, \(foreign) phản đối.", "other Bộ Ngoại giao | Chai"),
        Phrase(
            "\(foreign) triệu tập đại diện ngoại giao của {TH|Thái Lan}.",
            "other Bộ Ngoại giao | TH"),
        Phrase("{TH|Thái Lan} triệu \(chai) về nước."),
        Phrase("Hai triệu người Lào chào \(foreign)."),
        Phrase("\(foreign) triệu tập cuộc họp."),
    ])
    func anEnvoyIsSummoned(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase("\(suk) dự tiệc chiêu đãi do \(ba) chủ trì.", "other Ba | Suk"),
        Phrase("Sau khi dự quốc yến do \(ba) chủ trì, \(suk) về nước.", "other Ba | Suk"),
        Phrase(
            "\(ba) hội đàm với \(suk). Tối qua, \(ba) chiêu đãi \(suk).", "talks Ba | Suk",
            "other Ba | Suk"),
        Phrase("\(suk) dự tiệc do công ty chủ trì."),
    ])
    func aMealIsAnOccasionOfItsOwn(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase("\(ba) bắt tay \(suk) ở Huế.", "meeting Ba | Suk"),
        Phrase("\(ba) bắt tay vào việc với \(suk)."),
        Phrase("\(ba) họp báo. Nhân viên bắt tay \(suk)."),
    ])
    func whoShakesHandsMeets(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase("\(ba) nói với \(suk) trong cuộc gặp ở Huế.", "meeting Ba | Suk"),
        Phrase("\(an) nói. \(ba) nói với \(suk) rằng cuộc gặp ở Huế rất tốt."),
        Phrase("Sau cuộc gặp, \(ba) và \(suk) ra tuyên bố.", "meeting Ba | Suk"),
        Phrase("Sau cuộc gặp, \(ba) và \(an) ra tuyên bố."),
    ])
    func whoSpeaksOfACommonMeetingWasThere(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase(
            "\(an) nói. Trong một cuộc điện đàm, \(ba) mời \(suk) dự lễ hội.", "call Ba | Suk"),
        Phrase("\(an) nói. Trong một cuộc điện đàm, \(ba) khen món ăn của \(suk)."),
        Phrase("Đón \(suk) tối qua, \(ba) nhấn mạnh tình bạn.", "courtesy_call Ba | Suk"),
        Phrase("Đón \(suk) tối qua, \(ba) rất vui."),
    ])
    func whoIsSpokenToWasThere(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase(
            "{LA|Lào} sẵn lòng tổ chức cuộc gặp giữa \(ba) và \(suk), dự kiến diễn ra ở Huế.",
            "meeting Ba | Suk planned"),
        Phrase("{LA|Lào} sẵn lòng tổ chức cuộc gặp giữa \(ba) và \(suk)."),
        Phrase("\(ba) tuần trước đã phải gặp \(suk).", "meeting Ba | Suk"),
        Phrase("\(ba) tiếp tục làm việc với \(foreign) về nước sông."),
    ])
    func whatIsScheduledIsMoreThanAWish(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase("\(ba) họp báo sau cuộc họp khẩn với \(suk).", "meeting Ba | Suk"),
        Phrase("\(ba) dự hội nghị thượng đỉnh với \(suk).", "session Ba | Suk"),
        Phrase("\(ba) dự cuộc họp với nhiều nông dân."),
    ])
    func aSessionWithSomebodyIsAMeeting(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase(
            "\(ba) đã điện đàm với một số nguyên thủ, trong đó có \(suk).", "call Ba | Suk"),
        Phrase("\(ba) đã điện đàm với một số nguyên thủ, \(suk) cho biết."),
        Phrase("\(ba) trò chuyện với \(suk) qua điện thoại.", "call Ba | Suk"),
        Phrase("\(ba) điện đàm hai lần với \(suk).", "call Ba | Suk"),
    ])
    func aCallIsReadWithWhatStandsBetween(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase("\(suk) gặp các quan chức {VN|Việt Nam} ngày 3/4.", "meeting Suk | VN"),
        Phrase("\(suk) gặp quan chức {VN|Việt Nam}."),
        Phrase("\(suk) gặp nhân dân {VN|Việt Nam} ngày 3/4."),
        Phrase(
            "Chai Nhạc, cựu quan chức {TH|Thái Lan}, gặp \(ba)."),
        Phrase(
            "{Chai@TH|Chai Nhạc}, cựu quan chức {TH|Thái Lan}, gặp \(ba).", "meeting Ba | Chai"),
    ])
    func officialsWithoutNamesStandForTheirState(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase(
            "\(ba) hội đàm với \(suk). Hai {#VN|Thủ tướng} thăm {LA|Lào}.", "talks Ba | Suk",
            "visit Ba, Suk | LA"),
        Phrase(
            "\(an) hội đàm với {Kham@LA:Sở Y|Giám đốc Kham Phui}. Hai {#VN|Thủ tướng} thăm {TH|Thái Lan}.",
            "talks An, Bộ Y tế | Kham, Sở Y"),
    ])
    func bothAreThoseWhoHoldTheOffice(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }

    @Test(arguments: [
        Phrase("\(ba) nói. Nhà lãnh đạo {VN|Việt Nam} gặp \(suk).", "meeting Ba | Suk"),
        Phrase("\(ba) nói. Một nhà lãnh đạo {VN|Việt Nam} gặp \(suk)."),
        Phrase(
            "\(ba) nói. \(suk) nói. Hai nhà lãnh đạo {VN|Việt Nam} - {TH|Thái Lan} điện đàm.",
            "call Ba | Suk"),
        Phrase(
            "\(ba) nói. \(suk) nói. Cuộc gặp giữa hai nước {VN|Việt Nam} - {TH|Thái Lan} kết thúc.",
            "meeting TH | VN"),
        Phrase(
            "\(suk) nói. \(ba) điện đàm với người đồng cấp {TH|Thái Lan}.", "call Ba | Suk"),
        Phrase(
            "\(ba) nói. \(suk) nói. {Ri@LA|Ngoại trưởng Ri} điện đàm với các nhà lãnh đạo {VN|Việt Nam} và {TH|Thái Lan}.",
            "call Ba | Ri", "call Ri | Suk"),
    ])
    func whoLeadsIsMeantByTheWordsForIt(phrase: Phrase) {
        #expect(text.read(phrase.text) == phrase.meetings)
    }
}
