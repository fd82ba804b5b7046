import BangGiaoModel

/// Bodies named one after another, whose state only the last of them bears.
extension Resolution {
    /// Gives the bodies of "Quốc hội, Chính phủ và nhân dân Lào" the state that closes the list; of
    /// "Chính phủ và nhân dân hai nước" there are two.
    mutating func settleLists() {
        var opening: [Int: Int] = [:]
        for index in mentions.indices
        where mentions[index].kind == .agency || mentions[index].kind == .country {
            let start = mentions[index].range.lowerBound
            if opening[start] == nil { opening[start] = index }
        }
        for index in mentions.indices.reversed()
        where mentions[index].kind == .agency && mentions[index].country == nil
            && !mentions[index].isInternational && !mentions[index].isDual && ofState(index)
            && !annotated.lattice[mentions[index].range.lowerBound - 1].contains(where: isBetween)
        {
            switch closing(after: mentions[index].range.upperBound, opening) {
            case .state(let code): annotated.mentions[index].country = code
            case .both: annotated.mentions[index].isDual = true
            case nil: continue
            }
        }
    }

    /// Whether two sides follow: "giữa Quốc hội và Nghị viện châu Âu".
    private func isBetween(_ match: Match) -> Bool {
        match.table == .cue && lexicon.cues[Int(match.entry)].kind == .between
    }

    private enum Closing {
        case state(CountryCode)
        case both
    }

    /// Whether a state has one body of the name.
    private func ofState(_ index: Int) -> Bool {
        switch mentions[index].agencyKind {
        case .government, .parliament, .military, .court: true
        default: false
        }
    }

    /// What closes a list that goes on at a token with "," or "và".
    private func closing(after start: Int, _ opening: [Int: Int]) -> Closing? {
        var token = start
        for _ in 0..<6 {
            var isJoined = false
            if token < annotated.tokens.count, annotated.tokens[token].isMark(",") {
                token += 1
                isJoined = true
            } else if let end = cue(.and, at: token) {
                token = end
                isJoined = true
            }
            guard isJoined else { return nil }
            var end = token
            if let next = cue(.people, at: token) {
                end = next
            } else if let index = opening[token], mentions[index].kind == .agency, ofState(index) {
                if let code = mentions[index].country { return .state(code) }
                if mentions[index].isDual { return .both }
                end = mentions[index].range.upperBound
            } else {
                return nil
            }
            if let next = cue(.of, at: end) { end = next }
            if let next = cue(.nation, at: end) { end = next }
            if let index = opening[end], mentions[index].kind == .country,
                let code = mentions[index].country
            {
                return .state(code)
            }
            if let next = cue(.two, at: end), cue(.nation, at: next) != nil { return .both }
            token = end
        }
        return nil
    }

    /// The end of the longest cue of a kind at a token.
    private func cue(_ kind: CueKind, at token: Int) -> Int? {
        annotated.lattice[token].first {
            $0.table == .cue && lexicon.cues[Int($0.entry)].kind == kind
        }?.range.upperBound
    }
}
