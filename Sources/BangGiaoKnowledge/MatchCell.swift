import BangGiaoModel

/// Entities that nothing tells apart: one name, one state, one parent. They are joined or left
/// together, so that a body that ten thousand documents name is compared once.
struct MatchCell {
    /// The members' places, ascending.
    var members: [Int]
    /// The number of the name's key.
    var name: Int
    /// The state of all, or nil where none tells.
    var country: CountryCode?
    /// The parent of all, however it is numbered.
    var parent: Int?
    /// All that stands above some member, in the same numbers.
    var ancestors: Set<Int> = []
    /// The offices in which some member was seen.
    var offices: Set<Office> = []
    /// Whether the name of some member is an abbreviation.
    var isAbbreviation = false
    /// Whether it is an agency of no state.
    var isInternational = false
    /// Whether its name is known to be that of two people; then it only rivals others.
    var isContested = false
}

/// A title in an agency or country, as persons are told apart by.
struct Office: Hashable {
    var title: String
    var of: Int
    var accreditedTo: Int?
}

/// Two cells whose features speak for being one.
struct MatchPair {
    var first: Int
    var second: Int
    var features: IdentityFeatures
    var weight: Int
}

extension MatchPair {
    /// Weighs pairs of cells again with their rivals, and returns those that still reach the
    /// threshold, the heaviest first.
    ///
    /// A rival of a pair is a third cell that one of the two fits as well and the other doesn't.
    static func withoutRivals(
        _ pairs: [MatchPair], threshold: Int, weigh: (IdentityFeatures) -> Int
    ) -> [MatchPair] {
        var fits: [Int: Set<Int>] = [:]
        for pair in pairs where pair.weight >= threshold {
            fits[pair.first, default: []].insert(pair.second)
            fits[pair.second, default: []].insert(pair.first)
        }
        func rivals(of cell: Int, against other: Int) -> Int {
            let others = fits[other] ?? []
            return (fits[cell] ?? []).count { $0 != other && !others.contains($0) }
        }
        var result: [MatchPair] = []
        for var pair in pairs where pair.weight >= threshold {
            pair.features.rivals =
                rivals(of: pair.first, against: pair.second)
                + rivals(of: pair.second, against: pair.first)
            pair.weight = weigh(pair.features)
            if pair.weight >= threshold { result.append(pair) }
        }
        return result.sorted {
            ($1.weight, $0.first, $0.second) < ($0.weight, $1.first, $1.second)
        }
    }
}
