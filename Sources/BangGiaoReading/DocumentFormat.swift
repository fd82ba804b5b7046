/// The kinds of input that can be read.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
    /// Plain text, as it is copied from a page.
    case text = "txt"
    /// Markdown: read as plain text, its marks taken off.
    case markdown = "md"
    /// A page of HTML.
    case html
    /// JSON Lines: one article a line, in the field `text`.
    case jsonLines = "jsonl"

    /// The endings of file names, without dot, that tell this format.
    public var fileEndings: [String] {
        switch self {
        case .text: ["txt"]
        case .markdown: ["md"]
        case .html: ["html", "htm"]
        case .jsonLines: ["jsonl", "ndjson"]
        }
    }

    /// Takes the format from a file's name; nil where its ending tells none.
    public init?(fileName: some StringProtocol) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        let ending = fileName[fileName.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.fileEndings.contains(ending) }) else {
            return nil
        }
        self = format
    }

    /// The number of bytes that guessing looks at.
    static let sniffedBytes = 1024

    /// Guesses the format of bytes without a name, such as those of standard input.
    ///
    /// HTML begins with a tag of a page, JSON Lines with an object; all else is plain text.
    /// - Complexity: O(1): looks at the first kilobyte.
    public init(sniffing bytes: some Collection<UInt8>) {
        let head = bytes.prefix(Self.sniffedBytes).drop {
            $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
        }
        let text = String(decoding: head, as: UTF8.self).lowercased()
        let tags = [
            "<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<div", "<p>",
        ]
        if tags.contains(where: { text.hasPrefix($0) })
            || (text.hasPrefix("<") && text.contains("<html"))
        {
            self = .html
        } else if text.hasPrefix("{"), text.contains("\"text\"") || text.contains("\":") {
            self = .jsonLines
        } else {
            self = .text
        }
    }
}
