import BangGiaoModel

extension MeetingFrames {
    /// Reads talks, meetings, courtesy calls, consultations, working sessions and calls.
    func encounters(_ event: Event, governing: inout Governing) -> [MeetingCandidate] {
        var slots = slots(after: event)
        if event.governor == .chair, event.word.role == .mutual, slots.object == nil,
            slots.between == nil
        {
            // "đồng chủ trì Đối thoại Việt - Lào lần 9 cùng B"
            return gatherings(event, governing: &governing)
        }
        var before =
            event.isNoun && slots.of != nil
            ? nil
            : subject(before: event.start, isApart: event.isAdjunct && event.isDetermined)
        if event.word.isAbstract, !event.isNoun, event.start > 0,
            pieces[event.start - 1].role == .passive, slots.between == nil
        {
            // "vinh dự được làm việc với"
            return []
        }
        if event.word.sort == .address, !(slots.object.map(canHear) ?? false) { return [] }
        if event.word.sort == .summons {
            return [summons(event, slots.object, subject: before)].compactMap(\.self)
        }
        if slots.object == nil, let called = calledIn(event) { return [called] }
        // "A và B họp" needs no more; "A và B trao đổi" may be about anything.
        if event.word.isWeak, !event.isNoun, event.word.kind != .session {
            // "A và B trao đổi về", of two states: with each other.
            let isMutual = event.word.role == .mutual && before.map { isPair($0, event) } ?? false
            let between = slots.between.map { isDated(from: $0.pieces.upperBound) && areTwo($0) }
            guard slots.object != nil || isMutual || between == true, between != false else {
                return []
            }
        }
        if let passive = passiveObject(event, subject: before) {
            // "B được A tiếp"
            if slots.object == nil {
                slots.object = passive
            }
        }
        var frame = slots.name
        if let between = slots.between {
            return [
                candidate(
                    event, .divided, [between] + (slots.object.map { [$0] } ?? []),
                    frame: "between",
                    end: between.pieces.upperBound)
            ].compactMap { $0 }
        }
        if let owner = slots.of {
            if event.word.role == .host, event.governor == .attend || isServed(event),
                let guest = before ?? subject(before: event.start)
                    ?? subject(after: owner.pieces.upperBound)
            {
                // "A dự tiệc chiêu đãi của B"
                return [
                    candidate(
                        event, .sides, [guest, owner], frame: "guest",
                        end: owner.pieces.upperBound)
                ].compactMap { $0 }
            }
            guard let object = slots.object else {
                return [
                    candidate(
                        event, .divided, [owner], frame: "of", end: owner.pieces.upperBound)
                ].compactMap { $0 }
            }
            return [
                candidate(
                    event, .sides, [owner, object], frame: "of", end: object.pieces.upperBound)
            ].compactMap { $0 }
        }
        if let dyad = slots.dyad {
            return [dialogue(event, of: dyad, attendedBy: before)].compactMap(\.self)
        }
        guard let object = slots.object else {
            if event.isAdjunct, let (speaker, listener) = told(before: event) {
                return [
                    candidate(
                        event, .sides, [speaker, listener], frame: "told", end: event.last + 1)
                ].compactMap { $0 }
            }
            return alone(event, subject: before, isWith: slots.name == "with")
        }
        if before == nil || event.isAdjunct && isTold(before, event) {
            // What opens the sentence has its subject behind it.
            if let behind = subject(after: fronted(object, event).pieces.upperBound) {
                slots.object = fronted(object, event)
                before = behind
                frame += ".fronted"
            }
        }
        if let both = before?.both, both == .bothSides || both == .bothNations,
            slots.object?.both == nil
        {
            // "hai bên … hội đàm với B": of whom is not said.
            before = before.flatMap { subject(before: $0.pieces.lowerBound) }
        }
        if isEvaluated(event) { before = nil }
        if before == nil, let hosts = receivers(of: slots.object ?? object, event) {
            var result = candidate(
                event, .sides, [hosts, slots.object ?? object], frame: "welcomed",
                end: hosts.pieces.upperBound)
            result?.isSupport = false
            return [result].compactMap(\.self)
        }
        guard let acting = before, let met = slots.object else {
            if event.word.isWeak, isPress(object) { return [] }
            return [openCandidate(event, slots.object ?? object)].compactMap { $0 }
        }
        if acting.pieces.overlaps(met.pieces) || event.word.isWeak && isPress(met) { return [] }
        var result = candidate(
            event, .sides, [acting, met], frame: frame,
            end: max(met.pieces.upperBound, event.last + 1))
        if event.word.sort == .welcome, acting.pieces.lowerBound > event.last,
            acting.pieces.upperBound < pieces.count, pieces[acting.pieces.upperBound].isSpeech
        {
            // "Đón B, A khẳng định": they talked.
            result?.kind = .courtesyCall
            result?.sort = .none
            result?.isSupport = false
        }
        if isAtAirport(event, host: acting, guest: met) { result?.isSupport = false }
        if event.word.sort == .welcome, isPictured(acting) || isPictured(met) {
            result?.kind = .meeting
            result?.sort = .none
            result?.isSupport = false
        }
        return [result].compactMap { $0 }
    }

