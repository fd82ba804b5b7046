import BangGiaoModel
import TestSupport
import Testing

@testable import BangGiaoExtraction

struct DateRecognizerTests {
    private let fixture: DateFixture

    init() throws { fixture = try DateFixture() }

    @Test(arguments: [
        ("Sáng 7/3/2019, hai bên hội đàm.", "Sáng 7/3/2019", "2019-03-07"),
        ("Đoàn đến Huế ngày 7-3-2019.", "ngày 7-3-2019", "2019-03-07"),
        ("Đoàn đến Huế ngày 7.3.2019.", "ngày 7.3.2019", "2019-03-07"),
        ("Đoàn đến Huế ngày 7 tháng 3 năm 2019.", "ngày 7 tháng 3 năm 2019", "2019-03-07"),
        (
            "Đoàn đến Huế ngày mùng 7 tháng Ba, năm 2019.", "ngày mùng 7 tháng Ba, năm 2019",
            "2019-03-07"
        ),
        ("Đoàn đến Huế ngày 7/3 năm 2019.", "ngày 7/3 năm 2019", "2019-03-07"),
        ("Hai bên họp từ ngày 4-6/8/2018 ở Huế.", "từ ngày 4-6/8/2018", "2018-08-04/2018-08-06"),
        (
            "Hai bên họp từ 4 đến ngày 6/8/2018 ở Huế.", "từ 4 đến ngày 6/8/2018",
            "2018-08-04/2018-08-06"
        ),
        ("Hai bên họp từ 29/7-2/8/2018 ở Huế.", "từ 29/7-2/8/2018", "2018-07-29/2018-08-02"),
        (
            "Hai bên họp từ ngày 29-12 đến 2-1-2018.", "từ ngày 29-12 đến 2-1-2018",
            "2017-12-29/2018-01-02"
        ),
        (
            "Hai bên họp từ ngày 29 đến 2/8/2018.", "từ ngày 29 đến 2/8/2018",
            "2018-07-29/2018-08-02"
        ),
        (
            "Trong hai ngày 5 và 6/9/2018, hai bên họp.", "ngày 5 và 6/9/2018",
            "2018-09-05/2018-09-06"
        ),
        (
            "Các ngày 5, 6 và 7/9/2018, hai bên họp.", "Các ngày 5, 6 và 7/9/2018",
            "2018-09-05/2018-09-07"
        ),
        (
            "Hai bên họp ngày 5-6 tháng 9 năm 2018.", "ngày 5-6 tháng 9 năm 2018",
            "2018-09-05/2018-09-06"
        ),
        ("Hai bên họp vào tháng 9/2018.", "tháng 9/2018", "2018-09"),
        ("Hai bên họp vào đầu tháng 9 năm 2018.", "đầu tháng 9 năm 2018", "2018-09"),
        ("Hai bên họp (9/2018).", "9/2018", "2018-09"),
        ("Hai bên họp từ tháng 9 đến 11/2018.", "từ tháng 9 đến 11/2018", "2018-09/2018-11"),
        ("Hai bên họp trong quý III/2018.", "quý III/2018", "2018-07/2018-09"),
        ("Hai bên họp trong nửa đầu năm 2018.", "nửa đầu năm 2018", "2018-01/2018-06"),
        ("Cơ chế có từ năm 2004 đến nay.", "từ năm 2004", "2004"),
        ("Hai nước ký hiệp ước hồi 2013.", "2013", "2013"),
        ("Hai nước ký hiệp ước (1961).", "1961", "1961"),
        ("Cơ chế có từ tháng 5-2004 đến nay.", "từ tháng 5-2004", "2004-05"),
        ("Cơ chế có từ tháng 5-2004 tới nay.", "từ tháng 5-2004", "2004-05"),
    ])
    func readsWhatIsStated(text: String, words: String, date: String) {
        #expect(fixture.dates(text) == [.init(words: words, date: date, basis: .stated)])
    }

