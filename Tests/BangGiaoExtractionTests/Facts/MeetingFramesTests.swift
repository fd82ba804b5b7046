import TestSupport
import Testing

@testable import BangGiaoExtraction

/// One sentence each: who stands in which slot.
@Suite struct MeetingFramesTests {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    private static let an = "{An@VN:Bộ Y tế|Bộ trưởng Lê Văn An}"
    private static let kham = "{Kham@LA:Sở Y|Giám đốc Kham Phui}"
    private static let ba = "{Ba@VN|Thủ tướng Trần Ba}"
    private static let suk = "{Suk@TH|Thủ tướng Suk Chai}"
    private static let met = "An, Bộ Y tế | Kham, Sở Y"

    struct Frame: Sendable, CustomTestStringConvertible {
        var sentence: String
        var meetings: [String]
        init(_ sentence: String, _ meetings: String...) {
            self.sentence = sentence
            self.meetings = meetings
        }
        var testDescription: String { sentence }
    }

    @Test(arguments: [
        Frame("\(an) hội đàm với \(kham).", "talks \(met)"),
        Frame("\(an) đã có buổi làm việc với \(kham).", "working_session \(met)"),
        Frame("Cuộc gặp giữa \(an) và \(kham) diễn ra ở Huế.", "meeting \(met)"),
        Frame("Chiều nay, \(an) tiếp \(kham).", "courtesy_call \(met)"),
        Frame("\(an) đã điện đàm với \(kham) về vắc-xin.", "call \(met)"),
        Frame("\(kham) được \(an) tiếp.", "courtesy_call \(met)"),
        Frame("\(kham) đến chào từ biệt \(an).", "courtesy_call \(met)"),
        Frame("Trong cuộc hội đàm với \(kham), \(an) cảm ơn.", "talks \(met)"),
        Frame("Tiếp \(kham), \(an) đánh giá cao hợp tác.", "courtesy_call \(met)"),
        Frame("\(an) và \(kham) hội đàm tại Huế.", "talks \(met)"),
        Frame("\(an) tối qua có cuộc điện đàm với \(kham).", "call \(met)"),
        Frame("Cuộc trao đổi của \(an) với \(kham) kéo dài một giờ.", "working_session \(met)"),
        Frame("\(an) đến Viêng Chăn và có cuộc gặp với \(kham).", "meeting \(met)"),
        Frame("\(an) cho biết đã gặp \(kham).", "meeting \(met)"),
        Frame(
            "\(an) tiếp đoàn {LA:Sở Y|Sở Y Lào} do \(kham) dẫn đầu.", "courtesy_call \(met)"),
        Frame("\(an) dự tiệc chiêu đãi của \(kham).", "other \(met)"),
    ])
    func twoSidesMeet(frame: Frame) {
        #expect(text.read(frame.sentence) == frame.meetings)
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
        Frame("\(ba) thăm {LA|Lào}.", "visit Ba | LA"),
        Frame("\(ba) đang có chuyến thăm chính thức {LA|Lào}.", "visit Ba | LA"),
        Frame("Chuyến thăm cấp Nhà nước tới {LA|Lào} của \(ba) thành công.", "visit Ba | LA"),
        Frame("Chuyến công tác của \(ba) đến {LA|Lào} thành công.", "visit Ba | LA"),
        Frame("\(ba) đã dẫn đầu đoàn đại biểu thăm, làm việc tại {LA|Lào}.", "visit Ba | LA"),
        Frame("Nhận lời mời của \(suk), \(ba) thăm {TH|Thái Lan}.", "visit Ba | TH"),
        Frame("\(ba) và phu nhân sang thăm hữu nghị {LA|Lào}.", "visit Ba | LA"),
        Frame(
            "Tối qua, \(ba) lên đường thăm {LA|Lào} và {TH|Thái Lan}.",
            "visit Ba | LA planned", "visit Ba | TH planned"),
        Frame("{#LA|Thủ tướng Lào} sẽ thăm {VN|Việt Nam}.", "visit LA | VN planned"),
        Frame(
            "\(ba) tiếp \(suk) đang thăm {VN|Việt Nam}.", "courtesy_call Ba | Suk",
            "visit Suk | VN"),
        Frame(
            "\(ba) đến thăm, nói chuyện với cán bộ {VN:Đại sứ quán Việt Nam tại Lào|Đại sứ quán}.",
            "visit Ba | Đại sứ quán Việt Nam tại Lào"),
    ])
    func aVisitIsWhoGoesAndWhere(frame: Frame) {
        #expect(text.read(frame.sentence) == frame.meetings)
    }

    @Test(arguments: [
        Frame("\(ba) dự hội nghị {-:ASEAN|ASEAN} tại Jakarta.", "session ASEAN | Ba"),
        Frame(
            "\(an) và \(kham) đồng chủ trì phiên họp.", "session An, Bộ Y tế | Kham, Sở Y"),
        Frame(
            "Hội nghị do \(an) và \(kham) đồng chủ trì.", "session An, Bộ Y tế | Kham, Sở Y"),
        Frame(
            "\(ba) dự Kỳ họp lần thứ 9 Ủy ban {VN|Việt Nam} - {LA|Lào}.", "session Ba | LA"),
        Frame("\(an) chủ trì lễ đón \(kham).", "ceremony \(met)"),
        Frame(
            "{Chai@TH|Đại sứ Chai} trình quốc thư lên \(ba).", "ceremony Ba | Chai"),
        Frame("\(an) trao tặng Huân chương cho \(kham).", "ceremony \(met)"),
        Frame(
            "\(an) và \(kham) chứng kiến lễ ký hiệp định.",
            "ceremony Bộ Y tế | Sở Y with An, Kham"),
        Frame(
            "\(ba) và \(suk) chứng kiến lễ ký hiệp định giữa {VN:Bộ Y tế|Bộ Y tế} và {TH:Bộ Kinh tế|Bộ Kinh tế}.",
            "ceremony Bộ Kinh tế | Bộ Y tế with Ba, Suk"),
    ])
    func whoTakesPartInGatherings(frame: Frame) {
        #expect(text.read(frame.sentence) == frame.meetings)
    }
}
