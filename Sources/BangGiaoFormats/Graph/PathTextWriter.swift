public import BangGiaoKnowledge
import BangGiaoModel

/// Writes how two entities are connected for people: hop by hop, each fact above its quotation.
///
/// Labels are Vietnamese, as the documents are; for programs there is ``PathJSONWriter``.
public struct PathTextWriter: Sendable {
    /// How many facts of a hop are shown; the best are.
    public var factLimit: Int

    private let facts: FactText

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - base: Where the paths were found: names and offices of those who take part are looked up
    ///     in it.
    ///   - factLimit: How many facts of a hop are shown.
    public init(_ base: KnowledgeBase, factLimit: Int = 5) {
        facts = FactText(base)
        self.factLimit = factLimit
    }

    /// Returns the paths as text of several lines, ended by a line break; nothing for no paths.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ paths: [KnownPath]) -> String {
        PlainText.plain(paths.map(write).joined(separator: "\n"))
    }

    /// Returns what connects several entities as text of several lines, ended by a line break.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ connection: KnownConnection) -> String {
        PlainText.plain(
            connection.entities.map(FactText.label).joined(separator: "; ") + "\n"
                + write(connection.hops))
    }

    private func write(_ path: KnownPath) -> String {
        path.entities.map(FactText.label).joined(separator: " → ") + "\n" + write(path.hops)
    }

    private func write(_ hops: [KnownPath.Hop]) -> String {
        var text = ""
        for (number, hop) in hops.enumerated() {
            let ends = [hop.from.name, hop.to.name].map(PlainText.line)
            text += "\n\(number + 1). \(ends[0]) → \(ends[1])\n"
            for link in hop.links.prefix(factLimit) {
                let offices = facts.offices(of: [hop.from.key, hop.to.key], at: link.fact)
                for line in [facts.line(of: link.fact)] + offices { text += "   \(line)\n" }
                for line in facts.passages(of: link.fact) { text += "     \(line)\n" }
            }
            let rest = hop.links.count - factLimit
            if rest > 0 { text += "   … và \(rest) sự kiện khác\n" }
        }
        return text
    }
}
