import BangGiaoModel
import Foundation

/// Reads JSON Lines: an object a line with `text`, and optional `id`, `title`, `published`, `url`.
///
/// Holds one line and one piece of the input at a time.
struct JSONLinesReader {
    private static let pieceSize = 1 << 18

    private let input: Input
    private let reader: DocumentReader
    private var bytes: InputBytes
    private var piece: [UInt8] = []
    private var place = 0
    private var line = 0
    private var isFinished = false

    init(_ bytes: InputBytes, input: Input, reader: DocumentReader) {
        self.bytes = bytes
        self.input = input
        self.reader = reader
    }

    /// Returns the document of the next line that isn't blank, or the error in its place.
    mutating func next() -> Result<ReadDocument, ReadingError>? {
        do throws(ReadingError) {
            while let text = try nextLine() {
                if text.allSatisfy({ $0 <= 0x20 }) { continue }
                return .success(try document(of: text))
            }
            return nil
        } catch {
            // What stops the input itself stops the lines.
            if error.code == .unreadable || error.code == .binary { isFinished = true }
            return .failure(error)
        }
    }

    /// Returns the bytes of the next line without its end; nil after the last.
    private mutating func nextLine() throws(ReadingError) -> [UInt8]? {
        var found: [UInt8] = []
        var length = 0
        while !isFinished {
            if place >= piece.count {
                piece = try bytes.next(Self.pieceSize)
                place = 0
                if piece.isEmpty {
                    isFinished = true
                    break
                }
            }
            let rest = piece[place...]
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            length += end - place
            // A line over the limit is passed over without being held.
            if length <= reader.maximumBytes { found += rest[..<end] }
            place = end + 1
            if end < rest.endIndex { return try checked(found, length) }
        }
        return length == 0 ? nil : try checked(found, length)
    }

    private mutating func checked(_ found: [UInt8], _ length: Int) throws(ReadingError) -> [UInt8] {
        line += 1
        if length > reader.maximumBytes {
            let detail = DocumentReader.sizes(length, limit: reader.maximumBytes)
            throw ReadingError(.tooLarge, place: input.path, line: line, detail: detail)
        }
        if line == 1 {
            if let binary = FileSignature.binary(found) {
                throw ReadingError(.binary, place: input.path, detail: binary)
            }
            if found.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(found[3...]) }
        }
        return found
    }

    private func document(of bytes: [UInt8]) throws(ReadingError) -> ReadDocument {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            let advice = FileSignature.encodingAdvice(bytes)
            throw ReadingError(.notUTF8, place: input.path, line: line, detail: advice)
        }
        let record: Record
        do {
            record = try JSONDecoder().decode(Record.self, from: Data(bytes))
        } catch {
            throw malformed(Self.reason(error))
        }
        guard let text = TextNormalizer.normalize(Array(record.text.utf8)) else {
            throw malformed("\"text\" is not Unicode")
        }
        let id = record.id ?? "\(input.name)-\(line)"
        var read = reader.document(
            of: text, LineTable(text.bytes, cues: reader.cues), id: DocumentID(Self.composed(id)))
        if read.document.zones.isEmpty { throw malformed("\"text\" is empty") }
        read.originalOffsets = nil
        if let title = record.title, !title.isEmpty { read.document.title = Self.composed(title) }
        if let url = record.url, !url.isEmpty { read.document.url = url }
        if let published = record.published, !published.isEmpty {
            if let day = day(of: published) {
                read.document.published = day
            } else {
                read.diagnostics.append(
                    Diagnostic(
                        .warning, id: "published",
                        "\"published\" is no date: \"\(published)\"; write it as 2021-10-22."))
            }
        }
        return read
    }

    private func day(of text: String) -> PartialDate? {
        PartialDate(text) ?? DateScanner.day(of: text, cues: reader.cues)
    }

    private func malformed(_ detail: String) -> ReadingError {
        ReadingError(.malformedLine, place: input.path, line: line, detail: detail)
    }

    private static func composed(_ text: String) -> String {
        TextNormalizer.normalize(Array(text.utf8))?.text ?? text
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound: "the object has no \"text\""
        case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty,
            DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty:
            "\"\(context.codingPath[0].stringValue)\" must be a string"
        case DecodingError.typeMismatch, DecodingError.valueNotFound: "the line is no JSON object"
        default: "the line is not valid JSON"
        }
    }
}

/// One line's object.
private struct Record: Decodable {
    var text: String
    var id: String?
    var title: String?
    var published: String?
    var url: String?

    private enum CodingKeys: CodingKey { case text, id, title, published, url }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        title = try container.decodeIfPresent(String.self, forKey: .title)
        published = try container.decodeIfPresent(String.self, forKey: .published)
        url = try container.decodeIfPresent(String.self, forKey: .url)
        // Many sources number their articles.
        if let number = try? container.decodeIfPresent(Int.self, forKey: .id) {
            id = String(number)
        } else {
            id = try container.decodeIfPresent(String.self, forKey: .id)
        }
    }
}
