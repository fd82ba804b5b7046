import BangGiaoModel

extension MeetingBuilder {
    /// Returns the words for meetings that led to none of the drafts.
    func omissions(in document: ResolvedDocument, drafts: [MeetingDraft]) -> [OmittedTrigger] {
        let told = Set(drafts.flatMap(\.triggers))
        var result: [OmittedTrigger] = []
        forEachSentence(of: document) { sentence, frames in
            frames.forEachReading { event, candidates in
                guard let event else { return }
                let tokens = sentence.pieces[event.first].range
                if told.contains(tokens.lowerBound) { return }
                result.append(
                    OmittedTrigger(
                        kind: .meeting, reason: frames.reason(event, candidates), tokens: tokens,
                        sentence: sentence.tokens))
            }
        }
        return result
    }
}

extension MeetingFrames {
    /// Why an event gave no meeting: what the words around say, else the slot that stayed empty.
    fileprivate func reason(
        _ event: Event, _ candidates: [MeetingCandidate]
    ) -> Omission.Reason {
        if candidates.contains(where: \.isCalledOff) { return .unreal }
        if let candidate = candidates.first {
            if candidate.form == .reference { return .noAntecedent }
            return candidate.form == .visit && candidate.goals.isEmpty ? .noGoal : .noOtherSide
        }
        let subject = subject(before: event.start)
        if isDenied(event, subject: subject) { return .unreal }
        if event.isPlural { return .general }
        if event.word.kind == .visit {
            return placeOrCountry(after: event) ? .noSubject : .noGoal
        }
        if event.word.role == .noun { return .noAntecedent }
        let slots = slots(after: event)
        if slots.object == nil, slots.between == nil, slots.of == nil, slots.dyad == nil {
            return event.isNoun ? .noAntecedent : .noObject
        }
        return .noSubject
    }

    private func placeOrCountry(after event: Event) -> Bool {
        pieces[min(event.last + 1, pieces.count)...].prefix(4).contains(where: \.isMention)
    }
}
