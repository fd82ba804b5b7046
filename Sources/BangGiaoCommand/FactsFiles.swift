import BangGiao

/// The files of `extract --output`: one an input, each as a whole or not at all.
struct FactsFiles {
    private var folder: OutputFolder
    private let format: ExtractCommand.Format
    private let resumes: Bool
    /// By the path of each input its file, where the format was known from its name.
    private var names: [String: String] = [:]
    /// The file of JSON Lines under way.
    private var lines: (path: String, file: OutputFile?, isEmpty: Bool)?

    /// Makes files in a folder.
    ///
    /// - Parameter resumes: Whether what is up to date there stays.
    init(_ folder: OutputFolder, format: ExtractCommand.Format, resumes: Bool) {
        self.folder = folder
        self.format = format
        self.resumes = resumes
    }

    /// Whether an input is still to be done; keeps the name of its file from others.
    ///
    /// - Throws: `OutputError` where another input has the name.
    mutating func admits(_ input: Input) throws(OutputError) -> Bool {
        guard let known = input.format else { return true }
        let name = try claim(input, isLines: known == .jsonLines)
        names[input.path] = name
        return !(resumes && folder.isUpToDate(name, with: input))
    }

    /// Writes what a document of an input gave; inputs come one after the other.
    ///
    /// - Throws: `ReadingError` where it gave nothing, `OutputError` where it can't be written.
    mutating func write(_ result: Pipeline.Result) throws {
        if let open = lines, open.path != result.input.path { try finish() }
        guard result.isLine else {
            let article = try result.outcome.get()
            let name = try names[result.input.path] ?? claim(result.input, isLines: false)
            return try folder.write(
                format.bytes(of: article, isLine: false, isFirst: true), to: name)
        }
        if lines == nil {
            // Where the file can't be had, that is told once, at the first line.
            lines = (result.input.path, nil, true)
            let name = try names[result.input.path] ?? claim(result.input, isLines: true)
            lines?.file = try folder.open(name)
        }
        guard let open = lines, let file = open.file else { return }
        let article = try result.outcome.get()
        try file.write(format.bytes(of: article, isLine: true, isFirst: open.isEmpty))
        lines?.isEmpty = false
    }

    /// Puts the last file in its place.
    ///
    /// - Throws: `OutputError` where that isn't allowed.
    mutating func finish() throws(OutputError) {
        defer { lines = nil }
        if let open = lines, !open.isEmpty { try open.file?.finish() }
    }

    private mutating func claim(_ input: Input, isLines: Bool) throws(OutputError) -> String {
        try folder.claim(
            DocumentID(input.name), ending: format.fileEnding(ofLines: isLines), from: input)
    }
}
