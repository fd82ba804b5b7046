public import BangGiaoModel

/// Reads the facts of a document: persons, agencies, countries, positions, meetings, agreements.
///
/// A cascade over one lattice of tokens: lexicon, mentions, entities, positions, events. Pure: the
/// same document and lexicon give the same facts on any machine and any thread.
public struct Extractor: Sendable {
    private let lexicon: Lexicon
    private let annotator: Annotator
    private let resolver: EntityResolver
    private let meetings: MeetingBuilder
    private let agreements: AgreementBuilder

    /// The version of the rules: raised when they read a text otherwise, so that what was read by
    /// older ones can be read again.
    public static let version = 1

    /// Makes an extractor with the words it knows.
    ///
    /// - Complexity: O(entries of the lexicon): make it once and share it among all tasks.
    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        annotator = Annotator(lexicon: lexicon)
        resolver = EntityResolver(lexicon: lexicon)
        meetings = MeetingBuilder(lexicon: lexicon)
        agreements = AgreementBuilder(lexicon: lexicon)
    }

    /// Returns the facts of a document.
    ///
    /// One of more than 64 kB is read part by part: who is meant, and which passages tell of one
    /// occasion, is then looked for within each part.
    /// - Complexity: O(length of the text); within 64 kB at worst the square of the mentions.
    public func extract(_ document: Document) -> DocumentFacts {
        let isLong = document.text.utf8.count > DocumentParts.maximumBytes
        guard isLong else { return read(document).facts() }
        return joined(document) { (read($0).facts(), Explanation()) }.facts
    }

    /// Returns the facts of a document, which rule and entries made each of them, and why words
    /// that can tell of a fact led to none.
    ///
    /// - Complexity: about twice that of ``extract(_:)``.
    public func explain(_ document: Document) -> (facts: DocumentFacts, explanation: Explanation) {
        let isLong = document.text.utf8.count > DocumentParts.maximumBytes
        return isLong ? joined(document, explainWhole) : explainWhole(document)
    }

    private func joined(
        _ document: Document, _ read: (Document) -> (DocumentFacts, Explanation)
    ) -> (facts: DocumentFacts, explanation: Explanation) {
        var joiner = FactsJoiner(document)
        for part in DocumentParts(document) {
            let (facts, explanation) = read(part.document)
            joiner.add(facts, explanation: explanation, from: part.start)
        }
        joiner.finish()
        return (joiner.facts, joiner.explanation)
    }

    private func explainWhole(_ document: Document) -> (DocumentFacts, Explanation) {
        let built = read(document)
        let explainer = Explainer(
            lexicon: lexicon, document: built.document, meetings: built.meetings,
            agreements: built.agreements)
        let omitted =
            meetings.omissions(in: built.document, drafts: built.meetings)
            + agreements.omissions(
                in: built.document, meetings: built.meetings, drafts: built.agreements)
        return (built.facts(), explainer.explanation(omitted: omitted))
    }

    private func read(_ document: Document) -> FactsBuilder {
        let resolved = resolver.resolve(annotator.annotate(document))
        let meetings = meetings.meetings(in: resolved)
        let agreements = agreements.agreements(in: resolved, meetings: meetings)
        return FactsBuilder(
            document: resolved, meetings: meetings, agreements: agreements,
            confidence: lexicon.confidence)
    }
}
