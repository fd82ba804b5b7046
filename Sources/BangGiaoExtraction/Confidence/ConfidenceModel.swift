import BangGiaoLexicon
import Foundation

/// How likely a fact is right, by what is seen of how it was read.
///
/// A sum of weights, one for each ``FactTraits`` of the fact, through the logistic function: the
/// table `confidence.tsv` holds weights learned from annotated articles by regularised logistic
/// regression (Cox, "The Regression Analysis of Binary Sequences", JRSS B 20, 1958), in hundredths,
/// so that sums are exact. A trait that the table doesn't know weighs nothing.
struct ConfidenceModel: Sendable {
    private let weights: [String: Int]

    /// Makes a model of weights by trait, in hundredths of the natural logarithm of the odds.
    init(weights: [String: Int]) { self.weights = weights }

    /// Reads the table of a folder.
    init(directory: URL) throws(LexiconError) {
        let table = try LexiconTable(
            "confidence", in: directory, columns: ["trait", "weight"],
            required: ["trait", "weight"], key: ["trait"])
        var weights: [String: Int] = [:]
        for row in table.rows {
            guard let weight = Int(row["weight"]) else { throw row.unknownValue("weight") }
            weights[row["trait"]] = weight
        }
        self.weights = weights
    }

    /// Returns how likely a fact of these traits is right, from 0 to 1 in steps of 0.01; never
    /// quite 0 or 1.
    func confidence(of traits: FactTraits) -> Double {
        let sum = traits.names.reduce(0) { $0 + (weights[$1] ?? 0) }
        let share = 1 / (1 + exp(-Double(sum) / 100))
        return min(max((share * 100).rounded(), 1), 99) / 100
    }
}
