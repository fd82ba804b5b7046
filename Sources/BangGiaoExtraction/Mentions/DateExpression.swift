/// A passage that tells a date, before it is set against the calendar.
struct DateExpression: Sendable {
    /// The tokens, without the preposition before them.
    var range: Range<Int>
    var value: Value
    var direction: Direction

    enum Value: Sendable {
        case point(DatePoint)
        case span(DatePoint, DatePoint)
        /// Days from the day of publication.
        case day(offset: Int)
        /// Weeks from the week of publication; all of it, its weekend or one day of it.
        case week(offset: Int, weekday: Int?, isWeekend: Bool)
        /// The nearest such day before or after publication.
        case weekday(Int)
        /// Months from the month of publication.
        case month(offset: Int)
        /// Days from the day named before.
        case named(offset: Int)
    }

    /// On which side of the day of publication the date lies.
    enum Direction: Sendable {
        case past
        case unknown
        /// Something is announced in the same sentence.
        case announced
        case future
    }

    /// Whether days are told, not only months or years.
    var hasDay: Bool {
        if case .span(let first, _) = value { return first.day != nil }
        return isDay
    }

    /// Whether the date is one day.
    var isDay: Bool {
        switch value {
        case .point(let point): point.day != nil
        case .day, .weekday, .named: true
        case .week(_, let weekday, _): weekday != nil
        case .span, .month: false
        }
    }
}

/// A day, month or year as the text gives it; what it doesn't give is missing.
struct DatePoint: Sendable, Equatable {
    var day: Int?
    var month: Int?
    var year: Year = .missing

    enum Year: Sendable, Equatable {
        case missing
        case stated(Int)
        /// Years from the year of publication: "năm ngoái".
        case offset(Int)
        /// "Cùng năm": the year of the date named before.
        case same
    }

    /// The year that the text gives.
    var statedYear: Int? {
        if case .stated(let year) = year { year } else { nil }
    }
}
