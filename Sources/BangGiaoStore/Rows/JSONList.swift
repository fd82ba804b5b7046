/// Flat lists as JSON in a column: of texts, or of tuples of texts and numbers.
///
/// Written and read by hand: a decoder made for any JSON costs some twenty times as much, and a full
/// load reads two such lists an entity.
enum JSONList {
    /// An element.
    enum Value: Hashable {
        case text(String)
        case number(Int)
        case null
    }

    /// Writes a list of texts.
    static func write(_ texts: [String]) -> String {
        var json = "["
        for (place, text) in texts.enumerated() {
            if place > 0 { json += "," }
            append(text, to: &json)
        }
        return json + "]"
    }

    /// Writes a list of lists.
    static func write(_ tuples: [[Value]]) -> String {
        var json = "["
        for (place, tuple) in tuples.enumerated() {
            json += place > 0 ? ",[" : "["
            for (place, value) in tuple.enumerated() {
                if place > 0 { json += "," }
                switch value {
                case .text(let text): append(text, to: &json)
                case .number(let number): json += String(number)
                case .null: json += "null"
                }
            }
            json += "]"
        }
        return json + "]"
    }

    /// Returns all values of a list or of a list of lists, one after another; nil for what is none.
    static func values(_ json: String) -> [Value]? {
        var values: [Value] = []
        let bytes = Array(json.utf8)
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","): place += 1
            case UInt8(ascii: "\""):
                guard let (text, end) = text(bytes, from: place + 1) else { return nil }
                values.append(.text(text))
                place = end
            case UInt8(ascii: "n"):
                values.append(.null)
                place += 4
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                var number = 0
                while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39 {
                    number = number * 10 + Int(bytes[place] - 0x30)
                    place += 1
                }
                values.append(.number(number))
            default: return nil
            }
        }
        return values
    }

    /// Returns the texts of a list; nil for what is none.
    static func texts(_ json: String) -> [String]? {
        guard let values = values(json) else { return nil }
        var texts: [String] = []
        for value in values {
            guard case .text(let text) = value else { return nil }
            texts.append(text)
        }
        return texts
    }

    private static func append(_ text: String, to json: inout String) {
        json += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        json += "\""
    }

    /// Reads a text up to its closing quote; what SQLite escapes is undone.
    private static func text(_ bytes: [UInt8], from start: Int) -> (String, end: Int)? {
        var result: [UInt8] = []
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                return (String(decoding: result, as: UTF8.self), place + 1)
            }
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                place += 1
                continue
            }
            guard place + 1 < bytes.count else { return nil }
            switch bytes[place + 1] {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "u"):
                guard place + 5 < bytes.count,
                    let code = UInt32(
                        String(decoding: bytes[place + 2...place + 5], as: UTF8.self), radix: 16),
                    let scalar = Unicode.Scalar(code)
                else { return nil }
                result += Array(String(Character(scalar)).utf8)
                place += 4
            case let other: result.append(other)
            }
            place += 2
        }
        return nil
    }
}
