public import BangGiaoMarkdown

/// A block of a report's template: a command, and how its answer is set.
///
/// ````
/// ```banggiao
/// #| caption: Ai gặp ai trong tháng 12
/// #| width: 80%
/// draw --around "Lào" --footnotes
/// ```
/// ````
public struct ReportBlock: Hashable, Sendable {
    /// What the info string of a block begins with.
    public static let name = "banggiao"

    /// The words of the command, without the program's name.
    public var words: [String]
    /// What stands below a figure and above a table; nil takes a figure's own title.
    public var caption: String?
    /// What a figure shows, for those who don't see it.
    public var alternative: String?
    /// How wide a figure is, such as `80%` or `12cm`; nil leaves it to the page.
    public var width: String?
    /// The headings of a table's columns.
    public var columns: [String] = []
    /// The line of the template on which the block begins, from 1.
    public var line: Int

    /// Reads a block: first lines of options, then one command, on as many lines as it likes.
    ///
    /// - Throws: ``ReportError`` with the line of what is wrong.
    public init(_ block: MarkdownDocument.Block) throws(ReportError) {
        line = block.lines.lowerBound
        words = []
        var number = line
        var command = ""
        for text in block.content.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if text.hasPrefix("#|") {
                guard command.allSatisfy(\.isWhitespace) else {
                    throw ReportError(.lateOption, line: number, detail: String(text))
                }
                try read(option: text.dropFirst(2), line: number)
            } else {
                command += text + "\n"
            }
        }
        guard let words = ShellWords.split(command) else {
            throw ReportError(.openQuotation, line: line)
        }
        self.words = words.first == Self.name ? Array(words.dropFirst()) : words
        if self.words.isEmpty { throw ReportError(.noCommand, line: line) }
    }

    private mutating func read(option text: Substring, line: Int) throws(ReportError) {
        let parts = text.split(separator: ":", maxSplits: 1)
        let name = parts.first.map(Self.trimmed) ?? ""
        var value = parts.count > 1 ? Self.trimmed(parts[1]) : ""
        if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
            value = String(value.dropFirst().dropLast())
        }
        guard !value.isEmpty else {
            throw ReportError(.badOption, line: line, detail: Self.trimmed(text))
        }
        switch name {
        case "caption": caption = value
        case "alt": alternative = value
        case "width":
            guard value.wholeMatch(of: /[0-9]{1,4}(\.[0-9]{1,2})?(%|px|pt|cm|mm|in)/) != nil else {
                throw ReportError(.badOption, line: line, detail: Self.trimmed(text))
            }
            width = value
        case "columns":
            columns = value.split(separator: "|", omittingEmptySubsequences: false)
                .map(Self.trimmed)
        default: throw ReportError(.badOption, line: line, detail: Self.trimmed(text))
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

/// A line of words as a shell reads it: parted by blanks, kept together by quotation marks.
enum ShellWords {
    /// Returns the words; nil where a quotation mark isn't closed.
    static func split(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var characters = text[...]
        while let character = characters.popFirst() {
            switch (quote, character) {
            case (nil, "\""), (nil, "'"):
                quote = character
                word = word ?? ""
            case ("\"", "\""), ("'", "'"): quote = nil
            case (nil, "\\"), ("\"", "\\"):
                // A line that goes on below.
                guard let next = characters.popFirst(), next != "\n" else { continue }
                let isEscape = quote == nil || next == "\"" || next == "\\"
                word = (word ?? "") + (isEscape ? "" : "\\") + String(next)
            case (nil, _) where character.isWhitespace:
                if let whole = word { words.append(whole) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let whole = word { words.append(whole) }
        return quote == nil ? words : nil
    }
}
