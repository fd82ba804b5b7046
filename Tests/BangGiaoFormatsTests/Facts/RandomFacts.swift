import BangGiaoModel

extension DocumentFacts {
    /// Facts of no meaning, with every field filled in some and empty in others.
    static func random(using generator: inout some RandomNumberGenerator) -> DocumentFacts {
        let entities = (0..<Int.random(in: 0...6, using: &generator)).map { number in
            Entity.random(id: EntityID("e\(number)"), using: &generator)
        }
        let ids = entities.map(\.id) + [EntityID("x")]
        func some() -> EntityID { ids.randomElement(using: &generator) ?? EntityID("x") }
        func list() -> [EntityID] {
            (0..<Int.random(in: 0...3, using: &generator)).map { _ in some() }
        }
        var header = Header(id: DocumentID(.random(using: &generator)))
        header.title = .maybe(using: &generator)
        header.published = .maybe(using: &generator)
        header.url = .maybe(using: &generator)
        header.authors = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            .random(using: &generator)
        }
        let count = Int.random(in: 0...4, using: &generator)
        return DocumentFacts(
            document: header, entities: entities,
            positions: (0..<count).map { _ in
                Position(
                    person: some(), title: .random(using: &generator), of: some(),
                    accreditedTo: Bool.random(using: &generator) ? some() : nil,
                    status: [nil, .former, .designate].randomElement(using: &generator) ?? nil,
                    evidence: .random(using: &generator))
            },
            meetings: (0..<count).map { number in
                Meeting(
                    id: "m\(number)",
                    kind: Meeting.Kind.allCases.randomElement(using: &generator) ?? .talks,
                    sides: [list(), list()], attendees: list(), date: .maybe(using: &generator),
                    place: .maybe(using: &generator),
                    status: Bool.random(using: &generator) ? .held : .planned,
                    section: Bool.random(using: &generator) ? .body : .related,
                    evidence: .random(using: &generator))
            },
            agreements: (0..<count).map { number in
                Agreement(
                    id: "g\(number)",
                    kind: Agreement.Kind.allCases.randomElement(using: &generator) ?? .mou,
                    parties: list(), signatories: list(), title: .maybe(using: &generator),
                    date: .maybe(using: &generator),
                    status: Agreement.Status.allCases.randomElement(using: &generator) ?? .agreed,
                    meeting: .maybe(using: &generator),
                    section: Bool.random(using: &generator) ? .body : .related,
                    evidence: .random(using: &generator))
            })
    }
}

extension Entity {
    fileprivate static func random(
        id: EntityID, using generator: inout some RandomNumberGenerator
    ) -> Entity {
        let kind = Kind.allCases.randomElement(using: &generator) ?? .person
        return Entity(
            id: id, kind: kind, name: .random(using: &generator),
            country: Bool.random(using: &generator) ? CountryCode("VN") : nil,
            parent: kind == .agency && Bool.random(using: &generator) ? EntityID("a1") : nil,
            aliases: (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                .random(using: &generator)
            },
            mentions: (0..<Int.random(in: 0...2, using: &generator)).map {
                TextSpan($0 * 10, $0 * 10 + 4)
            })
    }
}

extension Evidence {
    fileprivate static func random(using generator: inout some RandomNumberGenerator) -> Evidence {
        let start = Int.random(in: 0...9000, using: &generator)
        return Evidence(
            span: Bool.random(using: &generator) ? TextSpan(start, start + 7) : TextSpan(0, 0),
            quotation: .random(using: &generator),
            rule: Bool.random(using: &generator) ? "meeting.received" : "",
            confidence: Double(Int.random(in: 0...1000, using: &generator)) / 1000)
    }
}

extension PartialDate {
    fileprivate static func maybe(
        using generator: inout some RandomNumberGenerator
    ) -> PartialDate? {
        [nil, "2021", "2017-12", "2025-12-15", "2017-04-02/2017-04-05"]
            .randomElement(using: &generator).flatMap { $0.flatMap { PartialDate($0) } }
    }
}

extension String {
    /// Text with all that JSON has to escape, and letters of several bytes.
    fileprivate static func random(using generator: inout some RandomNumberGenerator) -> String {
        let pieces = ["Đại", "sứ", "\"", "\\", "\n", "\t", "\u{1}", "/", " ", "gắn kết", "😀"]
        return (0..<Int.random(in: 0...6, using: &generator))
            .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    }

    fileprivate static func maybe(using generator: inout some RandomNumberGenerator) -> String? {
        Bool.random(using: &generator) ? .random(using: &generator) : nil
    }
}
