import BangGiaoModel

/// Reads "hai bên nhất trí …": what parties agree without a named document.
struct ConsensusReader {
    let focus: AgreementFocus
    /// What was read before.
    var earlier: [AgreementDraft] = []

    /// Returns what the parties of a sentence agree, each verb by itself.
    func read(_ sentence: AgreementSentence) -> [AgreementDraft] {
        guard !tellsOfDocument(sentence) else { return [] }
        var drafts: [AgreementDraft] = []
        for hit in sentence.hits {
            switch hit.cue {
            case .agree, .commit, .settle, .reach: break
            default: continue
            }
            if let draft = read(hit, in: sentence) { drafts.append(draft) }
        }
        return drafts
    }

    /// "Theo bản ghi nhớ, hai bên nhất trí …": the document's content, not a fact of its own.
    private func tellsOfDocument(_ sentence: AgreementSentence) -> Bool {
        guard let first = sentence.hits.first(where: { $0.cue == .content }),
            first.start <= sentence.sentence.tokens.lowerBound + 1
        else { return false }
        return sentence.contains(stretch(first.end, first.end + 4)) { cue in
            switch cue {
            case .accord: true
            case .document(let kind): kind != .statement
            default: false
            }
        }
    }

    private func read(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence)
        -> AgreementDraft?
    {
        guard let verb = verb(hit, in: sentence), !isMutual(verb, in: sentence),
            !isNamed(verb, in: sentence)
        else { return nil }
        if let draft = between(verb, in: sentence) { return draft }
        if isReachedBefore(verb, in: sentence) { return passive(verb, in: sentence) }
        guard let subject = subject(of: verb, in: sentence) else {
            return passive(verb, in: sentence)
        }
        guard isClose(subject, verb, in: sentence), !isUnreal(subject, verb, in: sentence) else {
            return nil
        }
        if let word = subject.pair { return agreed(word, subject, verb, in: sentence) }
        let entities = subject.entities
        let sides = focus.rollUp.sides(of: entities)
        if sides.count > 1 { return agreed(entities, subject, verb, in: sentence) }
        return withPartner(entities, subject, verb, in: sentence)
            ?? assent(entities, verb, in: sentence)
    }

    /// "… do hai bên cùng nhất trí": what is to be agreed, not what was.
    private func isMutual(_ verb: Range<Int>, in sentence: AgreementSentence) -> Bool {
        guard let group = sentence.groups.last(where: { $0.range.upperBound <= verb.lowerBound })
        else { return false }
        let isHeld = sentence.contains(stretch(group.range.upperBound, verb.lowerBound)) {
            $0 == .held
        }
        return sentence.hits.contains {
            guard $0.end == group.range.lowerBound else { return false }
            // "Do A và B nhất trí", "mà A và B đã nhất trí" tell who agreed; "mà hai bên nhất trí"
            // repeats it.
            return $0.cue == .agent && group.pair != nil
                || $0.cue == .relative && (group.pair != nil || !isHeld)
        }
    }

    // MARK: The verb

