import BangGiaoModel

/// Common words and places that close the name of a body.
extension AgencyParser {
    /// The end of the common words that close a name before a state or a bracketed abbreviation:
    /// "Cơ quan Liên bang về an toàn thực phẩm Bỉ".
    func tail(after index: Int, of head: AgencyHead) -> Int? {
        if case .press = head.kind { return nil }
        if case .company = head.kind { return nil }
        guard !isMinistry(head) || scan.has(.and, at: index) || scan.isMark(index, ","),
            !head.isBare, scan.inside(index),
            countries.countries(at: index, isExpected: true).isEmpty,
            scan.tokens[index].gap <= .space
        else { return nil }
        var end = index
        while end < index + 11, scan.inside(end), !scan.has(.administrative, at: end) {
            if end > index, let (_, form) = scan.countryForm(at: end), form.kind != .capital {
                return scan.isLowerWord(end - 1) ? end : nil
            }
            if end > index, let (next, _) = scan.cue(.at, at: end),
                scan.countryForm(at: next) != nil
            {
                return end
            }
            // "… hàng hải - bà Liz Van Duin": the holder follows.
            if end > index, scan.isDash(end), scan.tokens[end].gap == .space,
                scan.honorific(at: end + 1) != nil
            {
                return end
            }
            if end > index, scan.isMark(end, "("), scan.inside(end + 2),
                scan.tokens[end + 1].isAllCapitals, scan.isMark(end + 2, ")")
            {
                return end
            }
            if let (next, _) = scan.cue(.nameWord, at: end), next > end + 1,
                scan.isLowerWord(end),
                !scan.has(.breaks, at: end) || end > index && scan.has(.plural, at: end - 1)
            {
                end = next
            } else if scan.isMark(end, ","), scan.isLowerWord(end + 1) {
                end += 1
            } else if scan.has(.and, at: end)
                || end == index && scan.has(.about, at: end)
                    && head.kind != .university
                || scan.has(.plural, at: end)
            {
                end += 1
            } else if scan.isLowerWord(end), scan.tokens[end].gap == .space,
                !scan.has(.breaks, at: end), !isGrammar(end), scan.head(at: end) == nil
            {
                end += 1
            } else if end > index, scan.isCapital(end), scan.isPreceded(by: .region, at: end) {
                // "văn phòng các vấn đề châu Á"
                return end + 1
            } else if scan.isCapital(end), let (next, _) = scan.cue(.nameWord, at: end),
                scan.has(.and, at: end - 1) || scan.isDash(end - 1)
            {
                end = next
            } else if end > index, let (next, _) = scan.place(at: end), scan.isLowerWord(end - 1) {
                // "Cơ quan quản lý khu kinh tế kênh đào Suez"
                return next
            } else if scan.isDash(end), scan.tokens[end].gap == .space, scan.isLowerWord(end + 1) {
                end += 1
            } else {
                return nil
            }
        }
        return nil
    }

    /// The end of a place that closes the name of an institute: "Viện Nghiên cứu chính trị Paris".
    func seatInName(after index: Int, of head: AgencyHead) -> Int? {
        switch head.kind {
        case .research, .university, .other: break
        default: return nil
        }
        guard scan.isLowerWord(index - 1) || scan.isCapital(index - 1), scan.inside(index),
            scan.tokens[index].gap == .space, !scan.isPreceded(by: .at, at: index)
        else { return nil }
        if let (next, _) = scan.cue(.administrative, at: index),
            let (end, _) = scan.place(at: index) ?? scan.place(at: next)
        {
            return end
        }
        guard let (end, place) = scan.place(at: index), place.kind == .city,
            scan.person(at: index) == nil
        else { return nil }
        return end
    }

    /// The end of one to three common words that a state follows.
    func commonWords(at index: Int) -> Int? {
        var end = index
        while end < index + 3, scan.isLowerWord(end), scan.tokens[end].gap == .space,
            !scan.has(.breaks, at: end), !isGrammar(end)
        {
            end += 1
            if let (_, form) = scan.countryForm(at: end), form.kind != .capital { return end }
            // "Văn phòng đặc trách ở Hong Kong": the place is part of the name.
            if let (next, _) = scan.cue(.at, at: end) {
                return scan.countryForm(at: next)?.end ?? scan.place(at: next)?.end
            }
        }
        return nil
    }

    /// The end of what a body is about: "Trung tâm Jean Monnet về Biến đổi Khí hậu".
    func topicInName(after index: Int, of head: AgencyHead) -> Int? {
        switch head.kind {
        case .press, .company, .university, .party, .embassy, .parliament, .court, .military:
            return nil
        default: break
        }
        guard !isMinistry(head), !head.isBare, let (start, _) = scan.cue(.about, at: index),
            start == index + 1
        else { return nil }
        var end = start
        while let next = topicWord(at: end) {
            end = next
            if let (last, _) = scan.cue(.and, at: end), topicWord(at: last) != nil { end = last }
        }
        return end > start ? end : nil
    }

    /// The end of one common word of a topic, or of an international body: "UNESCO".
    private func topicWord(at index: Int) -> Int? {
        guard scan.isCapital(index), scan.tokens[index].gap == .space,
            scan.countryForm(at: index) == nil, scan.title(at: index) == nil
        else { return nil }
        if let (end, _) = scan.portfolio(at: index) { return end }
        if let (end, _) = scan.cue(.nameWord, at: index) { return end }
        if let (end, body) = scan.agency(at: index), body.state == .international { return end }
        guard scan.place(at: index) == nil, isWordPair(index), !isGrammar(index + 1) else {
            return nil
        }
        return index + 2
    }

    /// The end of whose friends an association unites: "Hội những người bạn của Cách mạng Cuba".
    func ownerInName(after index: Int, of head: AgencyHead) -> Int? {
        guard head.kind == .association, scan.isLowerWord(index - 1),
            let (start, _) = scan.cue(.of, at: index), scan.isCapital(start), isWordPair(start),
            !isGrammar(start + 1), scan.title(at: start) == nil, scan.head(at: start) == nil,
            scan.agency(at: start) == nil, scan.countryForm(at: start) == nil,
            scan.honorific(at: start) == nil
        else { return nil }
        let end = start + 2
        return states(at: end)?.end ?? end
    }
}
