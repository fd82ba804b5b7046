import BangGiaoModel

extension MeetingFrames {
    /// Reads the subject before a piece.
    ///
    /// The party right before, with nothing but words of time and mood between; else the nearest
    /// one that begins its clause and stands in no other slot.
    /// - Parameter isApart: whether the piece is a circumstance, so that what stands right before
    ///   it isn't what acts in it.
    func subject(before start: Int, isApart: Bool = false) -> MeetingParty? {
        var index = start - 1
        var isChained = isApart
        var unknown = 0
        var companions: [Int] = []
        var owner: MeetingParty?
        var isMarked = isApart
        while index >= 0 {
            let piece = pieces[index]
            switch piece.kind {
            case .mark:
                if piece.isColon { return owner }
                if piece.isClosing {
                    var open = index - 1
                    while open >= 0, open > index - 14, !pieces[open].isOpening { open -= 1 }
                    if open >= 0, pieces[open].isOpening { index = open }
                } else if !piece.isQuote {
                    isChained = true
                    isMarked = true
                }
            case .date:
                break
            case .other:
                unknown += piece.range.count
                if unknown > 2 { isChained = true }
            case .mention:
                var party = reader.party(endingAt: index)
                let before = party.pieces.lowerBound - 1
                let role = before >= 0 ? pieces[before].role : .none
                if role == .leads, before > 0 {
                    // "A dẫn đầu đoàn B thăm": both act.
                    if var leader = subject(before: before) {
                        leader.mentions += party.mentions
                        return leader
                    }
                    return party
                }
                if role == .accompany { return party }
                if role == .together, !isChained {
                    // "A cùng đoàn B thăm": B goes along.
                    companions = party.mentions + companions
                } else if let described = described(by: party) {
                    return described
                } else if isPlace(party) {
                    // "A sang Lào dự", "A thăm Lào và dự": the country is where, not who.
                } else if isTeller(party) {
                    isChained = true
                } else if isSubject(party, isChained: isChained)
                    || !isMarked && opensClause(party)
                {
                    party.mentions += companions
                    return party
                } else {
                    if role == .of, !isChained, isCounted(party) {
                        // "của các bộ trưởng dự": they act, whoever they are.
                        return nil
                    }
                    if role == .of, owner == nil, before > 0, isVisitNoun(endingAt: before - 1) {
                        // "chuyến thăm của A tới Lào dự …": its owner acts.
                        if !isChained { return party }
                        owner = party
                    }
                    isChained = true
                }
                index = party.pieces.lowerBound
            case .word:
                switch piece.role {
                case .and:
                    isChained = true
                case .leads:
                    if let (leaders, first) = delegation(endingAt: index) {
                        return MeetingParty(mentions: leaders, pieces: first..<index + 1)
                    }
                case .bothSides, .bothPersons, .bothNations:
                    let party = reader.party(endingAt: index)
                    if isSubject(party, isChained: isChained) { return party }
                    isChained = true
                case .motion where isApart:
                    // "A mời B tới Hà Nội nhân chuyến thăm": B travels.
                    return subject(before: index)
                case .clause where isStranger(at: index + 1, before: start):
                    return nil
                case .mutual, .direct, .host, .visit, .dative, .noun, .clause:
                    isChained = true
                default:
                    break
                }
            }
            index -= 1
        }
        return owner
    }

    /// Whether a party is a paper or agency that only reports: "RT dẫn lời A …".
    private func isTeller(_ party: MeetingParty) -> Bool {
        guard party.pieces.upperBound < pieces.count, pieces[party.pieces.upperBound].isSpeech
        else { return false }
        return party.mentions.allSatisfy {
            document.annotated.mentions[$0].agencyKind == .press
        }
    }

    /// Whether somebody whom the document doesn't know acts in the clause: "rằng Bini đã gặp".
    private func isStranger(at index: Int, before start: Int) -> Bool {
        guard index + 1 < start, pieces[index].kind == .other, pieces[index].range.count < 5,
            document.annotated.tokens[pieces[index].range.lowerBound].isCapital
        else { return false }
        return pieces[index + 1..<start].allSatisfy { $0.kind == .word && !$0.word.isEvent }
    }

