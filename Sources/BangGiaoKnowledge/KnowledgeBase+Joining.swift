public import BangGiaoModel

extension KnowledgeBase {
    /// Joins what documents say, where it is known which of their entities are one.
    ///
    /// - Parameters:
    ///   - facts: What each document says. Of several documents with one id only one is taken.
    ///   - clusters: For each entity a number that it shares with those that are the same; one
    ///     without a number is known to no other document.
    /// - Complexity: O(*n* log *n*) in the number of entities and facts.
    public init(joining facts: [DocumentFacts], clusters: [EntityKey: Int64]) {
        let source = SourceEntities(facts)
        var first: [Int64: Int] = [:]
        let canonical = source.items.enumerated().map { place, item in
            guard let cluster = clusters[item.key] else { return place }
            let root = first[cluster] ?? place
            first[cluster] = root
            return root
        }
        self.init(source: source, canonical: canonical)
    }

    init(source: SourceEntities, canonical: [Int]) {
        let entities = EntityMerger(source: source, canonical: canonical).entities()
        let occasions = OccasionMerger(
            source: source, canonical: canonical, entities: entities
        ).merge()
        self.init(
            documents: source.documents.map(\.document), entities: entities,
            positions: PositionMerger(source: source, canonical: canonical).positions(),
            meetings: occasions.meetings, agreements: occasions.agreements)
    }
}
