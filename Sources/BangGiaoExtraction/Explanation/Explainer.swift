import BangGiaoModel

/// Tells how the facts of a document were read.
struct Explainer {
    let lexicon: Lexicon
    let document: ResolvedDocument
    let meetings: [MeetingDraft]
    let agreements: [AgreementDraft]

    /// Returns what made each fact, and what the omitted words lack.
    ///
    /// - Complexity: O(length of the text), about once more what reading the facts takes.
    func explanation(omitted: [OmittedTrigger]) -> Explanation {
        let positions = document.positions.enumerated().map { index, draft in
            FactReading(
                fact: .position(index), rule: draft.rule, triggers: [annotated.span(draft.range)],
                entries: entries(in: draft.range).map(\.entry),
                traits: FactTraits.position(draft, in: document).names)
        }
        let meetings = meetings.enumerated().map { index, draft in
            FactReading(
                fact: .meeting(index), rule: draft.rule,
                triggers: spans(draft.triggers, of: .meeting),
                entries: entries(
                    trigger: draft.trigger, of: .meeting, evidence: draft.evidence,
                    members: draft.sides.flatMap(\.self)),
                traits: FactTraits.meeting(draft, in: document).names)
        }
        let agreements = agreements.enumerated().map { index, draft in
            FactReading(
                fact: .agreement(index), rule: draft.rule,
                triggers: spans(draft.triggers, of: .agreement),
                entries: entries(
                    trigger: draft.trigger, of: .agreement, evidence: draft.evidence,
                    members: draft.parties + draft.signatories),
                traits: FactTraits.agreement(draft, in: document).names)
        }
        return Explanation(
            readings: positions + meetings + agreements, omissions: omissions(omitted))
    }

    private var annotated: AnnotatedDocument { document.annotated }

    private func omissions(_ omitted: [OmittedTrigger]) -> [Omission] {
        let order = omitted.sorted {
            ($0.tokens.lowerBound, $0.kind.rawValue) < ($1.tokens.lowerBound, $1.kind.rawValue)
        }
        return order.compactMap { trigger in
            guard let entry = cue(at: trigger.tokens, of: trigger.kind) else { return nil }
            return Omission(
                kind: trigger.kind, reason: trigger.reason, trigger: annotated.span(trigger.tokens),
                sentence: annotated.span(trigger.sentence), entry: entry)
        }
    }

    // MARK: Entries

    private struct Found: Hashable {
        var start: Int
        var entry: LexiconEntry
    }

    private func spans(_ tokens: [Int], of kind: Omission.Kind) -> [TextSpan] {
        Set(tokens).sorted().map { token in
            annotated.span(match(at: token, of: kind)?.range ?? token..<token + 1)
        }
    }

    /// The entries of a trigger and of the members' mentions in the evidence.
    private func entries(
        trigger: Range<Int>, of kind: Omission.Kind, evidence: Range<Int>, members: [Int]
    ) -> [LexiconEntry] {
        var found: [Found] = []
        if let entry = cue(at: trigger, of: kind) {
            found.append(Found(start: trigger.lowerBound, entry: entry))
        }
        for entity in members {
            for mention in document.entities[entity].mentions {
                let range = annotated.mentions[mention].range
                if evidence.contains(range.lowerBound) { found += entries(in: range) }
            }
        }
        var seen: Set<LexiconEntry> = []
        return found.sorted { $0.start < $1.start }.map(\.entry).filter { seen.insert($0).inserted }
    }

    /// The entries that cover a mention from left to right, longest first; cues name nobody.
    private func entries(in range: Range<Int>) -> [Found] {
        var result: [Found] = []
        var token = range.lowerBound
        while token < range.upperBound {
            let match = annotated.lattice[token].first {
                $0.table != .cue && $0.table != .place && Int($0.end) <= range.upperBound
            }
            if let match {
                result.append(Found(start: token, entry: lexicon.entry(of: match)))
                token = Int(match.end)
            } else {
                token += 1
            }
        }
        return result
    }

    private func cue(at tokens: Range<Int>, of kind: Omission.Kind) -> LexiconEntry? {
        match(at: tokens.lowerBound, of: kind).map(lexicon.entry(of:))
    }

    /// The longest phrase at a token that tells of facts of a kind.
    private func match(at token: Int, of kind: Omission.Kind) -> Match? {
        annotated.lattice[token].first {
            $0.table == .cue && lexicon.cues[Int($0.entry)].kind.tells(of: kind)
        }
    }
}

/// A word that could have told of a fact, in tokens.
struct OmittedTrigger {
    var kind: Omission.Kind
    var reason: Omission.Reason
    var tokens: Range<Int>
    var sentence: Range<Int>
}

extension CueKind {
    /// Whether a word of this kind tells of facts of a kind.
    fileprivate func tells(of kind: Omission.Kind) -> Bool {
        switch (kind, self) {
        case (.meeting, .meetingNoun), (.meeting, .meetingVerb), (.meeting, .meetingWord),
            (.agreement, .agreementNoun), (.agreement, .agreementVerb):
            true
        default: false
        }
    }
}

extension Lexicon {
    /// The entry that a match in the text stands for.
    func entry(of match: Match) -> LexiconEntry {
        let number = Int(match.entry)
        switch match.table {
        case .country:
            let form = countryForms[number]
            return .init(table: "country-forms", form: form.form, meaning: form.code.rawValue)
        case .agency:
            return .init(
                table: "agencies", form: agencies[number].form, meaning: agencies[number].name)
        case .head:
            return .init(
                table: "agency-heads", form: heads[number].head,
                meaning: heads[number].kind.rawValue)
        case .portfolio:
            return .init(
                table: "portfolios", form: portfolios[number].form,
                meaning: portfolios[number].ministry)
        case .title:
            return .init(
                table: "titles", form: titles[number].form, meaning: titles[number].title)
        case .honorific:
            return .init(
                table: "honorifics", form: honorifics[number].form,
                meaning: honorifics[number].kind.rawValue)
        case .place:
            return .init(
                table: "places", form: places[number].form,
                meaning: places[number].country?.rawValue ?? "")
        case .person:
            return .init(
                table: "persons", form: persons[number].form,
                meaning: persons[number].country?.rawValue ?? "")
        case .cue:
            return .init(
                table: cues[number].table, form: cues[number].form, meaning: cues[number].value)
        }
    }
}
