import BangGiaoModel

/// An office read from the text, before its agency has a mention.
struct OfficeParse {
    var range: Range<Int>
    var form: TitleForm
    var agency: AgencyParse?
    /// The agency's name where only the title tells it.
    var impliedAgency: String?
    /// The tokens that imply it: "Ngoại giao" in "Bộ trưởng Ngoại giao".
    var impliedRange: Range<Int>?
    var country: CountryParse?
    var accreditedCountry: CountryParse?
    var accreditedAgency: AgencyParse?
    /// A body named behind the title that the office is not of: an envoy's embassy, a member's party.
    var beside: AgencyParse?
    /// The further countries of "hai nước Việt Nam và Lào".
    var countries: [CountryParse] = []
    var isDual = false
    /// Whether it is held in each of many states: "Ngoại trưởng các nước …".
    var isOfMany = false
    var status: Position.Status?
}

/// Reads offices: a title and what it is held in, by the title's kind.
struct TitleParser {
    let scan: Scan
    let agencies: AgencyParser
    let countries: CountryParser

    init(scan: Scan) {
        self.scan = scan
        agencies = AgencyParser(scan: scan)
        countries = CountryParser(scan: scan)
    }

    /// Reads words of respect, rank and past before a title or a name.
    func preamble(at index: Int) -> (end: Int, status: Position.Status?, isHonoured: Bool) {
        var end = index
        var status: Position.Status?
        var isHonoured = false
        while let (next, kind) = scan.honorific(at: end) {
            // "Sheikh Hasina" is a name, though "Sheikh" is a word of respect too.
            if scan.person(at: end).map({ $0.end > next }) ?? false { break }
            // "Cố vấn" is an office, though "cố" speaks of the dead.
            if scan.title(at: end).map({ $0.end > next }) ?? false { break }
            // "chính quyền Tổng thống" is no "quyền Tổng thống".
            if kind == .acting, scan.head(at: end - 1).map({ $0.end > end }) ?? false { break }
            switch kind {
            case .former: status = .former
            case .designate: status = .designate
            case .acting: break
            case .honorific, .rank, .academic: isHonoured = true
            }
            end = next
            if scan.isMark(end, "."), scan.tokens[end].gap == .none { end += 1 }
            if scan.isMark(end, ","), kind == .academic || kind == .rank,
                scan.honorific(at: end + 1) != nil
            {
                end += 1
            }
        }
        return (end, status, isHonoured)
    }

    /// Reads one office at a token.
    func office(at index: Int) -> OfficeParse? {
        guard let (titleEnd, form) = title(at: index), form.holding != .role else {
            return nil
        }
        var office = OfficeParse(range: index..<titleEnd, form: form)
        var end = titleEnd
        if !form.agency.isEmpty { office.impliedAgency = form.agency }
        switch form.holding {
        case .state: state(after: &end, of: &office)
        case .ministry: ministry(after: &end, of: &office)
        case .agency, .implied: agency(after: &end, of: &office)
        case .envoy: envoy(after: &end, of: &office)
        case .role: break
        }
        if office.isOfMany, office.countries.isEmpty { return nil }
        // "Ngoại trưởng G7" are many.
        if form.holding == .ministry || form.holding == .implied, office.agency == nil,
            office.country == nil, let body = agencies.agency(at: end), body.isInternational
        {
            return nil
        }
        if office.agency == nil, office.country == nil {
            owner(after: &end, of: &office)
        } else {
            charge(after: &end)
        }
        office.range = index..<end
        return office
    }

    /// Reads the body after what an office is about: "Vụ trưởng phụ trách châu Mỹ của Bộ Ngoại giao".
    private func owner(after end: inout Int, of office: inout OfficeParse) {
        defer { if office.agency == nil { charge(after: &end) } }
        guard office.form.holding != .state,
            let (first, _) = scan.cue(.charge, at: end) ?? scan.cue(.about, at: end)
        else { return }
        var next = first
        while scan.inside(next), next - first < 12 {
            if next > first, let (start, _) = scan.cue(.of, at: next) {
                guard let body = agencies.agency(at: start) else { return }
                office.agency = body
                office.country = body.countries.first ?? body.parent.first?.countries.first
                office.countries = body.countries
                end = body.range.upperBound
                return
            }
            if scan.isLowerWord(next) {
                next += 1
            } else if let last = topic(at: next) {
                next = last
            } else {
                return
            }
        }
    }

