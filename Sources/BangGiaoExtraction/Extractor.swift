public import BangGiaoModel

/// Reads the facts of a document: persons, agencies, countries, positions, meetings, agreements.
///
/// A cascade over one lattice of tokens: lexicon, mentions, entities, positions, events. Pure: the
/// same document and lexicon give the same facts on any machine and any thread.
public struct Extractor: Sendable {
    private let annotator: Annotator
    private let resolver: EntityResolver
    private let meetings: MeetingBuilder
    private let agreements: AgreementBuilder

    /// Makes an extractor with the words it knows.
    ///
    /// - Complexity: O(entries of the lexicon): make it once and share it among all tasks.
    public init(lexicon: Lexicon) {
        annotator = Annotator(lexicon: lexicon)
        resolver = EntityResolver(lexicon: lexicon)
        meetings = MeetingBuilder(lexicon: lexicon)
        agreements = AgreementBuilder(lexicon: lexicon)
    }

    /// Returns the facts of a document.
    ///
    /// - Complexity: O(length of the text) for the text; O(mentions²) at worst for entities.
    public func extract(_ document: Document) -> DocumentFacts {
        let resolved = resolver.resolve(annotator.annotate(document))
        let meetings = meetings.meetings(in: resolved)
        let agreements = agreements.agreements(in: resolved, meetings: meetings)
        return FactsBuilder(document: resolved, meetings: meetings, agreements: agreements).facts()
    }
}
