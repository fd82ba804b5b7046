import BangGiaoModel

extension ConsensusReader {
    /// "Hai bên nhất trí": the parties of the meeting under way.
    func agreed(
        _ word: PairWord, _ subject: AgreementSentence.Group, _ verb: Range<Int>,
        in sentence: AgreementSentence
    ) -> AgreementDraft? {
        let date = date(before: verb, in: sentence)
        var wanted = AgreementFocus.Wanted(
            date: date, isLeaders: word == .leaders, isOpened: true)
        // "Lãnh đạo Mỹ - Trung gặp nhau, hai nước nhất trí": the nations of the sentence.
        let nations =
            word == .nations
            ? sentence.groups.last {
                $0.range.upperBound <= subject.range.lowerBound && !sentence.isGoverned($0)
                    && focus.rollUp.states(of: $0.entities).count == 2
            }.map { focus.rollUp.states(of: $0.entities) } : nil
        wanted.states = nations ?? []
        var meeting = focus.meeting(at: sentence.number, wanted)
        if meeting == nil, nations == nil, focus.recentPair(before: sentence.number) == nil {
            wanted.isOpened = false
            meeting = focus.meeting(at: sentence.number, wanted)
        }
        if let meeting {
            let sides = focus.meetings[meeting].sides
            let states = focus.rollUp.states(of: sides.flatMap { $0 })
            let isTwo = focus.rollUp.sides(of: sides.flatMap { $0 }).count == 2
            let isAsMany =
                if case .several(let count) = word { states.count == count } else { true }
            if isAsMany, word.isMany || isTwo || states.count == 2 || sides.count == 2 {
                let parties = focus.parties(of: meeting)
                if subject.isLed, word == .nations,
                    let nations = focus.nations(at: sentence.number), nations != parties
                {
                    // "Lãnh đạo cấp cao hai nước": not these sides.
                    return draft(
                        nations, meeting: nil, date: date, verb, in: sentence,
                        rule: "agreement.consensus.leaders")
                }
                if let parties {
                    return draft(
                        parties, meeting: meeting, date: date, verb, in: sentence,
                        rule: "agreement.consensus.pair")
                }
            }
        }
        // Those who signed a moment ago.
        if word != .nations,
            let signed = earlier.last(where: {
                $0.sentence <= sentence.number && sentence.number - $0.sentence <= 4
                    && ($0.status == .signed || $0.status == .agreed) && $0.kind != .partnership
                    && focus.isSameStory($0.sentence, sentence.number)
            }), (signed.parties.count == 2) == !word.isMany,
            focus.recentPair(
                before: sentence.number, depth: sentence.number - signed.sentence - 1) == nil
        {
            return draft(
                signed.parties, meeting: nil, date: date ?? signed.date, verb, in: sentence,
                rule: "agreement.consensus.signers")
        }
        if case .several(let count) = word,
            let states = focus.recentStates(before: sentence.number, count: count)
        {
            return draft(
                states, meeting: nil, date: date, verb, in: sentence,
                rule: "agreement.consensus.several")
        }
        guard !word.isMany, word != .bodies,
            let pair = named(before: subject.range.lowerBound, in: sentence)
                ?? (word == .nations
                    ? focus.nations(at: sentence.number) : focus.pair(at: sentence.number))
        else { return nil }
        return draft(
            pair, meeting: nil, date: date, verb, in: sentence,
            rule: "agreement.consensus.nations")
    }

    /// The pair that the sentence names before: "Nga và Nhật Bản …, hai nước nhất trí".
    private func named(before index: Int, in sentence: AgreementSentence) -> [Int]? {
        for group in sentence.groups.reversed() where group.range.upperBound <= index {
            let states = focus.rollUp.states(of: group.entities)
            if states.count == 2 { return states }
        }
        return nil
    }

