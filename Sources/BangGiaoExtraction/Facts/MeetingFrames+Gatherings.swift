import BangGiaoModel

extension MeetingFrames {
    /// The verb before a gathering and who does it; what "và" joins to the gathering shares both.
    struct Governing {
        var role = MeetingWord.Role.none
        var acting: MeetingParty?
        /// The piece where the name of the gathering ends.
        var end = -1
    }

    /// Reads conferences, sessions and ceremonies: who takes part, whose they are.
    func gatherings(_ event: Event, governing: inout Governing) -> [MeetingCandidate] {
        guard var kind = event.word.kind else { return [] }
        if event.word.sort == .welcome { return welcome(event) }
        if event.last + 1 < pieces.count, pieces[event.last + 1].word.kind == .consultation {
            // "cuộc họp Tư vấn lãnh sự"
            kind = .consultation
        }
        let name = nameEnd(after: event.last + 1)
        let named = namedMembers(event.last + 1..<name)
        var result = MeetingCandidate(
            form: .gathering, kind: kind, sentence: number, trigger: event.first, frame: "named",
            confidence: 0.8)
        result.sort = event.word.sort
        result.isCircumstance = isCircumstance(event)
        result.name = self.name(event, end: name, named: named)
        let isJoined =
            governing.end == event.start - 1 && event.start > 0
            && (pieces[event.start - 1].role == .and || pieces[event.start - 1].isComma)
        let role = isJoined ? governing.role : governor(of: event)
        var acting = isJoined ? governing.acting : nil
        if acting == nil { acting = self.acting(event, role: role, name: name) }
        governing = Governing(role: role, acting: acting, end: name)
        switch role {
        case .attend, .chair, .witness: result.frame = role.rawValue
        case .holds:
            result.frame = "holds"
            if let holder = acting.flatMap(body) { result.name.members.insert(holder) }
        default: break
        }
        // The name of a conference stands by itself; only what is done with it can be denied.
        result.isCalledOff = isCalledOff(event, subject: acting)
        if !result.isCalledOff,
            isDenied(event, subject: acting, isName: role == .none && acting == nil)
        {
            return []
        }
        let isWitnessed = role == .witness
        var end = name
        var others: [MeetingParty] = []
        if let between = between(event, name: name), names(between) {
            others = between
            result.form = .divided
            if !isWitnessed { result.frame = "between" }
            end = between.last?.pieces.upperBound ?? end
        } else if isWitnessed {
            others = signers(from: name)
            result.form = .divided
        } else {
            let more = participants(from: name)
            others = more.parties + chairs(before: event.start)
            end = max(end, more.end)
        }
        if event.isMargin, acting == nil { return [] }
        if isWitnessed {
            if let acting { result.attendees.append(acting) }
        } else if let acting, result.form == .gathering {
            result.parties.append(acting)
        }
        result.parties += others
        if event.isWithin, acting == nil {
            result.speaker = subject(after: name) ?? subject(before: event.start)
        }
        result.tense = tense(of: event, subject: acting, end: end)
        guard result.form == .gathering else { return [result] }
        if named.isEmpty, kind == .ceremony, acting != nil,
            let state = loneState(event.last + 1..<name)
        {
            result.parties.append(state)
        }
        result.parties += named
        if let speaker = result.speaker, namesPerson(speaker), !named.isEmpty {
            result.parties.append(speaker)
        }
        if result.parties.isEmpty || result.parties.count == named.count && !takesPlace(event, name)
        {
            guard
                result.speaker != nil || event.isAdjunct || acting != nil
                    || takesPlace(event, name)
            else { return [] }
            result.form = .reference
        } else if acting == nil, others.isEmpty, !event.isWithin, result.name.members.count == 1,
            let host = host(from: name)
        {
            result.parties.append(host)
            result.host = host
        }
        if event.isPlural, !result.parties.contains(where: namesPerson), named.isEmpty { return [] }
        return [result]
    }

    /// The international body that holds a gathering: whose it is.
    private func body(_ party: MeetingParty) -> Int? {
        party.mentions.lazy.map { document.annotated.mentions[$0] }
            .first { $0.isInternational && $0.entity >= 0 }?.entity
    }

    private func acting(_ event: Event, role: MeetingWord.Role, name: Int) -> MeetingParty? {
        switch role {
        case .attend, .chair, .witness, .holds:
            return subject(before: event.start) ?? subject(after: name)
        default:
            // "các hoạt động nổi bật: Lễ chào cột mốc"
            guard event.word.kind == .ceremony, event.start > 0, pieces[event.start - 1].isColon
            else { return nil }
            return subject(before: event.start - 1)
        }
    }

    /// Whether the gathering is what something else happened at or for.
    private func isCircumstance(_ event: Event) -> Bool {
        if event.isWithin { return true }
        return pieces[..<event.start].contains {
            $0.isAdjunct && $0.range.lowerBound <= pieces[0].range.lowerBound + 2
        }
    }

