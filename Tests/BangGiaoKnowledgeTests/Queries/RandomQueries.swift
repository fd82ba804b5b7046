import BangGiaoKnowledge
import BangGiaoModel
import TestSupport

extension KnowledgeBase {
    /// Makes up a small knowledge base.
    static func random(using generator: inout some RandomNumberGenerator) -> KnowledgeBase {
        let stories = Story.randomCollection(count: 5, using: &generator)
        return IdentityResolver.shared.merge(stories.map(\.facts))
    }
}

extension FactFilter {
    /// Makes up a filter.
    static func random(using generator: inout some RandomNumberGenerator) -> FactFilter {
        func maybe<Value>(_ value: Value?) -> Value? {
            Bool.random(using: &generator) ? value : nil
        }
        var filter = FactFilter(
            relations: maybe(
                Set(Relation.allCases.filter { _ in Bool.random(using: &generator) })),
            minimumConfidence: Double(Int.random(in: 0...8, using: &generator)) / 10)
        if Bool.random(using: &generator) {
            filter.kinds = Set(Entity.Kind.allCases.shuffled(using: &generator).prefix(2))
        }
        filter.since = maybe(PartialDate("2021-10-21"))
        filter.until = maybe(
            ["2021-10", "2021-10-20", "2022"].randomElement(using: &generator)
                .flatMap { PartialDate($0) })
        return filter
    }

    /// Whether a dated fact passes, told the plain way.
    func passes(_ relation: Relation, _ dates: [PartialDate], _ sources: [Source]) -> Bool {
        let isDated = since == nil && until == nil
        let overlaps = dates.contains { date in
            since.map { $0.firstDay <= date.lastDay } ?? true
                && until.map { date.firstDay <= $0.lastDay } ?? true
        }
        return relations?.contains(relation) ?? true && (isDated || overlaps) && !isContradictory
            && sources.contains { $0.evidence.confidence >= minimumConfidence - 1e-6 }
    }
}
