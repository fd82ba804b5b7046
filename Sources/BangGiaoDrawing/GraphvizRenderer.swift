import CGraphviz
public import Foundation

/// A picture, and what Graphviz remarked on it.
public struct Drawing: Hashable, Sendable {
    /// The picture's bytes.
    public var data: Data
    /// Warnings of Graphviz, one a message.
    public var warnings: [String]
    /// How wide each text was taken to be; only for SVG, and not where a table in a label has a dashed
    /// or dotted border.
    public var textWidths: TextWidths
}

/// Makes pictures of DOT text by libgvc, in this process.
///
/// Safe from any number of tasks: renders run one after the other, since libgvc bears no more. The
/// same DOT text gives the same bytes on one machine, if its graph has a name (libgvc numbers the
/// nameless ones); coordinates depend on the fonts installed.
/// A render leaks about 1 kB a node in libgvc itself, so a server should renew its process after
/// some thousand renders.
public struct GraphvizRenderer: Sendable {
    /// What is refused as too large.
    public var limits: DrawingLimits

    /// Makes a renderer.
    public init(limits: DrawingLimits = .standard) {
        self.limits = limits
    }

    /// Returns the picture of a graph.
    ///
    /// - Parameter dot: One graph in the DOT language, UTF-8.
    /// - Parameter dotsPerInch: For PNG only; 192 is right for reports.
    /// - Throws: ``DrawingError`` with Graphviz's own message where it cannot read or draw the graph;
    ///   also where the graph is larger than the ``limits``, and where it asks for files.
    /// - Complexity: that of the layout: 10 ms for 50 nodes with dot, some seconds for 1,000.
    public func render(
        _ dot: String, as format: DrawingFormat, engine: LayoutEngine = .dot,
        dotsPerInch: Int = 192
    ) throws(DrawingError) -> Drawing {
        guard dot.utf8.count <= limits.dotBytes else {
            throw DrawingError(
                .tooLarge,
                """
                The DOT text has \(dot.utf8.count) bytes, more than \(limits.dotBytes). Draw a \
                part of the graph.
                """)
        }
        return try GraphvizLibrary.withContext { (context) throws(DrawingError) -> Drawing in
            var graph = try GraphvizGraph(dot, in: context)
            if format == .dot {
                return Drawing(data: Data(try graph.written()), warnings: [], textWidths: .init())
            }
            try graph.checkSize(for: engine, limits: limits)
            try graph.checkOpensNoFiles()
            let canBeWrittenAsXDot =
                format == .svg || format == .json ? graph.canBeWrittenAsXDot() : false
            if format == .json, !canBeWrittenAsXDot {
                throw DrawingError(
                    .forbidden,
                    """
                    Graphviz cannot write JSON where a table has a dashed or dotted border; take \
                    the border out of the label.
                    """)
            }
            if format == .png {
                _ = bg_set(graph.pointer, "dpi", String(dotsPerInch))
            }
            var warnings = try graph.layOut(by: engine)
            if format == .png { try graph.checkPixels(dpi: dotsPerInch, limits: limits) }
            var (bytes, more) = try graph.rendered(as: format.rawValue)
            warnings += more
            if format == .pdf { Self.forgetCreationDate(of: &bytes) }
            var widths = TextWidths()
            if format == .svg, canBeWrittenAsXDot {
                _ = try graph.rendered(as: "xdot")
                widths = graph.textWidths()
            }
            return Drawing(data: Data(bytes), warnings: warnings, textWidths: widths)
        }
    }

    /// Overwrites the only thing in which two PDF files of one graph differ, with as many bytes.
    private static func forgetCreationDate(of bytes: inout [UInt8]) {
        let key = Array("/CreationDate (D:".utf8)
        guard let found = bytes.firstRange(of: key) else { return }
        var position = found.upperBound
        for digit in "20000101000000".utf8 where position < bytes.count {
            guard (0x30...0x39).contains(bytes[position]) else { return }
            bytes[position] = digit
            position += 1
        }
    }
}
