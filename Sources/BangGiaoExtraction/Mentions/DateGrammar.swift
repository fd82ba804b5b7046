import BangGiaoModel

/// Reads the dates that begin at a token: numbers first of all, words by `DateGrammar+Words`.
///
/// Every form is read with what licenses it: "7/5" is a date after "ngày", "sáng" or "từ"; standing
/// alone it may be a share, a score or a number of houses.
struct DateGrammar {
    let tokens: [Token]
    let words: DateWords
    /// One past the last token of the sentence.
    let limit: Int

    /// What was read: no date at all where the passage is consumed but tells none.
    struct Reading {
        var expressions: [DateExpression] = []
        var end: Int
    }

    /// What stands before a number and makes it a date.
    enum Licence: Int, Comparable {
        case none
        /// In brackets.
        case bracket
        /// After "vào", "từ", "đến".
        case preposition
        /// After "ngày", "hôm", "sáng" or a weekday.
        case day

        static func < (left: Licence, right: Licence) -> Bool { left.rawValue < right.rawValue }
    }

    /// The words before a date.
    struct Prefix {
        var start: Int
        var end: Int
        var licence = Licence.none
        var direction = DateExpression.Direction.unknown
    }

    /// Returns what begins at a token of the sentence.
    func reading(at index: Int) -> Reading? {
        guard tokens[index].isNumber || word(at: index) != nil else { return nil }
        let prefix = prefix(at: index)
        guard prefix.end < limit, var reading = core(after: prefix) else { return nil }
        guard let first = reading.expressions.first else { return reading }
        let start = min(prefix.start, first.range.lowerBound)
        reading.expressions[0].range = start..<first.range.upperBound
        if isNoOccasion(reading, prefix) { reading.expressions = [] }
        return reading
    }

    func word(at index: Int) -> (word: DateWord, end: Int)? {
        guard index < limit, let found = words.word(at: index), found.end <= limit else {
            return nil
        }
        return found
    }

    private func prefix(at index: Int) -> Prefix {
        var prefix = Prefix(start: index, end: index)
        var isOpen = true
        // Nobody writes more words before a number; the bound keeps nonsense linear.
        while isOpen, prefix.end - index < 12, let (word, end) = word(at: prefix.end), end < limit {
            switch word {
            case .from: prefix.licence = max(prefix.licence, .preposition)
            case .at, .to, .toOrNext:
                guard prefix.end == index else { return prefix }
                prefix.licence = .preposition
                prefix.start = end
            case .pastAt:
                guard prefix.end == index else { return prefix }
                prefix.licence = .preposition
                prefix.direction = .past
                prefix.start = end
            case .partOfPeriod: break
            case .partOfDay, .dayWord, .dayMark: prefix.licence = .day
            case .pastDayWord:
                prefix.licence = .day
                prefix.direction = .past
            default:
                // "Thứ Hai 14/5", "Thứ Sáu, 22/10/2021": the weekday goes before the day.
                guard word.weekday != nil, let day = afterComma(end), tokens[day].isNumber else {
                    isOpen = false
                    continue
                }
                prefix.licence = .day
                prefix.end = day
                continue
            }
            prefix.end = end
        }
        return prefix
    }

    private func core(after prefix: Prefix) -> Reading? {
        if tokens[prefix.end].isNumber, word(at: prefix.end) == nil {
            return numbers(after: prefix)
        }
        return phrase(after: prefix)
    }

    /// Returns the next token, over a comma; nil at the end of the sentence.
    func afterComma(_ index: Int) -> Int? {
        let next = index < limit && tokens[index].isMark(",") ? index + 1 : index
        return next < limit ? next : nil
    }

    // MARK: - Numbers

    /// A point in numbers, and how it is written.
    struct Numbers {
        var point: DatePoint
        var end: Int
        /// The mark between day and month; nil for "5 tháng 6".
        var separator: Unicode.Scalar?
    }

    /// Reads days, then the point with the month: "14-17/4", "5 và 6/9", "23/5/2017".
    private func numbers(after prefix: Prefix) -> Reading? {
        var licence = prefix.licence
        if licence == .none, prefix.end > 0, tokens[prefix.end - 1].isMark("(") {
            licence = .bracket
        }
        if let year = bareYear(prefix, licence) { return year }
        var days: [(day: Int, start: Int, end: Int)] = []
        var isRange = false
        var cursor = prefix.end
        while days.count < 5 {
            if let last = point(at: cursor, afterDay: !days.isEmpty) {
                guard isLicensed(last, licence, inRange: !days.isEmpty) else { return nil }
                return days.isEmpty
                    ? extended(last, from: cursor, prefix, licence)
                    : series(days, isRange: isRange, last, from: cursor, prefix)
            }
            guard licence > .none, let day = day(at: cursor),
                let link = link(at: cursor + 1, licence: licence)
            else { return nil }
            days.append((day, cursor, cursor + 1))
            isRange = link.isRange
            cursor = link.end
        }
        return nil
    }

    /// A day's number.
    private func day(at index: Int) -> Int? {
        guard index < limit, tokens[index].isNumber, tokens[index].byteCount <= 2 else {
            return nil
        }
        let value = Int(tokens[index].value)
        return (1...31).contains(value) ? value : nil
    }

