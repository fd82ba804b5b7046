import BangGiaoModel

/// A named document in a sentence: its noun, how far its name runs, and the act around it.
struct PactPhrase {
    /// The noun: "bản ghi nhớ".
    var noun: AgreementSentence.Hit
    var kind: Agreement.Kind
    /// The noun and what specifies it, up to the end of the clause or the next verb.
    var name: Range<Int>
    /// The token behind the name, its year and what brackets add: "(còn gọi là …)".
    var tail: Int
    /// Whether the name is more than the noun.
    var isSpecific: Bool
    /// Whether the noun begins with a capital inside the sentence, as the name of a document does.
    var isCapital: Bool
    /// Whether several are meant: "các thỏa thuận", "18 bản ghi nhớ".
    var isPlural: Bool
    /// Whether the noun doesn't say what it is: "văn kiện".
    var isGeneric: Bool
    /// Whether "một" leaves open whether there is such a document.
    var isIndefinite = false
    /// Whether it binds others than those who speak of it, unless the text ties it to them.
    var isCharter = false
    /// Whether it is where something is said: "trong tuyên bố chung".
    var isTold = false
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
        let nouns = nouns()
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
            if let phrase = phrase(
                noun, after: result.last, limit: next?.start ?? bounds.upperBound)
            {
                result.append(phrase)
            }
        }
        return result
    }

    /// The nouns for documents but those in brackets, which give another name.
    private func nouns() -> [AgreementSentence.Hit] {
        var result: [AgreementSentence.Hit] = []
        for noun in sentence.hits where noun.cue.isDocument {
            if let last = result.last, last.cue != .generic, !isPlural(last),
                let bracket = sentence.bracket(around: noun.start),
                last.end <= bracket.lowerBound
            {
                continue
            }
            result.append(noun)
        }
        return result
    }

    private func separates(_ range: Range<Int>) -> Bool {
        guard range.lowerBound < range.upperBound else { return false }
        return sentence.containsMark(range, [",", ";", ":"])
            || sentence.contains(range) {
                switch $0 {
                case .and, .sign, .issue, .list, .end, .purpose, .relative, .agree: true
                default: false
                }
            }
    }

    private func phrase(
        _ noun: AgreementSentence.Hit, after last: PactPhrase?, limit: Int
    ) -> PactPhrase? {
        let kind: Agreement.Kind
        var isGeneric = false
        var isCharter = false
        let isCapital =
            sentence.tokens[noun.start].isCapital && noun.start > bounds.lowerBound
        switch noun.cue {
        case .document(let value): kind = value
        case .accord, .notes: kind = .other
        case .generic:
            kind = .other
            isGeneric = true
        case .charter(let value):
            kind = value
            isCharter = true
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
            noun: noun, kind: kind, name: name, tail: tail(name.upperBound, limit: limit),
            isSpecific: isCharter || isSpecific(noun, name), isCapital: isCapital,
            isPlural: isPlural(noun), isGeneric: isGeneric,
            isIndefinite: hasCue(.indefinite, before: noun.start), isCharter: isCharter)
        findAct(&phrase, after: last, limit: limit)
        phrase.isTold =
            kind == .statement && phrase.act == nil && hasCue(.inside, before: noun.start)
        return phrase
    }

    /// Whether the name says more than whose document it is: "thỏa thuận giữa A và B" doesn't.
    private func isSpecific(_ noun: AgreementSentence.Hit, _ name: Range<Int>) -> Bool {
        guard name.upperBound > noun.end + 1 else { return false }
        guard noun.cue == .accord || noun.cue == .generic else { return true }
        return !sentence.hits.contains {
            $0.start == noun.end && ($0.cue == .between || $0.cue == .of || $0.cue == .with)
        }
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
        if sentence.hits.contains(where: { $0.cue == .two && $0.end == noun.start }) { return true }
        return noun.start > bounds.lowerBound && sentence.tokens[noun.start - 1].isNumber
    }

    private func hasCue(_ cue: AgreementCue, before index: Int) -> Bool {
        sentence.contains(stretch(max(bounds.lowerBound, index - 3), index)) { $0 == cue }
    }

    /// The token behind a name, its date and its brackets.
    private func tail(_ end: Int, limit: Int) -> Int {
        var index = end
        while index < limit {
            if let date = date(at: index) {
                index = max(date.upperBound, index + 1)
            } else if sentence.tokens[index].isMark("(") {
                index = sentence.end(ofBracket: index)
            } else {
                break
            }
        }
        return min(index, limit)
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
                if !isInner, !isInnerComma(index, limit: limit) { break }
            } else if noun.cue == .document(.programme), let date = date(at: index) {
                // "Kế hoạch hợp tác năm 2023".
                index = max(date.upperBound, index + 1)
                lastWord = index
                continue
            } else if let stop = sentence.hits.first(where: { $0.start == index }), ends(stop) {
                break
            }
            index += 1
            let isJoint = sentence.hits.contains { $0.end == index && isLink($0.cue) }
            if token.kind != .mark, !isJoint { lastWord = index }
        }
        return lastWord
    }

    /// "Hiệp ước hữu nghị, hợp tác và tương trợ": a comma within an enumeration of plain words.
    private func isInnerComma(_ index: Int, limit: Int) -> Bool {
        guard sentence.tokens[index].isMark(",") else { return false }
        var next = index + 1
        while next < min(index + 7, limit) {
            let token = sentence.tokens[next]
            guard token.isWord, !token.isCapital else {
                return token.isMark(",") && next > index + 1
            }
            if let hit = sentence.hits.first(where: { $0.start == next }) {
                guard hit.cue == .and, hit.end < limit else { return false }
                let last = sentence.tokens[hit.end]
                return last.isWord && !last.isCapital
                    && !sentence.hits.contains { $0.start == hit.end }
            }
            next += 1
        }
        return false
    }

    /// Words that join or lead on, and end no name.
    private func isLink(_ cue: AgreementCue) -> Bool {
        switch cue {
        case .and, .at, .toward, .inside, .of, .with, .between, .governs: true
        default: false
        }
    }

    private func ends(_ hit: AgreementSentence.Hit) -> Bool {
        switch hit.cue {
        case .end, .agent, .purpose, .relative, .condition, .happen, .until, .effect, .planned,
            .held,
            .negated, .sign, .signing, .issue, .agree, .reach,
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

    private func findAct(_ phrase: inout PactPhrase, after last: PactPhrase?, limit: Int) {
        let isStatement = phrase.kind == .statement
        // "Ký hiệp định A, hiệp định B và bản ghi nhớ C": a list shares the verb of its head.
        if let last, isListed(phrase, after: last), let act = last.act, !last.isPassive {
            phrase.act = act
            phrase.isWitnessed = last.isWitnessed
            return
        }
        if let act = sentence.lastHit(
            before: phrase.noun.start, where: { isAct($0, isStatement: isStatement) }),
            reaches(act, phrase)
        {
            phrase.act = act
            phrase.isWitnessed = isWitnessed(act)
            return
        }
        // After: "được ký", "dự kiến ký", "ký năm 2015".
        var end = phrase.tail
        if let group = sentence.groups.first(where: { $0.range.lowerBound >= end }),
            group.range.lowerBound <= end + 4
        {
            // "… đã được A và B ký".
            end = group.range.upperBound
        }
        let after = stretch(phrase.tail, min(end + 8, limit))
        let act = sentence.hits.first {
            $0.start >= after.lowerBound && $0.end <= after.upperBound
                && isAct($0.cue, isStatement: isStatement) && $0.cue != .signing
        }
        guard let act, isPassive(act, of: phrase) else { return }
        phrase.act = act
        phrase.isPassive = true
    }

    private func isPassive(_ act: AgreementSentence.Hit, of phrase: PactPhrase) -> Bool {
        let gap = stretch(phrase.tail, act.start)
        guard !sentence.containsMark(gap, [",", ";"]) else { return false }
        let hasGroup = sentence.groups.contains {
            gap.contains($0.range.lowerBound) && gap.contains($0.range.upperBound - 1)
        }
        if !hasGroup, sentence.contains(gap, where: { $0 == .and }) { return false }
        guard act.cue == .issue else { return true }
        // "Thông qua" is "by means of" as well: only "được thông qua" is an act.
        return sentence.hits.contains { $0.cue == .end && $0.end == act.start }
    }

    /// Whether only what joins a list stands between two documents.
    private func isListed(_ phrase: PactPhrase, after last: PactPhrase) -> Bool {
        let gap = stretch(last.name.upperBound, phrase.noun.start)
        guard gap.count <= 12 else { return false }
        return gap.allSatisfy { index in
            let token = sentence.tokens[index]
            if token.kind == .mark { return !token.isMark(".") }
            if token.isNumber || isDate(index) { return true }
            return sentence.hits.contains {
                guard $0.range.contains(index) else { return false }
                switch $0.cue {
                case .and, .plural, .list: return true
                default: return false
                }
            }
        }
    }

    private func date(at index: Int) -> Range<Int>? {
        sentence.resolved.annotated.dates.first { $0.range.lowerBound == index }?.range
    }

    private func isDate(_ index: Int) -> Bool {
        sentence.resolved.annotated.dates.contains { $0.range.contains(index) }
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
        if gap.count <= 6, !sentence.containsMark(gap, [",", ";"]) {
            return !sentence.contains(gap) {
                switch $0 {
                case .negotiate, .apply, .relative, .negated, .inside: true
                default: false
                }
            }
        }
        // "Lễ ký các văn kiện, gồm …": what is listed last.
        guard
            let list = sentence.hits.last(where: {
                $0.end <= phrase.noun.start && $0.cue == .list
            }), list.start >= act.end
        else { return isColonList(act, phrase) }
        return phrase.noun.start - list.end <= 3
            && sentence.contains(gap) { $0.isDocument }
    }

    /// "… ký các văn kiện hợp tác: hiệp định A …".
    private func isColonList(_ act: AgreementSentence.Hit, _ phrase: PactPhrase) -> Bool {
        let before = phrase.noun.start - 1
        guard before > act.end, sentence.tokens[before].isMark(":") else { return false }
        return sentence.contains(stretch(act.end, before)) { $0.isDocument }
    }

    private func isWitnessed(_ act: AgreementSentence.Hit) -> Bool {
        guard let witness = sentence.lastHit(before: act.start, where: { $0 == .witness }) else {
            return act.cue == .signing
        }
        return act.start - witness.end <= 14
    }
}
