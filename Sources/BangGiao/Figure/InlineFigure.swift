import BangGiaoDrawing
import BangGiaoFormats
import Foundation

/// A diagram drawn to stand in a page.
struct InlineFigure {
    /// The `svg` element.
    let svg: String
    /// How wide it is drawn, as a length of CSS.
    let width: String

    /// Draws a diagram.
    ///
    /// - Parameter prefix: What every id in it begins with.
    /// - Throws: ``DrawingError`` where it can't be drawn.
    init(_ diagram: DiagramText, prefix: String) throws(DrawingError) {
        let renderer = DiagramRenderer(sizing: .inline, prefix: prefix)
        svg = String(decoding: try renderer.render(diagram, as: .svg), as: UTF8.self)
        let box = svg.firstMatch(of: /viewBox="[-0-9.]+ [-0-9.]+ ([0-9]+)/)
        width = "\(box?.1 ?? "600")pt"
    }
}
