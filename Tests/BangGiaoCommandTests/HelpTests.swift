import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import BangGiaoCommand

@Suite("Help")
struct HelpTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    @Test("stays as it was agreed on", arguments: ["banggiao"] + names)
    func golden(name: String) throws {
        let command = Self.commands.first { $0.configuration.commandName == name }
        let help = BangGiaoCommand.helpMessage(
            for: command ?? BangGiaoCommand.self, columns: 80)
        let file = Self.folder.appendingPathComponent("help-\(name).txt")
        #expect(try Golden.compare(help + "\n", with: file) == .same)
    }

    @Test("teaches by example, and fits in 80 columns", arguments: names)
    func teaches(name: String) async {
        let run = await banggiao([name, "--help"])
        #expect(run.exitCode == 0)
        #expect(run.output.contains("Examples:\n  banggiao \(name) "))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    static var commands: [any ParsableCommand.Type] {
        BangGiaoCommand.configuration.subcommands
    }

    static var names: [String] { commands.compactMap { $0.configuration.commandName } }
}
