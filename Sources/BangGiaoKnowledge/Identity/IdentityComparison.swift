/// What the judge thinks of two profiles, and why.
public struct IdentityComparison: Hashable, Sendable {
    /// What one thing that was compared says.
    public struct Finding: Hashable, Sendable {
        /// What was compared.
        public enum Matter: String, Hashable, Sendable, Codable {
            case kind
            case name
            case country
            case office
            case parent
            case sex
            case document
            case prior
        }

        /// What was compared.
        public var matter: Matter
        /// How the two values meet, in a word or two: "exact", "one mark apart".
        public var level: String
        /// How much it speaks for one person or body, in tenths of a bit; negative against. What
        /// rules it out has ``IdentityComparison/excluding``.
        public var weight: Int
        /// The two values.
        public var values: [String]

        /// Makes a finding.
        public init(_ matter: Matter, _ level: String, _ weight: Int, values: [String] = []) {
            self.matter = matter
            self.level = level
            self.weight = weight
            self.values = values
        }
    }

    /// The weight of what rules out that two are one.
    public static let excluding = -1000

    /// From this sum on two are one: odds of 500 to 1, or a precision of 99.8 %.
    public static let sameFrom = 90

    /// Below this sum nobody need look at the two.
    public static let unsureFrom = 0

    /// What is decided: same from ``sameFrom`` on, unsure from ``unsureFrom`` on, and where nothing
    /// but the offices brings the sum below that: people change their offices.
    public var verdict: Judgement.Verdict
    /// The sum of the findings' weights, in tenths of a bit: the logarithm to base 2 of the odds
    /// that the two are one.
    public var weight: Int
    /// What was compared, in the order of the comparison.
    public var findings: [Finding]

    /// Whether something speaks against, rather than too little for, that two are one.
    public var isOpposed: Bool {
        weight < Self.unsureFrom
            && findings.contains {
                $0.weight <= ($0.matter == .office ? Self.opposing : Self.excluding)
            }
    }

    /// The weight from which offices speak against that two are one.
    static let opposing = -60

    /// Sums up findings.
    public init(_ findings: [Finding]) {
        self.findings = findings
        let isExcluded = findings.contains { $0.weight <= Self.excluding }
        let sum = findings.reduce(0) { $0 + $1.weight }
        let offices = findings.reduce(0) { $1.matter == .office ? $0 + min($1.weight, 0) : $0 }
        weight = isExcluded ? Self.excluding : sum
        let isOpen = weight >= Self.unsureFrom || !isExcluded && sum - offices >= Self.unsureFrom
        verdict = weight >= Self.sameFrom ? .same : isOpen ? .unsure : .different
    }
}
