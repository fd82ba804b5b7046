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
    /// One of more than 64 kB is read part by part: who is meant, and which passages tell of one
    /// occasion, is then looked for within each part.
    /// - Complexity: O(length of the text); within 64 kB at worst the square of the mentions.
    public func extract(_ document: Document) -> DocumentFacts {
        guard document.text.utf8.count > DocumentParts.maximumBytes else {
            return extractWhole(document)
        }
        var joiner = FactsJoiner(document)
        for part in DocumentParts(document) {
            joiner.add(extractWhole(part.document), from: part.start)
        }
        joiner.finish()
        return joiner.facts
    }

    private func extractWhole(_ document: Document) -> DocumentFacts {
        let resolved = resolver.resolve(annotator.annotate(document))
        let meetings = meetings.meetings(in: resolved)
        let agreements = agreements.agreements(in: resolved, meetings: meetings)
        return FactsBuilder(document: resolved, meetings: meetings, agreements: agreements).facts()
    }
}
