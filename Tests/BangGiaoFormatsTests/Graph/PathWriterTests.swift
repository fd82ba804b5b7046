import BangGiaoFormats
import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import Testing

@Suite("Paths for people and for programs")
struct PathWriterTests {
    private let base: KnowledgeBase
    private let ends: (KnownEntity, KnownEntity)

    init() throws {
        let evidence = Evidence(span: TextSpan(4, 30), quotation: "Bà Lan\nhội đàm với ông Kham.")
        let facts = DocumentFacts(
            document: .init(
                id: DocumentID("tin-1"), title: "Hội đàm", published: PartialDate("2025-12-17")),
            entities: [
                Entity(
                    id: EntityID("p1"), kind: .person, name: "Lan", country: CountryCode("VN"),
                    aliases: ["Lan"]),
                Entity(
                    id: EntityID("p2"), kind: .person, name: "Kham", country: CountryCode("LA"),
                    aliases: ["Kham"]),
                Entity(
                    id: EntityID("c1"), kind: .country, name: "Lào", country: CountryCode("LA"),
                    aliases: ["Lào"]),
            ],
            positions: [
                Position(
                    person: EntityID("p2"), title: "Đại sứ", of: EntityID("c1"), status: .former,
                    evidence: evidence)
            ],
            meetings: [
                Meeting(
                    id: "m1", kind: .talks, sides: [[EntityID("p1")], [EntityID("p2")]],
                    date: PartialDate("2025-12-15"), place: "Hà Nội", evidence: evidence)
            ])
        base = try IdentityResolver.bundled().merge([facts])
        ends = (
            try #require(base.entity(EntityKey(rawValue: "tin-1#p1"))),
            try #require(base.entity(EntityKey(rawValue: "tin-1#c1")))
        )
    }

    private func paths() throws -> [KnownPath] {
        let query = PathQuery(from: ends.0.key, to: ends.1.key)
        return try query.paths(in: GraphProjection().project(base))
    }

    @Test("each hop stands above its facts, each fact above its quotation and document")
    func text() throws {
        #expect(
            PathTextWriter(base, factLimit: 1).write(try paths()) == """
                Lan (VN) → Kham (LA) → Lào

                1. Lan → Kham
                   Hội đàm · 15/12/2025 · Hà Nội
                     “Bà Lan hội đàm với ông Kham.”
                     — tin-1 · 17/12/2025 · Hội đàm

                2. Kham → Lào
                   nguyên Đại sứ · Lào
                     “Bà Lan hội đàm với ông Kham.”
                     — tin-1 · 17/12/2025 · Hội đàm
                   … và 1 sự kiện khác

                """)
    }

    @Test("the JSON has the same hops, with the evidence inside")
    func json() throws {
        let bytes = PathJSONWriter().write(from: ends.0, to: ends.1, paths: try paths())
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["from"] as? String == "tin-1#p1")
        let path = try #require((object["paths"] as? [[String: Any]])?.first)
        let hops = try #require(path["hops"] as? [[String: Any]])
        #expect(hops.count == 2)
        let event = try #require((hops[0]["events"] as? [[String: Any]])?.first)
        #expect(event["kind"] as? String == "met")
        #expect(event["type"] as? String == "talks")
        let evidence = try #require((event["evidence"] as? [[String: Any]])?.first)
        #expect(evidence["evidence"] as? String == "Bà Lan\nhội đàm với ông Kham.")
        #expect(evidence["span"] as? [Int] == [4, 30])
        #expect(evidence["document"] as? String == "tin-1")
    }

    @Test("no path gives no text, and JSON without paths")
    func noPath() throws {
        #expect(PathTextWriter(base).write([]).isEmpty)
        let bytes = PathJSONWriter().write(from: ends.0, to: ends.1, paths: [])
        #expect(String(decoding: bytes, as: UTF8.self).contains("\"paths\": []"))
    }
}
