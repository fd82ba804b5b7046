/// Why no diagram could be planned.
public struct DiagramError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of trouble.
    public enum Code: String, Hashable, Sendable {
        /// More events or entities than a reader could take in.
        case tooLarge
        /// The document asked for is not in the knowledge base.
        case unknownDocument
        /// There is nothing of what was asked for.
        case nothing
    }

    /// What kind of trouble it is.
    public var code: Code
    /// What is wrong and what to do, in sentences.
    public var message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
