import BangGiaoModel
import Foundation
import TestSupport
import Testing

@testable import BangGiaoExtraction

@Suite("Confidence")
struct ConfidenceModelTests {
    private func traits(status: Position.Status?) -> FactTraits {
        var person = EntityDraft(kind: .person, name: "Lê Văn An")
        person.country = CountryCode("VN")
        var body = EntityDraft(kind: .agency, name: "Bộ Y tế")
        body.country = CountryCode("LA")
        let text = "Lê Văn An"
        let annotated = AnnotatedDocument(
            document: Document(id: DocumentID("tin"), text: text), tokens: [],
            lattice: Lattice(tokens: [], lexicon: lexicon),
            sentences: [Sentence(tokens: 0..<0, zone: .lead)], mentions: [], dates: [])
        let document = ResolvedDocument(
            annotated: annotated, entities: [person, body], positions: [], countryEntity: [:])
        let draft = PositionDraft(
            person: 0, title: "Bộ trưởng", holding: .ministry, of: 1, status: status, sentence: 0,
            range: 0..<0, rule: "position.title")
        return .position(draft, in: document)
    }

    private let lexicon: Lexicon

    init() throws { lexicon = try Lexicon(directory: Repository.lexicon) }

    @Test("a fact has the traits that its draft shows, each once")
    func traits() {
        #expect(
            traits(status: .former).names == [
                "position any", "position rule title", "position held ministry",
                "position status former", "position of agency", "position state other",
                "position zone lead", "position named once", "position body none",
                "position words often",
            ])
    }

    @Test("weights add up; unknown traits weigh nothing")
    func sum() {
        let model = ConfidenceModel(
            weights: ["position any": 200, "position status former": -200, "meeting any": 900])
        #expect(model.confidence(of: traits(status: nil)) == 0.88)
        #expect(model.confidence(of: traits(status: .former)) == 0.5)
        #expect(ConfidenceModel(weights: [:]).confidence(of: traits(status: nil)) == 0.5)
    }

    @Test("never quite sure", arguments: [-5000, 5000])
    func bounds(weight: Int) {
        let model = ConfidenceModel(weights: ["position any": weight])
        #expect(model.confidence(of: traits(status: nil)) == (weight < 0 ? 0.01 : 0.99))
    }

    @Test("a weight that is no whole number is told with its line")
    func badWeight() throws {
        try withTemporaryFolder { folder in
            let table = "trait\tweight\nmeeting any\thigh\n"
            try Data(table.utf8).write(to: folder.appendingPathComponent("confidence.tsv"))
            #expect {
                try ConfidenceModel(directory: folder)
            } throws: { error in
                "\(error)".contains("confidence.tsv:2")
            }
        }
    }
}
