import BangGiaoLexicon
import Foundation

/// A file of `Resources/Page`: text with places such as `{{title}}` to be filled.
struct PageTemplate {
    private let text: String

    /// Loads a file.
    ///
    /// - Throws: ``PageError`` where it isn't beside the program.
    init(_ name: String) throws(PageError) {
        guard let folder = BundledFolder.url("Page", of: "BangGiao"),
            let text = try? String(
                contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        else { throw PageError(.missingFile, detail: name) }
        self.text = text
    }

    /// Returns the text as it is.
    var bare: String { text }

    /// Returns the text with every place filled; what is filled in is never searched for places.
    ///
    /// - Parameter value: What goes into a place, written as it is: escape it before.
    func filled(_ value: (_ place: String) -> String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.range(of: "{{"), let end = rest[start.upperBound...].range(of: "}}")
        {
            result += rest[..<start.lowerBound]
            result += value(String(rest[start.upperBound..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}

/// Why no page could be written.
public struct PageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of trouble.
    public enum Code: String, Hashable, Sendable {
        /// A file that comes with the library isn't beside the program.
        case missingFile
    }

    /// What kind of trouble it is.
    public var code: Code
    /// The file.
    public var detail: String

    /// Makes an error.
    public init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }

    /// One sentence: what is wrong and what to do.
    public var description: String {
        switch code {
        case .missingFile:
            "\(detail): the page's file is missing; keep BangGiao_BangGiao.resources beside the program."
        }
    }
}
