import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import TestSupport
import Testing

@Suite("The graph as JSON")
struct GraphJSONWriterTests {
    /// The graph as a reader of the JSON sees it.
    private struct Graph: Decodable {
        struct Node: Decodable { var id: String }
        struct Edge: Decodable {
            var from: String
            var to: String
            var kind: String
            var events: [String]?
            var evidence: [String]?
        }
        struct Event: Decodable {
            var id: String
            var evidence: [String]
        }
        struct Passage: Decodable {
            var id: String
            var document: String
            var quotation: String
        }
        var documents: [Node]
        var nodes: [Node]
        var edges: [Edge]
        var events: [Event]
        var evidence: [Passage]
    }

    private func facts(seed: UInt64, documents: Int = 4) -> [DocumentFacts] {
        var generator = SeededGenerator(seed: seed)
        return (0..<documents).map { number in
            var facts = DocumentFacts.random(using: &generator)
            facts.document.id = DocumentID("doc-\(number)")
            return facts
        }
    }

    private let resolver: IdentityResolver

    init() throws { resolver = try .bundled() }

    private func graph(of facts: [DocumentFacts]) throws -> Graph {
        let bytes = GraphJSONWriter().write(resolver.merge(facts))
        return try JSONDecoder().decode(Graph.self, from: Data(bytes))
    }

    @Test(
        "every edge names nodes and events that are there, every event its evidence",
        arguments: 0..<40 as Range<UInt64>)
    func references(seed: UInt64) throws {
        let graph = try graph(of: facts(seed: seed))
        let nodes = Set(graph.nodes.map(\.id))
        let events = Set(graph.events.map(\.id))
        let passages = Set(graph.evidence.map(\.id))
        #expect(nodes.count == graph.nodes.count)
        #expect(events.count == graph.events.count)
        #expect(passages.count == graph.evidence.count)
        for edge in graph.edges {
            #expect(nodes.isSuperset(of: [edge.from, edge.to]))
            #expect(events.isSuperset(of: edge.events ?? []))
            #expect(passages.isSuperset(of: edge.evidence ?? []))
            #expect((edge.events == nil) != (edge.evidence == nil))
        }
        for event in graph.events { #expect(passages.isSuperset(of: event.evidence)) }
        let cited = Set(
            graph.events.flatMap(\.evidence) + graph.edges.flatMap { $0.evidence ?? [] })
        #expect(cited == passages)
    }

    @Test("no two edges have one kind and the same ends", arguments: 0..<40 as Range<UInt64>)
    func edgesAreBundled(seed: UInt64) throws {
        let edges = try graph(of: facts(seed: seed)).edges
        #expect(Set(edges.map { [$0.from, $0.to, $0.kind] }).count == edges.count)
    }

    @Test("the order of documents doesn't change a byte", arguments: 0..<20 as Range<UInt64>)
    func orderOfDocuments(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let facts = facts(seed: seed)
        let one = GraphJSONWriter().write(resolver.merge(facts))
        let shuffled = facts.shuffled(using: &generator)
        #expect(GraphJSONWriter().write(resolver.merge(shuffled)) == one)
    }

    @Test("nothing known gives empty lists")
    func empty() throws {
        let graph = try graph(of: [])
        #expect(graph.nodes.isEmpty && graph.edges.isEmpty && graph.events.isEmpty)
        #expect(graph.documents.isEmpty && graph.evidence.isEmpty)
    }
}
