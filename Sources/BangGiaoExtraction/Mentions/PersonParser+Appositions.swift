import BangGiaoModel

/// Titles after a name, and names apart from their titles.
extension PersonParser {
    /// Whether the full name of the holder stands apart from his office, which says what it is of:
    /// "Đại sứ Mỹ tại Lào là Ann Lee", "Giám đốc Viện Hòa bình, John Smith, …".
    func isNamed(_ offices: [OfficeParse], at index: Int) -> Bool {
        guard let office = offices.last, !office.isDual, !office.isOfMany,
            office.countries.count < 2,
            office.agency != nil || office.country != nil || office.impliedAgency != nil
                || office.accreditedCountry != nil,
            let name = names.name(at: index), name.count > 1,
            scan.tokens[index].gap <= .space, !namesPlace(name),
            scan.head(at: index) == nil, scan.agency(at: index) == nil,
            scan.countryForm(at: index) == nil, scan.title(at: index) == nil
        else { return false }
        return !servesOther(index, than: offices)
    }

    /// Whether a known person serves another state than the office before is of.
    func servesOther(_ index: Int, than offices: [OfficeParse]) -> Bool {
        guard let known = scan.person(at: index)?.person.country, let office = offices.last,
            let state = stateOf(office) ?? office.country?.code
        else { return false }
        return known != state
    }

    /// Whether a name between commas, or before what its bearer does, explains the office before.
    func closesApposition(_ index: Int) -> Bool {
        if scan.isMark(index, ",") {
            // In a list of names it is one of them.
            return !scan.isCapital(index + 1) && scan.title(at: index + 1) == nil
                && scan.honorific(at: index + 1) == nil
        }
        return scan.isLowerWord(index) && !scan.has(.and, at: index)
            && !scan.has(.with, at: index) && scan.title(at: index) == nil
    }

    /// Reads titles after a name: ", Vụ trưởng Vụ Báo chí, …", "(Thứ trưởng …)", " - Chủ tịch …".
    func appositions(to person: inout PersonParse) {
        // "ông Trần Văn A, con ông Trần Văn B, Giám đốc …": the first is spoken of.
        guard let name = person.name, !isKinsman(person.range.lowerBound) else { return }
        let isTitled = !person.offices.isEmpty
        var end = person.range.upperBound
        var closing = false
        while scan.inside(end) {
            var index = end
            if scan.isMark(index, ",") || (scan.isDash(index) && scan.tokens[index].gap == .space) {
                index += 1
            } else if scan.isMark(index, "(") {
                closing = true
                index += 1
            } else if let (next, _) = scan.cue(.apposition, at: index) {
                index = next
            } else if !person.offices.isEmpty, end > name.upperBound, scan.title(at: end) != nil {
                // "…, Bộ trưởng Chủ nhiệm Văn phòng Chính phủ"
            } else {
                break
            }
            let opening = titles.preamble(at: index)
            index = opening.end
            guard scan.inside(index), scan.tokens[index].gap <= .space else { break }
            if let (next, form) = scan.title(at: index), form.holding == .role {
                // A role among the titles does not end them.
                if closing { break }
                guard scan.isMark(next, ",") else { break }
                end = next
                continue
            }
            guard var office = titles.office(at: index) else { break }
            // "bà Ann Lee, đại diện cho Peru": what she does.
            if office.agency == nil, office.country == nil,
                scan.has(.toward, at: office.range.upperBound),
                !scan.has(.about, at: office.range.upperBound)
            {
                break
            }
            // "Trước khi gặp Tổng thống Putin, Thủ tướng …": the other one is the Prime Minister.
            if office.form.holding == .state, office.agency == nil, office.country == nil,
                person.offices.contains(where: { $0.form.holding == .state })
            {
                break
            }
            // A title with a name of its own opens another person.
            let after = titles.preamble(at: office.range.upperBound)
            if names.name(at: after.end) != nil,
                scan.tokens[after.end].gap <= .space
            {
                break
            }
            // "Bộ trưởng Y tế, ông Trần Văn A, Đại sứ tại Lào, bà Lê Thị B": each title comes first.
            if isTitled, !closing, scan.isMark(office.range.upperBound, ",") {
                let other = titles.preamble(at: office.range.upperBound + 1)
                if other.isHonoured, names.name(at: other.end) != nil { break }
            }
            if let more = nextTitle(after: office.range.upperBound),
                opensNamedPerson(at: more.end)
            {
                break
            }
            // "…, Chủ tịch nước Việt Nam Nguyễn Văn A, Chủ tịch Đảng Lao động Triều Tiên …" are two.
            if office.form.holding != .envoy, let state = stateOf(office),
                let own = person.offices.lazy.compactMap(stateOf).first ?? person.country?.code,
                own != state
            {
                break
            }
            office.status = opening.status
            person.offices.append(office)
            end = office.range.upperBound
            person.range = person.range.lowerBound..<end
            if closing {
                if scan.isMark(end, ")") {
                    end += 1
                    person.range = person.range.lowerBound..<end
                }
                break
            }
        }
    }

