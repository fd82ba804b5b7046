import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Who takes part in conferences, summits and ceremonies.
@Suite struct MeetingGatheringsTests: MeetingActors {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    @Test(arguments: [
        MeetingCase(
            "\(an) dự Hội nghị {-:ASEAN|Bộ trưởng Y tế ASEAN} tại Huế.",
            "session ASEAN | An, Bộ Y tế"),
        MeetingCase(
            "\(an) dẫn đầu đoàn {VN|Việt Nam} dự Hội nghị {-:ASEAN|Ngoại trưởng ASEAN}.",
            "session ASEAN | An, Bộ Y tế"),
        // The office of a national body is in no name.
        MeetingCase("\(an) dự hội nghị {VN:Sở Y|Giám đốc Sở Y}."),
    ])
    func theBodyOfAnOfficeNamesItsConference(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "\(an) hôm qua gặp các bộ trưởng y tế \(asean).", "meeting ASEAN | An, Bộ Y tế"),
        MeetingCase(
            "Cuộc gặp giữa ngoại trưởng các nước \(asean) và \(kham) diễn ra ở Huế.",
            "meeting ASEAN | Kham, Sở Y"),
        // Who works for a national body is not the body.
        MeetingCase("\(an) gặp các bác sĩ và bộ trưởng về hưu {LA:Sở Y|Sở Y}."),
    ])
    func manyHoldersOfAnOfficeStandForTheirBody(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase("\(an) có cuộc họp khẩn với \(kham).", "meeting An, Bộ Y tế | Kham, Sở Y"),
        MeetingCase("\(an) có cuộc họp hôm 27/4 với \(kham).", "meeting An, Bộ Y tế | Kham, Sở Y"),
        MeetingCase(
            "\(an) nói như vậy trong cuộc họp cùng \(kham).", "meeting An, Bộ Y tế | Kham, Sở Y"),
        MeetingCase(
            "\(an) rời {VN:Nhà Xanh|Nhà Xanh} sau cuộc họp với \(kham).",
            "meeting An, Bộ Y tế | Kham, Sở Y"),
        MeetingCase("\(an) dự hội thảo với chủ đề rừng của {LA|Lào}."),
    ])
    func aGatheringWithSomebodyHasTwoSides(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "{LA|Lào}, {TH|Thái Lan} đồng tổ chức cuộc họp về lũ tại Huế.", "session LA | TH"),
        MeetingCase("Khi đến {LA|Lào}, {TH|Thái Lan} tổ chức cuộc họp về lũ."),
        MeetingCase(
            "Phái đoàn từ {LA|Lào}, {TH|Thái Lan} và {VN|Việt Nam} đã họp ở Huế.",
            "session LA | TH | VN"),
        MeetingCase("{LA|Lào} và {TH|Thái Lan} đã trao đổi hàng hóa ở Huế."),
    ])
    func severalStatesMeetByThemselves(example: MeetingCase) {
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
        MeetingCase(
            "\(an) cùng các ngoại trưởng \(asean) và \(kham) dự hội nghị {-:ASEAN|ASEAN} - {US|Mỹ}.",
            "session ASEAN | An, Bộ Y tế | Kham, Sở Y | US"),
        MeetingCase(
            "Trần Tư khen việc dự hội nghị \(asean) của \(suk) tại {TH|Thái Lan}.",
            "session ASEAN | Suk"),
    ])
    func companionsAndOwnersTakePart(example: MeetingCase) {
        #expect(text.read(example.text) == example.meetings)
    }

    @Test(arguments: [
        MeetingCase(
            "Hội nghị \(asean) khai mạc với sự tham dự của 30 nước, trong đó có \(an).",
            "session ASEAN | An, Bộ Y tế"),
        MeetingCase(
            "Hội nghị \(asean) bàn về lũ lụt, trong đó có lũ ở {LA|Lào}."),
        MeetingCase(
            "Hội nghị ở Huế có sự tham gia của đại diện các nước {LA|Lào}, {TH|Thái Lan} và {KH|Campuchia}.",
            "session KH | LA | TH"),
    ])
    func someOfThoseWhoTookPartAreListed(example: MeetingCase) {
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
        MeetingCase(
            "\(an) hoan nghênh hội nghị thượng đỉnh {LA|Lào} - {TH|Thái Lan}.", "session LA | TH"),
        MeetingCase(
            "Giới quan sát nói về tình hình trước thềm thượng đỉnh {LA|Lào} - {TH|Thái Lan}.",
            "session LA | TH"),
        MeetingCase("\(an) đề xuất hội nghị thượng đỉnh {LA|Lào} - {TH|Thái Lan}."),
        MeetingCase("\(an) hoan nghênh diễn đàn doanh nghiệp {LA|Lào} - {TH|Thái Lan}."),
    ])
    func aSummitOfTwoStatesIsTheirs(example: MeetingCase) {
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
        MeetingCase(
            "Lễ đón chính thức \(ba) tới {TH|Thái Lan} diễn ra trang trọng.", "ceremony Ba | TH",
            "visit Ba | TH"),
        MeetingCase(
            "\(ba) thăm chính thức {LA|Lào}.\nLễ đón chính thức \(ba) diễn ra tại phủ.",
            "visit Ba | LA", "ceremony Ba | LA"),
        MeetingCase(
            "Ngay sau lễ đón, \(ba) và \(suk) đã tiến hành hội đàm.", "talks Ba | Suk",
            "ceremony Ba | Suk"),
        MeetingCase("\(ba) (trái) và \(suk) tại lễ đón ở Huế.", "ceremony Ba | Suk"),
        MeetingCase(
            "Lễ đón \(ba) diễn ra trang trọng.\n\(ba) sau đó hội đàm với \(suk) tại {TH|Thái Lan}.",
            "ceremony Ba | TH", "talks Ba | Suk"),
        // At home nobody is a guest.
        MeetingCase("Lễ đón \(ba) tới {VN|Việt Nam} diễn ra trang trọng."),
        MeetingCase("Lễ đón \(ba) diễn ra trang trọng."),
    ])
    func aWelcomeIsByTheHost(example: MeetingCase) {
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
