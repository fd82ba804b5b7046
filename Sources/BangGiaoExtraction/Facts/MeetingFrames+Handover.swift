import BangGiaoModel

/// What one gives or brings to another: credentials, an order, a note, a letter.
extension MeetingFrames {
    /// Reads "A trình quốc thư lên B", "A trao công hàm cho B", "B được A trao tặng …".
    func presentation(_ event: Event) -> MeetingCandidate? {
        let before = subject(before: event.start)
        if let subject = before, subject.pieces.lowerBound > 0,
            pieces[subject.pieces.lowerBound - 1].role == .passive,
            let receiver = self.subject(before: subject.pieces.lowerBound - 1)
        {
            return candidate(
                event, .sides, [subject, receiver], frame: "passive", end: event.last + 1)
        }
        guard let receiver = receiver(of: event, isFronted: before == nil),
            let subject = before ?? subject(after: receiver.pieces.upperBound)
        else { return nil }
        return candidate(
            event, .sides, [subject, receiver], frame: "to", end: receiver.pieces.upperBound)
    }

    /// Reads "A phát biểu tại Viện B": who speaks where a body gathers its guests.
    func address(at index: Int) -> MeetingCandidate? {
        guard pieces[index].role == .attend, index + 1 < pieces.count,
            document.annotated.tokens[pieces[index].range.lowerBound].key == Self.speech,
            pieces[index + 1].isMention, isForum(reader.mention(index + 1))
        else { return nil }
        let body = MeetingParty(mentions: [pieces[index + 1].index], pieces: index + 1..<index + 2)
        guard let speaker = subject(before: index) ?? subject(after: index + 2),
            namesPerson(speaker)
        else { return nil }
        let word = MeetingWord(role: .direct, kind: .other, sort: .address)
        let event = Event(first: index, last: index, word: word, start: index, isNoun: false)
        return candidate(event, .sides, [speaker, body], frame: "address", end: index + 2)
    }

    private static let speech = WordKey("phát")

    /// Whether guests come to a body to speak, rather than to its house.
    private func isForum(_ mention: Mention) -> Bool {
        guard mention.kind == .agency else { return false }
        switch mention.agencyKind {
        case .press, .embassy, .ministry, .government: return false
        default: return true
        }
    }

    /// To whom something is given; of "trao thư gửi A cho B" the one into whose hands.
    private func receiver(of event: Event, isFronted: Bool) -> MeetingParty? {
        let isLetter = event.word.kind == .other
        var found: MeetingParty?
        for index in event.last + 1..<max(event.last + 1, pieces.count) {
            let piece = pieces[index]
            if piece.isSemicolon || piece.isStop || piece.role == .clause { break }
            if isLetter, piece.isComma || piece.isQuote || piece.word.isEvent { break }
            guard piece.role == .toward || piece.role == .motion,
                let party = reader.party(from: index + 1, isFronted: isFronted),
                party.mentions.contains(where: { receives($0, isLetter: isLetter) })
            else { continue }
            if !isLetter { return party }
            found = party
        }
        return found
    }

    private func receives(_ mention: Int, isLetter: Bool) -> Bool {
        let mention = document.annotated.mentions[mention]
        switch mention.kind {
        case .person, .office: return true
        case .agency: return isLetter && mention.agencyKind != .press
        case .country: return false
        }
    }
}
