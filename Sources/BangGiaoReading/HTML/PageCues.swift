import BangGiaoLexicon
import Foundation

/// The marks by which the parts of a page of HTML are told: tags, classes, properties.
///
/// They stand in the table `page-cues.tsv`, whose columns are `name`, `on`, `part`, `source`.
struct PageCues {
    /// What part of a page a mark tells.
    enum Part: String {
        /// What is no text: scripts, styles, controls.
        case dropped
        /// Menus, buttons and notes of the page.
        case boilerplate
        /// Other articles.
        case related
        /// The article.
        case story
        case title, dateline, byline, lead, caption
        /// Values of the page's head.
        case url, published, author

        /// Whether it holds text that isn't the story's.
        var isOutside: Bool { self == .boilerplate || self == .related }
    }

    private enum Mark: String {
        case tag, role, itemprop, meta
        case name = "class"
    }

    private var parts: [String: [String: Part]] = [:]

    /// Loads the marks from the folder of the lexicon.
    init(directory: URL) throws(LexiconError) {
        let table = try LexiconTable(
            "page-cues", in: directory, columns: ["name", "on", "part", "source"],
            required: ["name", "on", "part", "source"], key: ["name", "on"])
        for row in table.rows {
            guard Mark(rawValue: row["on"]) != nil else { throw row.unknownValue("on") }
            guard let part = Part(rawValue: row["part"]) else { throw row.unknownValue("part") }
            parts[row["on"], default: [:]][row["name"].lowercased()] = part
        }
    }

    /// The part that a tag, in lower case, tells.
    func part(ofTag tag: String) -> Part? { parts["tag"]?[tag] }

    /// The part that a name or property of the page's head tells.
    func part(ofMeta name: String) -> Part? { parts["meta"]?[name.lowercased()] }

    /// The part that the attributes of an element tell; the role is surest, its names least.
    func part(role: String?, itemprop: String?, names: [String]) -> Part? {
        if let role, let part = parts["role"]?[role.lowercased()] { return part }
        if let itemprop, let part = parts["itemprop"]?[itemprop.lowercased()] { return part }
        guard let known = parts["class"] else { return nil }
        var found: Part?
        for name in names {
            for word in name.lowercased().split(whereSeparator: { $0.isWhitespace }) {
                let pieces = [word] + word.split { $0 == "-" || $0 == "_" }
                for piece in pieces {
                    guard let part = known[String(piece)] else { continue }
                    if part.isOutside { return part }
                    found = found ?? part
                }
            }
        }
        return found
    }
}
