/// What makes numbers something else than the date of an occasion.
extension DateGrammar {
    /// Whether a passage that looks like a date tells of none.
    func isNoOccasion(_ reading: Reading, _ prefix: Prefix) -> Bool {
        guard let expression = reading.expressions.first else { return true }
        let start = expression.range.lowerBound
        if let (word, _) = word(at: reading.end), word == .annual || word == .lunar { return true }
        if isAnniversaryPair(expression.value) { return true }
        if !expression.hasDay, follows(start, within: 4, .term) { return true }
        if follows(start, within: 3, .charter) { return true }
        if prefix.licence == .none, tokens[start].isNumber, follows(start, within: 3, .law) {
            return true
        }
        return isAnniversary(start)
    }

    /// Whether a number or "những" counts the weeks, months or years: "45 năm qua".
    func isQuantified(_ prefix: Prefix) -> Bool {
        let before = prefix.end - 1
        return before >= 0
            && (tokens[before].isNumber || words.word(at: before)?.word == .quantity)
    }

    /// Whether the word is told from another event: "tuần trước đó", "tháng trước khi".
    func isNarrated(_ end: Int) -> Bool { word(at: end)?.word == .anaphor }

    /// "7/5/1984 - 7/5/2024" is a jubilee.
    private func isAnniversaryPair(_ value: DateExpression.Value) -> Bool {
        guard case .span(let first, let last) = value, first.day != nil else { return false }
        return first.day == last.day && first.month == last.month
    }

    /// Whether a word of a class ends within some tokens before, in the same clause.
    private func follows(_ start: Int, within distance: Int, _ sought: DateWord) -> Bool {
        var index = start - 1
        while index >= 0, start - index <= distance, tokens[index + 1].gap < .line {
            let isLink = Self.isDash(tokens[index]) || tokens[index].isMark("(")
            if tokens[index].kind == .mark, !isLink { return false }
            if words.word(at: index)?.word == sought { return true }
            index -= 1
        }
        return false
    }

    /// Whether a date is the day that is remembered: "Quốc khánh 2/9", "kỷ niệm ... (5/9/1962)".
    private func isAnniversary(_ start: Int) -> Bool {
        let inBrackets = start > 0 && tokens[start - 1].isMark("(")
        var index = start - (inBrackets ? 2 : 1)
        var distance = 0
        while index >= 0, distance < 20, tokens[index + 1].gap < .line {
            if tokens[index].isMark(",") || tokens[index].isMark(";") || tokens[index].isMark(".") {
                return false
            }
            if let (word, end) = words.word(at: index) {
                if word == .anniversaryDay, inBrackets || end == start { return true }
                if word == .anniversary, inBrackets { return true }
            }
            index -= 1
            distance += 1
        }
        return false
    }
}
