import BangGiaoModel

/// Whom words for both sides mean: "hai bên", "hai Bộ trưởng", "hai nhà lãnh đạo Nga - Lào".
extension MeetingTable {
    /// Both sides of a party such as "hai bên" or "hai Bộ trưởng".
    func both(of party: MeetingParty, _ candidate: MeetingCandidate) -> [[Int]]? {
        guard let word = party.both else { return nil }
        if let mention = party.bothMention, let found = sides.both(of: mention) { return found }
        if !party.states.isEmpty { return pair(of: party, candidate) }
        if word != .bothNations, let local = pair(before: party, candidate) { return local }
        let isWhole = candidate.form == .gathering || word == .bothNations
        guard let index = focus[story(candidate.sentence)], occasions[index].sides.count == 2,
            occasions[index].form != .gathering || word == .bothPersons
                || occasions[index].sides.allSatisfy(sides.hasPerson)
        else {
            return isWhole || word == .bothSides
                ? states(ofStory: sentences[candidate.sentence].story) : nil
        }
        let pair = occasions[index].sides
        switch isWhole && word != .bothPersons ? .bothNations : word {
        case .bothPersons:
            let persons = pair.map { side in side.filter { sides.kind($0) == .person } }
            guard persons.allSatisfy({ !$0.isEmpty }), mayHold(party.bothMention, persons) else {
                return nil
            }
            return persons
        case .bothNations:
            let states = pair.map { side in
                sides.countries(side).compactMap { document.countryEntity[$0] }
            }
            return states.allSatisfy { !$0.isEmpty } ? states : nil
        default: return pair
        }
    }

    /// Whether one of those told of last holds the office by which both are called; "hai nghị sĩ"
    /// aren't the two prime ministers of whom the text spoke.
    private func mayHold(_ mention: Int?, _ persons: [[Int]]) -> Bool {
        guard let mention, let office = document.annotated.mentions[mention].offices.first else {
            return true
        }
        return document.positions.contains { position in
            position.title == office.title && persons.contains { $0.contains(position.person) }
        }
    }

    /// The two whom the sentence itself names before: "A bắt tay B trước khi hai bên hội đàm".
    private func pair(before party: MeetingParty, _ candidate: MeetingCandidate) -> [[Int]]? {
        let pieces = sentences[candidate.sentence].pieces
        // Not the one who only tells of it.
        let named = pieces.indices[..<party.pieces.lowerBound].filter {
            pieces[$0].isMention && !pieces[$0 + 1].isSpeech
        }.map { pieces[$0].index }
        let persons = sides.persons(sides.members(named))
        let parts = sides.divided(persons)
        return parts.count == 2 && persons.count == 2 ? parts : nil
    }

    /// The two of the states named behind the word: those told of last, those who lead, the states.
    private func pair(of party: MeetingParty, _ candidate: MeetingCandidate) -> [[Int]]? {
        let states = sides.members(party.states)
        let codes = states.compactMap(sides.country)
        guard codes.count == 2 else { return nil }
        if party.both == .bothNations { return states.map { [$0] } }
        let heads = codes.compactMap(leaders.leader)
        if party.areLeaders, heads.count == 2 { return heads.map { [$0] } }
        if let index = focus[story(candidate.sentence)], occasions[index].sides.count == 2 {
            let told = codes.map { code in
                occasions[index].sides.first {
                    sides.hasPerson($0) && sides.countries($0) == [code]
                }
            }
            if told.allSatisfy({ $0 != nil }) {
                return told.compactMap {
                    $0.map(party.both == .bothPersons ? sides.persons : { $0 })
                }
            }
        }
        return states.map { [$0] }
    }

    /// The two states of which the article speaks most.
    func states(ofStory story: Int?) -> [[Int]]? {
        var counts: [Int: Int] = [:]
        for sentence in sentences where sentence.story == story {
            for piece in sentence.pieces where piece.isMention {
                let mention = document.annotated.mentions[piece.index]
                if let code = mention.country ?? country(mention.entity),
                    let entity = document.countryEntity[code]
                {
                    counts[entity, default: 0] += 1
                }
            }
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard ranked.count > 1, ranked[1].value > 1,
            ranked.count == 2 || ranked[2].value < ranked[1].value
        else { return nil }
        return [[ranked[0].key], [ranked[1].key]]
    }

    private func country(_ entity: Int) -> CountryCode? {
        entity >= 0 ? sides.country(entity) : nil
    }
}
