import BangGiaoModel

/// The offices of counterparts: "Ngoại trưởng Nga … và người đồng cấp Lào …".
extension Resolution {
    /// Gives each counterpart the office of the one he is compared with, held of his own state.
    mutating func settleCounterparts() {
        for index in mentions.indices where mentions[index].isCounterpart {
            let entity = mentions[index].entity
            guard entity >= 0, let state = entities[entity].country,
                let office = officeToMatch(mentions[index], of: state)
            else { continue }
            var own = office
            own.country = state
            own.status = nil
            own.range = mentions[index].range
            own.agency = office.agency.map { counterpart(ofBody: $0, in: state, at: own.range) }
            annotated.mentions[index].offices.append(own)
        }
    }

    /// Gives each predecessor the office, held before, of the one named last before him.
    mutating func settlePredecessors() {
        for index in mentions.indices where mentions[index].isPredecessor {
            let start = mentions[index].range.lowerBound
            let first = annotated.sentences[sentence(of: start)].tokens.lowerBound
            let holder = mentions.indices.last {
                mentions[$0].range.lowerBound < start && mentions[$0].range.lowerBound >= first
                    && mentions[$0].kind == .person && $0 != index
            }
            guard let holder, var office = heldOffice(of: mentions[holder]) else { continue }
            office.status = .former
            office.range = mentions[index].range
            if office.country == nil, mentions[holder].entity >= 0 {
                office.country = entities[mentions[holder].entity].country
            }
            annotated.mentions[index].offices.append(office)
        }
    }

    /// The first office that a person holds now.
    private func heldOffice(of mention: Mention) -> Office? {
        let told =
            mention.entity >= 0
            ? entities[mention.entity].mentions.flatMap { mentions[$0].offices } : []
        return (mention.offices + told).first { $0.status == nil }
    }

    /// The office of the one whom a counterpart meets: named last before in the sentence, else first
    /// after him there, else last before in the sentences before.
    private func officeToMatch(_ mention: Mention, of state: CountryCode) -> Office? {
        let start = mention.range.lowerBound
        let own = sentence(of: start)
        let bounds = annotated.sentences[own].tokens
        let first = annotated.sentences[max(0, own - 2)].tokens.lowerBound
        var best: (mention: Mention, distance: Int)?
        for other in mentions
        where (other.kind == .person || other.kind == .office)
            && (first..<bounds.upperBound).contains(other.range.lowerBound)
        {
            let token = other.range.lowerBound
            var distance = token < start ? start - token : token - start + 1_000
            if token < bounds.lowerBound { distance += 2_000 }
            guard best.map({ distance < $0.distance }) ?? true,
                story(of: token) == annotated.sentences[own].story,
                let code = self.state(of: other), code != state
            else { continue }
            best = (other, distance)
        }
        return best.flatMap { principalOffice(of: $0.mention) }
    }

    private func state(of mention: Mention) -> CountryCode? {
        if mention.kind == .person, mention.entity >= 0 { return entities[mention.entity].country }
        return mention.offices.lazy.compactMap(\.country).first
    }

    /// The office for which a person meets a counterpart: a ministry's before a state's.
    private func principalOffice(of mention: Mention) -> Office? {
        var offices = mention.offices
        if offices.isEmpty, mention.kind == .person, mention.entity >= 0 {
            offices = entities[mention.entity].mentions.flatMap { mentions[$0].offices }
        }
        offices.removeAll { $0.status != nil || !hasLike($0) }
        return offices.first { $0.holding != .state } ?? offices.first
    }

    /// Whether another state has an office of the kind: that of a party or a body of its own has none.
    private func hasLike(_ office: Office) -> Bool {
        switch office.holding {
        case .state: return true
        case .envoy, .role, .agency: return false
        case .ministry, .implied: break
        }
        guard let agency = office.agency, !mentions[agency].isInternational else { return false }
        switch mentions[agency].agencyKind {
        case .ministry, .government, .parliament, .court, .military: return true
        default: return false
        }
    }

    /// Adds a mention of the like body of another state.
    private mutating func counterpart(
        ofBody agency: Int, in state: CountryCode, at range: Range<Int>
    ) -> Int {
        var body = mentions[agency]
        body.range = range
        body.core = range
        body.country = state
        body.parent = nil
        body.otherForms = []
        body.isImplied = true
        body.isNested = true
        body.isDual = false
        body.entity = -1
        annotated.mentions.append(body)
        return mentions.count - 1
    }
}
