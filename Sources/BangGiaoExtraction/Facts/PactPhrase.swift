import BangGiaoModel

/// A named document in a sentence: its noun, how far its name runs, and the act around it.
struct PactPhrase {
    /// The noun: "bản ghi nhớ".
    var noun: AgreementSentence.Hit
    var kind: Agreement.Kind
    /// The noun and what specifies it, up to the end of the clause or the next verb.
    var name: Range<Int>
    /// Whether the name is more than the noun.
    var isSpecific: Bool
    /// Whether the noun begins with a capital inside the sentence, as the name of a document does.
    var isCapital: Bool
    /// Whether several are meant: "các thỏa thuận", "18 bản ghi nhớ".
    var isPlural: Bool
    /// Whether the noun doesn't say what it is: "văn kiện".
    var isGeneric: Bool
    /// The verb by which it is signed or issued, before it or after it.
    var act: AgreementSentence.Hit?
    /// Whether the act follows: "bản ghi nhớ được ký".
    var isPassive = false
    /// Whether somebody else merely witnesses the act.
    var isWitnessed = false
}

/// Finds the named documents of a sentence.
struct PactPhraseReader {
    let sentence: AgreementSentence

    private var bounds: Range<Int> { sentence.sentence.tokens }

    /// Returns the documents of the sentence, in its order.
    func phrases() -> [PactPhrase] {
        let nouns = sentence.hits.filter { $0.cue.isDocument }
        var result: [PactPhrase] = []
        for (position, noun) in nouns.enumerated() {
            if let last = result.last, noun.start < last.noun.end { continue }
            // "Nghị định thư sửa đổi Hiệp định …": one name.
            if let last = result.last, noun.start < last.name.upperBound,
                last.noun.end <= noun.start, !separates(stretch(last.noun.end, noun.start))
            {
                continue
            }
            let next = nouns[(position + 1)...].first { separates(stretch(noun.end, $0.start)) }
            if let phrase = phrase(noun, limit: next?.start ?? bounds.upperBound) {
                result.append(phrase)
            }
        }
        return result
    }

    private func separates(_ range: Range<Int>) -> Bool {
        guard range.lowerBound < range.upperBound else { return false }
        return sentence.containsMark(range, [",", ";", ":"])
            || sentence.contains(range) {
                switch $0 {
                case .and, .sign, .issue, .list, .end, .agree: true
                default: false
                }
            }
    }

    private func phrase(_ noun: AgreementSentence.Hit, limit: Int) -> PactPhrase? {
        let kind: Agreement.Kind
        var isGeneric = false
        let isCapital =
            sentence.tokens[noun.start].isCapital && noun.start > bounds.lowerBound
        switch noun.cue {
        case .document(let value): kind = value
        case .accord: kind = .other
        case .generic:
            kind = .other
            isGeneric = true
        case .declaration:
            guard isCapital, noun.end < bounds.upperBound,
                isNameOfDeclaration(noun.end)
            else { return nil }
            kind = .statement
        default: return nil
        }
        let name = stretch(noun.start, nameEnd(noun, limit: limit))
        // "Hiệp định này", "bản ghi nhớ trên": told before.
        if sentence.hits.contains(where: { $0.start == noun.end && $0.cue == .reference }) {
            return nil
        }
        var phrase = PactPhrase(
            noun: noun, kind: kind, name: name, isSpecific: name.upperBound > noun.end + 1,
            isCapital: isCapital, isPlural: isPlural(noun), isGeneric: isGeneric)
        findAct(&phrase, limit: limit)
        return phrase
    }

    /// "Tuyên bố Lima", "Tuyên bố về …": a name follows.
    private func isNameOfDeclaration(_ index: Int) -> Bool {
        let token = sentence.tokens[index]
        guard token.isWord else { return false }
        if sentence.hits.contains(where: { $0.start == index && $0.cue == .toward }) { return true }
        return token.isCapital
    }

    private func isPlural(_ noun: AgreementSentence.Hit) -> Bool {
        let window = stretch(max(bounds.lowerBound, noun.start - 3), noun.start)
        if sentence.contains(window, where: { $0 == .plural }) { return true }
        return noun.start > bounds.lowerBound && sentence.tokens[noun.start - 1].isNumber
    }

