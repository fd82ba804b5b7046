import BangGiaoModel
import Foundation
import TestSupport
import Testing

@testable import BangGiaoExtraction

@Suite("How facts were read")
struct ExplanationTests {
    private let extractor: Extractor

    init() throws { extractor = Extractor(lexicon: try Lexicon(directory: Repository.lexicon)) }

    private func explain(_ text: String) -> (facts: DocumentFacts, explanation: Explanation) {
        let zone = Zone(.body, TextSpan(0, text.utf8.count))
        return extractor.explain(Document(id: DocumentID("tin"), text: text, zones: [zone]))
    }

    @Test("each fact names its rule, its words and their entries")
    func readings() throws {
        let text = """
            Chiều 5/3/2024, Bộ trưởng Ngoại giao Lào Kham Phui hội đàm với Thứ trưởng Ngoại giao \
            Việt Nam Lê Văn An tại Viêng Chăn.
            """
        let (facts, explanation) = explain(text)
        let count = facts.positions.count + facts.meetings.count + facts.agreements.count
        #expect(explanation.readings.count == count)
        let index = try #require(facts.meetings.indices.first)
        let reading = try #require(explanation.readings.first { $0.fact == .meeting(index) })
        #expect(reading.rule == facts.meetings[index].evidence.rule)
        #expect(reading.triggers.map { text[$0] } == ["hội đàm"])
        let entries = reading.entries.map { "\($0.table) \($0.form)" }
        #expect(entries.contains("meeting-cues hội đàm"))
        #expect(entries.contains("titles Thứ trưởng"))
        #expect(entries.contains("country-forms Lào"))
        #expect(Set(entries).count == entries.count)
    }

    @Test(
        "a word without a fact says which slot failed",
        arguments: zip(
            [
                "Bộ trưởng Lê Văn An không gặp Bộ trưởng Ngoại giao Lào Kham Phui.",
                "Bộ trưởng Ngoại giao Lê Văn An sẽ thăm nhiều nơi trong năm nay.",
                "Cuộc hội đàm kéo dài ba giờ.",
                "Theo các nguồn tin, bản ghi nhớ sẽ được ký trong tuần.",
            ],
            [
                (Omission.Kind.meeting, "gặp", Omission.Reason.unreal),
                (.meeting, "thăm", .noGoal),
                (.meeting, "hội đàm", .noAntecedent),
                (.agreement, "bản ghi nhớ", .noParties),
            ]))
    func omissions(text: String, expected: (Omission.Kind, String, Omission.Reason)) throws {
        let (_, explanation) = explain(text)
        let omission = try #require(
            explanation.omissions.first { text[$0.trigger].lowercased() == expected.1 })
        #expect(omission.kind == expected.0)
        #expect(omission.reason == expected.2)
        #expect(omission.sentence.lowerBound <= omission.trigger.lowerBound)
        #expect(omission.trigger.upperBound <= omission.sentence.upperBound)
        #expect(omission.entry.form.lowercased() == expected.1)
    }

    @Test("to explain changes nothing in the facts", arguments: 0..<5)
    func sameFacts(seed: Int) throws {
        let file = Repository.seeds.appendingPathComponent("seed-00\(seed).txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let zone = Zone(.body, TextSpan(0, text.utf8.count))
        let document = Document(id: DocumentID("tin"), text: text, zones: [zone])
        #expect(extractor.explain(document).facts == extractor.extract(document))
    }
}
