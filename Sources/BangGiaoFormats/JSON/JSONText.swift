/// JSON as it is written: bytes in one growing buffer, members in the order they are given.
///
/// Foundation's encoder sorts keys or leaves their order open, and costs some 50 times as much; the
/// published formats have a fixed order of fields that people read and machines compare.
package struct JSONText {
    /// Whether a space follows each comma and colon.
    package let isSpaced: Bool
    /// The text so far, in UTF-8.
    package private(set) var bytes: [UInt8]
    /// Whether the next member or element is the first of its object or array.
    private var isFirst = true

    /// Starts an empty text that takes over the bytes of a buffer.
    package init(isSpaced: Bool, bytes: [UInt8] = []) {
        self.isSpaced = isSpaced
        self.bytes = bytes
    }

    // MARK: Structure

    /// Writes an object whose members the body writes.
    package mutating func object(_ body: (inout JSONText) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    /// Writes an array on one line whose elements the body writes.
    package mutating func array(_ body: (inout JSONText) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "["))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    /// Writes an array with each element on a line of its own.
    package mutating func lines<Element>(
        _ elements: some Collection<Element>, indent: Int = 4,
        _ body: (inout JSONText, Element) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: "["))
        isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            newLine(indent: indent)
            isFirst = true
            body(&self, element)
            isFirst = false
        }
        if !elements.isEmpty { newLine(indent: indent - 2) }
        bytes.append(UInt8(ascii: "]"))
        isFirst = false
    }

    /// Writes the name of the next member.
    package mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        if isSpaced { bytes.append(UInt8(ascii: " ")) }
        isFirst = true
    }

    /// Ends the line; the next member or element begins at the indent.
    package mutating func newLine(indent: Int) {
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<indent { bytes.append(UInt8(ascii: " ")) }
    }

    /// Ends the line after a comma; the next member begins at the indent.
    package mutating func nextLine(indent: Int) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        newLine(indent: indent)
        isFirst = true
    }

    // MARK: Values

    /// Writes a string with the escapes that JSON demands and no others.
    package mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in 0..<source.count where Self.needsEscape(source[index]) {
                bytes.append(contentsOf: source[start..<index])
                escape(source[index])
                start = index + 1
            }
            bytes.append(contentsOf: source[start...])
        }
        bytes.append(UInt8(ascii: "\""))
        isFirst = false
    }

    /// Writes a string, or null.
    package mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Writes a whole number.
    package mutating func number(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
        isFirst = false
    }

    /// Writes a share from 0 to 1 with at most three decimals; outside of it, the nearer end.
    package mutating func share(_ share: Double) {
        separate()
        let thousandths = share > 0 ? Int((min(share, 1) * 1000).rounded()) : 0
        if thousandths == 0 || thousandths == 1000 {
            bytes.append(contentsOf: String(thousandths / 1000).utf8)
        } else {
            var digits = String(1000 + thousandths).utf8.dropFirst()
            while digits.last == UInt8(ascii: "0") { digits = digits.dropLast() }
            bytes.append(contentsOf: "0.".utf8)
            bytes.append(contentsOf: digits)
        }
        isFirst = false
    }

    /// Writes a number with as many digits as tell it from others.
    ///
    /// - Precondition: the number is finite.
    mutating func decimal(_ number: Double) {
        precondition(number.isFinite, "JSON has no infinity.")
        separate()
        let isWhole = number == number.rounded() && abs(number) < 1e15
        bytes.append(contentsOf: (isWhole ? String(Int(number)) : String(number)).utf8)
        isFirst = false
    }

    /// Writes null.
    package mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
        isFirst = false
    }

    // MARK: Parts

    private mutating func separate() {
        guard !isFirst else { return }
        bytes.append(UInt8(ascii: ","))
        if isSpaced { bytes.append(UInt8(ascii: " ")) }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}

extension JSONText {
    /// Writes a member with a string or null.
    package mutating func member(_ name: StaticString, _ text: String?) {
        self.name(name)
        string(text)
    }

    /// Writes a member with an array of strings.
    package mutating func member(_ name: StaticString, _ texts: some Sequence<String>) {
        self.name(name)
        array { json in for text in texts { json.string(text) } }
    }
}
