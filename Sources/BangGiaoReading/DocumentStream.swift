/// The documents of one input, read one by one as they are asked for.
///
/// Made by ``DocumentReader/documents(in:)``. Each element is a document, or why there is none in
/// its place; after an error of the whole input nothing follows.
public struct DocumentStream: Sequence, IteratorProtocol {
    private enum State {
        case unopened
        case lines(JSONLinesReader)
        case done
    }

    private let input: Input
    private let reader: DocumentReader
    private var state = State.unopened
    /// Whether the input is JSON Lines; nil until the first document was asked for, where only the
    /// bytes tell.
    public private(set) var isLines: Bool?

    init(input: Input, reader: DocumentReader) {
        self.input = input
        self.reader = reader
        isLines = input.format.map { $0 == .jsonLines }
    }

    /// Returns the next document, or the error in its place; nil after the last.
    public mutating func next() -> Result<ReadDocument, ReadingError>? {
        do throws(ReadingError) {
            switch state {
            case .unopened:
                state = .done
                return try open()
            case .lines(var lines):
                state = .done
                let result = lines.next()
                if result != nil { state = .lines(lines) }
                return result
            case .done:
                return nil
            }
        } catch {
            return .failure(error)
        }
    }

    private mutating func open() throws(ReadingError) -> Result<ReadDocument, ReadingError>? {
        var bytes = try InputBytes(input)
        let format =
            if let known = input.format { known } else {
                DocumentFormat(sniffing: try bytes.peek())
            }
        isLines = format == .jsonLines
        if format == .jsonLines {
            var lines = JSONLinesReader(bytes, input: input, reader: reader)
            let first = lines.next()
            state = .lines(lines)
            return first ?? .failure(ReadingError(.empty, place: input.path))
        }
        let all = try bytes.all(limit: reader.maximumBytes)
        return .success(
            try reader.readOne(all, format: format, name: input.name, place: input.path))
    }
}
