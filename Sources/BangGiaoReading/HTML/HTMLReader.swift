import BangGiaoModel
import Foundation

/// Reads an article out of a page of HTML.
struct HTMLReader {
    let reader: DocumentReader

    /// Reads a page.
    ///
    /// The text is that of the whole page in its order, the blocks of the article and all others;
    /// zones tell them apart. Day, address and headline are taken from the page's head first.
    func document(
        _ bytes: [UInt8], name: String, place: String
    ) throws(ReadingError) -> ReadDocument {
        let encoding = try encoding(of: bytes, place: place)
        // Lengths are compared below: they must be those of composed letters.
        let composed = encoding == "UTF-8" ? TextNormalizer.normalize(bytes)?.bytes : nil
        guard
            let page = PageParser.parse(
                composed ?? bytes, encoding: encoding, cues: reader.pageCues)
        else {
            throw ReadingError(.empty, place: place)
        }
        let layout = PageLayout(page)
        let (text, starts) = assemble(page)
        guard let text else { throw ReadingError(.empty, place: place) }
        var table = LineTable(text.bytes, cues: reader.cues)
        let roles = layout.roles()
        var block = 0
        for index in table.lines.indices where !roles.isEmpty {
            while block + 1 < starts.count, starts[block + 1] <= table.lines[index].start {
                block += 1
            }
            table.lines[index].hint = roles[block].kind
            table.lines[index].story = roles[block].story
        }
        var read = reader.document(of: text, table, id: DocumentID(name))
        read.originalOffsets = nil
        take(PageMasthead(page, layout, cues: reader.cues), into: &read.document)
        if page.isCut {
            read.diagnostics.append(
                Diagnostic(
                    .warning, id: "nesting",
                    "The page is nested deeper than 256 tags; what is deeper was not read."))
        }
        return read
    }

    /// The name of the encoding that the parser is to use; nil where the page itself tells it.
    private func encoding(of bytes: [UInt8], place: String) throws(ReadingError) -> String? {
        if let wide = FileSignature.utf16(bytes) { return wide }
        // Pages that are UTF-8 are so whatever they say.
        if String(validating: bytes, as: UTF8.self) != nil { return "UTF-8" }
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        if head.contains("charset") || head.contains("encoding=") {
            return head.contains("utf-8") ? "UTF-8" : nil
        }
        throw ReadingError(.notUTF8, place: place, detail: FileSignature.encodingAdvice(bytes))
    }

    /// Joins the blocks: paragraphs by a blank line, others by a line break.
    ///
    /// - Returns: The text, and where each block begins in it.
    private func assemble(_ page: Page) -> (NormalizedText?, [Int]) {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        for block in page.blocks {
            guard let text = TextNormalizer.normalize(block.bytes) else { return (nil, []) }
            if !bytes.isEmpty {
                bytes += Self.listTags.contains(page.elements[block.element].tag) ? [10] : [10, 10]
            }
            starts.append(bytes.count)
            bytes += text.bytes
        }
        // Blocks are cut at characters that compose with nothing, so the whole is NFC as they are.
        return (TextNormalizer.normalize(bytes), starts)
    }

    private static let listTags: Set<String> = [
        "li", "dt", "dd", "td", "th", "a", "span", "option",
    ]

    private func take(_ masthead: PageMasthead, into document: inout Document) {
        if document.title == nil, let title = masthead.title { document.title = title }
        if let published = masthead.published { document.published = published }
        if let url = masthead.url { document.url = url }
        let authors = masthead.authors.filter { !document.authors.contains($0) }
        document.authors = authors + document.authors
    }
}
