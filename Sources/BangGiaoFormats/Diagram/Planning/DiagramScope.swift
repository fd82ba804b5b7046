import BangGiaoKnowledge
import BangGiaoModel

/// The part of a knowledge base that a diagram draws, each list in an order that the input's order
/// cannot change.
struct DiagramScope {
    let documents: [DocumentFacts.Header]
    let meetings: [KnownMeeting]
    let agreements: [KnownAgreement]
    let positions: [KnownPosition]
    let entities: [EntityKey: KnownEntity]
    let options: DiagramOptions
    /// Each country that a document names, by the smallest key of its entities.
    private let countries: [CountryCode: (key: EntityKey, name: String)]

    /// Everything that a knowledge base holds.
    init(_ knowledge: KnowledgeBase, options: DiagramOptions) {
        self.init(knowledge, documents: knowledge.documents, options: options)
    }

    /// What one document says.
    init(
        document id: DocumentID, in knowledge: KnowledgeBase, options: DiagramOptions
    ) throws(DiagramError) {
        let documents = knowledge.documents.filter { $0.id == id }
        guard !documents.isEmpty else {
            throw DiagramError(
                .unknownDocument,
                "There is no document \"\(id.rawValue)\"; ask for one of those that were read.")
        }
        func tells(_ sources: [Source]) -> Bool { sources.contains { $0.document == id } }
        var part = knowledge
        part.meetings = knowledge.meetings.filter { tells($0.sources) }
        part.agreements = knowledge.agreements.filter { tells($0.sources) }
        part.positions = knowledge.positions.filter { tells($0.sources) }
        self.init(part, documents: documents, options: options)
    }

    /// Makes a scope of its parts, in their order.
    init(
        documents: [DocumentFacts.Header], meetings: [KnownMeeting],
        agreements: [KnownAgreement], positions: [KnownPosition],
        entities: [EntityKey: KnownEntity], options: DiagramOptions
    ) {
        self.documents = documents
        self.meetings = meetings
        self.agreements = agreements
        self.positions = positions
        self.entities = entities
        self.options = options
        countries = Self.names(of: entities)
    }

    private init(
        _ knowledge: KnowledgeBase, documents: [DocumentFacts.Header], options: DiagramOptions
    ) {
        self.options = options
        self.documents = documents.sorted { $0.id < $1.id }
        let ids = Set(documents.map(\.id))
        entities = Dictionary(
            knowledge.entities.sorted { $0.key < $1.key }.map { ($0.key, $0) },
            uniquingKeysWith: { first, _ in first })
        countries = Self.names(of: entities)
        let hasStory =
            knowledge.meetings.contains { $0.section == .body }
            || knowledge.agreements.contains { $0.section == .body }
        func isDrawn(_ section: Section) -> Bool {
            section == .body || options.includesRelated || !hasStory
        }
        // In one document in the order of the story; among several in the order of time.
        func precedes(
            _ left: (PartialDate?, [Source], String), _ right: (PartialDate?, [Source], String)
        ) -> Bool {
            if ids.count == 1, let id = ids.first {
                let starts = [left, right].map { event in
                    event.1.filter { $0.document == id }.map(\.evidence.span.lowerBound).min() ?? 0
                }
                if starts[0] != starts[1] { return starts[0] < starts[1] }
            } else {
                let days = [left, right].map { $0.0?.firstDay ?? .max }
                if days[0] != days[1] { return days[0] < days[1] }
            }
            return left.2 < right.2
        }
        meetings = knowledge.meetings.filter { isDrawn($0.section) }
            .sorted { precedes(($0.date, $0.sources, $0.id), ($1.date, $1.sources, $1.id)) }
        agreements = knowledge.agreements.filter { isDrawn($0.section) }
            .sorted { precedes(($0.date, $0.sources, $0.id), ($1.date, $1.sources, $1.id)) }
        positions = knowledge.positions.sorted { $0.id < $1.id }
    }

    /// The agencies above one, the nearest first.
    func ancestors(of key: EntityKey) -> [EntityKey] {
        var result: [EntityKey] = []
        var next = entities[key]?.parent
        while let key = next, entities[key] != nil, !result.contains(key), result.count < 8 {
            result.append(key)
            next = entities[key]?.parent
        }
        return result
    }

    /// The country of an entity: its own, that of an agency above it, or of an office it holds.
    func country(of key: EntityKey) -> CountryCode? {
        guard let entity = entities[key] else { return nil }
        if let country = entity.country { return country }
        for ancestor in ancestors(of: key) {
            if let country = entities[ancestor]?.country { return country }
        }
        guard entity.kind == .person else { return nil }
        let offices = positions.filter { $0.person == key }
        return (offices.filter { $0.status == nil } + offices).lazy
            .compactMap { $0.of == key ? nil : country(of: $0.of) }.first
    }

    /// The documents that tell of what is drawn; where nothing happened, all.
    var tellingDocuments: [DocumentFacts.Header] {
        let sources = meetings.flatMap(\.sources) + agreements.flatMap(\.sources)
        let ids = Set((sources.isEmpty ? positions.flatMap(\.sources) : sources).map(\.document))
        let telling = documents.filter { ids.contains($0.id) }
        return telling.isEmpty ? documents : telling
    }

    /// The country itself, where a document names it.
    func entity(of country: CountryCode) -> EntityKey? {
        countries[country]?.key
    }

    /// The name of a country as the documents write it.
    func name(of country: CountryCode) -> String {
        countries[country]?.name ?? options.countryNames[country] ?? country.rawValue
    }

    private static func names(
        of entities: [EntityKey: KnownEntity]
    ) -> [CountryCode: (key: EntityKey, name: String)] {
        var result: [CountryCode: (key: EntityKey, name: String)] = [:]
        for entity in entities.values where entity.kind == .country {
            guard let country = entity.country else { continue }
            if let found = result[country], found.key < entity.key { continue }
            result[country] = (entity.key, entity.name)
        }
        return result
    }
}
