/// Reads SVG as libgvc writes it, and forgives what it writes wrongly.
///
/// libgvc copies addresses into attributes as they are, so a quotation mark there ends the attribute
/// and starts another. This reader takes what it sees and lets only ``SVGVocabulary`` through, so
/// that the tree is harmless and what is written from it well-formed.
struct SVGReader {
    private let bytes: [UInt8]
    private var position = 0
    private static let maximumDepth = 200

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Returns the root element.
    mutating func read() throws(DrawingError) -> SVGElement {
        var open: [SVGElement] = []
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") {
                let start = position
                while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
                guard let last = open.indices.last else { continue }
                let text = Self.decoded(bytes[start..<position])
                if ["text", "tspan", "title", "desc"].contains(open[last].name) {
                    open[last].children.append(.text(text))
                }
            } else if starts(with: "<!--") {
                skip(past: "-->")
            } else if starts(with: "<!") {
                skip(past: ">")
            } else if starts(with: "<?") {
                skip(past: "?>")
            } else if starts(with: "</") {
                let name = closingName()
                if let index = open.lastIndex(where: { $0.name == name }) {
                    while open.count > index {
                        if let root = close(&open) { return root }
                    }
                }
            } else {
                let (element, isEmpty) = openingTag()
                guard !open.isEmpty || element.name == "svg" else {
                    throw DrawingError(.malformedSVG, "The picture does not begin with <svg>.")
                }
                guard open.count < Self.maximumDepth else {
                    throw DrawingError(
                        .malformedSVG, "The picture nests more than \(Self.maximumDepth) elements.")
                }
                open.append(element)
                if isEmpty, let root = close(&open) { return root }
            }
        }
        while !open.isEmpty {
            if let root = close(&open) { return root }
        }
        throw DrawingError(.malformedSVG, "The picture has no <svg> element.")
    }

    /// Ends the innermost element; returns it where it's the root.
    private func close(_ open: inout [SVGElement]) -> SVGElement? {
        let element = open.removeLast()
        guard let parent = open.indices.last else { return element }
        if SVGVocabulary.elements.contains(element.name) {
            open[parent].children.append(.element(element))
        }
        return nil
    }

    private func starts(with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { bytes[position...].starts(with: $0) }
    }

    private mutating func skip(past end: StaticString) {
        while position < bytes.count {
            if starts(with: end) {
                position += end.utf8CodeUnitCount
                return
            }
            position += 1
        }
    }

    private mutating func closingName() -> String {
        position += 2
        let name = word()
        skip(past: ">")
        return name
    }

    private mutating func openingTag() -> (SVGElement, isEmpty: Bool) {
        position += 1
        var element = SVGElement(word())
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return (element, false)
            }
            if starts(with: "/>") {
                position += 2
                return (element, true)
            }
            guard Self.isNameByte(byte) else {
                position += 1
                continue
            }
            let name = word()
            skipBlanks()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
            position += 1
            skipBlanks()
            let value = quotedValue()
            if SVGVocabulary.attributes.contains(name), element[name] == nil {
                element.attributes.append((name, value))
            }
        }
        return (element, true)
    }

    private mutating func quotedValue() -> String {
        guard position < bytes.count, [0x22, 0x27].contains(bytes[position]) else { return "" }
        let quote = bytes[position]
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != quote { position += 1 }
        defer { position = min(position + 1, bytes.count) }
        return Self.decoded(bytes[start..<position])
    }

    private mutating func word() -> String {
        let start = position
        while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
            position += 1
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
        default: false
        }
    }

    /// Replaces the references that XML knows; leaves any other ampersand as it is.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var result = ""
        var rest = bytes
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            result += String(decoding: rest[rest.startIndex..<start], as: UTF8.self)
            let window = rest[start...].prefix(12)
            if let end = window.firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(named: String(decoding: rest[(start + 1)..<end], as: UTF8.self))
            {
                result.unicodeScalars.append(scalar)
                rest = rest[(end + 1)...]
            } else {
                result += "&"
                rest = rest[(start + 1)...]
            }
        }
        return result + String(decoding: rest, as: UTF8.self)
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let number =
                digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap { Unicode.Scalar($0) }
        }
    }
}
