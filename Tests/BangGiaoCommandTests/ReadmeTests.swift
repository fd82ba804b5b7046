import Foundation
import TestSupport
import Testing

/// The commands that README shows, run by the built program in an empty folder beside the seeds.
@Suite("README")
struct ReadmeTests {
    private let readme: String

    init() throws {
        readme = try String(
            contentsOf: Repository.root.appendingPathComponent("README.md"), encoding: .utf8)
    }

    /// The contents of the fenced blocks of a language.
    private func blocks(_ language: String) -> [String] {
        readme.components(separatedBy: "\n```\(language)\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
    }

    /// The template of the report that it shows.
    private var template: String {
        readme.components(separatedBy: "\n````markdown\n").dropFirst().first?
            .components(separatedBy: "\n````")[0] ?? ""
    }

    @Test("every banggiao command in it works")
    func commands() async throws {
        let commands = blocks("sh").flatMap { $0.split(separator: "\n") }
            .map { $0.replacing("swift run banggiao", with: "banggiao") }
            .filter { $0.split(separator: " ").contains("banggiao") }
        #expect(commands.count > 8)
        try await withFolder { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder("seeds"), withDestinationPath: Repository.seeds.path)
            _ = try folder.write(template.utf8, to: "report.md")
            for command in commands {
                let run = try spawn("set -euo pipefail; \(command)", in: folder.path)
                #expect(run.exitCode == 0, "\(command)\n\(run.trouble)")
                #expect(run.trouble.isEmpty, "\(command)")
            }
            let made = try folder.names()
            for name in [
                "Graphs", "diagrams", "facts", "hang.svg", "campuchia.pdf", "graph.png",
                "seed-003.html", "december.html", "december.md", "december_files",
            ] {
                #expect(made.contains(name))
            }
        }
    }

    @Test("its Swift is the code of a test, so it compiles and runs")
    func library() throws {
        let tests = try String(
            contentsOf: Repository.root.appendingPathComponent(
                "Tests/BangGiaoTests/LibraryExampleTests.swift"), encoding: .utf8)
        func words(_ text: some StringProtocol) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let example = blocks("swift").joined(separator: "\n").replacing(
            "import BangGiao\n\nlet seeds = \"seeds\"\n", with: "")
        #expect(words(tests).contains(words(example)))
    }

    @Test("the files it names are there")
    func files() {
        let links = readme.matches(of: /\]\(([^)#:]+)\)/).map { String($0.output.1) }
        #expect(links.count > 4)
        for link in links {
            let path = Repository.root.appendingPathComponent(link).path
            #expect(FileManager.default.fileExists(atPath: path), "\(link)")
        }
    }

    /// Runs a line of shell with the built program on the path.
    private func spawn(_ line: String, in folder: String) throws -> CommandRun {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(products):\(environment["PATH"] ?? "")"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let trouble = Pipe()
        process.standardError = trouble
        try process.run()
        let told = try trouble.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return CommandRun(
            output: "", trouble: String(decoding: told, as: UTF8.self),
            exitCode: process.terminationStatus)
    }
}