    /// What links two days, and the number after it: "-", "đến ngày", "và", ",".
    private func link(at index: Int, licence: Licence) -> (isRange: Bool, end: Int)? {
        guard index < limit else { return nil }
        var next = index + 1
        var isRange = true
        if let (word, end) = word(at: index), word.isTo || word == .and {
            isRange = word.isTo
            next = end
        } else if tokens[index].isMark(",") {
            isRange = false
        } else if !Self.isDash(tokens[index]) {
            return nil
        }
        while let (word, end) = word(at: next), word == .dayWord || word == .partOfDay {
            next = end
        }
        guard next < limit, tokens[next].isNumber else { return nil }
        return (isRange, next)
    }

    static func isDash(_ token: Token) -> Bool {
        token.isMark("-") || token.isMark("\u{2013}") || token.isMark("\u{2014}")
    }

    /// Whether a point is a date where it stands.
    private func isLicensed(_ numbers: Numbers, _ licence: Licence, inRange: Bool) -> Bool {
        if numbers.point.day != nil, numbers.point.year != .missing { return true }
        if licence < .day, let (word, _) = word(at: numbers.end), Self.counts(word) {
            return false
        }
        guard let separator = numbers.separator else { return true }
        if numbers.point.day == nil {
            return separator == "/" || licence > .none
        }
        switch separator {
        case "/": return licence > .none
        case ".": return licence == .day
        default: return licence == .day || licence == .preposition
        }
    }

    /// Whether a word says that the numbers before it count something.
    private static func counts(_ word: DateWord) -> Bool {
        switch word {
        case .unit, .dayWord, .monthWord, .yearWord, .ordinal: true
        default: false
        }
    }

    /// Reads one point that has its month: d/m/y, d-m, "5 tháng 6 năm 2017", m/y.
    func point(at index: Int, afterDay: Bool = false) -> Numbers? {
        guard index < limit, tokens[index].isNumber, tokens[index].byteCount <= 2 else {
            return nil
        }
        let first = Int(tokens[index].value)
        if let month = month(at: index + 1), Self.isDay(first, of: month.month) {
            // "5 tháng 6 ngày" is how long something takes.
            if month.year == .missing, word(at: month.end)?.word == .dayWord { return nil }
            let point = DatePoint(day: first, month: month.month, year: month.year)
            return Numbers(point: point, end: month.end)
        }
        guard let separator = separator(at: index + 1), let second = number(at: index + 2) else {
            return nil
        }
        if let year = self.year(at: index + 2), (1...12).contains(first), !afterDay {
            if continues(at: index + 3) { return nil }
            let point = DatePoint(month: first, year: .stated(year))
            return Numbers(point: point, end: index + 3, separator: separator)
        }
        guard Self.isDay(first, of: second), tokens[index + 2].byteCount <= 2 else { return nil }
        // "7-8/5" and "7-8 tháng 5" are two days of May, not 7 August.
        if separator == "-" || separator == "\u{2013}" {
            if let next = self.separator(at: index + 3), next != separator, next != ".",
                number(at: index + 4) != nil
            {
                return nil
            }
            if month(at: index + 3) != nil { return nil }
        }
        var point = DatePoint(day: first, month: second)
        var end = index + 3
        if self.separator(at: end) == separator, let year = self.year(at: end + 1) {
            point.year = .stated(year)
            end += 2
            if continues(at: end) { return nil }
        } else if continues(at: end), !Self.isDash(tokens[end]) || Self.isDash(tokens[index + 1]) {
            return nil
        } else {
            (point.year, end) = yearBehind(end)
        }
        return Numbers(point: point, end: end, separator: separator)
    }

    private static func isDay(_ day: Int, of month: Int) -> Bool {
        (1...12).contains(month) && day >= 1 && day <= Calendar.days(inMonth: month, of: 2000)
    }

    /// Whether a number goes on: "1/2/3", "55/2025/NĐ", "1-1,5".
    private func continues(at index: Int) -> Bool {
        guard index + 1 < limit, tokens[index].gap == .none, tokens[index + 1].gap == .none,
            tokens[index + 1].kind != .mark
        else { return false }
        if tokens[index].isMark(",") { return tokens[index + 1].isNumber }
        return separator(at: index) != nil
    }

    /// The mark between the numbers of one date, without any space.
    private func separator(at index: Int) -> Unicode.Scalar? {
        guard index + 1 < limit, tokens[index].gap == .none, tokens[index + 1].gap == .none,
            tokens[index].kind == .mark
        else { return nil }
        let separators: [Unicode.Scalar] = ["/", "-", ".", "\u{2013}"]
        return separators.first { tokens[index].isMark($0) }
    }

    private func number(at index: Int) -> Int? {
        index < limit && tokens[index].isNumber ? Int(tokens[index].value) : nil
    }

    /// A year in four digits.
    func year(at index: Int) -> Int? {
        guard index < limit, tokens[index].isNumber, tokens[index].byteCount == 4 else {
            return nil
        }
        let value = Int(tokens[index].value)
        return (1800...2199).contains(value) ? value : nil
    }
}
