import BangGiaoModel

extension PactReader {
    /// Returns the parties that the story tells, where the sentence leaves them unsaid.
    func underway(
        _ phrase: PactPhrase, _ status: Agreement.Status, in sentence: AgreementSentence
    ) -> Tie? {
        if let act = phrase.act {
            return act.cue == .issue
                ? adopted(phrase, act, in: sentence)
                : witnessed(phrase, act, in: sentence) ?? expected(phrase, status, in: sentence)
        }
        return told(phrase, in: sentence) ?? toldAfterVisit(phrase, in: sentence)
            ?? carriedOut(phrase, in: sentence)
            ?? negotiators(phrase, status, in: sentence)
            ?? negotiated(phrase, status, in: sentence)
    }

    /// "Hai Bộ trưởng chứng kiến lễ ký …": the parties of the meeting under way.
    private func witnessed(
        _ phrase: PactPhrase, _ act: AgreementSentence.Hit, in sentence: AgreementSentence
    ) -> Tie? {
        guard phrase.isWitnessed, act.cue != .reach, phrase.isSpecific || act.cue == .signing,
            let meeting = focus.meeting(at: sentence.number, .init(isSigning: true)),
            let parties = focus.parties(of: meeting)
        else { return nil }
        let hasWitness = sentence.contains(sentence.sentence.tokens) { $0 == .witness }
        guard hasWitness || focus.meetings[meeting].kind == .ceremony else { return nil }
        return Tie(parties: parties, rule: "witnessed")
    }

    /// "Hội nghị ra tuyên bố chung": the members of the group, or the conference's sides.
    private func adopted(
        _ phrase: PactPhrase, _ act: AgreementSentence.Hit, in sentence: AgreementSentence
    ) -> Tie? {
        guard phrase.kind == .statement, !phrase.isPlural else { return nil }
        if isOfOne(phrase, in: sentence) { return nil }
        let subject = sentence.groups.last {
            $0.range.upperBound <= act.start && !sentence.isGoverned($0)
        }
        if subject?.pair != nil { return nil }
        for group in sentence.groups.reversed() where group.range.upperBound <= act.start {
            for entity in group.entities {
                if let members = focus.rollUp.membersOfGroup[entity] {
                    return Tie(parties: members, rule: "members")
                }
                // The statement of one organisation binds nobody else.
                if focus.rollUp.isInternational(entity),
                    !sentence.isGoverned(group)
                {
                    return nil
                }
            }
        }
        // "Hội nghị giữa A và B kết thúc bằng một tuyên bố chung".
        for group in sentence.groups.reversed() where group.range.upperBound <= act.start {
            let states = focus.rollUp.states(of: group.entities)
            if states.count == 2 {
                return Tie(parties: states, rule: "between.meeting")
            }
        }
        // Who is named as acting must have sat there.
        let acting = subject.map { focus.rollUp.states(of: $0.entities) } ?? []
        guard
            let meeting = focus.meeting(at: sentence.number, .init(isConference: true)),
            let parties = focus.parties(of: meeting, asStates: true),
            focus.meetings[meeting].kind == .session || parties.count == 2,
            acting.allSatisfy(parties.contains)
        else { return nil }
        return Tie(parties: parties, rule: "session")
    }

    /// "Tuyên bố chung của các ngoại trưởng ASEAN": of one organisation, which binds nobody else.
    private func isOfOne(_ phrase: PactPhrase, in sentence: AgreementSentence) -> Bool {
        guard
            let of = sentence.firstHit(from: phrase.noun.end, where: { $0 == .of }),
            of.start <= phrase.tail, let owner = sentence.object(of: of)
        else { return false }
        return owner.entities.count == 1 && owner.entities.allSatisfy(focus.rollUp.isInternational)
    }

