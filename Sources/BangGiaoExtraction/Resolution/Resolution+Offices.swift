import BangGiaoModel

extension Resolution {
    /// Resolves offices without a name: the holder that the text names, else the body or state.
    mutating func resolveOffices() {
        for index in mentions.indices where mentions[index].kind == .office {
            guard let office = mentions[index].offices.first else { continue }
            if let holder = holder(of: office, mention: index) {
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

    /// The person who holds an office in the text: of several the one last named before.
    private func holder(of office: Office, mention: Int) -> Int? {
        let story = annotated.sentences[sentence(of: mentions[mention].range.lowerBound)].story
        var best: (entity: Int, distance: Int)?
        for (entity, draft) in entities.enumerated()
        where draft.kind == .person && !draft.mentions.isEmpty {
            var holds = false
            for other in draft.mentions {
                for candidate in mentions[other].offices where matches(office, candidate) {
                    holds = true
                }
            }
            guard holds else { continue }
            var distance = Int.max
            for other in draft.mentions
            where mentions[other].kind == .person || mentions[other].kind == .office {
                let number = sentence(of: mentions[other].range.lowerBound)
                guard annotated.sentences[number].story == story else { continue }
                let gap = mentions[mention].range.lowerBound - mentions[other].range.lowerBound
                distance = min(distance, gap >= 0 ? gap : 50_000 - gap)
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