    /// Whether a party is where something is: "tại Phủ Toàn quyền", "sang Lào".
    private func isPlace(_ party: MeetingParty) -> Bool {
        var before = party.pieces.lowerBound - 1
        guard before >= 0 else { return false }
        while isCountry(party), before > 1, pieces[before].isComma || pieces[before].role == .and,
            pieces[before - 1].isMention, reader.mention(before - 1).kind == .country
        {
            before -= 2
        }
        if pieces[before].role == .motion || pieces[before].role == .visit {
            return isCountry(party)
        }
        if pieces[before].kind == .other, pieces[before].range.count <= 3 { before -= 1 }
        return before >= 0 && before < party.pieces.lowerBound - 1 && pieces[before].role == .at
    }

    /// Whether a party behind a comma is the state of the place before: "ở Vinh, Việt Nam".
    private func isPlace(_ party: MeetingParty, after comma: Int) -> Bool {
        comma > 1 && isCountry(party) && pieces[comma - 1].kind == .other
            && pieces[comma - 2].role == .at
    }

    /// Whether several without names are meant.
    private func isCounted(_ party: MeetingParty) -> Bool {
        pieces[party.pieces].contains { $0.role == .plural }
    }

    func isCountry(_ party: MeetingParty) -> Bool {
        party.mentions.allSatisfy { document.annotated.mentions[$0].kind == .country }
    }

    /// Whether a visit stands right before: its owner acts in what follows, "chuyến thăm của A … dự".
    private func isVisitNoun(endingAt index: Int) -> Bool {
        var before = index
        while before >= 0, before > index - 4 {
            if pieces[before].word.kind == .visit { return true }
            guard
                pieces[before].isMention || pieces[before].role == .motion
                    || pieces[before].kind == .other
            else { return false }
            before -= 1
        }
        return false
    }

    private func isSubject(_ party: MeetingParty, isChained: Bool) -> Bool {
        let before = party.pieces.lowerBound - 1
        guard before >= 0 else { return true }
        let piece = pieces[before]
        // "về việc A thăm": a clause of its own.
        if opensContent(piece) { return true }
        if piece.word.isOblique || piece.role == .by || piece.role == .within
            || piece.role == .outcome
        {
            // "đoàn của A" acts for A.
            return piece.role == .of && before > 0 && pieces[before - 1].role == .delegation
                && !isChained
        }
        if !isChained { return true }
        if piece.isComma || piece.isSemicolon || piece.isClosing || piece.isQuote || piece.isDash {
            // In a list nothing acts: "A; B, …".
            let next = party.pieces.upperBound
            guard next < pieces.count, pieces[next].isComma || pieces[next].isSemicolon else {
                return true
            }
            return next + 1 < pieces.count && pieces[next + 1].word.isPredicate
        }
        switch piece.role {
        case .clause, .speech, .evaluates: return true
        case .carries: return namesOfficial(party)
        case .and: return before == 0 || !pieces[before - 1].isMention
        default: return piece.kind == .date || piece.kind == .other && before == 0
        }
    }

    /// Whether a clause says behind a word what something is about: "về việc".
    func opensContent(_ piece: MeetingPiece) -> Bool {
        piece.role == .about && piece.range.count > 1
            && document.annotated.tokens[piece.range.upperBound - 1].key == Self.matter
    }

    private static let matter = WordKey("việc")

    /// Reads "đoàn X do N dẫn đầu" backwards from its last word.
    private func delegation(endingAt last: Int) -> ([Int], Int)? {
        var index = last - 1
        while index >= 0, index > last - 24 {
            if pieces[index].role == .by,
                let (leaders, end) = reader.leaders(at: index, limit: last + 1),
                end == last + 1
            {
                var members = leaders
                var first = index
                if index > 0, pieces[index - 1].isMention {
                    members.insert(pieces[index - 1].index, at: 0)
                    first = reader.skipFillers(before: index - 1)
                }
                return (members, first)
            }
            if pieces[index].isSemicolon { return nil }
            index -= 1
        }
        return nil
    }

    /// Reads the subject of the main clause behind a phrase that opens the sentence.
    func subject(after start: Int) -> MeetingParty? {
        var index = start
        var commas = 0
        while index < pieces.count, commas < 4 {
            let piece = pieces[index]
            if piece.isStop || piece.isSemicolon || piece.isColon { return nil }
            if piece.isComma {
                commas += 1
                if let party = reader.party(from: index + 1, isFronted: false),
                    party.pieces.upperBound < pieces.count
                {
                    let next = pieces[party.pieces.upperBound]
                    let filler = pieces[index + 1]
                    if filler.isMention || filler.role != .none, !isPlace(party, after: index),
                        next.word.isPredicate || next.kind == .other || next.role == .clause
                            || next.kind == .date || next.isWith || next.word.isEvent
                    {
                        return party
                    }
                }
            }
            index += 1
        }
        return nil
    }
}
