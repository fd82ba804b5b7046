public import BangGiaoKnowledge
public import BangGiaoModel

/// A document with what it says, and with all that a store works out of it alone.
///
/// Made without a store, so that many can be prepared at one time, each on a core of its own.
public struct PreparedArticle: Sendable {
    /// The document.
    public let document: Document
    /// What it says.
    public let facts: DocumentFacts
    /// What made the facts.
    public let extractor: String
    /// Equal for documents with equal text, header and zones, read by one extractor.
    public let fingerprint: String
    /// What doesn't fit; nil where the facts are the document's. One that doesn't fit can't be saved.
    public let problem: String?
    let textHash: TextHash
    let sketch: TextSketch
    /// The cells of the entities, in their order.
    var cells: [CellReading]

    /// Prepares a document.
    ///
    /// - Parameters:
    ///   - extractor: What made the facts; see ``KnowledgeStore/save(_:of:extractor:)``.
    ///   - judge: The store's, from ``KnowledgeStore/judge()``.
    /// - Complexity: O(length of the text + entities + facts).
    public init(
        _ facts: DocumentFacts, of document: Document, extractor: String = "", judge: CellJudge
    ) {
        self.document = document
        self.facts = facts
        self.extractor = extractor
        fingerprint = Self.fingerprint(document, extractor: extractor)
        problem = FactsCheck(facts: facts, document: document).problem()
        textHash = TextHash(of: document.text)
        // Zones that don't fit the text can't be read.
        sketch = problem == nil ? Shingles(document).sketch : TextSketch(bytes: [])
        cells = problem == nil ? CellBuilder(judge: judge).cells(of: facts) : []
    }

    /// Returns what tells whether a document was read already, before its facts are extracted.
    public static func fingerprint(_ document: Document, extractor: String) -> String {
        var parts = [
            extractor, document.id.rawValue, document.language, document.title ?? "\u{0}",
            document.published?.description ?? "\u{0}", document.url ?? "\u{0}", document.text,
        ]
        parts += document.authors
        for zone in document.zones {
            parts.append(
                "\(zone.kind.rawValue) \(zone.span.lowerBound) \(zone.span.upperBound) "
                    + (zone.story.map { "\($0)" } ?? ""))
        }
        return TextHash(of: parts.joined(separator: "\u{1F}")).rawValue
    }
}
