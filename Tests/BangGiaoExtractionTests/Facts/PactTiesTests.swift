import BangGiaoModel
import Testing

@testable import BangGiaoExtraction

/// By which grammar a text ties documents to their parties.
@Suite struct PactTiesTests {
    private let fixture: AgreementFixture

    init() throws { fixture = try AgreementFixture() }

    private typealias Occasion = AgreementFixture.Occasion

    @Test(arguments: [
        (
            "[US|Mỹ] rút khỏi hiệp ước tên lửa với [RU|Nga].",
            "treaty existing RU + US “hiệp ước tên lửa với Nga”"
        ),
        (
            "[US|Mỹ] gây sức ép để [TR|Thổ Nhĩ Kỳ] từ bỏ thỏa thuận mua trực thăng với phía [RU|Nga].",
            "other existing RU + TR “thỏa thuận mua trực thăng với phía Nga”"
        ),
        (
            "[JP@|Thủ tướng Sato Ken] đang đàm phán hòa ước với [RU|Nga].",
            "treaty planned JP + RU “hòa ước với Nga”"
        ),
    ])
    func aDocumentWithOneBindsWhoIsNamedBefore(sentence: String, agreement: String) {
        #expect(fixture.read(sentence) == [agreement])
    }

    @Test(arguments: [
        "[JP|Nhật Bản] tìm kiếm một thỏa thuận khí đốt với [RU|Nga].",
        "[JP|Nhật Bản] muốn có hòa ước với [RU|Nga].",
        "Thỏa thuận mua trực thăng với [RU|Nga] gây tranh cãi.",
        "[JP|Nhật Bản] chấp nhận một hòa ước với [RU|Nga].",
        "[VN|Việt Nam] ủng hộ nước bạn gia nhập hiệp ước hợp tác với [-:ASEAN|ASEAN].",
        "[DE|Đức] nói cuộc đàm phán về hiệp ước hạt nhân với [IR|Iran] là một mô hình.",
        "Tại [FR|Pháp], hiệp ước tên lửa với [RU|Nga] được bàn luận.",
    ])
    func aDocumentWithOneOnlyWishedForOrWithoutTheOtherIsNone(sentence: String) {
        #expect(fixture.read(sentence) == [])
    }

