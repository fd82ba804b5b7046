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
