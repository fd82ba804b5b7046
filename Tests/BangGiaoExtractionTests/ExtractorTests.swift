import BangGiaoModel
import Foundation
import TestSupport
import Testing

@testable import BangGiaoExtraction

@Suite("The extractor")
struct ExtractorTests {
    private static let loaded = Result { try Lexicon(directory: Repository.lexicon) }

    private func facts(_ text: String) throws -> DocumentFacts {
        Extractor(lexicon: try Self.loaded.get())
            .extract(Document(id: DocumentID("made-up"), text: text))
    }

    /// Found as an order of positions that changed from run to run.
    @Test("positions found by their context stand in the order of the text")
    func orderOfPositions() throws {
        let names = ["Karel Velden", "Pedro Almeida", "Ivan Sorokin", "Oskar Lindgren"]
        let sentences = names.map { "Thượng nghị sĩ, Trợ lý Bộ trưởng \($0) phát biểu." }
        let text = "Chính phủ Australia mở hội nghị. " + sentences.joined(separator: " ")
        let facts = try facts(text)
        #expect(facts.positions.count == names.count * 2)
        let starts = facts.positions.map(\.evidence.span.lowerBound)
        #expect(starts == starts.sorted())
        for (number, position) in facts.positions.enumerated() {
            #expect(position.title == (number % 2 == 0 ? "Thượng nghị sĩ" : "Trợ lý Bộ trưởng"))
        }
    }
}
