import ArgumentParser
import BangGiao
import Foundation
import Synchronization

@testable import BangGiaoCommand

/// What a command line printed, and how it ended.
struct CommandRun: Sendable {
    var output: String
    var trouble: String
    var exitCode: Int32

    /// The lines of trouble.
    var complaints: [String] { trouble.split(separator: "\n").map(String.init) }
}

/// Runs a command line within this process, on streams that remember.
func banggiao(
    _ arguments: [String], input: String = "", isTerminal: Bool = false
) async -> CommandRun {
    let streams = Mutex((output: [UInt8](), trouble: [UInt8]()))
    let console = Console(
        write: { bytes in streams.withLock { $0.output += bytes } },
        writeTrouble: { bytes in streams.withLock { $0.trouble += bytes } },
        input: Input(bytes: Array(input.utf8)), isOutputTerminal: false,
        isTroubleTerminal: isTerminal)
    var exitCode: Int32 = 0
    do {
        var command = try BangGiaoCommand.parseAsRoot(arguments)
        if let command = command as? any ConsoleCommand {
            try await command.runTold(on: console)
        } else {
            // Help, which ends by an error of exit code 0.
            try command.run()
        }
    } catch {
        exitCode = BangGiaoCommand.exitCode(for: error).rawValue
        let message = BangGiaoCommand.fullMessage(for: error, columns: 80)
        if exitCode == 0 {
            try? console.write(Array(message.utf8))
        } else if !(error is ExitCode) {
            console.complain(message)
        }
    }
    return streams.withLock {
        CommandRun(
            output: String(decoding: $0.output, as: UTF8.self),
            trouble: String(decoding: $0.trouble, as: UTF8.self), exitCode: exitCode)
    }
}

/// Runs a body with a new empty folder, and removes the folder afterwards.
func withFolder<Result>(_ body: (Folder) async throws -> Result) async throws -> Result {
    let url = FileManager.default.temporaryDirectory
        .appendingPathComponent("banggiao-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try await body(Folder(path: url.path))
}

/// A folder of a test.
struct Folder {
    let path: String

    /// Returns the path of a file in the folder.
    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and returns its path.
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let url = URL(fileURLWithPath: self(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// Returns the text of a file.
    func read(_ name: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: self(name)), encoding: .utf8)
    }

    /// The names of all files in the folder, sorted.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}
