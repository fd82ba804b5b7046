public import BangGiaoGraph
import BangGiaoModel

extension Network {
    /// Returns a step for each two neighbours that a table relates, one of them among some nodes.
    ///
    /// - Returns: By ascending nodes, each pair once, with the facts of tables alone.
    /// - Complexity: O(edges at the nodes), and a look at the tables for each.
    public func tableHops(at nodes: some Sequence<NodeIndex>) throws -> [KnownPath.Hop] {
        if tables.isEmpty { return [] }
        let asked = NodeSet(nodes)
        var hops: [KnownPath.Hop] = []
        for node in nodes {
            var edges: [EdgeIndex] = []
            let row = graph.neighbours(of: node)
            for (place, step) in row.enumerated() {
                if step.edge.offset >= view.graph.edgeCount { edges.append(step.edge) }
                let next = row.index(row.startIndex, offsetBy: place + 1)
                if next < row.endIndex, row[next].node == step.node { continue }
                // A pair of two who are both asked for is told by the smaller.
                if !edges.isEmpty, !asked.contains(step.node) || node <= step.node {
                    hops.append(
                        KnownPath.Hop(
                            from: try entity(node), to: try entity(step.node),
                            links: try edges.map { try link($0) }))
                }
                edges = []
            }
        }
        return hops
    }
}

extension KnowledgeBase {
    /// Returns the base with what tables tell in some steps.
    ///
    /// - Parameters:
    ///   - hops: Steps between entities of the base or of tables; facts that the base has stay as
    ///     they are.
    ///   - tables: The tables, which become documents of the base.
    /// - Complexity: O(*n* log *n*) in the size of the base and the steps.
    public func adding(_ hops: [KnownPath.Hop], of tables: [JoinedTable]) -> KnowledgeBase {
        let names = Set(tables.map(\.id))
        var result = self
        var known = Set(entities.map(\.key))
        var facts: Set<String> = []
        for hop in hops {
            let senders = hop.links.compactMap(\.sender)
            for entity in [hop.from, hop.to] + senders where known.insert(entity.key).inserted {
                result.entities.append(entity)
            }
        }
        result.entities.sort { $0.key < $1.key }
        for link in hops.flatMap(\.links) {
            guard link.fact.sources.contains(where: { names.contains($0.document) }),
                facts.insert(link.fact.id).inserted
            else { continue }
            switch link.fact.content {
            case .meeting(let meeting): result.meetings.append(meeting)
            case .agreement(let agreement): result.agreements.append(agreement)
            case .position(let position): result.positions.append(position)
            case .membership(let child, let parent): result.place(child, under: parent)
            case .nationality: break
            }
        }
        result.meetings.sort { precedes($0.id, $1.id) }
        result.agreements.sort { precedes($0.id, $1.id) }
        result.positions.sort { precedes($0.id, $1.id) }
        let used = Set(result.entities.flatMap(\.members).map(\.document))
            .union(hops.flatMap(\.links).flatMap(\.fact.sources).map(\.document))
        result.documents += tables.filter { used.contains($0.id) }.map {
            DocumentFacts.Header(id: $0.id, title: $0.id.rawValue)
        }
        result.documents.sort { $0.id < $1.id }
        return result
    }

    private mutating func place(_ child: EntityKey, under parent: EntityKey) {
        var low = 0
        var high = entities.count
        while low < high {
            let middle = (low + high) / 2
            if entities[middle].key < child { low = middle + 1 } else { high = middle }
        }
        if low < entities.count, entities[low].key == child, entities[low].parent == nil {
            entities[low].parent = parent
        }
    }
}
