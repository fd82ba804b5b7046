public import BangGiaoLexicon
import BangGiaoModel
public import Foundation

/// Reads articles: bytes in, documents out.
///
/// The one door to the text: whatever the format, a document's text is NFC, its lines end with
/// `\n`, its zones tell headline, story and surroundings apart, and what it says of itself (day,
/// address, writers) is taken from it and nowhere else.
///
/// ```swift
/// let reader = try DocumentReader(lexicon: folder)
/// for input in try Input.list("articles") {
///     for result in reader.documents(in: input) {
///         switch result {
///         case .success(let read): use(read.document, fileName: input.name)
///         case .failure(let error): warn(error.description)
///         }
///     }
/// }
/// ```
public struct DocumentReader: Sendable {
    /// The number of bytes that one article may have, unless said otherwise: 32 MB.
    public static let defaultMaximumBytes = 32 * 1024 * 1024

    /// The words by which zones are told.
    let cues: ZoneCues
    /// The marks by which the parts of a page are told.
    let pageCues: PageCues
    /// The number of bytes that one article, or one line of JSON Lines, may have.
    public var maximumBytes: Int

    /// Makes a reader with the tables of the lexicon's folder.
    ///
    /// - Precondition: `maximumBytes` is positive.
    /// - Throws: `LexiconError` where the tables of cues aren't what they must be.
    public init(
        lexicon directory: URL, maximumBytes: Int = DocumentReader.defaultMaximumBytes
    ) throws(LexiconError) {
        precondition(maximumBytes > 0, "A reader must be allowed at least one byte.")
        cues = try ZoneCues(directory: directory)
        pageCues = try PageCues(directory: directory)
        self.maximumBytes = maximumBytes
    }

    /// Reads the documents in bytes.
    ///
    /// - Parameters:
    ///   - bytes: A whole file.
    ///   - format: What it is written in.
    ///   - name: The name without ending; the documents' ids are made of it.
    ///   - place: How errors call the input; the name where not given.
    /// - Returns: One document; for JSON Lines one a line, in their order.
    /// - Throws: ``ReadingError``; for JSON Lines the first line's. Use ``documents(in:)`` to go on.
    /// - Complexity: O(*n*), and one pass over text that is already NFC.
    public func read(
        _ bytes: [UInt8], format: DocumentFormat, name: String, place: String? = nil
    ) throws(ReadingError) -> [ReadDocument] {
        let place = place ?? name
        guard format == .jsonLines else {
            return [try readOne(bytes, format: format, name: name, place: place)]
        }
        var documents: [ReadDocument] = []
        let input = Input(bytes: bytes, name: name, path: place, format: format)
        for result in self.documents(in: input) { documents.append(try result.get()) }
        return documents
    }

    /// Returns the documents of an input, read one by one as they are asked for.
    ///
    /// An input of JSON Lines is read line by line in bounded memory; a line that can't be read
    /// gives an error in its place, and the next lines go on.
    public func documents(in input: Input) -> DocumentStream {
        DocumentStream(input: input, reader: self)
    }

    func readOne(
        _ bytes: [UInt8], format: DocumentFormat, name: String, place: String
    ) throws(ReadingError) -> ReadDocument {
        if bytes.count > maximumBytes {
            throw ReadingError(
                .tooLarge, place: place, detail: Self.sizes(bytes.count, limit: maximumBytes))
        }
        if let binary = FileSignature.binary(bytes) {
            throw ReadingError(.binary, place: place, detail: binary)
        }
        let read: ReadDocument
        switch format {
        case .html:
            read = try HTMLReader(reader: self).document(bytes, name: name, place: place)
        case .markdown:
            let text = try text(of: bytes, place: place)
            read = MarkdownReader(reader: self).document(text, name: name)
        case .text, .jsonLines:
            let text = try text(of: bytes, place: place)
            read = document(of: text, LineTable(text.bytes, cues: cues), id: DocumentID(name))
        }
        if read.document.zones.isEmpty { throw ReadingError(.empty, place: place) }
        return read
    }

    private func text(of bytes: [UInt8], place: String) throws(ReadingError) -> NormalizedText {
        guard let text = TextNormalizer.normalize(bytes) else {
            let advice = FileSignature.encodingAdvice(bytes)
            throw ReadingError(.notUTF8, place: place, detail: advice)
        }
        return text
    }

    /// Tells the zones of a text, and reads its masthead.
    func document(of text: NormalizedText, _ table: LineTable, id: DocumentID) -> ReadDocument {
        var finder = ZoneFinder(table, cues: cues)
        let zones = finder.find()
        let masthead = Masthead(finder)
        return ReadDocument(
            Document(
                id: id, title: masthead.title, published: masthead.published, url: masthead.url,
                authors: masthead.authors, text: text.text, zones: zones),
            originalOffsets: text.offsets)
    }

    /// Says how large an input is and how large it may be.
    static func sizes(_ count: Int, limit: Int) -> String {
        func written(_ count: Int) -> String {
            count >= 1 << 20 ? "\((count + 1 << 19) >> 20) MB" : "\(count) bytes"
        }
        return "\(written(count)), the limit is \(written(limit))"
    }
}
