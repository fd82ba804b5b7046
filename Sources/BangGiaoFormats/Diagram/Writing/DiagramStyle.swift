/// The visual language: shape and line tell types apart without colour, colour helps.
enum DiagramStyle {
    static let font = "Arial,Liberation Sans,Helvetica,sans-serif"
    static let ink = "#1f2937"
    static let smallInk = "#526071"
    static let border = "#7b8794"
    static let head = "#e6eaf0"
    static let frame = "#d5dce5"
    static let frameFill = "#f5f7fa"
    static let country = "#334155"
    static let meeting = "#0072B2"
    static let meetingFill = "#e8f2fa"
    static let agreement = "#00735c"
    static let agreementFill = "#e2f4ee"
    static let office = "#6b7280"
    static let background = "#8794a1"
    static let white = "#ffffff"

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

    /// The width of headline and legend: not wider than the bands between them.
    static func width(of plan: DiagramPlan) -> Double {
        plan.left.isEmpty || plan.right.isEmpty ? 330 : 520
    }

    /// The distance of two bands in inches: many lines need more room.
    static func bandDistance(of plan: DiagramPlan) -> String {
        let hundredths = 50 + min(40, max(0, plan.edges.count - 12, 5 * (plan.events.count - 5)))
        return "0.\(hundredths)"
    }

    static func small(_ markup: String, color: String = smallInk) -> String {
        "<FONT POINT-SIZE=\"9\" COLOR=\"\(color)\">\(markup)</FONT>"
    }

    static func bold(_ markup: String) -> String { "<B>\(markup)</B>" }

    /// The attributes of a line.
    static func line(_ role: DiagramPlan.Role) -> String {
        switch role {
        case .tookPart: "color=\"\(meeting)\", penwidth=1.8"
        case .present: "color=\"\(meeting)\", penwidth=1.8, style=dotted"
        case .party: "color=\"\(agreement):\(white):\(agreement)\", penwidth=1.1"
        case .signatory: "color=\"\(agreement)\", penwidth=1.1"
        case .office: "color=\"\(office)\", penwidth=1.1, style=dashed"
        }
    }
}
