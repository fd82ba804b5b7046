import BangGiaoModel

extension MeetingPartyReader {
    /// Goes past what somebody is called behind his name: of "ông A, đại diện phụ trách đàm phán của
    /// Lào và B" to "và".
    ///
    /// - Returns: The piece of "và", behind which another person stands; nil where none does.
    func description(at start: Int, of item: Item, limit: Int) -> Int? {
        guard start + 1 < limit, let named = item.mentions.last, isPerson(named),
            opensDescription(start, of: document.annotated.mentions[named])
        else { return nil }
        for index in start + 1..<min(limit, start + 10) {
            let piece = pieces[index]
            if piece.role == .and { return opensPerson(index + 1, limit: limit) ? index : nil }
            guard describes(piece) else { return nil }
        }
        return nil
    }

    /// Whether a comma with an office behind it stands there, or more of an office told before.
    private func opensDescription(_ index: Int, of named: Mention) -> Bool {
        if pieces[index].kind == .other { return named.core.upperBound < named.range.upperBound }
        let next = pieces[index + 1]
        return pieces[index].isComma
            && (next.kind == .other || next.role == .leaders
                || next.isMention && mention(index + 1).kind == .office)
    }

    /// Whether a piece can stand in the description of an office.
    private func describes(_ piece: MeetingPiece) -> Bool {
        if piece.isMention { return document.annotated.mentions[piece.index].kind != .person }
        switch piece.role {
        case .of, .about, .motion, .leaders, .bothSides, .mutual: return true
        default: return piece.kind == .other
        }
    }

    private func opensPerson(_ index: Int, limit: Int) -> Bool {
        guard index < limit else { return false }
        let next = pieces[index].role == .counterpart ? index + 1 : index
        guard next < limit, pieces[next].isMention else { return false }
        return next > index || isPerson(pieces[next].index)
    }

    func isPerson(_ mention: Int) -> Bool {
        let entity = document.annotated.mentions[mention].entity
        return entity >= 0 && document.entities[entity].kind == .person
    }
}
