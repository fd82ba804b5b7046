/// What a word of the table of dates does in the grammar of dates; the raw value is its cell.
enum DateWord: String, Sendable, CaseIterable {
    // Heads of dates: "ngày", "hôm", "mùng", "tháng", "năm", "quý".
    case dayWord = "day-word"
    case pastDayWord = "past-day-word"
    case dayMark = "day-mark"
    case monthWord = "month-word"
    case yearWord = "year-word"
    case quarterWord = "quarter-word"
    // Parts: "sáng", "đầu", "nửa đầu".
    case partOfDay = "part-of-day"
    case partOfPeriod = "part-of-period"
    case firstHalf = "first-half"
    case secondHalf = "second-half"
    // Links: "từ", "đến", "và", "vào", "hồi".
    case from
    case to
    /// "Tới": a link, or behind a date the next one.
    case toOrNext = "to-or-next"
    case and
    case at
    case pastAt = "past-at"
    // Directions set behind: "tới đây", "vừa qua".
    case upcoming
    case justPast = "just-past"
    // Days seen from the day of publication.
    case beforeYesterday = "before-yesterday"
    case yesterday
    case today
    case tomorrow
    case afterTomorrow = "after-tomorrow"
    // Weeks, months and years seen from there.
    case lastWeek = "last-week"
    case thisWeek = "this-week"
    case nextWeek = "next-week"
    case lastWeekend = "last-weekend"
    case thisWeekend = "this-weekend"
    case nextWeekend = "next-weekend"
    case lastMonth = "last-month"
    case thisMonth = "this-month"
    case nextMonth = "next-month"
    case lastYear = "last-year"
    case thisYear = "this-year"
    case nextYear = "next-year"
    // Days seen from a date named before.
    case sameDay = "same-day"
    case nextDay = "next-day"
    case sameYear = "same-year"
    // Names of weekdays and months.
    case monday
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday
    case january
    case february
    case march
    case april
    case may
    case june
    case july
    case august
    case september
    case october
    case november
    case december
    // What tells that a date lies ahead: firmly, "sẽ", "dự kiến", or maybe, "có thể".
    case planned
    case possible
    // What makes numbers something else than the date of an occasion.
    case term
    case anniversary
    case anniversaryDay = "anniversary-day"
    case law
    case charter
    case unit
    case quantity
    case ordinal
    case anaphor
    case lunar
    case annual
    /// A longer word that only holds one of the others: "luật sư".
    case shield

    /// Whether the word leads to the end of an interval.
    var isTo: Bool { self == .to || self == .toOrNext }

    /// The weekday from Monday, 0, to Sunday, 6.
    var weekday: Int? {
        switch self {
        case .monday: 0
        case .tuesday: 1
        case .wednesday: 2
        case .thursday: 3
        case .friday: 4
        case .saturday: 5
        case .sunday: 6
        default: nil
        }
    }

    /// The month that the word names.
    var month: Int? {
        switch self {
        case .january: 1
        case .february: 2
        case .march: 3
        case .april: 4
        case .may: 5
        case .june: 6
        case .july: 7
        case .august: 8
        case .september: 9
        case .october: 10
        case .november: 11
        case .december: 12
        default: nil
        }
    }

    /// The days from the day of publication.
    var dayOffset: Int? {
        switch self {
        case .beforeYesterday: -2
        case .yesterday: -1
        case .today: 0
        case .tomorrow: 1
        case .afterTomorrow: 2
        default: nil
        }
    }

    /// The weeks from the week of publication.
    var weekOffset: Int? {
        switch self {
        case .lastWeek, .lastWeekend: -1
        case .thisWeek, .thisWeekend: 0
        case .nextWeek, .nextWeekend: 1
        default: nil
        }
    }

    /// Whether only Saturday and Sunday of the week are meant.
    var isWeekend: Bool { self == .lastWeekend || self == .thisWeekend || self == .nextWeekend }

    /// The months from the month of publication.
    var monthOffset: Int? {
        switch self {
        case .lastMonth: -1
        case .thisMonth: 0
        case .nextMonth: 1
        default: nil
        }
    }

    /// The years from the year of publication.
    var yearOffset: Int? {
        switch self {
        case .lastYear: -1
        case .thisYear: 0
        case .nextYear: 1
        default: nil
        }
    }
}

/// The words of dates at each token of a document.
struct DateWords {
    private let lattice: Lattice
    private let roles: [DateWord?]

    /// - Parameter roles: For each cue of the lexicon its role.
    init(lattice: Lattice, roles: [DateWord?]) {
        self.lattice = lattice
        self.roles = roles
    }

    /// Returns the longest word of a date that begins at a token, and the token after it.
    func word(at index: Int) -> (word: DateWord, end: Int)? {
        guard lattice.cues(at: index).contains(CueSet(.date)) else { return nil }
        for match in lattice[index] where match.cue == .date {
            if let role = roles[Int(match.entry)] { return (role, Int(match.end)) }
        }
        return nil
    }
}
