import BangGiaoModel

/// Lays tokens, sentences, mentions and dates over a document.
struct Annotator: Sendable {
    private let lexicon: Lexicon
    private let dateRecognizer: DateRecognizer

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        dateRecognizer = DateRecognizer(lexicon: lexicon)
    }

    /// Returns the document with its annotations.
    func annotate(_ document: Document) -> AnnotatedDocument {
        let tokens = Tokenizer().tokens(of: document.text)
        let lattice = Lattice(tokens: tokens, lexicon: lexicon)
        let sentences = sentences(of: document, tokens: tokens)
        let dates = dateRecognizer.dates(
            tokens: tokens, lattice: lattice, sentences: sentences, published: document.published)
        var annotated = AnnotatedDocument(
            document: document, tokens: tokens, lattice: lattice, sentences: sentences,
            mentions: [], dates: dates)
        annotated.mentions = MentionFinder(lexicon: lexicon).mentions(in: annotated.layers)
        return annotated
    }

    /// The sentences with the zones in which they stand.
    private func sentences(of document: Document, tokens: [Token]) -> [Sentence] {
        let splitter = SentenceSplitter(abbreviations: lexicon.abbreviations)
        var zone = 0
        return splitter.sentences(of: tokens).map { range in
            let start = Int(tokens[range.lowerBound].start)
            while zone < document.zones.count, document.zones[zone].span.upperBound <= start {
                zone += 1
            }
            guard zone < document.zones.count, document.zones[zone].span.lowerBound <= start else {
                return Sentence(tokens: range, zone: .body, story: nil)
            }
            let found = document.zones[zone]
            return Sentence(tokens: range, zone: found.kind, story: found.story)
        }
    }
}
