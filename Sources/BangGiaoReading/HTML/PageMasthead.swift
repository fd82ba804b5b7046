import BangGiaoModel
import Foundation

/// What the head of a page, its linked data and its attributes say of the article.
struct PageMasthead {
    var title: String?
    var published: PartialDate?
    var url: String?
    var authors: [String] = []

    init(_ page: Page, _ layout: PageLayout, cues: ZoneCues) {
        func values(_ part: PageCues.Part) -> [String] {
            page.values.filter { $0.part == part }.map { Self.composed($0.value) }
                .filter { !$0.isEmpty }
        }
        let data = LinkedData(page.linkedData)
        title = values(.title).first ?? page.headTitle.map(Self.composed)
        url = values(.url).first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        let times = page.times.filter { layout.parts[$0.element]?.isOutside != true }.map(\.value)
        let days = values(.published) + data.days + times
        published = days.lazy.compactMap { DateScanner.day(of: $0, cues: cues) }.first
        for name in values(.author) + data.authors {
            // Many pages name themselves as the author.
            let reader = BylineReader(Self.composed(name), cues: cues)
            for person in reader.credited(in: reader.all) where !authors.contains(person) {
                authors.append(person)
            }
        }
    }

    private static func composed(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return TextNormalizer.normalize(Array(words.utf8))?.text ?? words
    }
}

/// The days and writers in scripts of JSON-LD.
private struct LinkedData {
    private static let maximumDepth = 8

    var days: [String] = []
    var authors: [String] = []

    init(_ scripts: [String]) {
        for script in scripts {
            // What is no JSON says nothing.
            if let value = try? JSONSerialization.jsonObject(with: Data(script.utf8)) {
                look(at: value, depth: 0)
            }
        }
    }

    private mutating func look(at value: Any, depth: Int) {
        guard depth < Self.maximumDepth else { return }
        if let list = value as? [Any] {
            for item in list { look(at: item, depth: depth + 1) }
        } else if let object = value as? [String: Any] {
            if let day = object["datePublished"] as? String { days.append(day) }
            if let author = object["author"] { take(author) }
            for (_, item) in object.sorted(by: { $0.key < $1.key }) {
                look(at: item, depth: depth + 1)
            }
        }
    }

    private mutating func take(_ author: Any) {
        if let name = author as? String {
            authors.append(name)
        } else if let list = author as? [Any] {
            for item in list.prefix(20) { take(item) }
        } else if let object = author as? [String: Any], let name = object["name"] as? String {
            authors.append(name)
        }
    }
}
