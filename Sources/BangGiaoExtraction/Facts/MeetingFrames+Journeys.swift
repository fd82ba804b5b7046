import BangGiaoModel

/// Visits told otherwise than by "A thăm P": stops of a journey, lists of visitors, invitations.
extension MeetingFrames {
    // MARK: Journeys

    /// The countries of a journey whose noun names none: called its stops, or listed behind it.
    func journey(_ event: Event, from end: Int) -> [MeetingCandidate.Goal] {
        var goals = stops(before: event, end: end)
        for goal in listed(from: end) where !goals.contains(where: { $0.entity == goal.entity }) {
            goals.append(goal)
        }
        return goals
    }

    /// Reads "Lào là điểm dừng chân thứ hai, sau Thái Lan, trong chuyến công du của A".
    private func stops(before event: Event, end: Int) -> [MeetingCandidate.Goal] {
        var index = event.start - 1
        while index >= 0, pieces[index].role != .stop {
            if pieces[index].isSpeech || pieces[index].word.isEvent || pieces[index].isStop
                || pieces[index].role == .clause
            {
                return []
            }
            index -= 1
        }
        var verb = index - 1
        while verb > 0, !pieces[verb].isLight {
            guard pieces[verb].kind == .other || pieces[verb].role == .auxiliary else { return [] }
            verb -= 1
        }
        var place = verb - 1
        while place > 0, pieces[place].role == .auxiliary || pieces[place].role == .planned {
            place -= 1
        }
        guard place >= 0, let goal = goal(at: place) else { return [] }
        return [goal] + past(index + 1..<event.start) + past(end..<pieces.count)
    }

    /// Reads "sau Thái Lan và Lào": the stops before.
    private func past(_ range: Range<Int>) -> [MeetingCandidate.Goal] {
        for index in range {
            if pieces[index].isComma || pieces[index].kind == .other { continue }
            if pieces[index].role == .adjunct { return countries(from: index + 1) }
            return []
        }
        return []
    }

    /// Reads "chuyến công du ba nước, gồm Lào, Nga và Nhật Bản".
    private func listed(from end: Int) -> [MeetingCandidate.Goal] {
        var index = end
        var opens = false
        while index < pieces.count, index < end + 8 {
            let piece = pieces[index]
            if piece.isMention { return opens ? countries(from: index) : [] }
            switch piece.role {
            case .light, .membership: opens = true
            case .clause, .auxiliary, .motion, .of, .planned, .leaders, .two: break
            case .none:
                guard piece.isComma || piece.isColon || piece.kind == .date || piece.kind == .other
                else { return [] }
            default: return []
            }
            index += 1
        }
        return []
    }

    /// The countries listed from a piece on.
    func countries(from start: Int) -> [MeetingCandidate.Goal] {
        var result: [MeetingCandidate.Goal] = []
        var index = start
        while index < pieces.count, let goal = goal(at: index) {
            result.append(goal)
            index = reader.skipBracket(at: index + 1, limit: pieces.count)
            guard index < pieces.count, pieces[index].isComma || pieces[index].role == .and else {
                break
            }
            index += 1
        }
        return result
    }

    /// The country, or the country of the city, that a piece names.
    private func goal(at index: Int) -> MeetingCandidate.Goal? {
        let piece = pieces[index]
        if piece.kind == .other { return placeGoal(piece.range, piece: index) }
        guard piece.isMention else { return nil }
        let mention = reader.mention(index)
        guard mention.kind == .country, mention.entity >= 0 else { return nil }
        return .init(entity: mention.entity, tokens: piece.range, piece: index)
    }

    /// Where others of the same state went before: of "A thăm Lào, kể từ chuyến thăm của B".
    func earlier(_ event: Event, by party: MeetingParty) -> [MeetingCandidate.Goal] {
        guard event.start > 1, pieces[event.start - 1].role == .adjunct,
            let before = pieces[..<event.start].lastIndex(where: { $0.word.kind == .visit }),
            let code = party.mentions.compactMap(country).first
        else { return [] }
        let told = countries(from: before + 1)
        let isOfSame = pieces[..<event.start].contains {
            $0.isMention && country($0.index) == code
        }
        let isThere = told.contains { document.entities[$0.entity].country == code }
        return told.count == 1 && isOfSame && !isThere ? told : []
    }

