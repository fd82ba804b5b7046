public import BangGiaoModel

extension OfficeReader {
    /// Makes the profile of a name with its state and role, as a person writes them.
    ///
    /// - Parameters:
    ///   - country: The state, where it is known; else that of the offices, where they name one.
    ///   - role: Offices such as "Bộ trưởng Bộ Ngoại giao", `agency` for an agency, or nothing.
    public func profile(
        _ name: String, country: CountryCode?, role: String
    ) -> IdentityProfile {
        if role == Entity.Kind.agency.rawValue {
            return IdentityProfile(kind: .agency, name: name, country: country)
        }
        let offices = offices(role, country: country)
        let states = Set(offices.compactMap(\.country))
        return IdentityProfile(
            kind: .person, name: name, country: country ?? (states.count == 1 ? states.first : nil),
            offices: offices)
    }
}

extension KnowledgeBase {
    /// Makes the profile of what is known of an entity.
    ///
    /// - Complexity: O(number of positions).
    public func profile(of entity: KnownEntity) -> IdentityProfile {
        var parents: [String] = []
        var line: Set<EntityKey> = [entity.key]
        var next = entity.parent
        while let key = next, line.insert(key).inserted, let parent = self.entity(key) {
            parents.append(parent.name)
            next = parent.parent
        }
        return IdentityProfile(
            kind: entity.kind, name: entity.name,
            aliases: entity.kind == .agency ? Set(entity.aliases) : [], country: entity.country,
            parents: parents,
            offices: Set(positions.filter { $0.person == entity.key }.map { office($0) }),
            documents: Set(entity.members.map(\.document)))
    }

    private func office(_ position: KnownPosition) -> IdentityProfile.Office {
        let body = entity(position.of)
        let parents = body.map { profile(of: $0).parents } ?? []
        return IdentityProfile.Office(
            title: position.title, body: body?.kind == .agency ? body?.name : nil,
            parents: parents, country: body?.country,
            accreditedTo: position.accreditedTo.flatMap { entity($0)?.country },
            status: position.status, days: Set(position.seen))
    }
}
