import BangGiao
import Foundation
import TestSupport

/// Puts mutated inputs of every format through the reader and the extractor.
///
///     swift run -c release Fuzz 0 100000        a hundred thousand runs
///     swift run -c release Fuzz 7000 8000       a thousand of them, each told as it begins
///     swift run -c release Fuzz 7042 7043       one, with its input in fuzz-7042.bin
///
/// Ends at the first fault with the number of the run, by which it can be made again. After a crash
/// the last number told says between which runs it was.
@main
struct Fuzz {
    /// Seconds that a run may take beside those for its bytes: far more than any needs.
    private static let patience = 2.0
    private static let secondsPerByte = 2e-5

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap(UInt64.init)
        let subject = try FuzzSubject(lexicon: Repository.lexicon)
        let mutator = try Mutator.ofRepository()
        guard arguments.count == 2, arguments[0] < arguments[1] else {
            throw FuzzFault("Give the number of the first run, and one past that of the last.")
        }
        let runs = arguments[0]..<arguments[1]
        var bytes = 0
        var documents = 0
        var slowest = (seconds: 0.0, run: UInt64(0), count: 0)
        for run in runs {
            var generator = SeededGenerator(seed: run)
            let input = mutator.input(using: &generator)
            let format = DocumentFormat.allCases.randomElement(using: &generator)
            if runs.count == 1 {
                try Data(input).write(to: URL(fileURLWithPath: "fuzz-\(run).bin"))
            }
            if runs.count <= 1000 || run.isMultiple(of: 1000) { tell("run \(run)") }
            let clock = ContinuousClock()
            var outcome = FuzzSubject.Outcome()
            let time = clock.measure { outcome = subject.outcome(of: input, format: format) }
            let seconds = time / .seconds(1)
            if seconds > patience + secondsPerByte * Double(input.count) {
                outcome.faults.append("took \(seconds) s for \(input.count) bytes")
            }
            if !outcome.faults.isEmpty {
                let format = format?.rawValue ?? "any format"
                throw FuzzFault("run \(run), \(format): \(outcome.faults)")
            }
            documents += outcome.documents
            bytes += input.count
            if seconds > slowest.seconds { slowest = (seconds, run, input.count) }
        }
        tell(
            """
            \(runs.count) runs, \(bytes / 1_000_000) MB, \(documents) documents, no fault; the \
            slowest was run \(slowest.run): \(slowest.seconds) s for \(slowest.count) bytes
            """)
    }

    private static func tell(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

/// A fault that was found.
struct FuzzFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
