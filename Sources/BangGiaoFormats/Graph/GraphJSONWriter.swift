public import BangGiaoKnowledge
import BangGiaoModel

/// Writes a knowledge base as one graph: nodes, edges, the events behind them, and the evidence.
///
/// Nodes are persons, agencies and countries; edges are those of `GraphProjection`, one for each
/// two nodes and kind, naming the events it comes from; events name their evidence by id. One entry
/// a line, every list sorted: the same knowledge gives the same bytes.
public struct GraphJSONWriter: Sendable {
    /// Makes a writer.
    public init() {}

    /// Returns the graph as JSON in UTF-8, ended by a line break.
    ///
    /// - Complexity: O(length of the result), and sorting.
    public func write(_ base: KnowledgeBase) -> [UInt8] {
        let view = GraphProjection().project(base)
        let events = self.events(of: base)
        let evidence = EvidenceIndex((events + view.facts).flatMap(\.sources))
        var json = JSONText(isSpaced: true)
        json.object { json in
            json.nextLine(indent: 2)
            json.name("documents")
            json.lines(base.documents.sorted { $0.id < $1.id }) { $0.header($1) }
            json.nextLine(indent: 2)
            json.name("nodes")
            json.lines(view.entities) { $0.node($1) }
            json.nextLine(indent: 2)
            json.name("edges")
            json.lines(edges(of: view)) { json, edge in write(edge, evidence, to: &json) }
            json.nextLine(indent: 2)
            json.name("events")
            json.lines(events) { json, event in
                json.object { json in
                    json.members(of: event.content, id: event.id)
                    json.name("confidence")
                    json.share(event.confidence)
                    json.member("evidence", evidence.ids(of: event.sources))
                }
            }
            json.nextLine(indent: 2)
            json.name("evidence")
            json.lines(evidence.ordered) { json, entry in
                json.object { json in
                    json.member("id", entry.id)
                    json.member("document", entry.passage.document.rawValue)
                    json.name("span")
                    json.span(entry.passage.span)
                    json.member("quotation", entry.passage.quotation)
                }
            }
            json.newLine(indent: 0)
        }
        json.newLine(indent: 0)
        return json.bytes
    }

    private func events(of base: KnowledgeBase) -> [EdgeFact] {
        let events =
            base.positions.map {
                EdgeFact(id: $0.id, content: .position($0), sources: $0.sources)
            }
            + base.meetings.map {
                EdgeFact(id: $0.id, content: .meeting($0), sources: $0.sources)
            }
            + base.agreements.map {
                EdgeFact(id: $0.id, content: .agreement($0), sources: $0.sources)
            }
        return events.sorted { DocumentOrder.precedes($0.id, $1.id) }
    }

    /// All edges of one kind between two nodes.
    private struct Bundle {
        var kind: EdgeKind
        var first: EntityKey
        var second: EntityKey
        var facts: [EdgeFact]

        func isParallel(to edge: GraphView.Edge) -> Bool {
            kind == edge.kind && first == edge.first && second == edge.second
        }
    }

    private func edges(of view: GraphView) -> [Bundle] {
        let sorted = view.edges.sorted {
            if $0.first != $1.first { return $0.first < $1.first }
            if $0.second != $1.second { return $0.second < $1.second }
            if $0.kind != $1.kind { return $0.kind < $1.kind }
            return DocumentOrder.precedes($0.fact.id, $1.fact.id)
        }
        var bundles: [Bundle] = []
        for edge in sorted {
            if let last = bundles.last, last.isParallel(to: edge) {
                bundles[bundles.count - 1].facts.append(edge.fact)
            } else {
                bundles.append(
                    Bundle(
                        kind: edge.kind, first: edge.first, second: edge.second,
                        facts: [edge.fact]))
            }
        }
        return bundles
    }

    private func write(_ edge: Bundle, _ evidence: EvidenceIndex, to json: inout JSONText) {
        json.object { json in
            json.member("from", edge.first.rawValue)
            json.member("to", edge.second.rawValue)
            json.member("kind", edge.kind.name)
            switch edge.facts.first?.content {
            case .membership, .nationality:
                json.member("evidence", evidence.ids(of: edge.facts.flatMap(\.sources)))
            default:
                json.member("events", edge.facts.lazy.map(\.id))
            }
        }
    }
}

/// The order of ids such as `seed-003#m12`: by Unicode scalars, whatever the locale.
enum DocumentOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
}
