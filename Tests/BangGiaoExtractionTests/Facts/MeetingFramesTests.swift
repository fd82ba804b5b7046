import TestSupport
import Testing

@testable import BangGiaoExtraction

/// One sentence each: who stands in which slot.
@Suite struct MeetingFramesTests: MeetingActors {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    private static let met = "An, Bộ Y tế | Kham, Sở Y"

    @Test(arguments: [
        MeetingCase("\(an) hội đàm với \(kham).", "talks \(met)"),
        MeetingCase("\(an) đã có buổi làm việc với \(kham).", "working_session \(met)"),
        MeetingCase("Cuộc gặp giữa \(an) và \(kham) diễn ra ở Huế.", "meeting \(met)"),
        MeetingCase("Chiều nay, \(an) tiếp \(kham).", "courtesy_call \(met)"),
        MeetingCase("\(an) đã điện đàm với \(kham) về vắc-xin.", "call \(met)"),
        MeetingCase("\(kham) được \(an) tiếp.", "courtesy_call \(met)"),
        MeetingCase("\(kham) đến chào từ biệt \(an).", "courtesy_call \(met)"),
        MeetingCase("Trong cuộc hội đàm với \(kham), \(an) cảm ơn.", "talks \(met)"),
        MeetingCase("Tiếp \(kham), \(an) đánh giá cao hợp tác.", "courtesy_call \(met)"),
        MeetingCase("\(an) và \(kham) hội đàm tại Huế.", "talks \(met)"),
        MeetingCase("\(an) tối qua có cuộc điện đàm với \(kham).", "call \(met)"),
        MeetingCase(
            "Cuộc trao đổi của \(an) với \(kham) kéo dài một giờ.", "working_session \(met)"),
        MeetingCase("\(an) đến Viêng Chăn và có cuộc gặp với \(kham).", "meeting \(met)"),
        MeetingCase("\(an) cho biết đã gặp \(kham).", "meeting \(met)"),
        MeetingCase(
            "\(an) tiếp đoàn {LA:Sở Y|Sở Y Lào} do \(kham) dẫn đầu.", "courtesy_call \(met)"),
        MeetingCase("\(an) dự tiệc chiêu đãi của \(kham).", "other \(met)"),
    ])
    func twoSidesMeet(frame: MeetingCase) {
        #expect(text.read(frame.text) == frame.meetings)
    }

