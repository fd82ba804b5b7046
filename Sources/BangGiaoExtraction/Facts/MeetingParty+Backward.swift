import BangGiaoModel

extension MeetingPartyReader {
    /// Reads the coordination whose last mention is a piece.
    func party(endingAt last: Int) -> MeetingParty {
        let piece = pieces[last]
        var party = MeetingParty(pieces: last..<last + 1)
        if piece.isMention {
            let mention = document.annotated.mentions[piece.index]
            if piece.isDual || mention.isDualOffice {
                party.both = .bothPersons
                party.bothMention = piece.index
            } else {
                party.mentions = [piece.index]
            }
        } else {
            party.both = piece.role
            // "hai bộ trưởng và đoàn đại biểu hai nước": the first are meant.
            let fillers = skipFillers(before: last)
            if fillers > 1, pieces[fillers - 1].role == .and,
                pieces[fillers - 2].role == .bothPersons || pieces[fillers - 2].isDual
            {
                return self.party(endingAt: fillers - 2)
            }
        }
        var start = skipFillers(before: last)
        var mayComma = false
        while start > 0, party.both == nil {
            var separator = start - 1
            let mark = pieces[separator]
            if mark.isMention, mark.range == pieces[start].range {
                party.mentions.insert(mark.index, at: 0)
                start = skipFillers(before: separator)
                continue
            }
            let isAnd = mark.role == .and
            let isDyad =
                mark.isDash && isState(pieces[start]) && separator > 0
                && isState(pieces[separator - 1])
            guard
                isAnd || isDyad || (mark.isComma && (mayComma || opensStates(endingAt: start)))
                    || isApposition(before: start, separator: separator)
            else { break }
            if isAnd, separator > 0, pieces[separator - 1].isComma { separator -= 1 }
            var previous = separator - 1
            guard previous >= 0 else { break }
            previous = skipBracketBack(at: previous)
            guard previous >= 0, pieces[previous].isMention else { break }
            if isApposition(before: start, separator: separator) {
                party.mentions = [pieces[previous].index]
            } else {
                party.mentions.insert(pieces[previous].index, at: 0)
            }
            mayComma = mayComma || isAnd
            start = skipFillers(before: previous)
        }
        if start > 0, party.mentions.count == 2, isPair(before: start, last) {
            // "hai nhà lãnh đạo Nga - Lào"
            start -= 1
            party.both = pieces[start].role
            party.areLeaders = pieces[start].word.isLeader
            party.states = party.mentions
            party.mentions = []
        }
        party.pieces = start..<last + 1
        party.hasOfficials = pieces[party.pieces].contains {
            $0.word.isOfficial || $0.word.isLeader
        }
        return party
    }

    /// Whether a list of states opens its clause, in the style of headlines: "Mỹ, Nhật họp".
    private func opensStates(endingAt last: Int) -> Bool {
        var index = last
        while isState(pieces[index]), index > 1, pieces[index - 1].isComma,
            isState(pieces[index - 2])
        {
            index -= 2
        }
        guard isState(pieces[index]), index < last else { return false }
        return index == 0 || pieces[index - 1].kind == .mark && !pieces[index - 1].isComma
            || pieces[index - 1].role == .clause
    }

    private func isApposition(before start: Int, separator: Int) -> Bool {
        guard pieces[separator].isComma || pieces[separator].isDash, separator > 0,
            pieces[separator - 1].isMention, pieces[start].isMention
        else { return false }
        let before = mention(separator - 1)
        let after = mention(start)
        guard after.kind == .office, before.kind == .person else { return false }
        return after.entity < 0 || after.entity == before.entity
            || document.entities[after.entity].kind != .person
    }

    private func skipBracketBack(at index: Int) -> Int {
        guard pieces[index].isClosing else { return index }
        var next = index - 1
        while next >= 0, next > index - 14 {
            if pieces[next].isOpening { return next - 1 }
            next -= 1
        }
        return index
    }

    /// Whether a word for both stands before two states.
    private func isPair(before start: Int, _ last: Int) -> Bool {
        switch pieces[start - 1].role {
        case .bothPersons, .bothNations, .bothSides:
            pair(from: start, limit: last + 1).next == last + 1
        default: false
        }
    }

    /// Whether a piece is the office in "các Bộ trưởng Ngoại giao ASEAN".
    private func holdsOfficeOfMany(_ index: Int) -> Bool {
        guard index > 0, pieces[index].kind == .other, pieces[index].range.count <= 6,
            pieces[index + 1].isMention, mention(index + 1).isInternational,
            pieces[index - 1].role == .plural || pieces[index - 1].role == .each
        else { return false }
        let start = pieces[index].range.lowerBound
        return document.annotated.lattice.longest(.title, at: start) != nil
    }

    /// The first piece of the words that belong to the mention after them.
    func skipFillers(before index: Int) -> Int {
        var start = index
        while start > 0 {
            switch pieces[start - 1].role {
            case .delegation, .leaders, .plural, .each, .counterpart: start -= 1
            case .none where pieces[start - 1].kind == .other && isTitle(pieces[start - 1]):
                start -= 1
            case .none where holdsOfficeOfMany(start - 1): start -= 1
            default: return start
            }
        }
        return start
    }
}
