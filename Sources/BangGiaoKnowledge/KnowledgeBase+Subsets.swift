import BangGiaoGraph
public import BangGiaoModel

extension KnowledgeBase {
    /// Returns an entity by its key.
    ///
    /// - Complexity: O(log *n*), as the entities are sorted by key.
    public func entity(_ key: EntityKey) -> KnownEntity? {
        var low = entities.startIndex
        var high = entities.endIndex
        while low < high {
            let middle = (low + high) / 2
            if entities[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < entities.endIndex && entities[low].key == key ? entities[low] : nil
    }

    /// Returns what is known of some entities and of the facts among them.
    ///
    /// A meeting stays where two of its sides have a member left, an agreement where two parties or
    /// signatories are left, an office where its holder and its body are. A fact keeps its id, its
    /// sources and its date. Documents stay where they are a source of something that stays.
    /// - Complexity: O(size of the base).
    public func restricted(to keys: some Sequence<EntityKey>) -> KnowledgeBase {
        let keys = Set(keys)
        var result = KnowledgeBase()
        result.positions = positions.compactMap { position in
            guard keys.contains(position.person), keys.contains(position.of) else { return nil }
            return position.accreditedTo.map { keys.contains($0) } ?? true ? position : nil
        }
        result.meetings = meetings.compactMap { meeting in
            var meeting = meeting
            meeting.sides = meeting.sides.map { $0.filter { keys.contains($0) } }
                .filter { !$0.isEmpty }
            meeting.attendees.removeAll { !keys.contains($0) }
            return meeting.sides.count > 1 ? meeting : nil
        }
        result.agreements = agreements.compactMap { agreement in
            var agreement = agreement
            agreement.parties.removeAll { !keys.contains($0) }
            agreement.signatories.removeAll { !keys.contains($0) }
            return max(agreement.parties.count, agreement.signatories.count) > 1 ? agreement : nil
        }
        result.take(entities: keys, of: self)
        return result
    }

    /// Returns what some documents say, with entities as they are known across all documents.
    ///
    /// Facts keep the sources in those documents only. Entities are those that the documents name,
    /// and those that a fact which stays refers to.
    /// - Complexity: O(size of the base).
    public func restricted(toDocuments ids: some Sequence<DocumentID>) -> KnowledgeBase {
        let ids = Set(ids)
        func own(_ sources: [Source]) -> [Source] { sources.filter { ids.contains($0.document) } }
        var result = KnowledgeBase()
        result.positions = positions.compactMap { position in
            var position = position
            position.sources = own(position.sources)
            return position.sources.isEmpty ? nil : position
        }
        result.meetings = meetings.compactMap { meeting in
            var meeting = meeting
            meeting.sources = own(meeting.sources)
            return meeting.sources.isEmpty ? nil : meeting
        }
        result.agreements = agreements.compactMap { agreement in
            var agreement = agreement
            agreement.sources = own(agreement.sources)
            return agreement.sources.isEmpty ? nil : agreement
        }
        var keys = result.referredEntities
        for entity in entities where entity.members.contains(where: { ids.contains($0.document) }) {
            keys.insert(entity.key)
        }
        result.take(entities: keys, of: self)
        result.documents = documents.filter { ids.contains($0.id) }
        return result
    }

    /// Returns the entities and facts of some paths, and nothing beside them but the body or the
    /// country of an office on the way.
    ///
    /// - Complexity: O(size of the base).
    public func restricted(to paths: some Sequence<KnownPath>) -> KnowledgeBase {
        let paths = Array(paths)
        return restricted(to: paths.flatMap(\.entities), along: paths.flatMap(\.hops))
    }

    /// Returns the entities and facts of what connects several entities, as a path's.
    ///
    /// - Complexity: O(size of the base).
    public func restricted(to connection: KnownConnection) -> KnowledgeBase {
        restricted(to: connection.entities, along: connection.hops)
    }

    private func restricted(
        to entities: [KnownEntity], along hops: [KnownPath.Hop]
    ) -> KnowledgeBase {
        let links = hops.flatMap(\.links)
        let facts = Set(links.map(\.fact.id))
        // An envoy's path leads past the country that sends him, and his office can't do without.
        let offices = links.flatMap { link -> [EntityKey] in
            guard case .position(let position) = link.fact.content else { return [] }
            return [position.of] + (position.accreditedTo.map { [$0] } ?? [])
        }
        var result = restricted(to: entities.map(\.key) + offices)
        result.positions.removeAll { !facts.contains($0.id) }
        result.meetings.removeAll { !facts.contains($0.id) }
        result.agreements.removeAll { !facts.contains($0.id) }
        result.take(entities: Set(result.entities.map(\.key)), of: self)
        return result
    }

    /// Returns what lies within some hops of an entity: for a drawing around a name.
    ///
    /// - Parameters:
    ///   - key: The entity in the middle.
    ///   - hops: How far to go; 0 gives the entity alone. Countries are reached, but not passed,
    ///     unless one is in the middle: then its own people and agencies are its neighbours.
    ///   - facts: Which facts lead from one to the next. All facts among those reached are returned;
    ///     to draw those alone that pass, filter first: ``filtered(by:)``.
    /// - Returns: The entities within reach and all facts among them; nothing where the key is
    ///   unknown.
    /// - Complexity: O(size of the base), for its projection.
    public func neighbourhood(
        of key: EntityKey, hops: Int, facts: FactFilter = FactFilter()
    ) -> KnowledgeBase {
        let view = GraphProjection().project(self)
        guard let center = view.node(key) else { return KnowledgeBase() }
        do throws(GraphError) {
            let found = try view.graph.neighbourhood(
                of: center, hops: hops, filter: view.filter(endingAt: [key], facts: facts))
            return restricted(to: found.map { view[$0.node].key })
        } catch {
            preconditionFailure("A view's nodes are of its graph: \(error)")
        }
    }

    /// The entities that some fact refers to.
    var referredEntities: Set<EntityKey> {
        var keys: Set<EntityKey> = []
        for position in positions {
            keys.formUnion([position.person, position.of])
            if let place = position.accreditedTo { keys.insert(place) }
        }
        for meeting in meetings { keys.formUnion(meeting.sides.joined() + meeting.attendees) }
        for agreement in agreements { keys.formUnion(agreement.parties + agreement.signatories) }
        return keys
    }

    /// Takes over some entities of a base, and the documents that are a source of anything.
    private mutating func take(entities keys: Set<EntityKey>, of base: KnowledgeBase) {
        entities = base.entities.filter { keys.contains($0.key) }.map { entity in
            var entity = entity
            entity.parent = entity.parent.flatMap { keys.contains($0) ? $0 : nil }
            return entity
        }
        let meetings = Set(self.meetings.map(\.id))
        for place in agreements.indices where !meetings.contains(agreements[place].meeting ?? "") {
            agreements[place].meeting = nil
        }
        let sources =
            positions.flatMap(\.sources) + self.meetings.flatMap(\.sources)
            + agreements.flatMap(\.sources)
        let ids = Set(sources.map(\.document) + entities.flatMap(\.members).map(\.document))
        documents = base.documents.filter { ids.contains($0.id) }
    }
}
