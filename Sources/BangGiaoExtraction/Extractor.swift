public import BangGiaoModel

/// Reads the facts of a document: persons, agencies, countries, positions, meetings, agreements.
///
/// A cascade over one lattice of tokens: lexicon, mentions, entities, positions, events. Pure: the
/// same document and lexicon give the same facts on any machine and any thread.
public struct Extractor: Sendable {
    private let lexicon: Lexicon

    /// Makes an extractor with the words it knows.
    public init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Returns the facts of a document.
    ///
    /// - Complexity: O(length of the text) for the text; O(mentions²) at worst for entities.
    public func extract(_ document: Document) -> DocumentFacts {
        let annotated = Annotator(lexicon: lexicon).annotate(document)
        let resolved = EntityResolver(lexicon: lexicon).resolve(annotated)
        let meetings = MeetingBuilder(lexicon: lexicon).meetings(in: resolved)
        let agreements = AgreementBuilder(lexicon: lexicon)
            .agreements(in: resolved, meetings: meetings)
        return FactsBuilder(document: resolved, meetings: meetings, agreements: agreements).facts()
    }
}
