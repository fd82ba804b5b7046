import Foundation

/// The bytes of an input, piece by piece.
struct InputBytes {
    private let place: String
    private let handle: FileHandle?
    private var whole: [UInt8]?
    /// The size where the file system tells it.
    let size: Int?

    /// Opens an input.
    init(_ input: Input) throws(ReadingError) {
        place = input.path
        if case .bytes(let bytes) = input.source {
            (handle, whole, size) = (nil, bytes, bytes.count)
            return
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: input.path, isDirectory: &isFolder) else {
            throw ReadingError(.missingFile, place: place)
        }
        guard !isFolder.boolValue, let opened = FileHandle(forReadingAtPath: input.path) else {
            let detail = isFolder.boolValue ? "it is a folder" : ""
            throw ReadingError(.unreadable, place: place, detail: detail)
        }
        handle = opened
        let attributes = try? FileManager.default.attributesOfItem(atPath: input.path)
        let isFile = attributes?[.type] as? FileAttributeType == .typeRegular
        size = isFile ? (attributes?[.size] as? NSNumber)?.intValue : nil
    }

    /// Returns the next bytes, at most a number of them; none at the end.
    mutating func next(_ count: Int) throws(ReadingError) -> [UInt8] {
        guard let handle else {
            defer { whole = [] }
            return whole ?? []
        }
        do {
            return try handle.read(upToCount: count).map { [UInt8]($0) } ?? []
        } catch {
            throw ReadingError(.unreadable, place: place)
        }
    }

    /// Returns all bytes.
    ///
    /// - Throws: ``ReadingError`` where there are more than the limit; then few of them were read.
    mutating func all(limit: Int) throws(ReadingError) -> [UInt8] {
        if let size, size > limit {
            let detail = DocumentReader.sizes(size, limit: limit)
            throw ReadingError(.tooLarge, place: place, detail: detail)
        }
        var bytes: [UInt8] = []
        while true {
            let piece = try next(max(1 << 16, (size ?? 0) + 1 - bytes.count))
            if piece.isEmpty { return bytes }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if bytes.count > limit {
                let detail = DocumentReader.sizes(bytes.count, limit: limit)
                throw ReadingError(.tooLarge, place: place, detail: detail)
            }
        }
    }
}
