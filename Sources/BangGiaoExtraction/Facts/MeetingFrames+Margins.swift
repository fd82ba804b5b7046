import BangGiaoModel

/// Conferences at whose edge something else happened.
extension MeetingFrames {
    /// Reads "A gặp B bên lề hội nghị ASEAN tại Viêng Chăn": the conference at which both were, of
    /// the body that holds it; where nobody is named, with the state where it is.
    func aside(
        _ event: Event, _ gathering: MeetingCandidate, named: [MeetingParty], end: Int
    ) -> [MeetingCandidate] {
        guard isBeside(event), isBody(named) else { return [] }
        let guests = guests(before: event)
        guard !isAhead(event, from: guests.first) else { return [] }
        var result = gathering
        result.frame = "margin"
        result.parties = named + guests
        if guests.isEmpty {
            guard let host = host(from: end) else { return [] }
            result.parties.append(host)
            result.host = host
        }
        result.isCircumstance = true
        let isPlanned = tense(of: event, subject: guests.first, end: end) == .planned
        result.tense = isPlanned ? .planned : .done
        return [result] + [words(before: event)].compactMap(\.self)
    }

    /// Whether "bên lề" stands before an event, not "trước thềm".
    private func isBeside(_ event: Event) -> Bool {
        pieces[..<event.start].last { $0.role == .margin }.map {
            document.annotated.tokens[$0.range.lowerBound].key == Self.beside
        } ?? false
    }

    private static let beside = WordKey("bên")

    /// Whether what happens beside it is only hoped for or planned.
    private func isAhead(_ event: Event, from guest: MeetingParty?) -> Bool {
        let first = min(guest?.pieces.lowerBound ?? 0, event.start)
        let isHoped = pieces[max(0, first - 1)..<event.start].contains {
            $0.role == .hypothetical || $0.role == .negated
        }
        guard !isHoped, let inner = pieces[..<event.start].lastIndex(where: { $0.word.isEvent })
        else { return isHoped }
        return isDenied(compound(at: inner), subject: nil)
    }

    /// Whether a conference is one international body's.
    private func isBody(_ named: [MeetingParty]) -> Bool {
        let bodies = named.flatMap(\.mentions).map { document.annotated.mentions[$0] }
        return bodies.count == 1 && bodies.allSatisfy { $0.entity >= 0 && $0.kind != .country }
    }

    /// Those who met beside a conference: of what stands right before it, who acts and whom he meets.
    private func guests(before event: Event) -> [MeetingParty] {
        if let words = spoken(before: event) { return [words.speaker, words.listener] }
        guard
            let index = pieces[..<event.start].lastIndex(where: {
                $0.word.isEvent || $0.role == .clause || $0.isSemicolon
            }), pieces[index].word.isEvent
        else { return [subject(before: event.start, isApart: true)].compactMap(\.self) }
        let inner = compound(at: index)
        let slots = slots(after: inner)
        if let between = slots.between ?? slots.dyad { return [between] }
        guard let acting = slots.of ?? subject(before: inner.start) else { return [] }
        return [acting, slots.object].compactMap(\.self)
    }

    /// The meeting of those who spoke with each other beside a conference: "A nói với B bên lề …".
    private func words(before event: Event) -> MeetingCandidate? {
        guard let (speaker, listener) = spoken(before: event) else { return nil }
        var result = MeetingCandidate(
            form: .sides, kind: .meeting, parties: [speaker, listener], sentence: number,
            trigger: event.start, frame: "told")
        result.tense = .done
        return result
    }

    private func spoken(
        before event: Event
    ) -> (speaker: MeetingParty, listener: MeetingParty)? {
        guard let found = told(before: event),
            pieces[found.listener.pieces.upperBound..<event.start].allSatisfy({
                $0.role == .margin || $0.kind == .date
            })
        else { return nil }
        return found
    }
}
