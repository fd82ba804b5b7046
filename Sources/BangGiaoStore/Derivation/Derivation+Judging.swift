import BangGiaoKnowledge
import BangGiaoModel
import GRDB

extension Derivation {
    /// Brings the cells of entities in line with the judgements that stand now: one that is judged
    /// has a cell of its own.
    func reconsider(_ entities: [JudgedEntity]) throws {
        forgetJudgements()
        for document in Set(entities.map(\.document)).sorted() {
            guard
                let facts = try FactsLoader(
                    database: database, scope: .one(document), file: file
                ).facts().first
            else { continue }
            let told = try ToldEntity.all(of: document, in: database)
            let judged = try judged()[document.rawValue] ?? []
            let cells = try CellBuilder(judge: judge()).cells(
                of: facts, judged: Set(judged.compactMap { $0.entity(in: facts.entities) }))
            var before: [CellReading] = []
            for (place, entity) in told.enumerated() {
                guard let old = try storedCell(entity.cell) else { continue }
                before.append(old)
                if old.id == cells[place].id { continue }
                let key = EntityKey(document, entity.id)
                count(key, facts.entities[place], in: old, by: -1)
                count(key, facts.entities[place], in: cells[place], by: 1)
                try execute(
                    "UPDATE told SET cell = ? WHERE document = ? AND id = ?",
                    [cells[place].id, document.rawValue, entity.id.rawValue])
                recelled.append((entity, cells[place].id))
            }
            countApart(before, by: -1)
            countApart(cells, by: 1)
            for entity in entities where entity.document == document {
                guard let id = entity.entity(in: facts.entities),
                    let place = facts.entities.firstIndex(where: { $0.id == id })
                else { continue }
                dirtyCells.insert(cells[place].id)
            }
        }
    }
}
