import BangGiaoModel

extension Resolution {
    /// Gives each person the state served: as the offices say, else as the name and context tell.
    mutating func settlePersonStates() {
        for entity in entities.indices
        where entities[entity].kind == .person && !entities[entity].mentions.isEmpty {
            entities[entity].country = stated(entity)
        }
        for entity in entities.indices
        where entities[entity].kind == .person && !entities[entity].mentions.isEmpty
            && entities[entity].country == nil
        {
            if let known = knownPerson(entity) {
                entities[entity].country = known.country
            } else {
                entities[entity].country = likelyState(entity)
            }
        }
        // What a person heads belongs to the person's state.
        for index in mentions.indices where mentions[index].kind == .person {
            let entity = mentions[index].entity
            guard entity >= 0, let code = entities[entity].country else { continue }
            giveState(code, toOfficesOf: index)
        }
    }

    mutating func giveState(_ code: CountryCode, toOfficesOf index: Int) {
        for number in mentions[index].offices.indices {
            if let agency = mentions[index].offices[number].agency {
                guard mentions[agency].country == nil, !mentions[agency].isInternational else {
                    continue
                }
                annotated.mentions[agency].country = code
                var parent = mentions[agency].parent
                while let above = parent, mentions[above].country == nil,
                    !mentions[above].isInternational
                {
                    annotated.mentions[above].country = code
                    parent = mentions[above].parent
                }
            }
            if mentions[index].offices[number].country == nil {
                annotated.mentions[index].offices[number].country = code
            }
        }
    }

    /// The state that the offices of a person's mentions tell; the most frequent.
    private func stated(_ entity: Int) -> CountryCode? {
        var counts: [CountryCode: Int] = [:]
        for mention in entities[entity].mentions {
            if let code = statedCountry(of: mention) { counts[code, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The entry of the lexicon that one of the person's names matches whole.
    private func knownPerson(_ entity: Int) -> KnownPerson? {
        for mention in entities[entity].mentions where mentions[mention].kind == .person {
            let core = mentions[mention].core
            if let match = annotated.lattice.longest(.person, at: core.lowerBound),
                match.range == core
            {
                return lexicon.persons[Int(match.entry)]
            }
        }
        return nil
    }

    /// The state of a person whom no office ties to one.
    private func likelyState(_ entity: Int) -> CountryCode? {
        guard let first = entities[entity].mentions.first else { return nil }
        let core = mentions[first].core
        let isVietnamese =
            lexicon.vietnameseSurnames.contains(annotated.tokens[core.lowerBound].key)
            && core.count > 1
            && annotated.tokens[core].contains(where: \.isAccented)
        let hasInternational = entities[entity].mentions.contains { mention in
            mentions[mention].offices.contains { office in
                office.agency.map { mentions[$0].isInternational } ?? false
            }
        }
        if hasInternational { return nil }
        if isVietnamese { return home }
        let offices = entities[entity].mentions.flatMap { mentions[$0].offices }
        // A state has one head of state or government in a story.
        let taken = offices.contains { $0.holding == .state } ? statesWithHeads() : []
        return nearestState(
            to: first, allowingHome: false, onlyInSentence: offices.isEmpty, except: taken)
    }

    /// The states whose heads the text names with their state.
    private func statesWithHeads() -> Set<CountryCode> {
        var result: Set<CountryCode> = []
        for mention in mentions where mention.kind == .person && mention.entity >= 0 {
            for office in mention.offices
            where office.holding == .state || office.holding == .agency && office.agency == nil {
                if let code = office.country ?? entities[mention.entity].country {
                    result.insert(code)
                }
            }
        }
        return result
    }

    /// The state named nearest before a mention in its sentence, then after it, then before it in
    /// the story.
    func nearestState(
        to mention: Int, allowingHome: Bool, onlyInSentence: Bool, except: Set<CountryCode> = []
    ) -> CountryCode? {
        let range = mentions[mention].range
        let number = sentence(of: range.lowerBound)
        let bounds = annotated.sentences[number].tokens
        let story = annotated.sentences[number].story
        var inBefore: (Int, CountryCode)?
        var inAfter: (Int, CountryCode)?
        var outBefore: (Int, CountryCode)?
        for other in mentions where other.kind == .country && other.entity >= 0 {
            guard let code = other.country, allowingHome || code != home, !except.contains(code)
            else { continue }
            let start = other.range.lowerBound
            if bounds.contains(start) {
                if start < range.lowerBound {
                    if inBefore.map({ $0.0 < start }) ?? true { inBefore = (start, code) }
                } else if inAfter.map({ $0.0 > start }) ?? true {
                    inAfter = (start, code)
                }
            } else if start < range.lowerBound,
                annotated.sentences[sentence(of: start)].story == story
            {
                if outBefore.map({ $0.0 < start }) ?? true { outBefore = (start, code) }
            }
        }
        if let inBefore { return inBefore.1 }
        if let inAfter { return inAfter.1 }
        return onlyInSentence ? nil : outBefore?.1
    }

    /// Gives each agency its state: its own words, its parent's, its namesake's, the home state.
    mutating func settleAgencyStates() {
        for index in mentions.indices where mentions[index].kind == .agency {
            guard mentions[index].country == nil, !mentions[index].isInternational else { continue }
            if let parent = mentions[index].parent, let code = mentions[parent].country {
                annotated.mentions[index].country = code
            }
        }
        // The states of bodies by name, as the text gives them.
        var states: [String: [(mention: Int, code: CountryCode)]] = [:]
        for index in mentions.indices where mentions[index].kind == .agency {
            if let code = mentions[index].country {
                states[TextFolding.key(mentions[index].name), default: []].append((index, code))
            }
        }
        let namesHome =
            countryEntity[home] != nil
            || mentions.contains { $0.kind == .agency && $0.country == home }
            || entities.contains { $0.kind == .person && $0.country == home }
        for index in mentions.indices where mentions[index].kind == .agency {
            guard mentions[index].country == nil, !mentions[index].isInternational,
                !mentions[index].isDual
            else { continue }
            let known = states[TextFolding.key(mentions[index].name)] ?? []
            annotated.mentions[index].country = likelyState(
                ofAgency: index, namesakes: known, namesHome: namesHome)
        }
    }

    private func likelyState(
        ofAgency index: Int, namesakes: [(mention: Int, code: CountryCode)], namesHome: Bool
    ) -> CountryCode? {
        let codes = Set(namesakes.map(\.code))
        let number = sentence(of: mentions[index].range.lowerBound)
        // A namesake in the same sentence before it, unless the home state's is meant beside it.
        if codes.count == 1, let code = codes.first, code == home || !namesHome { return code }
        if codes.count == 1, let code = codes.first {
            let bounds = annotated.sentences[number].tokens
            let named = mentions.contains {
                $0.kind == .country && $0.country == code && bounds.contains($0.range.lowerBound)
            }
            let homeNamed = mentions.contains {
                $0.kind == .country && $0.country == home && bounds.contains($0.range.lowerBound)
            }
            if named, !homeNamed { return code }
            if mentions[index].isImplied { return code }
        }
        if mentions[index].agencyKind == .embassy {
            return nearestState(to: index, allowingHome: true, onlyInSentence: true)
        }
        if mentions[index].agencyKind == .press || mentions[index].agencyKind == .company {
            let name = annotated.text(mentions[index].core)
            if !name.utf8.contains(where: { $0 > 0x7F }) { return nil }
        }
        if namesHome { return home }
        return nearestState(to: index, allowingHome: true, onlyInSentence: false) ?? home
    }
}
