import BangGiaoModel

/// Reads named levels of relations: "quan hệ đối tác chiến lược Việt Nam - Hàn Quốc".
///
/// A level counts where the text ties it to its two states; the tie is looked for in the phrase
/// first, then in the clause, then in what the story is about.
struct PartnershipReader {
    let focus: AgreementFocus

    /// Returns the levels that a sentence ties to states.
    func read(_ sentence: AgreementSentence) -> [AgreementDraft] {
        var drafts: [AgreementDraft] = []
        for hit in sentence.hits where hit.cue == .partnership {
            guard !belongsToDocument(hit, in: sentence), !isGeneral(hit, in: sentence),
                let tie = tie(hit, in: sentence)
            else { continue }
            let (status, date) = status(hit, tie, in: sentence)
            guard let status else { continue }
            let isMade = status == .agreed || status == .signed
            let held =
                isMade
                ? focus.meeting(
                    at: sentence.number, .init(states: tie.parties, maximumDistance: 4)
                ).flatMap { focus.meetings[$0].date } : nil
            drafts.append(
                AgreementDraft(
                    kind: .partnership, parties: tie.parties, title: title(hit, in: sentence),
                    date: date ?? held, status: status, meeting: nil,
                    section: sentence.sentence.section, story: sentence.sentence.story,
                    sentence: sentence.number, evidence: sentence.sentence.tokens,
                    rule: "agreement.partnership." + tie.rule,
                    trigger: hit.range))
        }
        return drafts
    }

    /// "Hiệp định đối tác …", "thỏa thuận đối tác chiến lược …": a part of the document's name.
    private func belongsToDocument(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence)
        -> Bool
    {
        sentence.hits.contains { $0.end == hit.start && $0.cue.isDocument }
    }

