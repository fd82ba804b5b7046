/// Why a drawing could not be made.
public struct DrawingError: Error, Hashable, Sendable {
    /// The kinds of trouble.
    public enum Code: String, Hashable, Sendable {
        /// The DOT text has an error of syntax, or a label that Graphviz cannot read.
        case unreadable
        /// The DOT text asks for something that opens files.
        case forbidden
        /// More nodes, edges or pixels than the limits allow.
        case tooLarge
        /// Graphviz does not find its own plug-ins.
        case missingPlugins
        /// Graphviz could not lay the graph out.
        case layout
        /// Graphviz could not write the picture.
        case rendering
        /// The text given to the post-processor is no SVG.
        case malformedSVG
    }

    /// What kind of trouble it is.
    public var code: Code
    /// What is wrong, where, and what to do, in sentences.
    public var message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension DrawingError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
