/// An input that can't be read: what is wrong, where, and what to do about it.
public struct ReadingError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case missingFile
        case isFolder
        case unreadable
        case empty
        case notUTF8
        case binary
        case tooLarge
        case noArticles
        case malformedLine
    }

    /// What is wrong.
    public var code: Code
    /// The file or folder, as it was given; "standard input" where it has no name.
    public var place: String
    /// The line, from 1; 0 where the whole input is meant.
    public var line: Int
    /// What exactly was found, as the end of a sentence about the input.
    public var detail: String

    /// Makes an error.
    public init(_ code: Code, place: String, line: Int = 0, detail: String = "") {
        self.code = code
        self.place = place
        self.line = line
        self.detail = detail
    }
}

extension ReadingError: CustomStringConvertible {
    /// One sentence: where, what, and what to do.
    public var description: String {
        (line > 0 ? "\(place):\(line)" : place) + ": " + sentence
    }

    /// What is wrong and what to do, without the place.
    public var sentence: String {
        switch code {
        case .missingFile:
            "there is no such file or folder; check the path."
        case .isFolder:
            "is a folder; give a file."
        case .unreadable:
            "can't be read\(reason); check its permissions."
        case .empty:
            "has no text; give a file with an article in it."
        case .notUTF8:
            "is not UTF-8\(reason)."
        case .binary:
            "is \(detail), not text; save the article as .txt or .html."
        case .tooLarge:
            "is too large for one article\(reason); split it, or give many articles as .jsonl."
        case .noArticles:
            "has no article (\(Self.endings)) in it or below; check the folder."
        case .malformedLine:
            "\(detail); write one JSON object a line, with the article in \"text\"."
        }
    }

    private var reason: String { detail.isEmpty ? "" : " (\(detail))" }

    private static var endings: String {
        DocumentFormat.allCases.flatMap(\.fileEndings).map { "." + $0 }.joined(separator: ", ")
    }
}
