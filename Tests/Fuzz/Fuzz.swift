import BangGiao
import Foundation
import TestSupport

/// Puts mutated inputs of every format through the reader and the extractor.
///
///     swift run -c release Fuzz 100000          runs 0 up to 100000
///     swift run -c release Fuzz 7 7             run 7 again, its input into fuzz-7.bin
///
/// Ends at the first fault with the number of the run, by which it can be made again. A crash shows
/// the last number written to standard error.
@main
struct Fuzz {
    /// Seconds that a run may take beside those for its bytes: far more than any needs.
    private static let patience = 2.0
    private static let secondsPerByte = 2e-5

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap(UInt64.init)
        let subject = try FuzzSubject(lexicon: Repository.lexicon)
        let mutator = try Mutator.ofRepository()
        guard let last = arguments.first else {
            throw FuzzFault("Give the number of runs, or the number of one run twice.")
        }
        let isOne = arguments.count > 1
        var bytes = 0
        var slowest = (seconds: 0.0, run: UInt64(0), count: 0)
        for run in (isOne ? last : 0)..<(last + 1) {
            var generator = SeededGenerator(seed: run)
            let input = mutator.input(using: &generator)
            let format = DocumentFormat.allCases.randomElement(using: &generator)
            if isOne { try Data(input).write(to: URL(fileURLWithPath: "fuzz-\(run).bin")) }
            if run.isMultiple(of: 1000) { tell("run \(run)") }
            let clock = ContinuousClock()
            var faults: [String] = []
            let time = clock.measure { faults = subject.faults(of: input, format: format) }
            let seconds = time / .seconds(1)
            if seconds > patience + secondsPerByte * Double(input.count) {
                faults.append("took \(seconds) s for \(input.count) bytes")
            }
            if !faults.isEmpty {
                throw FuzzFault("run \(run), \(format?.rawValue ?? "any format"): \(faults)")
            }
            bytes += input.count
            if seconds > slowest.seconds { slowest = (seconds, run, input.count) }
        }
        tell(
            """
            \(last) runs, \(bytes / 1_000_000) MB, no fault; the slowest was run \(slowest.run): \
            \(slowest.seconds) s for \(slowest.count) bytes
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
