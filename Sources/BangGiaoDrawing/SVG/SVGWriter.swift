/// Writes a tree as well-formed XML, an element a line.
struct SVGWriter {
    private(set) var text = ""

    init() { text.reserveCapacity(1 << 16) }

    mutating func write(_ element: SVGElement) {
        text += "<"
        text += element.name
        for (name, value) in element.attributes {
            text += " "
            text += name
            text += "=\""
            Self.escape(value, isAttribute: true, into: &text)
            text += "\""
        }
        if element.children.isEmpty {
            text += "/>"
            return
        }
        text += ">"
        let isInline = Self.inlineElements.contains(element.name)
        for child in element.children {
            switch child {
            case .element(let child):
                if !isInline { text += "\n" }
                write(child)
            case .text(let child):
                Self.escape(child, isAttribute: false, into: &text)
            }
        }
        if !isInline { text += "\n" }
        text += "</"
        text += element.name
        text += ">"
    }

    private static let inlineElements: Set<String> = ["desc", "style", "text", "title", "tspan"]

    /// Appends text with what XML reserves as references, without what XML forbids.
    static func escape(_ value: String, isAttribute: Bool, into result: inout String) {
        // Nearly all values are numbers and names: look once before copying by scalars.
        guard value.utf8.contains(where: { isSuspect($0) }) else {
            result += value
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += isAttribute ? "&quot;" : "\""
            case "\n", "\t", "\r": result += isAttribute ? " " : "\n"
            default:
                if SVGText.isAllowed(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
    }

    private static func isSuspect(_ byte: UInt8) -> Bool {
        switch byte {
        // Controls; the ampersand, angle brackets, quotation mark; the first bytes of U+007F to
        // U+009F, of U+2000 to U+2FFF with the marks of direction, of U+F000 to U+FFFF.
        case 0..<0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF...: true
        default: false
        }
    }
}

/// Text that goes into pictures.
public enum SVGText {
    /// Whether a scalar may stand in a picture: what XML 1.0 allows, without controls and without the
    /// marks that turn the direction of the text after them.
    public static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }

    /// Returns an address as it may stand in a link, or nil where it's no address of the web.
    ///
    /// Only `http` and `https` with a host pass; what RFC 3986 doesn't allow is percent-encoded.
    public static func webAddress(_ text: String) -> String? {
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else {
            return nil
        }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        guard let first = rest.first, first != 0x2F, first != 0x3F, first != 0x23 else {
            return nil
        }
        var result = scheme
        for byte in rest {
            switch byte {
            case ..<0x21, 0x7F: return nil
            case 0x22, 0x27, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x80...:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count < 2 ? "0" : "") + digits
            default: result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result
    }
}
