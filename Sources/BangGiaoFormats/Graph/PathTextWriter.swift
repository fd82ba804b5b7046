public import BangGiaoKnowledge
import BangGiaoModel

/// Writes how two entities are connected for people: hop by hop, each fact above its quotation.
///
/// Labels are Vietnamese, as the documents are; for programs there is ``PathJSONWriter``.
public struct PathTextWriter: Sendable {
    /// How many facts of a hop are shown; the best are.
    public var factLimit: Int

    private let base: KnowledgeBase

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - base: Where the paths were found: names of third parties are looked up in it.
    ///   - factLimit: How many facts of a hop are shown.
    public init(_ base: KnowledgeBase, factLimit: Int = 5) {
        self.base = base
        self.factLimit = factLimit
    }

    /// Returns the paths as text of several lines, ended by a line break; nothing for no paths.
    ///
    /// - Complexity: O(length of the result).
    public func write(_ paths: [KnownPath]) -> String {
        paths.map(write).joined(separator: "\n")
    }

    private func write(_ path: KnownPath) -> String {
        var text = path.entities.map(Self.label).joined(separator: " → ") + "\n"
        for (number, hop) in path.hops.enumerated() {
            text += "\n\(number + 1). \(hop.from.name) → \(hop.to.name)\n"
            for link in hop.links.prefix(factLimit) { text += write(link) }
            let rest = hop.links.count - factLimit
            if rest > 0 { text += "   … và \(rest) sự kiện khác\n" }
        }
        return text
    }

    private func write(_ link: KnownPath.Link) -> String {
        var text = "   \(line(of: link.fact.content))\n"
        // One passage a document: the reader wants to see that it is so, and where.
        var seen: Set<DocumentID> = []
        for source in link.fact.sources where seen.insert(source.document).inserted {
            let words = source.evidence.quotation.split(whereSeparator: \.isWhitespace)
            text += "     “\(words.joined(separator: " "))”\n"
            text += "     — \(citation(of: source.document))\n"
        }
        return text
    }

    private func line(of content: EdgeFact.Content) -> String {
        switch content {
        case .meeting(let meeting):
            join(
                Wording.name(of: meeting.kind), meeting.date.map(Wording.date), meeting.place,
                Wording.note(on: meeting.status))
        case .agreement(let agreement):
            join(
                Wording.name(of: agreement.kind), agreement.title,
                agreement.date.map(Wording.date), Wording.note(on: agreement.status))
        case .position(let position):
            join(
                [Wording.note(on: position.status), position.title].compactMap(\.self)
                    .joined(separator: " "),
                [name(position.of), position.accreditedTo.map { "tại \(name($0))" }]
                    .compactMap(\.self).joined(separator: " "))
        case .membership(let child, let parent):
            "\(name(child)) thuộc \(name(parent))"
        case .nationality(let entity, let country):
            "\(name(entity)) của \(name(country))"
        }
    }

    private func join(_ parts: String?...) -> String {
        parts.compactMap(\.self).joined(separator: " · ")
    }

    private func name(_ key: EntityKey) -> String { base.entity(key)?.name ?? key.rawValue }

    private func citation(of id: DocumentID) -> String {
        let header = base.documents.first { $0.id == id }
        return join(id.rawValue, header?.published.map(Wording.date), header?.title)
    }

    /// An entity's name with its state: "Vũ Quang Minh (VN)"; a country's name alone.
    static func label(_ entity: KnownEntity) -> String {
        guard entity.kind != .country, let country = entity.country else { return entity.name }
        return "\(entity.name) (\(country.rawValue))"
    }
}
