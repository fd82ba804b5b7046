import BangGiaoModel

extension MeetingFrames {
    /// Reads conferences, sessions and ceremonies: who takes part, whose they are.
    func gatherings(_ event: Event) -> [MeetingCandidate] {
        guard let kind = event.word.kind else { return [] }
        if event.word.sort == .welcome { return welcome(event) }
        let name = nameEnd(after: event.last + 1)
        let named = namedMembers(event.last + 1..<name)
        var result = MeetingCandidate(
            form: .gathering, kind: kind, sentence: number, trigger: event.first, frame: "named",
            confidence: 0.8)
        result.sort = event.word.sort
        var acting: MeetingParty?
        var end = name
        var isSided = false
        switch governor(of: event) {
        case .attend:
            acting = subject(before: event.start)
            result.frame = "attend"
        case .chair:
            acting = subject(before: event.start)
            result.frame = "chair"
        case .witness:
            acting = subject(before: event.start)
            result.frame = "witness"
        case .light:
            acting = subject(before: event.start)
            result.frame = "holds"
        default:
            if event.isAdjunct, let speaker = speaker(event, from: name) {
                result.speaker = speaker
            }
        }
        if isDenied(event, subject: acting) { return [] }
        if let between = between(from: event.last + 1, to: min(name + 3, pieces.count)) {
            result.parties += between
            result.form = .divided
            result.frame = result.frame == "witness" ? "witness" : "between"
            end = max(end, between.last?.pieces.upperBound ?? end)
            isSided = true
        }
        if result.frame == "witness" {
            if let acting { result.attendees.append(acting) }
            if !isSided { result.parties += signers(from: name) }
            result.form = .divided
        } else if let acting {
            result.parties.append(acting)
        }
        if !isSided, result.frame != "witness" {
            let more = participants(from: name)
            result.parties += more.parties
            end = max(end, more.end)
            result.parties += named
            if result.parties.isEmpty || named.isEmpty && acting == nil && more.parties.isEmpty {
                guard result.speaker != nil || event.isAdjunct else { return [] }
                result.form = .reference
            }
        }
        result.status = status(of: event, subject: acting, end: end)
        if event.isPlural, !result.parties.contains(where: namesPerson), named.isEmpty { return [] }
        return [result]
    }

    /// The verb that governs the noun, with some words of description between.
    private func governor(of event: Event) -> MeetingWord.Role {
        if event.governor != .none { return event.governor }
        var index = event.start - 1
        var steps = 0
        while index >= 0, steps < 3 {
            switch pieces[index].role {
            case .attend, .chair, .witness: return pieces[index].role
            case .plural, .each, .at, .auxiliary, .light, .determiner, .toward: break
            default:
                if pieces[index].kind != .other { return .none }
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
        guard let guest = reader.party(from: index, isFronted: false) else {
            return event.isAdjunct ? [] : []
        }
        var host = subject(before: event.start)
        if host == nil {
            let more = participants(from: guest.pieces.upperBound)
            host = more.parties.first
        }
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

    /// The piece where the name of the event ends.
    private func nameEnd(after start: Int) -> Int {
        var index = start
        while index < pieces.count {
            let piece = pieces[index]
            switch piece.kind {
            case .date: return index
            case .mention:
                let mention = reader.mention(index)
                if mention.kind == .person
                    || mention.kind == .office && mention.entity >= 0
                        && document.entities[mention.entity].kind == .person
                {
                    return index
                }
            case .word:
                switch piece.role {
                case .and, .plural, .each, .two, .leaders, .determiner, .mutual, .bothNations, .of:
                    break
                default: return index
                }
            case .mark:
                if piece.isOpening {
                    let next = reader.skipBracket(at: index, limit: pieces.count)
                    if next > index {
                        index = next
                        continue
                    }
                }
                guard piece.isDash || piece.isQuote || piece.mark == 0x2B || piece.mark == 0x2F
                else { return index }
            case .other:
                if index > start, piece.range.count > 14 { return index }
            }
            index += 1
        }
        return index
    }

    /// The bodies and states in the name of an event, each a party of its own.
    ///
    /// One country alone is where it is held or what it is about; two make a pair.
    private func namedMembers(_ range: Range<Int>) -> [MeetingParty] {
        var bodies: [MeetingParty] = []
        var countries: [MeetingParty] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let piece = pieces[index]
            if piece.isOpening, index + 1 < range.upperBound,
                pieces[index + 1].isWith,
                let party = reader.party(from: index + 2, isFronted: false)
            {
                // "(với Trung Quốc, Hàn Quốc, Nhật Bản)"
                for mention in party.mentions {
                    countries.append(MeetingParty(mentions: [mention], pieces: party.pieces))
                }
                index = party.pieces.upperBound
                continue
            }
            if piece.isMention {
                let mention = reader.mention(index)
                let party = MeetingParty(mentions: [piece.index], pieces: index..<index + 1)
                if mention.kind == .country {
                    countries.append(party)
                } else if mention.kind == .agency, mention.isInternational {
                    bodies.append(party)
                }
            }
            index += 1
        }
        if countries.count == 1, bodies.isEmpty, sentence.pieces[range].contains(where: \.isDash) {
            return countries
        }
        return bodies + (countries.count > 1 || !bodies.isEmpty ? countries : [])
    }

    private func between(from start: Int, to end: Int) -> [MeetingParty]? {
        for index in start..<max(start, end) where pieces[index].role == .between {
            guard let party = reader.party(from: index + 1, isFronted: false) else { return nil }
            let next = party.pieces.upperBound
            if next < pieces.count, pieces[next].isWith,
                let second = reader.party(from: next + 1, isFronted: false)
            {
                return [party, second]
            }
            return [party]
        }
        return nil
    }

    /// The parties of the documents exchanged: all pairs with "giữa" in the rest of the sentence.
    private func signers(from start: Int) -> [MeetingParty] {
        var result: [MeetingParty] = []
        var index = start
        while index < pieces.count {
            if pieces[index].role == .between, let found = between(from: index, to: index + 1) {
                result += found
                index = found.last?.pieces.upperBound ?? index + 1
            } else {
                index += 1
            }
        }
        return result
    }

    /// Those named behind the event: "do A và B đồng chủ trì", "với sự tham dự của A", "P đăng cai".
    private func participants(from start: Int) -> (parties: [MeetingParty], end: Int) {
        var result: [MeetingParty] = []
        var end = start
        var index = start
        while index < pieces.count {
            let piece = pieces[index]
            if piece.isStop || piece.isSemicolon { break }
            if piece.word.isEvent, piece.role != .mutual { break }
            if piece.role == .by, let party = reader.party(from: index + 1, isFronted: false) {
                let next = party.pieces.upperBound
                let limit = min(next + 4, pieces.count)
                if pieces[min(next, limit)..<limit].contains(where: {
                    $0.role == .chair || $0.role == .light
                }) {
                    result.append(party)
                    end = next
                }
                index = max(next, index + 1)
                continue
            }
            if piece.role == .present || piece.role == .attend, index + 1 < pieces.count {
                var next = index + 1
                if pieces[next].role == .of || pieces[next].role == .light { next += 1 }
                if next > index + 1, let party = reader.party(from: next, isFronted: false) {
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

    /// Who speaks in a sentence that opens with "Phát biểu tại hội nghị".
    private func speaker(_ event: Event, from name: Int) -> MeetingParty? {
        subject(after: name) ?? subject(before: event.start)
    }
}
