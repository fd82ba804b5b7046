import Foundation

/// A file, or bytes from elsewhere, that holds one or more articles.
public struct Input: Hashable, Sendable {
    enum Source: Hashable, Sendable {
        case file
        case bytes([UInt8])
        case standardInput
    }

    /// How messages call the input: its path as it was given.
    public let path: String
    /// The name without folder and ending, for the names of what is made of it.
    public let name: String
    /// What it is written in; nil where its ending doesn't tell, and its bytes must.
    public let format: DocumentFormat?
    let source: Source

    /// Makes an input of a file.
    ///
    /// - Parameter format: What it is written in; taken from its ending where not given.
    public init(file path: String, format: DocumentFormat? = nil) {
        let fileName = path.split(separator: "/").last.map(String.init) ?? path
        self.path = path
        self.format = format ?? DocumentFormat(fileName: fileName)
        name = Self.stem(of: fileName)
        source = .file
    }

    /// Makes an input of bytes, such as those of standard input.
    ///
    /// - Parameter format: What they are written in; guessed from their beginning where not given.
    public init(
        bytes: [UInt8], name: String = "stdin", path: String = "standard input",
        format: DocumentFormat? = nil
    ) {
        self.path = path
        self.name = name
        self.format = format
        source = .bytes(bytes)
    }

    /// The standard input of the process, read piece by piece; its format is guessed.
    public static let standardInput = Input(
        source: .standardInput, name: "stdin", path: "standard input")

    private init(source: Source, name: String, path: String) {
        self.path = path
        self.name = name
        format = nil
        self.source = source
    }

    /// Returns the inputs that a path names: the file itself, or the articles of a folder.
    ///
    /// A folder is looked through with all below it, in the order of the paths' bytes. Files with
    /// other endings than those of ``DocumentFormat``, and hidden ones, are passed over.
    /// - Throws: ``ReadingError`` where there is nothing at the path, where it can't be read, or
    ///   where the folder has no article.
    public static func list(_ path: String) throws(ReadingError) -> [Input] {
        guard let status = FileStatus(path) else {
            throw ReadingError(.missingFile, place: path)
        }
        guard status.isFolder else { return [Input(file: path)] }
        var found: [String] = []
        try collect(path.hasSuffix("/") ? String(path.dropLast()) : path, into: &found)
        if found.isEmpty { throw ReadingError(.noArticles, place: path) }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { Input(file: $0) }
    }

    private static func collect(
        _ folder: String, into found: inout [String]
    ) throws(ReadingError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw ReadingError(.unreadable, place: folder)
        }
        for name in names where !name.hasPrefix(".") {
            let path = folder + "/" + name
            // Links to folders are not followed: they may lead in a circle.
            guard let status = FileStatus(path, followingLinks: false) else { continue }
            if status.isFolder {
                try collect(path, into: &found)
            } else if DocumentFormat(fileName: name) != nil {
                let target = status.isLink ? FileStatus(path) : status
                if target?.isFolder == false { found.append(path) }
            }
        }
    }

    /// The name without its ending, where the ending is one that tells a format.
    private static func stem(of fileName: String) -> String {
        guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else {
            return fileName
        }
        return String(fileName[..<dot])
    }
}
