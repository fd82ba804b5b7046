/// Turns libgvc's SVG into one that can stand in a page, a report or a browser's window.
///
/// Drops what ties the bytes to a machine (document type, comments), prefixes every id so that two
/// figures share a page, replaces internal names by sentences, adds title and description, sets
/// links that were checked, and makes each text as wide as its box expects in any viewer's font.
/// Whatever comes in, what goes out is well-formed and holds no script.
public struct SVGPostProcessor: Hashable, Sendable {
    /// What a reader learns of one object of the drawing.
    public struct Note: Hashable, Sendable {
        /// A sentence, shown where the pointer rests on the object and read aloud for it.
        public var title: String
        /// Where a click leads; only addresses of the web are taken.
        public var href: String?
        /// Values for programs, written as `data-NAME`.
        public var attributes: [String: String]

        /// Makes a note.
        public init(title: String, href: String? = nil, attributes: [String: String] = [:]) {
            self.title = title
            self.href = href
            self.attributes = attributes
        }
    }

    /// How large the picture is.
    public enum Sizing: String, Hashable, Sendable, CaseIterable {
        /// Width and height in points, with an XML declaration: for files.
        case file
        /// As wide as its column at most, without declaration: for HTML.
        case inline
    }

    /// A colour, and what takes its place where a reader's browser asks for dark pages.
    public struct DarkColor: Hashable, Sendable {
        /// The colour in the file, as `#rrggbb`.
        public var light: String
        /// The colour on dark pages.
        public var dark: String
        /// Whether it is the colour of text; else that of shapes and lines.
        public var isText: Bool

        /// Makes a pair of colours.
        public init(light: String, dark: String, isText: Bool) {
            self.light = light
            self.dark = dark
            self.isText = isText
        }
    }

    /// What every id begins with; letters, digits and hyphens.
    public var prefix: String
    /// The language of the texts as a code of BCP 47.
    public var language: String
    /// The title of the whole.
    public var title: String
    /// What the picture shows, in sentences, for those who don't see it.
    public var summary: String
    /// What to say of each object, by the attribute `id` of its node, edge, cluster or table cell.
    public var notes: [String: Note]
    /// For a file or for a page.
    public var sizing: Sizing
    /// Whether each text is told its width; off for programs that stretch letters badly.
    public var fitsText: Bool
    /// What the colours become on dark pages; none keeps the picture as it is everywhere, as a report
    /// on white paper needs it.
    public var darkColors: [DarkColor]

    /// Makes a post-processor for one drawing.
    public init(
        prefix: String = "bg", language: String = "vi", title: String, summary: String = "",
        notes: [String: Note] = [:], sizing: Sizing = .file, fitsText: Bool = true,
        darkColors: [DarkColor] = []
    ) {
        let kept = prefix.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        self.prefix = kept.first?.isLetter == true ? kept : "bg" + kept
        self.language = language
        self.title = title
        self.summary = summary
        self.notes = notes
        self.sizing = sizing
        self.fitsText = fitsText
        self.darkColors = darkColors
    }

    /// Returns the finished SVG of a drawing.
    ///
    /// - Throws: ``DrawingError`` where the text holds no `svg` element.
    /// - Complexity: O(length).
    public func process(_ drawing: Drawing) throws(DrawingError) -> String {
        try process(
            svg: String(decoding: drawing.data, as: UTF8.self), textWidths: drawing.textWidths)
    }

    /// Returns the finished SVG of what libgvc wrote.
    ///
    /// - Throws: ``DrawingError`` where the text holds no `svg` element.
    /// - Complexity: O(length).
    public func process(
        svg: String, textWidths: TextWidths = TextWidths()
    ) throws(DrawingError) -> String {
        var reader = SVGReader(svg)
        let root = try reader.read()
        var rewriter = SVGRewriter(options: self, widths: textWidths)
        let result = rewriter.rewritten(root: root)
        var writer = SVGWriter()
        writer.write(result)
        let declaration = sizing == .file ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : ""
        return declaration + writer.text + "\n"
    }
}
