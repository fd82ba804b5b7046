public import Foundation

/// A table of the lexicon that is not what it must be.
public struct LexiconError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable {
        case missingFile
        case notUTF8
        case notNFC
        case columnCount
        case missingColumn
        case emptyCell
        case straySpace
        case duplicateKey
        case unknownValue
    }

    /// What is wrong.
    public var code: Code
    /// The name of the table's file.
    public var file: String
    /// The line, from 1; 0 where the whole file is meant.
    public var line: Int
    /// The cell or column meant.
    public var detail: String

    /// Makes an error.
    public init(_ code: Code, file: String, line: Int = 0, detail: String = "") {
        self.code = code
        self.file = file
        self.line = line
        self.detail = detail
    }

    /// One sentence: where, what, and what to do.
    public var description: String {
        let place = line > 0 ? "\(file):\(line)" : file
        return switch code {
        case .missingFile:
            "\(place): the lexicon table is missing; give the folder that holds it."
        case .notUTF8: "\(place): the lexicon table is not UTF-8; save it as UTF-8."
        case .notNFC: "\(place): \"\(detail)\" is not in Unicode NFC; normalise the file."
        case .columnCount: "\(place): \(detail); separate the columns by single tabs."
        case .missingColumn: "\(place): the column \"\(detail)\" is missing from the header."
        case .emptyCell: "\(place): the column \"\(detail)\" must not be empty."
        case .straySpace: "\(place): \"\(detail)\" begins or ends with a space; remove it."
        case .duplicateKey: "\(place): \"\(detail)\" stands twice; keep one of the two lines."
        case .unknownValue: "\(place): \"\(detail)\" is not a value this column knows."
        }
    }
}

/// A table of tab-separated values, read strictly: any doubt is an error with its line.
///
/// UTF-8 in NFC, `\n`, a header row, one entry a line. Lines that begin with `#` are comments; blank
/// lines are skipped. A cell may hold several values separated by `|`.
public struct LexiconTable: Sendable {
    /// One entry.
    public struct Row: Sendable {
        /// The line in the file, from 1.
        public let line: Int
        fileprivate let table: TableText
        /// The row's first cell among all cells.
        fileprivate let first: Int

        /// Returns the cell of a column; empty where the column isn't filled in this row.
        ///
        /// - Precondition: the column was named when the table was loaded.
        /// - Complexity: O(length of the cell).
        public subscript(column: String) -> String {
            guard let index = table.columns.firstIndex(of: column) else {
                preconditionFailure("\(table.file) was loaded without the column \(column).")
            }
            return String(decoding: table.bytes[table.cells[first + index]], as: UTF8.self)
        }

        /// Returns the values of a cell, split at `|`; none where it is empty.
        public func values(_ column: String) -> [String] {
            self[column].split(separator: "|").map(String.init)
        }

        /// Returns the error of a cell with a value that its column doesn't know.
        public func unknownValue(_ column: String) -> LexiconError {
            LexiconError(.unknownValue, file: table.file, line: line, detail: self[column])
        }
    }

    /// The name of the file.
    public let file: String
    /// The entries in the order of the file.
    public let rows: [Row]

    /// Loads a table from a file of a folder.
    ///
    /// - Parameters:
    ///   - name: The file's name without ".tsv".
    ///   - columns: The columns that must be there; others may be.
    ///   - required: Those of them that no row may leave empty.
    ///   - key: The columns that together must differ from row to row; none allows doubles.
    /// - Throws: ``LexiconError`` at the first fault.
    public init(
        _ name: String, in directory: URL, columns: [String], required: [String] = [],
        key: [String] = []
    ) throws(LexiconError) {
        let file = name + ".tsv"
        guard let data = try? Data(contentsOf: directory.appendingPathComponent(file)) else {
            throw LexiconError(.missingFile, file: file)
        }
        let bytes = [UInt8](data)
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw LexiconError(.notUTF8, file: file)
        }
        let text = try TableText(bytes, file: file)
        for column in columns + required + key where !text.columns.contains(column) {
            throw LexiconError(
                .missingColumn, file: file, line: text.headerLine, detail: column)
        }
        let required = required.compactMap(text.columns.firstIndex)
        let key = key.compactMap(text.columns.firstIndex)
        var seen: Set<[UInt8]> = []
        for (number, line) in text.lines.enumerated() {
            let first = (number + 1) * text.columns.count
            for column in required where text.cells[first + column].isEmpty {
                throw LexiconError(
                    .emptyCell, file: file, line: line, detail: text.columns[column])
            }
            guard !key.isEmpty else { continue }
            // No cell has a tab.
            let parts = key.map { bytes[text.cells[first + $0]] }
            if !seen.insert(Array(parts.joined(separator: [UInt8(ascii: "\t")]))).inserted {
                let detail = parts.map { String(decoding: $0, as: UTF8.self) }
                throw LexiconError(
                    .duplicateKey, file: file, line: line, detail: detail.joined(separator: " | "))
            }
        }
        self.file = file
        rows = text.lines.enumerated().map { number, line in
            Row(line: line, table: text, first: (number + 1) * text.columns.count)
        }
    }
}

extension LexiconTable {
    /// The folder of the tables that come with the library.
    ///
    /// - Throws: ``LexiconError`` where the folder isn't beside the program.
    public static func bundledDirectory() throws(LexiconError) -> URL {
        let target = "BangGiaoLexicon"
        if let tables = BundledFolder.url("Lexicon", of: target) { return tables }
        throw LexiconError(.missingFile, file: "\(target)/Lexicon")
    }

    /// Returns a hash of all tables of a folder: other tables, another hash.
    ///
    /// - Complexity: O(size of the tables).
    public static func hash(of directory: URL) -> String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        // FNV-1a of names and bytes.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for name in names.filter({ $0.hasSuffix(".tsv") }).sorted() {
            let bytes = (try? Data(contentsOf: directory.appendingPathComponent(name))) ?? Data()
            for byte in Array(name.utf8) + [0] + Array(bytes) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        return String(hash, radix: 16)
    }
}
