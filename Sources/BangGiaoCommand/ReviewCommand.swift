import ArgumentParser
import BangGiao
import Foundation

/// `banggiao review`: pairs that the machine is unsure of.
struct ReviewCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Asks about pairs that may be one and the same.",
        usage: "banggiao review [--store FILE] [--answers FILE]",
        discussion: """
            On a terminal each pair is shown with what speaks for it and against it; answer y \
            (one), n (two), s (skip) or q (quit). Elsewhere the pairs are printed, parted by tabs: \
            answer, keys, weight, who they are, reasons, passages. Write y or n in place of ? and give the file by \
            --answers; lines with ? are passed over.

            Examples:
              banggiao review --store all.sqlite
              banggiao review --store all.sqlite > pairs.tsv
              banggiao review --store all.sqlite --answers pairs.tsv
            """
    )

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("A file of answers.", valueName: "file"))
    var answers: String?

    @Option(help: ArgumentHelp("At most so many pairs.", valueName: "n"))
    var limit = 100

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit needs a number from 1 up.") }
    }

    func run(on console: Console) async throws {
        if let answers {
            try judge(AnswerFile(path: answers).answers(), on: console)
            return
        }
        let pairs = try store.open(.read).review(limit: limit)
        guard console.isOutputTerminal else {
            for pair in pairs { try console.print(pair.row) }
            return
        }
        var given: [AnswerFile.Answer] = []
        for (number, pair) in pairs.enumerated() {
            try console.print("\n\(number + 1) of \(pairs.count), weight \(pair.weight)")
            for (name, passage) in zip([pair.first, pair.second], pair.passages) {
                try console.print("\(name.line); in \(name.documents) documents")
                try console.print("      \(passage)")
            }
            for reason in pair.reasons { try console.print("    \(reason)") }
            try console.write(Array("one and the same? y, n, s, q: ".utf8))
            guard let line = readLine(), line != "q" else { break }
            if let verdict = AnswerFile.verdict(line) {
                given.append(
                    .init(first: pair.first.key, second: pair.second.key, verdict: verdict))
            }
        }
        try judge(given, on: console)
    }

    private func judge(_ answers: [AnswerFile.Answer], on console: Console) throws {
        let store = try store.open(.write, mustExist: true)
        for answer in answers { try store.judge(answer.first, answer.second, answer.verdict) }
        try console.print("\(answers.count) decision\(answers.count == 1 ? "" : "s") kept.")
    }
}

/// Answers to pairs, a line each: answer, two keys, and what else stands there, parted by tabs.
struct AnswerFile {
    struct Answer {
        var first: EntityKey
        var second: EntityKey
        var verdict: Judgement.Verdict
    }

    let path: String

    /// Reads the answers; all of them or, where a line is none, nothing.
    func answers() throws -> [Answer] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw BadAnswer(place: path, problem: "can't be read; check the path")
        }
        var answers: [Answer] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count >= 3, columns[1].contains("#"), columns[2].contains("#") else {
                throw BadAnswer(
                    place: "\(path):\(number + 1)",
                    problem: "needs an answer and two keys, parted by tabs")
            }
            if ["?", "s", ""].contains(columns[0]) { continue }
            guard let verdict = Self.verdict(String(columns[0])) else {
                throw BadAnswer(
                    place: "\(path):\(number + 1)",
                    problem: "\"\(columns[0])\" is no answer; write y, n or ?")
            }
            answers.append(
                Answer(
                    first: EntityKey(rawValue: String(columns[1])),
                    second: EntityKey(rawValue: String(columns[2])), verdict: verdict))
        }
        return answers
    }

    /// The verdict of an answer; nil for one that passes a pair over.
    static func verdict(_ answer: String) -> Judgement.Verdict? {
        switch answer.lowercased() {
        case "y", "yes": .same
        case "n", "no": .different
        default: nil
        }
    }
}

/// A line of a file of answers that is none.
struct BadAnswer: Error, CustomStringConvertible {
    var place: String
    var problem: String

    var description: String { "\(place): \(problem)." }
}

extension ReviewPair {
    /// The pair as a line with an answer to be filled in.
    var row: String {
        [
            "?", first.key.rawValue, second.key.rawValue, String(weight), first.summary,
            second.summary, reasons.joined(separator: "; "), passages[0], passages[1],
        ].map { $0.replacing("\t", with: " ") }.joined(separator: "\t")
    }
}
