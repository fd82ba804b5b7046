import BangGiaoModel

/// A person, or an office without a name, read from the text.
struct PersonParse {
    /// Titles, name and appositions.
    var range: Range<Int>
    /// The name; nil where only an office stands.
    var name: Range<Int>?
    var offices: [OfficeParse] = []
    /// Whether a word of respect, a rank or a title speaks for a person.
    var isIntroduced = false
    var status: Position.Status?
    /// The state that a word before the name gives: "nhà lãnh đạo Triều Tiên Kim Jong-un".
    var country: CountryParse?
    /// Whether the words before the name give him the office of another: "người đồng cấp Nga".
    var isCounterpart = false
    /// Whether he held the office of somebody named before: "người tiền nhiệm".
    var isPredecessor = false
}

/// A word for what somebody is, but no office, and the state it names.
private struct RoleParse {
    var country: CountryParse?
    var isCounterpart: Bool
    var isPredecessor: Bool
}

/// Reads persons: titles before the name, titles after it, words of respect, bare names.
struct PersonParser {
    let scan: Scan
    let titles: TitleParser
    let names: NameParser

    init(scan: Scan) {
        self.scan = scan
        titles = TitleParser(scan: scan)
        names = NameParser(scan: scan)
    }

    /// Whether a person can begin at a token at all; most are turned away here.
    func opensPerson(_ index: Int) -> Bool {
        scan.isCapital(index) || scan.lattice.has(.title, at: index)
            || scan.lattice.has(.honorific, at: index)
    }

    /// Reads a person or an office at a token.
    func person(at index: Int) -> PersonParse? {
        let opening = titles.preamble(at: index)
        var end = opening.end
        var status = opening.status
        var offices: [OfficeParse] = []
        var isHonoured = opening.isHonoured
        let role = roleBefore(&end)

        while var office = titles.office(at: end) {
            office.status = status
            offices.append(office)
            end = office.range.upperBound
            guard let next = nextTitle(after: end), continues(offices, at: next.end) else { break }
            if next.end == end, absorb(at: &end, into: &offices) { break }
            end = next.end
            status = next.status ?? status
            isHonoured = isHonoured || next.isHonoured
        }
        if offices.isEmpty {
            guard opening.end > index || role != nil else { return bare(at: index) }
            var name = names.name(at: end)
            if role != nil, !isHonoured, let found = name, namesOther(found) { name = nil }
            if name == nil, role != nil { name = describedName(at: end) }
            guard let name, isHonoured || role != nil || status != nil else { return nil }
            var result = PersonParse(range: index..<name.upperBound, name: name)
            result.isIntroduced = true
            result.status = status
            result.country = role?.country
            result.isCounterpart = role?.isCounterpart ?? false
            result.isPredecessor = role?.isPredecessor ?? false
            if let office = academicOffice(in: index..<name.lowerBound, of: name) {
                result.offices.append(office)
                result.range = index..<office.range.upperBound
            }
            appositions(to: &result)
            return result
        }
        var result = PersonParse(range: index..<end, offices: offices)
        result.isIntroduced = true
        // A word of respect or a rank may stand between title and name.
        var nameStart = end
        // "Trước các nghị sĩ, ông Trần Văn A …" names no one of them.
        let isOne = !scan.isPreceded(by: .plural, at: index)
        if scan.isMark(nameStart, ","), isOne, titles.preamble(at: nameStart + 1).isHonoured,
            !servesOther(titles.preamble(at: nameStart + 1).end, than: offices)
        {
            nameStart += 1
        }
        if let (next, _) = scan.cue(.apposition, at: nameStart),
            titles.preamble(at: next).isHonoured || isNamed(offices, at: next)
        {
            nameStart = next
        } else if scan.isMark(nameStart, ","), isOne, isNamed(offices, at: nameStart + 1),
            let name = names.name(at: nameStart + 1), closesApposition(name.upperBound)
        {
            nameStart += 1
        }
        let second = titles.preamble(at: nameStart)
        // "Tổng thống khi đó là ông Ivan Petrov"
        if nameStart > end, let (next, value) = scan.cue(.apposition, at: end), next == nameStart,
            let status = Position.Status(rawValue: value)
        {
            for office in result.offices.indices { result.offices[office].status = status }
        }
        // "Tổng thống tiền nhiệm Ivan Petrov"
        if let status = second.status, nameStart == end, names.name(at: second.end) != nil {
            result.offices[result.offices.count - 1].status = status
        }
        let isSeparate = nameStart > end && !second.isHonoured && !isNamed(offices, at: nameStart)
        if !isSeparate, let name = names.name(at: second.end),
            scan.tokens[name.lowerBound].gap <= .space, second.isHonoured || !namesPlace(name)
        {
            if let own = officesOfAnother(before: name, in: offices) {
                result.offices = own
                result.range = index..<(own.last?.range.upperBound ?? end)
                return result
            }
            result.name = name
            result.range = index..<name.upperBound
            appositions(to: &result)
        } else if scan.isDash(nameStart), scan.tokens[nameStart].gap == .space,
            let name = names.name(at: titles.preamble(at: nameStart + 1).end),
            name.count >= 2,
            result.offices.contains(where: {
                $0.agency != nil || $0.country != nil || $0.impliedAgency != nil
            })
        {
            result.name = name
            result.range = index..<name.upperBound
            appositions(to: &result)
        }
        return result
    }

