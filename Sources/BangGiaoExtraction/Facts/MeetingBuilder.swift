import BangGiaoModel

/// Reads who met whom, where and when.
///
/// Frames over each sentence give candidates (Appelt's FASTUS, Hobbs: cascaded patterns with
/// licensed slots); sides are filled from what was told before; passages about one occasion become
/// one. Precision comes first: a phrase without its parties tells of no meeting.
struct MeetingBuilder: Sendable {
    private let lexicon: Lexicon
    private let grammar: MeetingGrammar

    /// Makes a builder with the words of the lexicon.
    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        grammar = MeetingGrammar(lexicon: lexicon)
    }

    /// Returns the meetings of a document in the order of the text.
    ///
    /// - Complexity: O(tokens), and the square of the number of meetings.
    func meetings(in document: ResolvedDocument) -> [MeetingDraft] {
        let leaders = MeetingLeaders(document: document, grammar: grammar)
        let sentences = MeetingCutter(grammar: grammar, document: document, leaders: leaders)
            .sentences()
        var table = MeetingTable(
            document: document, sentences: sentences,
            sides: MeetingSides(document: document, grammar: grammar), leaders: leaders)
        for (number, sentence) in sentences.enumerated() {
            let frames = frames(sentence, number, in: document)
            for candidate in frames.candidates() { table.add(candidate) }
            for candidate in frames.supports() { table.add(candidate) }
            for aside in frames.asides() { table.add(aside) }
        }
        table.settle()
        return table.drafts()
    }

    /// Calls a closure with each sentence and what reads its frames.
    func forEachSentence(
        of document: ResolvedDocument, _ body: (MeetingSentence, MeetingFrames) -> Void
    ) {
        let leaders = MeetingLeaders(document: document, grammar: grammar)
        let sentences = MeetingCutter(grammar: grammar, document: document, leaders: leaders)
            .sentences()
        for (number, sentence) in sentences.enumerated() {
            body(sentence, frames(sentence, number, in: document))
        }
    }

    private func frames(
        _ sentence: MeetingSentence, _ number: Int, in document: ResolvedDocument
    ) -> MeetingFrames {
        MeetingFrames(document: document, sentence: sentence, number: number, lexicon: lexicon)
    }
}