    /// "A và B nhất trí".
    func agreed(
        _ entities: [Int], _ subject: AgreementSentence.Group, _ verb: Range<Int>,
        in sentence: AgreementSentence
    ) -> AgreementDraft? {
        let date = date(before: verb, in: sentence)
        let states = focus.rollUp.states(of: entities)
        let meeting = focus.meeting(
            at: sentence.number, .init(states: states, isExact: true, date: date))
        if let meeting, states.count > 1, !subject.isLed, let parties = focus.parties(of: meeting) {
            return draft(
                parties, meeting: meeting, date: date, verb, in: sentence,
                rule: "agreement.consensus.named.meeting")
        }
        guard let parties = focus.rollUp.level(focus.rollUp.sides(of: entities)) else { return nil }
        return draft(
            parties, meeting: nil, date: date, verb, in: sentence,
            rule: "agreement.consensus.named")
    }

    /// "Được thống nhất hồi năm ngoái giữa A và B", "thỏa thuận đạt được giữa A và B".
    func between(_ verb: Range<Int>, in sentence: AgreementSentence) -> AgreementDraft? {
        let isAgreed = sentence.hits.contains { agreed in
            agreed.cue == .agree && agreed.start == verb.lowerBound
                && sentence.hits.contains { $0.cue == .end && $0.end == agreed.start }
        }
        guard isAgreed || isReachedBefore(verb, in: sentence),
            let between = sentence.firstHit(from: verb.upperBound, where: { $0 == .between }),
            between.start - verb.upperBound <= 4,
            !sentence.containsMark(stretch(verb.upperBound, between.start), [",", ";"]),
            let group = sentence.object(of: between), group.pair == nil,
            focus.rollUp.states(of: group.entities).count > 1,
            let parties = focus.rollUp.level(focus.rollUp.sides(of: group.entities))
        else { return nil }
        return draft(
            parties, meeting: nil,
            date: focus.date(in: stretch(verb.upperBound, between.start)), verb, in: sentence,
            rule: "agreement.consensus.between")
    }

    /// "A nhất trí … với B", where the two met; "A đạt được thỏa thuận với B" also where not.
    func withPartner(
        _ entities: [Int], _ subject: AgreementSentence.Group, _ verb: Range<Int>,
        in sentence: AgreementSentence
    ) -> AgreementDraft? {
        guard
            let with = sentence.hits.first(where: {
                $0.cue == .with
                    && $0.start
                        >= (opensClause(verb, in: sentence) ? verb : subject.range).upperBound
            }),
            let partner = sentence.object(of: with), partner.pair == nil,
            partner.range.lowerBound > verb.lowerBound
                || verb.lowerBound - partner.range.upperBound <= 3
                    && !sentence.containsMark(
                        stretch(partner.range.upperBound, verb.lowerBound), [","])
        else { return nil }
        let cue = sentence.hits.first { $0.start == verb.lowerBound }?.cue
        let isReached = cue == .reach
        guard cue == .agree || isReached else { return nil }
        let between = stretch(verb.upperBound, partner.range.lowerBound)
        guard between.count <= 8, !sentence.containsMark(between, [",", ";"]) else { return nil }
        let all = entities + partner.entities
        let states = focus.rollUp.states(of: all)
        let date = date(before: verb, in: sentence)
        guard states.count == 2 else { return nil }
        if let meeting = focus.meeting(at: sentence.number, .init(states: states, date: date)),
            let parties = focus.parties(of: meeting)
        {
            return draft(
                parties, meeting: meeting, date: nil, verb, in: sentence,
                rule: "agreement.consensus.with")
        }
        guard isReached, let parties = focus.rollUp.level(focus.rollUp.sides(of: all)) else {
            return nil
        }
        return draft(
            parties, meeting: nil, date: date, verb, in: sentence,
            rule: "agreement.consensus.reached")
    }

