public import BangGiaoDrawing
public import BangGiaoFormats
public import BangGiaoKnowledge
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

    /// Returns the figures that a request asks for, as files, with what each object stands for.
    ///
    /// - Throws: ``DiagramError`` and ``QueryError`` where there is nothing or too much to draw,
    ///   ``DrawingError`` where the graph is too large for the engine, or Graphviz isn't whole.
    public func figures(
        for request: DrawingRequest, of knowledge: KnowledgeBase, as format: DrawingFormat = .svg
    ) throws -> [DrawnFigure] {
        try FigureMaker(knowledge).figures(for: request).map { try drawn($0, as: format) }
    }

    /// Returns a figure as a file, with what each object stands for.
    ///
    /// - Throws: ``DrawingError`` where the graph is too large, or Graphviz isn't whole.
    public func drawn(
        _ figure: Figure, as format: DrawingFormat
    ) throws(DrawingError) -> DrawnFigure {
        let diagram = figure.diagram
        return DrawnFigure(
            name: figure.name, title: diagram.title, summary: diagram.summary,
            language: diagram.language, data: try render(diagram, as: format), format: format,
            elements: diagram.order.compactMap { id in
                diagram.notes[id].map { note in
                    .init(
                        id: "\(prefix)-\(id)", ends: note.ends.map { "\(prefix)-\($0)" },
                        note: note)
                }
            })
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
        let changes = diagram.theme == .auto ? DrawingTheme.darkening : []
        let processor = SVGPostProcessor(
            prefix: prefix, language: diagram.language, title: diagram.title,
            summary: diagram.summary, notes: diagram.notes.mapValues(\.forReaders),
            sizing: sizing, fitsText: fitsText,
            darkColors: changes.map { .init(light: $0.light, dark: $0.dark, isText: $0.isText) })
        return Data(try processor.process(drawing).utf8)
    }
}

extension DiagramNote {
    /// The note as the SVG shows it; the ends of a line as `data-a` and `data-b`.
    fileprivate var forReaders: SVGPostProcessor.Note {
        var attributes = attributes
        for (name, end) in zip(["a", "b"], ends) { attributes[name] = end }
        if let number { attributes["number"] = String(number) }
        return .init(title: title, href: href, attributes: attributes)
    }
}