    /// Whether a session is one of officials with somebody: "cuộc họp khẩn hôm 27/4 với Đại sứ B".
    func isSmall(_ event: Event) -> Bool {
        guard event.word.role == .noun, event.word.kind == .session, event.isNoun,
            let party = company(of: event)
        else { return false }
        return namesOfficial(party)
    }

    /// With whom a session is: "cuộc họp khẩn hôm 27/4 với B", "cuộc họp với các ngoại trưởng NATO".
    func company(of event: Event) -> MeetingParty? {
        var next = event.last + 1
        while next < pieces.count {
            let piece = pieces[next]
            if piece.role == .at {
                next = phraseEnd(at: next)
                continue
            }
            let isFiller =
                piece.kind == .other && piece.range.count < 4 || piece.kind == .date
                || piece.role == .auxiliary || piece.role == .planned
            guard isFiller else { break }
            next += 1
        }
        guard next < pieces.count, pieces[next].isWith,
            let party = reader.party(from: next + 1, isFronted: false), !party.isEmpty,
            party.both == nil
        else { return nil }
        return party
    }

    private func fronted(_ object: MeetingParty, _ event: Event) -> MeetingParty {
        reader.party(from: object.pieces.lowerBound, isFronted: true) ?? object
    }

    /// Whether the subject before only tells: "A cho biết trong cuộc gặp với B, C …".
    private func isTold(_ subject: MeetingParty?, _ event: Event) -> Bool {
        guard let subject else { return true }
        guard subject.pieces.upperBound <= event.start else { return false }
        return pieces[subject.pieces.upperBound..<event.start].contains { $0.isSpeech }
    }

    /// Whether somebody who only speaks well of the event stands before it.
    private func isEvaluated(_ event: Event) -> Bool {
        var index = event.start - 1
        var steps = 0
        while index >= 0, steps < 3 {
            if pieces[index].role == .evaluates { return true }
            guard pieces[index].role == .outcome || pieces[index].kind == .other else {
                return false
            }
            index -= 1
            steps += 1
        }
        return false
    }

    /// Whether a verb of attending stands some words before: "dự tiệc chiêu đãi".
    private func isServed(_ event: Event) -> Bool {
        event.word.role == .host && event.start > 1 && pieces[event.start - 1].kind == .other
            && pieces[event.start - 2].role == .attend
    }

    /// In "B được A tiếp" the guest.
    private func passiveObject(_ event: Event, subject: MeetingParty?) -> MeetingParty? {
        guard !event.isNoun, let subject, subject.pieces.lowerBound > 0,
            pieces[subject.pieces.lowerBound - 1].role == .passive
        else { return nil }
        return self.subject(before: subject.pieces.lowerBound - 1)
    }

