/// A decision that two entities of single documents are one in the world, or are not.
///
/// Merges are never made in place: clusters follow from the documents and from the judgements that
/// stand, so that taking one back restores what was before it.
public struct Judgement: Hashable, Sendable, Codable {
    /// What is decided.
    public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
        /// One and the same.
        case same
        /// Two.
        case different
        /// Looked at, not decided; changes nothing.
        case unsure
    }

    /// Who decided.
    public enum Judge: String, Hashable, Sendable, Codable, CaseIterable {
        /// A person; beats the machine.
        case person
        /// A rule of the machine.
        case rule
    }

    /// An entity of a document.
    public var first: EntityKey
    /// The other one.
    public var second: EntityKey
    /// What is decided.
    public var verdict: Verdict
    /// Who decided.
    public var judge: Judge
    /// The place in the order of judgements: of two that contradict each other the later counts.
    public var number: Int
    /// Whether it was taken back.
    public var isRevoked: Bool

    /// Makes a judgement.
    public init(
        _ first: EntityKey, _ second: EntityKey, _ verdict: Verdict, by judge: Judge = .person,
        number: Int, isRevoked: Bool = false
    ) {
        self.first = first
        self.second = second
        self.verdict = verdict
        self.judge = judge
        self.number = number
        self.isRevoked = isRevoked
    }
}
