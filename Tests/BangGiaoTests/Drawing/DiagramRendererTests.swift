import BangGiao
import Foundation
import TestSupport
import Testing

struct DiagramRendererTests {
    private var diagram: DiagramText {
        func key(_ id: String) -> EntityKey { EntityKey(rawValue: id) }
        let source = Source(
            document: DocumentID("d"),
            evidence: Evidence(span: TextSpan(0, 9), quotation: "Việt Nam thăm Lào"))
        let knowledge = KnowledgeBase(
            documents: [
                .init(id: DocumentID("d"), title: "Chuyến thăm", url: "https://a.example/d")
            ],
            entities: [
                KnownEntity(
                    key: key("vn"), kind: .country, name: "Việt Nam", country: CountryCode("VN")),
                KnownEntity(
                    key: key("la"), kind: .country, name: "Lào", country: CountryCode("LA")),
            ],
            meetings: [
                KnownMeeting(
                    id: "m1", kind: .visit, sides: [[key("vn")], [key("la")]], sources: [source])
            ])
        return Diagram.text(of: Diagram.plan(of: knowledge))
    }

    @Test(arguments: [
        (DrawingFormat.svg, "<?xml"), (.png, "\u{89}PNG"), (.pdf, "%PDF-"), (.dot, "digraph"),
    ])
    func drawsInEachFormat(format: DrawingFormat, start: String) throws {
        let bytes = start.unicodeScalars.map { UInt8($0.value) }
        #expect(try DiagramRenderer().render(diagram, as: format).starts(with: bytes))
    }

    @Test func pictureOfAPageCarriesQuotationAndLink() throws {
        let renderer = DiagramRenderer(sizing: .inline, prefix: "f7")
        let svg = String(decoding: try renderer.render(diagram, as: .svg), as: UTF8.self)
        let check = try SVGCheck(svg)
        #expect(svg.hasPrefix("<svg"))
        #expect(check.ids.allSatisfy { $0.hasPrefix("f7") })
        #expect(check.element(id: "f7-v1-title")?.text.contains("“Việt Nam thăm Lào”") == true)
        #expect(
            check.elements.contains {
                $0.name == "a" && $0.attributes["xlink:href"] == "https://a.example/d"
            })
    }
}
