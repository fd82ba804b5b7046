import BangGiao

/// What an article of someone who means harm might say: names, quotations and addresses that would run,
/// break out of their place, or vanish, were they ever taken for anything but text.
enum HostileStory {
    static let script = "</script><script>hacked=1</script>"
    static let handler =
        "\"><img src=x onerror=\"hacked=2\"> 'a' & \\N ]]> {{title}} ${1} `x` *y* |z|"
    static let address = "javascript:hacked=3"
    /// What must stand nowhere as it is.
    static let marks = ["<script>hacked", "<img src=x", "href=\"javascript"]

    static let base: KnowledgeBase = {
        let document = DocumentID("hostile")
        func key(_ id: String) -> EntityKey { EntityKey(document, EntityID(id)) }
        func source(_ start: Int, _ quotation: String) -> Source {
            Source(
                document: document,
                evidence: Evidence(span: TextSpan(start, start + 9), quotation: quotation))
        }
        return KnowledgeBase(
            documents: [
                .init(
                    id: document, title: "Tít \(script)", published: PartialDate("2025-12-18"),
                    url: address)
            ],
            entities: [
                KnownEntity(
                    key: key("c1"), kind: .country, name: "Việt Nam", country: CountryCode("VN")),
                KnownEntity(
                    key: key("c2"), kind: .country, name: handler, country: CountryCode("LA")),
                KnownEntity(
                    key: key("p1"), kind: .person, name: "Người \(script)",
                    country: CountryCode("VN")),
                KnownEntity(
                    key: key("p2"), kind: .person, name: handler, country: CountryCode("LA")),
            ],
            meetings: [
                KnownMeeting(
                    id: "hostile#m1", kind: .talks, sides: [[key("p1")], [key("p2")]],
                    date: PartialDate("2025-12-18"), place: script,
                    sources: [source(0, "Ông nói: \(script)"), source(20, handler)])
            ],
            agreements: [
                KnownAgreement(
                    id: "hostile#g1", kind: .mou, parties: [key("c1"), key("c2")], title: handler,
                    date: PartialDate("2024"), status: .signed, sources: [source(40, handler)])
            ])
    }()
}