    /// An event whose sentence names no object: both sides in the subject, or a reference.
    private func alone(
        _ event: Event, subject: MeetingParty?, isWith: Bool
    ) -> [MeetingCandidate] {
        if event.governor == .takesPlace {
            // "Chiều cùng ngày đã diễn ra hội đàm": of those told of before.
            let both = MeetingParty(pieces: event.first..<event.last + 1, both: .bothSides)
            return [
                candidate(
                    event, .divided, [both], frame: "held", end: event.last + 1)
            ].compactMap { $0 }
        }
        if event.word.isAbstract, !event.isDetermined, event.isAdjunct { return [] }
        if isWith, event.isNoun, !event.isAdjunct, let subject, namesBody(subject) {
            // With somebody whom the text doesn't name: a later sentence may.
            var open = candidate(
                event, .sides, [subject], frame: "open", end: event.last + 1)
            open?.isOpen = true
            open?.isUnnamed = true
            return [open].compactMap { $0 }
        }
        if let subject, !event.isAdjunct, subject.mentions.count > 1 || subject.both != nil,
            event.word.role == .mutual || event.word.role == .direct && namesOfficial(subject),
            !event.word.isAbstract || event.isDetermined || isNear(subject, event),
            !event.word.isWeak || event.word.kind == .session || isPair(subject, event)
        {
            return [
                candidate(
                    event, .divided, [subject], frame: "both", end: event.last + 1
                )
            ].compactMap { $0 }
        }
        guard event.isNoun || event.isAdjunct, !event.isPlural else { return [] }
        if event.isNoun, let talks = attended(event, by: subject) { return [talks] }
        guard let word = event.word.kind else { return [] }
        var result = MeetingCandidate(
            form: .reference, kind: word, sentence: number, trigger: event.first,
            frame: "reference")
        result.speaker =
            event.isAdjunct || event.governor == .attend
            ? (subject ?? self.subject(after: event.last + 1)) : subject
        result.tense = tense(of: event, subject: subject, end: event.last + 1)
        result.sort = event.word.sort
        if isDenied(event, subject: subject) { return [] }
        return [result]
    }

    /// Whether a party is a body before which one speaks: "phát biểu trước Quốc hội Lào".
    private func canHear(_ party: MeetingParty) -> Bool {
        party.mentions.contains { document.annotated.mentions[$0].kind == .agency }
            && !isPress(party)
    }

    /// Whether a party is the press alone: who talks to it gives an interview.
    func isPress(_ party: MeetingParty) -> Bool {
        !party.mentions.isEmpty
            && party.mentions.allSatisfy { document.annotated.mentions[$0].agencyKind == .press }
    }

    /// Whether a subject is officials of two states with nothing but words of mood before the verb.
    private func isPair(_ party: MeetingParty, _ event: Event) -> Bool {
        areTwo(party) && isNear(party, event)
    }

    /// Whether a party is officials of two states.
    func areTwo(_ party: MeetingParty) -> Bool {
        namesOfficial(party) && Set(party.mentions.compactMap(country)).count == 2
    }

    /// The state for which a mention stands.
    func country(_ mention: Int) -> CountryCode? {
        let mention = document.annotated.mentions[mention]
        return mention.entity >= 0 ? document.entities[mention.entity].country : mention.country
    }

    /// Reads "A nói với B trong cuộc gặp": who spoke there, and to whom.
    func told(before event: Event) -> (speaker: MeetingParty, listener: MeetingParty)? {
        guard
            let index = pieces[..<event.start].lastIndex(where: {
                $0.role == .tells || $0.word.isEvent || $0.role == .clause
            }), pieces[index].role == .tells,
            let listener = reader.party(from: index + 1, isFronted: false),
            namesOfficial(listener), listener.pieces.upperBound <= event.start,
            let speaker = subject(before: index), namesOfficial(speaker)
        else { return nil }
        return (speaker, listener)
    }

