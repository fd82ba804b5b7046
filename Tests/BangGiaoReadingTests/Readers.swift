import BangGiaoModel
import BangGiaoReading
import Foundation
import TestSupport

/// Loaded once: the tables are read strictly, which takes a while.
private let sharedReader = Result { try DocumentReader(lexicon: Repository.lexicon) }

/// The reader with the repository's tables.
func makeReader(maximumBytes: Int = DocumentReader.defaultMaximumBytes) throws -> DocumentReader {
    var reader = try sharedReader.get()
    reader.maximumBytes = maximumBytes
    return reader
}

/// Reads one document out of a text.
func read(
    _ text: String, as format: DocumentFormat = .text, name: String = "test"
) throws -> Document {
    try read(bytes: Array(text.utf8), as: format, name: name)
}

/// Reads one document out of bytes.
func read(
    bytes: [UInt8], as format: DocumentFormat = .text, name: String = "test"
) throws -> Document {
    try makeReader().read(bytes, format: format, name: name)[0].document
}

extension Document {
    /// The kind and the text of each zone, as "title: Words".
    var layout: [String] {
        zones.map { "\($0.kind.rawValue)\($0.story.map(String.init) ?? ""): \(text[$0.span])" }
    }

    /// The texts of the zones of a kind.
    func texts(of kind: Zone.Kind) -> [String] {
        zones.filter { $0.kind == kind }.map { text[$0.span] }
    }
}

/// The laws that every document keeps; returns what is broken.
func brokenLaws(of document: Document) -> [String] {
    var broken: [String] = []
    let text = document.text
    if !text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8) {
        broken.append("not NFC")
    }
    if text.utf8.contains(0x0D) { broken.append("carriage return") }
    var last = 0
    for zone in document.zones {
        if zone.span.lowerBound < last { broken.append("zones overlap or don't ascend") }
        if zone.span.isEmpty { broken.append("empty zone") }
        if zone.span.upperBound > text.utf8.count { broken.append("zone past the end") }
        if (zone.kind == .related) != (zone.story != nil) { broken.append("story of \(zone)") }
        last = zone.span.upperBound
    }
    // Every line that isn't blank lies in one zone.
    var start = 0
    var remaining = document.zones[...]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let span = TextSpan(start, start + line.utf8.count)
        start = span.upperBound + 1
        let blank = CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\u{FEFF}\u{200B}"))
            .union(.controlCharacters)
        let words = line.trimmingCharacters(in: blank)
        let zones = remaining.prefix { span.contains($0.span) }
        remaining = remaining.dropFirst(zones.count)
        if words.isEmpty, zones.count <= 1 { continue }
        if zones.count != 1 { broken.append("line in \(zones.count) zones: \(line)") }
        if let zone = zones.first, !text[zone.span].contains(words) {
            broken.append("line cut: \(line)")
        }
    }
    if !remaining.isEmpty { broken.append("zones across lines") }
    return broken
}
