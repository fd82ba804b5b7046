import BangGiaoModel

extension PactReader {
    /// Returns how far a document has come; nil where it is denied or only wished for.
    func status(of phrase: PactPhrase, in sentence: AgreementSentence) -> Agreement.Status? {
        let start = sentence.sentence.tokens.lowerBound
        let anchor = phrase.act.map { min($0.start, phrase.noun.start) } ?? phrase.noun.start
        if hasCue(.negated, before: anchor, within: 6, in: sentence) { return nil }
        let isPurpose = hasCue(.purpose, before: anchor, within: 3, in: sentence)
        let isWished =
            isPurpose || hasCue(.wish, before: anchor, within: 16, in: sentence)
            || hasCue(.condition, before: anchor, within: 16, in: sentence)
        let isNegotiated = hasCue(.negotiate, before: anchor, within: 6, in: sentence)
        guard let act = phrase.act else {
            let isApplied = hasCue(.apply, before: anchor, within: 6, in: sentence)
            if isNegotiated, !isApplied { return .planned }
            if isWished, hasCue(.wish, before: anchor, within: 3, in: sentence) {
                return phrase.isSpecific ? .existing : nil
            }
            let isPlanned =
                hasCue(.planned, before: anchor, within: 8, in: sentence) && !isApplied
            return isPlanned ? .planned : .existing
        }
        if phrase.isPassive {
            let gap = stretch(phrase.name.upperBound, act.start)
            if sentence.contains(gap, where: { $0 == .negated }) { return nil }
            if isWished, !phrase.isSpecific { return nil }
            let isAhead = sentence.contains(gap) { $0 == .planned || $0 == .negotiate }
            return isAhead ? .planned : made(phrase, act)
        }
        if sentence.contains(stretch(max(start, anchor - 8), anchor), where: { $0 == .anniversary })
        {
            return made(phrase, act)
        }
        // "Nhất trí ký …", "sẽ … ký": not yet.
        let subject = sentence.groups.last {
            $0.range.upperBound <= act.start && !sentence.isGoverned($0)
        }
        let reach = stretch(max(start, subject?.range.upperBound ?? anchor - 8), act.start)
        if sentence.contains(reach, where: { $0 == .negated }) { return nil }
        let isHeld = sentence.hits.contains { $0.cue == .held && $0.end == act.start }
        let isAgreed = sentence.contains(reach) { $0 == .agree } && !isHeld && act.cue != .issue
        let isConditional = sentence.contains(
            stretch(phrase.name.upperBound, sentence.sentence.tokens.upperBound)
        ) { $0 == .condition }
        if isWished || isNegotiated || isAgreed || isConditional {
            // "… là lúc để thông qua các thỏa thuận": none in particular.
            return phrase.isSpecific && !(isPurpose && phrase.isPlural) ? .planned : nil
        }
        if sentence.contains(reach, where: { $0 == .planned })
            || hasCue(.planned, before: anchor, within: 8, in: sentence)
        {
            return .planned
        }
        return made(phrase, act)
    }

    private func made(_ phrase: PactPhrase, _ act: AgreementSentence.Hit) -> Agreement.Status {
        switch act.cue {
        case .sign, .signing: .signed
        case .exchange: phrase.noun.cue == .notes ? .agreed : .signed
        case .issue, .reach: .agreed
        default: .existing
        }
    }

