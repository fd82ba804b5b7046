import BangGiaoModel

extension PactReader {
    /// "Hiệp ước quốc phòng với B": B, and who is named last before.
    func partner(
        of phrase: PactPhrase, _ status: Agreement.Status, in sentence: AgreementSentence
    ) -> Tie? {
        guard !phrase.isWitnessed,
            let with = sentence.firstHit(from: phrase.noun.end, where: { $0 == .with }),
            with.start <= phrase.tail, let partner = sentence.object(of: with),
            partner.pair == nil,
            let other = sentence.groups.last(where: {
                $0.range.upperBound <= phrase.noun.start && !isPlace($0, in: sentence)
            }), other.pair == nil,
            !sentence.containsMark(
                stretch(other.range.upperBound, phrase.noun.start), [";"])
        else { return nil }
        if status == .existing {
            // What is wished for or looked for there isn't yet.
            let isWished = hasCue(.wish, before: phrase.noun.start, within: 8, in: sentence)
            if phrase.isIndefinite || isWished { return nil }
        }
        // "Cuộc đàm phán về hiệp định với B": between whom, nobody says.
        if let talks = sentence.lastHit(before: phrase.noun.start, where: { $0 == .negotiate }),
            sentence.hits.contains(where: { $0.cue == .indefinite && $0.end == talks.start })
        {
            return nil
        }
        let own = focus.rollUp.states(of: other.entities)
        let theirs = focus.rollUp.states(of: unfolded(partner, in: sentence))
        guard own.count == 1, !theirs.isEmpty, !theirs.contains(own[0]) else { return nil }
        return Tie(parties: own + theirs, rule: "partner")
    }

    /// "Tại Nga": where it happens, not who acts.
    private func isPlace(_ group: AgreementSentence.Group, in sentence: AgreementSentence) -> Bool {
        sentence.hits.contains { $0.cue == .at && $0.end == group.range.lowerBound }
    }

    /// Who is in a group, a union by the members that the sentence lists: "nhóm P5+1 (gồm Mỹ, Nga …)".
    func unfolded(_ group: AgreementSentence.Group, in sentence: AgreementSentence) -> [Int] {
        var entities = group.entities
        guard let head = entities.last, focus.rollUp.isInternational(head) else { return entities }
        let end = group.range.upperBound
        let isBracket =
            end < sentence.sentence.tokens.upperBound && sentence.tokens[end].isMark("(")
        let limit = isBracket ? sentence.end(ofBracket: end) : end + 9
        let list = sentence.groups.first {
            $0.range.lowerBound >= end && $0.range.upperBound <= limit
                && focus.rollUp.states(of: $0.entities).count > 2
                && (isBracket
                    || sentence.contains(stretch(end, $0.range.lowerBound)) { $0 == .list })
        }
        guard let list else { return entities }
        // The members bind themselves, not the group.
        entities.removeLast()
        return entities + list.entities
    }

    /// "ASEAN và Trung Quốc sớm xây dựng Bộ Quy tắc …": those before the verb of negotiating.
    func negotiators(
        _ phrase: PactPhrase, _ status: Agreement.Status, in sentence: AgreementSentence
    ) -> Tie? {
        guard status == .planned, phrase.isSpecific, !phrase.isPlural,
            let verb = sentence.lastHit(
                before: phrase.noun.start, where: { $0 == .negotiate }),
            phrase.noun.start - verb.end <= 6,
            let group = sentence.groups.last(where: { $0.range.upperBound <= verb.start }),
            group.pair == nil, !isPlace(group, in: sentence)
        else { return nil }
        let gap = stretch(group.range.upperBound, verb.start)
        guard gap.count <= (phrase.isCharter ? 1 : 8),
            !sentence.containsMark(stretch(gap.lowerBound, phrase.noun.start), [",", ";"])
        else { return nil }
        let states = focus.rollUp.states(of: group.entities)
        return states.count > 1
            ? Tie(parties: states, rule: "negotiators") : nil
    }

    /// "Dự kiến hơn 20 văn kiện được ký trong chuyến thăm": the states of the visit.
    func expected(
        _ phrase: PactPhrase, _ status: Agreement.Status, in sentence: AgreementSentence
    ) -> Tie? {
        guard status == .planned, phrase.isPassive, phrase.isPlural, phrase.act?.cue == .sign,
            let meeting = focus.meeting(at: sentence.number, .init(maximumDistance: 6)),
            let states = focus.parties(of: meeting, asStates: true), states.count == 2
        else { return nil }
        return Tie(parties: states, rule: "visit")
    }

    /// "Anh, Pháp và Đức khẳng định trong một tuyên bố chung", "Trong tuyên bố chung, A và B …": who
    /// says it.
    func told(_ phrase: PactPhrase, in sentence: AgreementSentence) -> Tie? {
        guard phrase.isTold, !phrase.isPlural else { return nil }
        let before = sentence.groups.last {
            $0.range.upperBound <= phrase.noun.start && !sentence.isGoverned($0)
        }
        let after = sentence.groups.first {
            $0.range.lowerBound >= phrase.tail && !sentence.isGoverned($0)
                && sentence.containsMark(stretch(phrase.tail, $0.range.lowerBound), [","])
        }
        guard let group = before ?? after, let tie = tie(group, rule: "told", in: sentence),
            focus.rollUp.states(of: tie.parties).count > 1
        else { return nil }
        return Tie(parties: tie.parties, rule: tie.rule)
    }
}