    private func openCandidate(_ event: Event, _ object: MeetingParty) -> MeetingCandidate? {
        var result = candidate(
            event, .sides, [object], frame: "open", end: object.pieces.upperBound)
        result?.isOpen = true
        return result
    }

    /// Whether a date follows: "các cuộc họp … được tổ chức ngày 29-2".
    private func isDated(from start: Int) -> Bool {
        pieces[min(start, pieces.count)...].prefix(5).contains { $0.kind == .date }
    }

    /// Makes the candidate, unless the clause denies it or speaks of occasions in general.
    func candidate(
        _ event: Event, _ form: MeetingCandidate.Form, _ parties: [MeetingParty], frame: String,
        end: Int
    ) -> MeetingCandidate? {
        guard let kind = event.word.kind else { return nil }
        let acting = parties.first { $0.pieces.upperBound <= event.start }
        let isOff = isCalledOff(event, subject: acting)
        guard isOff || !isDenied(event, subject: acting) else { return nil }
        if event.isPlural, !isDated(from: end), !cameAbout(event) {
            guard parties.contains(where: namesPerson), !event.word.isAbstract else { return nil }
        }
        var result = MeetingCandidate(
            form: form, kind: isByPhone(from: end) ? .call : kind, sentence: number,
            trigger: event.first, frame: frame)
        result.sort = event.word.sort
        result.isCalledOff = isOff
        result.isFirm = !event.word.isAbstract || event.isDetermined
        result.isSupport = event.word.isWeak && event.word.sort == .welcome
        result.parties = parties
        if event.isPlural {
            // Of several talks not those who sat at the last ones, but their states.
            for index in result.parties.indices where result.parties[index].both == .bothSides {
                result.parties[index].both = .bothNations
            }
        }
        result.tense = tense(of: event, subject: acting, end: end)
        return result
    }

    /// Whether the text says of several occasions that they came about: "đã có các cuộc đàm phán".
    private func cameAbout(_ event: Event) -> Bool {
        guard event.governor == .light || event.governor == .holds, event.start > 1 else {
            return false
        }
        return pieces[event.start - 2].role == .done
    }

    /// Whether the parties only spoke by telephone: "nói chuyện với B qua điện thoại".
    private func isByPhone(from end: Int) -> Bool {
        guard end + 1 < pieces.count, pieces[end].role == .motion else { return false }
        return pieces[end + 1].word.kind == .call
    }

    /// Whether a party is two states or more, bare: "cuộc gặp Mỹ - Triều".
    func areStates(_ party: MeetingParty) -> Bool {
        party.mentions.count > 1
            && party.mentions.allSatisfy { document.annotated.mentions[$0].kind == .country }
    }

    func namesOfficial(_ party: MeetingParty) -> Bool {
        party.mentions.allSatisfy {
            let kind = document.annotated.mentions[$0].kind
            return kind == .person || kind == .office
        }
    }

    /// Whether nothing but words of time and mood stand between a subject and its verb.
    private func isNear(_ subject: MeetingParty, _ event: Event) -> Bool {
        guard subject.pieces.upperBound <= event.start else { return false }
        return pieces[subject.pieces.upperBound..<event.start].allSatisfy {
            switch $0.role {
            case .auxiliary, .done, .planned, .together, .light, .holds: true
            default: $0.kind == .date
            }
        }
    }

    private func namesBody(_ party: MeetingParty) -> Bool {
        party.mentions.contains { document.annotated.mentions[$0].kind != .country }
    }

    func namesPerson(_ party: MeetingParty) -> Bool {
        party.mentions.contains { document.annotated.mentions[$0].kind == .person }
            || party.both == .bothPersons
    }
}
