import BangGiaoModel

/// Reads named documents with their parties: memoranda, treaties, programmes, joint statements.
struct PactReader {
    let focus: AgreementFocus

    /// Who is bound, and by which grammar the text says so.
    struct Tie {
        var parties: [Int]
        var signatories: [Int] = []
        var rule: String
    }

    /// Returns the documents that a sentence ties to their parties.
    func read(_ sentence: AgreementSentence) -> [AgreementDraft] {
        let phrases = PactPhraseReader(sentence: sentence).phrases()
        var drafts: [AgreementDraft] = []
        var before: (phrase: PactPhrase, status: Agreement.Status?)?
        for phrase in phrases {
            var status = status(of: phrase, in: sentence)
            // A list shares the status of its head: "thảo luận A, cũng như B".
            if status == .existing, phrase.act == nil, let head = before, head.status == .planned,
                !sentence.contains(
                    stretch(head.phrase.noun.end, phrase.noun.start),
                    where: {
                        $0 == .apply || $0 == .agree
                    })
            {
                status = .planned
            }
            before = (phrase, status)
            // "Các văn kiện, gồm bản ghi nhớ …": the list says which.
            let isListed = phrases.contains {
                $0.noun.start > phrase.noun.end && $0.isSpecific
                    && sentence.contains(stretch(phrase.noun.end, $0.noun.start)) { $0 == .list }
                    || $0.noun.start > phrase.noun.end && $0.isSpecific
                        && sentence.containsMark(stretch(phrase.noun.end, $0.noun.start), [":"])
            }
            if isListed, phrase.isPlural || phrase.isGeneric { continue }
            guard let status, isOccasion(phrase, status, in: sentence),
                let tie = tie(phrase, status, in: sentence),
                isBorneOut(phrase, status, tie, in: sentence)
            else { continue }
            let isTold = tie.rule.hasPrefix("told")
            drafts.append(draft(phrase, isTold ? .agreed : status, tie, in: sentence))
        }
        return drafts + mechanisms(sentence)
    }

    /// What is reached without being signed is a consensus; several that were signed once, a
    /// reference to them.
    private func isOccasion(
        _ phrase: PactPhrase, _ status: Agreement.Status, in sentence: AgreementSentence
    ) -> Bool {
        if phrase.noun.cue == .accord {
            if phrase.act?.cue == .reach { return false }
            if phrase.act == nil, !phrase.isSpecific, !isBetween(phrase, in: sentence) {
                return false
            }
        }
        guard phrase.isPlural else { return true }
        guard let act = phrase.act else { return phrase.isSpecific && phrase.isCapital }
        if phrase.isPassive { return act.cue == .exchange || status == .planned }
        return true
    }

    /// "Thỏa thuận giữa A và B": told by its parties alone.
    private func isBetween(_ phrase: PactPhrase, in sentence: AgreementSentence) -> Bool {
        guard !phrase.isPlural, !phrase.isIndefinite,
            let between = sentence.hits.first(where: {
                $0.start == phrase.noun.end && $0.cue == .between
            }), let group = sentence.object(of: between)
        else { return false }
        return focus.rollUp.states(of: group.entities).count > 1
    }

    /// What is only planned must be one document, or bear the names of its parties.
    private func isBorneOut(
        _ phrase: PactPhrase, _ status: Agreement.Status, _ tie: Tie, in sentence: AgreementSentence
    ) -> Bool {
        let isNamed = tie.rule.hasPrefix("dyad") || tie.rule == "between"
        let anchor = phrase.act.map { min($0.start, phrase.noun.start) } ?? phrase.noun.start
        if !isNamed, !phrase.isCapital, hasCue(.wish, before: anchor, within: 16, in: sentence) {
            return false
        }
        guard phrase.isPlural || phrase.isGeneric, status == .planned || status == .existing else {
            return true
        }
        if isNamed { return true }
        guard status == .planned, let act = phrase.act else { return false }
        return !hasCue(.wish, before: act.start, within: 16, in: sentence)
            && !hasCue(.negotiate, before: act.start, within: 16, in: sentence)
    }

    // MARK: The parties

    private func tie(
        _ phrase: PactPhrase, _ status: Agreement.Status, in sentence: AgreementSentence
    ) -> Tie? {
        let acting = phrase.isWitnessed ? nil : actors(of: phrase, in: sentence)
        let between = between(phrase, in: sentence)
        if let between, let between = tie(between, in: sentence) {
            // The bodies that sign say more than the states in the document's name.
            if let acting, acting.parties.contains(where: { focus.rollUp.body(of: $0) != nil }),
                !between.parties.contains(where: { focus.rollUp.body(of: $0) != nil })
            {
                return acting
            }
            var result = between
            if let signers = acting?.signatories, !signers.isEmpty { result.signatories = signers }
            return result
        }
        // Who carries it out or speaks of it is not yet bound by it.
        if phrase.isCharter { return negotiators(phrase, status, in: sentence) }
        let other =
            acting ?? dyad(in: phrase, in: sentence) ?? partner(of: phrase, status, in: sentence)
            ?? underway(phrase, status, in: sentence)
        guard let other, between != nil else { return other }
        // It binds others, who are told by no name of ours: only their states are known.
        let states = focus.rollUp.states(of: other.parties)
        return states.count > 1
            ? Tie(parties: states, rule: other.rule) : nil
    }