    /// Whether a further title can be the same person's: another office, of no other state.
    private func continues(_ offices: [OfficeParse], at index: Int) -> Bool {
        guard let next = titles.office(at: index) else { return false }
        // "Tổng thống Mỹ, Đại sứ Peru …" are two.
        if let last = offices.last, scan.has(.soleOffice, at: last.range.lowerBound),
            scan.isMark(last.range.upperBound, ","), next.form.holding != .state
        {
            return false
        }
        return !offices.contains {
            $0.form.title == next.form.title && $0.form.title == $0.form.form
                || ($0.country != nil && next.country != nil && $0.form.holding == .state
                    && $0.country?.code != next.country?.code)
        }
    }

    /// Takes the principal of an aide for the aide's state: "Trợ lý Tổng thống Nga Ivan Ivanov".
    private func absorb(at end: inout Int, into offices: inout [OfficeParse]) -> Bool {
        guard let last = offices.last, last.form.holding != .state, last.agency == nil,
            last.impliedAgency == nil, last.country == nil,
            let principal = titles.office(at: end), principal.form.holding == .state
        else { return false }
        offices[offices.count - 1].country = principal.country
        offices[offices.count - 1].countries = principal.countries
        offices[offices.count - 1].range = last.range.lowerBound..<principal.range.upperBound
        end = principal.range.upperBound
        return true
    }

    /// The offices of another person, where a chain runs from a foreign holder to a Vietnamese one:
    /// "Hoàng hậu Nhật Bản, Chủ tịch nước Trần Văn A".
    private func officesOfAnother(
        before name: Range<Int>, in offices: [OfficeParse]
    ) -> [OfficeParse]? {
        guard offices.count > 1, let last = offices.last, last.country == nil,
            last.agency?.countries.isEmpty ?? true,
            scan.lexicon.surnames.vietnamese.contains(scan.tokens[name.lowerBound].key),
            scan.tokens[name].contains(where: \.isAccented), name.count > 1,
            scan.person(at: name.lowerBound) == nil,
            let other = offices.dropLast().lastIndex(where: {
                stateOf($0).map { $0 != CountryCode("VN") } ?? false
            })
        else { return nil }
        return Array(offices[...other])
    }

    /// Skips a role that is no office before a name: "Trưởng đoàn Nguyễn Văn A".
    ///
    /// - Returns: The state that the last role gives; nil where no role stands.
    private func roleBefore(_ end: inout Int) -> RoleParse? {
        var found: RoleParse?
        while let (next, form) = scan.title(at: end), form.holding == .role {
            var after = next
            var state: CountryParse?
            // "nhà lãnh đạo Triều Tiên Kim Jong-un"
            let states = CountryParser(scan: scan).countries(at: after, isExpected: true)
            if let first = states.first, first.range.lowerBound == after {
                after = first.range.upperBound
                state = first
            }
            if scan.isMark(after, ","),
                scan.title(at: after + 1) != nil || titles.preamble(at: after + 1).isHonoured
            {
                after += 1
            }
            let isCounterpart = scan.cue(.meetingWord, at: end)?.value == "counterpart"
            found = RoleParse(
                country: state, isCounterpart: isCounterpart || found?.isCounterpart ?? false,
                isPredecessor: scan.has(.predecessor, at: end) || found?.isPredecessor ?? false)
            end = titles.preamble(at: after).end
        }
        return found
    }

