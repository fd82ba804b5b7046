/// Trouble with an input that could still be used: a value, never a print.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        case note
        case warning
        case error
    }

    /// How bad it is.
    public var severity: Severity
    /// A stable name of the kind of trouble, for scripts.
    public var id: String
    /// What, where and what to do, in one sentence.
    public var message: String
    /// Where in the text, if anywhere.
    public var span: TextSpan?

    /// Makes a diagnostic.
    public init(
        _ severity: Severity, id: String, _ message: String, span: TextSpan? = nil
    ) {
        self.severity = severity
        self.id = id
        self.message = message
        self.span = span
    }
}
