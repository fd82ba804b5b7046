import ArgumentParser
import BangGiao
import Foundation

/// The streams of a command: the process's own, or a test's.
struct Console: Sendable {
    /// Writes results to standard output.
    var write: @Sendable (_ bytes: [UInt8]) throws -> Void
    /// Writes to standard error.
    var writeTrouble: @Sendable (_ bytes: [UInt8]) -> Void
    /// What `-` stands for.
    var input: Input
    /// Whether standard output is a terminal, which no picture of bytes may reach.
    var isOutputTerminal: Bool
    /// Whether standard error is a terminal; only then is progress shown.
    var isTroubleTerminal: Bool

    /// The streams of the process.
    static let process = Console(
        write: writer(to: .standardOutput, place: "standard output"),
        // There is nowhere left to tell of a standard error that can't be written.
        writeTrouble: { try? FileHandle.standardError.write(contentsOf: Data($0)) },
        input: .standardInput,
        isOutputTerminal: isatty(STDOUT_FILENO) == 1,
        isTroubleTerminal: isatty(STDERR_FILENO) == 1)

    /// Returns what writes to a file or stream, and says in a sentence where it can't.
    static func writer(
        to handle: FileHandle, place: String
    ) -> @Sendable (_ bytes: [UInt8]) throws -> Void {
        { bytes in
            do {
                try handle.write(contentsOf: Data(bytes))
            } catch {
                throw OutputError(error, place: place)
            }
        }
    }

    /// Returns the bytes of a file, or of the input for `-`.
    func bytes(of path: String) throws(ReadingError) -> [UInt8] {
        try (path == "-" ? input : Input(file: path)).allBytes()
    }

    /// Writes a line of results, without what steers a terminal.
    func print(_ line: String) throws { try write(Array((PlainText.plain(line) + "\n").utf8)) }

    /// Writes a line of trouble, without what steers a terminal.
    func complain(_ line: String) { writeTrouble(Array((PlainText.plain(line) + "\n").utf8)) }

    /// Shows how far the work is, in place of what was shown before; nothing where nobody watches.
    func showProgress(_ text: String) {
        if isTroubleTerminal { writeTrouble(Array("\r\u{1B}[K\(text)".utf8)) }
    }

    /// Wipes what ``showProgress(_:)`` showed.
    func clearProgress() { showProgress("") }
}

/// A command that works on a console, so that tests can run it in their own process.
protocol ConsoleCommand: AsyncParsableCommand, Sendable {
    /// Does the work of the command.
    ///
    /// - Throws: `ExitCode` where the trouble was told already; `CommandError` for trouble to tell.
    func run(on console: Console) async throws
}

extension ConsoleCommand {
    /// Runs the command on the streams of the process; an interrupt (Ctrl-C) cancels it.
    func run() async throws {
        let work = Task { try await runTold(on: .process) }
        let interrupts = DispatchSource.makeSignalSource(signal: SIGINT)
        interrupts.setEventHandler {
            work.cancel()
            // A second one ends the process where the first wasn't enough.
            signal(SIGINT, SIG_DFL)
        }
        signal(SIGINT, SIG_IGN)
        interrupts.resume()
        try await work.value
    }

    /// Runs the command, tells of the error that ended it, and turns it into an exit code.
    func runTold(on console: Console) async throws(ExitCode) {
        do {
            try await run(on: console)
        } catch let code as ExitCode {
            throw code
        } catch let error as ValidationError {
            console.complain("error: \(error.message)")
            throw .validationFailure
        } catch is CancellationError {
            console.clearProgress()
            throw .interrupted
        } catch {
            console.clearProgress()
            console.complain("error: \(error)")
            throw .failure
        }
    }
}

extension ExitCode {
    /// How shells tell that an interrupt ended a command: 128 and the signal's number.
    static let interrupted = ExitCode(128 + SIGINT)
}
