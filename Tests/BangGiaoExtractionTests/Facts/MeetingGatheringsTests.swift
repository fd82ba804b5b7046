import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Who takes part in conferences, summits and ceremonies.
@Suite struct MeetingGatheringsTests {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    private static let an = "{An@VN:Bộ Y tế|Bộ trưởng Lê Văn An}"
    private static let kham = "{Kham@LA:Sở Y|Giám đốc Kham Phui}"
    private static let ba = "{Ba@VN|Thủ tướng Trần Ba}"
    private static let suk = "{Suk@TH|Thủ tướng Suk Chai}"
    private static let asean = "{-:ASEAN|ASEAN}"

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
        Case(
            "\(an) dự Hội nghị {-:ASEAN|Bộ trưởng Y tế ASEAN} tại Huế.",
            "session ASEAN | An, Bộ Y tế"),
        Case(
            "\(an) dẫn đầu đoàn {VN|Việt Nam} dự Hội nghị {-:ASEAN|Ngoại trưởng ASEAN}.",
            "session ASEAN | An, Bộ Y tế"),
        // The office of a national body is in no name.
        Case("\(an) dự hội nghị {VN:Sở Y|Giám đốc Sở Y}."),
    ])
    func theBodyOfAnOfficeNamesItsConference(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case("\(an) hôm qua gặp các bộ trưởng y tế \(asean).", "meeting ASEAN | An, Bộ Y tế"),
        Case(
            "Cuộc gặp giữa ngoại trưởng các nước \(asean) và \(kham) diễn ra ở Huế.",
            "meeting ASEAN | Kham, Sở Y"),
        // Who works for a national body is not the body.
        Case("\(an) gặp các bác sĩ và bộ trưởng về hưu {LA:Sở Y|Sở Y}."),
    ])
    func manyHoldersOfAnOfficeStandForTheirBody(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case("\(an) có cuộc họp khẩn với \(kham).", "meeting An, Bộ Y tế | Kham, Sở Y"),
        Case("\(an) có cuộc họp hôm 27/4 với \(kham).", "meeting An, Bộ Y tế | Kham, Sở Y"),
        Case("\(an) nói như vậy trong cuộc họp cùng \(kham).", "meeting An, Bộ Y tế | Kham, Sở Y"),
        Case(
            "\(an) rời {VN:Nhà Xanh|Nhà Xanh} sau cuộc họp với \(kham).",
            "meeting An, Bộ Y tế | Kham, Sở Y"),
        Case("\(an) dự hội thảo với chủ đề rừng của {LA|Lào}."),
    ])
    func aGatheringWithSomebodyHasTwoSides(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case("{LA|Lào}, {TH|Thái Lan} đồng tổ chức cuộc họp về lũ tại Huế.", "session LA | TH"),
        Case("Khi đến {LA|Lào}, {TH|Thái Lan} tổ chức cuộc họp về lũ."),
        Case(
            "Phái đoàn từ {LA|Lào}, {TH|Thái Lan} và {VN|Việt Nam} đã họp ở Huế.",
            "session LA | TH | VN"),
        Case("{LA|Lào} và {TH|Thái Lan} đã trao đổi hàng hóa ở Huế."),
    ])
    func severalStatesMeetByThemselves(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test func aConferenceNamedOnceIsThatOfItsBody() {
        let speech = "Tại hội nghị, \(Self.an) ca ngợi hợp tác."
        #expect(
            text.read("Vấn đề lũ lụt nổi lên tại Hội nghị \(Self.asean) lần này.\n\(speech)")
                == ["session ASEAN | An, Bộ Y tế"])
        #expect(text.read("Vấn đề lũ lụt nổi lên tại hội nghị lần này.\n\(speech)").isEmpty)
    }

    @Test func thoseWhoSpeakTogetherWereThere() {
        #expect(
            text.read("Tại hội thảo ở Huế, \(Self.an) và \(Self.kham) ca ngợi hợp tác.")
                == ["session An, Bộ Y tế | Kham, Sở Y"])
        #expect(text.read("Tại hội thảo ở Huế, \(Self.an) ca ngợi hợp tác.").isEmpty)
    }

    @Test func theStateOfThePlaceIsNotWhoSpeaks() {
        #expect(
            text.read("\(Self.an) tại Hội nghị \(Self.asean) ở Băng Cốc, {TH|Thái Lan} ngày 3/5.")
                == ["session ASEAN | An, Bộ Y tế"])
    }

    @Test func talksWithMoreTakingPartHaveTheirSides() {
        #expect(
            text.read(
                "Phiên đàm phán có sự tham gia của \(Self.an), \(Self.kham) và {TH:Cục Y|Cục Y}.")
                == ["talks An, Bộ Y tế | Cục Y | Kham, Sở Y"])
    }

    @Test(arguments: [
        Case(
            "\(an) cùng các ngoại trưởng \(asean) và \(kham) dự hội nghị {-:ASEAN|ASEAN} - {US|Mỹ}.",
            "session ASEAN | An, Bộ Y tế | Kham, Sở Y | US"),
        Case(
            "Trần Tư khen việc dự hội nghị \(asean) của \(suk) tại {TH|Thái Lan}.",
            "session ASEAN | Suk"),
    ])
    func companionsAndOwnersTakePart(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        Case(
            "Hội nghị \(asean) khai mạc với sự tham dự của 30 nước, trong đó có \(an).",
            "session ASEAN | An, Bộ Y tế"),
        Case(
            "Hội nghị \(asean) bàn về lũ lụt, trong đó có lũ ở {LA|Lào}."),
        Case(
            "Hội nghị ở Huế có sự tham gia của đại diện các nước {LA|Lào}, {TH|Thái Lan} và {KH|Campuchia}.",
            "session KH | LA | TH"),
    ])
    func someOfThoseWhoTookPartAreListed(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test func aForumIsNoConferenceToldBefore() {
        let told = "\(Self.an) dự hội nghị \(Self.asean) tại Huế."
        #expect(
            text.read("\(told)\n\(Self.kham) cũng dự diễn đàn ở Vinh.")
                == ["session ASEAN | An, Bộ Y tế"])
        #expect(
            text.read("\(told)\n\(Self.kham) cũng dự hội nghị.")
                == ["session ASEAN | An, Bộ Y tế | Kham, Sở Y"])
    }

    // MARK: Summits

    @Test(arguments: [
        Case("\(an) hoan nghênh hội nghị thượng đỉnh {LA|Lào} - {TH|Thái Lan}.", "session LA | TH"),
        Case(
            "Giới quan sát nói về tình hình trước thềm thượng đỉnh {LA|Lào} - {TH|Thái Lan}.",
            "session LA | TH"),
        Case("\(an) đề xuất hội nghị thượng đỉnh {LA|Lào} - {TH|Thái Lan}."),
        Case("\(an) hoan nghênh diễn đàn doanh nghiệp {LA|Lào} - {TH|Thái Lan}."),
    ])
    func aSummitOfTwoStatesIsTheirs(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test func aSummitIsTheTalksOfTheLeaders() {
        let summit = "Thế giới theo dõi hội nghị thượng đỉnh {VN|Việt Nam} - {TH|Thái Lan} ở Huế."
        #expect(
            text.read("\(Self.ba) và \(Self.suk) hội đàm ở Huế.\n\(summit)")
                == ["talks Ba | Suk"])
        #expect(
            text.read(
                "Hội nghị thượng đỉnh giữa \(Self.ba) và \(Self.suk) bắt đầu. Hai bên hội đàm.")
                == ["session Ba | Suk"])
    }

    @Test func officialsWhoMeetAreNoSummit() {
        #expect(
            text.read(
                "\(Self.an) đã gặp \(Self.kham).\nThế giới ca ngợi thượng đỉnh {VN|Việt Nam} - {LA|Lào}."
            )
                == ["meeting An, Bộ Y tế | Kham, Sở Y", "session LA | VN"])
    }

    // MARK: Ceremonies

    @Test(arguments: [
        Case(
            "Lễ đón chính thức \(ba) tới {TH|Thái Lan} diễn ra trang trọng.", "ceremony Ba | TH",
            "visit Ba | TH"),
        Case(
            "\(ba) thăm chính thức {LA|Lào}.\nLễ đón chính thức \(ba) diễn ra tại phủ.",
            "visit Ba | LA", "ceremony Ba | LA"),
        Case(
            "Ngay sau lễ đón, \(ba) và \(suk) đã tiến hành hội đàm.", "talks Ba | Suk",
            "ceremony Ba | Suk"),
        Case("\(ba) (trái) và \(suk) tại lễ đón ở Huế.", "ceremony Ba | Suk"),
        Case(
            "Lễ đón \(ba) diễn ra trang trọng.\n\(ba) sau đó hội đàm với \(suk) tại {TH|Thái Lan}.",
            "ceremony Ba | TH", "talks Ba | Suk"),
        // At home nobody is a guest.
        Case("Lễ đón \(ba) tới {VN|Việt Nam} diễn ra trang trọng."),
        Case("Lễ đón \(ba) diễn ra trang trọng."),
    ])
    func aWelcomeIsByTheHost(example: Case) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test func mournersComeTogetherToTheStateOfTheOneMourned() {
        #expect(
            text.read(
                "{LA|Lào} cử đoàn dự quốc tang.\n\(Self.suk) sang dự lễ quốc tang \(Self.ba).\n"
                    + "{Chan@KH|Thủ tướng Chan} cũng dự quốc tang \(Self.ba) ở {VN|Việt Nam}.")
                == ["ceremony Chan, Suk | VN"])
        #expect(
            text.read("\(Self.suk) sang dự lễ khai mạc.\nNhân dân {VN|Việt Nam} tiếc thương.")
                .isEmpty)
    }
}
