/// What a picture can be written as.
public enum DrawingFormat: String, Hashable, Sendable, CaseIterable {
    /// Scalable Vector Graphics, as libgvc writes it; see ``SVGPostProcessor`` for what a reader gets.
    case svg
    /// Portable Network Graphics.
    case png
    /// Portable Document Format.
    case pdf
    /// The same graph as DOT text, without positions.
    case dot
    /// The graph with positions and drawing operations as JSON.
    case json
    /// Positions line by line, for programs.
    case plain

    /// The ending of a file's name, without the dot.
    public var fileExtension: String {
        switch self {
        case .plain: "txt"
        default: rawValue
        }
    }

    /// The media type of RFC 6838.
    public var mediaType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .png: "image/png"
        case .pdf: "application/pdf"
        case .dot: "text/vnd.graphviz"
        case .json: "application/json"
        case .plain: "text/plain"
        }
    }
}

/// How nodes are placed.
///
/// Graphviz's `fdp` is left out: with clusters it gives another picture at each run.
public enum LayoutEngine: String, Hashable, Sendable, CaseIterable, Codable {
    /// In layers; for up to some hundred nodes.
    case dot
    /// By springs.
    case neato
    /// In rings around a root.
    case twopi
    /// By springs at several scales; for thousands of nodes.
    case sfdp
    /// In circles.
    case circo
}

/// How much is drawn at most, so that a layout ends in seconds and fits into memory.
public struct DrawingLimits: Hashable, Sendable {
    /// The most bytes of DOT text.
    public var dotBytes: Int
    /// The most nodes an engine is asked to place.
    public var nodes: [LayoutEngine: Int]
    /// The most edges an engine is asked to draw.
    public var edges: [LayoutEngine: Int]
    /// The most pixels of a PNG.
    public var pixels: Int

    /// Limits under which each engine answered within about ten seconds on two cores.
    public static let standard = DrawingLimits(
        dotBytes: 32 << 20,
        nodes: [.dot: 1_500, .neato: 1_500, .twopi: 3_000, .sfdp: 5_000, .circo: 300],
        edges: [.dot: 2_000, .neato: 3_000, .twopi: 6_000, .sfdp: 10_000, .circo: 600],
        pixels: 16_000_000)

    /// Makes limits; an engine without an entry has none.
    public init(
        dotBytes: Int, nodes: [LayoutEngine: Int], edges: [LayoutEngine: Int], pixels: Int
    ) {
        self.dotBytes = dotBytes
        self.nodes = nodes
        self.edges = edges
        self.pixels = pixels
    }
}