    @Test(arguments: [
        """
        [US|Mỹ] dọa hủy thỏa thuận hạt nhân mà [IR|Iran] ký với các cường quốc [FR|Pháp] và \
        [DE|Đức] hồi năm 2015.
        """,
        """
        Thỏa thuận hạt nhân được [IR|Iran] ký với 2 cường quốc gồm [FR|Pháp], [DE|Đức] vào năm 2015.
        """,
    ])
    func whoSignsInAClauseIsBoundNotWhoIsNamedBefore(sentence: String) {
        #expect(
            fixture.read(sentence).map { $0.lowercased() }
                == ["other signed de + fr + ir “thỏa thuận hạt nhân” 2015"])
    }

    @Test(arguments: [
        "gồm [FR|Pháp], [DE|Đức], [GB|Anh]", "gồm 3 nước là [FR|Pháp], [DE|Đức] và [GB|Anh]",
        "[FR|Pháp], [DE|Đức], [GB|Anh]", "[FR|Pháp], [GB|Anh] + [DE|Đức]",
    ])
    func theMembersThatBracketsListBindThemselves(members: String) {
        let text = """
            Thỏa thuận hạt nhân năm 2015 (còn gọi là Kế hoạch hành động) được ký giữa [IR|Iran] và nhóm \
            [-:P3|P3] (\(members)).
            """
        #expect(
            fixture.read(text) == ["other signed DE + FR + GB + IR “Thỏa thuận hạt nhân” 2015"])
    }

    @Test func anotherNameInBracketsIsNoOtherDocument() {
        let text = "[VN|Việt Nam] và [KR|Hàn Quốc] ký hiệp định kinh tế (hiệp định khung)."
        #expect(fixture.read(text).count == 1)
    }

    @Test func anAgreementBetweenTwoIsToldByThem() {
        #expect(
            fixture.read("Ông thất vọng về thỏa thuận giữa [RU|Nga] và [US|Mỹ].")
                == ["other existing RU + US"])
    }

    @Test(arguments: [
        "Hai bên nói về thỏa thuận giữa hai nước.",
        "Hai bên nói về các thỏa thuận giữa [RU|Nga] và [US|Mỹ].",
    ])
    func agreementsInGeneralAreNone(sentence: String) {
        #expect(fixture.read("[VN|Việt Nam] gặp [KR|Hàn Quốc]. " + sentence) == [])
    }

    @Test func whoIsNotNamedIsKnownByTheirStates() {
        let talks = Occasion(
            sides: [["VN:Bộ Y tế", "Bộ trưởng Lê An"], ["LA:Bộ Y tế", "Bộ trưởng Kham Phui"]])
        let text = """
            [VN@Bộ Y tế|Bộ trưởng Lê An] gặp [LA@Bộ Y tế|Bộ trưởng Kham Phui]. Hai Bộ trưởng chứng kiến lễ \
            ký bản ghi nhớ về kết nghĩa giữa thành phố A và thành phố B.
            """
        #expect(
            fixture.read(text, [talks]) == [
                "mou signed LA + VN “bản ghi nhớ về kết nghĩa giữa thành phố A và thành phố B”"
            ])
    }

    @Test(arguments: [
        "Thứ trưởng nói về Bộ Quy tắc ứng xử giữa [-:ASEAN|ASEAN] và [CN|Trung Quốc] đang đàm phán.",
        "Thứ trưởng mong [-:ASEAN|ASEAN] và [CN|Trung Quốc] sớm xây dựng Bộ Quy tắc ứng xử.",
        "Tiến trình đàm phán COC giữa [-:ASEAN|ASEAN] và [CN|Trung Quốc] có tiến triển.",
    ])
    func aCharterBindsThoseWhoNegotiateIt(sentence: String) {
        let found = fixture.read(sentence)
        #expect(found.count == 1)
        #expect(found.allSatisfy { $0.contains("-:ASEAN + CN") })
    }

    @Test(arguments: [
        "[VN|Việt Nam] và [LA|Lào] thúc đẩy đàm phán COC.",
        "[VN|Việt Nam] và [LA|Lào] ủng hộ ký COC hiệu quả.",
        "[VN|Việt Nam] và [LA|Lào] thực hiện nghiêm Tuyên bố về ứng xử của các bên ở Biển Đông.",
    ])
    func aCharterDoesNotBindThoseWhoSpeakOfIt(sentence: String) {
        #expect(fixture.read(sentence) == [])
    }

    @Test(arguments: [
        "[FR|Pháp] và [DE|Đức] phản đối quyết định đó trong một tuyên bố chung.",
        "Trong tuyên bố chung, [FR|Pháp] và [DE|Đức] phản đối quyết định đó.",
    ])
    func whoSaysSomethingInAStatementIssuesIt(sentence: String) {
        #expect(fixture.read(sentence) == ["statement agreed DE + FR “tuyên bố chung”"])
    }

    @Test(arguments: [
        "[FR|Pháp] phản đối quyết định đó trong một tuyên bố chung.",
        "[FR|Pháp] và [DE|Đức] nói về điều được nêu trong hai tuyên bố chung.",
        "[ID|Indonesia] nói văn bản mà [MY|Malaysia] đưa ra không phải là tuyên bố chung.",
    ])
    func aStatementOfOneOrOfNobodyIsNone(sentence: String) {
        #expect(fixture.read(sentence) == [])
    }

    @Test func whoMetElsewhereDoesNotIssueTheStatement() {
        let talks = Occasion(sides: [["US"], ["JO"]])
        let text = """
            [US|Mỹ] gặp [JO|Jordan]. [IL|Israel] lên tiếng khi đưa ra tuyên bố chung.
            """
        #expect(fixture.read(text, [talks]) == [])
    }

    @Test func bothSidesCarryOutTheirAgreement() {
        let text = """
            Quan hệ [VN|Việt Nam] - [LA|Lào] tốt đẹp. Hai bên tích cực thực hiện thỏa thuận về biên giới.
            """
        #expect(fixture.read(text) == ["other existing LA + VN “thỏa thuận về biên giới”"])
    }

    @Test func whatIsToBeSignedOnAVisitBindsItsStates() {
        let visit = Occasion(
            kind: .visit, sides: [["Tổng thống Jean Blanc"], ["VN"]], status: .planned)
        let text = """
            [FR@|Tổng thống Jean Blanc] sẽ thăm [VN|Việt Nam]. Dự kiến hơn 20 văn kiện sẽ được ký kết.
            """
        #expect(fixture.read(text, [visit]) == ["other planned FR + VN"])
    }

    @Test func documentsOfDifferentDaysAreTwo() {
        let text = """
            [VN|Việt Nam] và [KR|Hàn Quốc] đã ký hiệp định thương mại và hàng hải ngày 5/12/1962, hiệp \
            định thương mại ngày 3/5/2002.
            """
        #expect(fixture.read(text).count == 2)
    }

    @Test func aPlanNamedInPassingStaysAPlan() {
        let text = """
            Đó là rào cản của hiệp định nghề cá giữa [RU|Nga] và [JP|Nhật Bản]. [RU|Nga] và [JP|Nhật Bản] sẽ \
            ký hiệp định nghề cá.
            """
        #expect(
            fixture.read(text)
                == ["treaty planned JP + RU “hiệp định nghề cá giữa Nga và Nhật Bản”"])
    }

    // MARK: Without a document

    @Test(arguments: [
        "Lệnh ngừng bắn được nhất trí hồi năm ngoái giữa [RU|Nga] và [TR|Thổ Nhĩ Kỳ].",
        "Thỏa thuận đạt được hồi tháng trước giữa [RU|Nga] và [TR|Thổ Nhĩ Kỳ] bị vi phạm.",
        "Kế hoạch ngừng bắn do [RU|Nga] và [TR|Thổ Nhĩ Kỳ] cùng thống nhất đã sụp đổ.",
        "[RU|Nga] đạt được thỏa thuận với phía [TR|Thổ Nhĩ Kỳ].",
    ])
    func clausesTellWhoAgreed(sentence: String) {
        #expect(fixture.read(sentence) == ["consensus agreed RU + TR"])
    }

    @Test(arguments: [
        "Ông nhắc đến cam kết giữa [RU|Nga] và [TR|Thổ Nhĩ Kỳ].",
        "[RU|Nga] gần đạt được thỏa thuận với [TR|Thổ Nhĩ Kỳ].",
        "[RU|Nga] khó đạt được thỏa thuận với [TR|Thổ Nhĩ Kỳ].",
        "[RU|Nga] nhắc đến thỏa thuận có thể đạt được giữa [RU|Nga] và [TR|Thổ Nhĩ Kỳ].",
        "[RU|Nga] và [TR|Thổ Nhĩ Kỳ] đồng tình với nhận định này.",
    ])
    func opinionsAndHopesAreNoConsensus(sentence: String) {
        #expect(fixture.read(sentence) == [])
    }

    @Test(arguments: ["Ba nước", "3 nước", "Cả ba bên"])
    func asManyAreThoseNamedTogetherLast(words: String) {
        let text = "[FR|Pháp], [DE|Đức] và [GB|Anh] lên tiếng. \(words) nhất trí hợp tác."
        #expect(fixture.read(text) == ["consensus agreed DE + FR + GB"])
    }

    @Test func moreOrFewerThanNamedAreNotThey() {
        let text = "[FR|Pháp], [DE|Đức] và [GB|Anh] lên tiếng. Bốn nước nhất trí hợp tác."
        #expect(fixture.read(text) == [])
    }

    @Test func threeAreNotTheTwoOfTheMeeting() {
        let talks = Occasion(sides: [["US"], ["KR"]])
        let text = "[US|Mỹ] gặp [KR|Hàn Quốc]. Ba nước nhất trí hợp tác."
        #expect(fixture.read(text, [talks]) == [])
    }

    @Test(arguments: ["trong", "tại"])
    func whatWasReachedAtAMeetingBindsItsSides(preposition: String) {
        let talks = Occasion(sides: [["US"], ["KR"]])
        let text = """
            Cuộc diễn tập phù hợp với thỏa thuận đã đạt được \(preposition) hội nghị giữa [US|Mỹ] và \
            [KR|Hàn Quốc].
            """
        #expect(fixture.read(text, [talks]) == ["consensus agreed KR + US"])
    }

    @Test func aPromiseInAStatementIsNotReachedAtTheMeeting() {
        let talks = Occasion(sides: [["US"], ["KR"]])
        let text = "[US|Mỹ] gặp [KR|Hàn Quốc], tái khẳng định cam kết trong Tuyên bố Lima."
        #expect(fixture.read(text, [talks]).filter { $0.hasPrefix("consensus") } == [])
    }

    @Test func assentToADemandIsAConsensus() {
        let talks = Occasion(sides: [["Tổng thống John Hill"], ["Chủ tịch Li Wen"]])
        let text = """
            [US@|Tổng thống John Hill] gặp [CN@|Chủ tịch Li Wen]. [US@|Tổng thống John Hill] tán thành yêu cầu \
            của [CN@|Chủ tịch Li Wen].
            """
        #expect(fixture.read(text, [talks]) == ["consensus agreed CN + US"])
    }

    // MARK: Levels of relations

    @Test(arguments: [
        "[VN|Việt Nam] sẵn lòng cùng [US|Mỹ] vun đắp hơn quan hệ đối tác toàn diện của hai nước.",
        "[VN|Việt Nam] và [US|Mỹ] ký Tuyên bố về quan hệ đối tác toàn diện.",
    ])
    func aDeeperLevelIsNotSeveralAndItsDocumentIsNotIt(sentence: String) {
        #expect(
            fixture.read(sentence).filter { $0.hasPrefix("partnership") }
                == ["partnership existing US + VN “đối tác toàn diện”"])
    }

    @Test(arguments: [
        "[VN|Việt Nam] và [US|Mỹ] nhất trí nâng quan hệ lên đối tác toàn diện.",
        "[VN|Việt Nam] và [US|Mỹ] đồng ý ký hiệp định vận tải.",
    ])
    func whatIsAgreedByNameIsNoConsensusBesides(sentence: String) {
        #expect(fixture.read(sentence).filter { $0.hasPrefix("consensus") } == [])
    }

    @Test func whatIsAgreedBesidesALevelIsAConsensus() {
        let text = """
            [VN|Việt Nam] và [US|Mỹ] nhất trí nâng quan hệ lên đối tác toàn diện, mở thêm đường bay.
            """
        #expect(
            fixture.read(text).filter { $0.hasPrefix("consensus") }
                == ["consensus agreed US + VN"])
    }

    @Test func aJubileeTellsTheYearOfSigning() {
        let kept = "[VN|Việt Nam] và [LA|Lào] kỷ niệm 25 năm ký Hiệp ước hữu nghị"
        #expect(
            fixture.read("\(kept) trong năm 2019.")
                == ["treaty signed LA + VN “Hiệp ước hữu nghị” 1994"])
        #expect(fixture.read("\(kept).") == ["treaty signed LA + VN “Hiệp ước hữu nghị”"])
    }

    @Test func aPartnershipIsAsOldAsTheTextSays() {
        let told = "[VN|Việt Nam] và [LA|Lào] coi trọng quan hệ đối tác chiến lược"
        #expect(
            fixture.read("\(told) được thiết lập năm 2017.")
                == ["partnership existing LA + VN “đối tác chiến lược” 2017"])
        #expect(
            fixture.read("\(told), tháng 5/2017 thiết lập đường bay.")
                == ["partnership existing LA + VN “đối tác chiến lược”"])
    }

    @Test func theTwoStatesOfASentenceAreMeant() {
        let before = "[LA|Lào] và [TH|Thái Lan] họp."
        #expect(
            fixture.read(
                "\(before) [US@|Tổng thống Lee Ann] nói với [VN|Việt Nam] về đối tác toàn diện giữa hai nước."
            ) == ["partnership existing US + VN “đối tác toàn diện”"])
    }

    @Test func whatIsReachedInAClauseOfTimeBindsTheSubject() {
        #expect(
            fixture.read("[TH|Thái Lan] rút quân sau khi đạt được thống nhất với [LA|Lào].").count
                == 1)
        #expect(
            fixture.read("[TH|Thái Lan] rút quân với [LA|Lào] sau khi đạt được thống nhất.") == [])
    }

    @Test func aPurposeNamesNoDocumentsInParticular() {
        #expect(
            fixture.read(
                "Hai bên cho rằng đây là lúc để thông qua các thỏa thuận hợp tác giữa [VN|Việt Nam] và [LA|Lào]."
            ) == [])
    }
}