    /// Whether a person explains another as his kin.
    private func isKinsman(_ index: Int) -> Bool {
        for start in index - 2..<index
        where scan.isMark(start - 1, ",") && scan.cue(.kin, at: start)?.end == index {
            return true
        }
        return scan.isMark(index - 1, ",") && scan.has(.kin, at: index)
    }

    func stateOf(_ office: OfficeParse) -> CountryCode? {
        office.form.holding == .envoy
            ? nil : office.country?.code ?? office.agency.flatMap(stateOf)
    }

    private func stateOf(_ agency: AgencyParse) -> CountryCode? {
        agency.countries.first?.code ?? agency.knownCountry
            ?? agency.parent.first.flatMap(stateOf)
    }

    /// Whether a chain of titles ends in a name.
    private func opensNamedPerson(at index: Int) -> Bool {
        var end = index
        while let office = titles.office(at: end) {
            let after = titles.preamble(at: office.range.upperBound)
            if names.name(at: after.end) != nil { return true }
            guard let next = nextTitle(after: office.range.upperBound) else { return false }
            end = next.end
        }
        return false
    }

    /// The person who is quoted between two commas: "…", Ann Lee, nói.
    func speaker(at index: Int) -> PersonParse? {
        guard scan.isMark(index - 1, ","), let name = names.name(at: index), name.count > 1,
            scan.isMark(name.upperBound, ","), scan.has(.quoting, at: name.upperBound + 1),
            !namesPlace(name), scan.countryForm(at: index) == nil,
            scan.agency(at: index) == nil, scan.head(at: index) == nil
        else { return nil }
        var result = PersonParse(range: name, name: name)
        result.isIntroduced = true
        return result
    }

    /// Reads the chair behind a scholar's name: "Giáo sư Ann Lee tại Đại học Huế".
    func academicOffice(in preamble: Range<Int>, of name: Range<Int>) -> OfficeParse? {
        guard let start = preamble.first(where: { scan.has(.academicOffice, at: $0) }),
            let (end, _) = scan.cue(.academicOffice, at: start),
            let next = scan.cue(.at, at: name.upperBound)?.end
                ?? scan.cue(.of, at: name.upperBound)?.end
                ?? (scan.isMark(name.upperBound, ",") ? name.upperBound + 1 : nil),
            let body = titles.agencies.agency(at: next, isHeaded: true),
            body.kind == .university || body.kind == .research
        else { return nil }
        let title = titles.agencies.capitalised(scan.text(start..<end))
        var office = OfficeParse(
            range: preamble.lowerBound..<body.range.upperBound,
            form: TitleForm(form: title, title: title, holding: .agency, agency: "", head: ""))
        office.agency = body
        office.country = body.countries.first
        return office
    }
}
