import BangGiaoModel
import TestSupport
import Testing

struct PartialDateTests {
    @Test(arguments: [
        "2021", "2017-12", "2025-12-15", "2017-04-02/2017-04-05", "2017-12/2018-01", "0800-02-29",
    ])
    func readsAndWritesISO8601(text: String) throws {
        let date = try #require(PartialDate(text))
        #expect(date.description == text)
    }

    @Test(arguments: [
        "", "21", "2021-13", "2021-02-29", "2021-1", "2021-01-32", "2021/2020", "2021-01-01/",
        "hôm qua", "2021-01-01/2021-01-02/2021-01-03", "+021",
    ])
    func refusesWhatIsNoDate(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func dayNumbersCountDays(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let number = Int.random(in: 400...3_600_000, using: &generator)
        let (year, month, day) = Calendar.date(dayNumber: number)
        #expect(Calendar.dayNumber(year: year, month: month, day: day) == number)
        #expect((1...12).contains(month))
        #expect((1...Calendar.days(inMonth: month, of: year)).contains(day))
        let next = Calendar.date(dayNumber: number + 1)
        #expect(next == (year, month, day + 1) || next.day == 1)
    }

    @Test func aDayLiesWithinItsMonth() throws {
        let day = try #require(PartialDate("2017-12-05"))
        let month = try #require(PartialDate("2017-12"))
        #expect(month.covers(day))
        #expect(!day.covers(month))
        #expect(day.isCompatible(with: month))
        #expect(try !day.isCompatible(with: #require(PartialDate("2018"))))
    }
}