    /// Whether a cue stands within some tokens before a token, in its clause.
    func hasCue(
        _ cue: AgreementCue, before anchor: Int, within count: Int, in sentence: AgreementSentence
    ) -> Bool {
        let start = max(sentence.sentence.tokens.lowerBound, anchor - count)
        guard
            let hit = sentence.hits.last(where: {
                $0.cue == cue && $0.start >= start && $0.end <= anchor
            })
        else { return false }
        let marks: [Unicode.Scalar] = cue == .planned ? [";"] : [",", ";"]
        return !sentence.containsMark(stretch(hit.end, anchor), marks)
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
                    isSigning: phrase.act?.cue == .signing,
                    maximumDistance: phrase.isWitnessed ? 40 : 6))
            if status == .planned, let found = meeting, focus.meetings[found].kind != .session {
                meeting = nil
            }
        }
        // A list of older documents gives its own days.
        let isOld =
            phrase.isSpecific && own == nil && !phrase.isWitnessed
            && focus.dateMention(
                in: stretch(phrase.name.upperBound, sentence.sentence.tokens.upperBound)) != nil
        var held = isMade && !isOld ? meeting.flatMap { focus.meetings[$0].date } : nil
        let hasDates = focus.dateMention(in: sentence.sentence.tokens) != nil
        if isMade, held == nil, !isOld, !hasDates || phrase.isWitnessed {
            // "Sau hội đàm …": the day of the talks.
            held = focus.meeting(
                at: sentence.number,
                .init(
                    states: focus.rollUp.states(of: tie.parties), isDated: true,
                    maximumDistance: 3)
            ).flatMap { focus.meetings[$0].date }
        }
        let hasTitle = !phrase.isGeneric && (phrase.isSpecific || phrase.kind == .statement)
        return AgreementDraft(
            kind: phrase.kind, parties: tie.parties,
            signatories: status == .signed ? tie.signatories : [],
            title: hasTitle && !(phrase.isPlural && !phrase.isCapital)
                ? focus.resolved.annotated.text(phrase.name) : nil,
            date: status == .planned ? nil : own ?? held, status: status, meeting: meeting,
            section: sentence.sentence.section, story: sentence.sentence.story,
            sentence: sentence.number, evidence: sentence.sentence.tokens,
            rule: "agreement.document." + tie.rule + suffix(phrase),
            trigger: phrase.noun.range)
    }

    private func suffix(_ phrase: PactPhrase) -> String {
        phrase.isGeneric ? ".general" : phrase.isPlural ? ".several" : ""
    }

    /// "… ký năm 2015", "… ngày 5/6": the date beside the document or its verb.
    private func ownDate(_ phrase: PactPhrase, in sentence: AgreementSentence) -> PartialDate? {
        let bounds = sentence.sentence.tokens
        let end = max(phrase.name.upperBound, phrase.act?.end ?? 0)
        let start = phrase.act?.start ?? phrase.noun.start
        // "Kỷ niệm 25 năm ký …": the days beside it are the anniversary's.
        if sentence.contains(
            stretch(max(bounds.lowerBound, start - 8), start), where: { $0 == .anniversary })
        {
            return jubilee(phrase, before: start, in: sentence)
        }
        // "Hiệp định … (1961)".
        let bracket = stretch(
            max(phrase.noun.end, phrase.name.upperBound - 6), phrase.name.upperBound)
        if sentence.containsMark(bracket, ["("]), let date = focus.date(in: bracket) { return date }
        // "… ký với Nga và Pháp năm 2015".
        let with = sentence.firstHit(from: end) { $0 == .with }
        let partner = with.flatMap { $0.start <= end + 1 ? sentence.object(of: $0) : nil }
        for start in [phrase.name.upperBound, end, partner?.range.upperBound ?? end] {
            let window = stretch(start, min(start + 7, bounds.upperBound))
            if sentence.contains(window, where: { $0 == .effect || $0 == .planned }) { continue }
            if let date = focus.date(in: window, upTo: [",", ";"], sentence) { return date }
        }
        if let act = phrase.act, act.start < phrase.noun.start {
            let range = stretch(max(bounds.lowerBound, act.start - 30), act.start)
            return focus.date(in: range, from: [";"], sentence)
        }
        return nil
    }

    /// "Năm 2019 kỷ niệm 25 năm ký Hiệp ước": the year of the jubilee less the years that passed.
    private func jubilee(
        _ phrase: PactPhrase, before start: Int, in sentence: AgreementSentence
    ) -> PartialDate? {
        guard let hit = sentence.lastHit(before: start, where: { $0 == .anniversary }),
            let number = stretch(hit.end, start).first(where: { sentence.tokens[$0].isNumber }),
            number + 1 < start, sentence.tokens[number + 1].key == Self.year
        else { return nil }
        let bounds = sentence.sentence.tokens
        let behind = stretch(
            phrase.name.upperBound, min(phrase.name.upperBound + 5, bounds.upperBound))
        guard
            let day = focus.date(in: behind)
                ?? focus.date(in: stretch(bounds.lowerBound, hit.start), from: [";"], sentence)
        else { return nil }
        return PartialDate(year: day.start.year - Int(sentence.tokens[number].value))
    }

    private static let year = WordKey("năm")
}
