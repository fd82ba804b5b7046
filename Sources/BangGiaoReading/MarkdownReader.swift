import BangGiaoModel

/// Reads Markdown as plain text: takes off the marks of headings, emphasis, links and quotations.
///
/// Lines stay lines. A head between lines of `---` gives title, date, address and authors.
struct MarkdownReader {
    let reader: DocumentReader

    /// Reads a text with marks.
    func document(_ text: NormalizedText, name: String) -> ReadDocument {
        var lines = text.text.split(separator: "\n", omittingEmptySubsequences: false)
        let head = Self.takeHead(&lines)
        var isCode = false
        var plain: [String] = []
        for line in lines {
            if line.hasPrefix("```") || line.hasPrefix("~~~") {
                isCode.toggle()
            } else {
                plain.append(isCode ? String(line) : Self.plain(line))
            }
        }
        let joined = plain.joined(separator: "\n")
        let bytes = Array(joined.utf8)
        let bare = NormalizedText(text: joined, bytes: bytes, offsets: .identity)
        var read = reader.document(
            of: bare, LineTable(bytes, cues: reader.cues), id: DocumentID(name))
        read.originalOffsets = nil
        if let title = head["title"] { read.document.title = title }
        if let url = head["url"] { read.document.url = url }
        if let day = head["date"].flatMap({ DateScanner.day(of: $0, cues: reader.cues) }) {
            read.document.published = day
        }
        if let author = head["author"], !read.document.authors.contains(author) {
            read.document.authors.insert(author, at: 0)
        }
        return read
    }

    /// Takes the lines `key: value` at the head of a file.
    private static func takeHead(_ lines: inout [Substring]) -> [String: String] {
        guard lines.first == "---",
            let end = lines.dropFirst().prefix(60).firstIndex(of: "---")
        else { return [:] }
        var values: [String: String] = [:]
        for line in lines[1..<end] {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\"" }
            let trimmed = value.reversed().drop { $0 == " " || $0 == "\"" }.reversed()
            if !trimmed.isEmpty { values[line[..<colon].lowercased()] = String(trimmed) }
        }
        lines.removeFirst(end + 1)
        return values
    }

    /// Returns a line without its marks.
    private static func plain(_ line: Substring) -> String {
        var rest = line
        while rest.first == ">" || rest.first == " " { rest = rest.dropFirst() }
        let hashes = rest.prefix { $0 == "#" }.count
        if (1...6).contains(hashes), rest.dropFirst(hashes).first == " " {
            rest = rest.dropFirst(hashes + 1)
            while rest.last == "#" || rest.last == " " { rest = rest.dropLast() }
        } else if let first = rest.first, "-*+".contains(first), rest.dropFirst().first == " " {
            rest = rest.dropFirst(2)
        }
        return withoutLinks(withoutEmphasis(rest))
    }

    private static func withoutEmphasis(_ line: Substring) -> Substring {
        guard line.contains("**") || line.contains("__") || line.contains("*") else { return line }
        var result = ""
        var previous: Character = " "
        var rest = line
        while let character = rest.first {
            rest = rest.dropFirst()
            if character == "*" || (character == "_" && rest.first == "_")
                || previous == "_"
                    && character == "_"
            {
                // A star between spaces is a star.
                let isAlone = previous == " " && rest.first == " "
                if character == "*", isAlone { result.append(character) }
            } else {
                result.append(character)
            }
            previous = character
        }
        return Substring(result)
    }

    /// Leaves of `[words](address)` and `![words](address)` the words.
    private static func withoutLinks(_ line: Substring) -> String {
        guard line.contains("](") else { return String(line) }
        var result = ""
        var rest = line
        while let open = rest.firstIndex(of: "[") {
            let inner = rest[rest.index(after: open)...]
            guard let close = inner.firstIndex(of: "]"),
                inner[close...].hasPrefix("]("), let end = inner[close...].firstIndex(of: ")")
            else {
                result += rest[...open]
                rest = inner
                continue
            }
            var before = rest[..<open]
            if before.last == "!" { before = before.dropLast() }
            result += before + inner[..<close]
            rest = inner[inner.index(after: end)...]
        }
        return result + rest
    }
}