    /// The word "giữa" that says between whom: "bản ghi nhớ giữa A và B", "được ký giữa A và B".
    private func between(
        _ phrase: PactPhrase, in sentence: AgreementSentence
    ) -> AgreementSentence.Hit? {
        let limit = nextDocument(after: phrase, in: sentence)
        guard
            let between = sentence.firstHit(from: phrase.noun.end, where: { $0 == .between }),
            between.end <= limit,
            !sentence.containsMark(stretch(phrase.noun.end, between.start), [";"]),
            !sentence.contains(stretch(phrase.tail, between.start), where: blocksBetween),
            belongs(between, to: phrase, in: sentence),
            !isMeetings(between, phrase, in: sentence)
        else { return nil }
        return between
    }

    /// Who stands behind "giữa".
    private func tie(
        _ between: AgreementSentence.Hit, in sentence: AgreementSentence
    ) -> Tie? {
        guard
            let group = sentence.groups.first(where: {
                $0.range.lowerBound >= between.end && $0.range.lowerBound <= between.end + 5
            })
        else { return nil }
        if let word = group.pair {
            guard let pair = pair(word, group, in: sentence) else { return nil }
            return Tie(parties: pair, rule: "between.both")
        }
        let entities = unfolded(group, in: sentence)
        let persons = entities.filter { focus.resolved.entities[$0].kind == .person }
        guard let parties = focus.rollUp.named(entities) else { return nil }
        return Tie(
            parties: parties, signatories: persons, rule: "between")
    }

    /// Whether "giữa" follows the name itself, or the act that the document undergoes.
    private func belongs(
        _ between: AgreementSentence.Hit, to phrase: PactPhrase, in sentence: AgreementSentence
    ) -> Bool {
        let gap = stretch(phrase.tail, between.start)
        if gap.count <= 3 { return true }
        if let act = phrase.act, !phrase.isPassive, act.cue == .sign || act.cue == .signing,
            !sentence.contains(gap, where: { $0 == .end || $0 == .list || $0 == .and })
        {
            return true
        }
        return sentence.contains(gap) {
            switch $0 {
            case .sign, .exchange, .issue, .reach, .happen: true
            default: false
            }
        }
    }

    private func blocksBetween(_ cue: AgreementCue) -> Bool {
        switch cue {
        case .wish, .agree, .apply, .witness, .establish, .raise, .relative: true
        default: false
        }
    }

    /// "… cuộc hội đàm giữa A và B": the meeting's sides; they bind only by a statement.
    private func isMeetings(
        _ between: AgreementSentence.Hit, _ phrase: PactPhrase, in sentence: AgreementSentence
    ) -> Bool {
        // Inside the name it says between whom: "bản ghi nhớ về tham vấn giữa Bộ A và Bộ B".
        guard phrase.kind != .statement, between.start >= phrase.name.upperBound else {
            return false
        }
        let matches = focus.resolved.annotated.lattice
        for start in stretch(
            max(sentence.sentence.tokens.lowerBound, between.start - 4), between.start)
        {
            for match in matches[start]
            where match.table == .cue && match.range.upperBound == between.start {
                if focus.isMeetingNoun(Int(match.entry)) { return true }
            }
        }
        return false
    }

    private func nextDocument(after phrase: PactPhrase, in sentence: AgreementSentence) -> Int {
        let next = sentence.firstHit(from: phrase.tail) { $0.isDocument }
        return next?.start ?? sentence.sentence.tokens.upperBound
    }

    /// "Hiệp định thương mại Việt Nam - Hàn Quốc": both stand in the name.
    private func dyad(in phrase: PactPhrase, in sentence: AgreementSentence) -> Tie? {
        var states: [Int] = []
        for group in sentence.groups
        where group.range.lowerBound >= phrase.noun.end
            && group.range.lowerBound < phrase.name.upperBound + 1
        {
            guard group.pair == nil else { continue }
            let named = focus.rollUp.states(of: group.entities)
            if named.count == 2 {
                return Tie(parties: named, rule: "dyad")
            }
            for state in named where !states.contains(state) { states.append(state) }
        }
        guard states.count == 2, phrase.isSpecific, phrase.kind == .treaty else { return nil }
        return Tie(parties: states, rule: "dyad.loose")
    }