    @Test func aCallerIsReceivedByEachHostByHimself() {
        #expect(
            text.read(
                "\(Self.kham) đến chào xã giao \(Self.ba), \(Self.an) và {Tư@VN|Chủ tịch Tư}.")
                == [
                    "courtesy_call Ba | Kham, Sở Y", "courtesy_call An, Bộ Y tế | Kham, Sở Y",
                    "courtesy_call Kham, Sở Y | Tư",
                ])
    }

    @Test func aHostReceivesSeveralGuestsAtOnce() {
        #expect(
            text.read("\(Self.ba) tiếp \(Self.suk) và {Chai@TH|ông Chai}.")
                == ["courtesy_call Ba | Chai, Suk"])
    }

    @Test(arguments: [
        "\(an) không gặp \(kham).",
        "\(an) chưa hội đàm với \(kham).",
        "\(an) hủy cuộc gặp với \(kham).",
        "\(an) mong muốn sớm gặp \(kham).",
        "\(an) đề nghị gặp \(kham).",
        "\(an) mời \(kham) sang thăm {VN|Việt Nam}.",
        "\(an) có thể gặp \(kham).",
        "Hai bên nhất trí tăng cường tiếp xúc giữa {VN|Việt Nam} và {LA|Lào}.",
        "Quan hệ giữa {VN|Việt Nam} và {LA|Lào} rất tốt.",
        "{VN|Việt Nam} kêu gọi {LA|Lào} đối thoại.",
        "{VN|Việt Nam} - {LA|Lào} gặp nhiều khó khăn.",
        "\(an) tiếp tục ủng hộ \(kham).",
        "\(an) hoan nghênh kết quả hội đàm với \(kham).",
        "Hai bên họp định kỳ giữa {VN|Việt Nam} và {LA|Lào}.",
    ])
    func wishesDenialsAndHabitsAreNoMeetings(sentence: String) {
        #expect(text.read(sentence) == [])
    }

    @Test(arguments: [
        MeetingCase("\(ba) thăm {LA|Lào}.", "visit Ba | LA"),
        MeetingCase("\(ba) đang có chuyến thăm chính thức {LA|Lào}.", "visit Ba | LA"),
        MeetingCase("Chuyến thăm cấp Nhà nước tới {LA|Lào} của \(ba) thành công.", "visit Ba | LA"),
        MeetingCase("Chuyến công tác của \(ba) đến {LA|Lào} thành công.", "visit Ba | LA"),
        MeetingCase("\(ba) đã dẫn đầu đoàn đại biểu thăm, làm việc tại {LA|Lào}.", "visit Ba | LA"),
        MeetingCase("Nhận lời mời của \(suk), \(ba) thăm {TH|Thái Lan}.", "visit Ba | TH"),
        MeetingCase("\(ba) và phu nhân sang thăm hữu nghị {LA|Lào}.", "visit Ba | LA"),
        MeetingCase(
            "Tối qua, \(ba) lên đường thăm {LA|Lào} và {TH|Thái Lan}.",
            "visit Ba | LA planned", "visit Ba | TH planned"),
        MeetingCase("{#LA|Thủ tướng Lào} sẽ thăm {VN|Việt Nam}.", "visit LA | VN planned"),
        MeetingCase(
            "\(ba) tiếp \(suk) đang thăm {VN|Việt Nam}.", "courtesy_call Ba | Suk",
            "visit Suk | VN"),
        MeetingCase(
            "\(ba) đến thăm, nói chuyện với cán bộ {VN:Đại sứ quán Việt Nam tại Lào|Đại sứ quán}.",
            "visit Ba | Đại sứ quán Việt Nam tại Lào"),
    ])
    func aVisitIsWhoGoesAndWhere(frame: MeetingCase) {
        #expect(text.read(frame.text) == frame.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(ba) dự hội nghị {-:ASEAN|ASEAN} tại Jakarta.", "session ASEAN | Ba"),
        MeetingCase(
            "\(an) và \(kham) đồng chủ trì phiên họp.", "session An, Bộ Y tế | Kham, Sở Y"),
        MeetingCase(
            "Hội nghị do \(an) và \(kham) đồng chủ trì.", "session An, Bộ Y tế | Kham, Sở Y"),
        MeetingCase(
            "\(ba) dự Kỳ họp lần thứ 9 Ủy ban {VN|Việt Nam} - {LA|Lào}.", "session Ba | LA"),
        MeetingCase("\(an) chủ trì lễ đón \(kham).", "ceremony \(met)"),
        MeetingCase(
            "{Chai@TH|Đại sứ Chai} trình quốc thư lên \(ba).", "ceremony Ba | Chai"),
        MeetingCase("\(an) trao tặng Huân chương cho \(kham).", "ceremony \(met)"),
        MeetingCase(
            "\(an) và \(kham) chứng kiến lễ ký hiệp định.",
            "ceremony Bộ Y tế | Sở Y with An, Kham"),
        MeetingCase(
            "\(ba) và \(suk) chứng kiến lễ ký hiệp định giữa {VN:Bộ Y tế|Bộ Y tế} và {TH:Bộ Kinh tế|Bộ Kinh tế}.",
            "ceremony Bộ Kinh tế | Bộ Y tế with Ba, Suk"),
    ])
    func whoTakesPartInGatherings(frame: MeetingCase) {
        #expect(text.read(frame.text) == frame.meetings)
    }
}
