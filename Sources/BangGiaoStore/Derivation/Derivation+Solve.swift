import BangGiaoKnowledge
import BangGiaoModel
import GRDB

extension Derivation {
    /// Solves the components in which something changed, and labels their cells.
    ///
    /// - Parameter touched: Takes in the clusters that gain or lose a cell.
    /// - Returns: The labels of all cells looked at.
    func solve(
        _ created: [Int64: CellReading], _ touched: inout Set<Int64>
    ) throws -> [Int64: Int64] {
        let decisions = try decisions()
        var groups: [[Int64]] = []
        var seen: Set<Int64> = []
        var states: [Int64: CellState] = [:]
        for start in dirtyCells.union(created.keys).sorted() where !seen.contains(start) {
            guard let component = try component(of: start, decisions, &seen, &states) else {
                continue
            }
            // What shares no key, or tells too little alone, wasn't compared or has no link.
            groups += try component.groups { first, second in
                guard let one = try storedCell(first), let two = try storedCell(second) else {
                    return false
                }
                return try judge().mayBeOne(one, two)
            }
        }
        let labels = try labels(of: groups, states)
        for (cell, label) in labels.sorted(by: { $0.key < $1.key }) {
            guard let old = states[cell]?.label, old != label else { continue }
            touched.formUnion([old, label])
            try execute("UPDATE cell SET cluster = ? WHERE id = ?", [label, cell])
            if created[cell] != nil { continue }
            for row in try rows("SELECT document, id FROM told WHERE cell = ?", [cell]) {
                try move(row["document"], row["id"], to: label)
            }
        }
        return labels
    }

    /// What solving asks of a cell's row.
    struct CellState {
        var label: Int64
        var members: Int
        var country: CountryCode?
    }

    /// Persons' decisions by the cells of both sides.
    private func decisions() throws -> [Int64: [CellComponent.Decision]] {
        var result: [Int64: [CellComponent.Decision]] = [:]
        for judgement in try StoredJudgement.standing(in: database) {
            let cells = try [judgement.first, judgement.second].map { try cell(of: $0) }
            let documents = [judgement.first.document, judgement.second.document]
            if !changedDocuments.isDisjoint(with: documents) {
                // Where the one side goes, nothing else tells the other to look again.
                dirtyCells.formUnion(cells.compactMap(\.self))
            }
            guard let first = cells[0], let second = cells[1], first != second else { continue }
            let decision = CellComponent.Decision(
                first, second, judgement.verdict, number: judgement.number)
            result[first, default: []].append(decision)
            result[second, default: []].append(decision)
        }
        return result
    }

    /// The cell of an entity that is judged, in documents on their way in and in those stored.
    private func cell(of judged: JudgedEntity) throws -> Int64? {
        if let article = pending.last(where: { $0.article.document.id == judged.document })?.article
        {
            let entities = article.facts.entities
            guard let id = judged.entity(in: entities),
                let place = entities.firstIndex(where: { $0.id == id })
            else { return nil }
            return article.cells[place].id
        }
        return judged.entity(in: try ToldEntity.all(of: judged.document, in: database))?.cell
    }

    /// Collects all cells that links and decisions connect with one.
    private func component(
        of start: Int64, _ decisions: [Int64: [CellComponent.Decision]], _ seen: inout Set<Int64>,
        _ states: inout [Int64: CellState]
    ) throws -> CellComponent? {
        var component = CellComponent(nodes: [])
        var used: Set<CellComponent.Decision> = []
        var queue = [start]
        seen.insert(start)
        while let cell = queue.popLast() {
            guard
                let row = try rows(
                    "SELECT country, members, cluster FROM cell WHERE id = ?", [cell]
                ).first
            else { continue }
            let country = (row["country"] as String?).map { CountryCode($0) }
            states[cell] = CellState(
                label: row["cluster"], members: row["members"], country: country)
            component.nodes.append(.init(id: cell, country: country))
            var next: [Int64] = []
            for row in try rows(
                "SELECT other FROM cellLink WHERE cell = ? AND verdict = 'same'", [cell])
            {
                let other: Int64 = row["other"]
                next.append(other)
            }
            for decision in decisions[cell] ?? [] {
                used.insert(decision)
                next += [decision.first, decision.second]
            }
            queue += next.filter { seen.insert($0).inserted }
        }
        if component.nodes.isEmpty { return nil }
        component.decisions = Array(used)
        if component.nodes.count > 1 { try complete(&component) }
        return component
    }

    /// Adds what is known of pairs of a component's cells. Pairs that are unsure join nothing by
    /// themselves, but two cells that something speaks against keep their clusters apart.
    private func complete(_ component: inout CellComponent) throws {
        let ids = Set(component.nodes.map(\.id))
        for id in ids.sorted() {
            for row in try rows(
                "SELECT other, verdict, weight FROM cellLink WHERE cell = ? AND other > ?",
                [id, id])
            {
                let other: Int64 = row["other"]
                guard ids.contains(other),
                    let verdict = Judgement.Verdict(rawValue: row["verdict"])
                else { continue }
                component.links.append(.init(id, other, verdict, weight: row["weight"]))
            }
            for row in try rows(
                "SELECT other FROM cellApart WHERE cell = ? AND other > ?", [id, id])
            {
                component.apart.append((id, row["other"]))
            }
        }
    }

    /// Gives each group a label: one that most of its members have already, else a new one.
    private func labels(
        of groups: [[Int64]], _ states: [Int64: CellState]
    ) throws -> [Int64: Int64] {
        struct Claim {
            var members: Int
            var label: Int64
            var group: Int
        }
        var claims: [Claim] = []
        for (number, group) in groups.enumerated() {
            var members: [Int64: Int] = [:]
            for cell in group {
                if let state = states[cell] { members[state.label, default: 0] += state.members }
            }
            claims += members.map { Claim(members: $0.value, label: $0.key, group: number) }
        }
        claims.sort { ($1.members, $0.label, $0.group) < ($0.members, $1.label, $1.group) }
        var labelOf: [Int: Int64] = [:]
        var taken: Set<Int64> = []
        for claim in claims where labelOf[claim.group] == nil && !taken.contains(claim.label) {
            labelOf[claim.group] = claim.label
            taken.insert(claim.label)
        }
        var next =
            try Int64.fetchOne(database, sql: "SELECT max(cluster) FROM cell") ?? 0
        var result: [Int64: Int64] = [:]
        for (number, group) in groups.enumerated() {
            if labelOf[number] == nil { next += 1 }
            for cell in group { result[cell] = labelOf[number] ?? next }
        }
        return result
    }
}
