import BangGiao
import Foundation
import TestSupport
import Testing

@Suite("The pipeline")
struct PipelineTests {
    private func outcomes(_ inputs: [Input], jobs: Int) async throws -> [String] {
        let pipeline = try Pipeline(jobs: jobs)
        var outcomes: [String] = []
        try await pipeline.extract(inputs) { result in
            switch result.outcome {
            case .success(let article): outcomes.append(article.document.id.rawValue)
            case .failure(let error): outcomes.append(error.code.rawValue)
            }
        }
        return outcomes
    }

    @Test("documents and errors come in the order of the inputs", arguments: [1, 2, 5])
    func order(jobs: Int) async throws {
        let lines = """
            {"id": "first", "text": "Bộ Ngoại giao họp."}
            no JSON
            {"id": "third", "text": "Bộ Công an họp."}
            """
        let inputs = [
            Input(bytes: Array("Một tin.".utf8), name: "one", format: .text),
            Input(bytes: Array(lines.utf8), name: "lines", format: .jsonLines),
            Input(bytes: [], name: "none", format: .text),
            Input(bytes: Array("Hai tin.".utf8), name: "two", format: .text),
        ]
        #expect(
            try await outcomes(inputs, jobs: jobs)
                == ["one", "first", "malformedLine", "third", "empty", "two"])
    }

    @Test("JSON Lines without an ending are told by their content")
    func sniffed() async throws {
        let lines = "{\"id\": \"a\", \"text\": \"Một.\"}\n{\"id\": \"b\", \"text\": \"Hai.\"}\n"
        #expect(
            try await outcomes([Input(bytes: Array(lines.utf8))], jobs: 2) == ["a", "b"])
    }

    @Test("a text at hand has the facts of its file")
    func textAtHand() async throws {
        let file = Repository.seeds.appendingPathComponent("seed-003.txt")
        let pipeline = try Pipeline()
        let text = try String(contentsOf: file, encoding: .utf8)
        let facts = try pipeline.facts(of: text, id: "seed-003")
        var read: [DocumentFacts] = []
        try await pipeline.extract([Input(file: file.path)]) {
            read.append(try $0.outcome.get().facts)
        }
        #expect(read == [facts])
        #expect(throws: ReadingError.self) { try pipeline.facts(of: " \n", id: "blank") }
    }
}