    /// Skips "phụ trách kinh tế" or "về Đông Á" where a name follows.
    private func charge(after end: inout Int) {
        var isAbout = false
        var next: Int
        if let (after, _) = scan.cue(.charge, at: end) {
            next = after
        } else if let (after, _) = scan.cue(.about, at: end) {
            next = after
            isAbout = true
        } else {
            return
        }
        let first = next
        while scan.inside(next), next - first < 14 {
            if scan.isLowerWord(next) || scan.isMark(next, ",") {
                if isAbout, scan.has(.breaks, at: next), !scan.has(.and, at: next) { return }
                next += 1
            } else if let last = topic(at: next) {
                next = last
            } else {
                break
            }
        }
        guard next > first, scan.isCapital(next) else { return }
        if isAbout || scan.isCapital(next - 1) {
            guard let name = NameParser(scan: scan).name(at: next), name.count > 1 else { return }
        }
        end = scan.isMark(next - 1, ",") ? next - 1 : next
    }

    /// The end of a place, state or body that an office is about.
    private func topic(at index: Int) -> Int? {
        if scan.isPreceded(by: .region, at: index), scan.isCapital(index) { return index + 1 }
        if let (end, _) = scan.place(at: index) { return end }
        if let (end, _) = scan.countryForm(at: index) { return end }
        if let (end, _) = scan.cue(.nameWord, at: index), scan.isCapital(index) { return end }
        return scan.agency(at: index)?.end
    }

    /// Skips "tỉnh Sơn La", "TP. HCM", "bang" after a title: the office is of a place.
    private func place(after end: inout Int) {
        // "Chủ tịch Kaysone Phomvihane": a person after whom a place is named.
        if scan.person(at: end) != nil { return }
        if let (next, _) = scan.cue(.administrative, at: end) {
            let whole = scan.place(at: end)?.end ?? next
            end = next
            if whole > next {
                // "Thành phố Hồ Chí Minh"
                end = whole
            } else if let (last, _) = scan.place(at: next) {
                end = last
            } else if scan.inside(next), scan.tokens[next].isAllCapitals {
                end = next + 1
            } else if let last = agencies.administrativeName(at: next),
                NameParser(scan: scan).name(at: last) != nil
                    || !scan.isCapital(last) && !scan.opensEasternName(next)
            {
                // "thị trưởng thị trấn Kalayaan Roberto del Mundo", "… Kalayaan, ông Roberto"
                end = last
            }
        } else if let (next, _) = scan.place(at: end),
            scan.isCapital(next) || scan.tokens[end..<next].contains(where: \.isAccented)
        {
            // A town may bear a person's name: "Chủ tịch Kaysone Phomvihane".
            end = next
        }
    }

    /// The title at a token: the longest, unless a shorter one leaves a longer agency behind it.
    ///
    /// "Chủ tịch Đảng" is a title, but "Chủ tịch Đảng Cộng sản Nhật Bản" is the "Chủ tịch" of it.
    private func title(at index: Int) -> (end: Int, form: TitleForm)? {
        guard let longest = scan.title(at: index) else { return nil }
        // "Đại sứ quán" is no "Đại sứ".
        if let (end, _) = scan.head(at: index), end > longest.end { return nil }
        let isOfNamed = namesPrincipal(longest, from: index)
        for match in scan.lattice[index]
        where match.table == .title && match.range.upperBound < longest.end {
            if isOfNamed, scan.has(.of, at: match.range.upperBound) {
                return (match.range.upperBound, scan.lexicon.titles[Int(match.entry)])
            }
            let form = scan.lexicon.titles[Int(match.entry)]
            guard form.holding == .agency || form.holding == .ministry,
                let agency = agencies.agency(at: match.range.upperBound),
                agency.core.upperBound > longest.end
            else { continue }
            return (match.range.upperBound, form)
        }
        return longest
    }

    /// Whether the name after an aide's title is his principal's: "cố vấn của Tổng thống Iran
    /// Hassan Rouhani".
    private func namesPrincipal(_ title: (end: Int, form: TitleForm), from index: Int) -> Bool {
        guard (index..<title.end).contains(where: { scan.has(.of, at: $0) }) else { return false }
        let end = countries.countries(at: title.end, isExpected: true).last?.range.upperBound
        let name = NameParser(scan: scan).name(at: preamble(at: end ?? title.end).end)
        return name.map { scan.tokens[$0.lowerBound].gap <= .space } ?? false
    }

