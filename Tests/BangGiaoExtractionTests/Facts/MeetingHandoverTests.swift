import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Letters handed over, speeches before bodies, gatherings of a body, meetings recalled.
@Suite struct MeetingHandoverTests {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    private static let ba = "{Ba@VN|Thủ tướng Trần Ba}"
    private static let suk = "{Suk@TH|Thủ tướng Suk Chai}"
    private static let kham = "{Kham@LA:Bộ Y|Bộ trưởng Y tế Kham}"
    private static let an = "{An@VN:Bộ Y tế|Bộ trưởng Lê Văn An}"
    private static let laos = "{LA|Lào}"
    private static let embassy = "{LA:Đại sứ quán Lào|Đại sứ quán Lào}"
    private static let house = "{LA:Quốc hội|Quốc hội}"

    @Test func aNoteIsHandedToAnEmbassy() {
        #expect(
            text.read("{VN:Bộ Y tế|Bộ Y tế} trao công hàm cho đại diện \(Self.embassy).")
                == ["other Bộ Y tế | Đại sứ quán Lào"])
        #expect(
            text.read("{VN:Bộ Y tế|Bộ Y tế} trao công hàm phản đối việc làm của \(Self.laos).")
                == [])
    }

    @Test func aLetterReachesTheOneIntoWhoseHandsItIsGiven() {
        #expect(
            text.read("\(Self.an) trao bức thư của \(Self.ba) gửi \(Self.suk) cho \(Self.kham).")
                == ["other An, Bộ Y tế | Bộ Y, Kham"])
        // What follows a comma is no longer the letter's way.
        #expect(
            text.read("\(Self.an) trao bức thư của \(Self.ba), dành lời khen cho \(Self.kham).")
                == [])
    }

    @Test func whoSpeaksBeforeABodyMeetsIt() {
        #expect(text.read("\(Self.ba) phát biểu trước \(Self.house).") == ["session Ba | Quốc hội"])
        #expect(
            text.read("Điều trần trước \(Self.house), \(Self.kham) bênh vực dự luật.")
                == ["session Bộ Y, Kham | Quốc hội"])
        #expect(text.read("\(Self.ba) phát biểu trước hàng nghìn người.") == [])
        #expect(text.read("\(Self.ba) phát biểu trước \(Self.suk).") == [])
    }

    @Test func whoSpeaksAtTheGatheringOfABodyMeetsIt() {
        #expect(
            text.read("Phát biểu tại hội nghị thường niên của \(Self.house), \(Self.ba) cảm ơn.")
                == ["session Ba | Quốc hội"])
        // Whose building it is says nothing of who meets there.
        #expect(text.read("\(Self.ba) dự hội nghị tại trụ sở của \(Self.house).") == [])
    }

    @Test func thoseWhoWaitAtTheAirportReceiveTheGuest() {
        #expect(
            text.read("Ra đón \(Self.ba) tại sân bay có \(Self.suk).") == ["ceremony Ba | Suk"])
        #expect(text.read("Ra đón \(Self.ba) tại sân bay, mọi người vẫy cờ.") == [])
    }

    @Test func aDescriptionDoesNotPartThoseWhoMeet() {
        #expect(
            text.read(
                "Cuộc hội đàm giữa \(Self.ba), đại diện phụ trách đàm phán của {VN|Việt Nam} và \(Self.suk) kéo dài."
            ) == ["talks Ba | Suk"])
    }

    @Test func aClauseOfContentHasItsOwnSubject() {
        #expect(
            text.read("Hai bên nhất trí về việc \(Self.ba) sẽ đến \(Self.laos) tuần tới.")
                == ["visit Ba | LA planned"])
    }

    @Test func whoSaysIMeansHimself() {
        #expect(
            text.read("\"Tôi đã gặp \(Self.suk) ở Huế\", \(Self.ba) nói.") == ["meeting Ba | Suk"])
        #expect(text.read("\"Tôi không gặp \(Self.suk)\", \(Self.ba) nói.") == [])
    }

    @Test func aMeetingOfAnotherMonthIsRecalled() {
        let talks = "\(Self.ba) hội đàm với \(Self.suk) ngày 8/11/2018. "
        #expect(
            text.read(talks + "Trong cuộc gặp hồi tháng 4/2018, hai nhà lãnh đạo bàn về mùa màng.")
                == ["talks Ba | Suk 2018-11-08", "meeting Ba | Suk 2018-04"])
        #expect(
            text.read(talks + "Trong cuộc gặp, hai nhà lãnh đạo bàn về mùa màng.")
                == ["talks Ba | Suk 2018-11-08"])
    }

    @Test func whatCameOfASessionTellsThatItTookPlace() {
        let session = "phiên họp Ủy ban hỗn hợp {VN|Việt Nam} - \(Self.laos)"
        #expect(text.read("Ông hài lòng về kết quả \(session).") == ["session LA | VN"])
        #expect(text.read("Ông nói nhiều về \(session).") == [])
    }

    @Test func thoseWhoHoldAConferenceTogetherAreItsSides() {
        #expect(
            text.read(
                "Hội nghị do {VN:Bộ Y tế|Bộ Y tế} phối hợp với \(Self.embassy) tổ chức hôm qua.")
                == ["session Bộ Y tế | Đại sứ quán Lào"])
    }

    @Test func aPictureOfAVisitShowsThoseWhoMet() {
        #expect(
            text.read("^\(Self.ba) và \(Self.suk) trong chuyến thăm \(Self.laos).").contains(
                "meeting Ba | Suk"))
    }

    @Test func aVisitNotLongAgoCameAbout() {
        #expect(
            text.read("Việc này diễn ra không lâu sau chuyến thăm \(Self.laos) của \(Self.ba).")
                == ["visit Ba | LA"])
    }

    @Test func aStateMaySitOpposite() {
        #expect(
            text.read("\(Self.an) phát biểu tại hội nghị của {VN:Sở Y|Sở Y}.")
                == ["session An, Bộ Y tế | Sở Y"])
        // His own ministry doesn't receive him.
        #expect(text.read("\(Self.an) phát biểu tại hội nghị của {VN:Bộ Y tế|Bộ Y tế}.") == [])
    }

    @Test func anInvitationTakenUpLiesAhead() {
        #expect(
            text.read("\(Self.ba) đã nhận lời mời thăm \(Self.laos).")
                == ["visit Ba | LA planned"])
    }

    @Test func aTopicStandsBeforeThoseWhoTalk() {
        #expect(
            text.read("Vòng đàm phán về Vịnh Bắc Bộ giữa {VN|Việt Nam} và \(Self.laos) kéo dài.")
                == ["talks LA | VN"])
        // Between whom a relation is says nothing of who talks.
        #expect(
            text.read("Vòng đàm phán về quan hệ giữa {VN|Việt Nam} và \(Self.laos) kéo dài.") == [])
    }

    @Test func aHostAtTheAirportWelcomesTheGuest() {
        #expect(
            text.read("\(Self.suk) đón \(Self.ba) tại sân bay.") == ["ceremony Ba | Suk"])
        #expect(text.read("\(Self.suk) đón \(Self.ba).") == [])
    }

    @Test func aVisitGoneOnWithHasItsTravellerBehind() {
        #expect(
            text.read("Tiếp tục chuyến thăm \(Self.laos), \(Self.ba) hội đàm với \(Self.kham).")
                == ["visit Ba | LA", "talks Ba | Bộ Y, Kham"])
    }

    @Test func whoSpeaksAtAForumOfABodyIsItsGuest() {
        #expect(
            text.read("\(Self.ba) phát biểu tại {LA:Viện Sử|Viện Sử}.") == ["other Ba | Viện Sử"])
        #expect(text.read("\(Self.ba) phát biểu tại \(Self.embassy).") == [])
    }
}
