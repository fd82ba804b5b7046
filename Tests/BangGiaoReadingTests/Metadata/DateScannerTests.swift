import BangGiaoModel
import TestSupport
import Testing

@testable import BangGiaoReading

struct DateScannerTests {
    @Test(arguments: [
        ("22/10/2021 06:24", "2021-10-22"), ("2-9-2021", "2021-09-02"), ("5.4.2017", "2017-04-05"),
        ("ngày 22 tháng 10 năm 2021", "2021-10-22"), ("2021-10-22T06:24:00+07:00", "2021-10-22"),
        ("Thứ tư, 29/9/2021, 13:31 (GMT+7)", "2021-09-29"), ("22 Tháng 10, 2021", "2021-10-22"),
        ("2021/10/22", "2021-10-22"), ("5 Tháng Tư, 2017", "2017-04-05"),
        ("12 tháng mười hai 2017", "2017-12-12"),
    ])
    func daysWithTheirYearAreRead(text: String, day: String) throws {
        let cues = try ZoneCues(directory: Repository.lexicon)
        #expect(DateScanner.day(of: text, cues: cues)?.description == day)
    }

    @Test(arguments: [
        "29/9", "31/2/2021", "12/2017", "Nghị định 55/2025", "1/2/21", "2021", "22/10-2021",
        "số 123/45/20210", "tháng 10 năm 2021", "",
    ])
    func otherNumbersAreNoDays(text: String) throws {
        let cues = try ZoneCues(directory: Repository.lexicon)
        #expect(DateScanner.day(of: text, cues: cues) == nil)
    }
}
