import BangGiaoModel

/// A country named in the text.
struct CountryParse {
    /// The tokens of the form, with "nước" before it left out.
    var range: Range<Int>
    var code: CountryCode
    /// Whether the context must bear out what is a common word or a name as well.
    var isWeak = false
    var isCapitalCity = false
}

/// Reads countries and dyads such as "Việt-Nga"; tells "Anh" the state from "anh Đức" the person.
struct CountryParser {
    let scan: Scan

    /// Reads one country, or the two of a dyad, at a token.
    ///
    /// - Parameter isExpected: Whether the grammar waits for a country here, as after a title.
    func countries(at index: Int, isExpected: Bool = false) -> [CountryParse] {
        guard let (end, form) = scan.countryForm(at: index) else { return [] }
        // A longer name of something else: "Ấn Độ Dương", "bán đảo Triều Tiên", "Vietnam+".
        if let (last, _) = scan.place(at: index), last > end { return [] }
        if scan.isPreceded(by: .geographic, at: index) || scan.isMark(end, "+") { return [] }
        let first = CountryParse(
            range: index..<end, code: form.code, isCapitalCity: form.kind == .capital)
        if let second = dyadPartner(after: end, first: form) { return [first, second] }
        switch form.licence {
        case .free:
            if form.kind == .capital, !isExpected, !acts(index..<end) { return [] }
            if !isExpected, isInsideName(index..<end), end - index == 1 { return [] }
            return [first]
        case .licensed:
            if scan.has(.notCountry, at: index) { return [] }
            if isExpected { return [first] }
            if form.kind == .capital { return acts(index..<end) ? [first] : [] }
            if isLicensed(index..<end) || isListed(index..<end) { return [first] }
            if isInsideName(index..<end) { return [] }
            var weak = first
            weak.isWeak =
                index == scan.bounds.lowerBound || scan.isMark(index - 1, "\"")
                || scan.isMark(index - 1, "\u{201C}")
            return [weak]
        case .dyad:
            if isExpected, isDyadTail(index) { return [first] }
            // "Mỹ, Nhật, Hàn tập trận"; "Nhật - Hàn" after "Mỹ -"
            let isEnd = !scan.isCapital(end) || scan.tokens[end].gap != .space
            return isEnd && followsState(index) ? [first] : []
        }
    }

    /// The second country of "Việt-Nga", "Việt Nam – Lào".
    private func dyadPartner(after end: Int, first: CountryForm) -> CountryParse? {
        guard scan.isDash(end), let (last, form) = scan.countryForm(at: end + 1),
            form.code != first.code, form.kind != .capital, form.kind != .epithet,
            scan.tokens[end + 1].gap < .line
        else { return nil }
        return CountryParse(range: (end + 1)..<last, code: form.code)
    }

    private func isDyadTail(_ index: Int) -> Bool {
        scan.isDash(index - 1)
    }

    /// Whether the words around say that a state is meant.
    private func isLicensed(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound - 1
        if scan.inside(before) {
            if scan.isPreceded(closely: .notPerson, at: range.lowerBound) { return false }
            if precededByHonorific(range.lowerBound) { return false }
            if scan.isPreceded(by: .license, at: range.lowerBound) {
                return !scan.opensEasternName(range.lowerBound)
                    || scan.title(at: range.upperBound) != nil
            }
        }
        return false
    }

    /// Whether the form stands in a list of states: "Anh, Đức và Pháp".
    private func isListed(_ range: Range<Int>) -> Bool {
        var next = range.upperBound
        if let (end, _) = scan.cue(.and, at: next) {
            next = end
        } else if scan.isMark(next, ",") {
            next += 1
        }
        if next > range.upperBound, let (_, form) = scan.countryForm(at: next),
            form.kind != .capital, form.licence != .dyad
        {
            return true
        }
        return followsState(range.lowerBound)
    }

    /// Whether a comma, a dash or "và" stands before, and a state before that.
    private func followsState(_ index: Int) -> Bool {
        let mark = index - 1
        guard scan.isMark(mark, ",") || scan.isDash(mark) || scan.has(.and, at: mark) else {
            return false
        }
        for length in 1...3 {
            if let (end, form) = scan.countryForm(at: mark - length), end == mark,
                form.kind != .capital,
                form.licence != .licensed || !scan.has(.notCountry, at: mark - length)
            {
                return true
            }
        }
        return false
    }

    private func precededByHonorific(_ index: Int) -> Bool {
        for length in 1...2 where scan.inside(index - length) {
            if let (end, kind) = scan.honorific(at: index - length), end == index,
                kind != .former, kind != .acting
            {
                return true
            }
        }
        return false
    }

    /// Whether capitals next to the form make it part of another name.
    private func isInsideName(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound - 1
        if precededByHonorific(range.lowerBound) { return true }
        if scan.isCapital(before), scan.tokens[range.lowerBound].gap == .space,
            !scan.isOpening(before)
                || scan.lexicon.surnames.eastern.contains(scan.tokens[before].key)
        {
            return true
        }
        let after = range.upperBound
        if scan.isCapital(after), scan.tokens[after].gap == .space,
            scan.title(at: after) == nil, scan.agency(at: after) == nil,
            scan.head(at: after) == nil,
            scan.lexicon.surnames.eastern.contains(scan.tokens[range.lowerBound].key)
        {
            return true
        }
        return false
    }

    /// Whether a capital city acts for its state: it is no place here.
    private func acts(_ range: Range<Int>) -> Bool {
        let start = range.lowerBound
        if scan.isPreceded(closely: .notPerson, at: start) { return false }
        for kind: CueKind in [.at, .toward, .administrative]
        where scan.isPreceded(by: kind, at: start) {
            return false
        }
        let before = start - 1
        if scan.isMark(before, ",") || scan.isMark(before, "(") { return false }
        if scan.isCapital(before), scan.tokens[start].gap == .space, !scan.isOpening(before) {
            return false
        }
        let after = range.upperBound
        if scan.isLowerWord(after),
            scan.has(.breaks, at: after) || scan.has(.planned, at: after)
                || scan.has(.held, at: after)
        {
            return true
        }
        // "quan hệ giữa Washington và Bình Nhưỡng", "theo lời của Moscow", "cáo buộc Tehran"
        for kind: CueKind in [.between, .with, .side] where scan.isPreceded(by: kind, at: start) {
            return true
        }
        return scan.isPreceded(by: .capitalLicense, at: start)
    }
}
