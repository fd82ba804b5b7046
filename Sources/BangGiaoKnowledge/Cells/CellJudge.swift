import BangGiaoModel

/// Says how much speaks for two cells being one in the world.
///
/// Looks at nothing but the two cells: what it says of them never changes, whatever else is known.
public struct CellJudge: Sendable {
    /// Who judges.
    public let judge: IdentityJudge
    private let memo = Memo<Int64, CellReading>(limit: 1 << 13)

    /// Makes a judge of cells.
    public init(_ judge: IdentityJudge) { self.judge = judge }

    /// What is found of two cells.
    public struct Finding: Hashable, Sendable {
        /// The same, or unsure; two that are told apart give no finding.
        public var verdict: Judgement.Verdict
        /// How much speaks for it, in tenths of a bit.
        public var weight: Int
        /// What speaks for it and against, for a person who is to decide.
        public var reasons: [String]
    }

    /// Takes a cell apart; done once, it serves any number of comparisons.
    public func reading(of cell: EntityCell) -> CellReading {
        let signature = cell.signature
        let id = ContentHash(signature).value
        return memo.value(id) { reading(of: cell, signature, id) }
    }

    /// Takes a stored cell apart; asks for its signature only where the cell isn't known any more.
    ///
    /// - Throws: What asking throws.
    public func reading(
        ofCell id: Int64, signature: () throws -> String?
    ) rethrows -> CellReading? {
        struct Missing: Error {}
        do {
            return try memo.value(id) {
                guard let signature = try signature(), let cell = EntityCell(signature: signature)
                else { throw Missing() }
                return reading(of: cell, signature, id)
            }
        } catch is Missing {
            return nil
        }
    }

    private func reading(of cell: EntityCell, _ signature: String, _ id: Int64) -> CellReading {
        let reading = judge.reading(of: cell.profile)
        // A state without a code is known by its name.
        let tellsEnough =
            cell.profile.kind == .country
            || judge.compare(reading, reading).verdict == .same
        return CellReading(
            cell: cell, signature: signature, id: id, reading: reading, tellsEnough: tellsEnough,
            keys: tellsEnough ? keys(of: reading) : [])
    }

    /// Returns the keys under which a cell meets others.
    private func keys(of reading: ProfileReading) -> [CellKey] {
        let profile = reading.profile
        if profile.kind == .country {
            return [CellKey("state", profile.country?.rawValue ?? profile.name, isOpen: true)]
        }
        var keys: [Int64: CellKey] = [:]
        for key in judge.blockingKeys(of: reading) {
            let made = CellKey(profile.kind.rawValue, key.text, isOpen: key.isOpen)
            if let known = keys[made.number], known.isOpen { continue }
            keys[made.number] = made
        }
        return keys.values.sorted { $0.number < $1.number }
    }

    /// Whether nothing speaks against two cells being one, however little speaks for it: such two
    /// may stand in one cluster where a third links them.
    public func mayBeOne(_ first: CellReading, _ second: CellReading) -> Bool {
        let (one, other) = (first.cell.profile, second.cell.profile)
        if let x = one.country, let y = other.country, x != y { return false }
        return !judge.compare(first.reading, second.reading).isOpposed
    }

    /// Compares two cells; nil where they are different, or so likely different that nobody need
    /// look at them.
    public func compare(_ first: CellReading, _ second: CellReading) -> Finding? {
        let (one, other) = (first.cell.profile, second.cell.profile)
        guard one.kind == other.kind else { return nil }
        if one.kind == .country {
            let isSame = one.country == other.country && one.name == other.name
            return isSame ? Finding(verdict: .same, weight: 200, reasons: []) : nil
        }
        // Most that share a word serve two states.
        if let x = one.country, let y = other.country, x != y { return nil }
        let comparison = judge.compare(first.reading, second.reading)
        guard comparison.weight >= IdentityComparison.unsureFrom else { return nil }
        return Finding(
            verdict: comparison.verdict, weight: comparison.weight,
            // What is said of any two persons helps nobody to decide on these.
            reasons: comparison.findings.filter { $0.matter != .prior }.map { finding in
                let values = finding.values.filter { !$0.isEmpty }.joined(separator: " | ")
                let sign = finding.weight < 0 ? "-" : finding.weight > 0 ? "+" : "0"
                return "\(sign) \(finding.matter.rawValue) "
                    + finding.level + (values.isEmpty ? "" : ": \(values)")
            })
    }
}

/// A cell taken apart.
public struct CellReading: Sendable {
    /// The cell.
    public private(set) var cell: EntityCell
    /// The cell as one text.
    public private(set) var signature: String
    /// The cell's id.
    public private(set) var id: Int64
    /// Its profile taken apart.
    public let reading: ProfileReading
    /// Whether two documents that tell just this much mean the same entity.
    public let tellsEnough: Bool
    /// The keys under which it meets others, by number; none where it tells too little.
    public let keys: [CellKey]

    /// Returns the same for the cell of one entity alone.
    func only(_ key: EntityKey) -> CellReading {
        var result = self
        result.cell.only = EntityCell.plain(key.rawValue)
        result.signature = result.cell.signature
        result.id = ContentHash(result.signature).value
        return result
    }
}

/// A text that a cell shares with others it is to be compared with, as a number.
public struct CellKey: Hashable, Sendable {
    /// A hash of the text.
    public var number: Int64
    /// Whether it opens the block: of two that share a key one must.
    public var isOpen: Bool
    /// Whether it is passed over where more than ``crowd`` cells share it: a key of parts of a name,
    /// such as a family and a given name. Keys of whole names serve any number.
    public var isPartial: Bool

    /// How many cells may share a partial key before it tells too little to compare them all.
    public static let crowd = 32

    init(_ kind: String, _ text: String, isOpen: Bool) {
        number = ContentHash("\(kind) \(text)").value
        self.isOpen = isOpen
        isPartial = !["state", "body ", "whole "].contains { text.hasPrefix($0) || kind == $0 }
    }
}

extension IdentityJudge {
    /// Returns a profile without the aliases that the judge doesn't look at, so that those who are
    /// called in many ways don't differ by that.
    func withoutIdleAliases(_ profile: IdentityProfile) -> IdentityProfile {
        var names: [String: String] = [:]
        for alias in profile.aliases.sorted(by: precedes) {
            let body = tables.bodies.read(alias, country: profile.country)
            if body.level != nil || body.isKnown, names[body.key] == nil { names[body.key] = alias }
        }
        names[tables.bodies.read(profile.name, country: profile.country).key] = nil
        var result = profile
        result.aliases = Set(names.values)
        return result
    }
}
