import BangGiaoGraph
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

/// Path queries against the plain way: all loopless paths, one after another, over the edges of the
/// view that a filter admits one by one.
@Suite
struct PathQueryLawTests {
    /// A made-up base with a made-up question to it.
    private struct Case {
        var base: KnowledgeBase
        var view: GraphView
        var query: PathQuery
        var generator: SeededGenerator

        init?(seed: UInt64) {
            generator = SeededGenerator(seed: seed)
            base = KnowledgeBase.random(using: &generator)
            view = GraphProjection().project(base)
            guard let from = base.entities.randomElement(using: &generator)?.key,
                let to = base.entities.randomElement(using: &generator)?.key, from != to
            else { return nil }
            query = PathQuery(from: from, to: to, limit: 10_000)
            if Bool.random(using: &generator) { query.facts = .random(using: &generator) }
            if Bool.random(using: &generator) {
                query.stations = Set(Entity.Kind.allCases.shuffled(using: &generator).prefix(2))
            }
            query.isExact = Bool.random(using: &generator)
        }

        /// The neighbours of each entity.
        var neighbours: [EntityKey: Set<EntityKey>] {
            let filter = query.facts
            let hasCountry = [query.from, query.to].contains { base.entity($0)?.kind == .country }
            var neighbours: [EntityKey: Set<EntityKey>] = [:]
            for edge in view.edges {
                let passes: Bool
                switch edge.kind {
                case .represents:
                    passes =
                        filter.relations?.contains(.represents) ?? (hasCountry && !query.isExact)
                case .partOf: passes = filter.relations?.contains(.partOf) ?? true
                case .holds, .accreditedTo:
                    guard case .position(let position) = edge.fact.content else { continue }
                    passes = filter.admits(position)
                case .met, .agreed, .signed:
                    passes = filter.passes(
                        edge.kind.relation, edge.fact.dates, edge.fact.sources)
                }
                guard passes, !filter.isContradictory else { continue }
                neighbours[edge.first, default: []].insert(edge.second)
                neighbours[edge.second, default: []].insert(edge.first)
            }
            return neighbours
        }

        func mayPass(_ key: EntityKey, _ closed: Set<EntityKey>) -> Bool {
            guard let kind = base.entity(key)?.kind, !closed.contains(key) else { return false }
            return query.stations.contains(kind) && query.facts.kinds.contains(kind)
        }

        /// All loopless paths with at most so many hops.
        func paths(hops: Int, open: EntityKey? = nil, closed: Set<EntityKey> = []) -> [[EntityKey]]
        {
            let neighbours = neighbours
            var found: [[EntityKey]] = []
            func extend(_ path: [EntityKey]) {
                guard let last = path.last else { return }
                if last == query.to { return found.append(path) }
                if path.count > 1, last != open, !mayPass(last, closed) { return }
                guard path.count <= hops else { return }
                for next in neighbours[last] ?? [] where !path.contains(next) {
                    extend(path + [next])
                }
            }
            extend([query.from])
            return found
        }
    }

    private func keys(_ paths: [KnownPath]) -> [[EntityKey]] {
        paths.map { $0.entities.map(\.key) }
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func shortestPathsAreAllShortestOfAll(seed: UInt64) throws {
        guard let made = Case(seed: seed) else { return }
        let all = made.paths(hops: 4)
        let least = all.map(\.count).min()
        let found = keys(try made.query.paths(in: made.view))
        if let least {
            #expect(Set(found) == Set(all.filter { $0.count == least }))
            #expect(Set(found).count == found.count)
        } else {
            #expect(found.allSatisfy { $0.count > 5 })
        }
        var narrow = made.query
        narrow.maximumHops = (least ?? 2) - 2
        #expect(try narrow.paths(in: made.view).isEmpty)
        var workspace = SearchWorkspace()
        let network = Network(made.view)
        let count = try made.query.count(in: network, using: &workspace)
        #expect(count?.paths ?? 0 == UInt64(found.count))
        #expect(
            try made.query.hops(in: network, using: &workspace) == found.first.map { $0.count - 1 })
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func longerPathsFollowInTheOrderOfHops(seed: UInt64) throws {
        guard let made = Case(seed: seed) else { return }
        let all = made.paths(hops: 4)
        var query = made.query
        (query.limit, query.includesLonger, query.maximumHops) = (8, true, 4)
        let found = keys(try query.paths(in: made.view))
        #expect(found.count == min(8, all.count))
        #expect(found.map(\.count) == Array(all.map(\.count).sorted().prefix(8)))
        #expect(Set(all).isSuperset(of: found))
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func pathsKeepClearOfThoseAvoided(seed: UInt64) throws {
        guard var made = Case(seed: seed) else { return }
        let avoided = Set(
            made.base.entities.map(\.key).filter {
                $0 != made.query.from && $0 != made.query.to
                    && Int.random(in: 0..<4, using: &made.generator) == 0
            })
        made.query.avoided = avoided
        // A country stands for its own.
        let codes = made.base.entities.filter {
            avoided.contains($0.key) && $0.kind == .country && !made.query.isExact
        }.compactMap(\.country)
        let own = made.base.entities.filter { entity in
            entity.country.map(codes.contains) ?? false
        }.map(\.key)
        let all = made.paths(hops: 4, closed: avoided.union(own))
        let least = all.map(\.count).min()
        let found = keys(try made.query.paths(in: made.view))
        if let least { #expect(Set(found) == Set(all.filter { $0.count == least })) }
        #expect(least != nil || found.allSatisfy { $0.count > 5 })
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func pathsRunThroughWhomTheyMust(seed: UInt64) throws {
        guard var made = Case(seed: seed),
            let via = made.base.entities.randomElement(using: &made.generator),
            via.key != made.query.from, via.key != made.query.to,
            via.kind != .country || made.query.isExact
        else { return }
        made.query.via = via.key
        let all = made.paths(hops: 5, open: via.key).filter { $0.contains(via.key) }
        let least = all.map(\.count).min()
        let found = keys(try made.query.paths(in: made.view))
        #expect(found.allSatisfy { $0.contains(via.key) && Set($0).count == $0.count })
        if let least {
            #expect(!found.isEmpty && found.allSatisfy { $0.count == least })
            #expect(Set(all).isSuperset(of: found))
        } else {
            #expect(found.allSatisfy { $0.count > 6 })
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func pathViaACountryIsTheShortestViaItsOwn(seed: UInt64) throws {
        guard var made = Case(seed: seed) else { return }
        made.query.isExact = false
        guard let country = made.base.entities.first(where: { $0.kind == .country }) else { return }
        let own = made.base.entities.filter { $0.country == country.country }.map(\.key)
        made.query.via = country.key
        let found = try made.query.paths(in: made.view).first?.entities.count
        let candidates =
            own.count > 1
            ? own.filter { $0 != made.query.from && $0 != made.query.to } : own
        let best = try candidates.compactMap { key in
            var query = made.query
            (query.via, query.isExact) = (key, false)
            // The country itself would stand for its own again.
            if key == country.key { return Int?.none }
            return try query.paths(in: made.view).first?.entities.count
        }.min()
        if let best { #expect(found ?? .max <= best) }
        if candidates.allSatisfy({ $0 != country.key }) { #expect(found == best) }
    }
}