    /// Reads the state of a head of state or government.
    private func state(after end: inout Int, of office: inout OfficeParse) {
        // "Thủ tướng Chính phủ" may be one title of the lexicon.
        for start in office.range.dropFirst() {
            let isGovernment = scan.head(at: start)?.head.kind == .government
            if let parse = agencies.agency(at: start, isHeaded: isGovernment),
                parse.core.upperBound == end
            {
                office.agency = parse
                end = max(end, parse.range.upperBound)
                office.country = parse.countries.first
                office.countries = parse.countries
                if office.country != nil { return }
            }
        }
        if scan.has(.administrative, at: end) { place(after: &end) }
        // "Thủ tướng Chính phủ" names the government as well.
        let isGovernment = scan.head(at: end)?.head.kind == .government
        if let parse = agencies.agency(at: end, isHeaded: isGovernment), parse.level >= 5,
            !parse.isInternational,
            parse.kind == .government || parse.kind == .party || parse.kind == .parliament
        {
            office.agency = parse
            office.country = parse.countries.first
            office.countries = parse.countries
            end = parse.range.upperBound
            return
        }
        country(after: &end, of: &office)
    }

    /// Reads "Bộ Ngoại giao Lào" or "Ngoại giao Lào" after a minister's title.
    private func ministry(after end: inout Int, of office: inout OfficeParse) {
        if let parse = agencies.agency(at: end) {
            office.agency = parse
            office.country = parse.countries.first
            office.countries = parse.countries
            office.isDual = parse.isDual
            end = parse.range.upperBound
            return
        }
        if scan.isCapital(end) || scan.isLowerWord(end),
            let (next, portfolio) = scan.portfolio(at: end), scan.tokens[end].gap == .space
        {
            office.impliedAgency = portfolio.ministry
            var last = next
            // "Bộ trưởng Công nghiệp và Thương mại": as long as portfolios go on.
            while let (after, _) = scan.cue(.and, at: last),
                let (more, _) = scan.portfolio(at: after), scan.title(at: after) == nil,
                scan.isCapital(after) || scan.isCapital(more)
            {
                last = more
            }
            if last > next { office.impliedAgency = "Bộ " + scan.text(end..<last) }
            office.impliedRange = end..<last
            end = last
            // "Bộ trưởng Nội vụ và Truyền thông (MIC)"
            if scan.isMark(end, "("), scan.inside(end + 2), scan.tokens[end + 1].isAllCapitals,
                scan.isMark(end + 2, ")")
            {
                end += 3
            }
        }
        country(after: &end, of: &office)
    }

    /// Reads the agency after the title of its head.
    private func agency(after end: inout Int, of office: inout OfficeParse) {
        var index = end
        if let (next, _) = scan.cue(.of, at: index) {
            index = next
            // "Người phát ngôn của Thủ tướng Anh" is no ministry's.
            if let (last, principal) = title(at: next), principal.holding == .state {
                office.impliedAgency = nil
                office.country = countries.countries(at: last, isExpected: true).first
                return
            }
            // "phát ngôn viên của ông Trump" is of the state he serves.
            let principal = preamble(at: next)
            if principal.isHonoured || scan.person(at: next) != nil,
                let name = NameParser(scan: scan).name(at: principal.end)
            {
                office.impliedAgency = nil
                office.country = scan.person(at: name.lowerBound)?.person.country
                    .map { CountryParse(range: name, code: $0) }
                return
            }
        }
        if let parse = agencies.agency(at: index, isHeaded: true) {
            if parse.kind == .party, scan.has(.legislator, at: office.range.lowerBound) {
                // "Nghị sĩ Đảng Cộng hòa" sits in a parliament.
                office.beside = parse
                office.country = parse.countries.first
                end = parse.range.upperBound
                return
            }
            // "Vụ trưởng Vụ Báo chí": what a person heads has a name of its own.
            office.agency = parse
            office.impliedAgency = nil
            office.country = parse.countries.first ?? parse.parent.first?.countries.first
            office.countries = parse.countries
            office.isDual = parse.isDual
            end = parse.range.upperBound
            return
        }
        if !office.form.head.isEmpty, let parse = agencies.headed(by: office.form.head, at: index) {
            office.agency = parse
            office.impliedAgency = nil
            office.country = parse.countries.first ?? parse.parent.first?.countries.first
            office.countries = parse.countries
            office.isDual = parse.isDual
            end = parse.range.upperBound
            return
        }
        country(after: &end, of: &office)
        guard office.country == nil else { return }
        let start = end
        place(after: &end)
        // "Bí thư Hà Nội": of the city's committee.
        if end > start, office.impliedAgency == nil,
            let (last, body) = scan.cue(.placeOffice, at: office.range.lowerBound), last == start
        {
            office.impliedAgency = body
        }
        // "Bí thư Thành ủy TP. HCM": the body that the title names is of the place.
        if end > start, let name = office.impliedAgency,
            scan.lexicon.headByWord[NameKey(name)].map({ !$0.isBare }) ?? false
        {
            office.impliedAgency = name + " " + scan.text(start..<end)
        }
    }
}
