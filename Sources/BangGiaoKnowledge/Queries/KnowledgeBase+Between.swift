public import BangGiaoModel

extension KnowledgeBase {
    /// Returns the meetings and agreements of some countries: of one alone whatever it took part in,
    /// of several what two of them at least took part in. Entities and offices stay.
    ///
    /// - Complexity: O(size of the base).
    public func among(_ countries: Set<CountryCode>) -> KnowledgeBase {
        let least = min(countries.count, 2)
        guard least > 0 else { return self }
        let places = Dictionary(
            entities.map { ($0.key, country(of: $0)) }, uniquingKeysWith: { first, _ in first })
        func takesPart(_ keys: [EntityKey]) -> Bool {
            let found = Set(keys.compactMap { places[$0] ?? nil }.filter(countries.contains))
            return found.count >= least
        }
        var result = self
        result.meetings.removeAll { !takesPart(Array($0.sides.joined())) }
        result.agreements.removeAll { !takesPart($0.parties + $0.signatories) }
        return result.forgettingOtherDocuments()
    }

    /// Leaves out the documents that tell of no meeting and no agreement that is left, so that sources
    /// are counted right.
    ///
    /// - Complexity: O(size of the base).
    public func forgettingOtherDocuments() -> KnowledgeBase {
        var result = self
        let ids = Set((meetings.flatMap(\.sources) + agreements.flatMap(\.sources)).map(\.document))
        result.documents = documents.filter { ids.contains($0.id) }
        return result
    }

    /// Returns the same facts with the offices of those who take part, as another base knows them, and
    /// with the bodies that these are in: so that a drawing can say who somebody is.
    ///
    /// An envoy's office comes along where the receiving side is there already.
    /// - Complexity: O(size of the other base).
    public func withOffices(of base: KnowledgeBase) -> KnowledgeBase {
        let present = Set(entities.map(\.key))
        let known = Set(positions.map(\.id))
        var result = self
        result.positions += base.positions.filter { position in
            present.contains(position.person) && !known.contains(position.id)
                && position.accreditedTo.map { present.contains($0) } ?? true
        }
        result.positions.sort { precedes($0.id, $1.id) }
        let keys = base.withAncestors(of: present.union(result.positions.map(\.of)))
        result.entities = base.entities.filter { keys.contains($0.key) }
        let told = Set(documents.map(\.id) + result.positions.flatMap(\.sources).map(\.document))
        result.documents = base.documents.filter { told.contains($0.id) }
        return result
    }

    /// Returns the country of an entity: its own, or that of an agency above it.
    public func country(of entity: KnownEntity) -> CountryCode? {
        var next: KnownEntity? = entity
        var seen: Set<EntityKey> = []
        while let one = next, seen.insert(one.key).inserted {
            if let country = one.country { return country }
            next = one.parent.flatMap { self.entity($0) }
        }
        return nil
    }

    /// Returns an entity and what lies within some hops of it, with the facts that lead there.
    ///
    /// Other than a ``neighbourhood(of:hops:facts:)`` it leaves out what those on the rim had to do
    /// with each other.
    /// - Complexity: O(size of the base), for its projection.
    public func surroundings(of key: EntityKey, hops: Int) -> KnowledgeBase {
        var result = neighbourhood(of: key, hops: hops)
        guard hops > 0, let center = entity(key) else { return result }
        var inner = Set(
            hops > 1 ? neighbourhood(of: key, hops: hops - 1).entities.map(\.key) : [key])
        // A country's own people and agencies stand for it.
        if center.kind == .country { inner.formUnion(members(of: key)) }
        result.meetings.removeAll { meeting in
            !(meeting.sides.joined() + meeting.attendees).contains { inner.contains($0) }
        }
        result.agreements.removeAll { agreement in
            !(agreement.parties + agreement.signatories).contains { inner.contains($0) }
        }
        let kept = result.referredEntities.union([key])
        return result.restricted(to: result.withAncestors(of: kept))
    }

    /// The keys with those of all agencies above them.
    private func withAncestors(of keys: Set<EntityKey>) -> Set<EntityKey> {
        var result = keys
        for key in keys {
            var next = entity(key)?.parent
            while let parent = next, result.insert(parent).inserted {
                next = entity(parent)?.parent
            }
        }
        return result
    }

    /// Returns the meetings and agreements that two entities have in common, with everybody who took
    /// part for the one or the other.
    ///
    /// A country stands for its people and agencies, an agency for its office-holders and for the
    /// agencies below it. A meeting counts where somebody of the one stands on another side than
    /// somebody of the other. Offices of those who remain stay; where one of the two is an envoy to
    /// the other, that office stays, too.
    /// - Complexity: O(size of the base · depth of agencies).
    public func shared(by one: EntityKey, and other: EntityKey) -> KnowledgeBase {
        let members = [members(of: one), members(of: other)]
        let all = members[0].union(members[1])
        var part = self
        part.meetings = meetings.filter { meeting in
            let sides = members.map { members in
                meeting.sides.indices.filter { side in
                    meeting.sides[side].contains { members.contains($0) }
                }
            }
            return sides[0].contains { side in sides[1].contains { $0 != side } }
        }
        part.agreements = agreements.filter { agreement in
            let bound = agreement.parties + agreement.signatories
            let found = members.map { members in Set(bound.filter { members.contains($0) }) }
            return found.allSatisfy { !$0.isEmpty } && found[0].union(found[1]).count > 1
        }
        var taking = Set(part.meetings.flatMap { $0.sides.joined() + $0.attendees })
        taking.formUnion(part.agreements.flatMap { $0.parties + $0.signatories })
        taking.formIntersection(all)
        taking.formUnion([one, other])
        part.positions = positions.filter { position in
            guard let receiver = position.accreditedTo else {
                return taking.contains(position.person)
            }
            let sent = [members[0].contains(position.person), members[1].contains(position.person)]
            return taking.contains(position.person)
                || (sent[0] && receiver == other) || (sent[1] && receiver == one)
        }
        for position in part.positions {
            taking.formUnion([position.person, position.of])
            if let receiver = position.accreditedTo { taking.insert(receiver) }
        }
        // Cards name the agencies above.
        return part.restricted(to: withAncestors(of: taking))
    }

    /// An entity with all that it stands for.
    private func members(of key: EntityKey) -> Set<EntityKey> {
        guard let entity = entity(key) else { return [] }
        var result: Set<EntityKey> = [key]
        switch entity.kind {
        case .person: return result
        case .country:
            guard let country = entity.country else { return result }
            result.formUnion(entities.filter { $0.country == country }.map(\.key))
        case .agency:
            let children = Dictionary(grouping: entities.filter { $0.parent != nil }) { $0.parent }
            var open = [key]
            while let next = open.popLast() {
                for child in children[next] ?? [] where result.insert(child.key).inserted {
                    open.append(child.key)
                }
            }
        }
        let bodies = result
        result.formUnion(positions.filter { bodies.contains($0.of) }.map(\.person))
        return result
    }
}
