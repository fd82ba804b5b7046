/// What the judge thinks of two cells of one component, by their places.
public struct CellJudgement: Hashable, Sendable {
    /// The place of the one cell.
    public var first: Int
    /// The place of the other.
    public var second: Int
    /// Same or unsure; cells without a judgement are different.
    public var verdict: Judgement.Verdict
    /// How sure the judge is, in tenths of a bit.
    public var weight: Int

    /// Makes a judgement.
    public init(_ first: Int, _ second: Int, _ verdict: Judgement.Verdict, weight: Int) {
        self.first = first
        self.second = second
        self.verdict = verdict
        self.weight = weight
    }
}
