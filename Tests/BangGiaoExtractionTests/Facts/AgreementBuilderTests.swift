import BangGiaoLexicon
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

    @Test func assentToSignIsAPlan() {
        let text = "[RU|Nga] và [JP|Nhật Bản] đồng ý ký hiệp định về nghề cá."
        #expect(fixture.read(text).contains("treaty planned JP + RU “hiệp định về nghề cá”"))
    }

    @Test func aListSharesItsVerbAndGivesItsDays() {
        let text = """
            [VN|Việt Nam] và [KR|Hàn Quốc] đã ký hiệp định về hàng hải năm 1995, hiệp định về dẫn độ \
            năm 2003 và bản ghi nhớ về lao động năm 2018.
            """
        #expect(
            fixture.read(text) == [
                "treaty signed KR + VN “hiệp định về hàng hải” 1995",
                "treaty signed KR + VN “hiệp định về dẫn độ” 2003",
                "mou signed KR + VN “bản ghi nhớ về lao động” 2018",
            ])
    }

    @Test func whatIsListedStandsForTheListItself() {
        let text = """
            Hai Thủ tướng chứng kiến lễ ký các văn kiện, gồm bản ghi nhớ giữa [VN:Bộ Y tế|Bộ Y tế Việt \
            Nam] và [LA:Bộ Y tế|Bộ Y tế Lào].
            """
        #expect(
            fixture.read(text) == [
                """
                mou signed LA:Bộ Y tế + VN:Bộ Y tế \
                “bản ghi nhớ giữa Bộ Y tế Việt Nam và Bộ Y tế Lào”
                """
            ])
    }

    @Test func theMembersOfAGroupBindThemselvesByItsStatement() {
        let text = """
            Ngoại trưởng [-:G3|G3] ra tuyên bố chung. [-:G3|G3] gồm [FR|Pháp], [DE|Đức] và [IT|Italy].
            """
        #expect(fixture.read(text) == ["statement agreed DE + FR + IT “tuyên bố chung”"])
    }

    @Test func thoseWhoRepresentThePartiesAtTheCeremonySign() {
        let text = """
            [VN:Bộ Y tế|Bộ Y tế Việt Nam] và [LA:Bộ Y tế|Bộ Y tế Lào] ký bản ghi nhớ về phòng bệnh. Đại \
            diện phía Việt Nam tại lễ ký là [VN@Bộ Y tế|Bộ trưởng Lê An], đại diện phía Lào là \
            [LA@Bộ Y tế|Bộ trưởng Kham Phui].
            """
        #expect(
            fixture.read(text) == [
                """
                mou signed LA:Bộ Y tế + VN:Bộ Y tế “bản ghi nhớ về phòng bệnh” \
                by Bộ trưởng Kham Phui, Bộ trưởng Lê An
                """
            ])
    }

    @Test func bothSidesLookBackBeforeTheyLookAhead() {
        let text = """
            Quan hệ [VN|Việt Nam] - [KR|Hàn Quốc] phát triển tốt. Hai bên ký hiệp định về dẫn độ. Sau đó \
            một ngày. Rồi hai ngày. Rồi ba ngày. Rồi bốn ngày. [VN@|Chủ tịch Lê An] tiếp \
            [AU@|Đại sứ Mary Hill].
            """
        let meeting = Occasion(
            kind: .courtesyCall, sentence: 6, sides: [["Chủ tịch Lê An"], ["Đại sứ Mary Hill"]])
        #expect(
            fixture.read(text, [meeting]) == ["treaty signed KR + VN “hiệp định về dẫn độ”"])
    }

    @Test func anotherOccasionKeepsItsOwnConsensus() {
        let earlier = Occasion(
            kind: .consultation, sentence: 1, sides: [["VN:Bộ Y tế"], ["LA:Bộ Y tế"]],
            date: "2017-12")
        let text =
            ministersMeet
            + " Trên cơ sở nội dung đã thống nhất tại buổi tham vấn tháng 12/2017, hai bên nhất trí hợp tác."
        #expect(
            Set(fixture.read(text, [ministers, earlier])) == [
                "consensus agreed LA:Bộ Y tế + VN:Bộ Y tế 2017-12",
                "consensus agreed LA:Bộ Y tế + VN:Bộ Y tế 2022-03-04",
            ])
    }

    @Test(arguments: [
        "[KR|Hàn Quốc] và [US|Mỹ] cho biết 20 quốc gia nhất trí hợp tác.",
        "[KR|Hàn Quốc] nêu điều kiện khiến [US|Mỹ] đồng ý.",
        "Đây là thỏa thuận mà [KR|Hàn Quốc] và [US|Mỹ] đồng ý xem xét.",
        "Một [-:ASEAN|ASEAN] và một [US|Mỹ] thống nhất.",
    ])
    func whoeverElseAgreesBindsNobodyNamed(sentence: String) {
        #expect(fixture.read(sentence) == [])
    }

    @Test func assentToAProposalOfTheOtherSideIsAConsensus() {
        let text =
            ministersMeet
            + " [VN@Bộ Y tế|Bộ trưởng Lê An] nhất trí với đề xuất của [LA@Bộ Y tế|Bộ trưởng Kham Phui]."
        #expect(
            fixture.read(text, [ministers])
                == ["consensus agreed LA:Bộ Y tế + VN:Bộ Y tế 2022-03-04"])
    }

    @Test func thoseWhoSignedAMomentAgoAreTheBothSides() {
        let text = """
            [VN:Đài A|Đài A] và [LA:Đài B|Đài B] ký thỏa thuận hợp tác phát sóng. Hai bên nhất trí trao \
            đổi bản tin.
            """
        #expect(
            fixture.read(text) == [
                "other signed LA:Đài B + VN:Đài A “thỏa thuận hợp tác phát sóng”",
                "consensus agreed LA:Đài B + VN:Đài A",
            ])
    }

    @Test func notesAreExchangedAndNotSigned() {
        let text = ministersMeet + " Hai bên trao đổi công hàm về miễn thị thực."
        #expect(
            fixture.read(text, [ministers]) == [
                "other agreed LA:Bộ Y tế + VN:Bộ Y tế “công hàm về miễn thị thực” 2022-03-04"
            ])
    }

    @Test(arguments: [
        (
            "[VN:Đài A|Đài A] và [LA:Đài B|Đài B] ([LA|Lào]) ký bản ghi nhớ về phát sóng.",
            "mou signed LA:Đài B + VN:Đài A “bản ghi nhớ về phát sóng”"
        ),
        (
            "[VN|Việt Nam] và [LA|Lào] ký Hiệp ước hữu nghị, hợp tác và tương trợ năm 1977.",
            "treaty signed LA + VN “Hiệp ước hữu nghị, hợp tác và tương trợ” 1977"
        ),
        (
            "[VN|Việt Nam] và [LA|Lào] sắp kỷ niệm 40 năm ký Hiệp ước hữu nghị năm 2017.",
            "treaty signed LA + VN “Hiệp ước hữu nghị” 1977"
        ),
        (
            "Hiệp định hàng hải giữa [VN|Việt Nam] và [LA|Lào] có hiệu lực năm 2001.",
            "treaty existing LA + VN “Hiệp định hàng hải giữa Việt Nam và Lào”"
        ),
    ])
    func namesAndDaysEndWhereTheyShould(sentence: String, agreement: String) {
        #expect(fixture.read(sentence) == [agreement])
    }

    // MARK: Laws

    @Test func everyCueOfTheTableHasAMeaning() {
        let classes: Set<CueKind> = [.agreementNoun, .agreementVerb, .agreementWord]
        for cue in fixture.lexicon.cues where classes.contains(cue.kind) {
            #expect(AgreementCue(cue) != nil, "\(cue.form): \(cue.value)")
        }
    }

    @Test func everyCueStandsInItsExample() throws {
        let table = try LexiconTable(
            "agreement-cues", in: Repository.lexicon,
            columns: ["form", "class", "value", "example", "source"],
            required: ["form", "class", "value", "example", "source"], key: ["form", "class"])
        #expect(
            table.rows.map { $0["form"] } == table.rows.map { $0["form"] }.sorted(by: codePoints))
        for row in table.rows {
            let words = Tokenizer().tokens(of: row["example"]).map(\.key)
            let form = Tokenizer().tokens(of: row["form"]).map(\.key)
            let isThere = words.indices.contains { words[$0...].starts(with: form) }
            #expect(isThere, "\(row["form"]): \(row["example"])")
        }
    }

    private func codePoints(_ one: String, _ two: String) -> Bool {
        one.unicodeScalars.lexicographicallyPrecedes(two.unicodeScalars)
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
