/// What two entities have in common, as far as it tells whether they are one.
///
/// Only entities whose names meet are compared at all, so there is no level for other names.
public struct IdentityFeatures: Hashable, Sendable {
    /// How two names meet.
    public enum NameLevel: Hashable, Sendable {
        /// One key: equal but for case and the place of tone marks.
        case exact
        /// One name is an alias of the other entity and an abbreviation.
        case abbreviation
        /// One name is another alias of the other entity.
        case alias
        /// One name is written without marks, and is the other without them.
        case unaccented
        /// One name is the first or last words of the other.
        case part
    }

    /// How two values compare.
    public enum Level: Hashable, Sendable {
        /// Known and equal.
        case same
        /// Not known for one at least.
        case unknown
        /// Known and incompatible: speaks against, whatever else speaks for.
        case different
    }

    /// How the names meet.
    public var name: NameLevel
    /// How much the shorter name tells, by ``NameKey/distinctness``.
    public var distinctness: Int
    /// Whether the states agree.
    public var country: Level
    /// Whether the parents of two agencies agree; one may lie above the other.
    public var parent: Level
    /// Whether two persons were seen in one office.
    public var sharesOffice: Bool
    /// How many other entities one of the two could as well be.
    public var rivals: Int

    /// Makes features; those left out neither speak for nor against.
    public init(
        name: NameLevel, distinctness: Int, country: Level, parent: Level = .unknown,
        sharesOffice: Bool = false, rivals: Int = 0
    ) {
        self.name = name
        self.distinctness = distinctness
        self.country = country
        self.parent = parent
        self.sharesOffice = sharesOffice
        self.rivals = rivals
    }
}

/// How much each feature speaks for two entities being one, and from where on they are merged.
///
/// A sum of weights, as in the model of Fellegi and Sunter ("A Theory for Record Linkage", JASA 64,
/// 1969); these weights are set by hand so that no name alone merges two people unless it tells as
/// much as three Vietnamese syllables do.
public struct IdentityWeights: Hashable, Sendable {
    /// From which sum on two entities are merged.
    public var threshold: Int

    /// Makes weights.
    public init(threshold: Int = 8) { self.threshold = threshold }

    /// Returns what the features of two persons add up to.
    public func ofPersons(_ features: IdentityFeatures) -> Int {
        guard features.country != .different else { return .min }
        let name =
            switch features.name {
            case .exact:
                // One syllable 2, two 4, three 8, more 10.
                2 * min(features.distinctness, 4) + (features.distinctness > 2 ? 2 : 0)
            case .unaccented: 2
            case .part: features.distinctness > 1 ? 3 : 1
            case .abbreviation, .alias: 0
            }
        return name + (features.country == .same ? 4 : 0) + (features.sharesOffice ? 6 : 0)
            - 6 * features.rivals
    }

    /// Returns what the features of two agencies add up to.
    public func ofAgencies(_ features: IdentityFeatures) -> Int {
        guard features.country != .different, features.parent != .different else { return .min }
        let name =
            switch features.name {
            case .exact: 6
            case .abbreviation: 5
            case .alias: 2
            case .unaccented, .part: 0
            }
        return name + (features.country == .same ? 4 : 0) + (features.parent == .same ? 3 : 0)
            - 6 * features.rivals
    }
}