    @Test(arguments: [
        ("Sáng 7/3, hai bên hội đàm.", "2019-03-07"),
        ("Hai bên hội đàm hôm 20/3.", "2018-03-20"),
        ("Hai bên hội đàm ngày 20/3.", "2019-03-20"),
        ("Hai bên hội đàm ngày 20/11.", "2018-11-20"),
        ("Hai bên sẽ hội đàm ngày 20/11.", "2019-11-20"),
        ("Hai bên hội đàm ngày 20/11 tới.", "2019-11-20"),
        ("Đoàn ngày 20/11 tới Huế.", "2018-11-20"),
        ("Hai bên hội đàm ngày 5/2 vừa qua.", "2019-02-05"),
        ("Hai bên hội đàm từ ngày 28/2-2/3.", "2019-02-28/2019-03-02"),
        ("Hai bên hội đàm từ 30-12 đến 2-1.", "2018-12-30/2019-01-02"),
        ("Hai bên hội đàm tháng 11.", "2018-11"),
        ("Hai bên có thể hội đàm tháng 7.", "2019-07"),
        ("Hai bên hội đàm tháng 11 tới ở Huế.", "2019-11"),
        ("Hai bên hội đàm hôm nay, 7/3, ở Huế.", "2019-03-07"),
        ("Hai bên hội đàm hồi tháng ba.", "2019-03"),
        ("Hai bên sẽ hội đàm vào tháng 11.", "2019-11"),
        ("Hai bên hội đàm tháng 11 năm ngoái.", "2018-11"),
        ("Hai bên hội đàm tháng 2 năm nay.", "2019-02"),
        ("Hai bên hội đàm sáng nay.", "2019-03-08"),
        ("Hai bên hội đàm chiều qua.", "2019-03-07"),
        ("Hai bên sẽ hội đàm ngày mai.", "2019-03-09"),
        ("Hai bên hội đàm tuần trước.", "2019-02-25/2019-03-03"),
        ("Hai bên hội đàm cuối tuần này.", "2019-03-09/2019-03-10"),
        ("Hai bên hội đàm thứ Ba tuần này.", "2019-03-05"),
        ("Hai bên hội đàm hôm thứ Ba.", "2019-03-05"),
        ("Hai bên sẽ hội đàm thứ Ba tới.", "2019-03-12"),
        ("Hai bên hội đàm vào thứ Ba 5/3.", "2019-03-05"),
        ("Hai bên hội đàm tháng trước.", "2019-02"),
        ("Hai bên sẽ hội đàm tháng tới.", "2019-04"),
        ("Hai bên hội đàm năm ngoái.", "2018"),
        ("Hai bên sẽ hội đàm cuối năm nay.", "2019"),
    ])
    func resolvesAgainstTheDayOfPublication(text: String, date: String) {
        let found = fixture.dates(text, published: "2019-03-08")
        #expect(found.map(\.date) == [date])
        #expect(found.map(\.basis) == [.reference])
    }

    @Test(arguments: [
        "Đội nhà thắng 2-1.", "Có 2/3 số phiếu thuận.", "Khoảng 3/4 dân số ủng hộ.",
        "Nghị định 12/2017/NĐ-CP có hiệu lực.", "Theo Nghị quyết 12/2017, đoàn lên đường.",
        "Quyết định số 5/2018 được công bố.", "Đây là kỳ họp lần thứ 48.",
        "Hai nước kỷ niệm 50 năm quan hệ.", "Tiệc mừng Quốc khánh 2/9 được tổ chức.",
        "Lễ kỷ niệm 45 năm lập quan hệ (5/9/1973 - 5/9/2018) rất vui.",
        "Lễ kỷ niệm 45 năm lập quan hệ (5/9/1973) rất vui.",
        "Đại sứ nhiệm kỳ 2021-2024 lên đường.", "Mục tiêu giai đoạn 2016-2020 đã đạt.",
        "Mục tiêu giai đoạn từ năm 2016 đến năm 2020 đã đạt.",
        "Hai bên gặp lúc 14h30.", "Hai bên gặp lúc 9:30.", "Gọi số 024-38-45 để hỏi.",
        "Đợt này có từ 5-7 người.", "Họ ở đó từ 2-3 năm.", "Lúa đạt 12.5 tấn.",
        "Trẻ em tuổi 11-12 được mời.", "Hội nghị họp 6 tháng một lần.",
        "Trong những năm tới, hai bên gắn bó.", "Suốt hai tuần qua, họ im lặng.",
        "Đây là lần thứ hai tuần này họ gặp.", "Ngày làm việc thứ hai rất dài.",
        "Báo Ngày nay đưa tin.", "Lễ hội mở ngày 10/3 âm lịch.", "Lễ mở ngày 10/3 hằng năm.",
        "Công ước Luật Biển năm 1982 là nền tảng.", "Họ viện trợ từ 1-1,5 tỷ đồng.",
        "Hai bên gặp ngày 31/2.", "Mức giá là 10/12/14 đồng.", "Tỷ lệ là 24/7.",
        "Đám đông (2018 người) tụ tập.", "Đoàn leo 2018 bậc đá.",
    ])
    func leavesAloneWhatIsNoDate(text: String) {
        #expect(fixture.dates(text, published: "2019-03-08").isEmpty)
    }

