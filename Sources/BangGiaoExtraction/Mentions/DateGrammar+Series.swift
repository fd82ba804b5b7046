extension DateGrammar {
    /// Makes the dates of days that share one month: "14-17/4" is an interval, "13 và 17/3" two days.
    func series(
        _ days: [(day: Int, start: Int, end: Int)], isRange: Bool, _ last: Numbers,
        from start: Int, _ prefix: Prefix
    ) -> Reading? {
        guard let lastDay = last.point.day, let first = days.first else { return nil }
        let numbers = days.map(\.day) + [lastDay]
        let steps = zip(numbers, numbers.dropFirst())
        let isInterval = isRange && days.count == 1
        // "từ 29 đến 2/6" begins in the month before.
        let crosses = isInterval && first.day > 20 && lastDay < 11
        guard crosses || steps.allSatisfy({ $0 < $1 }) else { return nil }
        let (direction, end) = directionBehind(last.end, prefix.direction)
        if isInterval || steps.allSatisfy({ $0 + 1 == $1 }) {
            let month = last.point.month.map { crosses ? ($0 + 10) % 12 + 1 : $0 }
            let opening = DatePoint(day: first.day, month: month)
            let expression = DateExpression(
                range: prefix.start..<end, value: .span(opening, last.point), direction: direction)
            return Reading(expressions: [expression], end: end)
        }
        var expressions = days.map {
            let point = DatePoint(day: $0.day, month: last.point.month, year: last.point.year)
            return DateExpression(
                range: $0.start..<$0.end, value: .point(point), direction: direction)
        }
        expressions.append(
            DateExpression(range: start..<end, value: .point(last.point), direction: direction))
        return Reading(expressions: expressions, end: end)
    }

    /// Makes a date or, with a second one behind it, an interval: "29/5 đến 2/6".
    func extended(
        _ first: Numbers, from start: Int, _ prefix: Prefix, _ licence: Licence
    ) -> Reading? {
        var direction = prefix.direction
        var end = first.end
        var value = DateExpression.Value.point(first.point)
        if let (second, next, isRange) = secondPoint(after: first) {
            let isSpan =
                isRange
                || first.point.month == second.point.month
                    && second.point.day == first.point.day.map { $0 + 1 }
            if isSpan {
                value = .span(first.point, second.point)
                end = second.end
            } else {
                return pair(first, from: start, second, from: next, prefix)
            }
        }
        (direction, end) = directionBehind(end, direction)
        if licence == .bracket, first.point.year == .missing {
            guard end < limit, tokens[end].isMark(")") || tokens[end].isMark(",") else {
                return nil
            }
        }
        let expression = DateExpression(
            range: prefix.start..<end, value: value, direction: direction)
        return Reading(expressions: [expression], end: end)
    }

    /// Two days that don't follow each other: "5/6 và 9/6".
    private func pair(
        _ first: Numbers, from start: Int, _ second: Numbers, from next: Int, _ prefix: Prefix
    ) -> Reading {
        let (direction, end) = directionBehind(second.end, prefix.direction)
        let expressions = [
            DateExpression(
                range: start..<first.end, value: .point(first.point), direction: direction),
            DateExpression(range: next..<end, value: .point(second.point), direction: direction),
        ]
        return Reading(expressions: expressions, end: end)
    }

    /// The second point of an interval or pair, of the same exactness as the first.
    private func secondPoint(
        after first: Numbers
    ) -> (numbers: Numbers, start: Int, isRange: Bool)? {
        guard first.end < limit else { return nil }
        var next = first.end + 1
        var isRange = true
        if let (word, end) = word(at: first.end), word.isTo || word == .and {
            isRange = word.isTo
            next = end
        } else if !Self.isDash(tokens[first.end]) {
            return nil
        }
        while let (word, end) = word(at: next),
            word == .dayWord || word == .partOfDay || word == .monthWord && first.point.day == nil
        {
            next = end
        }
        guard let second = point(at: next) else { return nil }
        guard (second.point.day == nil) == (first.point.day == nil) else { return nil }
        return (second, next, isRange)
    }

    /// What stands behind a date and tells on which side of the reference it lies.
    func directionBehind(
        _ index: Int, _ direction: DateExpression.Direction, isMonth: Bool = false
    ) -> (DateExpression.Direction, Int) {
        guard let (word, end) = word(at: index) else { return (direction, index) }
        switch word {
        case .upcoming: return (.future, end)
        case .justPast: return (.past, end)
        case .nextWeek, .nextMonth: return (.future, end)
        case .lastWeek, .lastMonth: return (.past, end)
        case .toOrNext:
            // "ngày 25/4 tới." announces; "ngày 15/4 tới Mỹ" travels.
            let isLast =
                end >= limit || tokens[end].kind == .mark && !tokens[end].isMark("\"")
                || isMonth && !tokens[end].isCapital
            return isLast && end == index + 1 ? (.future, end) : (direction, index)
        default: return (direction, index)
        }
    }
}
