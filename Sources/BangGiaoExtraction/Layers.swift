import BangGiaoModel

/// What lies under all that is read from a document; never altered, and shared by every reader, so
/// that handing a document on costs no more than handing on a reference.
final class Layers: Sendable {
    let document: Document
    let tokens: [Token]
    let lattice: Lattice
    let sentences: [Sentence]

    init(document: Document, tokens: [Token], lattice: Lattice, sentences: [Sentence]) {
        self.document = document
        self.tokens = tokens
        self.lattice = lattice
        self.sentences = sentences
    }
}
