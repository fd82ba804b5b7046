import BangGiaoFormats
import BangGiaoModel
import TestSupport
import Testing

@Suite("Facts for people")
struct FactsTextWriterTests {
    @Test("who, what, when, where stand above their quotations")
    func page() {
        let evidence = Evidence(span: TextSpan(0, 0), quotation: "Bà Lan\nthăm  Lào")
        let facts = DocumentFacts(
            document: .init(
                id: DocumentID("tin-1"), title: "Bà Lan thăm Lào",
                published: PartialDate("2025-12-17"), authors: ["Minh Anh"]),
            entities: [
                Entity(
                    id: EntityID("p1"), kind: .person, name: "Lan", country: CountryCode("VN")),
                Entity(
                    id: EntityID("a1"), kind: .agency, name: "Vụ Báo chí",
                    country: CountryCode("VN"), parent: EntityID("a2")),
                Entity(
                    id: EntityID("a2"), kind: .agency, name: "Bộ Ngoại giao",
                    country: CountryCode("VN")),
                Entity(
                    id: EntityID("c1"), kind: .country, name: "Lào", country: CountryCode("LA")),
            ],
            positions: [
                Position(
                    person: EntityID("p1"), title: "Vụ trưởng", of: EntityID("a1"),
                    status: .former, evidence: evidence)
            ],
            meetings: [
                Meeting(
                    id: "m1", kind: .visit, sides: [[EntityID("p1")], [EntityID("c1")]],
                    attendees: [EntityID("a2")], date: PartialDate("2025-12-02/2025-12-05"),
                    place: "Lào", status: .planned, section: .related, evidence: evidence)
            ],
            agreements: [
                Agreement(
                    id: "g1", kind: .mou, parties: [EntityID("a1"), EntityID("c1")],
                    signatories: [EntityID("p1")], title: "về báo chí", status: .signed,
                    evidence: evidence)
            ])
        #expect(
            FactsTextWriter().write(facts) == """
                tin-1 · 17/12/2025
                Bà Lan thăm Lào
                Minh Anh

                NHÂN VẬT (1)
                  Lan (VN)
                    nguyên Vụ trưởng · Vụ Báo chí, Bộ Ngoại giao (VN)
                      “Bà Lan thăm Lào”

                CƠ QUAN, TỔ CHỨC (2)
                  Vụ Báo chí, Bộ Ngoại giao (VN)
                  Bộ Ngoại giao (VN)

                QUỐC GIA (1)
                  Lào (LA)

                GẶP GỠ (1)
                  Thăm · 2–5/12/2025 · Lào · dự kiến · tin liên quan
                    Lan (VN) ↔ Lào
                    cùng dự: Bộ Ngoại giao (VN)
                      “Bà Lan thăm Lào”

                THỎA THUẬN (1)
                  Bản ghi nhớ · về báo chí · đã ký
                    Vụ Báo chí, Bộ Ngoại giao (VN) = Lào
                    ký: Lan (VN)
                      “Bà Lan thăm Lào”

                """)
    }

    @Test("every quotation is there", arguments: 0..<30 as Range<UInt64>)
    func quotations(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let facts = DocumentFacts.random(using: &generator)
        let text = FactsTextWriter().write(facts)
        let evidence = facts.meetings.map(\.evidence) + facts.agreements.map(\.evidence)
        for quotation in evidence.map(\.quotation) {
            let words = quotation.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(text.contains("“\(words)”"))
        }
    }
}
