import BangGiaoModel
import TestSupport
import Testing

@Suite("Facts of a confidence")
struct DocumentFactsSelectionTests {
    private func evidence(_ confidence: Double) -> Evidence {
        Evidence(span: TextSpan(0, 0), quotation: "", confidence: confidence)
    }

    private func facts() -> DocumentFacts {
        let (person, country, other) = (EntityID("p1"), EntityID("c1"), EntityID("c2"))
        return DocumentFacts(
            document: .init(id: DocumentID("tin")),
            positions: [
                Position(
                    person: person, title: "Đại sứ", of: country, evidence: evidence(0.4)),
                Position(
                    person: person, title: "Thủ tướng", of: country, evidence: evidence(0.9)),
            ],
            meetings: [
                Meeting(
                    id: "m1", kind: .talks, sides: [[country], [other]], evidence: evidence(0.5)),
                Meeting(
                    id: "m2", kind: .call, sides: [[country], [other]], evidence: evidence(0.95)),
            ],
            agreements: [
                Agreement(
                    id: "g1", kind: .mou, parties: [country, other], status: .signed,
                    meeting: "m1", evidence: evidence(0.99)),
                Agreement(
                    id: "g2", kind: .mou, parties: [country, other], status: .signed,
                    meeting: "m2", evidence: evidence(0.99)),
            ])
    }

    @Test("what is less likely right is left out, and nothing is tied to it")
    func leftOut() {
        let kept = facts().keeping(facts().kept(minimumConfidence: 0.9))
        #expect(kept.positions.map(\.title) == ["Thủ tướng"])
        #expect(kept.meetings.map(\.id) == ["m2"])
        #expect(kept.agreements.map(\.meeting) == [nil, "m2"])
    }

    @Test("how facts were read follows them")
    func readings() {
        let readings: [FactReading.Fact] = [
            .position(0), .position(1), .meeting(0), .meeting(1), .agreement(1),
        ]
        let explanation = Explanation(
            readings: readings.map { FactReading(fact: $0, rule: "", triggers: [], entries: []) })
        let kept = explanation.keeping(facts().kept(minimumConfidence: 0.9))
        #expect(kept.readings.map(\.fact) == [.position(0), .meeting(0), .agreement(1)])
    }

    @Test("with no minimum all stay")
    func all() {
        #expect(facts().keeping(facts().kept(minimumConfidence: 0)) == facts())
    }
}
