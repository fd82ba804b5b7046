import Foundation
import TestSupport

/// What `banggiao build` makes of the seeds: made once, for all tests that only read it.
enum SeedBuild {
    /// The seeds' files, in their order.
    static let seeds = (0..<5).map {
        Repository.seeds.appendingPathComponent("seed-00\($0).txt").path
    }

    /// The folder that was built, and how the command went.
    static func made() async -> (folder: Folder, run: CommandRun) {
        await task.value
    }

    private static let task = Task {
        let url = Repository.root.appendingPathComponent(".build/banggiao-tests/seeds")
        try? FileManager.default.removeItem(at: url)
        let run = await banggiao(["build", Repository.seeds.path, "--output", url.path])
        return (folder: Folder(path: url.path), run: run)
    }
}

extension Folder {
    /// The bytes of every file in it but the store, by name.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try names() where !name.contains(".sqlite") {
            contents[name] = try Data(contentsOf: URL(fileURLWithPath: self(name)))
        }
        return contents
    }
}