    /// The host of "A và C ký …, nhân chuyến thăm của B", where B is of the state C: the only other
    /// state of which the sentence speaks besides his own.
    func host(of event: Event, besides who: MeetingParty) -> MeetingCandidate.Goal? {
        guard event.isNoun, event.isAdjunct, !event.isPlural,
            let own = who.mentions.first.flatMap(country),
            !pieces[..<event.start].contains(where: { $0.word.kind == .visit })
        else { return nil }
        let named = pieces.indices.filter { pieces[$0].isMention && !who.pieces.contains($0) }
        guard named.contains(where: { country(pieces[$0].index) == own }) else { return nil }
        let others = named.filter { country(pieces[$0].index) != own }
        let states = Set(others.compactMap { country(pieces[$0].index) })
        guard states.count == 1, let code = states.first,
            let piece = others.last(where: { country(pieces[$0].index) == code }),
            let entity = document.countryEntity[code]
        else { return nil }
        return .init(entity: entity, tokens: pieces[piece].range, piece: piece)
    }

    // MARK: Lists

    /// Reads "Các đoàn Lào thăm ta có: A (5/1997), B (7/2001, 8/2012)": a visit for each date.
    func listed(
        _ event: Event, goals: [MeetingCandidate.Goal], from end: Int
    ) -> [MeetingCandidate]? {
        guard goals.count == 1, !event.isNoun, end < pieces.count else { return nil }
        var index = end
        if pieces[index].isLight { index += 1 }
        guard index < pieces.count, pieces[index].isColon else { return nil }
        var result: [MeetingCandidate] = []
        var visitors: [Int] = []
        var start = index + 1
        for next in index + 1..<pieces.count {
            let piece = pieces[next]
            if piece.isMention {
                let kind = reader.mention(next).kind
                if visitors.isEmpty { start = next }
                if kind == .person || kind == .office && visitors.isEmpty {
                    visitors = [piece.index]
                } else if kind == .agency, visitors.isEmpty {
                    visitors = [piece.index]
                }
            } else if piece.kind == .date, !visitors.isEmpty {
                var candidate = MeetingCandidate(
                    form: .visit, kind: .visit,
                    parties: [MeetingParty(mentions: visitors, pieces: start..<next)],
                    goals: goals, sentence: number, trigger: event.first, frame: "list")
                candidate.anchor = next - 1
                result.append(candidate)
            } else if piece.isComma || piece.isSemicolon {
                let isInside = next + 1 < pieces.count && pieces[next + 1].kind == .date
                if !isInside, next > 0, pieces[next - 1].isClosing || piece.isSemicolon {
                    visitors = []
                }
            }
        }
        return result.count > 1 ? result : nil
    }

    // MARK: Invitations

    /// Whom somebody invites to a visit of which the text says that he takes it up.
    func invited(to event: Event) -> MeetingParty? {
        guard pieces[(event.last + 1)...].contains(where: { $0.role == .accepts }),
            let index = pieces[..<event.start].lastIndex(where: {
                $0.role == .invites || $0.word.isEvent
            }), pieces[index].role == .invites,
            let guest = reader.party(from: index + 1, isFronted: false),
            guest.pieces.upperBound <= event.start, namesOfficial(guest), !guest.mentions.isEmpty
        else { return nil }
        return guest
    }

    /// The visit that was agreed on.
    func agreed(
        _ event: Event, _ guest: MeetingParty, goals: [MeetingCandidate.Goal]
    ) -> MeetingCandidate {
        var result = MeetingCandidate(
            form: .visit, kind: .visit, parties: [guest], goals: goals, sentence: number,
            trigger: event.first, frame: "invited")
        result.tense = .planned
        return result
    }
}
