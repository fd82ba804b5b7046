import BangGiaoModel

extension MeetingFrames {
    /// Reads a partner behind a second verb or a subject matter: "điện đàm và bày tỏ sự ủng hộ đối
    /// với B", "thảo luận về ngân sách với B".
    func companion(from start: Int, of event: Event) -> MeetingParty? {
        guard !event.isNoun, event.word.role == .mutual else { return nil }
        for index in start..<min(start + 6, pieces.count) {
            let piece = pieces[index]
            if piece.isWith || isToward(piece) {
                guard index > start, let party = reader.party(from: index + 1, isFronted: false),
                    !party.isEmpty, party.both == nil, namesOfficial(party)
                else { return nil }
                return party
            }
            switch piece.kind {
            case .date: break
            case .other: if piece.range.count > 8 { return nil }
            case .word:
                if piece.word.isEvent || piece.role == .clause || piece.role == .of
                    || piece.isAdjunct
                {
                    return nil
                }
            case .mention, .mark: return nil
            }
        }
        return nil
    }

    /// Whether a piece is "đối với" or the like, not "lên" or "cho".
    private func isToward(_ piece: MeetingPiece) -> Bool {
        piece.role == .toward
            && document.annotated.tokens[piece.range.upperBound - 1].key == Self.with
    }

    private static let with = WordKey("với")

    /// Whether a piece is "về", which opens a subject matter as well as a way home.
    func isAbout(_ piece: MeetingPiece) -> Bool {
        document.annotated.tokens[piece.range.lowerBound].key == Self.about
    }

    private static let about = WordKey("về")

    /// Whether a comma, a dash or "và" joins two subject matters in the name of a dialogue: "Đối
    /// thoại chính trị, an ninh và quốc phòng".
    func isTopic(beside index: Int, of event: Event) -> Bool {
        guard event.word.kind == .consultation, index > event.last, index + 1 < pieces.count
        else { return false }
        let mark = pieces[index]
        return (mark.isComma || mark.isDash || mark.role == .and)
            && (index - 1 == event.last || isTopic(pieces[index - 1]))
            && isTopic(pieces[index + 1])
    }

    private func isTopic(_ piece: MeetingPiece) -> Bool {
        piece.kind == .other && piece.range.count <= 4
    }

    /// Whether two states stand at a piece and "lần" behind: one of a series of dialogues.
    func isNumbered(_ event: Event, pair index: Int) -> Bool {
        guard event.word.kind == .consultation, event.word.isAbstract,
            let party = reader.party(from: index, isFronted: false), areStates(party),
            party.pieces.upperBound < pieces.count
        else { return false }
        let next = pieces[party.pieces.upperBound]
        return next.kind == .other
            && document.annotated.tokens[next.range.lowerBound].key == Self.time
    }

    private static let time = WordKey("lần")

    /// Whether "sau khi" or the like stands before a party: a clause begins with it.
    func opensClause(_ party: MeetingParty) -> Bool {
        let before = party.pieces.lowerBound - 1
        guard before >= 0, pieces[before].isAdjunct else { return false }
        return document.annotated.tokens[pieces[before].range.upperBound - 1].key == Self.when
    }

    private static let when = WordKey("khi")

    /// Whether a dash joins a person to the next name: "cuộc gặp Trump - Putin".
    func isJoinedByDash(_ index: Int) -> Bool {
        reader.mention(index).kind == .person && index + 1 < pieces.count
            && pieces[index + 1].isDash
    }

    /// Reads the two of "cuộc gặp Trump - Putin"; nil where the text doesn't know the second.
    func persons(from index: Int) -> MeetingParty? {
        guard index + 2 < pieces.count, pieces[index + 2].isMention,
            reader.mention(index + 2).kind == .person
        else { return nil }
        return MeetingParty(
            mentions: [pieces[index].index, pieces[index + 2].index], pieces: index..<index + 3)
    }

    /// Reads a dialogue of two states: between them, or of one who attends with the other state.
    func dialogue(
        _ event: Event, of dyad: MeetingParty, attendedBy subject: MeetingParty?
    ) -> MeetingCandidate? {
        let sides = attended(event, dyad: dyad, by: subject)
        var result = candidate(
            event, sides == nil ? .divided : .sides, sides ?? [dyad],
            frame: sides == nil ? "dyad" : "attends", end: dyad.pieces.upperBound)
        if isNumbered(event, pair: dyad.pieces.lowerBound) { result?.isFirm = true }
        return result
    }

    /// The sides of a dialogue of two states that somebody of one attends: he, and the other state.
    private func attended(
        _ event: Event, dyad: MeetingParty, by subject: MeetingParty?
    ) -> [MeetingParty]? {
        guard event.governor == .attend || event.governor == .chair, let subject,
            namesPerson(subject), Set(subject.mentions.map(country)).count == 1,
            let own = subject.mentions.first.flatMap(country)
        else { return nil }
        let others = dyad.mentions.filter { country($0) != own }
        guard others.count == 1, dyad.mentions.count == 2 else { return nil }
        return [subject, MeetingParty(mentions: others, pieces: dyad.pieces)]
    }

    /// Whether a word in brackets says where somebody stands in a picture: "A (trái) đón B".
    func isPictured(_ party: MeetingParty) -> Bool {
        let open = party.pieces.upperBound
        guard open < pieces.count, pieces[open].isOpening else { return false }
        return pieces[open...].prefix(8).prefix { !$0.isClosing }.contains { piece in
            piece.range.contains { Self.hands.contains(document.annotated.tokens[$0].key) }
        }
    }

    private static let hands: Set<WordKey> = [WordKey("trái"), WordKey("phải")]

    /// Reads "A mời đại diện Đại sứ quán B lên làm việc".
    func calledIn(_ event: Event) -> MeetingCandidate? {
        guard !event.isNoun, event.word.kind == .workingSession else { return nil }
        var last = event.start - 1
        while last >= 0, pieces[last].role == .toward || pieces[last].role == .motion { last -= 1 }
        guard last >= 0, last < event.start - 1, pieces[last].isMention,
            isMission(reader.mention(last))
        else { return nil }
        let guest = reader.party(endingAt: last)
        var first = guest.pieces.lowerBound - 1
        if first >= 0, pieces[first].role == .leaders { first -= 1 }
        guard first >= 0, pieces[first].role == .invites, let caller = subject(before: first) else {
            return nil
        }
        guard first == 0 || pieces[first - 1].role != .negated else { return nil }
        var result = MeetingCandidate(
            form: .sides, kind: .workingSession, parties: [caller, guest], sentence: number,
            trigger: event.first, frame: "called")
        result.tense = tense(of: event, subject: caller, end: event.last + 1)
        return result
    }

    private func isMission(_ mention: Mention) -> Bool {
        // "đại diện Đại sứ quán B" is an office there.
        mention.agencyKind == .embassy || document.isEnvoy(mention)
            || mention.offices.contains {
                $0.agency.map { document.annotated.mentions[$0].agencyKind } == .embassy
            }
    }
}
