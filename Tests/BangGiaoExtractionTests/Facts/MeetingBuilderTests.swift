import TestSupport
import Testing

@testable import BangGiaoExtraction

/// Several sentences: what is one occasion, what a later sentence adds, when it was.
@Suite struct MeetingBuilderTests {
    private let text: MeetingText

    init() throws { text = try MeetingText() }

    private let an = "{An@VN:Bộ Y tế|Bộ trưởng Lê Văn An}"
    private let kham = "{Kham@LA:Sở Y|Giám đốc Kham Phui}"
    private let ba = "{Ba@VN|Thủ tướng Trần Ba}"
    private let suk = "{Suk@TH|Thủ tướng Suk Chai}"

    // MARK: One occasion

    @Test func titleLeadAndCaptionTellOneOccasion() {
        #expect(
            text.read(
                """
                \(an) gặp \(kham)
                Chiều nay, \(an) đã hội đàm với \(kham).
                Tại cuộc hội đàm, hai bên nhất trí mở phòng khám.
                """) == ["talks An, Bộ Y tế | Kham, Sở Y"])
    }

    @Test func aStateInTheTitleIsItsPeopleInTheBody() {
        #expect(
            text.read("{VN|Việt} - {LA|Lào} đối thoại về y tế\n\(an) đối thoại với \(kham).")
                == ["consultation An, Bộ Y tế | Kham, Sở Y"])
    }

    @Test func aVisitAndTheTalksInItStayTwo() {
        #expect(
            text.read("\(ba) thăm {TH|Thái Lan}. Trong chuyến thăm, \(ba) hội đàm với \(suk).")
                == ["visit Ba | TH", "talks Ba | Suk"])
    }

    @Test func twoDatesAreTwoOccasions() {
        #expect(
            text.read("\(ba) gặp \(suk) ngày 3/5/2020. \(ba) gặp \(suk) ngày 9/8/2021.")
                == ["meeting Ba | Suk 2020-05-03", "meeting Ba | Suk 2021-08-09"])
    }

    @Test func aTeaserNeverMixesWithTheStory() {
        #expect(
            text.read("\(ba) hội đàm với \(suk).\n>1 \(an) tiếp \(kham).\n>2 \(an) tiếp \(suk).")
                == [
                    "talks Ba | Suk", "courtesy_call An, Bộ Y tế | Kham, Sở Y in story 1",
                    "courtesy_call An, Bộ Y tế | Suk in story 2",
                ])
    }

    @Test func whatLiesAheadIsNotWhatWasHeld() {
        #expect(
            text.read("\(ba) đã hội đàm với \(suk). Hai bên sẽ hội đàm tại Huế.")
                == ["talks Ba | Suk", "talks Ba | Suk planned"])
    }

    // MARK: Those meant by other words

    @Test func bothSidesAreTheSidesOfTheOccasionBefore() {
        #expect(
            text.read("\(an) chủ trì lễ đón \(kham). Sau lễ đón, hai bên hội đàm.")
                == [
                    "ceremony An, Bộ Y tế | Kham, Sở Y", "talks An, Bộ Y tế | Kham, Sở Y",
                ])
    }

    @Test func aPronounMeansThePersonOfTheSentenceBefore() {
        #expect(
            text.read("\(ba) thăm {TH|Thái Lan}. Ông đã gặp \(suk).")
                == ["visit Ba | TH", "meeting Ba | Suk"])
    }

    @Test func whoSpeaksAtAMeetingSitsOnTheSideOfHisBody() {
        #expect(
            text.read(
                "{VN:Bộ Y tế|Bộ Y tế} có buổi làm việc với \(kham). Phát biểu tại buổi làm việc, \(an) cảm ơn."
            ) == ["working_session An, Bộ Y tế | Kham, Sở Y"])
    }

    @Test func aSideWithoutNameIsFilledByTheSpeaker() {
        #expect(
            text.read(
                "\(kham) có buổi làm việc với đoàn các nhà khoa học. Phát biểu tại buổi làm việc, \(an) cảm ơn."
            ) == ["working_session An, Bộ Y tế | Kham, Sở Y"])
    }

    @Test func whoLedADelegationSitsOnItsSide() {
        #expect(
            text.read(
                "{VN:Bộ Y tế|Bộ Y tế} hội đàm với {LA:Sở Y|Sở Y}. Đoàn {LA:Sở Y|Sở Y} do \(kham) làm trưởng đoàn."
            ) == ["talks Bộ Y tế | Kham, Sở Y"])
    }

    @Test func othersPresentAreNoSide() {
        #expect(
            text.read("\(an) tiếp \(kham). Cùng dự có \(ba).")
                == ["courtesy_call An, Bộ Y tế | Kham, Sở Y with Ba"])
    }

    // MARK: When

    @Test func theDateBesideTheEventIsItsDate() {
        #expect(
            text.read("Ngày 3/5/2020, \(ba) hội đàm với \(suk).") == ["talks Ba | Suk 2020-05-03"])
    }

    @Test func aVisitKnownByOneDayHasTheMonth() {
        #expect(text.read("Ngày 3/5/2020, \(ba) thăm {TH|Thái Lan}.") == ["visit Ba | TH 2020-05"])
    }

    @Test func aVisitWithItsDaysKeepsThem() {
        #expect(
            text.read("\(ba) thăm {TH|Thái Lan} từ ngày 3 đến 5/5/2020.")
                == ["visit Ba | TH 2020-05-03/2020-05-05"])
    }

    @Test func anUndatedMeetingOfADatedVisitHasItsMonth() {
        #expect(
            text.read("\(ba) thăm {TH|Thái Lan} từ ngày 3 đến 5/5/2020. \(ba) gặp \(suk).")
                == ["visit Ba | TH 2020-05-03/2020-05-05", "meeting Ba | Suk 2020-05"])
    }

    @Test func aMeetingAfterTheDayOfTheReportIsPlanned() {
        #expect(
            text.read("\(ba) hội đàm với \(suk) ngày 9/5/2020.", published: "2020-05-03")
                == ["talks Ba | Suk 2020-05-09 planned"])
    }

    @Test func theProgrammeOfAPlannedVisitIsPlanned() {
        #expect(
            text.read("\(ba) sẽ thăm {TH|Thái Lan}. \(ba) hội đàm với \(suk).")
                == ["visit Ba | TH planned", "talks Ba | Suk planned"])
    }

    // MARK: Laws

    @Test(arguments: 0..<60 as Range<UInt64>)
    func meetingsOfRandomTextsKeepTheirLaws(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parties = [an, kham, ba, suk, "{VN|Việt Nam}", "{-:ASEAN|ASEAN}", "hai bên", "ông"]
        let words = [
            "hội đàm", "với", "tiếp", "gặp", "thăm", "và", ",", ";", "của", "giữa", "trong cuộc",
            "chuyến thăm", "sẽ", "đã", "không", "dự", "hội nghị", "do", "dẫn đầu", "lễ ký",
            "chứng kiến", "đến", "(", ")", "ngày 3/5/2020", "có", "cùng dự", "phía",
        ]
        var pieces: [String] = []
        for _ in 0..<40 {
            let pool = Bool.random(using: &generator) ? parties : words
            pieces.append(pool.randomElement(using: &generator) ?? ".")
            if Int.random(in: 0..<9, using: &generator) == 0 { pieces.append(".\nSau đó") }
        }
        let marked = pieces.joined(separator: " ")
        let (drafts, document) = text.drafts(marked)
        #expect(text.read(marked) == text.read(marked))
        for draft in drafts {
            #expect(draft.sides.count >= 2)
            #expect(draft.sides.allSatisfy { !$0.isEmpty })
            let members = draft.sides.flatMap { $0 }
            #expect(Set(members).count == members.count)
            #expect(Set(members).isDisjoint(with: draft.attendees))
            #expect(members.allSatisfy { document.entities.indices.contains($0) })
            #expect(document.annotated.sentences.indices.contains(draft.sentence))
            #expect(document.annotated.tokens.indices.contains(draft.evidence.upperBound - 1))
        }
    }
}
