/// The rules of style in a picture: a bonus for viewers that know CSS; the attributes alone must
/// suffice.
struct SVGStyleSheet {
    /// The class under which a picture follows the reader's wish for dark pages.
    static let automaticClass = "auto"

    private let prefix: String
    private let darkColors: [SVGPostProcessor.DarkColor]

    init(_ options: SVGPostProcessor) {
        prefix = options.prefix
        darkColors = options.darkColors
    }

    /// The rules, each for the one picture only.
    var text: String {
        var rules = [
            "[stroke-dasharray=\"1,5\"]{stroke-linecap:round;stroke-dasharray:.1,5}",
            ".edge text{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}",
            "a{text-decoration:none}",
            "a:hover text,#\(prefix) a:focus text{text-decoration:underline}",
            ".edge a:hover path,#\(prefix) .edge a:focus path{stroke-opacity:.6}",
        ].map { "#\(prefix) \($0)" }
        if !darkColors.isEmpty {
            rules.append("@media (prefers-color-scheme:dark){")
            rules.append("#\(prefix).\(Self.automaticClass){color-scheme:dark}")
            rules += darkColors.flatMap { self.rules(for: $0) }
            rules.append("}")
        }
        return "\n" + rules.joined(separator: "\n") + "\n"
    }

    private func rules(for color: SVGPostProcessor.DarkColor) -> [String] {
        guard [color.light, color.dark].allSatisfy(Self.isColor) else { return [] }
        let start = "#\(prefix).\(Self.automaticClass) "
        if color.isText {
            return ["\(start)text[fill=\"\(color.light)\"]{fill:\(color.dark)}"]
        }
        return [
            "\(start)[fill=\"\(color.light)\"]:not(text){fill:\(color.dark)}",
            "\(start)[stroke=\"\(color.light)\"]{stroke:\(color.dark)}",
        ]
    }

    private static func isColor(_ text: String) -> Bool {
        text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
    }
}
