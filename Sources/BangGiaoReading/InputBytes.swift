import Foundation

/// The bytes of an input, piece by piece.
struct InputBytes {
    private let place: String
    private let handle: FileHandle?
    /// What was read already: all of the input, or a look ahead.
    private var ready: [UInt8] = []
    /// The size where the file system tells it.
    let size: Int?

    /// Opens an input.
    init(_ input: Input) throws(ReadingError) {
        place = input.path
        switch input.source {
        case .bytes(let bytes):
            (handle, ready, size) = (nil, bytes, bytes.count)
        case .standardInput:
            (handle, size) = (.standardInput, nil)
        case .file:
            guard let status = FileStatus(input.path) else {
                throw ReadingError(.missingFile, place: place)
            }
            if status.isFolder { throw ReadingError(.isFolder, place: place) }
            guard let opened = FileHandle(forReadingAtPath: input.path) else {
                throw ReadingError(.unreadable, place: place)
            }
            handle = opened
            size = status.isFile ? status.size : nil
        }
    }

    /// Returns the first bytes without taking them, enough to guess a format by.
    mutating func peek() throws(ReadingError) -> [UInt8] {
        while ready.count < DocumentFormat.sniffedBytes {
            let piece = try read(1 << 16)
            if piece.isEmpty { break }
            ready += piece
        }
        return ready
    }

    /// Returns the next bytes, about as many as asked for; none at the end.
    mutating func next(_ count: Int) throws(ReadingError) -> [UInt8] {
        guard ready.isEmpty else {
            defer { ready = [] }
            return ready
        }
        return try read(count)
    }

    private func read(_ count: Int) throws(ReadingError) -> [UInt8] {
        guard let handle else { return [] }
        if size == nil {
            Self.wait(for: handle.fileDescriptor)
            if Task.isCancelled { return [] }
        }
        var result = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            repeat {
                result = Foundation.read(handle.fileDescriptor, buffer.baseAddress, count)
            } while result < 0 && errno == EINTR
            length = max(0, result)
        }
        if result < 0 { throw ReadingError(.unreadable, place: place) }
        return bytes
    }

    /// Waits until a pipe or a terminal has something to read, or the task is cancelled.
    private static func wait(for descriptor: Int32) {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while !Task.isCancelled, poll(&entry, 1, 100) == 0 {}
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
            // One byte more than there should be, to see the end.
            let rest = (size ?? 0) + 1 - bytes.count
            let piece = try next(size != nil && rest > 0 ? rest : 1 << 16)
            if piece.isEmpty { return bytes }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if bytes.count > limit {
                let detail = DocumentReader.sizes(bytes.count, limit: limit)
                throw ReadingError(.tooLarge, place: place, detail: detail)
            }
        }
    }
}

extension Input {
    /// Returns all bytes of the input at once, for what is no article: a table of names, say.
    ///
    /// - Throws: ``ReadingError`` where there is nothing at the path, or it can't be read.
    public func allBytes() throws(ReadingError) -> [UInt8] {
        var bytes = try InputBytes(self)
        var all: [UInt8] = []
        while true {
            let piece = try bytes.next(1 << 20)
            if piece.isEmpty { return all }
            all += piece
        }
    }
}
