import ArgumentParser
import BangGiao
import Foundation

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
    /// - Throws: `ValidationError` where nothing can answer to it.
    func filter() throws(ValidationError) -> FactFilter {
        var filter = FactFilter(
            since: try askedDate(since, of: "--since"), until: try askedDate(until, of: "--until"))
        if let relations {
            filter.relations = Set(try list(relations, of: "--relations"))
        }
        if let minimumConfidence {
            guard (0...1).contains(minimumConfidence) else {
                throw ValidationError("--minimum-confidence needs a number from 0 to 1.")
            }
            filter.minimumConfidence = minimumConfidence
        }
        if filter.isContradictory {
            throw ValidationError(
                "--since \(since ?? "") begins after --until \(until ?? "") ends: nothing can be "
                    + "within.")
        }
        return filter
    }
}

/// A question that nothing can answer to, as only the store tells: names that contradict each other.
///
/// Not wrong usage: the exit code is 1, and a script may go on with its next question.
struct QuestionError: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}

/// Reads a date of an option.
func askedDate(_ text: String?, of option: String) throws(ValidationError) -> PartialDate? {
    guard let text else { return nil }
    guard let date = PartialDate(text) else {
        throw ValidationError(
            "\(option) \(text): there is no such date; write 2021, 2021-10 or 2021-10-22.")
    }
    return date
}

/// Reads words of an option that are parted by commas, and perhaps blanks.
func list<Word: RawRepresentable & CaseIterable>(
    _ text: String, of option: String
) throws(ValidationError) -> [Word] where Word.RawValue == String {
    var words: [Word] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        words.append(try word(part.trimmingCharacters(in: .whitespaces), of: option))
    }
    return words
}

/// Reads a word of an option.
func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, of option: String
) throws(ValidationError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
        let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(option): there is no \"\(text)\"; choose of \(all).")
    }
    return word
}
