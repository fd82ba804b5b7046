extension DateGrammar {
    /// Reads what begins with a word: months, years, quarters, "hôm nay", "cùng ngày".
    func phrase(after prefix: Prefix) -> Reading? {
        guard let (word, end) = word(at: prefix.end) else { return nil }
        if let offset = word.dayOffset {
            return anchored(prefix, .day(offset: offset), end)
        }
        if let offset = word.weekOffset {
            guard !isQuantified(prefix), !isNarrated(end) else { return nil }
            let value = DateExpression.Value.week(
                offset: offset, weekday: nil, isWeekend: word.isWeekend)
            return anchored(prefix, value, end)
        }
        if let offset = word.monthOffset {
            guard !isQuantified(prefix), !isNarrated(end) else { return nil }
            return single(prefix, .month(offset: offset), end)
        }
        if let offset = word.yearOffset {
            guard !isQuantified(prefix), !isNarrated(end) else { return nil }
            // "ông Sang năm 2013": a name before a year.
            if year(at: end) != nil { return nil }
            return single(prefix, .point(DatePoint(year: .offset(offset))), end)
        }
        if let weekday = word.weekday { return self.weekday(weekday, prefix, end) }
        switch word {
        case .sameDay: return anchored(prefix, .named(offset: 0), end)
        case .nextDay: return single(prefix, .named(offset: 1), end)
        case .sameYear: return single(prefix, .point(DatePoint(year: .same)), end)
        case .firstHalf: return half(prefix, firstMonth: 1, end)
        case .secondHalf: return half(prefix, firstMonth: 7, end)
        case .quarterWord: return quarter(prefix, end)
        case .yearWord: return years(prefix, end)
        default: return months(prefix)
        }
    }

    private func single(
        _ prefix: Prefix, _ value: DateExpression.Value, _ end: Int
    ) -> Reading {
        var isMonth = false
        if case .point(let point) = value, word(at: prefix.start)?.word != .from {
            isMonth = point.month != nil
        }
        let (direction, end) = directionBehind(end, prefix.direction, isMonth: isMonth)
        let expression = DateExpression(
            range: prefix.start..<end, value: value, direction: direction)
        return Reading(expressions: [expression], end: end)
    }

    /// A word such as "hôm nay"; a date set beside it says the same and wins: "chiều nay (29/9)".
    private func anchored(
        _ prefix: Prefix, _ value: DateExpression.Value, _ end: Int
    ) -> Reading {
        let opens = end < limit && tokens[end].isMark("(")
        let isApart = end < limit && tokens[end].isMark(",")
        let start = opens || isApart ? end + 1 : end
        var next = start
        while let (word, end) = word(at: next), word == .dayWord || word == .partOfDay {
            next = end
        }
        guard let numbers = point(at: next), numbers.point.day != nil else {
            return single(prefix, value, end)
        }
        if isApart, next == start {
            // "hôm nay, 5/6, đoàn đến": only where it is set apart on both sides.
            let isClosed =
                numbers.end < limit
                && (tokens[numbers.end].isMark(",") || tokens[numbers.end].isMark(")"))
            guard isClosed else { return single(prefix, value, end) }
        }
        var last = numbers.end
        if opens, last < limit, tokens[last].isMark(")") { last += 1 }
        let direction: DateExpression.Direction =
            switch value {
            case .day(let offset): offset > 0 ? .announced : .past
            case .named: prefix.direction
            default: .unknown
            }
        let expression = DateExpression(
            range: prefix.start..<last, value: .point(numbers.point), direction: direction)
        return Reading(expressions: [expression], end: last)
    }

    /// A weekday counts only with its week or a direction: "thứ Hai tuần tới", "hôm thứ Sáu".
    private func weekday(_ weekday: Int, _ prefix: Prefix, _ end: Int) -> Reading? {
        if prefix.end > 0, let (word, _) = words.word(at: prefix.end - 1), word == .ordinal {
            return nil
        }
        if let (word, weekEnd) = word(at: end), let offset = word.weekOffset, !word.isWeekend {
            return anchored(
                prefix, .week(offset: offset, weekday: weekday, isWeekend: false), weekEnd)
        }
        let opensBracket = end < limit && tokens[end].isMark("(")
        if opensBracket, case let reading = anchored(prefix, .weekday(weekday), end),
            reading.end > end
        {
            return reading
        }
        let (direction, last) = directionBehind(end, prefix.direction)
        guard direction == .past || direction == .future else { return nil }
        let expression = DateExpression(
            range: prefix.start..<last, value: .weekday(weekday), direction: direction)
        return Reading(expressions: [expression], end: last)
    }

    // MARK: - Months, quarters, years

    /// A month by its word: "tháng 12/2017", "tháng 5 năm ngoái", "tháng Tư".
    func month(at index: Int) -> (month: Int, year: DatePoint.Year, end: Int)? {
        guard let (word, end) = word(at: index) else { return nil }
        if let month = word.month {
            guard isNamed(index, end) else { return nil }
            let (year, last) = yearBehind(end)
            return (month, year, last)
        }
        guard word == .monthWord, end < limit, tokens[end].isNumber, tokens[end].byteCount <= 2,
            (1...12).contains(tokens[end].value)
        else { return nil }
        let month = Int(tokens[end].value)
        let next = end + 1
        if next + 1 < limit, tokens[next].gap == .none, let year = year(at: next + 1),
            tokens[next].isMark("/") || tokens[next].isMark(".") || Self.isDash(tokens[next])
        {
            return (month, .stated(year), next + 2)
        }
        if next + 1 < limit, tokens[next].gap == .none, tokens[next + 1].isNumber { return nil }
        let (year, last) = yearBehind(next)
        return (month, year, last)
    }

    /// A month's name in small letters may be something else: "6 tháng một lần".
    private func isNamed(_ index: Int, _ end: Int) -> Bool {
        if tokens[end - 1].isCapital { return true }
        if index > 0, let (word, _) = words.word(at: index - 1) {
            return word == .at || word == .pastAt || word == .from || word.isTo
                || word == .partOfPeriod
        }
        return index > 1 && tokens[index - 1].isNumber && words.word(at: index - 2) != nil
    }

    private func months(_ prefix: Prefix) -> Reading? {
        let start = prefix.end
        guard let first = month(at: start) else { return nil }
        let afterNumber = start > 0 && tokens[start - 1].isNumber
        if afterNumber, first.year == .missing { return nil }
        let point = DatePoint(month: first.month, year: first.year)
        if first.end < limit, isRangeLink(first.end) {
            var next = first.end + 1
            if let (word, end) = word(at: first.end), word.isTo { next = end }
            if let second = monthOrNumber(at: next) {
                let last = DatePoint(month: second.month, year: second.year)
                return single(prefix, .span(point, last), second.end)
            }
        }
        return single(prefix, .point(point), first.end)
    }

    private func isRangeLink(_ index: Int) -> Bool {
        if Self.isDash(tokens[index]) { return true }
        if let (word, _) = word(at: index) { return word.isTo }
        return false
    }

    /// The second month of an interval, with or without its word: "tháng 1 đến 3/2018".
    private func monthOrNumber(at index: Int) -> (month: Int, year: DatePoint.Year, end: Int)? {
        if let month = month(at: index) { return month }
        guard let numbers = point(at: index), numbers.point.day == nil,
            let month = numbers.point.month
        else { return nil }
        return (month, numbers.point.year, numbers.end)
    }

    /// The year behind a day or month: "năm 2017", "năm ngoái", "cùng năm", ", năm 2020".
    func yearBehind(_ index: Int) -> (year: DatePoint.Year, end: Int) {
        guard let start = afterComma(index), let (word, end) = word(at: start) else {
            return (.missing, index)
        }
        if word == .yearWord, let year = year(at: end) { return (.stated(year), end + 1) }
        guard start == index else { return (.missing, index) }
        if let offset = word.yearOffset { return (.offset(offset), end) }
        if word == .sameYear { return (.same, end) }
        return (.missing, index)
    }

    /// A year without its word: "hồi 2013", "(1961)".
    func bareYear(_ prefix: Prefix, _ licence: Licence) -> Reading? {
        guard let year = year(at: prefix.end) else { return nil }
        let end = prefix.end + 1
        let isAlone = end >= limit || tokens[end].kind == .mark || tokens[end].gap > .none
        let isBracketed = licence == .bracket && end < limit && tokens[end].isMark(")")
        let isPast = licence == .preposition && prefix.direction == .past
        guard isBracketed || isPast && isAlone && !Self.isDash(tokens[min(end, limit - 1)]) else {
            return nil
        }
        return single(prefix, .point(DatePoint(year: .stated(year))), end)
    }

    private func years(_ prefix: Prefix, _ end: Int) -> Reading? {
        guard let first = year(at: end) else { return nil }
        var next = end + 1
        let point = DatePoint(year: .stated(first))
        guard next < limit, isRangeLink(next) else { return single(prefix, .point(point), next) }
        if let (word, end) = word(at: next), word.isTo { next = end } else { next += 1 }
        if let (word, end) = word(at: next), word == .yearWord { next = end }
        guard let second = year(at: next), second > first else {
            return single(prefix, .point(point), end + 1)
        }
        return single(prefix, .span(point, DatePoint(year: .stated(second))), next + 1)
    }

    private func half(_ prefix: Prefix, firstMonth: Int, _ end: Int) -> Reading? {
        let (year, last) = yearBehind(end)
        guard year != .missing else { return nil }
        return span(prefix, firstMonth, firstMonth + 5, year, last)
    }

    private func quarter(_ prefix: Prefix, _ end: Int) -> Reading? {
        guard end < limit, let number = Self.quarters[tokens[end].key] else { return nil }
        let next = end + 1
        var found = yearBehind(next)
        if found.year == .missing, next + 1 < limit, tokens[next].gap == .none,
            tokens[next].isMark("/") || Self.isDash(tokens[next]), let year = year(at: next + 1)
        {
            found = (.stated(year), next + 2)
        }
        guard found.year != .missing else { return nil }
        return span(prefix, number * 3 - 2, number * 3, found.year, found.end)
    }

    private func span(
        _ prefix: Prefix, _ first: Int, _ last: Int, _ year: DatePoint.Year, _ end: Int
    ) -> Reading {
        single(
            prefix, .span(DatePoint(month: first, year: year), DatePoint(month: last, year: year)),
            end)
    }

    private static let quarters: [WordKey: Int] = [
        WordKey("I"): 1, WordKey("II"): 2, WordKey("III"): 3, WordKey("IV"): 4,
        WordKey("1"): 1, WordKey("2"): 2, WordKey("3"): 3, WordKey("4"): 4,
    ]
}
