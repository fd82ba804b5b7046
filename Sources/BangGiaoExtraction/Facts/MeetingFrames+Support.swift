import BangGiaoModel

extension MeetingFrames {
    /// Reads what bears out an occasion told elsewhere: who came, who signed.
    func supports() -> [MeetingCandidate] {
        var result: [MeetingCandidate] = []
        for index in pieces.indices {
            switch pieces[index].role {
            case .motion, .attend:
                if goesTo(place: index), let arrival = arrival(at: index) { result.append(arrival) }
                if let address = address(at: index) { result.append(address) }
            case .signs:
                if let signing = signing(at: index) { result.append(signing) }
            default: break
            }
        }
        return result
    }

    /// Reads "A đã đến Bắc Kinh": where a visit goes of which the text says no more.
    private func arrival(at index: Int) -> MeetingCandidate? {
        let event = Event(
            first: index, last: index, word: MeetingWord(role: .visit, kind: .visit), start: index,
            isNoun: false)
        let goals = goals(after: index)
        guard let goal = goals.first, let who = arriving(at: index), namesPerson(who),
            !isDenied(event, subject: who), !isPosted(who, to: goal.entity)
        else { return nil }
        var result = MeetingCandidate(
            form: .visit, kind: .visit, parties: [who], goals: goals, sentence: number,
            trigger: index, frame: "arrives")
        // Officials travel to meet; of others the text must say more.
        result.isSupport = !holdsOffice(who)
        result.tense = tense(of: event, subject: who, end: index + 1)
        return result
    }

    /// Who goes: the subject right before, or of the main clause, "A gặp B trước khi đến Lào".
    private func arriving(at index: Int) -> MeetingParty? {
        var first = index
        while first > 0, isTransparent(pieces[first - 1]) { first -= 1 }
        if first > 0, pieces[first - 1].role == .margin {
            let main = pieces[..<(first - 1)].lastIndex { $0.word.isEvent } ?? first - 1
            return subject(before: main) ?? subject(after: index + 1)
        }
        guard let who = subject(before: index),
            isTransparent(from: who.pieces.upperBound, to: index)
        else { return nil }
        return who
    }

    private static let leading = WordKey("lãnh")

    private func holdsOffice(_ party: MeetingParty) -> Bool {
        // "Lãnh đạo Lào A" leads his state, whatever his office is called.
        let tokens = document.annotated.tokens
        let leads = party.mentions.contains { index in
            tokens[document.annotated.mentions[index].range].contains { $0.key == Self.leading }
        }
        if leads || pieces[..<party.pieces.upperBound].suffix(4).contains(where: \.word.isLeader) {
            return true
        }
        return party.mentions.contains { index in
            let person = document.annotated.mentions[index].entity
            return document.positions.contains { $0.person == person && $0.holding != .role }
        }
    }

    /// Whether a country or city stands right behind: "có mặt tại Viêng Chăn".
    private func goesTo(place index: Int) -> Bool {
        pieces[index].role == .motion || !countries(from: index + 1).isEmpty
    }

    /// Whether somebody is an envoy there: he comes to stay.
    private func isPosted(_ party: MeetingParty, to goal: Int) -> Bool {
        party.mentions.contains { index in
            let person = document.annotated.mentions[index].entity
            return document.positions.contains {
                $0.person == person && $0.holding == .envoy
                    && ($0.accreditedTo == goal || $0.status == .designate)
            }
        }
    }

    /// Whether the pieces between subject and verb say only when or whether, or whence.
    private func isTransparent(from start: Int, to end: Int) -> Bool {
        var index = start
        while index < end {
            if pieces[index].role == .leaves, index + 1 < end {
                index += 1
            } else {
                guard isTransparent(pieces[index]) else { return false }
            }
            index += 1
        }
        return true
    }

    private func isTransparent(_ piece: MeetingPiece) -> Bool {
        switch piece.role {
        case .auxiliary, .done, .planned, .together, .spouse, .delegation, .leads, .leaves: true
        default: piece.kind == .date
        }
    }

    /// The countries gone to, named close behind.
    private func goals(after index: Int) -> [MeetingCandidate.Goal] {
        var next = index + 1
        while next < pieces.count, next < index + 4 {
            let goals = countries(from: next)
            if !goals.isEmpty || pieces[next].isMention { return goals }
            switch pieces[next].role {
            case .leaders, .auxiliary, .at: break
            default:
                guard pieces[next].kind == .other, pieces[next].range.count <= 3 else { return [] }
            }
            next += 1
        }
        return []
    }

    /// Reads "A và B ký", "được A và B ký kết": whose act a ceremony of signing is.
    private func signing(at index: Int) -> MeetingCandidate? {
        let word = MeetingWord(role: .mutual, kind: .ceremony, sort: .signing)
        let event = Event(first: index, last: index, word: word, start: index, isNoun: false)
        guard let who = subject(before: index), who.mentions.count > 1 || who.both == .bothPersons
        else { return nil }
        var result = candidate(
            event, .divided, [who], frame: "signs", end: index + 1)
        result?.isSupport = true
        return result
    }
}
