import BangGiao

/// A name of the command line that leads to no single entity.
struct NameError: Error, CustomStringConvertible {
    /// Whom the name could mean; none where it means nobody.
    enum Kind {
        case ambiguous([EntityFinder.Candidate])
        case unknown(nearest: [EntityFinder.Candidate])
    }

    var name: String
    var kind: Kind

    /// What is wrong, and the names to choose from.
    var description: String {
        switch kind {
        case .ambiguous(let candidates):
            "\"\(name)\" may be any of \(candidates.count); give the key of the one you mean:\n"
                + candidates.map(Self.line).joined(separator: "\n")
        case .unknown(let nearest) where nearest.isEmpty:
            "there is no \"\(name)\", nor anything like it; see the names in graph.json."
        case .unknown(let nearest):
            "there is no \"\(name)\"; the nearest names are:\n"
                + nearest.map(Self.line).joined(separator: "\n")
        }
    }

    /// `  seed-002#p1  Vũ Quang Minh (Việt Nam), Đại sứ Việt Nam tại Campuchia`.
    private static func line(_ candidate: EntityFinder.Candidate) -> String {
        let entity = candidate.entity
        var text = "  \(entity.key.rawValue)  \(entity.name)"
        if let parent = candidate.parent { text += ", \(parent)" }
        if entity.kind != .country, let country = candidate.country { text += " (\(country))" }
        let offices = candidate.offices.map { office in
            let place = office.accreditedTo.map { " tại \($0)" } ?? ""
            return "\(office.position.title) \(office.of)\(place)"
        }
        // Four offices tell people apart as well as twelve.
        if !offices.isEmpty { text += ": " + offices.prefix(4).joined(separator: "; ") }
        return text
    }
}

extension EntityFinder {
    /// Returns the one entity of a name, such as it is typed.
    func entity(_ name: String) throws(NameError) -> KnownEntity {
        switch find(name) {
        case .unique(let entity): return entity
        case .ambiguous(let candidates):
            throw NameError(name: name, kind: .ambiguous(candidates))
        case .unknown(let nearest):
            throw NameError(name: name, kind: .unknown(nearest: nearest))
        }
    }
}
