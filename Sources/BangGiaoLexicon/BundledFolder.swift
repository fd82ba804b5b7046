package import Foundation

/// The folders of files that come with the library's targets.
package enum BundledFolder {
    /// Returns a folder of a target's resources; nil where it isn't beside the program.
    ///
    /// - Parameters:
    ///   - name: The folder's name.
    ///   - target: The target that copies it.
    package static func url(_ name: String, of target: String) -> URL? {
        // Not Bundle.module: it traps where the folder is missing, and a library must not.
        let bundle = "BangGiao_\(target).resources"
        let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
        let candidates = [
            Bundle.main.bundleURL, Bundle.main.resourceURL,
            executable.resolvingSymlinksInPath().deletingLastPathComponent(),
        ]
        return candidates.compactMap { $0?.appendingPathComponent(bundle) }
            .map { $0.appendingPathComponent(name) }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }
}
