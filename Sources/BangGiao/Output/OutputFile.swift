import Foundation

/// A file that is written piece by piece beside its place, and moved there when it is finished.
///
/// One that is let go unfinished leaves nothing behind, and an older file as it was.
public final class OutputFile {
    private let place: String
    private let draft: String
    private let handle: FileHandle
    private var isFinished = false

    init(_ place: String) throws(OutputError) {
        let url = URL(fileURLWithPath: place)
        let draft = url.deletingLastPathComponent()
            .appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString)").path
        guard FileManager.default.createFile(atPath: draft, contents: nil),
            let handle = FileHandle(forWritingAtPath: draft)
        else {
            let detail = String(cString: strerror(errno))
            throw OutputError(.notWritable, place: place, detail: detail)
        }
        self.place = place
        self.draft = draft
        self.handle = handle
    }

    deinit {
        if !isFinished { unlink(draft) }
    }

    /// Writes the next bytes.
    ///
    /// - Throws: ``OutputError`` where the disk takes no more.
    public func write(_ bytes: [UInt8]) throws(OutputError) {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            throw OutputError(error, place: place)
        }
    }

    /// Puts the file in its place.
    ///
    /// - Throws: ``OutputError`` where that isn't allowed.
    public func finish() throws(OutputError) {
        guard rename(draft, place) == 0 else {
            let detail = String(cString: strerror(errno))
            throw OutputError(.notWritable, place: place, detail: detail)
        }
        isFinished = true
    }
}
