import BangGiao

/// Knowledge made up of numbers: the same for the same seed, for drawings of a size asked for.
struct MadeKnowledge {
    private var state: UInt64
    private(set) var base = KnowledgeBase()

    /// Makes entities, and events that each relate two or three of them.
    init(entities: Int, events: Int, seed: UInt64 = 1) {
        state = seed
        base.documents = [
            .init(
                id: DocumentID("made"), title: "Bài viết", published: PartialDate(year: 2025),
                url: "https://example.org/made")
        ]
        let codes = ["VN", "LA", "KH", "RU", "JP", "FR"].map { CountryCode($0) }
        let kinds: [Entity.Kind] = [.agency, .person, .person, .agency, .country]
        for number in 0..<entities {
            let kind = kinds[number % kinds.count]
            base.entities.append(
                KnownEntity(
                    key: EntityKey(rawValue: "made#\(number)"), kind: kind,
                    name: Self.names[number % Self.names.count] + " \(number)",
                    country: codes[Int(next() % UInt64(codes.count))]))
        }
        base.entities.sort { $0.key < $1.key }
        for number in 0..<events {
            // Everyone takes part in something: the first of each event goes round.
            let first = base.entities[number % entities].key
            let others = (0...Int(next() % 2)).map { _ in
                base.entities[Int(next() % UInt64(entities))].key
            }.filter { $0 != first }
            guard !others.isEmpty else { continue }
            base.meetings.append(
                KnownMeeting(
                    id: "made#m\(number)", kind: .talks, sides: [[first], others],
                    date: PartialDate(year: 2000 + number % 26), place: "Hà Nội",
                    sources: [
                        Source(
                            document: DocumentID("made"),
                            evidence: Evidence(
                                span: TextSpan(number, number + 1),
                                quotation: "Câu số \(number) nói hai bên đã gặp nhau"))
                    ]))
        }
        base.meetings.sort { $0.id < $1.id }
    }

    private static let names = [
        "Bộ Ngoại giao", "Phạm Thị Hồng", "Trần Văn Sông", "Vụ Hợp tác quốc tế", "Nước",
    ]

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
