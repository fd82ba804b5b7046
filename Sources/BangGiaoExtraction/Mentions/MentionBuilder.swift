import BangGiaoModel

/// Turns what the parsers read into mentions.
struct MentionBuilder {
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
        for sibling in agency.siblings {
            var other = mentions[index]
            other.core = sibling.core
            other.name = sibling.name
            mentions.append(other)
        }
        for country in agency.countries { add(country, isNested: true, scan) }
        addCountries(within: agency.siblings.isEmpty ? agency.core : agency.range, scan)
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
        if person.name == nil, person.offices.count == 1 {
            let held = mentions[index].offices
            mentions[index].offices = Array(held.prefix(1))
            for office in held.dropFirst() {
                var other = mentions[index]
                other.offices = [office]
                mentions.append(other)
            }
        }
        mentions[index].isDual = person.offices.contains(where: \.isDual)
        mentions[index].isCounterpart = person.isCounterpart
        mentions[index].isPredecessor = person.isPredecessor
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

    /// Makes the offices of a parse: one, or one for each of two states.
    mutating func offices(_ parse: OfficeParse, _ scan: Scan) -> [Office] {
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
        if let body = parse.beside { add(body, scan, isNested: true) }
        if let body = parse.accreditedAgency {
            base.accreditedAgency = add(body, scan, isNested: true).first
        }
        if let agency = parse.agency, base.country == nil {
            base.country =
                agency.knownCountry ?? agencyMentions.first.flatMap { mentions[$0].country }
        }
        base.agency = agencyMentions.first
        if agencyMentions.count > 1 {
            return agencyMentions.map { agency in
                var office = base
                office.agency = agency
                office.country = mentions[agency].country
                return office
            }
        }
        if parse.agency == nil, parse.impliedAgency == nil, parse.countries.count > 1 {
            return parse.countries.map { country in
                var office = base
                office.country = country.code
                return office
            }
        }
        return [base]
    }
}
