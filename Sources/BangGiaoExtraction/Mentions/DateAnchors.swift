import BangGiaoModel

/// Finds the day that stands in for the day of publication where none is known.
///
/// The year of an article comes from its own text only: from the full date it opens with, or from a
/// full date or a month with its year that a day without a year lies beside. "Năm 2017" alone tells
/// nothing: articles name many years. Neither does what lies far back, such as the founding of
/// relations: where in doubt, no year is better than a wrong one.
struct DateAnchors {
    /// Days by which a day may follow a date of the same occasion.
    static let after = 31
    /// Days by which it may go before one.
    static let before = 7
    /// Days by which the last day of the story may follow the first one found.
    static let course = 62
    /// The year from which on articles stand on the web; an earlier date is history.
    static let earliestYear = 2000

    private let dates: [FoundDate]
    /// Dates with their year, as intervals, the latest first.
    private let anchors: [(date: PartialDate, isAhead: Bool)]
    /// Days without a year that don't lie ahead.
    private let days: [(day: Int, month: Int)]

    /// - Parameter dates: The dates of the article's own story in the order of the text.
    init(_ dates: [FoundDate]) {
        self.dates = dates
        let resolver = DateResolver(reference: nil)
        anchors =
            dates.map(\.expression).filter(\.isAnchor)
            .compactMap { expression in
                resolver.date(of: expression, named: nil).map { ($0, expression.isAhead) }
            }
            .filter { $0.0.start.year >= Self.earliestYear && $0.0.lastDay - $0.0.firstDay < 366 }
            .sorted { ($0.0.lastDay, $0.0.firstDay) > ($1.0.lastDay, $1.0.firstDay) }
        days = dates.filter { $0.expression.direction != .future }
            .compactMap(\.expression.dayWithoutYear)
    }

    /// Returns the day, or nil where the text gives none.
    func reference() -> DateReference? {
        guard let first = opening() ?? neighbour() else { return nil }
        let last = days.flatMap { years(of: $0, around: first) }
            .filter { (0...Self.course).contains($0.lastDay - first.lastDay) }
            .max { $0.lastDay < $1.lastDay }
        return DateReference(date: last ?? first, isPublication: false)
    }

    /// The first day that the story names, if it has its year.
    private func opening() -> PartialDate? {
        guard let first = dates.first(where: { $0.zone != .caption && $0.expression.hasDay }),
            first.expression.isAnchor, !first.expression.isAhead,
            let date = DateResolver(reference: nil).date(of: first.expression, named: nil),
            date.start.year >= Self.earliestYear
        else { return nil }
        return date
    }

    /// The latest day that lies beside a date with its year.
    private func neighbour() -> PartialDate? {
        guard let latest = anchors.first?.date else { return nil }
        for anchor in anchors where latest.lastDay - anchor.date.lastDay < 366 {
            let found = days.flatMap { day in
                years(of: day, around: anchor.date).filter {
                    isBeside($0, anchor.date, isAhead: anchor.isAhead)
                }
            }
            if let day = found.max(by: { $0.lastDay < $1.lastDay }) { return day }
        }
        return nil
    }

    private func years(of day: (day: Int, month: Int), around date: PartialDate) -> [PartialDate] {
        (date.start.year - 1...date.start.year + 1).compactMap {
            PartialDate(year: $0, month: day.month, day: day.day)
        }
    }

    private func isBeside(_ day: PartialDate, _ anchor: PartialDate, isAhead: Bool) -> Bool {
        if anchor.covers(day) { return true }
        guard anchor.firstDay == anchor.lastDay else { return false }
        // A slip of the pen, month and day exchanged: 2-12-2018 for 12-2.
        if day.start.year == anchor.start.year, day.start.day == anchor.start.month,
            day.start.month == anchor.start.day
        {
            return true
        }
        let distance = day.firstDay - anchor.firstDay
        if isAhead { return (-DateResolver.announcedHorizon...0).contains(distance) }
        return (-Self.before...Self.after).contains(distance)
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
    /// Whether the date lies ahead, as far as the sentence tells.
    var isAhead: Bool { direction == .future || direction == .announced }

    /// Whether the text gives year and month, and doesn't look back: "hồi tháng 9/2013" is history.
    fileprivate var isAnchor: Bool {
        switch value {
        case .point(let point):
            point.statedYear != nil && point.month != nil
                && (point.day != nil || direction != .past)
        case .span(let first, let last): last.statedYear != nil && first.month != nil
        default: false
        }
    }

    /// The day and month that the text gives without a year.
    fileprivate var dayWithoutYear: (day: Int, month: Int)? {
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
