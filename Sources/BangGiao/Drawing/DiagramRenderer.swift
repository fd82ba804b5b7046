public import BangGiaoDrawing
public import BangGiaoFormats
public import Foundation

/// Draws diagrams: the text of BangGiaoFormats through the renderer of BangGiaoDrawing, with titles,
/// quotations and links in the SVG.
public struct DiagramRenderer: Sendable {
    /// Makes the pictures.
    public var renderer: GraphvizRenderer
    /// For a file or for a page.
    public var sizing: SVGPostProcessor.Sizing
    /// What every id in the SVG begins with; two figures of one page need two.
    public var prefix: String
    /// Whether each text of the SVG is told its width; off for Word and Inkscape.
    public var fitsText: Bool

    /// Makes a renderer of diagrams.
    public init(
        renderer: GraphvizRenderer = GraphvizRenderer(),
        sizing: SVGPostProcessor.Sizing = .file, prefix: String = "bg", fitsText: Bool = true
    ) {
        self.renderer = renderer
        self.sizing = sizing
        self.prefix = prefix
        self.fitsText = fitsText
    }

    /// Returns the picture's bytes; for `dot` the text as it is.
    ///
    /// - Throws: ``DrawingError`` where the graph is too large, or Graphviz isn't whole.
    public func render(
        _ diagram: DiagramText, as format: DrawingFormat
    ) throws(DrawingError) -> Data {
        if format == .dot { return Data(diagram.dot.utf8) }
        let engine = LayoutEngine(rawValue: diagram.engine) ?? .dot
        let drawing = try renderer.render(diagram.dot, as: format, engine: engine)
        guard format == .svg else { return drawing.data }
        let processor = SVGPostProcessor(
            prefix: prefix, language: diagram.language, title: diagram.title,
            summary: diagram.summary,
            notes: diagram.notes.mapValues {
                .init(title: $0.title, href: $0.href, attributes: $0.attributes)
            },
            sizing: sizing, fitsText: fitsText)
        return Data(try processor.process(drawing).utf8)
    }
}
