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
}
