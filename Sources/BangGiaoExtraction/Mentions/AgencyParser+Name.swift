import BangGiaoModel

/// Where the name of a body begins and ends.
extension AgencyParser {
    /// Returns the end of the next part of a name, or nil where the name ends.
    func continuation(at index: Int, headEnd: Int, head: AgencyHead) -> Int? {
        let token = scan.tokens[index]
        if index == headEnd, token.kind == .mark { return nil }
        if token.kind == .mark { return joined(at: index, headEnd: headEnd, head: head) }
        guard token.gap <= .space else { return nil }
        // "Văn phòng Hội đồng Bộ trưởng": a body's own name.
        if index == headEnd, head.kind == .department, let (innerEnd, inner) = scan.head(at: index),
            innerEnd > index + 1, inner.level > head.level, token.isCapital,
            let body = own(at: index)
        {
            return body.core.upperBound
        }
        if let end = foreignLink(at: index, headEnd: headEnd, head: head) { return end }
        if token.isCapital, index > headEnd || isMinistry(head),
            opensKnownPerson(at: index, after: head)
        {
            return nil
        }
        if token.isCapital,
            let state = countries.countries(at: index, isExpected: true).first
        {
            // "Văn phòng Bắc Kinh": a city, not the state for which it may stand.
            let isPlace = state.isCapitalCity && index == headEnd && head.kind != .government
            return isPlace ? state.range.upperBound : nil
        }
        // A ministry's name goes on in lower case only after "và": "Bộ Ngoại giao thông tin về …".
        let goesOn = token.isCapital || !isMinistry(head)
        if goesOn, let (end, _) = scan.portfolio(at: index) { return end }
        if token.isNumber {
            return index > headEnd || head.kind == .military ? index + 1 : nil
        }
        if goesOn, let (end, _) = scan.cue(.nameWord, at: index),
            !isVerb(index, after: head, headEnd: headEnd)
        {
            return end
        }
        if scan.has(.and, at: index) { return joined(at: index, headEnd: headEnd, head: head) }
        if let (end, _) = scan.cue(.administrative, at: index) {
            // "Thành phố Hồ Chí Minh" as a whole, before the person of that name.
            if let (last, _) = scan.place(at: index), last > end { return last }
            return administrativeName(at: end)
        }
        guard token.isCapital, !head.isBare else { return nil }
        // "Bộ Ngoại giao Pec Nam Sun": the holder follows.
        if isMinistry(head), index > headEnd, !token.isAccented, !scan.isLowerWord(index + 1) {
            return nil
        }
        // "Quỹ Franklin D. Roosevelt"
        if token.byteCount == 1, index > headEnd, scan.isMark(index + 1, "."),
            scan.tokens[index + 1].gap == .none, scan.isCapital(index + 2)
        {
            return index + 3
        }
        // "Vụ Skripal" is an affair.
        if index == headEnd, head.kind == .department, !token.isAccented, !token.isAllCapitals,
            scan.place(at: index) == nil,
            !scan.isLowerWord(index + 1) || scan.person(at: index) != nil
                || scan.has(.breaks, at: index + 1)
        {
            return nil
        }
        // What stands for itself ends the name.
        if index > headEnd, opensOther(at: index) { return nil }
        if index == headEnd, opensPerson(at: index) { return nil }
        if !countries.countries(at: index, isExpected: true).isEmpty { return nil }
        if index > headEnd || takesNoPersonsName(head), scan.opensEasternName(index),
            !isWordPair(index)
        {
            return scan.place(at: index)?.end
        }
        var end = index + 1
        // A word of two syllables has its second in lower case: "Ngoại giao"; not a foreign one.
        let isForeign =
            token.isAllCapitals
            || !token.isAccented && (head.kind == .press || head.kind == .company)
        if !isForeign, scan.isLowerWord(end), scan.tokens[end].gap == .space,
            !scan.has(.breaks, at: end), !isGrammar(end)
        {
            end += 1
        }
        if head.kind == .company {
            end = lowerWords(from: end)
        } else if head.kind == .research, let last = Optional(lowerWords(from: end)), last > end,
            scan.tokens[last].isAllCapitals
        {
            // "Viện Mẫu thời trang FADIN"
            end = last
        }
        return end
    }

    /// Goes over the small words of a foreign name: "Mail on Sunday", "L ' Oreal".
    private func foreignLink(at index: Int, headEnd: Int, head: AgencyHead) -> Int? {
        switch head.kind {
        case .press, .company, .research, .university: break
        default: return nil
        }
        func isForeign(_ index: Int) -> Bool {
            scan.isCapital(index) && !scan.tokens[index].isAccented
        }
        if scan.tokens[index].byteCount == 1, isForeign(index), isForeign(index + 2),
            scan.isMark(index + 1, "'") || scan.isMark(index + 1, "\u{2019}")
        {
            return index + 3
        }
        guard index > headEnd, isForeign(index - 1), isForeign(index + 1),
            scan.has(.foreignLink, at: index), scan.countryForm(at: index + 1) == nil
        else { return nil }
        return index + 1
    }

    /// Goes over up to four common words of a company's name where a capital goes on.
    func lowerWords(from index: Int) -> Int {
        var end = index
        while end < index + 4, scan.isLowerWord(end), scan.tokens[end].gap == .space,
            !scan.has(.breaks, at: end), !isGrammar(end)
        {
            end += 1
        }
        return end > index && scan.isCapital(end) && scan.countryForm(at: end) == nil ? end : index
    }

