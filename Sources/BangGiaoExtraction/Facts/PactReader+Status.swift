import BangGiaoModel

extension PactReader {
    /// Returns how far a document has come; nil where it is denied or only wished for.
    func status(of phrase: PactPhrase, in sentence: AgreementSentence) -> Agreement.Status? {
        let start = sentence.sentence.tokens.lowerBound
        let anchor = phrase.act.map { min($0.start, phrase.noun.start) } ?? phrase.noun.start
        let before = stretch(max(start, anchor - 6), anchor)
        if isCut(before, in: sentence, by: .negated) { return nil }
        let isWished = isCut(before, in: sentence, by: .wish)
        let isPlanned = isCut(stretch(max(start, anchor - 8), anchor), in: sentence, by: .planned)
        let isNegotiated = isCut(before, in: sentence, by: .negotiate)
        if let act = phrase.act {
            let between = stretch(min(act.end, phrase.noun.end), max(act.start, phrase.noun.start))
            if sentence.contains(between, where: { $0 == .planned }) { return .planned }
            if phrase.isPassive,
                sentence.contains(
                    stretch(phrase.name.upperBound, act.start),
                    where: {
                        $0 == .planned || $0 == .negotiate
                    })
            {
                return .planned
            }
            if isWished || isNegotiated { return phrase.isSpecific ? .planned : nil }
            if isPlanned { return .planned }
            switch act.cue {
            case .sign, .signing: return .signed
            case .exchange:
                return phrase.kind == .other && phrase.noun.cue != .accord ? .agreed : .signed
            case .issue, .reach: return .agreed
            default: return .existing
            }
        }
        if isNegotiated { return .planned }
        if isWished { return phrase.isSpecific ? .existing : nil }
        if isPlanned, !sentence.contains(before, where: { $0 == .apply }) { return .planned }
        return .existing
    }

    /// Whether a cue stands in a range without a comma between it and the range's end.
    private func isCut(
        _ range: Range<Int>, in sentence: AgreementSentence, by cue: AgreementCue
    ) -> Bool {
        guard
            let hit = sentence.hits.last(where: {
                $0.cue == cue && range.contains($0.start) && $0.end <= range.upperBound
            })
        else { return false }
        let marks: [Unicode.Scalar] = cue == .planned ? [";"] : [",", ";"]
        return !sentence.containsMark(stretch(hit.end, range.upperBound), marks)
    }

    func draft(
        _ phrase: PactPhrase, _ status: Agreement.Status, _ tie: Tie,
        in sentence: AgreementSentence
    ) -> AgreementDraft {
        let isMade = status == .signed || status == .agreed
        let own = ownDate(phrase, in: sentence)
        var meeting: Int?
        if isMade || status == .planned && phrase.act?.cue == .issue {
            meeting = focus.meeting(
                at: sentence.number,
                .init(
                    states: focus.rollUp.states(of: tie.parties), date: own,
                    isSigning: phrase.act?.cue == .signing))
            if status == .planned, let found = meeting, focus.meetings[found].kind != .session {
                meeting = nil
            }
        }
        var held = isMade ? meeting.flatMap { focus.meetings[$0].date } : nil
        if isMade, held == nil {
            // "Sau hội đàm …": the day of the talks.
            held = focus.meeting(
                at: sentence.number,
                .init(states: focus.rollUp.states(of: tie.parties), isDated: true)
            ).flatMap { focus.meetings[$0].date }
        }
        let hasTitle = phrase.isSpecific || phrase.kind == .statement
        return AgreementDraft(
            kind: phrase.kind, parties: tie.parties,
            signatories: status == .signed ? tie.signatories : [],
            title: hasTitle && !(phrase.isPlural && !phrase.isCapital)
                ? focus.resolved.annotated.text(phrase.name) : nil,
            date: status == .planned ? nil : own ?? held, status: status, meeting: meeting,
            section: sentence.sentence.section, story: sentence.sentence.story,
            sentence: sentence.number, evidence: sentence.sentence.tokens,
            rule: "agreement.document." + tie.rule + suffix(phrase), confidence: tie.confidence)
    }

    private func suffix(_ phrase: PactPhrase) -> String {
        phrase.isGeneric ? ".general" : phrase.isPlural ? ".several" : ""
    }

    /// "… ký năm 2015", "… ngày 5/6": the date beside the document or its verb.
    private func ownDate(_ phrase: PactPhrase, in sentence: AgreementSentence) -> PartialDate? {
        let bounds = sentence.sentence.tokens
        let end = min(max(phrase.name.upperBound, phrase.act?.end ?? 0) + 5, bounds.upperBound)
        if let date = focus.date(in: stretch(phrase.noun.end, end)) { return date }
        if let act = phrase.act, act.start < phrase.noun.start, bounds.lowerBound < act.start {
            let range = stretch(max(bounds.lowerBound, act.start - 25), act.start)
            return focus.date(in: range)
        }
        return nil
    }
}
