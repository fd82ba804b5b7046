import BangGiaoKnowledge
import BangGiaoModel

/// The passages that prove the facts of a graph, each once, under ids made of where they stand.
struct EvidenceIndex {
    /// A passage of a document.
    struct Passage: Hashable, Comparable {
        var document: DocumentID
        var span: TextSpan
        var quotation: String

        init(_ source: Source) {
            document = source.document
            span = source.evidence.span
            quotation = source.evidence.quotation
        }

        static func < (left: Passage, right: Passage) -> Bool {
            if left.document != right.document { return left.document < right.document }
            if left.span != right.span { return left.span < right.span }
            return left.quotation.unicodeScalars
                .lexicographicallyPrecedes(right.quotation.unicodeScalars)
        }
    }

    private let passages: [Passage]
    private let ids: [Passage: String]

    init(_ sources: some Sequence<Source>) {
        passages = Set(sources.lazy.map(Passage.init)).sorted()
        var ids: [Passage: String] = [:]
        var last: Passage?
        var repeated = 1
        for passage in passages {
            // Facts from elsewhere may have no span: then several passages share one place.
            let isSamePlace = last?.document == passage.document && last?.span == passage.span
            repeated = isSamePlace ? repeated + 1 : 1
            let span = "\(passage.span.lowerBound)-\(passage.span.upperBound)"
            ids[passage] =
                "\(passage.document.rawValue)@\(span)" + (repeated > 1 ? "~\(repeated)" : "")
            last = passage
        }
        self.ids = ids
    }

    /// The passages with their ids, by document and place.
    var ordered: [(id: String, passage: Passage)] {
        passages.map { (ids[$0] ?? "", $0) }
    }

    /// Returns the id of a source's passage, such as `seed-003@1204-1388`.
    func id(of source: Source) -> String { ids[Passage(source)] ?? "" }

    /// Returns the ids of sources in their order, each once.
    func ids(of sources: [Source]) -> [String] {
        var seen: Set<String> = []
        return sources.map(id).filter { seen.insert($0).inserted }
    }
}
