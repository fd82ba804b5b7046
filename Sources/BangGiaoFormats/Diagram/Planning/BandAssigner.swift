import BangGiaoKnowledge
import BangGiaoModel

/// Decides which actors stand on the left of the events and which on the right.
///
/// The home country stands left. Where all who met are of one band (a meeting of two ministries of
/// one state, or of two foreign ones), one side moves to the other band if that makes fewer such
/// events; rather somebody foreign than the home country, and rather so that no country stands on
/// both sides.
struct BandAssigner {
    /// For each event the actors of each side.
    let events: [[[EntityKey]]]
    /// The actors of the home country.
    let home: Set<EntityKey>
    let actors: [EntityKey]
    /// The country of each actor that has one.
    let countries: [EntityKey: CountryCode]

    /// Returns the actors of the left band.
    ///
    /// - Complexity: O(events² · sides · members) a round; each round lowers the cost.
    func left() -> Set<EntityKey> {
        var left = Set(actors).intersection(home)
        var cost = cost(of: left)
        for _ in 0..<(4 * events.count) {
            let best = moves(from: left).map { (left: $0, cost: self.cost(of: $0)) }
                .min { $0.cost < $1.cost }
            guard let best, best.cost < cost else { break }
            (left, cost) = best
        }
        return left
    }

    /// Every lopsided event with one of its sides in the other band.
    private func moves(from left: Set<EntityKey>) -> [Set<EntityKey>] {
        events.filter { isLopsided($0, left) }.flatMap { event in
            event.indices.reversed().compactMap { side -> Set<EntityKey>? in
                let others = Set(event.indices.filter { $0 != side }.flatMap { event[$0] })
                let moving = Set(event[side]).subtracting(others)
                return moving.isEmpty ? nil : left.symmetricDifference(moving)
            }
        }
    }

    private func cost(of left: Set<EntityKey>) -> Int {
        let lopsided = events.count { isLopsided($0, left) }
        let abroad = home.subtracting(left).count
        let places = [left, Set(actors).subtracting(left)].map { band in
            Set(band.compactMap { countries[$0] })
        }
        return 4 * lopsided + 2 * abroad + places[0].intersection(places[1]).count
    }

    private func isLopsided(_ event: [[EntityKey]], _ left: Set<EntityKey>) -> Bool {
        let all = Set(event.joined())
        guard all.count > 1 else { return false }
        return all.isSubset(of: left) || all.isDisjoint(with: left)
    }
}
