import BangGiaoModel

extension Resolution {
    /// Resolves offices without a name: the holder that the text names, else the body or state.
    mutating func resolveOffices() {
        let holders = holdersByTitle()
        for index in mentions.indices where mentions[index].kind == .office {
            guard let office = mentions[index].offices.first else { continue }
            if let holder = holder(of: office, mention: index, among: holders[office.title] ?? []) {
                attach(index, to: holder, aliases: [])
                continue
            }
            guard !mentions[index].isDual else { continue }
            if let agency = office.agency, mentions[agency].entity >= 0,
                office.holding == .ministry || office.holding == .implied
                    || office.holding == .agency
            {
                annotated.mentions[index].entity = mentions[agency].entity
            } else if let code = office.country,
                office.holding == .state || office.holding == .envoy
            {
                annotated.mentions[index].entity = country(code)
            }
        }
    }

    /// The persons that hold an office of each title, in the order of their entities.
    private func holdersByTitle() -> [String: [Int]] {
        var result: [String: [Int]] = [:]
        for (entity, draft) in entities.enumerated()
        where draft.kind == .person && !draft.mentions.isEmpty {
            for mention in draft.mentions {
                for office in mentions[mention].offices
                where result[office.title]?.last != entity {
                    result[office.title, default: []].append(entity)
                }
            }
        }
        return result
    }

    /// The person who holds an office in the text: of several the one last named before.
    private func holder(of office: Office, mention: Int, among persons: [Int]) -> Int? {
        guard !persons.isEmpty else { return nil }
        let start = mentions[mention].range.lowerBound
        let story = story(of: start)
        var best: (entity: Int, distance: Int)?
        for entity in persons {
            let own = entities[entity].mentions
            guard
                own.contains(where: { other in
                    mentions[other].offices.contains { matches(office, $0) }
                })
            else { continue }
            var distance = Int.max
            for other in own {
                let token = mentions[other].range.lowerBound
                let gap = start - token
                let length = gap >= 0 ? gap : 50_000 - gap
                if length < distance, self.story(of: token) == story { distance = length }
            }
            guard distance < Int.max else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (entity, distance) }
        }
        return best?.entity
    }

    private func matches(_ office: Office, _ other: Office) -> Bool {
        guard office.title == other.title, other.status == office.status || office.status == nil
        else {
            return false
        }
        if let code = office.country, let state = other.country, code != state { return false }
        if let host = office.accreditedCountry, let second = other.accreditedCountry, host != second
        {
            return false
        }
        if let agency = office.agency {
            guard let body = other.agency else { return false }
            return mentions[agency].entity == mentions[body].entity
                || nameKey(mentions[agency].name) == nameKey(mentions[body].name)
                    && (mentions[agency].country == nil || mentions[body].country == nil
                        || mentions[agency].country == mentions[body].country)
        }
        return true
    }
}
