import BangGiaoModel

/// Finds entities by a name as a person types it: without regard to case and the place of tone
/// marks, and with accents left out.
///
/// "pham thu hang" finds Phạm Thu Hằng, "Phạm Thu Hạng" doesn't: an accent may be missing, but not
/// another one. An agency is also found by its name followed by its parent's or its country's.
public struct EntityFinder: Sendable {
    /// An entity with what tells it apart from others of its name.
    public struct Candidate: Hashable, Sendable {
        /// The entity.
        public var entity: KnownEntity
        /// The name of its country.
        public var country: String?
        /// The name of the agency above it.
        public var parent: String?
        /// Its offices with the name of the body or country of each, by id.
        public var offices: [Office]
    }

    /// An office with the names of what it refers to.
    public struct Office: Hashable, Sendable {
        /// The position itself.
        public var position: KnownPosition
        /// The name of the agency or country.
        public var of: String
        /// The name of where an envoy is accredited.
        public var accreditedTo: String?
    }

    /// What a name leads to.
    public enum Finding: Hashable, Sendable {
        /// One entity.
        case unique(KnownEntity)
        /// Several, by key.
        case ambiguous([Candidate])
        /// None; those with the nearest names, the nearest first, at most five.
        case unknown(nearest: [Candidate])
    }

    private let base: KnowledgeBase
    private let index: NameIndex
    private let countries: [CountryCode: String]

    /// Indexes the names of a knowledge base.
    ///
    /// - Complexity: O(length of all names and aliases).
    public init(_ base: KnowledgeBase) {
        self.base = base
        var countries: [CountryCode: [String]] = [:]
        for entity in base.entities where entity.kind == .country {
            guard let code = entity.country else { continue }
            countries[code, default: []] += [entity.name] + entity.aliases
        }
        self.countries = countries.compactMapValues(\.first)
        var index = NameIndex()
        for (number, entity) in base.entities.enumerated() {
            index.insert(entity.name, of: number, as: .name)
            for alias in entity.aliases { index.insert(alias, of: number, as: .alias) }
            guard entity.kind == .agency else { continue }
            let states = entity.country.flatMap { countries[$0] } ?? []
            let parent = entity.parent.flatMap { base.entity($0)?.name }
            for name in [entity.name] + (parent.map { ["\(entity.name) \($0)"] } ?? []) {
                if name != entity.name { index.insert(name, of: number, as: .qualified) }
                for state in states {
                    index.insert("\(name) \(state)", of: number, as: .qualified)
                }
            }
        }
        self.index = index
    }

    /// Finds the entities of a name.
    ///
    /// A key such as `seed-003#p2` finds its entity. Of entities that match, only those that match
    /// best are taken: names written out before names without accents, and in each case own names
    /// before names with a parent or a country, and these before aliases.
    /// - Complexity: O(length) for a name that is found; O(names × length²) for one that isn't.
    public func find(_ name: String) -> Finding {
        let text = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.contains("#") {
            let key = EntityKey(rawValue: text)
            if let entity = base.entities.first(where: { $0.members.contains(key) }) {
                return .unique(entity)
            }
        }
        let found = index.best(text)
        switch found.count {
        case 0: return .unknown(nearest: index.nearest(text, limit: 5).map { candidate($0) })
        case 1: return .unique(base.entities[found[0]])
        default: return .ambiguous(found.map { candidate($0) })
        }
    }

    private func candidate(_ number: Int) -> Candidate {
        let entity = base.entities[number]
        let offices = base.positions.filter { $0.person == entity.key }.map { position in
            Office(
                position: position, of: base.entity(position.of)?.name ?? "",
                accreditedTo: position.accreditedTo.flatMap { base.entity($0)?.name })
        }
        return Candidate(
            entity: entity, country: entity.country.map { countries[$0] ?? $0.rawValue },
            parent: entity.parent.flatMap { base.entity($0)?.name }, offices: offices)
    }
}
