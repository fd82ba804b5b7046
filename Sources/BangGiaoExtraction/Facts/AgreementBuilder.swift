import BangGiaoModel

/// Reads what parties agreed, signed, or set up between them.
///
/// Sentence by sentence three readers look for named documents, named levels of relations and
/// agreements without a document; each ties what it finds to its parties by grammar, and leaves it
/// where the text doesn't. Then repeats are joined.
/// - Complexity: O(length of the text) but for sentences that speak of agreements.
struct AgreementBuilder: Sendable {
    private let cues: [AgreementCue?]
    private let meetingNouns: [Bool]
    /// The kinds of the cues that trigger.
    private let triggers: CueSet

    /// Makes a builder with the cues of a lexicon.
    init(lexicon: Lexicon) {
        let cues = lexicon.cues.map { AgreementCue($0) }
        self.cues = cues
        triggers = CueSet(
            zip(lexicon.cues, cues).filter { $1?.isTrigger ?? false }.map { CueSet($0.0.kind) })
        meetingNouns = lexicon.cues.map { $0.kind == .meetingNoun }
    }

    /// Returns the agreements of a document in the order of the text.
    func agreements(in document: ResolvedDocument, meetings: [MeetingDraft]) -> [AgreementDraft] {
        var drafts: [AgreementDraft] = []
        let focus = forEachSentence(of: document, meetings: meetings) { sentence, focus in
            drafts += PactReader(focus: focus).read(sentence)
            drafts += PartnershipReader(focus: focus).read(sentence)
            drafts += ConsensusReader(focus: focus, earlier: drafts).read(sentence)
        }
        guard let focus else { return [] }
        return AgreementMerger(focus: focus).merge(drafts)
            .map { focus.withSignatories($0) }
    }

    /// Calls a closure with each sentence that speaks of agreements, and what is in view there;
    /// returns what was in view, nil where no sentence does.
    @discardableResult
    func forEachSentence(
        of document: ResolvedDocument, meetings: [MeetingDraft],
        _ body: (AgreementSentence, AgreementFocus) -> Void
    ) -> AgreementFocus? {
        var focus: AgreementFocus?
        for (number, sentence) in document.annotated.sentences.enumerated()
        where sentence.isProse && hasTrigger(sentence, in: document) {
            let ready = focus ?? self.focus(document, meetings)
            focus = ready
            guard
                let read = AgreementSentence(
                    number, in: document, cues: cues, mentions: ready.mentions[number])
            else { continue }
            body(read, ready)
        }
        return focus
    }

    /// Makes the focus of a document, and finds the groups of states whose members it lists.
    private func focus(_ document: ResolvedDocument, _ meetings: [MeetingDraft]) -> AgreementFocus {
        var focus = AgreementFocus(document, meetings, cues: cues, meetingNouns: meetingNouns)
        for (number, mentions) in focus.mentions.enumerated() where mentions.count > 3 {
            if let sentence = focus.read(number) { focus.learnMembers(sentence) }
        }
        return focus
    }

    private func hasTrigger(_ sentence: Sentence, in document: ResolvedDocument) -> Bool {
        for index in sentence.tokens {
            if document.annotated.lattice.cues(at: index).isDisjoint(with: triggers) { continue }
            for match in document.annotated.lattice[index] where match.table == .cue {
                if cues[Int(match.entry)]?.isTrigger ?? false { return true }
            }
        }
        return false
    }
}
