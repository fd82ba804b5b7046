/// The visual language: shape and line tell types apart without colour, colour helps.
struct DiagramStyle: Hashable, Sendable {
    let palette: DiagramPalette

    init(_ theme: DrawingTheme) { palette = theme.palette }

    static let font = "Arial,Liberation Sans,Helvetica,sans-serif"

    /// Sizes of text in points.
    static let nameSize = 11.0
    static let smallSize = 9.0
    static let titleSize = 14.0
    /// The width of every card in points, and of the text in it.
    static let cardWidth = 156
    static let cardText = 144.0
    /// The width of text in the boxes of the middle.
    static let eventText = 145.0
    /// The space round the cards of a country.
    static let frameSpace = 10
    /// The height in points that each line takes where it ends.
    static let lineDistance = 6

    /// The height that a line takes where it ends: a double one must not look like two.
    static func lineHeight(_ role: DiagramPlan.Role) -> Int {
        role == .party ? lineDistance + 3 : lineDistance
    }

    /// The width of headline and legend: not wider than the bands between them.
    static func width(of plan: DiagramPlan) -> Double {
        plan.left.isEmpty || plan.right.isEmpty ? 330 : 520
    }

    /// The distance of two bands in inches: many lines need more room.
    static func bandDistance(of plan: DiagramPlan) -> String {
        let hundredths = 50 + min(40, max(0, plan.edges.count - 12, 5 * (plan.events.count - 5)))
        return "0.\(hundredths)"
    }

    func small(_ markup: String, color: String? = nil) -> String {
        let color = color ?? palette.smallInk
        return "<FONT POINT-SIZE=\"9\" COLOR=\"\(color)\">\(markup)</FONT>"
    }

    /// The line of a headline.
    func title(_ markup: String) -> String {
        "<FONT POINT-SIZE=\"14\" COLOR=\"\(palette.ink)\">\(Self.bold(markup))</FONT>"
    }

    /// The number of a footnote in the middle of a line, on a ground of its own. Not for the engine
    /// dot, which frees memory twice for some labels of lines.
    func mark(_ number: Int) -> String {
        let cell = HTMLTable.Cell("BGCOLOR=\"\(palette.paper)\"", small("[\(number)]"))
        let table = HTMLTable(
            attributes: "BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"",
            rows: [[cell]])
        return "label=\(DOTLabel.table(table).value)"
    }

    /// The attributes of what an edge says.
    var edgeFont: String {
        "edge [fontname=\"\(Self.font)\", fontcolor=\"\(palette.smallInk)\", fontsize=9]"
    }

    static func bold(_ markup: String) -> String { "<B>\(markup)</B>" }

    /// The attributes of a line.
    func line(_ role: DiagramPlan.Role) -> String {
        switch role {
        case .tookPart: "color=\"\(palette.meeting)\", penwidth=1.8"
        case .present: "color=\"\(palette.meeting)\", penwidth=1.8, style=dotted"
        case .party:
            "color=\"\(palette.agreement):\(palette.paper):\(palette.agreement)\", penwidth=1.1"
        case .signatory: "color=\"\(palette.agreement)\", penwidth=1.1"
        case .office: "color=\"\(palette.office)\", penwidth=1.1, style=dashed"
        }
    }
}
