/// A report that can't be made: where in its template, what is wrong, and what to do.
public struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of trouble.
    public enum Code: String, Hashable, Sendable {
        /// A block's fence isn't closed.
        case unclosedBlock
        /// A block has options and no command.
        case noCommand
        /// A quotation mark of a command isn't closed.
        case openQuotation
        /// An option isn't known or has no proper value.
        case badOption
        /// An option stands below the command.
        case lateOption
        /// The command changes something, or isn't known.
        case notAllowed
        /// The command prints a picture as text.
        case pictureAsText
        /// The command failed.
        case failed
    }

    /// What kind of trouble it is.
    public var code: Code
    /// The line of the template, from 1.
    public var line: Int
    /// What exactly was found.
    public var detail: String

    /// Makes an error.
    public init(_ code: Code, line: Int, detail: String = "") {
        self.code = code
        self.line = line
        self.detail = detail
    }

    /// What is wrong and what to do, without the place.
    public var description: String {
        switch code {
        case .unclosedBlock: "The block isn't closed; end it by a line of ```."
        case .noCommand: "The block has no command; give one, such as: draw --around Lào."
        case .openQuotation: "A quotation mark of the command isn't closed."
        case .badOption:
            """
            "\(detail)" is no option of a block; there are caption, alt, width (such as 80%) and \
            columns (parted by |), each with a value.
            """
        case .lateOption: "\"\(detail)\" stands below the command; move it above."
        case .notAllowed: "A report can't run \"\(detail)\"; only what reads a store can be asked."
        case .pictureAsText:
            "\"\(detail)\" prints the picture as text here; ask for it by draw."
        case .failed: detail
        }
    }
}
