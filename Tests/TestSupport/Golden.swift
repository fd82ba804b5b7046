public import Foundation

/// Results kept as files: a test compares what it got with what stands there.
///
/// `RECORD_GOLDEN=1 swift test` writes the files anew, and fails every comparison it recorded, so that
/// recording can't be mistaken for passing. Look at the difference before you commit it.
public enum Golden {
    /// How a result stands to its file.
    public enum Comparison: Equatable, Sendable {
        /// They are the same, byte for byte.
        case same
        /// They differ, first in this line.
        case differs(line: Int, got: String, expected: String)
        /// There is no such file.
        case missing(String)
        /// The file was written anew.
        case recorded(String)
    }

    /// Compares a text with a file, or records it.
    public static func compare(_ text: String, with file: URL) throws -> Comparison {
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return .recorded(file.lastPathComponent)
        }
        guard let data = FileManager.default.contents(atPath: file.path) else {
            return .missing(file.path)
        }
        if data.elementsEqual(text.utf8) { return .same }
        let got = text.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        var line = 0
        while line < got.count, line < expected.count,
            got[line].utf8.elementsEqual(expected[line].utf8)
        {
            line += 1
        }
        return .differs(
            line: line + 1, got: line < got.count ? String(got[line]) : "(end)",
            expected: line < expected.count ? String(expected[line]) : "(end)")
    }
}
