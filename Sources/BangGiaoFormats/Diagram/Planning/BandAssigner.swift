import BangGiaoKnowledge
import BangGiaoModel

/// Decides which actors stand on the left of the events and which on the right.
///
/// The home country stands left. Where all who met are of one band (a meeting of two ministries of
/// one state, or of two foreign ones), one side moves to the other band if that spoils no other
/// event; so most events have somebody on either hand.
struct BandAssigner {
    /// For each event the actors of each side.
    let events: [[[EntityKey]]]
    /// The actors of the home country.
    let home: Set<EntityKey>
    let actors: [EntityKey]

    /// Returns the actors of the left band.
    func left() -> Set<EntityKey> {
        var left = Set(actors).intersection(home)
        // Each round ends with fewer lopsided events, so there are at most as many as events.
        for _ in 0..<events.count {
            guard let better = improved(left) else { break }
            left = better
        }
        return left
    }

    private func improved(_ left: Set<EntityKey>) -> Set<EntityKey>? {
        let before = lopsided(left)
        guard before > 0 else { return nil }
        for event in events where isLopsided(event, left) {
            for side in event.indices.reversed() {
                let others = Set(event.indices.filter { $0 != side }.flatMap { event[$0] })
                let moving = Set(event[side]).subtracting(others)
                guard !moving.isEmpty else { continue }
                let moved = left.symmetricDifference(moving)
                if lopsided(moved) < before { return moved }
            }
        }
        return nil
    }

    private func lopsided(_ left: Set<EntityKey>) -> Int {
        events.count { isLopsided($0, left) }
    }

    private func isLopsided(_ event: [[EntityKey]], _ left: Set<EntityKey>) -> Bool {
        let all = Set(event.joined())
        guard all.count > 1 else { return false }
        return all.isSubset(of: left) || all.isDisjoint(with: left)
    }
}
