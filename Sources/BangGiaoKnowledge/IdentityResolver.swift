public import BangGiaoLexicon
public import BangGiaoModel

/// Decides which entities of single documents are one in the world, and joins what is said of them.
///
/// Countries are joined by code, agencies and persons as an ``IdentityJudge`` thinks of their
/// profiles. Two entities of one document are never joined, nor two of different states: only a
/// person's ``Judgement`` does that.
public struct IdentityResolver: Sendable {
    /// Who judges whether two profiles are of one.
    public let judge: IdentityJudge

    /// Makes a resolver.
    public init(judge: IdentityJudge) { self.judge = judge }

    /// Makes a resolver with the tables that come with the library.
    ///
    /// - Throws: `LexiconError` where the tables are missing or at fault.
    public static func bundled() throws(LexiconError) -> IdentityResolver {
        IdentityResolver(judge: try .bundled())
    }

    /// Merges the facts of documents into one knowledge base.
    ///
    /// Pure: the same documents and judgements give the same bytes in whatever order they come.
    /// Every entity of a document is a member of exactly one known entity, whose key is that of its
    /// smallest member. Of several documents with one id only one is taken.
    /// - Parameters:
    ///   - facts: What each document says. References to entities that it doesn't have are dropped.
    ///   - judgements: Decisions that go before the machine's own.
    /// - Complexity: O(*n* log *n*) in the number of entities and facts, as long as few different
    ///   entities share a name.
    public func merge(
        _ facts: [DocumentFacts], judgements: [Judgement] = []
    ) -> KnowledgeBase {
        let source = SourceEntities(facts)
        var clusters = judged(judgements, source)
        uniteCountries(source, &clusters)
        let matcher = EntityMatcher(judge: judge)
        matcher.unite(.agency, source, &clusters)
        matcher.unite(.person, source, &clusters)
        return KnowledgeBase(source: source, canonical: clusters.allRoots())
    }

    /// Starts the clusters with the judgements that stand: persons' first, later ones first, so
    /// that what contradicts an earlier decision of this order is left out.
    private func judged(_ judgements: [Judgement], _ source: SourceEntities) -> Clustering {
        var clusters = Clustering(
            documents: source.items.map(\.document), countries: source.items.map(\.entity.country))
        let standing = judgements.filter { !$0.isRevoked }.sorted { left, right in
            if left.judge != right.judge { return left.judge == .person }
            if left.number != right.number { return left.number > right.number }
            if left.first != right.first { return left.first < right.first }
            if left.second != right.second { return left.second < right.second }
            return left.verdict.rawValue < right.verdict.rawValue
        }
        for judgement in standing {
            guard let first = source.place(judgement.first),
                let second = source.place(judgement.second), first != second
            else { continue }
            switch judgement.verdict {
            case .same:
                let byPerson = judgement.judge == .person
                guard source.items[first].entity.kind == source.items[second].entity.kind else {
                    continue
                }
                clusters.unite(first, second, byPerson: byPerson)
            case .different: clusters.separate(first, second)
            case .unsure: continue
            }
        }
        return clusters
    }

    private func uniteCountries(_ source: SourceEntities, _ clusters: inout Clustering) {
        var first: [String: Int] = [:]
        for (place, item) in source.items.enumerated() where item.entity.kind == .country {
            let name = item.entity.country?.rawValue ?? source.names[item.name].folded
            if let other = first[name] {
                clusters.unite(other, place)
            } else {
                first[name] = place
            }
        }
    }
}
