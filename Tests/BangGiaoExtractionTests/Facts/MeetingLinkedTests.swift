import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Partners behind a second verb, a subject matter or a bracket, and sessions told by number.
@Suite struct MeetingLinkedTests: MeetingActors {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    @Test(arguments: [
        MeetingCase("\(ba) đã điện đàm và bày tỏ sự chia sẻ với \(suk).", "call Ba | Suk"),
        MeetingCase("\(ba) đã điện đàm và bày tỏ sự chia sẻ đối với \(suk).", "call Ba | Suk"),
        // Whose the words behind "của" are isn't said of the call.
        MeetingCase("\(ba) đã điện đàm và nói về thư của mẹ với \(suk)."),
        MeetingCase("\(ba) thảo luận về ngân sách với \(suk).", "working_session Ba | Suk"),
        MeetingCase("\(ba) thảo luận về thương mại với {TH|Thái Lan}."),
    ])
    func aPartnerStandsBehindWhatElseWasDone(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "Đối thoại an ninh, chính trị và y tế {VN|Việt} - {LA|Lào} lần thứ 3 diễn ra ở Huế.",
            "consultation LA | VN"),
        MeetingCase(
            "\(an) dự Đối thoại y tế {VN|Việt} - {LA|Lào} lần thứ 3.",
            "consultation An, Bộ Y tế | LA"),
        MeetingCase("Đối thoại an ninh, chính trị và y tế {VN|Việt} - {LA|Lào} là cần thiết."),
    ])
    func aDialogueOfANumberIsAnOccasion(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(ba) (trái) đón \(suk) tới Huế.", "meeting Ba | Suk", "visit Suk | VN"),
        MeetingCase("\(ba) (áo xanh) đón \(suk) tới Huế.", "visit Suk | VN"),
    ])
    func whoStandsInThePictureMeets(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "{VN:Bộ Ngoại giao|Bộ Ngoại giao} đã mời đại diện {LA:Đại sứ quán Lào|Đại sứ quán Lào} lên làm việc.",
            "working_session Bộ Ngoại giao | Đại sứ quán Lào"),
        MeetingCase(
            "{VN:Bộ Ngoại giao|Bộ Ngoại giao} đã mời đại diện {LA:Sở Y|Sở Y} lên làm việc."),
    ])
    func aMissionCalledInMeetsItsHost(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "{VN|Việt Nam} và {TH|Thái Lan} ký bản ghi nhớ, nhân chuyến thăm của \(suk).",
            "visit Suk | VN"),
        MeetingCase(
            "{VN|Việt Nam} và {LA|Lào} ký bản ghi nhớ, nhân chuyến thăm của \(suk)."),
    ])
    func theOtherOfTwoStatesIsTheHost(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(ba) nói tại cuộc họp báo chung với \(suk).", "other Ba | Suk"),
        MeetingCase("\(ba) họp báo với \(suk).", "other Ba | Suk"),
        MeetingCase("\(ba) nói tại cuộc họp báo về \(suk)."),
    ])
    func twoBeforeThePressHaveMet(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "\(an) nói cuộc gặp {Ba@VN|Ba} - {Suk@TH|Suk} rất tốt.", "meeting Ba | Suk"),
        MeetingCase("\(an) nói cuộc gặp với \(suk) rất tốt.", "meeting An, Bộ Y tế | Suk"),
    ])
    func whoCommentsOnAMeetingOfTwoIsNoSide(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "Quan hệ {VN|Việt} - {LA|Lào} ấm lên sau khi \(an) hội đàm với \(kham).",
            "talks An, Bộ Y tế | Kham, Sở Y"),
        MeetingCase(
            "Sau khi \(ba) nói, \(an) hội đàm với \(kham).", "talks An, Bộ Y tế | Kham, Sở Y"),
    ])
    func whoActsInASubordinateClauseIsItsSubject(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }
}
