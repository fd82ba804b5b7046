/// The YAML between two lines of `---` at the very start of a text, where there is one.
///
/// Only plain values of one line are read; programs that know more read the rest themselves.
struct FrontMatter {
    /// How many lines it takes; 0 where there is none.
    private(set) var lineCount = 0
    /// Where the text after it begins.
    private(set) var end: String.Index
    private var values: [Substring: String] = [:]

    init(_ text: String) {
        end = text.startIndex
        var rest = text[...]
        var count = 0
        while !rest.isEmpty {
            let line = rest.prefix { !$0.isLineEnd }
            rest = rest[line.endIndex...].dropFirst()
            count += 1
            if count == 1 {
                guard line == "---" else { return }
            } else if line == "---" || line == "..." {
                lineCount = count
                end = rest.startIndex
                return
            } else if let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false {
                values[line[..<colon]] = Self.value(line[colon...].dropFirst())
            }
        }
        // Never ended: a line of dashes, and text.
        values = [:]
    }

    subscript(name: String) -> String? { lineCount > 0 ? values[name[...]] : nil }

    private static func value(_ text: Substring) -> String? {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        for quote in ["\"", "'"]
        where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            text = text.dropFirst().dropLast()
            break
        }
        return text.isEmpty ? nil : String(text)
    }
}
