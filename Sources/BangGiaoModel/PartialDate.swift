/// A date as exact as a text allows: a year, a month, a day, or an interval of such.
///
/// Written by ISO 8601: `2021`, `2017-12`, `2025-12-15`, `2017-04-02/2017-04-05`.
public struct PartialDate: Hashable, Sendable {
    /// A year, a month of a year, or a day.
    public struct Point: Hashable, Comparable, Sendable {
        /// The year of the Gregorian calendar.
        public var year: Int
        /// 1 to 12, or nil where only the year is known.
        public var month: Int?
        /// 1 to 31, or nil where only the month is known.
        public var day: Int?

        /// Makes a point; returns nil where there is no such day.
        public init?(year: Int, month: Int? = nil, day: Int? = nil) {
            guard (1...9999).contains(year) else { return nil }
            if let month {
                guard (1...12).contains(month) else { return nil }
                if let day {
                    guard (1...Calendar.days(inMonth: month, of: year)).contains(day) else {
                        return nil
                    }
                }
            } else if day != nil {
                return nil
            }
            self.year = year
            self.month = month
            self.day = day
        }

        /// The first day that the point covers, as a number of days.
        public var firstDay: Int {
            Calendar.dayNumber(year: year, month: month ?? 1, day: day ?? 1)
        }

        /// The last day that the point covers, as a number of days.
        public var lastDay: Int {
            let lastMonth = month ?? 12
            let lastDay = day ?? Calendar.days(inMonth: lastMonth, of: year)
            return Calendar.dayNumber(year: year, month: lastMonth, day: lastDay)
        }

        /// Orders by first day; of two that begin together the more exact first.
        public static func < (left: Point, right: Point) -> Bool {
            (left.firstDay, left.lastDay) < (right.firstDay, right.lastDay)
        }
    }

    /// The date, or the start of the interval.
    public var start: Point
    /// The end of the interval; nil where the date is none.
    public var end: Point?

    /// Makes a date or, with an end, an interval; an end before the start is dropped.
    public init(_ start: Point, to end: Point? = nil) {
        self.start = start
        self.end = end.flatMap { $0.lastDay > start.lastDay ? $0 : nil }
    }

    /// Makes a date from a year, a month and a day; returns nil where there is no such day.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard let point = Point(year: year, month: month, day: day) else { return nil }
        self.init(point)
    }

    /// Reads a date of ISO 8601; returns nil for anything else.
    public init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2, let first = halves.first, let start = Point(iso: first) else {
            return nil
        }
        guard halves.count == 2 else {
            self.init(start)
            return
        }
        guard let end = Point(iso: halves[1]), end.lastDay >= start.lastDay else { return nil }
        self.init(start, to: end)
    }

    /// The first day covered, as a number of days; day numbers of two dates can be compared.
    public var firstDay: Int { start.firstDay }

    /// The last day covered, as a number of days.
    public var lastDay: Int { end?.lastDay ?? start.lastDay }

    /// Whether one of the two lies within the other.
    public func isCompatible(with other: PartialDate) -> Bool {
        covers(other) || other.covers(self)
    }

    /// Whether the other lies within this one.
    public func covers(_ other: PartialDate) -> Bool {
        firstDay <= other.firstDay && other.lastDay <= lastDay
    }
}

extension PartialDate: CustomStringConvertible, Comparable {
    /// The date by ISO 8601.
    public var description: String {
        end.map { "\(start)/\($0)" } ?? start.description
    }

    /// Orders by first day, then by last day.
    public static func < (left: PartialDate, right: PartialDate) -> Bool {
        (left.firstDay, left.lastDay) < (right.firstDay, right.lastDay)
    }
}

extension PartialDate: Codable {
    /// Reads the ISO 8601 form.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = PartialDate(text) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "\"\(text)\" is no date of ISO 8601."))
        }
        self = date
    }

    /// Writes the ISO 8601 form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension PartialDate.Point: CustomStringConvertible {
    /// The point by ISO 8601.
    public var description: String {
        var text = padded(year, to: 4)
        if let month { text += "-" + padded(month, to: 2) }
        if let day { text += "-" + padded(day, to: 2) }
        return text
    }

    init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count else { return nil }
        self.init(
            year: numbers[0],
            month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil)
    }

    private func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// The proleptic Gregorian calendar in whole days, without time zones.
public enum Calendar {
    /// Returns the days from 1 March of year 0 to a day; consecutive days have consecutive numbers.
    ///
    /// - Note: the era-free form of Howard Hinnant's `days_from_civil`.
    public static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? month - 3 : month + 9
        let years = month > 2 ? year : year - 1
        return 365 * years + years / 4 - years / 100 + years / 400 + (153 * shifted + 2) / 5 + day
            - 1
    }

    /// Returns the day that a number of days stands for; inverse of ``dayNumber(year:month:day:)``.
    public static func date(dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        var year = (10_000 * dayNumber + 14_780) / 3_652_425
        var rest = dayNumber - (365 * year + year / 4 - year / 100 + year / 400)
        if rest < 0 {
            year -= 1
            rest = dayNumber - (365 * year + year / 4 - year / 100 + year / 400)
        }
        let shifted = (100 * rest + 52) / 3060
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let day = rest - (153 * shifted + 2) / 5 + 1
        return (month <= 2 ? year + 1 : year, month, day)
    }

    /// Returns the number of days of a month.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