    /// "A và B ký …", "A ký … với B", "… được A và B ký".
    private func actors(of phrase: PactPhrase, in sentence: AgreementSentence) -> Tie? {
        guard let act = phrase.act else { return nil }
        // "… mà A ký với B", "… được A và B ký".
        let agent =
            phrase.isPassive
            ? sentence.groups.first {
                $0.range.lowerBound >= phrase.tail && $0.range.upperBound <= act.start
            } : nil
        if let agent, let tie = tie(agent, rule: "passive", in: sentence) { return tie }
        let start = phrase.isPassive ? phrase.noun.start : act.start
        let subject =
            agent
            ?? sentence.groups.last {
                $0.range.upperBound <= start && !sentence.isGoverned($0)
                    && !sentence.containsMark(stretch($0.range.upperBound, start), [";"])
            }
        guard let subject else { return leaders(act, in: sentence) }
        // "Đề nghị hai bên ký …".
        let isAsked = sentence.hits.contains {
            $0.cue == .wish && $0.end <= subject.range.lowerBound
                && $0.end + 2 >= subject.range.lowerBound
        }
        if isAsked { return nil }
        if let tie = tie(subject, rule: "subject", in: sentence) { return tie }
        guard let with = sentence.firstHit(from: act.end, where: { $0 == .with }),
            let partner = sentence.object(of: with), partner.pair == nil, subject.pair == nil
        else { return nil }
        let entities = subject.entities + unfolded(partner, in: sentence)
        guard let parties = focus.rollUp.named(entities),
            focus.rollUp.states(of: entities).count > 1
        else { return nil }
        let persons = subject.entities.filter { focus.resolved.entities[$0].kind == .person }
        return Tie(parties: parties, signatories: persons, rule: "with")
    }

    /// "Hai đoàn do A và B làm trưởng đoàn sẽ …; … và ký …".
    private func leaders(_ act: AgreementSentence.Hit, in sentence: AgreementSentence) -> Tie? {
        let group = sentence.groups.last { group in
            group.range.upperBound <= act.start && group.actors.allSatisfy(\.isPerson)
                && focus.rollUp.states(of: group.entities).count == 2
        }
        guard let group, act.cue == .sign else { return nil }
        return tie(group, rule: "leaders", in: sentence).map {
            Tie(parties: $0.parties, rule: $0.rule)
        }
    }

    /// "Hai Bộ trưởng": those who lead the sides of the meeting under way.
    private func leaders(in sentence: AgreementSentence) -> [Int] {
        guard
            let meeting = focus.meeting(
                at: sentence.number, .init(isLeaders: true, isOpened: true))
        else { return [] }
        let persons = focus.meetings[meeting].sides.map { side in
            side.filter { focus.resolved.entities[$0].kind == .person }
        }
        return persons.allSatisfy { $0.count == 1 } ? persons.flatMap { $0 } : []
    }

    func tie(
        _ group: AgreementSentence.Group, rule: String, in sentence: AgreementSentence
    ) -> Tie? {
        if let word = group.pair {
            guard let pair = pair(word, group, in: sentence) else { return nil }
            return Tie(
                parties: pair, signatories: word == .leaders ? leaders(in: sentence) : [],
                rule: rule + ".both")
        }
        let entities = group.entities
        guard entities.count > 1, let parties = focus.rollUp.named(entities) else { return nil }
        let persons = entities.filter { focus.resolved.entities[$0].kind == .person }
        // "Ngoại trưởng Mỹ, Nhật Bản và Hàn Quốc": the states, as the office is told once.
        if let first = group.actors.first, first.isOffice,
            group.actors.dropFirst().allSatisfy({
                $0.entity.map { focus.resolved.entities[$0].kind == .country } ?? false
            })
        {
            return Tie(
                parties: focus.rollUp.states(of: entities), rule: rule + ".office")
        }
        return Tie(parties: parties, signatories: persons, rule: rule)
    }

    /// The parties for whom "hai bên", "hai nước", "hai Bộ" stand.
    func pair(
        _ word: PairWord, _ group: AgreementSentence.Group, in sentence: AgreementSentence
    ) -> [Int]? {
        if case .several(let count) = word {
            return focus.recentStates(before: sentence.number, count: count)
        }
        guard word != .all else { return nil }
        for earlier in sentence.groups.reversed()
        where earlier.range.upperBound <= group.range.lowerBound && earlier.pair == nil {
            let states = focus.rollUp.states(of: earlier.entities)
            if states.count == 2 {
                return word == .nations ? states : focus.rollUp.named(earlier.entities)
            }
        }
        if word == .nations {
            return focus.nations(before: group.range.lowerBound, in: sentence)
        }
        if group.isLed { return focus.pair(at: sentence.number) }
        if let meeting = focus.meeting(at: sentence.number, .init(isOpened: true)),
            focus.pair(of: focus.meetings[meeting]) != nil
                || focus.meetings[meeting].sides.count == 2
        {
            return focus.parties(of: meeting)
        }
        return word == .bodies ? nil : focus.pair(at: sentence.number)
    }
}