    @Test(arguments: [
        "Sáng 7/3, hai bên hội đàm.", "Hai bên hội đàm hôm nay.", "Hai bên hội đàm hôm qua (7-3).",
        "Hai bên hội đàm từ ngày 5-7/3.", "Hai bên hội đàm tháng 3, như năm 2017.",
        "Hai bên hội đàm năm ngoái.", "Chiều cùng ngày, đoàn ra về.",
    ])
    func knowsNoYearThatTheTextDoesNotTell(text: String) {
        let first = fixture.dates(text).first
        #expect(first?.date == nil)
        #expect(first?.basis == .unresolved)
    }

    @Test func aDateBesideAWordOfTheDayIsOneDate() {
        let found = fixture.dates(
            "Chiều nay (7/3), hai bên hội đàm. Ngày mai (ngày 8/3), đoàn ra về.",
            published: "2019-03-20")
        #expect(found.map(\.words) == ["Chiều nay (7/3)", "Ngày mai (ngày 8/3)"])
        #expect(found.map(\.date) == ["2019-03-07", "2019-03-08"])
    }

    @Test func daysThatDoNotFollowEachOtherAreTwoDates() {
        let found = fixture.dates("Hai bên họp ngày 13 và 17/3/2018.")
        #expect(found.map(\.words) == ["ngày 13", "17/3/2018"])
        #expect(found.map(\.date) == ["2018-03-13", "2018-03-17"])
    }

    @Test func theSameDayIsTheOneThatOpenedTheSentenceBefore() {
        let found = fixture.dates(
            "Ngày 5/8/2018, hai bên bàn về hội nghị ngày 11/10/2018. Chiều cùng ngày, đoàn ra về. "
                + "Ngày hôm sau, đoàn khác đến.")
        #expect(found.map(\.date) == ["2018-08-05", "2018-10-11", "2018-08-05", "2018-08-06"])
        #expect(found.map(\.basis) == [.stated, .stated, .same, .same])
    }

    @Test func theSameDayDoesNotReachIntoAnotherStory() {
        let found = fixture.dates([
            .init("Ngày 5/8/2018, hai bên hội đàm."),
            .init("Cùng ngày, tàu cập cảng Huế.", .related, story: 0),
            .init("Ngày 9/8/2018, đoàn khác đến.", .related, story: 1),
            .init("Cùng ngày, đoàn ra về."),
        ])
        #expect(found.map(\.date) == ["2018-08-05", nil, "2018-08-09", "2018-08-05"])
    }

    @Test func linesOfThePageTellNoDates() {
        let passages: [DateFixture.Passage] = [
            .init("Tử vi ngày 5/8/2018", .boilerplate), .init("Thứ Sáu, 5/8/2018", .dateline),
        ]
        #expect(fixture.dates(passages).isEmpty)
    }

    @Test(arguments: [
        // The article opens with a full date.
        ("Ngày 5/8/2018, hai bên hội đàm. Trước đó, ngày 1/8, đoàn đến Huế.", "2018-08-01"),
        // The caption tells the year.
        ("Ngày 5/8, hai bên hội đàm. Ảnh chụp ở Huế ngày 4/8/2018.", "2018-08-05"),
        // A slip: month and day exchanged.
        ("Ngày 2-8, hai bên hội đàm. Ảnh chụp ở Huế ngày 8-2-2018.", "2018-08-02"),
        // The month with its year.
        ("Ngày 5/8, hai bên hội đàm. Việt Nam là chủ tịch tháng 8-2018.", "2018-08-05"),
        // What lies ahead has its year.
        ("Ngày 5/8, hai bên bàn về kỳ họp sẽ diễn ra ngày 4/11/2018.", "2018-08-05"),
    ])
    func takesTheYearFromAFullDateNearBy(text: String, date: String) {
        #expect(fixture.dates(text).contains { $0.date == date })
    }

