import BangGiaoModel

/// Finds the passages that name persons, agencies, countries and offices.
///
/// Walks each sentence from left to right; at each token persons (with their titles) come before
/// agencies, and those before countries, so that a phrase is read as the largest thing it can be.
struct MentionFinder: Sendable {
    let lexicon: Lexicon

    /// Returns the mentions of the sentences, in the order of the text.
    func mentions(in layers: Layers) -> [Mention] {
        var builder = MentionBuilder()
        let taken = abbreviations(layers.tokens, layers.lattice)
        for sentence in layers.sentences where sentence.isProse {
            let scan = Scan(layers: layers, lexicon: lexicon, bounds: sentence.tokens)
            find(scan, into: &builder, except: taken)
        }
        return builder.mentions
    }

    /// The abbreviations that the document explains as no agency: "Hiệp định … (PCA)".
    private func abbreviations(_ tokens: [Token], _ lattice: Lattice) -> Set<WordKey> {
        var result: Set<WordKey> = []
        for index in tokens.indices.dropFirst(2).dropLast()
        where tokens[index].isAllCapitals && tokens[index - 1].isMark("(")
            && tokens[index + 1].isMark(")") && tokens[index - 2].isWord
        {
            // The words before end a name that the lexicon knows by this abbreviation.
            let isKnown = (max(0, index - 14)..<(index - 1)).contains { start in
                lattice[start].contains { match in
                    match.range.upperBound == index - 1
                        && (match.table == .agency || match.table == .head)
                }
            }
            if !isKnown, !tokens[index - 2].isCapital { result.insert(tokens[index].key) }
        }
        return result
    }

    private func find(
        _ scan: Scan, into builder: inout MentionBuilder, except taken: Set<WordKey>
    ) {
        let persons = PersonParser(scan: scan)
        let agencies = AgencyParser(scan: scan)
        let countries = CountryParser(scan: scan)
        var index = scan.bounds.lowerBound
        while index < scan.limit {
            if let end = credit(at: index, scan) {
                index = end
                continue
            }
            guard scan.tokens[index].isWord else {
                index += 1
                continue
            }
            if let (end, _) = scan.cue(.notAgency, at: index), scan.isCapital(index) {
                index = end
                continue
            }
            if persons.opensPerson(index), let person = persons.person(at: index) {
                if person.name == nil, scan.isPreceded(by: .plural, at: index),
                    let (end, _) = scan.title(at: index)
                {
                    index = end
                    continue
                }
                if person.name == nil, scan.isPreceded(by: .capacity, at: index) {
                    builder.addOffices(of: person, scan)
                } else if !isByline(person, scan) {
                    builder.add(person, scan)
                }
                index = max(person.range.upperBound, index + 1)
                continue
            }
            if agencies.opensAgency(index), let agency = agencies.agency(at: index),
                agency.core.count > 1 || !taken.contains(scan.tokens[index].key)
            {
                builder.add(agency, scan, isNested: false)
                index = max(agency.range.upperBound, index + 1)
                continue
            }
            let found = countries.countries(at: index)
            if let last = found.last {
                for country in found { builder.add(country, isNested: false, scan) }
                index = last.range.upperBound
                continue
            }
            index = step(over: index, scan)
        }
    }

    /// Whether a bare name is a writer's: "Trần Văn A (TTXVN)", "Trần Văn A/TTXVN".
    private func isByline(_ person: PersonParse, _ scan: Scan) -> Bool {
        guard !person.isIntroduced else { return false }
        let end = person.range.upperBound
        guard scan.isMark(end, "(") || scan.isMark(end, "/") || scan.isDash(end),
            let (last, agency) = scan.agency(at: end + 1), agency.kind == .press
        else { return false }
        return !scan.isMark(end, "(") || scan.isMark(last, ")")
    }

    /// The end of a credit, in which nobody counts: "Ảnh: Trần Văn A/TTXVN", "(TTXVN)" at the end.
    private func credit(at index: Int, _ scan: Scan) -> Int? {
        if let (end, value) = scan.cue(.credit, at: index), value == "bare",
            let (last, agency) = scan.agency(at: end), agency.kind == .press
        {
            return last
        }
        if let (end, _) = scan.cue(.credit, at: index), scan.isMark(end, ":") {
            let isBracketed = scan.isMark(index - 1, "(") || scan.isMark(index - 1, "[")
            var last = end
            while scan.inside(last), !scan.isMark(last, ")"), !scan.isMark(last, "]") {
                if !isBracketed, scan.isMark(last, "."), last > end { break }
                last += 1
            }
            return last
        }
        // A press name in brackets that closes a sentence is its source.
        if scan.isMark(index, "("), let (end, agency) = scan.agency(at: index + 1),
            agency.kind == .press, scan.isMark(end, ")"),
            end + 1 >= scan.limit
                || scan.tokens[end + 1].kind == .mark && !scan.isMark(end + 1, ",")
                || scan.isMark(index - 1, ".") || scan.isMark(index - 1, "/")
        {
            return end + 1
        }
        // An abbreviation in brackets is of the words before it.
        if scan.isMark(index, "("), scan.inside(index + 2), scan.isMark(index + 2, ")"),
            scan.tokens[index + 1].isAllCapitals, scan.inside(index - 1),
            scan.tokens[index - 1].isWord, scan.countryForm(at: index + 1) == nil
        {
            return index + 3
        }
        // "Trần Văn A/TTXVN" and "Theo TTXVN" as the last words of all.
        if scan.isMark(index, "/"), let (end, agency) = scan.agency(at: index + 1),
            agency.kind == .press
        {
            return end
        }
        return nil
    }

