import BangGiaoModel
import TestSupport
import Testing

@testable import BangGiaoExtraction

@Suite struct AgreementBuilderTests {
    private let fixture: AgreementFixture

    init() throws { fixture = try AgreementFixture() }

    private typealias Occasion = AgreementFixture.Occasion

    private let ministers = Occasion(
        sides: [["VN:Bộ Y tế", "Bộ trưởng Lê An"], ["LA:Bộ Y tế", "Bộ trưởng Kham Phui"]],
        date: "2022-03-04")

    private let ministersMeet = """
        [VN@Bộ Y tế|Bộ trưởng Lê An] hội đàm với [LA@Bộ Y tế|Bộ trưởng Kham Phui].
        """

    // MARK: Consensus

    @Test func bothSidesAreThePartiesOfTheMeetingUnderWay() {
        #expect(
            fixture.read(ministersMeet + " Hai bên nhất trí mở thêm phòng khám.", [ministers])
                == ["consensus agreed LA:Bộ Y tế + VN:Bộ Y tế 2022-03-04"])
    }

    @Test func oneConsensusAMeetingHoweverManyPoints() {
        let text =
            ministersMeet + " Hai bên nhất trí mở phòng khám. Hai Bộ trưởng thống nhất đào tạo."
        #expect(fixture.read(text, [ministers]).count == 1)
    }

    @Test func aSideWithoutABodyMakesBothStates() {
        let meeting = Occasion(
            sides: [["Thủ tướng Lê An"], ["LA:Bộ Y tế", "Bộ trưởng Kham Phui"]])
        let text = """
            [VN@|Thủ tướng Lê An] tiếp [LA@Bộ Y tế|Bộ trưởng Kham Phui]. Hai bên nhất trí mở phòng khám.
            """
        #expect(fixture.read(text, [meeting]) == ["consensus agreed LA + VN"])
    }

    @Test(arguments: [
        "Bộ trưởng mong muốn hai bên thống nhất lịch làm việc.",
        "Bộ trưởng đề nghị hai bên nhất trí lịch làm việc.",
        "Hai bên sẽ thống nhất lịch làm việc.",
        "Hai bên chưa thống nhất lịch làm việc.",
        "Hai bên có thể nhất trí lịch làm việc.",
        "Hai bên không đạt được thỏa thuận.",
        "Hai bên đề cao đoàn kết, thống nhất.",
        "Các vấn đề khác do hai bên cùng nhất trí.",
        "Theo bản ghi nhớ, hai bên nhất trí mở phòng khám.",
    ])
    func wishesDenialsAndContentsAreNoConsensus(sentence: String) {
        #expect(fixture.read(ministersMeet + " " + sentence, [ministers]) == [])
    }

    @Test(arguments: [
        "Hai bên trao đổi ý kiến, thống nhất mở phòng khám.",
        "Hai bên đã đạt được nhiều nhận thức chung.",
        "Hai bên bày tỏ mong muốn hợp tác, nhất trí mở phòng khám.",
        "Cả hai bên cam kết chia sẻ số liệu.",
    ])
    func verbsFarFromTheirSubjectAndWordsOfReachingCount(sentence: String) {
        #expect(
            fixture.read(ministersMeet + " " + sentence, [ministers])
                == ["consensus agreed LA:Bộ Y tế + VN:Bộ Y tế 2022-03-04"])
    }

    @Test func namedPartiesNeedNoMeeting() {
        let text = "[RU|Nga], [IR|Iran] và [TR|Thổ Nhĩ Kỳ] đã nhất trí lập vùng đệm."
        #expect(fixture.read(text) == ["consensus agreed IR + RU + TR"])
    }

    @Test func leadersOfBothNationsAreNotTheOfficialsOfTheMeeting() {
        let text =
            ministersMeet
            + " Lãnh đạo cấp cao hai nước đã nhất trí nâng tầm hợp tác. Hai bên nhất trí mở phòng khám."
        #expect(
            fixture.read(text, [ministers]) == [
                "consensus agreed LA + VN",
                "consensus agreed LA:Bộ Y tế + VN:Bộ Y tế 2022-03-04",
            ])
    }

    // MARK: Levels of relations

    @Test(arguments: [
        "Hai bên thúc đẩy quan hệ đối tác chiến lược [VN|Việt Nam] - [KR|Hàn Quốc].",
        "Đại sứ nói về quan hệ đối tác chiến lược giữa [VN|Việt Nam] và [KR|Hàn Quốc].",
        "[KR|Hàn Quốc] coi trọng quan hệ đối tác chiến lược với [VN|Việt Nam].",
        "[VN|Việt Nam] và [KR|Hàn Quốc] là hai nước bạn, có quan hệ đối tác chiến lược.",
    ])
    func aLevelOfRelationsIsTiedToItsTwoStates(sentence: String) {
        #expect(fixture.read(sentence) == ["partnership existing KR + VN “đối tác chiến lược”"])
    }

    @Test(arguments: [
        "Việc thiết lập quan hệ đối tác chiến lược góp phần giữ hòa bình.",
        "[VN|Việt Nam] có 13 đối tác chiến lược.",
        "[VN|Việt Nam] mong muốn [KR|Hàn Quốc] là đối tác chiến lược.",
        "[KR|Hàn Quốc] là đối tác quan trọng của [VN|Việt Nam].",
    ])
    func aLevelWithoutItsStatesOrOnlyWishedForIsNone(sentence: String) {
        #expect(fixture.read(sentence) == [])
    }

    @Test func aLevelSetUpHasItsDate() {
        let text = "[VN|Việt Nam] và [KR|Hàn Quốc] thiết lập quan hệ đối tác chiến lược năm 2009."
        #expect(
            fixture.read(text) == ["partnership existing KR + VN “đối tác chiến lược” 2009"])
    }

    // MARK: Documents

    @Test func aMemorandumNamesItsParties() {
        let text = """
            Sau hội đàm, hai Thủ tướng chứng kiến lễ ký Bản ghi nhớ giữa [VN:Bộ Y tế|Bộ Y tế Việt Nam] \
            và [LA:Bộ Y tế|Bộ Y tế Lào] về phòng bệnh.
            """
        #expect(
            fixture.read(text) == [
                """
                mou signed LA:Bộ Y tế + VN:Bộ Y tế \
                “Bản ghi nhớ giữa Bộ Y tế Việt Nam và Bộ Y tế Lào về phòng bệnh”
                """
            ])
    }

    @Test func personsWhoSignBindTheirBodies() {
        let text = """
            Bản ghi nhớ về phòng bệnh đã được [VN@Bộ Y tế|Bộ trưởng Lê An] và \
            [LA@Bộ Y tế|Bộ trưởng Kham Phui] ký kết.
            """
        #expect(
            fixture.read(text) == [
                """
                mou signed LA:Bộ Y tế + VN:Bộ Y tế “Bản ghi nhớ về phòng bệnh” \
                by Bộ trưởng Kham Phui, Bộ trưởng Lê An
                """
            ])
    }

    @Test func whoWitnessesDoesNotSign() {
        let text =
            ministersMeet + " Hai Bộ trưởng chứng kiến lễ ký bản ghi nhớ về phòng bệnh."
        #expect(
            fixture.read(text, [ministers])
                == ["mou signed LA:Bộ Y tế + VN:Bộ Y tế “bản ghi nhớ về phòng bệnh” 2022-03-04"])
    }

    @Test(arguments: [
        "Chuyến thăm thúc đẩy ký Hiệp định thương mại tự do [VN|Việt Nam] - [KR|Hàn Quốc].",
        "Hiệp định thương mại tự do [VN|Việt Nam] - [KR|Hàn Quốc] sắp được ký.",
    ])
    func whatIsNegotiatedIsPlanned(sentence: String) {
        #expect(
            fixture.read(sentence) == [
                "treaty planned KR + VN “Hiệp định thương mại tự do Việt Nam - Hàn Quốc”"
            ])
    }

    @Test(arguments: [
        "[VN|Việt Nam] tuân thủ Công ước Liên hợp quốc về Luật Biển.",
        "Hiệp định này giúp [VN|Việt Nam] và [KR|Hàn Quốc] mở rộng thương mại.",
        "Hai bên sớm ký các hiệp định khung.",
        "Ông nói về các thỏa thuận hợp tác mà hai nước đã ký.",
        "Hai bên không ra tuyên bố chung.",
    ])
    func conventionsReferencesAndDenialsAreNone(sentence: String) {
        #expect(fixture.read(sentence) == [])
    }

    @Test func aDocumentToldTwiceIsOne() {
        let text = """
            [VN|Việt Nam] và [KR|Hàn Quốc] ký hiệp định về dẫn độ. \
            Hiệp định về dẫn độ giữa [VN|Việt Nam] và [KR|Hàn Quốc] có 12 điều.
            """
        #expect(
            fixture.read(text) == ["treaty signed KR + VN “hiệp định về dẫn độ”"])
    }

    // MARK: Laws

    @Test func everyCueOfTheTableHasAMeaning() {
        let classes: Set<CueKind> = [.agreementNoun, .agreementVerb, .agreementWord]
        for cue in fixture.lexicon.cues where classes.contains(cue.kind) {
            #expect(AgreementCue(cue) != nil, "\(cue.form): \(cue.value)")
        }
    }

    @Test func anyWordsInAnyOrderAreRead() {
        let words = fixture.lexicon.cues.filter { AgreementCue($0) != nil }.map(\.form)
        let names = [
            "[VN|Việt Nam]", "[LA|Lào]", "[VN@Bộ Y tế|Bộ trưởng Lê An]", "[-:ASEAN|ASEAN]",
        ]
        for seed in 0..<60 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var text = ""
            for _ in 0..<40 {
                let list = Bool.random(using: &generator) ? names : words
                text += (list.randomElement(using: &generator) ?? "") + " "
                if Int.random(in: 0..<9, using: &generator) == 0 { text += ", " }
            }
            let meetings = [Occasion(sides: [["VN"], ["LA"]])]
            let found = fixture.read("[VN|Việt Nam] gặp [LA|Lào]. " + text, meetings)
            #expect(found == fixture.read("[VN|Việt Nam] gặp [LA|Lào]. " + text, meetings))
        }
    }
}