    /// "A nhất trí với đề xuất của B", where the two met.
    func assent(
        _ entities: [Int], _ verb: Range<Int>, in sentence: AgreementSentence
    ) -> AgreementDraft? {
        guard
            let proposal = sentence.hits.first(where: {
                $0.cue == .proposal && $0.start >= verb.upperBound
                    && $0.start <= verb.upperBound + 4
            }),
            let partner = sentence.groups.first(where: {
                $0.range.lowerBound > proposal.end && $0.range.lowerBound <= proposal.end + 2
            }), partner.pair == nil
        else { return nil }
        let states = focus.rollUp.states(of: entities + partner.entities)
        guard states.count == 2,
            let meeting = focus.meeting(
                at: sentence.number, .init(states: states, isExact: true, isOpened: true)),
            let parties = focus.parties(of: meeting)
        else { return nil }
        return draft(
            parties, meeting: meeting, date: nil, verb, in: sentence,
            rule: "agreement.consensus.assent")
    }

    /// "Những nội dung đã thống nhất tại buổi tham vấn …": the meeting that the sentence tells of.
    func passive(_ verb: Range<Int>, in sentence: AgreementSentence) -> AgreementDraft? {
        let isConference = sentence.hits.contains {
            $0.cue == .conference && $0.end <= verb.lowerBound
                && opensClause($0.start, in: sentence) && !isInside($0.start, in: sentence)
        }
        // "Cam kết trong …": a promise by itself, not what was reached at a meeting.
        let isPromise = sentence.hits.contains {
            $0.cue == .commit && $0.start == verb.lowerBound
        }
        let isRelative = sentence.hits.contains {
            ($0.cue == .at || $0.cue == .inside && !isPromise) && $0.start == verb.upperBound
        }
        guard isConference || isRelative,
            let meeting = focus.meeting(
                at: sentence.number,
                .init(isConference: isConference, isLocal: !isConference)),
            let parties = focus.parties(of: meeting)
        else { return nil }
        return draft(
            parties, meeting: meeting, date: isConference ? date(before: verb, in: sentence) : nil,
            verb, in: sentence, rule: "agreement.consensus.passive")
    }

    private func opensClause(_ index: Int, in sentence: AgreementSentence) -> Bool {
        index == sentence.sentence.tokens.lowerBound || sentence.tokens[index - 1].kind == .mark
    }

    private func isInside(_ index: Int, in sentence: AgreementSentence) -> Bool {
        sentence.groups.contains { $0.range.contains(index) }
    }

    /// The day told last before the verb, unless it belongs to what was agreed earlier.
    func date(before verb: Range<Int>, in sentence: AgreementSentence) -> PartialDate? {
        let start = sentence.sentence.tokens.lowerBound
        let other = sentence.lastHit(before: verb.lowerBound) { $0 == .agree }
        let date = focus.date(
            in: stretch(other?.end ?? start, verb.lowerBound),
            from: other == nil ? [";"] : [",", ";"], sentence)
        guard let date, date.end == nil, date.start.month == nil else { return date }
        // A year by itself more often names a plan than the day of an act.
        return focus.date(in: stretch(start, min(start + 4, verb.lowerBound))) == date ? date : nil
    }

    func draft(
        _ parties: [Int], meeting: Int?, date: PartialDate?, _ verb: Range<Int>,
        in sentence: AgreementSentence, rule: String
    ) -> AgreementDraft? {
        guard parties.count > 1 else { return nil }
        let held = meeting.flatMap { focus.meetings[$0].date }
        // The day that the sentence gives, where it opens with it or lies within the meeting's.
        let opening = sentence.sentence.tokens.lowerBound
        let isOpening = date != nil && focus.date(in: stretch(opening, opening + 6)) == date
        let exact = date.flatMap { own in
            held.map { $0.covers(own) || isOpening && !own.covers($0) ? own : $0 } ?? own
        }
        return AgreementDraft(
            kind: .consensus, parties: parties, date: exact ?? held, status: .agreed,
            meeting: meeting, section: sentence.sentence.section, story: sentence.sentence.story,
            sentence: sentence.number, evidence: sentence.sentence.tokens, rule: rule, trigger: verb
        )
    }
}
