import BangGiaoModel

/// Finds the day that stands in for the day of publication where none is known.
///
/// The year of an article comes from its own text only: from the full date it opens with, or from a
/// full date or a month with its year that a day without a year lies beside. "Năm 2017" alone tells
/// nothing: articles name many years.
struct DateAnchors {
    /// Days that two dates of one occasion may lie apart.
    static let nearness = 31

    let dates: [FoundDate]
    /// Dates with their year, as intervals, the latest first.
    private let anchors: [(date: PartialDate, isAhead: Bool)]

    /// - Parameter dates: The dates of the article's own story in the order of the text.
    init(_ dates: [FoundDate]) {
        self.dates = dates
        let resolver = DateResolver(reference: nil)
        anchors =
            dates.filter { $0.expression.isMonthStated }
            .compactMap { found in
                let isAhead =
                    found.expression.direction == .future
                    || found.expression.direction == .announced
                return resolver.date(of: found.expression, named: nil).map { ($0, isAhead) }
            }
            .sorted { ($0.date.lastDay, $0.date.firstDay) > ($1.date.lastDay, $1.date.firstDay) }
    }

    /// Returns the day, or nil where the text gives none.
    func reference() -> DateReference? {
        guard let date = opening() ?? neighbour() else { return nil }
        return DateReference(date: date, isPublication: false)
    }

    /// The first day that the story names, if it has its year.
    private func opening() -> PartialDate? {
        guard let first = dates.first(where: { $0.zone != .caption && $0.expression.hasDay }),
            first.expression.isMonthStated,
            first.expression.direction == .unknown
                || first.expression.direction == .past
        else { return nil }
        return DateResolver(reference: nil).date(of: first.expression, named: nil)
    }

    /// The latest day that lies beside a date with its year.
    private func neighbour() -> PartialDate? {
        let days = dates.compactMap(\.expression.dayWithoutYear)
        for anchor in anchors {
            let found = days.compactMap { day in
                (anchor.date.start.year - 1...anchor.date.start.year + 1)
                    .compactMap { PartialDate(year: $0, month: day.month, day: day.day) }
                    .first { isBeside($0, anchor.date, isAhead: anchor.isAhead) }
            }
            if let latest = found.max(by: { $0.lastDay < $1.lastDay }) { return latest }
        }
        return nil
    }

    private func isBeside(_ day: PartialDate, _ anchor: PartialDate, isAhead: Bool) -> Bool {
        if anchor.covers(day) { return true }
        guard anchor.firstDay == anchor.lastDay else { return false }
        // The same day with month and day exchanged: 2-12-2018 for 12-2.
        if day.start.year == anchor.start.year, day.start.day == anchor.start.month,
            day.start.month == anchor.start.day
        {
            return true
        }
        let distance = anchor.firstDay - day.firstDay
        if isAhead, (0...DateResolver.announcedHorizon).contains(distance) { return true }
        return abs(distance) <= Self.nearness
    }
}

/// A date of the text with the place where it stands.
struct FoundDate {
    var expression: DateExpression
    var zone: Zone.Kind
    var story: Int?
    var sentence: Int
}

extension DateExpression {
    /// Whether the text gives year and month.
    var isMonthStated: Bool {
        switch value {
        case .point(let point): point.statedYear != nil && point.month != nil
        case .span(let first, let last): last.statedYear != nil && first.month != nil
        default: false
        }
    }

    /// The day and month that the text gives without a year.
    var dayWithoutYear: (day: Int, month: Int)? {
        let point: DatePoint
        switch value {
        case .point(let only): point = only
        case .span(_, let last): point = last
        default: return nil
        }
        guard point.year == .missing, let day = point.day, let month = point.month else {
            return nil
        }
        return (day, month)
    }
}
