import BangGiaoModel

/// Reads the frames of one sentence: which phrase tells of an occasion, and who stands where.
///
/// The arguments are chosen by licensed slot: the subject before, the object after, "với", "giữa",
/// "của"; never just any name nearby.
struct MeetingFrames {
    let document: ResolvedDocument
    let sentence: MeetingSentence
    /// The number among the cut sentences.
    let number: Int
    let reader: MeetingPartyReader
    let lexicon: Lexicon

    init(document: ResolvedDocument, sentence: MeetingSentence, number: Int, lexicon: Lexicon) {
        self.document = document
        self.sentence = sentence
        self.number = number
        self.lexicon = lexicon
        reader = MeetingPartyReader(document: document, sentence: sentence)
    }

    var pieces: [MeetingPiece] { sentence.pieces }

    /// Returns what the sentence tells, in its order.
    func candidates() -> [MeetingCandidate] {
        var result: [MeetingCandidate] = []
        forEachReading { result += $1 }
        if let caption = caption() { result.append(caption) }
        return result
    }

    /// Calls a closure with each event of the sentence and what was read from it, which may be
    /// nothing; with no event where somebody only speaks at one told before.
    func forEachReading(_ body: (Event?, [MeetingCandidate]) -> Void) {
        var index = 0
        var governing = Governing()
        while index < pieces.count {
            let word = pieces[index].word
            guard word.isEvent else {
                if word.role == .opens { body(nil, opening(at: index)) }
                index += 1
                continue
            }
            var event = compound(at: index)
            if isSmall(event) {
                // "cuộc họp với B" is a meeting, "hội nghị thượng đỉnh với B" a session.
                event.word = MeetingWord(
                    role: .mutual, kind: event.word.isWeak ? .meeting : .session)
                body(event, encounters(event, governing: &governing))
                index = event.last + 1
                continue
            }
            switch word.role {
            case .visit:
                body(event, visits(event))
            case .noun:
                body(event, gatherings(event, governing: &governing))
            case .dative:
                body(event, [presentation(event)].compactMap(\.self))
            default:
                body(event, encounters(event, governing: &governing))
            }
            index = event.last + 1
        }
    }

    // MARK: Triggers

    /// One or more words that name one occasion: "tiếp và làm việc".
    struct Event {
        var first: Int
        var last: Int
        var word: MeetingWord
        /// The piece where the noun phrase begins; the first word where the event is a verb.
        var start: Int
        var isNoun: Bool
        var isPlural = false
        /// Whether a word of circumstance stands before it: "trong cuộc …".
        var isAdjunct = false
        /// Whether that word sets what follows inside the occasion: "tại", "trong khuôn khổ".
        var isWithin = false
        /// Whether a word such as "cuộc" or "buổi" stands before it.
        var isDetermined = false
        /// Whether that word sets it beside: "bên lề", "trước".
        var isMargin = false
        /// The verb before it: "có", "dự", "chủ trì".
        var governor: MeetingWord.Role = .none
    }

    func compound(at first: Int) -> Event {
        var word = pieces[first].word
        var last = first
        while last + 1 < pieces.count {
            var next = last + 1
            if pieces[next].role == .and || pieces[next].isComma { next += 1 }
            let hasConjunction = next > last + 1
            var isFull = false
            while next < pieces.count,
                pieces[next].isLight || pieces[next].role == .determiner
                    || pieces[next].role == .auxiliary || pieces[next].role == .done
            {
                isFull = true
                next += 1
            }
            guard word.role != .noun, next < pieces.count, pieces[next].word.isEvent,
                !(isFull && !hasConjunction),
                pieces[next].role != .noun, pieces[next].role != .dative,
                !(pieces[next].role == .visit && word.kind != .visit)
            else { break }
            let other = pieces[next].word
            if word.kind != .visit {
                let keepsSort = other.isWeak || word.kind == .courtesyCall && other.role == .direct
                if !keepsSort { word.kind = other.kind }
                if word.role == .mutual { word.role = other.role }
                word.isWeak = word.isWeak && other.isWeak
            }
            last = next
        }
        var event = Event(first: first, last: last, word: word, start: first, isNoun: false)
        var before = first - 1
        if before >= 0, pieces[before].isQuote { before -= 1 }
        if before >= 0, pieces[before].kind == .other, pieces[before].range.count <= 2 {
            before -= 1
        }
        if before >= 0, pieces[before].role == .determiner {
            event.isNoun = true
            event.isDetermined = true
            event.start = before
        } else {
            event.isNoun = word.isNoun
            event.isDetermined = word.isNoun
        }
        before = event.start - 1
        if before >= 0, pieces[before].isQuote { before -= 1 }
        while before >= 0, pieces[before].role == .plural || pieces[before].role == .each {
            event.isPlural = event.isPlural || pieces[before].role == .plural
            event.start = before
            before -= 1
        }
        if before >= 0, isOne(pieces[before]) {
            event.start = before
            before -= 1
        }
        guard before >= 0 else { return event }
        switch pieces[before].role {
        case .adjunct, .margin, .within, .outcome, .at:
            event.isAdjunct = true
            event.isWithin = pieces[before].role == .at || pieces[before].role == .within
            event.isMargin = pieces[before].role == .margin
            if word.role != .visit || event.isNoun || pieces[before].isAdjunct {
                event.isNoun = true
            }
        case .takesPlace:
            // "đã diễn ra hội đàm"
            event.isNoun = true
            event.governor = .takesPlace
        case .light, .holds, .attend, .chair, .witness:
            event.governor = pieces[before].role
            event.isNoun = true
        default: break
        }
        return event
    }

    /// Whether a piece is the article "một".
    private func isOne(_ piece: MeetingPiece) -> Bool {
        piece.kind == .other && piece.range.count == 1
            && document.annotated.tokens[piece.range.lowerBound].key == Self.one
    }

    private static let one = WordKey("một")

    // MARK: The clause around

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
                } else if isSubject(party, isChained: isChained) {
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
