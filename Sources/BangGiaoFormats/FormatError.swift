/// A text that is not what a published format demands.
public struct FormatError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable {
        /// The text is no JSON.
        case notJSON
        /// A field is missing, or holds what it must not.
        case badField
    }

    /// What is wrong.
    public var code: Code
    /// The field meant, such as `meetings.0.date`; empty where the whole text is meant.
    public var field: String

    /// Makes an error.
    public init(_ code: Code, field: String = "") {
        self.code = code
        self.field = field
    }

    /// One sentence: what, where, and what to do.
    public var description: String {
        switch code {
        case .notJSON: "The facts are no JSON object; give what `banggiao extract` printed."
        case .badField: "The field \"\(field)\" of the facts is missing or has no proper value."
        }
    }
}