    /// "Các đối tác chiến lược", "13 đối tác chiến lược": no pair is meant.
    private func isGeneral(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> Bool {
        let start = hit.start
        guard start > sentence.sentence.tokens.lowerBound else { return false }
        let window = stretch(max(start - 3, sentence.sentence.tokens.lowerBound), start)
        return sentence.contains(window) { $0 == .plural }
            || sentence.tokens[start - 1].isNumber
    }

    // MARK: The two states

    private struct Tie {
        var parties: [Int]
        var rule: String
    }

    private func tie(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> Tie? {
        let after = phraseEnd(hit, in: sentence)
        if let group = sentence.groups.first(where: { $0.range.lowerBound >= hit.end }),
            group.range.lowerBound <= after
        {
            let between = sentence.contains(stretch(hit.end, group.range.lowerBound)) {
                $0 == .between
            }
            let with = sentence.hits.contains {
                $0.cue == .with && $0.end == group.range.lowerBound
            }
            if let word = group.pair {
                if let pair = pair(word, before: hit.start, in: sentence) {
                    return Tie(parties: pair, rule: "both")
                }
            } else {
                let states = focus.rollUp.states(of: group.entities)
                if states.count == 2 {
                    return Tie(
                        parties: states, rule: between ? "between" : "dyad")
                }
                if with, states.count == 1,
                    let other = counterpart(of: states[0], before: hit.start, in: sentence)
                {
                    return Tie(parties: [other, states[0]], rule: "with")
                }
                // "X là đối tác chiến lược của Y".
                let of = sentence.hits.contains {
                    $0.cue == .of && $0.end == group.range.lowerBound
                }
                if of, states.count == 1,
                    let other = counterpart(of: states[0], before: hit.start, in: sentence)
                {
                    return Tie(parties: [other, states[0]], rule: "of")
                }
            }
        }
        return leftTie(hit, in: sentence)
    }

    /// The furthest token at which the parties may begin: "sâu rộng", "của", "giữa" may intervene.
    private func phraseEnd(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> Int {
        var index = hit.end
        let limit = min(hit.end + 8, sentence.sentence.tokens.upperBound)
        while index < limit {
            if sentence.tokens[index].isMark(",") || sentence.tokens[index].isMark(";")
                || sentence.tokens[index].isMark(".")
            {
                break
            }
            if let stop = sentence.hits.first(where: { $0.start == index }),
                stop.cue == .end || stop.cue == .purpose || stop.cue == .planned || stop.cue == .and
            {
                break
            }
            index += 1
        }
        return index
    }

    /// The parties before: "Việt Nam và Nga nâng quan hệ lên …", "hai nước vừa thiết lập …".
    private func leftTie(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> Tie? {
        for group in sentence.groups.reversed() where group.range.upperBound <= hit.start {
            if sentence.containsMark(stretch(group.range.upperBound, hit.start), [";"]) { break }
            if let word = group.pair {
                guard let pair = pair(word, before: group.range.lowerBound, in: sentence) else {
                    continue
                }
                return Tie(parties: pair, rule: "left.both")
            }
            let states = focus.rollUp.states(of: group.entities)
            if states.count == 2 {
                return Tie(parties: states, rule: "left.pair")
            }
        }
        // Both states of the pair in view are named in the sentence, each by itself.
        guard let pair = focus.pair(at: sentence.number) else { return nil }
        let named = focus.statesNamed(in: sentence.number)
        guard named.count == 2, pair.allSatisfy(named.contains) else { return nil }
        return Tie(parties: pair, rule: "left.named")
    }

    /// The states that "hai nước" and "hai bên" stand for here.
    private func pair(_ word: PairWord, before index: Int, in sentence: AgreementSentence) -> [Int]?
    {
        guard !word.isMany else { return nil }
        for group in sentence.groups.reversed()
        where group.range.upperBound <= index && group.pair == nil {
            let states = focus.rollUp.states(of: group.entities)
            if states.count == 2 { return states }
        }
        if word == .nations { return focus.nations(before: index, in: sentence) }
        if let pair = focus.pair(at: sentence.number) { return pair }
        let named = focus.statesNamed(in: sentence.number)
        return named.count == 2 ? named : nil
    }

    /// The other state of "với B": who speaks or acts before, else the other of the pair in view.
    private func counterpart(
        of state: Int, before index: Int, in sentence: AgreementSentence
    ) -> Int? {
        let pair = focus.pair(at: sentence.number)
        if let pair, let position = pair.firstIndex(of: state) { return pair[1 - position] }
        for group in sentence.groups.reversed() where group.range.upperBound <= index {
            let others = focus.rollUp.states(of: group.entities).filter { $0 != state }
            if let other = others.last { return other }
        }
        return nil
    }

    // MARK: How far it has come

    /// Returns the status and the date; no status where the level is only wished for.
    private func status(
        _ hit: AgreementSentence.Hit, _ tie: Tie, in sentence: AgreementSentence
    ) -> (Agreement.Status?, PartialDate?) {
        let start = sentence.sentence.tokens.lowerBound
        guard
            let verb = sentence.lastHit(
                before: hit.start,
                where: { $0 == .establish || $0 == .raise || $0 == .sign || $0 == .signing }),
            hit.start - verb.end <= 10,
            verb.cue != .raise
                || sentence.contains(stretch(verb.end, hit.start), where: { $0 == .onto })
        else {
            return isWished(hit, in: sentence)
                ? (nil, nil) : (.existing, since(hit, in: sentence))
        }
        if sentence.contains(
            stretch(max(start, verb.start - 6), verb.start), where: { $0 == .wish })
        {
            return (nil, nil)
        }
        let after = min(hit.end + 12, sentence.sentence.tokens.upperBound)
        let date =
            focus.date(in: stretch(hit.end, after), upTo: [",", ";"], sentence)
            ?? focus.date(in: stretch(start, verb.start), from: [";"], sentence)
        let before = stretch(max(start, verb.start - 5), verb.start)
        if sentence.contains(before, where: { $0 == .planned }) { return (.planned, nil) }
        let signs = sentence.contains(stretch(max(start, verb.start - 3), hit.start)) {
            $0 == .sign || $0 == .signing
        }
        // "Ký Tuyên bố về quan hệ đối tác …": the document is signed.
        let isOfDocument = sentence.contains(stretch(verb.end, hit.start)) { $0.isDocument }
        if signs { return (isOfDocument ? .existing : .signed, date) }
        let agrees = sentence.contains(stretch(start, verb.start)) { $0 == .agree || $0 == .issue }
        return (agrees ? .agreed : .existing, date)
    }

    /// "Quan hệ đối tác chiến lược được thiết lập năm 2013": since when it has been.
    private func since(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> PartialDate?
    {
        guard
            let verb = sentence.firstHit(
                from: hit.end, where: { $0 == .establish || $0 == .raise || $0 == .sign }),
            verb.start - hit.end <= 4,
            !sentence.containsMark(stretch(hit.end, verb.start), [",", ";"])
        else { return nil }
        let end = min(verb.end + 5, sentence.sentence.tokens.upperBound)
        return focus.date(in: stretch(verb.end, end), upTo: [",", ";"], sentence)
    }

    /// "Mong muốn X là đối tác chiến lược": no such level yet.
    private func isWished(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> Bool {
        let isPredicate = sentence.hits.contains { $0.cue == .end && $0.end == hit.start }
        guard isPredicate,
            let wish = sentence.lastHit(before: hit.start, where: { $0 == .wish })
        else { return false }
        return !sentence.containsMark(stretch(wish.end, hit.start), [",", ";"])
    }

    private func title(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> String {
        focus.resolved.annotated.text(hit.range)
    }
}