    /// The end of the name: a mark, a verb, or a word such as "được", "nhằm", "vào".
    private func nameEnd(_ noun: AgreementSentence.Hit, limit: Int) -> Int {
        var index = noun.end
        var lastWord = index
        while index < limit {
            let token = sentence.tokens[index]
            if token.kind == .mark {
                if token.isMark("("), index + 2 < limit, sentence.tokens[index + 2].isMark(")") {
                    index += 3
                    lastWord = index
                    continue
                }
                let isInner =
                    token.isMark("-") || token.isMark("\u{2013}") || token.isMark("/")
                    || token.isMark("+") || token.isMark(".")
                if !isInner { break }
            } else if let stop = sentence.hits.first(where: { $0.start == index }), ends(stop) {
                break
            }
            index += 1
            let isLink = sentence.hits.contains { $0.end == index && $0.cue == .and }
            if token.kind != .mark, !isLink { lastWord = index }
        }
        return lastWord
    }

    private func ends(_ hit: AgreementSentence.Hit) -> Bool {
        switch hit.cue {
        case .end, .agent, .planned, .held, .negated, .sign, .signing, .issue, .agree, .reach,
            .wish,
            .pair(_), .list:
            // "giữa hai nước" belongs to the name.
            if case .pair = hit.cue {
                return !sentence.hits.contains {
                    $0.end == hit.start && ($0.cue == .between || $0.cue == .of)
                }
            }
            return true
        default: return false
        }
    }

    // MARK: The act

    private func findAct(_ phrase: inout PactPhrase, limit: Int) {
        let isStatement = phrase.kind == .statement
        // Before: "ký …", "lễ ký …", "ra …"; a list of documents shares its verb.
        if let act = sentence.lastHit(
            before: phrase.noun.start, where: { isAct($0, isStatement: isStatement) }),
            reaches(act, phrase)
        {
            phrase.act = act
            phrase.isWitnessed = isWitnessed(act)
        }
        // After: "được ký", "dự kiến ký", "ký năm 2015".
        var end = phrase.name.upperBound
        if let group = sentence.groups.first(where: { $0.range.lowerBound >= end }),
            group.range.lowerBound <= end + 4
        {
            // "… đã được A và B ký".
            end = group.range.upperBound
        }
        let after = stretch(phrase.name.upperBound, min(end + 8, limit))
        if phrase.act == nil, after.lowerBound < after.upperBound,
            let act = sentence.hits.first(where: {
                $0.start >= after.lowerBound && $0.end <= after.upperBound
                    && isAct($0.cue, isStatement: isStatement) && $0.cue != .signing
            }),
            !sentence.containsMark(stretch(phrase.name.upperBound, act.start), [",", ";"])
        {
            phrase.act = act
            phrase.isPassive = true
        }
    }

    private func isAct(_ cue: AgreementCue, isStatement: Bool) -> Bool {
        switch cue {
        case .sign, .signing, .exchange: true
        case .issue: true
        case .reach: !isStatement
        default: false
        }
    }

    /// Whether a verb before has the document for its object.
    private func reaches(_ act: AgreementSentence.Hit, _ phrase: PactPhrase) -> Bool {
        let gap = stretch(act.end, phrase.noun.start)
        guard gap.count <= 60 else { return false }
        if act.cue == .issue || act.cue == .reach || act.cue == .exchange {
            // "Ra tuyên bố chung", "thông qua Tuyên bố Sydney, tuyên bố chung và Bản ghi nhớ".
            if gap.count <= 4, !sentence.containsMark(gap, [",", ";"]) { return true }
            return act.cue == .issue
                && sentence.contains(gap) { $0.isDocument }
                && !sentence.contains(gap) {
                    $0 == .end || $0 == .wish || $0 == .negated || $0 == .negotiate
                }
        }
        if gap.count <= 6 { return !sentence.containsMark(gap, [";"]) }
        // Further away only over a list of documents.
        return sentence.contains(gap) { $0.isDocument || $0 == .list }
            && !sentence.contains(gap) {
                $0 == .wish || $0 == .negated || $0 == .negotiate || $0 == .apply
            }
    }

    private func isWitnessed(_ act: AgreementSentence.Hit) -> Bool {
        guard let witness = sentence.lastHit(before: act.start, where: { $0 == .witness }) else {
            return act.cue == .signing
        }
        return act.start - witness.end <= 14
    }
}