    /// The verb that governs the noun, with some words of description between.
    private func governor(of event: Event) -> MeetingWord.Role {
        if event.governor != .none { return event.governor }
        var index = event.start - 1
        var steps = 0
        while index >= 0, steps < 3 {
            switch pieces[index].role {
            case .attend, .chair, .witness: return pieces[index].role
            case .plural, .each, .at, .auxiliary, .light, .holds, .determiner, .toward, .outcome:
                break
            default:
                if pieces[index].kind != .other, !pieces[index].isQuote { return .none }
            }
            index -= 1
            steps += 1
        }
        return .none
    }

    /// Reads "lễ đón B" with the host before or behind.
    private func welcome(_ event: Event) -> [MeetingCandidate] {
        var index = event.last + 1
        if index < pieces.count, pieces[index].kind == .other, pieces[index].range.count <= 3 {
            index += 1
        }
        guard let guest = reader.party(from: index, isFronted: false) else { return [] }
        let host =
            subject(before: event.start)
            ?? participants(from: guest.pieces.upperBound).parties.first
        guard let host else {
            var open = candidate(
                event, .sides, [guest], frame: "open", end: guest.pieces.upperBound, confidence: 0.5
            )
            open?.isOpen = true
            return [open].compactMap { $0 }
        }
        return [
            candidate(
                event, .sides, [host, guest], frame: "welcome", end: guest.pieces.upperBound,
                confidence: 0.9)
        ].compactMap { $0 }
    }

    /// Reads "Phát biểu khai mạc, A …": who speaks at the gathering told of.
    func opening(at index: Int) -> [MeetingCandidate] {
        guard let speaker = subject(after: index + 1) ?? subject(before: index) else { return [] }
        var result = MeetingCandidate(
            form: .reference, kind: .session, sentence: number, trigger: index, frame: "opens",
            confidence: 0.8)
        result.speaker = speaker
        return [result]
    }

    /// Whether the text says that the gathering comes about, or when or where, or shows it.
    private func takesPlace(_ event: Event, _ name: Int) -> Bool {
        if sentence.zone == .caption { return !event.isAdjunct }
        var next = name
        while next < pieces.count {
            if pieces[next].isComma || pieces[next].isSemicolon { break }
            if pieces[next].role == .takesPlace { return true }
            next = max(next + 1, reader.skipBracket(at: next, limit: pieces.count))
        }
        for index in max(0, event.start - 3)..<event.start
        where pieces[index].role == .takesPlace || pieces[index].role == .chair { return true }
        for index in name..<min(name + 5, pieces.count) {
            if pieces[index].kind == .date { return true }
            if pieces[index].isSemicolon || pieces[index].isStop { break }
        }
        return false
    }

    // MARK: Those named behind

    /// Whether "giữa" names two or more: "giữa ASEAN với các đối tác" names one.
    private func names(_ parties: [MeetingParty]) -> Bool {
        parties.contains { $0.both != nil } || parties.flatMap(\.mentions).count > 1
    }

    private func between(_ event: Event, name: Int) -> [MeetingParty]? {
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
    private func signers(from start: Int) -> [MeetingParty] {
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
    private func participants(from start: Int) -> (parties: [MeetingParty], end: Int) {
        var result: [MeetingParty] = []
        var end = start
        var index = start
        while index < pieces.count {
            let piece = pieces[index]
            if piece.isStop || piece.isSemicolon { break }
            if piece.word.isEvent, piece.role != .mutual, index > 0, !pieces[index - 1].isAdjunct {
                break
            }
            if piece.role == .by, let party = reader.party(from: index + 1, isFronted: false) {
                let next = party.pieces.upperBound
                let limit = min(next + 4, pieces.count)
                if pieces[min(next, limit)..<limit].contains(where: {
                    $0.role == .chair || $0.isLight
                }) {
                    result.append(party)
                    end = next
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

    /// "dưới sự chủ trì của B" before the event.
    private func chairs(before start: Int) -> [MeetingParty] {
        for index in 0..<max(0, start - 2)
        where pieces[index].role == .chair && pieces[index + 1].role == .of {
            if let party = reader.party(from: index + 2, isFronted: true, isStrict: true) {
                return [party]
            }
        }
        return []
    }

    /// The country where a conference will be held: its host.
    private func host(from start: Int) -> MeetingParty? {
        for index in start..<min(start + 14, pieces.count) {
            if pieces[index].isSemicolon || pieces[index].isStop { return nil }
            if pieces[index].isComma { return nil }
            guard pieces[index].role == .at, index + 1 < pieces.count else { continue }
            for next in index + 1..<min(index + 4, pieces.count) {
                if pieces[next].isMention, reader.mention(next).kind == .country {
                    return MeetingParty(
                        mentions: [pieces[next].index], pieces: next..<next + 1)
                }
                guard pieces[next].kind == .other || pieces[next].isComma else { break }
            }
        }
        return nil
    }
}
