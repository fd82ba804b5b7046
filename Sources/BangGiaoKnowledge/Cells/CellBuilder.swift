public import BangGiaoModel

/// Finds the cell of each entity of a document.
public struct CellBuilder: Sendable {
    private let judge: CellJudge

    /// Makes a builder.
    ///
    /// - Parameter judge: Says whether all that have one cell are one.
    public init(judge: CellJudge = CellJudge()) { self.judge = judge }

    /// Returns the cells of a document's entities, in their order.
    ///
    /// An entity gets a cell of its own where its name and all else tell too little to take it for
    /// the same as another document's, where the document has two that nothing tells apart, and
    /// where a person's judgement is about it.
    /// - Parameter judged: The entities that judgements are about.
    /// - Complexity: O(entities + positions) hash steps.
    public func cells(of facts: DocumentFacts, judged: Set<EntityID> = []) -> [EntityCell] {
        var names: [EntityID: (key: NameKey, entity: Entity)] = [:]
        for entity in facts.entities { names[entity.id] = (NameKey(entity.name), entity) }
        var offices: [EntityID: Set<EntityCell.Office>] = [:]
        for position in facts.positions {
            guard let of = names[position.of] else { continue }
            let office = EntityCell.Office(
                title: plain(NameKey(position.title).folded), of: plain(of.key.folded),
                country: of.entity.country?.rawValue ?? "",
                accreditedTo: position.accreditedTo.flatMap { names[$0] }
                    .map { plain($0.key.folded) } ?? "")
            offices[position.person, default: []].insert(office)
        }
        var cells = facts.entities.map { entity in
            switch entity.kind {
            case .country:
                EntityCell(
                    kind: .country, name: entity.country?.rawValue ?? plain(NameKey(entity.name).folded),
                    country: entity.country)
            case .agency:
                EntityCell(
                    kind: .agency, name: plain(names[entity.id]?.key.folded ?? ""),
                    country: entity.country, parents: parents(of: entity, names),
                    abbreviations: abbreviations(of: entity))
            case .person:
                EntityCell(
                    kind: .person, name: plain(names[entity.id]?.key.folded ?? ""),
                    country: entity.country, offices: (offices[entity.id] ?? []).sorted())
            }
        }
        var counts: [EntityCell: Int] = [:]
        for cell in cells { counts[cell, default: 0] += 1 }
        for place in cells.indices {
            let entity = facts.entities[place]
            let key = EntityKey(facts.document.id, entity.id)
            if judged.contains(entity.id) || counts[cells[place]] != 1
                || !judge.tellsEnough(cells[place])
            {
                cells[place].only = plain(key.rawValue)
            }
        }
        return cells
    }

    /// The names of the agencies above an entity, the nearest first; a ring is left where it closes.
    private func parents(
        of entity: Entity, _ names: [EntityID: (key: NameKey, entity: Entity)]
    ) -> [String] {
        var result: [String] = []
        var seen: Set<EntityID> = [entity.id]
        var next = entity.parent
        while let id = next, seen.insert(id).inserted, let parent = names[id] {
            result.append(plain(parent.key.folded))
            next = parent.entity.parent
        }
        return result
    }

    private func abbreviations(of entity: Entity) -> [String] {
        let own = NameKey(entity.name).folded
        let short = entity.aliases.filter { NameKey.hasAbbreviation($0) }
            .map { NameKey($0).folded }.filter { $0 != own }
        return Set(short.map(plain)).sorted { precedes($0, $1) }
    }

    /// A text without the characters that part a signature; a name has none of them.
    private func plain(_ text: String) -> String {
        text.contains(where: { "\t\n|".contains($0) })
            ? String(text.map { "\t\n|".contains($0) ? " " : $0 }) : text
    }
}