    /// Goes past a token that opens nothing; a place is passed whole, so that no part of it counts,
    /// and so is a state that is none here: "tiếng Tây Ban Nha".
    private func step(over index: Int, _ scan: Scan) -> Int {
        if let (end, _) = scan.place(at: index) { return end }
        if let (end, _) = scan.countryForm(at: index) { return end }
        return index + 1
    }
}

/// Turns what the parsers read into mentions.
private struct MentionBuilder {
    var mentions: [Mention] = []

    mutating func add(_ country: CountryParse, isNested: Bool, _ scan: Scan) {
        // One country is not mentioned twice at one place.
        for index in mentions.indices.suffix(6)
        where mentions[index].kind == .country && mentions[index].range == country.range {
            return
        }
        var mention = Mention(
            kind: .country, range: country.range, core: country.range,
            name: scan.lexicon.countryNames[country.code] ?? country.code.rawValue)
        mention.country = country.code
        mention.isNested = isNested
        mention.isBare = country.isWeak
        mentions.append(mention)
    }

    /// Adds an agency, its parents and its countries; two bodies where two states share the name.
    @discardableResult
    mutating func add(_ agency: AgencyParse, _ scan: Scan, isNested: Bool) -> [Int] {
        var mention = Mention(
            kind: .agency, range: agency.range, core: agency.core, name: agency.name)
        mention.agencyKind = agency.kind
        mention.level = agency.level
        mention.isInternational = agency.isInternational
        mention.country = agency.knownCountry ?? agency.countries.first?.code
        mention.otherForms = agency.otherForms
        mention.impliedParent = agency.impliedParent
        mention.isNested = isNested
        mention.isDual = agency.isDual
        mention.seat = agency.seat
        if let first = agency.countries.first, first.range.lowerBound >= agency.core.upperBound,
            agency.countries.count == 1, !scan.isMark(first.range.lowerBound - 1, "(")
        {
            mention.otherForms.append(scan.text(agency.core.lowerBound..<first.range.upperBound))
        }
        let index = mentions.count
        mentions.append(mention)
        var added = [index]
        var codes = agency.countries.map(\.code)
        var parents: [Int] = []
        if let above = agency.parent.first {
            parents = add(above, scan, isNested: true)
            mentions[index].parent = parents.first
            if let parent = parents.first {
                if codes.isEmpty, parents.count > 1 {
                    codes = parents.compactMap { mentions[$0].country }
                }
                if mentions[index].country == nil {
                    mentions[index].country = mentions[parent].country
                }
            }
        }
        if codes.count == 2, agency.knownCountry == nil {
            mentions[index].country = codes[0]
            var second = mentions[index]
            second.country = codes[1]
            second.parent = parents.count > 1 ? parents[1] : nil
            added.append(mentions.count)
            mentions.append(second)
        }
        for country in agency.countries { add(country, isNested: true, scan) }
        addCountries(within: agency.core, scan)
        if let above = addInnerAgency(of: agency, scan), mentions[index].parent == nil,
            agency.kind != .embassy
        {
            mentions[index].parent = above
        }
        return added
    }

    /// Adds the international body that closes a name: "Hội đồng Bảo an Liên hợp quốc".
    private mutating func addInnerAgency(of agency: AgencyParse, _ scan: Scan) -> Int? {
        for start in agency.core.dropFirst() {
            guard let (end, known) = scan.agency(at: start), end == agency.core.upperBound,
                known.state == .international, known.name != agency.name
            else { continue }
            let parse = AgencyParser(scan: scan).known(known, start..<end)
            return add(parse, scan, isNested: true).first
        }
        return nil
    }

    /// Adds the countries in a name: "Đại sứ quán Việt Nam tại Campuchia" names both.
    private mutating func addCountries(within range: Range<Int>, _ scan: Scan) {
        let inner = Scan(layers: scan.layers, lexicon: scan.lexicon, bounds: range)
        let parser = CountryParser(scan: inner)
        var index = range.lowerBound
        while index < range.upperBound {
            let found = parser.countries(at: index, isExpected: true)
                .filter { !$0.isCapitalCity }
            for country in found { add(country, isNested: true, scan) }
            index = max(index + 1, found.last?.range.upperBound ?? 0)
        }
    }

