import BangGiaoModel
import Foundation
import TestSupport
import Testing

@testable import BangGiaoFormats

@Suite("Facts as JSON")
struct FactsJSONTests {
    @Test("what is written is read back", arguments: 0..<60 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let facts = DocumentFacts.random(using: &generator)
        for layout in [FactsJSONWriter.Layout.file, .line] {
            let text = FactsJSONWriter(layout: layout).write(facts)
            #expect(try FactsJSONReader().read(text) == facts)
        }
    }

    @Test("both layouts are JSON of one meaning", arguments: 0..<20 as Range<UInt64>)
    func layoutsAgree(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let facts = DocumentFacts.random(using: &generator)
        let objects = try [FactsJSONWriter.Layout.file, .line].map { layout in
            let text = FactsJSONWriter(layout: layout).write(facts)
            return try #require(
                JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
        }
        #expect(objects[0] == objects[1])
    }

    @Test("a line is one line", arguments: 0..<20 as Range<UInt64>)
    func lineIsOneLine(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let text = FactsJSONWriter(layout: .line).write(.random(using: &generator))
        #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
        #expect(text.hasSuffix("}\n"))
    }

    @Test("a file has one entity or fact a line, fields in the order of the format")
    func fileLayout() {
        let evidence = Evidence(
            span: TextSpan(3, 9), quotation: "hội \"đàm\"", rule: "talks", confidence: 0.8504)
        let facts = DocumentFacts(
            document: .init(id: DocumentID("a"), published: PartialDate("2025-12-17")),
            entities: [
                Entity(id: EntityID("p1"), kind: .person, name: "Lan", aliases: ["Lan"]),
                Entity(id: EntityID("a1"), kind: .agency, name: "Bộ", mentions: [TextSpan(1, 4)]),
                Entity(
                    id: EntityID("c1"), kind: .country, name: "Lào", country: CountryCode("LA")),
            ],
            positions: [
                Position(
                    person: EntityID("p1"), title: "Đại sứ", of: EntityID("c1"),
                    accreditedTo: EntityID("a1"), status: .former, evidence: evidence)
            ],
            meetings: [
                Meeting(
                    id: "m1", kind: .courtesyCall, sides: [[EntityID("p1")], [EntityID("c1")]],
                    evidence: Evidence(span: TextSpan(0, 0), quotation: "tiếp"))
            ])
        #expect(
            FactsJSONWriter().write(facts) == """
                {
                  "document": {"id": "a", "language": "vi", "title": null, "published": "2025-12-17", "url": null, "authors": []},
                  "entities": [
                    {"id": "p1", "type": "person", "name": "Lan", "country": null, "aliases": ["Lan"]},
                    {"id": "a1", "type": "agency", "name": "Bộ", "parent": null, "country": null, "aliases": [], "mentions": [[1, 4]]},
                    {"id": "c1", "type": "country", "name": "Lào", "code": "LA", "aliases": []}
                  ],
                  "positions": [
                    {"person": "p1", "title": "Đại sứ", "of": "c1", "accredited_to": "a1", "status": "former", "evidence": "hội \\"đàm\\"", "span": [3, 9], "rule": "talks", "confidence": 0.85}
                  ],
                  "meetings": [
                    {"id": "m1", "type": "courtesy_call", "sides": [["p1"], ["c1"]], "attendees": [], "date": null, "place": null, "status": "held", "section": "body", "evidence": "tiếp"}
                  ],
                  "agreements": []
                }

                """)
    }

    @Test(
        "a wrong field is named",
        arguments: [
            ("[]", FormatError(.notJSON)),
            ("{", FormatError(.notJSON)),
            ("{}", FormatError(.badField, field: "document")),
            (
                #"{"document": {"id": "a"}, "entities": [{"id": "p1", "type": "ghost"}]}"#,
                FormatError(.badField, field: "entities.0.type")
            ),
            (
                #"{"document": {"id": "a", "published": "yesterday"}}"#,
                FormatError(.badField, field: "document.published")
            ),
        ])
    func wrongField(text: String, error: FormatError) {
        #expect(throws: error) { try FactsJSONReader().read(text) }
    }
}
