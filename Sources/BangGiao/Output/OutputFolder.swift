public import BangGiaoModel
public import BangGiaoReading
import Foundation

/// A file that can't be written: what is wrong, where, and what to do about it.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable {
        /// The folder can't be made or the file not written.
        case notWritable
        /// The name is that of a file that another document, or the whole graph, is written to.
        case nameTaken
        /// The file is one of the inputs.
        case isInput
        /// A folder has the name of the file.
        case isFolder
    }

    /// What is wrong.
    public var code: Code
    /// The file or folder.
    public var place: String
    /// What exactly was found.
    public var detail: String

    /// Makes an error.
    public init(_ code: Code, place: String, detail: String = "") {
        self.code = code
        self.place = place
        self.detail = detail
    }

    /// Makes the error of a file or stream that refused to be written.
    public init(_ error: any Error, place: String) {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = underlying?.domain == NSPOSIXErrorDomain ? underlying?.code : nil
        let reason = code.map { String(cString: strerror(Int32($0))) }
        self.init(.notWritable, place: place, detail: reason ?? error.localizedDescription)
    }

    /// One sentence: where, what, and what to do.
    public var description: String {
        switch code {
        case .notWritable:
            "\(place): can't be written (\(detail)); check the folder and the space on the disk."
        case .nameTaken:
            "\(place): the name of its output is taken by \(detail); rename one of the two."
        case .isInput:
            "\(place): would be overwritten, but is an input; give another folder for the output."
        case .isFolder:
            "\(place): is a folder; give the name of a file."
        }
    }
}

/// A folder that files are written to, each as a whole or not at all, and no name twice.
public struct OutputFolder: Sendable {
    /// The path of the folder, as it was given.
    public let path: String
    private var owners: [String: String]
    private let inputs: Set<String>

    /// Makes the folder, with those above it, where it isn't there yet.
    ///
    /// - Parameters:
    ///   - path: The path of the folder.
    ///   - reserved: Names without ending that no document may take, with what takes them.
    ///   - inputs: What is read, and so must never be written.
    /// - Throws: ``OutputError`` where it can't be made.
    public init(
        _ path: String, reserved: [String: String] = [:], inputs: [Input] = []
    ) throws(OutputError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw OutputError(error, place: path)
        }
        self.path = path
        owners = reserved
        self.inputs = Set(inputs.map { Self.standardized($0.path) })
    }

    /// Returns the name of the file, or without ending of the files, of a document, and keeps it
    /// from others.
    ///
    /// The name is the document's id; a slash and what else no file name has become `_`.
    /// - Parameter ending: What follows the id in the name.
    /// - Throws: ``OutputError`` where another document of this folder has the name.
    public mutating func claim(
        _ document: DocumentID, ending: String = "", from input: Input
    ) throws(OutputError) -> String {
        let name = Self.fileName(document) + ending
        if let owner = owners[name] {
            throw OutputError(.nameTaken, place: input.path, detail: owner)
        }
        owners[name] = input.path
        return name
    }

    /// Checks that nothing in the place of a file forbids to write it.
    ///
    /// - Throws: ``OutputError`` where an input or a folder is there.
    public func check(_ fileName: String) throws(OutputError) {
        let place = place(of: fileName)
        if inputs.contains(Self.standardized(place)) { throw OutputError(.isInput, place: place) }
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder),
            isFolder.boolValue
        {
            throw OutputError(.isFolder, place: place)
        }
    }

    /// Writes a file of the folder: beside its place first, then moved there as a whole.
    ///
    /// - Throws: ``OutputError`` where it can't be written, or is an input or a folder; an older file
    ///   then stays as it was.
    public func write(_ bytes: some Sequence<UInt8>, to fileName: String) throws(OutputError) {
        try check(fileName)
        let place = place(of: fileName)
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: place), options: .atomic)
        } catch {
            throw OutputError(error, place: place)
        }
    }

    /// Opens a file of the folder to be written piece by piece; it appears when it is finished.
    ///
    /// - Throws: ``OutputError`` where it can't be written, or is an input or a folder.
    public func open(_ fileName: String) throws(OutputError) -> OutputFile {
        try check(fileName)
        return try OutputFile(place(of: fileName))
    }

    /// Whether a file of the folder is there and newer than the input it was made of.
    ///
    /// What is there is whole: files appear only when all of them is written.
    public func isUpToDate(_ fileName: String, with input: Input) -> Bool {
        func day(_ path: String) -> Date? {
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return attributes?[.modificationDate] as? Date
        }
        guard let made = day(place(of: fileName)), let read = day(input.path) else {
            return false
        }
        return made > read
    }

    /// Removes a file of the folder where there is one; never an input.
    func remove(_ fileName: String) {
        let place = place(of: fileName)
        if inputs.contains(Self.standardized(place)) { return }
        try? FileManager.default.removeItem(atPath: place)
    }

    static func fileName(_ document: DocumentID) -> String {
        var name = ""
        for scalar in document.rawValue.unicodeScalars {
            let isBad =
                scalar == "/" || scalar == "\\" || scalar.value < 0x20 || scalar == "\u{7F}"
                || (name.isEmpty && scalar == ".")
            name.unicodeScalars.append(isBad ? "_" : scalar)
        }
        // File systems take 255 bytes; the ending needs some.
        while name.utf8.count > 240 { name.removeLast() }
        return name.isEmpty ? "_" : name
    }

    /// The path of a file of the folder, without a folder where that is the current one.
    private func place(of fileName: String) -> String {
        if path == "." || path == "./" { return fileName }
        return path.hasSuffix("/") ? path + fileName : "\(path)/\(fileName)"
    }

    private static func standardized(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