    mutating func add(_ person: PersonParse, _ scan: Scan) {
        let index = mentions.count
        let core = person.name ?? (person.offices.last.map { $0.range } ?? person.range)
        var mention = Mention(
            kind: person.name == nil ? .office : .person, range: person.range, core: core,
            name: person.name.map(scan.text) ?? "")
        mention.isBare = !person.isIntroduced
        mentions.append(mention)
        for parse in person.offices {
            mentions[index].offices += offices(parse, scan)
        }
        // The states of "Bộ trưởng Quốc phòng hai nước Việt Nam và Canada" are two office-holders.
        if person.name == nil, person.offices.count == 1, mentions[index].offices.count == 2 {
            var second = mentions[index]
            second.offices = [mentions[index].offices[1]]
            mentions[index].offices.removeLast()
            mentions.append(second)
        }
        mentions[index].isDual = person.offices.contains(where: \.isDual)
        if person.name != nil { mentions[index].country = person.country?.code }
        addCountries(of: person, from: index, scan)
    }

    /// Adds the states that titles and roles name: "Đại sứ Nga tại Liên hợp quốc".
    private mutating func addCountries(of person: PersonParse, from first: Int, _ scan: Scan) {
        let parser = CountryParser(scan: scan)
        var token = person.range.lowerBound
        while token < person.range.upperBound {
            if let name = person.name, name.contains(token) {
                token = name.upperBound
                continue
            }
            // What other mentions cover has its states already.
            if let other = mentions.indices[first...].first(where: {
                mentions[$0].range.contains(token) && mentions[$0].kind != .person
                    && mentions[$0].kind != .office && !mentions[$0].isImplied
            }) {
                token = mentions[other].range.upperBound
                continue
            }
            let found = scan.isCapital(token) ? parser.countries(at: token, isExpected: true) : []
            for country in found where !country.isCapitalCity {
                add(country, isNested: true, scan)
            }
            token = found.last?.range.upperBound ?? (token + 1)
        }
    }

    /// Gives the offices of "trên cương vị Bộ trưởng …" to the person named before in the sentence.
    mutating func addOffices(of person: PersonParse, _ scan: Scan) {
        guard
            let subject = mentions.lastIndex(where: {
                $0.kind == .person && $0.range.lowerBound >= scan.bounds.lowerBound
            }), !isCapacityOfState(before: person.range.lowerBound, scan)
        else {
            add(person, scan)
            return
        }
        for parse in person.offices { mentions[subject].offices += offices(parse, scan) }
    }

    /// Whether a state bears the capacity: "Malaysia trên cương vị Chủ tịch ASEAN".
    private func isCapacityOfState(before index: Int, _ scan: Scan) -> Bool {
        guard let last = mentions.last(where: { !$0.isNested }), last.kind != .person else {
            return false
        }
        let isAdjacent = index - last.range.upperBound <= 4
        return isAdjacent && !scan.isPreceded(by: .toward, at: last.range.lowerBound)
    }

    /// Makes the offices of a parse: one, or one for each of two states.
    private mutating func offices(_ parse: OfficeParse, _ scan: Scan) -> [Office] {
        var base = Office(
            title: parse.form.title, holding: parse.form.holding, range: parse.range,
            head: parse.form.head)
        base.status = parse.status
        base.accreditedCountry = parse.accreditedCountry?.code
        base.country = parse.country?.code
        var agencyMentions: [Int] = []
        if let agency = parse.agency {
            agencyMentions = add(agency, scan, isNested: true)
        } else if let name = parse.impliedAgency {
            let codes = parse.countries.isEmpty ? [nil] : parse.countries.map { Optional($0.code) }
            for code in codes {
                var mention = Mention(
                    kind: .agency, range: parse.range,
                    core: parse.impliedRange ?? parse.range, name: name)
                mention.country = code
                mention.isImplied = true
                mention.isNested = true
                mention.isDual = parse.isDual
                let head = NameKey(name.split(separator: " ").first.map(String.init) ?? "")
                mention.level = scan.lexicon.headByWord[head]?.level ?? 5
                mention.agencyKind = scan.lexicon.headByWord[head]?.kind ?? .other
                if let known = scan.lexicon.agency(named: name, of: code) {
                    mention.agencyKind = known.kind
                    if known.state == .international { mention.isInternational = true }
                    if case .country(let state) = known.state, code == nil {
                        mention.country = state
                    }
                    if !known.parent.isEmpty { mention.impliedParent = known.parent }
                }
                agencyMentions.append(mentions.count)
                mentions.append(mention)
            }
        }
        if parse.agency == nil {
            for country in parse.countries { add(country, isNested: true, scan) }
        }
        if let host = parse.accreditedCountry, !host.isCapitalCity {
            add(host, isNested: true, scan)
        }
        if let body = parse.accreditedAgency {
            base.accreditedAgency = add(body, scan, isNested: true).first
        }
        if let agency = parse.agency, base.country == nil {
            base.country =
                agency.knownCountry ?? agencyMentions.first.flatMap { mentions[$0].country }
        }
        base.agency = agencyMentions.first
        if agencyMentions.count > 1 {
            var second = base
            second.agency = agencyMentions[1]
            second.country = mentions[agencyMentions[1]].country
            base.country = mentions[agencyMentions[0]].country
            return [base, second]
        }
        if parse.agency == nil, parse.impliedAgency == nil, parse.countries.count > 1 {
            var second = base
            second.country = parse.countries[1].code
            return [base, second]
        }
        return [base]
    }
}
