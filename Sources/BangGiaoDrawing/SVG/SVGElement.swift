/// A piece of an SVG document: an element with what is in it, or text.
enum SVGNode {
    case element(SVGElement)
    case text(String)
}

/// An element of an SVG document.
struct SVGElement {
    var name: String
    /// In the order of the file; no name twice.
    var attributes: [(name: String, value: String)]
    var children: [SVGNode]

    init(_ name: String, _ attributes: [(String, String)] = [], _ children: [SVGNode] = []) {
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        self.children = children
    }

    /// The value of an attribute; setting nil takes the attribute away.
    subscript(attribute: String) -> String? {
        get { attributes.first { $0.name == attribute }?.value }
        set {
            let index = attributes.firstIndex { $0.name == attribute }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append((attribute, value))
            case (nil, nil): break
            }
        }
    }

    /// The text directly in the element.
    var text: String {
        children.reduce(into: "") { result, child in
            if case .text(let text) = child { result += text }
        }
    }
}

/// What is let through from a renderer's file. Whatever isn't named here is dropped: scripts,
/// event handlers, embedded pages and pictures never get in, by whatever hole.
enum SVGVocabulary {
    static let elements: Set<String> = [
        "a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient",
        "path", "polygon", "polyline", "radialGradient", "rect", "stop", "svg", "text", "title",
        "tspan",
    ]

    static let attributes: Set<String> = [
        "baseline-shift", "class", "clip-path", "cx", "cy", "d", "dx", "dy", "fill",
        "fill-opacity", "fill-rule", "font-family", "font-size", "font-style", "font-weight",
        "fx", "fy", "gradientUnits", "height", "href", "id", "offset", "opacity", "points", "r",
        "rx", "ry", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-linecap",
        "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor", "text-decoration",
        "transform", "viewBox", "width", "x", "x1", "x2", "xlink:href", "y", "y1", "y2",
    ]
}