    @Test(arguments: [
        "Ngày 5/8, hai bên hội đàm. Quan hệ bắt đầu ngày 20/2/1976.",
        "Ngày 5/8, hai bên hội đàm. Quan hệ bắt đầu tháng 2/1976.",
        "Ngày 5/8, hai bên hội đàm. Kim ngạch tăng trong năm 2017.",
        // History of the same month or day.
        "Ngày 5/8, hai bên hội đàm. Quan hệ được nâng cấp hồi tháng 8/2013.",
        "Ngày 5/8, hai bên hội đàm. Làng được lập ngày 1/8/1954.",
        // The text knows of later times.
        "Ngày 5/8, hai bên hội đàm. Cầu xong tháng 8/2013 và hỏng tháng 2/2016.",
    ])
    func takesNoYearFromADateFarAway(text: String) {
        #expect(fixture.dates(text).first?.date == nil)
    }

    @Test func aNameBeforeAYearIsNoNextYear() {
        let found = fixture.dates("Ông Nguyễn Văn Sang năm 2013 là đại sứ.")
        #expect(found.map(\.words) == ["năm 2013"])
    }

    @Test func theStoryGoesOnIntoTheNextYear() {
        let found = fixture.dates("Ngày 28/12/2016, hai bên hội đàm. Hôm 4/1, đoàn ra về.")
        #expect(found.map(\.date) == ["2016-12-28", "2017-01-04"])
    }

    @Test func theTableNamesOnlyKnownRoles() {
        let unknown = fixture.lexicon.cues.filter { DateWord(rawValue: $0.value) == nil }
        #expect(unknown.map(\.form) == [])
        let missing = DateWord.allCases.filter { word in
            !fixture.lexicon.cues.contains { $0.value == word.rawValue }
        }
        #expect(missing.map(\.rawValue) == [])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func everyWayToWriteADayGivesTheDay(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let number = Int.random(in: 690_000...760_000, using: &generator)
        let (year, month, day) = Calendar.date(dayNumber: number)
        let forms = [
            "\(day)/\(month)/\(year)", "\(day)-\(month)-\(year)", "\(day).\(month).\(year)",
            "\(day) tháng \(month) năm \(year)", "\(day) tháng \(month)/\(year)",
            "\(day)/\(month) năm \(year)",
        ]
        let expected = PartialDate(year: year, month: month, day: day)?.description
        for form in forms {
            let found = fixture.dates("Hai bên hội đàm ngày \(form) tại Huế.")
            #expect(found.map(\.date) == [expected], "\(form)")
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func aDayWithoutYearIsTheNearestOfItsKind(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let publication = Int.random(in: 690_000...760_000, using: &generator)
        let past = Calendar.date(
            dayNumber: publication - Int.random(in: 0...300, using: &generator))
        let ahead = Calendar.date(
            dayNumber: publication + Int.random(in: 1...340, using: &generator))
        let today = Calendar.date(dayNumber: publication)
        // A leap day may be the nearest only years away.
        guard (past.month, past.day) != (2, 29), (ahead.month, ahead.day) != (2, 29) else { return }
        let published = try #require(
            PartialDate(year: today.year, month: today.month, day: today.day))
        let found = fixture.dates(
            "Hai bên hội đàm hôm \(past.day)/\(past.month). "
                + "Hai bên sẽ gặp lại ngày \(ahead.day)/\(ahead.month).",
            published: published.description)
        let expected = [past, ahead].map {
            PartialDate(year: $0.year, month: $0.month, day: $0.day)?.description
        }
        #expect(found.map(\.date) == expected)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func mentionsStandInOrderAndApart(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = [
            "ngày", "hôm", "tháng", "năm", "từ", "đến", "5", "12", "31", "2018", "/", "-", " ",
            " ", " ", "(", ")", ",", ".", "sáng nay", "thứ Hai", "tuần trước", "cùng ngày", "và",
            "tới", "quý", "Quốc khánh", "nửa đầu", "\n",
        ]
        var text = ""
        for _ in 0..<40 { text += (parts.randomElement(using: &generator) ?? "") }
        let tokens = Tokenizer().tokens(of: text)
        let sentences = SentenceSplitter(abbreviations: []).sentences(of: tokens).map {
            Sentence(tokens: $0, zone: .body, story: nil)
        }
        let mentions = DateRecognizer(lexicon: fixture.lexicon).dates(
            tokens: tokens, lattice: Lattice(tokens: tokens, lexicon: fixture.lexicon),
            sentences: sentences, published: PartialDate("2019-03-08"))
        var end = 0
        for mention in mentions {
            #expect(mention.range.lowerBound >= end)
            #expect(!mention.range.isEmpty)
            #expect(mention.range.upperBound <= tokens.count)
            end = mention.range.upperBound
        }
    }
}
