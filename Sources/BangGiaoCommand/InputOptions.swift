import ArgumentParser
import BangGiao
import Foundation

/// What all commands that read articles take.
struct InputOptions: ParsableArguments, Sendable {
    @Argument(
        help: ArgumentHelp(
            "Articles (.txt, .md, .html, .htm, .jsonl), folders of them, or - for standard input.",
            valueName: "input"))
    var inputs: [String]

    /// Returns the files that the arguments name, each once, and tells of those that don't exist.
    func list(on console: Console, failures: inout FailureCount) -> [Input] {
        var inputs: [Input] = []
        var seen: Set<String> = []
        for path in self.inputs {
            if path == "-" {
                if seen.insert(path).inserted {
                    inputs.append(console.input)
                }
                continue
            }
            do throws(ReadingError) {
                let found = try Input.list(path)
                // The files of one folder are different files.
                if self.inputs.count == 1 { return found }
                for input in found {
                    let place = URL(fileURLWithPath: input.path).standardizedFileURL.path
                    if seen.insert(place).inserted { inputs.append(input) }
                }
            } catch {
                failures.tell(error, on: console)
            }
        }
        return inputs
    }
}

/// How the work is done.
struct WorkOptions: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp("Documents to work on at one time; else one a core.", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "A folder of word tables in place of those that come with the program.",
            valueName: "dir"))
    var lexicon: String?

    @Option(
        help: ArgumentHelp(
            "Leaves out facts that are less likely right, from 0 to 1.", valueName: "p"))
    var minimumConfidence = 0.0

    func validate() throws {
        guard (0...1).contains(minimumConfidence) else {
            throw ValidationError("--minimum-confidence needs a number from 0 to 1.")
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number from 1 up.") }
    }

    private var directory: URL? { lexicon.map { URL(fileURLWithPath: $0, isDirectory: true) } }

    /// Returns the judge of names that the options ask for.
    func judge() throws -> CellJudge {
        let directory = if let directory { directory } else { try LexiconTable.bundledDirectory() }
        return CellJudge(try IdentityJudge(directory: directory))
    }

    /// Returns the pipeline that the options ask for.
    func pipeline(isExplaining: Bool = false) throws -> Pipeline {
        return try Pipeline(
            lexicon: directory, jobs: jobs,
            options: .init(minimumConfidence: minimumConfidence, isExplaining: isExplaining))
    }
}

/// How many inputs failed; each is told of once, and the command goes on.
struct FailureCount {
    private(set) var count = 0

    /// Tells of an input that failed.
    mutating func tell(_ error: any Error, on console: Console) {
        count += 1
        console.clearProgress()
        console.complain("error: \(error)")
    }

    /// Ends the command with exit code 1 where an input failed.
    func check() throws {
        if count > 0 { throw ExitCode.failure }
    }
}

extension Console {
    /// Tells of what was odd in a document but could be used.
    func warn(of result: Pipeline.Result) { warn(of: result.input, result.diagnostics) }

    /// Tells of what was odd in a document of an input.
    func warn(of input: Input, _ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            clearProgress()
            complain("\(diagnostic.severity.rawValue): \(input.path): \(diagnostic.message)")
        }
    }
}
