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
            form: .gathering, kind: kind, sentence: number, trigger: event.first, frame: "named")
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
        if event.word.sort == .funeral, role != .witness {
            return [mourning(event, acting: acting, name: name)].compactMap(\.self)
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
            if role == .holds, let partner = partner(of: acting, before: event.start) {
                others.append(partner)
            }
            end = max(end, more.end)
        }
        if event.isMargin, acting == nil, !isSummit(result) {
            return aside(event, result, named: named, end: name)
        }
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
        if result.tense == .told, isHoped(event) { result.tense = .planned }
        guard result.form == .gathering else { return [result] }
        if named.isEmpty, kind == .ceremony, acting != nil,
            let state = loneState(event.last + 1..<name)
        {
            result.parties.append(state)
        }
        if named.isEmpty, others.isEmpty,
            let hosted = hosted(event, by: name, guest: result.speaker ?? acting)
        {
            return [hosted]
        }
        result.parties += named
        guard
            completes(
                &result, event, name: name, named: named,
                isAlone: acting == nil && others.isEmpty)
        else { return [] }
        return [result]
    }

    /// Adds who speaks and who is host; what names nobody is a reference. False where it is none.
    private func completes(
        _ result: inout MeetingCandidate, _ event: Event, name: Int, named: [MeetingParty],
        isAlone: Bool
    ) -> Bool {
        if let speaker = result.speaker, !named.isEmpty,
            namesPerson(speaker)
                || speaker.mentions.count == 1 && isCountry(speaker)
                    && speaker.pieces.lowerBound >= name
        {
            result.parties.append(speaker)
        }
        if result.parties.isEmpty || result.parties.count == named.count && !takesPlace(event, name)
        {
            guard
                result.speaker != nil || event.isAdjunct || !isAlone || takesPlace(event, name)
                    || isSummit(result) && !isDenied(event, subject: nil)
            else { return false }
            guard !(named.count > 1 && isOutcome(event)) else { return true }
            result.form = .reference
        } else if isAlone, !event.isWithin, result.name.members.count == 1,
            let host = host(from: name)
        {
            result.parties.append(host)
            result.host = host
        }
        return !event.isPlural || result.parties.contains(where: namesPerson) || !named.isEmpty
    }

    /// Reads "A dự hội nghị của Bộ B", "A dự cuộc họp với quan chức Lào": at whose gathering a person
    /// is, or with whom, whatever the state.
    private func hosted(
        _ event: Event, by name: Int, guest: MeetingParty?
    ) -> MeetingCandidate? {
        guard let guest, namesPerson(guest) else { return nil }
        let company = event.word.kind == .session ? company(of: event) : nil
        guard
            let host = owner(of: event, to: name) ?? company.flatMap({ isPress($0) ? nil : $0 }),
            !guest.pieces.overlaps(host.pieces)
        else { return nil }
        return candidate(
            event, .sides, [guest, host], frame: "hosted",
            end: max(name, host.pieces.upperBound))
    }

    /// With whom somebody holds a gathering: "A phối hợp với B tổ chức hội nghị".
    private func partner(of acting: MeetingParty?, before start: Int) -> MeetingParty? {
        guard let acting, acting.pieces.upperBound < start else { return nil }
        let with = acting.pieces.upperBound + 1
        guard with < start, pieces[with - 1].kind == .other, pieces[with].isWith,
            let partner = reader.party(from: with + 1, isFronted: false),
            partner.pieces.upperBound < start, pieces[partner.pieces.upperBound].role == .holds
        else { return nil }
        return partner
    }

    /// Whether it is a summit of the two states in its name: "hội nghị thượng đỉnh Việt - Lào".
    private func isSummit(_ candidate: MeetingCandidate) -> Bool {
        candidate.sort == .summit && candidate.name.members.count == 2
            && candidate.name.members.allSatisfy { document.entities[$0].kind == .country }
    }

    /// Whether the text speaks of what came of one gathering: "kết quả phiên họp … Việt Nam - Lào".
    private func isOutcome(_ event: Event) -> Bool {
        guard !event.isPlural, event.start > 0 else { return false }
        var before = event.start - 1
        if pieces[before].role == .of, before > 0 { before -= 1 }
        return pieces[before].role == .outcome
    }

    /// The international body that holds a gathering: whose it is.
    private func body(_ party: MeetingParty) -> Int? {
        party.mentions.lazy.map { document.annotated.mentions[$0] }
            .first { $0.isInternational && $0.entity >= 0 }?.entity
    }

    private func acting(_ event: Event, role: MeetingWord.Role, name: Int) -> MeetingParty? {
        switch role {
        case .attend where event.word.kind == .session && pieces[name - 1].role == .of:
            // "chuyến thăm Lào và dự hội nghị ASEAN của A"
            return reader.party(from: name, isFronted: false) ?? subject(before: event.start)
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

    /// Whether a gathering only may come about: "có thể đăng cai hội nghị thượng đỉnh giữa A và B".
    private func isHoped(_ event: Event) -> Bool {
        guard event.word.sort == .summit, !event.isAdjunct else { return false }
        let before = pieces[..<event.start].suffix(2)
        return before.count == 2 && before.first?.role == .hypothetical
            && before.last?.role != .hypothetical
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

    /// Reads "Phát biểu khai mạc, A …": who speaks at the gathering told of.
    func opening(at index: Int) -> [MeetingCandidate] {
        guard let speaker = subject(after: index + 1) ?? subject(before: index) else { return [] }
        var result = MeetingCandidate(
            form: .reference, kind: .session, sentence: number, trigger: index, frame: "opens")
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
}
