import BangGiaoModel

/// What stands about the name of a body: its abbreviation, state and parent.
extension AgencyParser {
    /// Reads "(TTXVN)" after a name.
    func abbreviation(after end: inout Int, of parse: inout AgencyParse) {
        guard scan.isMark(end, "("), scan.inside(end + 1), scan.isCapital(end + 1) else { return }
        var last = end + 1
        while scan.inside(last), !scan.isMark(last, ")"), last - end < 7 { last += 1 }
        guard scan.isMark(last, ")"), last > end + 1 else { return }
        let inner = (end + 1)..<last
        let isShort = scan.tokens[inner].allSatisfy {
            $0.isAllCapitals || $0.kind == .mark || $0.isNumber
                || ($0.isCapital && $0.byteCount <= 10 && !$0.isAccented)
        }
        guard isShort, scan.tokens[inner].contains(where: \.isAllCapitals) || inner.count == 1,
            countries.countries(at: end + 1, isExpected: true).isEmpty
        else { return }
        parse.otherForms.append(scan.text(inner))
        end = last + 1
    }

    /// Reads the state or the two states after a name.
    func state(after end: inout Int, of parse: inout AgencyParse) {
        guard parse.countries.isEmpty, !parse.isInternational else { return }
        if let known = parse.knownCountry {
            correct(known, after: &end, of: &parse)
            return
        }
        var index = end
        var isBracketed = false
        if scan.isMark(index, "("), scan.tokens[index].gap <= .space {
            isBracketed = true
            index += 1
            // "(Quảng Tây, Trung Quốc)", "(Hà Nội)"
            if let (last, place) = scan.place(at: index), scan.countryForm(at: index) == nil {
                if scan.isMark(last, ",") {
                    index = last + 1
                } else if scan.isMark(last, ")"), let code = place.country {
                    parse.seat = code
                    end = last + 1
                    return
                }
            }
        }
        if let (next, _) = scan.cue(.of, at: index) { index = next }
        var isPair = false
        if isOfTwo(index), let (next, _) = scan.cue(.two, at: index),
            let (last, _) = scan.cue(.nation, at: next)
        {
            index = last
            isPair = true
        } else if let (next, _) = scan.cue(.nation, at: index) {
            index = next
        }
        var found = countries.countries(at: index, isExpected: true)
        guard let first = found.first, first.range.lowerBound == index, !first.isCapitalCity else {
            if isPair, !isBracketed {
                parse.isDual = true
                end = index
            } else if !isBracketed {
                parse.seat = seat(after: end) ?? seat(behindComma: end, of: parse)
            }
            return
        }
        var last = found.last?.range.upperBound ?? index
        if found.count == 1, let (next, _) = scan.cue(.and, at: last) {
            var second = next
            if let (after, _) = scan.cue(.nation, at: next) { second = after }
            let others = countries.countries(at: second, isExpected: true)
            if others.count == 1, others[0].range.lowerBound == second, !others[0].isCapitalCity,
                isPair || !scan.isCapital(others[0].range.upperBound)
            {
                found += others
                last = others[0].range.upperBound
            }
        }
        if isBracketed {
            guard scan.isMark(last, ")") else { return }
            last += 1
        }
        parse.countries = found
        end = last
    }

    /// Takes the state that the text gives a body for the one that the lexicon knows of its name:
    /// "Bộ Ngoại giao và Thương mại Hungary" is not Australia's.
    private func correct(
        _ known: CountryCode, after end: inout Int, of parse: inout AgencyParse
    ) {
        switch parse.kind {
        case .ministry, .government, .department, .parliament, .military, .court: break
        default: return
        }
        let found = countries.countries(at: end, isExpected: true)
        guard parse.core.count > 1, found.count == 1, let state = found.first, state.code != known,
            state.range.lowerBound == end, !state.isCapitalCity
        else { return }
        parse.knownCountry = nil
        parse.countries = found
        end = state.range.upperBound
    }

    /// The state set behind the name of a company or school: "công ty Kokura Sangyo, Nhật Bản".
    private func seat(behindComma index: Int, of parse: AgencyParse) -> CountryCode? {
        switch parse.kind {
        case .company, .university, .research: break
        default: return nil
        }
        guard scan.isMark(index, ","),
            let state = countries.countries(at: index + 1, isExpected: true).first,
            state.range.lowerBound == index + 1, !state.isCapitalCity
        else { return nil }
        // In a list of states it is one of them.
        var next = state.range.upperBound
        if scan.isMark(next, ",") {
            next += 1
        } else if let (end, _) = scan.cue(.and, at: next) {
            next = end
        }
        return scan.countryForm(at: next) == nil || next == state.range.upperBound
            ? state.code : nil
    }

    /// The state of the place where a body is: "Viện Thương mại Quốc tế tại Seoul".
    private func seat(after index: Int) -> CountryCode? {
        guard let (next, _) = scan.cue(.at, at: index) else { return nil }
        var start = next
        if let (last, _) = scan.cue(.administrative, at: next) { start = last }
        if let (_, form) = scan.countryForm(at: start) { return form.code }
        return scan.place(at: start)?.place.country
    }

    /// Reads the parent after a name: ", Bộ Ngoại giao Lào", "thuộc Bộ …", "(Bộ …)".
    func parent(after end: inout Int, of parse: inout AgencyParse) {
        guard parse.level < 7, parse.parent.isEmpty else { return }
        var index = end
        var isBracketed = false
        var isLoose = false
        if scan.isMark(index, "("), scan.tokens[index].gap <= .space {
            isBracketed = true
            index += 1
        } else if scan.isMark(index, ",") {
            isLoose = true
            index += 1
        } else if scan.isDash(index) {
            index += 1
        } else if let (next, _) = scan.cue(.of, at: index) {
            index = next
        }
        // "Đảng, Chính phủ": what stands alone has no parent but a stated one.
        if isLoose || scan.isDash(end), parse.kind == .party || parse.kind == .military { return }
        guard scan.inside(index), scan.tokens[index].gap <= .space,
            let above = agency(at: index, minimumLevel: parse.level), above.level > parse.level,
            above.kind != .press, above.kind != .company, !above.isDual || parse.countries.isEmpty
        else { return }
        // In a list of bodies a comma joins equals: what follows tells.
        if isLoose, continuesList(after: above.range.upperBound, level: above.level) { return }
        if above.isInternational, isLoose { return }
        var last = above.range.upperBound
        if isBracketed {
            guard scan.isMark(last, ")") else { return }
            last += 1
        }
        if let own = parse.countries.last, !above.countries.isEmpty,
            parse.countries.map(\.code) != above.countries.map(\.code)
        {
            guard scan.has(.of, at: end), own.range.upperBound == end else { return }
            // "Vụ Các vấn đề Mỹ của Bộ Ngoại giao Triều Tiên": the state is what it is about.
            parse.core = parse.core.lowerBound..<end
            parse.name = capitalised(scan.text(parse.core))
            parse.countries = []
        }
        parse.parent = [above]
        parse.isDual = parse.isDual || above.isDual
        end = last
    }

    func continuesList(after index: Int, level: Int) -> Bool {
        var next = index
        if scan.isMark(next, ",") || scan.isMark(next, ";") {
            next += 1
        } else if let (end, _) = scan.cue(.and, at: next) {
            next = end
        } else {
            return false
        }
        guard let other = own(at: next) else { return false }
        return other.level >= level
    }
}