    /// Returns the tokens of what is a verb of agreeing here: "đạt được" needs its object.
    func verb(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> Range<Int>? {
        switch hit.cue {
        case .reach:
            let reached = sentence.hits.first {
                $0.start >= hit.end && $0.start <= hit.end + 4
                    && ($0.cue == .accord || $0.cue == .agree || $0.cue == .settle
                        || $0.cue == .understanding)
            }
            guard let reached else { return reachedBefore(hit, in: sentence) }
            guard
                !sentence.contains(stretch(hit.end, reached.start), where: { $0 == .negated })
            else { return nil }
            return stretch(hit.start, reached.end)
        case .settle:
            // As a noun it follows a verb or a numeral; as a verb its subject stands close by.
            guard let group = sentence.groups.last(where: { $0.range.upperBound <= hit.start }),
                isAdverbial(stretch(group.range.upperBound, hit.start), in: sentence)
            else { return nil }
            return hit.range
        case .commit:
            return hit.range
        default:
            // "Đạt được nhất trí": read with its verb.
            let isObject = sentence.hits.contains {
                $0.cue == .reach && $0.end <= hit.start && hit.start <= $0.end + 4
            }
            if isObject || isAttribute(hit, in: sentence) { return nil }
            return hit.range
        }
    }

    /// "Thỏa thuận đã đạt được": what is reached stands before.
    private func reachedBefore(
        _ hit: AgreementSentence.Hit, in sentence: AgreementSentence
    ) -> Range<Int>? {
        let object = sentence.hits.last {
            $0.end <= hit.start
                && ($0.cue == .accord || $0.cue == .agree || $0.cue == .understanding)
        }
        guard let object, isAdverbial(stretch(object.end, hit.start), in: sentence) else {
            return nil
        }
        return stretch(object.start, hit.end)
    }

    /// Whether a verb of reaching stands behind what is reached.
    func isReachedBefore(_ verb: Range<Int>, in sentence: AgreementSentence) -> Bool {
        sentence.hits.contains { $0.cue == .reach && $0.end == verb.upperBound }
    }

    /// Whether a subject stands within some words before, or a comma says that it is told before.
    private func isClose(
        _ subject: AgreementSentence.Group, _ verb: Range<Int>, in sentence: AgreementSentence
    ) -> Bool {
        guard
            sentence.hits.contains(where: {
                $0.start == verb.lowerBound && ($0.cue == .reach || $0.cue == .commit)
            })
        else { return true }
        let gap = stretch(subject.range.upperBound, verb.lowerBound)
        if let last = gap.last, sentence.tokens[last].isMark(",") { return true }
        if opensClause(verb, in: sentence) { return true }
        return gap.count <= 4
            && !sentence.contains(gap) { $0 == .plural || $0 == .apply || $0 == .relative }
    }

    /// Whether a verb opens its clause: "A rút quân sau khi đạt được thỏa thuận với B".
    func opensClause(_ verb: Range<Int>, in sentence: AgreementSentence) -> Bool {
        verb.lowerBound > sentence.sentence.tokens.lowerBound
            && sentence.tokens[verb.lowerBound - 1].key == Self.when
    }

    private static let when = WordKey("khi")

    /// "Một ASEAN thống nhất.", "điểm đồng thuận": nothing that is agreed follows.
    private func isAttribute(_ hit: AgreementSentence.Hit, in sentence: AgreementSentence) -> Bool {
        let isHeld = sentence.hits.contains { $0.cue == .held && $0.end == hit.start }
        guard !isHeld else { return false }
        guard hit.end < sentence.sentence.tokens.upperBound else { return true }
        if sentence.contains(stretch(hit.start - 2, hit.start), where: { $0 == .plural }) {
            return true
        }
        let next = sentence.tokens[hit.end]
        // A quotation mark opens what is agreed, or closes what was said.
        if next.isMark("\""), next.gap == .none { return true }
        return next.kind == .mark && !next.isMark("\"") && !next.isMark("\u{201C}")
            && !next.isMark(":")
    }

    private func isAdverbial(_ range: Range<Int>, in sentence: AgreementSentence) -> Bool {
        range.count <= 2
            && range.allSatisfy { index in
                sentence.hits.contains {
                    $0.start == index && ($0.cue == .held || $0.cue == .end || $0.cue == .and)
                }
            }
    }

    // MARK: The subject

    /// Returns who agrees: the nearest before the verb that no preposition governs.
    func subject(of verb: Range<Int>, in sentence: AgreementSentence)
        -> AgreementSentence.Group?
    {
        let before = sentence.groups.filter { $0.range.upperBound <= verb.lowerBound }
        if let last = before.last, last.pair == nil {
            // Right before the verb, who agrees may stand in a relative clause.
            let gap = verb.lowerBound - last.range.upperBound
            let isAgent = sentence.hits.contains {
                $0.cue == .agent && $0.end == last.range.lowerBound
            }
            if gap == 0 || isAgent && gap == 1 { return last }
        }
        guard let subject = before.last(where: { !sentence.isGoverned($0) }) else { return nil }
        // "… 20 quốc gia nhất trí": somebody else, without a name.
        let isUnnamed = sentence.hits.contains { hit in
            hit.cue == .nation && hit.start > subject.range.upperBound
                && hit.end <= verb.lowerBound && hit.end + 2 >= verb.lowerBound
                && (sentence.tokens[hit.start - 1].isNumber
                    || sentence.hits.contains { $0.end == hit.start && $0.cue == .plural })
        }
        return isUnnamed ? nil : subject
    }

    /// Whether the agreeing is wished for, proposed, denied or yet to come.
    func isUnreal(
        _ subject: AgreementSentence.Group, _ verb: Range<Int>, in sentence: AgreementSentence
    ) -> Bool {
        let between = stretch(subject.range.upperBound, verb.lowerBound)
        for hit in sentence.hits where hit.end <= verb.lowerBound {
            switch hit.cue {
            case .wish, .condition, .purpose:
                if hit.start >= subject.range.upperBound {
                    let rest = stretch(hit.end, verb.lowerBound)
                    if !sentence.containsMark(rest, [",", ";"]) { return true }
                } else if hit.end <= subject.range.lowerBound {
                    let gap = stretch(hit.end, subject.range.lowerBound)
                    if gap.count <= 8, !sentence.containsMark(gap, [",", ";", ":"]) { return true }
                }
            case .planned, .negated:
                if between.contains(hit.start), verb.lowerBound - hit.end <= 4,
                    !sentence.containsMark(stretch(hit.end, verb.lowerBound), [",", ";"])
                {
                    return true
                }
            default: continue
            }
        }
        return false
    }
}