    /// "Tuyên bố chung sau chuyến thăm P của A": the states of the visit.
    private func toldAfterVisit(_ phrase: PactPhrase, in sentence: AgreementSentence) -> Tie? {
        guard phrase.kind == .statement, !phrase.isPlural, !phrase.isIndefinite,
            let meeting = focus.meetings.indices.first(where: { index in
                focus.meetings[index].kind == .visit
                    && focus.meetings[index].triggers.contains {
                        $0 > phrase.noun.end && $0 <= phrase.noun.end + 2
                    }
            }), let states = focus.parties(of: meeting, asStates: true), states.count == 2
        else { return nil }
        return Tie(parties: states, rule: "told.visit")
    }

    /// "Hai bên … triển khai Chương trình hành động giai đoạn …", "… thực hiện thỏa thuận về biên giới".
    private func carriedOut(_ phrase: PactPhrase, in sentence: AgreementSentence) -> Tie? {
        guard phrase.isSpecific, !phrase.isPlural, !phrase.isCharter, phrase.kind != .treaty,
            phrase.isCapital && phrase.kind != .other && phrase.kind != .statement
                || hasCue(.apply, before: phrase.noun.start, within: 8, in: sentence),
            let subject = sentence.groups.last(where: {
                $0.range.upperBound <= phrase.noun.start && $0.pair != nil
                    && !sentence.isGoverned($0)
            }), subject.pair?.isMany == false,
            let pair = subject.pair == .nations
                ? focus.nations(at: sentence.number) : focus.pair(at: sentence.number)
        else { return nil }
        return Tie(parties: pair, rule: "both.named")
    }

    /// "… sớm thỏa thuận được Hiệp định về …", where the sentence names both states in view.
    private func negotiated(
        _ phrase: PactPhrase, _ status: Agreement.Status, in sentence: AgreementSentence
    ) -> Tie? {
        guard status == .planned, phrase.isCapital, phrase.isSpecific, !phrase.isPlural,
            phrase.kind == .treaty || phrase.kind == .protocol || phrase.kind == .mou,
            let pair = focus.pair(at: sentence.number)
        else { return nil }
        let named = focus.statesNamed(in: sentence.number)
        let hasBoth = sentence.groups.contains {
            $0.range.upperBound <= phrase.noun.start && $0.pair?.isMany == false
        }
        guard hasBoth || named.count == 2 && pair.allSatisfy(named.contains) else { return nil }
        return Tie(parties: pair, rule: "negotiated")
    }
}

extension PactReader {
    /// "Cơ chế trao đổi thường niên được thiết lập từ năm 2004": a standing arrangement.
    func mechanisms(_ sentence: AgreementSentence) -> [AgreementDraft] {
        sentence.hits.compactMap { hit in
            guard hit.cue == .mechanism,
                let verb = sentence.firstHit(from: hit.end, where: { $0 == .establish }),
                verb.start - hit.end <= 8,
                !sentence.containsMark(stretch(hit.end, verb.start), [",", ";"]),
                sentence.contains(stretch(hit.end, verb.start), where: { $0 == .end }),
                let date = focus.date(
                    in: stretch(verb.end, min(verb.end + 8, sentence.sentence.tokens.upperBound))),
                let parties = keepers(of: hit, in: sentence)
            else { return nil }
            let passive = sentence.lastHit(before: verb.start) { $0 == .end }
            let name = stretch(hit.start, passive?.start ?? verb.start)
            return AgreementDraft(
                kind: .other, parties: parties, title: focus.resolved.annotated.text(name),
                date: date, status: .existing, section: sentence.sentence.section,
                story: sentence.sentence.story, sentence: sentence.number,
                evidence: sentence.sentence.tokens, rule: "agreement.mechanism",
                trigger: hit.range)
        }
    }

    private func keepers(of hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> [Int]? {
        for group in sentence.groups.reversed() where group.range.upperBound <= hit.start {
            if group.pair != nil {
                return focus.meeting(at: sentence.number, .init(isOpened: true))
                    .flatMap { focus.parties(of: $0) }
            }
            if focus.rollUp.states(of: group.entities).count == 2 {
                return focus.rollUp.named(group.entities)
            }
        }
        return nil
    }
}
