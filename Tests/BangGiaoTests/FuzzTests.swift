import BangGiao
import TestSupport
import Testing

@testable import Fuzz

@Suite("Mutated inputs")
struct FuzzTests {
    private static let subject = Result { try FuzzSubject(lexicon: Repository.lexicon) }
    private static let mutator = Result { try Mutator.ofRepository() }

    /// The last one crashed: an occasion told of last was looked up after others had been removed.
    @Test(
        "go through reader, extractor and writers without a fault",
        arguments: Array(0..<24) + [544_994])
    func noFault(run: Int) throws {
        var generator = SeededGenerator(seed: UInt64(run))
        let input = try Self.mutator.get().input(using: &generator)
        let format = DocumentFormat.allCases.randomElement(using: &generator)
        #expect(try Self.subject.get().outcome(of: input, format: format).faults == [])
    }

    @Test("a fault would be seen")
    func faultsAreSeen() throws {
        let reader = try DocumentReader(lexicon: Repository.lexicon)
        let text = "Ngày 5/3/2024, Bộ trưởng Ngoại giao Lê Văn Khánh họp tại Hà Nội với Vụ Báo chí."
        let read = try reader.read(Array(text.utf8), format: .text, name: "one")[0]
        let extractor = Extractor(lexicon: try Lexicon(directory: Repository.lexicon))
        var facts = extractor.extract(read.document)
        #expect(faults(of: facts, in: read.document).isEmpty)
        #expect(!facts.positions.isEmpty)
        facts.positions[0].evidence.quotation += "x"
        #expect(faults(of: facts, in: read.document).count == 1)
    }
}
