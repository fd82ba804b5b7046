import BangGiaoModel

/// The states that persons serve.
extension Resolution {
    /// Gives each person the state served: as the offices say, else as the name and context tell.
    mutating func settlePersonStates() {
        let persons = entities.indices.filter {
            entities[$0].kind == .person && !entities[$0].mentions.isEmpty
        }
        for entity in persons { entities[entity].country = stated(entity) }
        let holders = officesByTitle()
        for entity in persons where entities[entity].country == nil {
            if let known = knownPerson(entity) { entities[entity].country = known.country }
        }
        var entityByEnd: [Int: Int] = [:]
        for mention in mentions where mention.kind == .person && mention.entity >= 0 {
            entityByEnd[mention.range.upperBound] = mention.entity
        }
        for entity in persons where entities[entity].country == nil && knownPerson(entity) == nil {
            entities[entity].country =
                stateOfCompanion(entity, entityByEnd) ?? likelyState(entity, holders: holders)
        }
        // What a person heads belongs to the person's state.
        for index in mentions.indices where mentions[index].kind == .person {
            let entity = mentions[index].entity
            guard entity >= 0, let code = entities[entity].country else { continue }
            giveState(code, toOfficesOf: index)
        }
    }

    /// The state of the one named just before in a list: "cựu Ngoại trưởng Mỹ A, cựu cố vấn B".
    private func stateOfCompanion(_ entity: Int, _ entityByEnd: [Int: Int]) -> CountryCode? {
        guard let first = entities[entity].mentions.first, homeByName(first) == nil else {
            return nil
        }
        let mark = mentions[first].range.lowerBound - 1
        guard mark > 0, annotated.tokens[mark].isMark(","), let other = entityByEnd[mark] else {
            return nil
        }
        let code = entities[other].country
        return code == home ? nil : code
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

    /// An office of a state that the text tells, with or without a name.
    private struct HeldOffice {
        var token: Int
        var code: CountryCode
        var isNamed: Bool
        /// Whether it is held of the state itself.
        var isOfState: Bool
    }

    /// The offices of states by title, in the order of the text.
    private func officesByTitle() -> [String: [HeldOffice]] {
        var result: [String: [HeldOffice]] = [:]
        for mention in mentions where mention.kind == .person || mention.kind == .office {
            let served = mention.entity >= 0 ? entities[mention.entity].country : nil
            for office in mention.offices {
                let stated = office.country ?? office.agency.flatMap { mentions[$0].country }
                guard let code = stated ?? served else { continue }
                result[office.title, default: []].append(
                    HeldOffice(
                        token: mention.range.lowerBound, code: code,
                        isNamed: mention.kind == .person,
                        isOfState: office.holding == .state
                            || office.holding == .agency && office.agency == nil))
            }
        }
        return result
    }

    /// The state of a person whom no office ties to one.
    private func likelyState(
        _ entity: Int, holders: [String: [HeldOffice]]
    ) -> CountryCode? {
        guard let first = entities[entity].mentions.first else { return nil }
        let offices = entities[entity].mentions.flatMap { mentions[$0].offices }
        if offices.contains(where: { $0.agency.map { mentions[$0].isInternational } ?? false }) {
            return nil
        }
        if let home = homeByName(first) { return home }
        if let states = statesOfName(first),
            let near = nearestState(
                to: first, allowingHome: false, onlyInSentence: false, among: states)
        {
            return near
        }
        // "… của Tổng thống Palestine" after the name tells it.
        if let owner = ownerState(after: mentions[first].range.upperBound) { return owner }
        // "Tổng thống Mỹ …, ông Smith": an office of that title without a name.
        let token = mentions[first].range.lowerBound
        var taken: Set<CountryCode> = []
        for office in offices where office.holding == .state || office.holding == .ministry {
            let held = holders[office.title] ?? []
            let named = Set(held.filter(\.isNamed).map(\.code))
            taken.formUnion(named)
            if let open = held.last(where: { $0.token < token && !named.contains($0.code) }) {
                return open.code
            }
        }
        // A state has one head of state or government in a story.
        let heads = offices.contains { $0.holding == .state } ? headed(in: holders) : taken
        return nearestState(
            to: first, allowingHome: false, onlyInSentence: offices.isEmpty, except: heads)
            ?? nearestState(
                to: first, allowingHome: false, onlyInSentence: offices.isEmpty, except: taken)
    }

    /// The states whose heads the text names.
    private func headed(in holders: [String: [HeldOffice]]) -> Set<CountryCode> {
        Set(holders.values.joined().filter { $0.isNamed && $0.isOfState }.map(\.code))
    }

    /// The home state, where the name is Vietnamese; that of China where a rarer surname stands next
    /// to a Chinese-speaking state.
    private func homeByName(_ mention: Int) -> CountryCode? {
        let core = mentions[mention].core
        guard core.count > 1, annotated.tokens[core].contains(where: \.isAccented),
            lexicon.surnames.vietnamese.contains(annotated.tokens[core.lowerBound].key)
        else { return nil }
        guard lexicon.surnames.rare.contains(annotated.tokens[core.lowerBound].key) else {
            return home
        }
        let start = mentions[mention].range.lowerBound
        let bounds = annotated.sentences[sentence(of: start)].tokens
        let before = states.last(before: start, downTo: bounds.lowerBound) { _ in true }
        if let before, Self.chineseWriting.contains(before.code) { return before.code }
        return home
    }

    private static let korean: Set<CountryCode> = [CountryCode("KR"), CountryCode("KP")]
    private static let chinese: Set<CountryCode> = [
        CountryCode("CN"), CountryCode("TW"), CountryCode("HK"), CountryCode("SG"),
    ]
    /// The states whose names the press gives in Sino-Vietnamese.
    private static let chineseWriting = korean.union(chinese)

    /// The states whose people bear such names: "Kim Yong-chol", "Zhang Wei"; nil for others.
    private func statesOfName(_ mention: Int) -> Set<CountryCode>? {
        let core = mentions[mention].core
        guard core.count > 1 else { return nil }
        let key = annotated.tokens[core.lowerBound].key
        var result: Set<CountryCode> = []
        if lexicon.surnames.korean.contains(key) { result.formUnion(Self.korean) }
        if lexicon.surnames.chinese.contains(key) { result.formUnion(Self.chinese) }
        return result.isEmpty ? nil : result
    }

    /// The state of whom "của" makes the person after whose name it stands.
    private func ownerState(after token: Int) -> CountryCode? {
        guard
            let of = annotated.lattice[token].first(where: {
                $0.table == .cue && lexicon.cues[Int($0.entry)].kind == .of
            })
        else { return nil }
        var next = of.range.upperBound
        if let title = annotated.lattice.longest(.title, at: next) { next = title.range.upperBound }
        let point = states.first(from: next, upTo: next + 1) { _ in true }
        return point?.code
    }

    /// The state named nearest before a mention in its sentence, then after it, then before it in
    /// the story.
    func nearestState(
        to mention: Int, allowingHome: Bool, onlyInSentence: Bool, except: Set<CountryCode> = [],
        among: Set<CountryCode>? = nil
    ) -> CountryCode? {
        let range = mentions[mention].range
        let sentence = annotated.sentences[sentence(of: range.lowerBound)]
        let admits = { (point: StateIndex.Point) in
            (allowingHome || point.code != home) && !except.contains(point.code)
                && among?.contains(point.code) ?? true
        }
        if let before = states.last(
            before: range.lowerBound, downTo: sentence.tokens.lowerBound, where: admits)
        {
            return before.code
        }
        if let after = states.first(
            from: range.lowerBound, upTo: sentence.tokens.upperBound, where: admits)
        {
            return after.code
        }
        guard !onlyInSentence else { return nil }
        return states.last(before: range.lowerBound, downTo: 0) {
            $0.story == sentence.story && admits($0)
        }?.code
    }
}
