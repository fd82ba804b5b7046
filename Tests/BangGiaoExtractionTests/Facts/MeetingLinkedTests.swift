import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Partners behind a second verb, a subject matter or a bracket, and sessions told by number.
@Suite struct MeetingLinkedTests {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    private static let an = "{An@VN:Bộ Y tế|Bộ trưởng Lê Văn An}"
    private static let kham = "{Kham@LA:Sở Y|Giám đốc Kham Phui}"
    private static let ba = "{Ba@VN|Thủ tướng Trần Ba}"
    private static let suk = "{Suk@TH|Thủ tướng Suk Chai}"

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var meetings: [String]
        init(_ text: String, _ meetings: String...) {
            self.text = text
            self.meetings = meetings
        }
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case("\(ba) đã điện đàm và bày tỏ sự chia sẻ với \(suk).", "call Ba | Suk"),
        Case("\(ba) đã điện đàm và bày tỏ sự chia sẻ đối với \(suk).", "call Ba | Suk"),
        // Whose the words behind "của" are isn't said of the call.
        Case("\(ba) đã điện đàm và nói về thư của mẹ với \(suk)."),
        Case("\(ba) thảo luận về ngân sách với \(suk).", "working_session Ba | Suk"),
        Case("\(ba) thảo luận về thương mại với {TH|Thái Lan}."),
    ])
    func aPartnerStandsBehindWhatElseWasDone(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case(
            "Đối thoại an ninh, chính trị và y tế {VN|Việt} - {LA|Lào} lần thứ 3 diễn ra ở Huế.",
            "consultation LA | VN"),
        Case(
            "\(an) dự Đối thoại y tế {VN|Việt} - {LA|Lào} lần thứ 3.",
            "consultation An, Bộ Y tế | LA"),
        Case("Đối thoại an ninh, chính trị và y tế {VN|Việt} - {LA|Lào} là cần thiết."),
    ])
    func aDialogueOfANumberIsAnOccasion(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case("\(ba) (trái) đón \(suk) tới Huế.", "meeting Ba | Suk", "visit Suk | VN"),
        Case("\(ba) (áo xanh) đón \(suk) tới Huế.", "visit Suk | VN"),
    ])
    func whoStandsInThePictureMeets(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case(
            "{VN:Bộ Ngoại giao|Bộ Ngoại giao} đã mời đại diện {LA:Đại sứ quán Lào|Đại sứ quán Lào} lên làm việc.",
            "working_session Bộ Ngoại giao | Đại sứ quán Lào"),
        Case(
            "{VN:Bộ Ngoại giao|Bộ Ngoại giao} đã mời đại diện {LA:Sở Y|Sở Y} lên làm việc."),
    ])
    func aMissionCalledInMeetsItsHost(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case(
            "{VN|Việt Nam} và {TH|Thái Lan} ký bản ghi nhớ, nhân chuyến thăm của \(suk).",
            "visit Suk | VN"),
        Case(
            "{VN|Việt Nam} và {LA|Lào} ký bản ghi nhớ, nhân chuyến thăm của \(suk)."),
    ])
    func theOtherOfTwoStatesIsTheHost(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case("\(ba) nói tại cuộc họp báo chung với \(suk).", "other Ba | Suk"),
        Case("\(ba) họp báo với \(suk).", "other Ba | Suk"),
        Case("\(ba) nói tại cuộc họp báo về \(suk)."),
    ])
    func twoBeforeThePressHaveMet(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case(
            "\(an) nói cuộc gặp {Ba@VN|Ba} - {Suk@TH|Suk} rất tốt.", "meeting Ba | Suk"),
        Case("\(an) nói cuộc gặp với \(suk) rất tốt.", "meeting An, Bộ Y tế | Suk"),
    ])
    func whoCommentsOnAMeetingOfTwoIsNoSide(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case(
            "Quan hệ {VN|Việt} - {LA|Lào} ấm lên sau khi \(an) hội đàm với \(kham).",
            "talks An, Bộ Y tế | Kham, Sở Y"),
        Case("Sau khi \(ba) nói, \(an) hội đàm với \(kham).", "talks An, Bộ Y tế | Kham, Sở Y"),
    ])
    func whoActsInASubordinateClauseIsItsSubject(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }
}
