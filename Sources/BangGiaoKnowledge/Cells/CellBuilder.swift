public import BangGiaoModel

/// Finds the cell of each entity of a document.
public struct CellBuilder: Sendable {
    private let judge: CellJudge

    /// Makes a builder.
    ///
    /// - Parameter judge: Says whether all that have one cell are one.
    public init(judge: CellJudge) { self.judge = judge }

    /// Returns the cells of a document's entities, in their order.
    ///
    /// An entity gets a cell of its own where its name and all else tell too little to take it for
    /// the same as another document's, where the document has two that nothing tells apart, and
    /// where a person's judgement is about it.
    /// - Parameter judged: The entities that judgements are about.
    /// - Complexity: O(entities + positions) readings.
    public func cells(of facts: DocumentFacts, judged: Set<EntityID> = []) -> [CellReading] {
        let entities = Dictionary(
            facts.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let offices = offices(facts, entities)
        var readings = facts.entities.map { entity in
            judge.reading(of: cell(of: entity, offices[entity.id] ?? [], entities))
        }
        var counts: [Int64: Int] = [:]
        for reading in readings { counts[reading.id, default: 0] += 1 }
        for (place, entity) in facts.entities.enumerated() {
            if judged.contains(entity.id) || counts[readings[place].id] != 1
                || !readings[place].tellsEnough
            {
                readings[place] = readings[place].only(EntityKey(facts.document.id, entity.id))
            }
        }
        return readings
    }

    private func cell(
        of entity: Entity, _ offices: Set<IdentityProfile.Office>, _ entities: [EntityID: Entity]
    ) -> EntityCell {
        let name = EntityCell.plain(entity.name)
        switch entity.kind {
        case .country:
            if let code = entity.country { return .state(code) }
            return EntityCell(IdentityProfile(kind: .country, name: name))
        case .agency:
            let profile = IdentityProfile(
                kind: .agency, name: name, aliases: Set(entity.aliases.map(EntityCell.plain)),
                country: entity.country, parents: parents(of: entity, entities))
            return EntityCell(judge.judge.withoutIdleAliases(profile))
        case .person:
            return EntityCell(
                IdentityProfile(
                    kind: .person, name: name, country: entity.country, offices: offices))
        }
    }

    private func offices(
        _ facts: DocumentFacts, _ entities: [EntityID: Entity]
    ) -> [EntityID: Set<IdentityProfile.Office>] {
        var result: [EntityID: Set<IdentityProfile.Office>] = [:]
        for position in facts.positions {
            guard let of = entities[position.of] else { continue }
            let isState = of.kind == .country
            result[position.person, default: []].insert(
                IdentityProfile.Office(
                    title: EntityCell.plain(position.title),
                    body: isState ? nil : EntityCell.plain(of.name),
                    parents: isState ? [] : parents(of: of, entities), country: of.country,
                    accreditedTo: position.accreditedTo.flatMap { entities[$0]?.country },
                    status: position.status))
        }
        return result
    }

    /// The names of the agencies above an entity, the nearest first; a ring is left where it closes.
    private func parents(of entity: Entity, _ entities: [EntityID: Entity]) -> [String] {
        var result: [String] = []
        var seen: Set<EntityID> = [entity.id]
        var next = entity.parent
        while let id = next, seen.insert(id).inserted, let parent = entities[id] {
            result.append(EntityCell.plain(parent.name))
            next = parent.parent
        }
        return result
    }
}
