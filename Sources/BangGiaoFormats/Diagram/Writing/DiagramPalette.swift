/// The colours of a drawing, by what they colour; all as `#rrggbb`.
///
/// Text has a contrast of 5.3 at least on what it stands on, lines and borders of 3.4.
struct DiagramPalette: Hashable, Sendable {
    /// The ground of the picture and of cards.
    var paper: String
    var ink: String
    var smallInk: String
    var border: String
    /// The head of an agency's card.
    var head: String
    var frame: String
    var frameFill: String
    /// The box of a country, and its name on it.
    var country: String
    var countryInk: String
    var meeting: String
    var meetingFill: String
    var agreement: String
    var agreementFill: String
    var office: String
    /// Lines that must not stand out.
    var faint: String

    static let light = DiagramPalette(
        paper: "#ffffff", ink: "#1f2937", smallInk: "#526071", border: "#7b8794",
        head: "#e6eaf0", frame: "#d5dce5", frameFill: "#f5f7fa", country: "#334155",
        countryInk: "#ffffff", meeting: "#0072b2", meetingFill: "#e8f2fa", agreement: "#00735c",
        agreementFill: "#e2f4ee", office: "#6b7280", faint: "#8794a1")

    static let dark = DiagramPalette(
        paper: "#111827", ink: "#f1f5f9", smallInk: "#b0bdcc", border: "#7f8b99",
        head: "#334155", frame: "#344256", frameFill: "#1b2431", country: "#cbd5e1",
        countryInk: "#0f172a", meeting: "#56b4e9", meetingFill: "#0c2f49", agreement: "#3fc7a5",
        agreementFill: "#0b3a30", office: "#9aa4b2", faint: "#76828f")

    static let print = DiagramPalette(
        paper: "#ffffff", ink: "#000000", smallInk: "#333333", border: "#000000",
        head: "#ececec", frame: "#808080", frameFill: "#fefefe", country: "#3a3a3a",
        countryInk: "#ffffff", meeting: "#000000", meetingFill: "#ffffff", agreement: "#000000",
        agreementFill: "#ffffff", office: "#555555", faint: "#777777")
}

extension DrawingTheme {
    var palette: DiagramPalette {
        switch self {
        case .light, .auto: .light
        case .dark: .dark
        case .print: .print
        }
    }

    /// A colour of the light theme and what takes its place in the dark one.
    public struct ColorChange: Hashable, Sendable {
        /// The colour of the light theme, as `#rrggbb`.
        public var light: String
        /// The colour of the dark theme.
        public var dark: String
        /// Whether it is the colour of text; the same colour may fill a shape, too.
        public var isText: Bool
    }

    /// What changes from the light theme to the dark one.
    public static let darkening: [ColorChange] = {
        let text: [KeyPath<DiagramPalette, String>] = [
            \.ink, \.smallInk, \.countryInk, \.meeting,
        ]
        let shapes: [KeyPath<DiagramPalette, String>] = [
            \.paper, \.border, \.head, \.frame, \.frameFill, \.country, \.meeting, \.meetingFill,
            \.agreement, \.agreementFill, \.office, \.faint,
        ]
        func change(_ path: KeyPath<DiagramPalette, String>, isText: Bool) -> ColorChange {
            ColorChange(
                light: DiagramPalette.light[keyPath: path],
                dark: DiagramPalette.dark[keyPath: path], isText: isText)
        }
        return text.map { change($0, isText: true) } + shapes.map { change($0, isText: false) }
    }()
}
