import BangGiaoModel

/// Whose ceremonies are that name one side: the guest welcomed, the one mourned.
extension MeetingFrames {
    /// Reads "lễ đón B" with the host before or behind; of those told of elsewhere where it names
    /// no guest: "Sau lễ đón, hai bên hội đàm".
    func welcome(_ event: Event) -> [MeetingCandidate] {
        var index = event.last + 1
        if index < pieces.count, pieces[index].kind == .other, pieces[index].range.count <= 3 {
            index += 1
        }
        guard let guest = reader.party(from: index, isFronted: false) else {
            let speaker =
                event.isWithin
                ? subject(after: event.last + 1) ?? subject(before: event.start) : nil
            return event.isAdjunct ? [told(event, speaker: speaker)].compactMap(\.self) : []
        }
        let host =
            subject(before: event.start)
            ?? participants(from: guest.pieces.upperBound).parties.first
        guard let host else {
            var open = candidate(
                event, .sides, [guest], frame: "open", end: guest.pieces.upperBound
            )
            open?.isOpen = true
            open?.goals = [arrivalGoal(after: guest.pieces.upperBound)].compactMap(\.self)
            return [open].compactMap { $0 }
        }
        return [
            candidate(
                event, .sides, [host, guest], frame: "welcome", end: guest.pieces.upperBound)
        ].compactMap { $0 }
    }

    /// Whether an official meets the guest where he lands: "A ra sân bay đón B".
    func isAtAirport(_ event: Event, host: MeetingParty, guest: MeetingParty) -> Bool {
        guard event.word.sort == .welcome, event.word.role == .host, namesPerson(host),
            namesPerson(guest)
        else { return false }
        let before = pieces[min(host.pieces.upperBound, event.start)..<event.start]
        let behind = pieces[guest.pieces.upperBound...].prefix(4)
        return (before + pieces[event.first...event.last] + behind).contains { piece in
            let tokens = document.annotated.tokens[piece.range]
            return zip(tokens, tokens.dropFirst()).contains {
                $0.key == Self.yard && $1.key == Self.flight
            }
        }
    }

    private static let yard = WordKey("sân")
    private static let flight = WordKey("bay")

    /// Who receives a guest in a sentence that opens with the verb: "Ra đón A tại sân bay có B và C".
    func receivers(of guest: MeetingParty, _ event: Event) -> MeetingParty? {
        guard event.word.sort == .welcome, event.word.role == .host, !event.isNoun else {
            return nil
        }
        for index in guest.pieces.upperBound..<min(guest.pieces.upperBound + 7, pieces.count) {
            let piece = pieces[index]
            if piece.isLight || piece.isColon {
                return reader.party(from: index + 1, isFronted: false)
            }
            guard
                piece.role == .at || piece.role == .auxiliary || piece.role == .spouse
                    || piece.kind == .date || piece.kind == .other
                    || piece.isMention && reader.mention(index).kind == .country
            else { return nil }
        }
        return nil
    }

    /// A ceremony without its other side: one told of elsewhere.
    private func told(_ event: Event, speaker: MeetingParty?) -> MeetingCandidate? {
        guard !isDenied(event, subject: nil) else { return nil }
        var result = MeetingCandidate(
            form: .reference, kind: .ceremony, sentence: number, trigger: event.first,
            frame: "named")
        result.sort = event.word.sort
        result.speaker = speaker
        result.tense = tense(of: event, subject: speaker, end: event.last + 1)
        return result
    }

    /// Where a guest is welcomed: "lễ đón A tới Lào", "lễ đón A diễn ra tại Viêng Chăn".
    private func arrivalGoal(after start: Int) -> MeetingCandidate.Goal? {
        for index in start..<min(start + 9, pieces.count) {
            let piece = pieces[index]
            if piece.isSemicolon || piece.isStop { return nil }
            guard piece.role == .motion || piece.role == .at || piece.role == .visit,
                index + 1 < pieces.count
            else { continue }
            let next = pieces[index + 1]
            if next.isMention, reader.mention(index + 1).kind == .country {
                let entity = reader.mention(index + 1).entity
                return entity < 0
                    ? nil : .init(entity: entity, tokens: next.range, piece: index + 1)
            }
            if next.kind == .other, let goal = placeGoal(next.range, piece: index + 1) {
                return goal
            }
        }
        return nil
    }

    /// Reads "A dự lễ tang B": the mourners, and the state of the one mourned.
    func mourning(_ event: Event, acting: MeetingParty?, name: Int) -> MeetingCandidate? {
        let speaker = event.isWithin ? subject(after: name) ?? subject(before: event.start) : nil
        guard let mourner = acting ?? speaker else { return nil }
        if let state = loneState(event.last + 1..<name) ?? mournedState(at: name) {
            return candidate(
                event, .sides, [mourner, state], frame: "mourns", end: name)
        }
        return told(event, speaker: mourner)
    }

    /// The state of the one mourned: "dự lễ quốc tang nguyên Chủ tịch nước A".
    private func mournedState(at name: Int) -> MeetingParty? {
        var index = name
        while index < pieces.count, index < name + 3 {
            let piece = pieces[index]
            if piece.isMention {
                let entity = reader.mention(index).entity
                guard entity >= 0, document.entities[entity].kind == .person,
                    let code = document.entities[entity].country,
                    let state = document.countryEntity[code],
                    let mention = document.annotated.mentions.firstIndex(where: {
                        $0.entity == state
                    })
                else { return nil }
                return MeetingParty(mentions: [mention], pieces: index..<index + 1)
            }
            guard piece.kind == .other || piece.role == .of else { return nil }
            index += 1
        }
        return nil
    }
}
