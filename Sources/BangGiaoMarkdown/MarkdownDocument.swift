/// A Markdown text whose fenced code blocks of one name are to be replaced: in the text itself, or in
/// the HTML made of it.
///
/// The Markdown is CommonMark with GitHub's tables, strikethrough, links and footnotes. HTML in the
/// text is left out of the HTML that is made, and so are links that could run something.
public struct MarkdownDocument: Sendable {
    /// A fenced code block.
    public struct Block: Hashable, Sendable {
        /// The words behind the fence; the first is the block's name.
        public var info: String
        /// The lines between the fences, each ended by a line break.
        public var content: String
        /// The lines of the text from fence to fence, counted from 1.
        public var lines: ClosedRange<Int>
        /// What stands before the opening fence: blanks, the marks of quotes and lists.
        public var prefix: String
    }

    /// The text as it was given.
    public let text: String
    /// The blocks of the name, from top to bottom.
    public let blocks: [Block]
    /// The text's title: that of its front matter, else of its first heading; nil without either.
    public let title: String?
    /// The language that the front matter names, as a code of BCP 47.
    public let language: String?
    private let name: String
    private let body: String

    /// Reads a text.
    ///
    /// A block of YAML at the very start, as Pandoc and Quarto take it, is no Markdown.
    /// - Parameter name: What the info string of a block to be replaced begins with.
    /// - Throws: ``MarkdownError`` where such a block isn't closed.
    /// - Complexity: O(length).
    public init(_ text: String, blocksNamed name: String) throws(MarkdownError) {
        let matter = FrontMatter(text)
        // Blank lines in its place: the numbers of the lines below stay.
        let body = String(repeating: "\n", count: matter.lineCount) + text[matter.end...]
        let tree = MarkdownTree(body)
        self.text = text
        self.name = name
        self.body = body
        let lines = Self.lines(of: text)
        var blocks: [Block] = []
        for found in tree.codeBlocks(named: name) {
            let (first, last) = (found.firstLine, min(found.lastLine, lines.count))
            let opening = lines[first - 1]
            let prefix = String(opening.utf8.prefix(found.column - 1)) ?? ""
            guard last > first, Self.isFence(lines[last - 1]) else {
                throw MarkdownError(.unclosedBlock, line: first)
            }
            blocks.append(
                Block(
                    info: found.info, content: found.content, lines: first...last, prefix: prefix))
        }
        self.blocks = blocks
        title = matter["title"] ?? tree.firstHeading
        language = matter["lang"]
    }

    /// Returns the text with other Markdown in place of the blocks.
    ///
    /// - Parameter replacements: One a block; within quotes and lists it's indented as the block was.
    /// - Precondition: There are as many replacements as blocks.
    public func markdown(replacingBlocksBy replacements: [String]) -> String {
        precondition(replacements.count == blocks.count, "Each block needs one replacement.")
        var result = ""
        var next = 1
        let lines = Self.lines(of: text)
        for (block, replacement) in zip(blocks, replacements) {
            for line in lines[(next - 1)..<(block.lines.lowerBound - 1)] { result += line + "\n" }
            let indent = String(block.prefix.map { $0 == ">" ? $0 : " " })
            var new = replacement.split(separator: "\n", omittingEmptySubsequences: false)
            while new.last?.isEmpty == true { new.removeLast() }
            for (number, line) in new.enumerated() {
                let whole = (number == 0 ? block.prefix : indent) + line
                result += Self.trimmedEnd(whole) + "\n"
            }
            next = block.lines.upperBound + 1
        }
        for line in lines[(next - 1)...] { result += line + "\n" }
        if text.last?.isLineEnd != true, next <= lines.count { result.removeLast() }
        return result
    }

    /// Returns the text as HTML, with other HTML in place of the blocks.
    ///
    /// - Parameter replacements: One a block, written as it is.
    /// - Precondition: There are as many replacements as blocks.
    /// - Complexity: O(length).
    public func html(replacingBlocksBy replacements: [String]) -> String {
        precondition(replacements.count == blocks.count, "Each block needs one replacement.")
        return MarkdownTree(body).html(replacing: name, by: replacements)
    }

    /// The lines without their ends; a break at the very end begins no line.
    private static func lines(of text: String) -> [Substring] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func isFence(_ line: Substring) -> Bool {
        let marks = line.drop { " \t>".contains($0) }
        return marks.hasPrefix("```") || marks.hasPrefix("~~~")
    }

    private static func trimmedEnd(_ line: String) -> Substring {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return line
    }
}

extension Character {
    /// Whether CommonMark ends a line here; other programs do so at more characters.
    var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}

/// A Markdown text that can't be taken as it is.
public struct MarkdownError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable {
        /// A fence opens a block and none ends it.
        case unclosedBlock
    }

    /// What is wrong.
    public var code: Code
    /// The line of the text, from 1.
    public var line: Int

    /// Makes an error.
    public init(_ code: Code, line: Int) {
        self.code = code
        self.line = line
    }

    /// One sentence: what, and what to do.
    public var description: String {
        switch code {
        case .unclosedBlock: "The block isn't closed; end it by a line of ```."
        }
    }
}
