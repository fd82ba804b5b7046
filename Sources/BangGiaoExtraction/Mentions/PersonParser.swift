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

    /// Reads a person or an office at a token.
    func person(at index: Int) -> PersonParse? {
        let opening = titles.preamble(at: index)
        var end = opening.end
        var status = opening.status
        var offices: [OfficeParse] = []
        var isHonoured = opening.isHonoured
        let hasRole = roleBefore(&end)

        while var office = titles.office(at: end) {
            office.status = status
            offices.append(office)
            end = office.range.upperBound
            guard let next = nextTitle(after: end), continues(offices, at: next.end) else { break }
            end = next.end
            status = next.status ?? status
            isHonoured = isHonoured || next.isHonoured
        }
        if offices.isEmpty {
            guard opening.end > index || hasRole else { return bare(at: index) }
            guard let name = names.name(at: end), isHonoured || hasRole || status != nil else {
                return nil
            }
            var result = PersonParse(range: index..<name.upperBound, name: name)
            result.isIntroduced = true
            result.status = status
            appositions(to: &result)
            return result
        }
        var result = PersonParse(range: index..<end, offices: offices)
        result.isIntroduced = true
        // A word of respect or a rank may stand between title and name.
        var nameStart = end
        if scan.isMark(nameStart, ","), titles.preamble(at: nameStart + 1).isHonoured {
            nameStart += 1
        }
        if let (next, _) = scan.cue(.apposition, at: nameStart),
            titles.preamble(at: next).isHonoured
        {
            nameStart = next
        }
        let second = titles.preamble(at: nameStart)
        let isSeparate = nameStart > end && !second.isHonoured
        if !isSeparate, let name = names.name(at: second.end),
            scan.tokens[name.lowerBound].gap <= .space
        {
            result.name = name
            result.range = index..<name.upperBound
            appositions(to: &result)
        } else if scan.isDash(nameStart), scan.tokens[nameStart].gap == .space,
            let name = names.name(at: titles.preamble(at: nameStart + 1).end),
            name.count >= 2,
            result.offices.contains(where: { $0.agency != nil || $0.country != nil })
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
        return !offices.contains {
            $0.form.title == next.form.title && $0.form.title == $0.form.form
                || ($0.country != nil && next.country != nil && $0.form.holding == .state
                    && $0.country?.code != next.country?.code)
        }
    }

    /// Skips a role that is no office before a name: "Trưởng đoàn Nguyễn Văn A".
    private func roleBefore(_ end: inout Int) -> Bool {
        var found = false
        while let (next, form) = scan.title(at: end), form.holding == .role {
            var after = next
            // "nhà lãnh đạo Triều Tiên Kim Jong-un"
            let states = CountryParser(scan: scan).countries(at: after, isExpected: true)
            if let first = states.first, first.range.lowerBound == after {
                after = first.range.upperBound
            }
            if scan.isMark(after, ","), scan.title(at: after + 1) != nil { after += 1 }
            end = titles.preamble(at: after).end
            found = true
        }
        return found
    }

    /// The start of a further title of one person: after a comma, "kiêm", a dash.
    private func nextTitle(
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

    /// Reads titles after a name: ", Vụ trưởng Vụ Báo chí, …", "(Thứ trưởng …)", " - Chủ tịch …".
    private func appositions(to person: inout PersonParse) {
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
            // A title with a name of its own opens another person.
            let after = titles.preamble(at: office.range.upperBound)
            if names.name(at: after.end) != nil,
                scan.tokens[after.end].gap <= .space
            {
                break
            }
            if let more = nextTitle(after: office.range.upperBound),
                opensNamedPerson(at: more.end)
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

    private func bare(at index: Int) -> PersonParse? {
        if let name = names.bareName(at: index) {
            var result = PersonParse(range: name, name: name)
            appositions(to: &result)
            result.isIntroduced = !result.offices.isEmpty
            return result
        }
        // "Jose Santiago Romana, Đại sứ Philippines …": any name that a title with a body explains.
        guard scan.isCapital(index), scan.isCapital(index + 1),
            scan.tokens[index + 1].gap == .space,
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
