public import BangGiaoModel

/// A document as it was read, with what only the reader knows of it.
public struct ReadDocument: Hashable, Sendable {
    /// The document.
    public var document: Document
    /// Where the bytes of its text came from in the bytes that were read; nil where the text was
    /// put together from a page, from Markdown or from a line of JSON.
    public var originalOffsets: OriginalOffsets?
    /// What was odd but could be used.
    public var diagnostics: [Diagnostic]

    /// Makes a read document.
    public init(
        _ document: Document, originalOffsets: OriginalOffsets? = nil,
        diagnostics: [Diagnostic] = []
    ) {
        self.document = document
        self.originalOffsets = originalOffsets
        self.diagnostics = diagnostics
    }
}
