import BangGiaoModel

/// Says how much speaks for two cells being one in the world.
///
/// Looks at nothing but the two cells: what it says of them never changes, whatever else is known.
public struct CellJudge: Sendable {
    /// How much each common feature counts.
    public var weights: IdentityWeights

    /// Makes a judge.
    public init(weights: IdentityWeights = IdentityWeights()) { self.weights = weights }

    /// What is found of two cells.
    public struct Finding: Hashable, Sendable {
        /// The same, or unsure; two that are told apart give no finding.
        public var verdict: Judgement.Verdict
        /// How much speaks for it.
        public var weight: Int
        /// What speaks for it and what is missing, for a person who is to decide.
        public var reasons: [String]
    }

    /// Returns whether two documents that tell just this much mean the same entity.
    public func tellsEnough(_ cell: EntityCell) -> Bool {
        switch cell.kind {
        case .country: true
        case .person: weights.ofPersons(features(cell, cell, .exact)) >= weights.threshold
        case .agency: weights.ofAgencies(features(cell, cell, .exact)) >= weights.threshold
        }
    }

    /// Returns numbers of which two cells share one at least, where ``compare(_:_:)`` finds
    /// anything; none for a cell that tells too little.
    public func blockingKeys(of cell: EntityCell) -> Set<Int64> {
        guard tellsEnough(cell) else { return [] }
        func key(_ parts: String...) -> Int64 {
            var hash = ContentHash()
            for part in [cell.kind.rawValue] + parts { hash.combine(part) }
            return hash.value
        }
        switch cell.kind {
        case .country: return [key(cell.name)]
        case .agency:
            let country = cell.country?.rawValue ?? ""
            return Set(
                [key("name", cell.name)]
                    + (cell.abbreviations + [cell.name]).map { key("short", $0, country) })
        case .person:
            let words = cell.name.split(separator: " ").map(String.init)
            let ends = Set([words.first, words.last].compactMap(\.self))
            return Set(
                [key("name", NameKey(cell.name).unaccented)]
                    + cell.offices.flatMap { office in
                        ends.map { key("office", office.text, $0) }
                    })
        }
    }

    /// Compares two cells; nil where they are different, or nothing speaks for one.
    public func compare(_ first: EntityCell, _ second: EntityCell) -> Finding? {
        guard first.kind == second.kind, let level = level(first, second) else { return nil }
        if first.kind == .country { return Finding(verdict: .same, weight: 100, reasons: []) }
        let features = features(first, second, level)
        let weight =
            first.kind == .person ? weights.ofPersons(features) : weights.ofAgencies(features)
        if weight >= weights.threshold {
            return Finding(verdict: .same, weight: weight, reasons: reasons(features))
        }
        // Near the threshold, and not by a shared word alone.
        guard weight >= weights.threshold - 4, level != .part else { return nil }
        return Finding(verdict: .unsure, weight: weight, reasons: reasons(features))
    }

    private func level(
        _ first: EntityCell, _ second: EntityCell
    ) -> IdentityFeatures.NameLevel? {
        if first.name == second.name { return .exact }
        switch first.kind {
        case .country: return nil
        case .agency:
            let isShort =
                first.abbreviations.contains(second.name)
                || second.abbreviations.contains(first.name)
            return isShort ? .abbreviation : nil
        case .person:
            let (a, b) = (NameKey(first.name), NameKey(second.name))
            if a.isUnaccented != b.isUnaccented, a.unaccented == b.unaccented {
                return .unaccented
            }
            let (short, long) = a.words.count < b.words.count ? (a, b) : (b, a)
            let length = short.words.count
            guard length > 0, length < long.words.count else { return nil }
            return long.words.prefix(length).elementsEqual(short.words)
                || long.words.suffix(length).elementsEqual(short.words) ? .part : nil
        }
    }

    private func features(
        _ first: EntityCell, _ second: EntityCell, _ level: IdentityFeatures.NameLevel
    ) -> IdentityFeatures {
        let isAgency = first.kind == .agency
        var country = IdentityFeatures.Level.unknown
        if let x = first.country, let y = second.country {
            country = x == y ? .same : .different
        } else if isAgency, first.country == nil, second.country == nil {
            // An international body has no state.
            country = .same
        }
        var parent = IdentityFeatures.Level.unknown
        if let x = first.parents.first, let y = second.parents.first {
            // One may name the ministry where the other names the department between.
            parent =
                first.parents.contains(y) || second.parents.contains(x) ? .same : .different
        }
        return IdentityFeatures(
            name: level,
            distinctness: min(
                NameKey(first.name).distinctness, NameKey(second.name).distinctness),
            country: country, parent: parent,
            sharesOffice: !Set(first.offices).isDisjoint(with: second.offices))
    }

    private func reasons(_ features: IdentityFeatures) -> [String] {
        var reasons: [String] = []
        switch features.name {
        case .exact: reasons.append("+ one name")
        case .unaccented: reasons.append("+ one name but for its accents")
        case .abbreviation: reasons.append("+ one abbreviates the other")
        case .alias: reasons.append("+ one is also called as the other")
        case .part: reasons.append("+ one name is a part of the other")
        }
        switch features.country {
        case .same: reasons.append("+ one state")
        case .unknown: reasons.append("- the state of one isn't told")
        case .different: reasons.append("- two states")
        }
        if features.parent == .same { reasons.append("+ one agency above") }
        if features.sharesOffice { reasons.append("+ one office") }
        if features.distinctness < 3 { reasons.append("- the name tells little") }
        return reasons
    }
}