    func isMinistry(_ head: AgencyHead) -> Bool {
        head.kind == .ministry && head.level == 5 && !head.head.contains(" ")
    }

    /// Whether a word that may be part of a name is more likely what the body does.
    func isVerb(_ index: Int, after head: AgencyHead, headEnd: Int) -> Bool {
        // After a proper name rather than a common word: "UBND tỉnh Nghệ An tổ chức".
        !scan.tokens[index].isCapital && scan.has(.breaks, at: index)
            && (index > headEnd && scan.isCapital(index - 1) || head.kind == .press
                || head.kind == .company)
    }

    /// Whether what follows the noun is its holder, never its name: "Bí thư Thành ủy Trần Văn A".
    func takesNoPersonsName(_ head: AgencyHead) -> Bool {
        switch head.kind {
        case .government, .party, .parliament, .department, .ministry, .court: true
        default: false
        }
    }

    /// The end of the name after "tỉnh", "thành phố": a known place, else two syllables at most.
    func administrativeName(at index: Int) -> Int? {
        if let (end, _) = scan.place(at: index) { return end }
        if scan.inside(index), scan.tokens[index].isAllCapitals { return index + 1 }
        // "UBND TP Nguyễn Văn A": the holder follows at once.
        if scan.opensEasternName(index), scan.isCapital(index + 2) { return index }
        var end = index
        while end < index + 2, scan.isCapital(end), scan.tokens[end].gap == .space,
            !scan.lexicon.givenNames.contains(scan.tokens[end].key)
        {
            end += 1
        }
        return end > index ? end : nil
    }

    /// Whether a capital and a lower-case syllable form one word.
    func isWordPair(_ index: Int) -> Bool {
        scan.isLowerWord(index + 1) && !scan.has(.breaks, at: index + 1)
    }

    func isGrammar(_ index: Int) -> Bool {
        for kind: CueKind in [
            .and, .with, .between, .of, .at, .toward, .two, .nation, .planned,
            .held, .negated, .side, .date,
        ]
        where scan.has(kind, at: index) {
            return true
        }
        return scan.honorific(at: index) != nil || scan.title(at: index) != nil
    }

    /// Whether a person's name, not a body's, goes on: "Liên hợp quốc Ivan Petrov".
    private func opensKnownPerson(at index: Int, after head: AgencyHead) -> Bool {
        if scan.person(at: index).map({ !$0.person.isShort }) ?? false { return true }
        switch head.kind {
        case .company, .university, .research, .press: return false
        default:
            return scan.lexicon.givenNames.contains(scan.tokens[index].key)
                && scan.isCapital(index + 1) && scan.tokens[index + 1].gap == .space
        }
    }

    /// Whether a title with a name stands at a token: "Chính quyền Tổng thống Mỹ Donald Trump".
    func opensPerson(at index: Int) -> Bool {
        guard let (titleEnd, _) = scan.title(at: index) else { return false }
        var end = titleEnd
        if let last = countries.countries(at: end, isExpected: true).last {
            end = last.range.upperBound
        }
        return scan.isCapital(end) && scan.isCapital(end + 1) && scan.head(at: end) == nil
            && scan.tokens[end].gap == .space
    }

    func opensOther(at index: Int) -> Bool {
        if scan.title(at: index) != nil { return true }
        if let (_, head) = scan.head(at: index), head.level >= 3 { return true }
        if scan.agency(at: index) != nil { return true }
        return false
    }

    /// Goes on after "và", "," or "-" where what follows can only belong to the name.
    func joined(at index: Int, headEnd: Int, head: AgencyHead) -> Int? {
        var next: Int
        if let (end, _) = scan.cue(.and, at: index) {
            next = end
        } else if scan.isMark(index, ",") || scan.isMark(index, "&") || scan.isDash(index) {
            next = index + 1
        } else {
            return nil
        }
        guard scan.isCapital(next), scan.tokens[next].gap <= .space, !opensOther(at: next) else {
            return nil
        }
        if scan.isMark(index, "&") { return next + 1 }
        guard
            head.kind == .ministry || head.kind == .department || head.kind == .research
                || head.kind == .university || head.kind == .other || head.kind == .parliament
        else { return nil }
        guard countries.countries(at: next, isExpected: true).isEmpty else { return nil }
        let hasName = scan.portfolio(at: next) != nil || scan.cue(.nameWord, at: next) != nil
        if hasName {
            let end = scan.portfolio(at: next)?.end ?? scan.cue(.nameWord, at: next)?.end ?? next
            if scan.isMark(index, ",") {
                // A comma joins only where "và" follows: "Bộ Thông tin, Văn hóa và Du lịch".
                var last = end
                while scan.isLowerWord(last), !isGrammar(last), last - end < 2 { last += 1 }
                guard scan.has(.and, at: last) || scan.isMark(last, ",") else { return nil }
                return end
            }
            return end
        }
        // "và Phát triển": a capital syllable with its second in lower case is a common word.
        if scan.has(.and, at: index), isWordPair(next), !isGrammar(next + 1),
            !scan.lexicon.surnames.eastern.contains(scan.tokens[next].key)
        {
            return next + 2
        }
        return nil
    }
}
