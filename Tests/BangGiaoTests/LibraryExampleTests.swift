import BangGiao
import Foundation
import TestSupport
import Testing

/// The code that README shows to users of the library.
@Suite("README's example", .serialized)
struct LibraryExampleTests {
    @Test("runs on the seeds and draws a picture")
    func example() async throws {
        var lines: [[String]] = []
        func print(_ words: String...) { lines.append(words) }
        let seeds = Repository.seeds.path

        // README begins; the test of README compares it with these lines.
        let pipeline = try Pipeline()
        var facts: [DocumentFacts] = []
        try await pipeline.extract(Input.list(seeds)) { facts.append(try $0.outcome.get().facts) }

        // Who is who across the documents, and how two of them are connected.
        let knowledge = try IdentityResolver.bundled().merge(facts)
        let finder = EntityFinder(knowledge)
        if case .unique(let person) = finder.find("pham thu hang"),
            case .unique(let country) = finder.find("Lào")
        {
            let question = PathQuery(from: person.key, to: country.key)
            let paths = try question.paths(in: GraphProjection().project(knowledge))
            for hop in paths.first?.hops ?? [] {
                print(hop.from.name, hop.to.name, hop.links[0].fact.sources[0].evidence.quotation)
            }
        }

        // A picture of one document.
        let request = DrawingRequest(
            .document(DocumentID("seed-003")), language: .english, theme: .auto)
        let figure = try DiagramRenderer().figures(for: request, of: knowledge)[0]
        for element in figure.numbered {
            print(element.id, element.note.sentence, element.note.citations[0].quotation)
        }
        // README ends.

        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.count == 3 && !$0[2].isEmpty })
        #expect(String(decoding: figure.data, as: UTF8.self).contains("<svg"))
    }
}