    /// Whether what stands after a role names a place or a body: "ngư dân Quảng Ngãi".
    private func namesOther(_ name: Range<Int>) -> Bool {
        if scan.person(at: name.lowerBound) != nil { return false }
        if let (end, _) = scan.place(at: name.lowerBound), end >= name.upperBound { return true }
        return scan.agency(at: name.lowerBound).map { $0.end >= name.upperBound } ?? false
    }

    /// Whether a run after a title is a place: "Phó Thống đốc Saint Petersburg".
    func namesPlace(_ name: Range<Int>) -> Bool {
        guard scan.person(at: name.lowerBound) == nil,
            let (end, _) = scan.place(at: name.lowerBound)
        else { return false }
        return end >= name.upperBound
            && !scan.lexicon.surnames.vietnamese.contains(scan.tokens[name.lowerBound].key)
    }

    /// The name after a longer description: "nhà phân tích chính sách châu Á John Smith".
    private func describedName(at index: Int) -> Range<Int>? {
        var end = index
        while end < index + 9, scan.inside(end), scan.tokens[end].gap <= .space {
            if scan.isCapital(end),
                let name = names.knownName(at: end) ?? names.foreignName(at: end)
            {
                return name.count >= 2 ? name : nil
            }
            if let (next, _) = scan.countryForm(at: end) {
                end = next
            } else if let (next, _) = scan.place(at: end) {
                end = next
            } else if scan.isLowerWord(end), !scan.has(.breaks, at: end) {
                end += 1
            } else {
                return nil
            }
        }
        return nil
    }

    /// The start of a further title of one person: after a comma, "kiêm", a dash.
    func nextTitle(
        after end: Int
    ) -> (end: Int, status: Position.Status?, isHonoured: Bool)? {
        var index = end
        if scan.isMark(index, ",") || scan.isDash(index) {
            index += 1
        } else if let (next, _) = scan.cue(.apposition, at: index), scan.title(at: next) != nil {
            index = next
        } else if scan.title(at: index) == nil, scan.honorific(at: index) == nil {
            return nil
        }
        let opening = titles.preamble(at: index)
        guard scan.inside(opening.end), scan.tokens[opening.end].gap <= .space,
            let (_, form) = scan.title(at: opening.end), form.holding != .role
        else { return nil }
        // "Thủ tướng, Bộ trưởng Ngoại giao và …" without a name are several persons.
        return opening
    }

    private func bare(at index: Int) -> PersonParse? {
        guard scan.isCapital(index) else { return nil }
        if let name = names.knownName(at: index) ?? names.foreignName(at: index) {
            var result = PersonParse(range: name, name: name)
            result.isIntroduced = true
            appositions(to: &result)
            return result
        }
        if let name = names.bareName(at: index) {
            var result = PersonParse(range: name, name: name)
            appositions(to: &result)
            result.isIntroduced = !result.offices.isEmpty
            return result
        }
        if let speaker = speaker(at: index) { return speaker }
        // "Jose Santiago Romana, Đại sứ Philippines …": any name that a title with a body explains.
        guard scan.isCapital(index + 1), scan.tokens[index + 1].gap == .space,
            !scan.isCapital(index - 1) || scan.tokens[index].gap != .space,
            let name = names.name(at: index), name.count >= 2,
            scan.isMark(name.upperBound, ",") || scan.isDash(name.upperBound),
            scan.place(at: index) == nil, scan.countryForm(at: index) == nil,
            scan.agency(at: index) == nil, scan.head(at: index) == nil,
            scan.cue(.breaks, at: index) == nil, scan.cue(.notAgency, at: index) == nil
        else { return nil }
        var result = PersonParse(range: name, name: name)
        appositions(to: &result)
        guard let office = result.offices.first,
            office.agency != nil || office.country != nil || office.impliedAgency != nil
        else { return nil }
        result.isIntroduced = true
        return result
    }
}
