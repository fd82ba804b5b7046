import Foundation

/// Makes inputs that no one would write out of inputs that someone did: for fuzzing.
///
/// The same generator gives the same inputs, so a fault is told by its seed.
public struct Mutator: Sendable {
    /// What the inputs are made of.
    public let seeds: [[UInt8]]
    /// Words that the programs under test know, and marks that formats give a meaning.
    public let words: [[UInt8]]

    /// Makes a mutator.
    ///
    /// - Precondition: there are seeds and words.
    public init(seeds: [[UInt8]], words: [[UInt8]]) {
        precondition(!seeds.isEmpty && !words.isEmpty, "A mutator needs seeds and words.")
        self.seeds = seeds
        self.words = words
    }

    /// The seeds and words of this repository: the five articles as text, Markdown, HTML and JSON
    /// Lines, and the first cells of the lexicon's tables.
    public static func ofRepository() throws -> Mutator {
        var seeds: [[UInt8]] = []
        for file in try files(in: Repository.seeds, ending: "txt") {
            let text = try String(contentsOf: file, encoding: .utf8)
            seeds.append(Array(text.utf8))
            let lines = text.split(separator: "\n").map(String.init)
            seeds.append(Array(("---\ntitle: x\n---\n# " + lines.joined(separator: "\n\n")).utf8))
            let paragraphs = lines.map { "<p>\($0)</p>" }.joined()
            seeds.append(
                Array("<!DOCTYPE html><html><body><article>\(paragraphs)</article>".utf8))
            let line = lines.joined(separator: "\\n").replacing("\"", with: "\\\"")
            seeds.append(Array(String(repeating: "{\"text\": \"\(line)\"}\n", count: 2).utf8))
        }
        var words = marks.map { Array($0.utf8) } + brokenBytes
        for file in try files(in: Repository.lexicon, ending: "tsv") {
            let table = try String(contentsOf: file, encoding: .utf8)
            for line in table.split(separator: "\n") where !line.hasPrefix("#") {
                words.append(Array(line.prefix { $0 != "\t" }.utf8))
            }
        }
        return Mutator(seeds: seeds, words: words)
    }

    private static func files(in folder: URL, ending: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
    }

    private static let marks = [
        "\n", "\r\n", "\r", "\n\n", "\t", " ", "\u{A0}", "\u{2028}", "\u{200B}", "\u{FEFF}",
        "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{300}", "\u{323}", "\u{302}\u{301}", "\u{1F1FB}",
        "\u{202E}", "\u{10FFFF}", "e\u{301}\u{323}\u{302}", "\u{1100}\u{1161}\u{11A8}", "ﬁ", "İ",
        "ß", "Σ", ".", ",", "...", "…", "-", "–", "/", "(", ")", "\"", "“", "”", ":", ";", "|",
        "1", "31/12/2025", "0/0/0", "99999999999999999999", "tháng 13", "ngày", "năm 0000",
        "<", ">", "</p>", "<p>", "<br>", "<!--", "-->", "<script>", "</script>", "<![CDATA[", "&",
        "&amp;", "&#0;", "&#xD800;", "&#99999999;", "&nbsp;", "<meta charset=utf-16>",
        "<table><tr>",
        "<a href='", "<title>", "<time datetime='2025-13-45'>", "{", "}", "[", "]", "\\", "\\u0000",
        "\\ud800", "\\udc00", "null", "\"text\":", "{\"text\":\"", "\"}", "\"id\": 1e999", "#",
        "**",
        "](", "![", "---\n", "> ", "- ",
    ]

    private static let brokenBytes: [[UInt8]] = [
        [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0xE1, 0xBA], [0x80], [0xEF, 0xBB, 0xBF], [0xF0, 0x9F],
    ]

    /// Returns an input; half of them are UTF-8 without null bytes, which no reader turns away.
    public func input(using generator: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes = seeds.randomElement(using: &generator) ?? []
        for _ in 0..<(1 << Int.random(in: 0..<6, using: &generator)) {
            mutate(&bytes, using: &generator)
        }
        // Long ones add time and find nothing else.
        if bytes.count > 1 << 18 { bytes.removeSubrange((1 << 18)...) }
        guard Bool.random(using: &generator) else { return bytes }
        return String(decoding: bytes, as: UTF8.self).utf8.filter { $0 != 0 }
    }

    private func mutate(_ bytes: inout [UInt8], using generator: inout some RandomNumberGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let range =
            place..<min(
                bytes.count, place + (1 << Int.random(in: 0..<11, using: &generator)))
        switch Int.random(in: 0..<14, using: &generator) {
        case 0 where place < bytes.count:
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1:
            bytes.removeSubrange(range)
        case 2:
            bytes.removeSubrange(place...)
        case 3:
            let copies = Int.random(in: 1...20, using: &generator)
            bytes.insert(contentsOf: (0..<copies).flatMap { _ in bytes[range] }, at: place)
        case 4:
            let piece = Array(bytes[range])
            bytes.removeSubrange(range)
            bytes.insert(
                contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &generator))
        case 5:
            let other = seeds.randomElement(using: &generator) ?? []
            let start = Int.random(in: 0...other.count, using: &generator)
            bytes.replaceSubrange(place..., with: other[start...])
        case 6:
            let repeats = 1 << Int.random(in: 0..<10, using: &generator)
            let word = words.randomElement(using: &generator) ?? []
            bytes.insert(contentsOf: (0..<repeats).flatMap { _ in word }, at: place)
        case 7:
            let mark = Self.marks.randomElement(using: &generator) ?? ""
            bytes.replaceSubrange(range, with: mark.utf8)
        case 8:
            bytes.insert(
                contentsOf: Self.brokenBytes.randomElement(using: &generator) ?? [], at: place)
        case 9:
            let scalars = (0..<Int.random(in: 1...12, using: &generator)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &generator))
            }
            bytes.insert(contentsOf: scalars.flatMap { Array(String($0).utf8) }, at: place)
        case 10:
            // Any word of the lexicon, with the spaces of a sentence.
            for _ in 0..<Int.random(in: 1...30, using: &generator) {
                let word = words.randomElement(using: &generator) ?? []
                bytes.insert(contentsOf: [0x20] + word + [0x20], at: place)
            }
        case 11:
            let depth = 1 << Int.random(in: 0..<12, using: &generator)
            let tag = ["<div>", "<b><i>", "<table><tr><td>", "[", "{\"a\":", "("]
            let opening = tag.randomElement(using: &generator) ?? ""
            bytes.insert(contentsOf: (0..<depth).flatMap { _ in opening.utf8 }, at: place)
        case 12:
            let length = 1 << Int.random(in: 0..<16, using: &generator)
            let attribute = "<p class=\"" + String(repeating: "x", count: length) + "\">"
            bytes.insert(contentsOf: attribute.utf8, at: place)
        default:
            let byte = UInt8.random(in: 0...255, using: &generator)
            for index in range { bytes[index] = byte }
        }
    }
}
