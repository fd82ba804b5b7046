import BangGiaoModel

/// Those named behind a gathering: between whom it was, who took part, who held it.
extension MeetingFrames {
    /// Whether "giữa" names two or more: "giữa ASEAN với các đối tác" names one.
    func names(_ parties: [MeetingParty]) -> Bool {
        parties.contains { $0.both != nil } || parties.flatMap(\.mentions).count > 1
    }

    func between(_ event: Event, name: Int) -> [MeetingParty]? {
        var index = event.last + 1
        while index < pieces.count {
            let piece = pieces[index]
            if piece.role == .between {
                guard let party = reader.party(from: index + 1, isFronted: false) else {
                    return nil
                }
                return between(party)
            }
            let isSigning = event.word.sort == .signing
            if piece.isComma || piece.isSemicolon || piece.isStop || piece.role == .witness {
                return nil
            }
            if !isSigning, index >= name + 3 || piece.role == .and { return nil }
            index += 1
        }
        return nil
    }

    private func between(_ party: MeetingParty) -> [MeetingParty] {
        let next = party.pieces.upperBound
        if next < pieces.count, pieces[next].isWith,
            let second = reader.party(from: next + 1, isFronted: false)
        {
            return [party, second]
        }
        return [party]
    }

    /// The parties of the documents exchanged: all pairs with "giữa" in the rest of the sentence.
    func signers(from start: Int) -> [MeetingParty] {
        var result: [MeetingParty] = []
        var index = start
        while index < pieces.count {
            if pieces[index].role == .between,
                let party = reader.party(from: index + 1, isFronted: false)
            {
                let found = between(party)
                result += found
                index = found.last?.pieces.upperBound ?? index + 1
            } else {
                index += 1
            }
        }
        return result
    }

    /// Those named behind the event: "do A và B đồng chủ trì", "với sự tham dự của A",
    /// "dưới sự chủ trì của B", "do P đăng cai".
    func participants(from start: Int) -> (parties: [MeetingParty], end: Int) {
        var result: [MeetingParty] = []
        var end = start
        var index = start
        var isListing = false
        while index < pieces.count {
            let piece = pieces[index]
            if piece.isStop || piece.isSemicolon { break }
            if isListing, piece.role == .clause, index + 2 < pieces.count,
                pieces[index + 1].isLight,
                let party = reader.party(from: index + 2, isFronted: false, isStrict: true)
            {
                // "với sự tham dự của 30 nước, trong đó có A"
                result.append(party)
                end = party.pieces.upperBound
                index = end
                continue
            }
            if piece.word.isEvent, piece.role != .mutual, index > 0, !pieces[index - 1].isAdjunct {
                break
            }
            if piece.role == .by, let party = reader.party(from: index + 1, isFronted: false) {
                let partner = partner(behind: party)
                var next = (partner ?? party).pieces.upperBound
                let limit = min(next + 4, pieces.count)
                if let verb = (min(next, limit)..<limit).first(where: { convenes(pieces[$0]) }) {
                    result += [party] + [partner].compactMap(\.self)
                    end = next
                    next = verb + 1
                }
                index = max(next, index + 1)
                continue
            }
            if piece.role == .together, index + 1 < pieces.count, pieces[index + 1].isMention,
                let party = reader.party(from: index + 1, isFronted: false, isStrict: true),
                namesPerson(party)
            {
                result.append(party)
                end = party.pieces.upperBound
                index = end
                continue
            }
            let isNegated = index > 0 && pieces[index - 1].role == .negated
            if piece.role == .present || piece.role == .attend || piece.role == .chair,
                index + 1 < pieces.count, !isNegated
            {
                isListing = isListing || piece.role == .present
                var next = index + 1
                if pieces[next].role == .of || pieces[next].role == .light { next += 1 }
                if next > index + 1,
                    let party = reader.party(from: next, isFronted: false, isStrict: true)
                {
                    result.append(party)
                    end = party.pieces.upperBound
                    index = end
                    continue
                }
            }
            index += 1
        }
        return (result, end)
    }

    /// With whom somebody works together: "A phối hợp với B và C".
    private func partner(behind party: MeetingParty) -> MeetingParty? {
        let with = party.pieces.upperBound + 1
        guard with < pieces.count, pieces[with - 1].kind == .other, pieces[with].isWith else {
            return nil
        }
        return reader.party(from: with + 1, isFronted: false)
    }

    /// Whether a piece says that somebody holds a gathering: "do A chủ trì", "do A triệu tập".
    private func convenes(_ piece: MeetingPiece) -> Bool {
        if piece.role == .chair || piece.role == .holds || piece.isLight { return true }
        return piece.kind == .other && piece.range.count > 1
            && document.annotated.tokens[piece.range.lowerBound].key == Self.call
            && document.annotated.tokens[piece.range.lowerBound + 1].key == Self.gather
    }

    private static let call = WordKey("triệu")
    private static let gather = WordKey("tập")

    /// Makes the talks of those listed behind: "phiên đàm phán có sự tham gia của A, B và C".
    func attended(_ event: Event, by subject: MeetingParty?) -> MeetingCandidate? {
        let more = participants(from: event.last + 1)
        guard let kind = event.word.kind, !more.parties.isEmpty else { return nil }
        let acts = event.governor == .chair || event.governor == .attend
        let parties = (acts ? [subject].compactMap(\.self) : []) + more.parties
        guard !isDenied(event, subject: subject) else { return nil }
        var result = MeetingCandidate(
            form: .gathering, kind: kind, parties: parties, sentence: number, trigger: event.first,
            frame: "present")
        result.sort = event.word.sort
        result.tense = tense(of: event, subject: subject, end: more.end)
        return result
    }

    /// "dưới sự chủ trì của B" before the event.
    func chairs(before start: Int) -> [MeetingParty] {
        for index in 0..<max(0, start - 2)
        where pieces[index].role == .chair && pieces[index + 1].role == .of {
            if let party = reader.party(from: index + 2, isFronted: true, isStrict: true) {
                return [party]
            }
        }
        return []
    }

    /// The country where a conference is held: its host.
    func host(from start: Int) -> MeetingParty? {
        for index in start..<min(start + 14, pieces.count) {
            if pieces[index].isSemicolon || pieces[index].isStop { return nil }
            if pieces[index].isComma { return nil }
            guard pieces[index].role == .at, index + 1 < pieces.count else { continue }
            var city: MeetingParty?
            for next in index + 1..<min(index + 4, pieces.count) {
                if pieces[next].isMention, reader.mention(next).kind == .country {
                    return MeetingParty(
                        mentions: [pieces[next].index], pieces: next..<next + 1)
                }
                guard
                    pieces[next].kind == .other || pieces[next].isComma || pieces[next].word.isEvent
                else { break }
                if city == nil { city = stateOfCity(next) }
            }
            if let city { return city }
        }
        return nil
    }

    /// The state of the city that a piece names, where the text names the state too.
    private func stateOfCity(_ piece: Int) -> MeetingParty? {
        guard pieces[piece].kind == .other,
            let goal = placeGoal(pieces[piece].range, piece: piece),
            let mention = document.entities[goal.entity].mentions.first
        else { return nil }
        return MeetingParty(mentions: [mention], pieces: piece..<piece + 1)
    }
}
