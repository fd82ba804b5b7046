import ArgumentParser
import BangGiao

/// Which facts a question or a drawing takes account of.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only these, by commas: meeting, agreement, position, part-of, represents.",
            valueName: "list"))
    var relations: String?

    @Option(
        help: ArgumentHelp(
            "Only what isn't over before this date, such as 2015.", valueName: "date"))
    var since: String?

    @Option(
        help: ArgumentHelp("Only what begins by the end of this date.", valueName: "date"))
    var until: String?

    @Option(
        help: ArgumentHelp(
            "Only what is at least so likely right, such as 0.9.", valueName: "p"))
    var minimumConfidence: Double?

    func validate() throws { _ = try filter() }

    /// Returns the filter that is asked for.
    ///
    /// - Throws: `QuestionError` where nothing can answer to it.
    func filter() throws(QuestionError) -> FactFilter {
        var filter = FactFilter(
            since: try date(since, of: "--since"), until: try date(until, of: "--until"))
        if let relations {
            filter.relations = Set(try list(relations, of: "--relations"))
        }
        if let minimumConfidence {
            guard (0...1).contains(minimumConfidence) else {
                throw QuestionError("--minimum-confidence needs a number from 0 to 1.")
            }
            filter.minimumConfidence = minimumConfidence
        }
        if filter.isContradictory {
            throw QuestionError(
                "--since \(since ?? "") begins after --until \(until ?? "") ends: nothing can be "
                    + "within.")
        }
        return filter
    }
}

/// A question that nothing can answer to: a date that is none, words that contradict each other.
///
/// Not wrong usage: the exit code is 1, and a script may go on with its next question.
struct QuestionError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}

/// Reads a date of an option.
func date(_ text: String?, of option: String) throws(QuestionError) -> PartialDate? {
    guard let text else { return nil }
    guard let date = PartialDate(text) else {
        throw QuestionError(
            "\(option) \(text): there is no such date; write 2021, 2021-10 or 2021-10-22.")
    }
    return date
}

/// Reads words of an option that are parted by commas.
func list<Word: RawRepresentable & CaseIterable>(
    _ text: String, of option: String
) throws(QuestionError) -> [Word] where Word.RawValue == String {
    var words: [Word] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let word = Word(rawValue: String(part)) else {
            let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw QuestionError("\(option): there is no \"\(part)\"; choose of \(all).")
        }
        words.append(word)
    }
    return words
}
