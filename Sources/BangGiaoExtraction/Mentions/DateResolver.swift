import BangGiaoModel

/// The day from which dates without a year are seen.
struct DateReference: Sendable {
    /// The day of publication, or a date of the text that stands in for it.
    var date: PartialDate
    /// Whether it is the day of publication: only then "hôm nay" has a date.
    var isPublication: Bool

    /// The last day that it may be.
    var day: Int { date.lastDay }
    /// Whether it is one day.
    var isExact: Bool { date.firstDay == date.lastDay }
    var year: Int { (date.end ?? date.start).year }
}

/// Sets what a text says of dates against the calendar.
///
/// A date without a year is the latest one not long after the reference; one that is announced the
/// first one after it. Two steps, as HeidelTime has them (Strötgen and Gertz, 2010).
struct DateResolver: Sendable {
    var reference: DateReference?

    /// How many days after the reference a date without any hint may still lie: what lies further
    /// ahead without a word such as "sẽ" is a year old.
    static let horizon = 45
    /// The same where something is announced in the sentence: half a year, the nearest one.
    static let announcedHorizon = 182
    /// How many days before the reference an announced day may lie: the text may be older.
    static let slack = 7

    /// Returns the date; nil where it can't be known.
    ///
    /// - Parameter named: The date named before, for "cùng ngày" and "cùng năm".
    func date(of expression: DateExpression, named: PartialDate?) -> PartialDate? {
        switch expression.value {
        case .point(let point):
            return self.point(point, expression.direction, named).map { PartialDate($0) }
        case .span(let first, let last):
            return span(first, last, expression.direction, named)
        case .named(let offset):
            guard let named, named.firstDay == named.lastDay else { return nil }
            return date(dayNumber: named.firstDay + offset)
        case .day(let offset):
            return publicationDay.flatMap { date(dayNumber: $0 + offset) }
        case .weekday(let weekday):
            return publicationDay.flatMap { self.weekday(weekday, from: $0, expression.direction) }
        case .week(let offset, let weekday, let isWeekend):
            guard let day = publicationDay else { return nil }
            let monday = day - Self.weekday(day) + 7 * offset
            if let weekday { return date(dayNumber: monday + weekday) }
            return interval(isWeekend ? monday + 5 : monday, monday + 6)
        case .month(let offset):
            guard let reference, reference.isPublication, let month = reference.date.start.month
            else { return nil }
            let months = reference.date.start.year * 12 + month - 1 + offset
            return PartialDate(year: months / 12, month: months % 12 + 1)
        }
    }

    /// Returns the weekday from Monday, 0, to Sunday, 6.
    static func weekday(_ dayNumber: Int) -> Int {
        // 1 January 2000 was a Saturday.
        let days = dayNumber - Calendar.dayNumber(year: 2000, month: 1, day: 1) + 5
        return ((days % 7) + 7) % 7
    }

    private var publicationDay: Int? {
        guard let reference, reference.isPublication, reference.isExact else { return nil }
        return reference.day
    }

    private func weekday(
        _ weekday: Int, from day: Int, _ direction: DateExpression.Direction
    ) -> PartialDate? {
        let distance = weekday - Self.weekday(day)
        switch direction {
        case .past: return date(dayNumber: day + (distance > 0 ? distance - 7 : distance))
        case .future: return date(dayNumber: day + (distance <= 0 ? distance + 7 : distance))
        case .unknown, .announced: return nil
        }
    }

    private func span(
        _ first: DatePoint, _ last: DatePoint, _ direction: DateExpression.Direction,
        _ named: PartialDate?
    ) -> PartialDate? {
        var first = first
        var last = last
        if first.year == .missing, last.year != .missing, last.month != nil {
            guard let end = point(last, direction, named) else { return nil }
            first.year = .stated(isAfter(first, last) ? end.year - 1 : end.year)
        }
        guard let start = point(first, direction, named) else { return nil }
        if last.year == .missing {
            last.year = .stated(isAfter(first, last) ? start.year + 1 : start.year)
        }
        guard let end = point(last, direction, named), end.lastDay >= start.firstDay else {
            return nil
        }
        return PartialDate(start, to: end)
    }

    /// Whether one point lies after the other within a year.
    private func isAfter(_ first: DatePoint, _ last: DatePoint) -> Bool {
        (first.month ?? 0, first.day ?? 0) > (last.month ?? 0, last.day ?? 0)
    }

    private func point(
        _ point: DatePoint, _ direction: DateExpression.Direction, _ named: PartialDate?
    ) -> PartialDate.Point? {
        switch point.year {
        case .stated(let year):
            return PartialDate.Point(year: year, month: point.month, day: point.day)
        case .same:
            guard let named else { return nil }
            return PartialDate.Point(year: named.start.year, month: point.month, day: point.day)
        case .offset(let offset):
            guard let reference else { return nil }
            return PartialDate.Point(
                year: reference.year + offset, month: point.month, day: point.day)
        case .missing:
            guard let reference, point.month != nil else { return nil }
            let candidates = (reference.year - 8...reference.year + 8).compactMap {
                PartialDate.Point(year: $0, month: point.month, day: point.day)
            }
            switch direction {
            case .past: return latest(candidates, until: reference.day + 1)
            case .unknown: return latest(candidates, until: reference.day + Self.horizon)
            case .announced:
                return latest(candidates, until: reference.day + Self.announcedHorizon)
            case .future:
                return candidates.first { $0.lastDay >= reference.day - Self.slack }
            }
        }
    }

    private func latest(_ points: [PartialDate.Point], until day: Int) -> PartialDate.Point? {
        points.last { $0.firstDay <= day }
    }

    private func date(dayNumber: Int) -> PartialDate? {
        let day = Calendar.date(dayNumber: dayNumber)
        return PartialDate(year: day.year, month: day.month, day: day.day)
    }

    private func interval(_ first: Int, _ last: Int) -> PartialDate? {
        guard let start = date(dayNumber: first), let end = date(dayNumber: last) else {
            return nil
        }
        return PartialDate(start.start, to: end.start)
    }
}
