import BangGiaoKnowledge
import BangGiaoModel

/// Finds the passages that prove what is drawn, and makes notes of them.
struct CitationFinder {
    private let documents: [DocumentID: DocumentFacts.Header]
    private let labels: DiagramLabels
    /// Quotations and headlines can be long; a tooltip is read at a glance.
    private static let maximumQuotation = 300
    /// More passages than anyone reads in a footnote; the count is in the facts themselves.
    private static let maximumCitations = 50

    init(_ scope: DiagramScope) {
        documents = Dictionary(
            scope.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        labels = scope.options.labels
    }

    /// Returns the passages of sources, each once: those of the scope's documents first, then by
    /// document and place.
    func citations(of sources: [Source]) -> [Citation] {
        func key(_ source: Source) -> (Int, DocumentID, TextSpan) {
            (documents[source.document] == nil ? 1 : 0, source.document, source.evidence.span)
        }
        var seen: Set<Citation> = []
        let all = sources.map { (key: key($0), source: $0) }.sorted { $0.key < $1.key }
            .compactMap { entry -> Citation? in
                let header = documents[entry.source.document]
                let citation = Citation(
                    document: entry.source.document, title: header?.title,
                    published: header?.published, url: header?.url,
                    span: entry.source.evidence.span,
                    quotation: entry.source.evidence.quotation)
                return seen.insert(citation).inserted ? citation : nil
            }
        return Array(all.prefix(Self.maximumCitations))
    }

    /// Gives a note its citations, and with them the whole title and the address.
    func proven(_ note: DiagramNote, by sources: [Source]) -> DiagramNote {
        var note = note
        note.citations = citations(of: sources)
        if let first = note.citations.first {
            note.title = "\(note.sentence). \(proof(first))"
            note.href = note.citations.lazy.compactMap(\.url).first
        }
        return note
    }

    /// The quotation, and where it stands.
    private func proof(_ citation: Citation) -> String {
        let quotation = DOTText.cleaned(citation.quotation, maximum: Self.maximumQuotation)
        let title = DOTText.cleaned(citation.title ?? citation.document.rawValue, maximum: 120)
        let day = citation.published.map { ", \(labels.date($0))" } ?? ""
        return "“\(quotation)” – \(title)\(day)"
    }
}
