import Foundation

/// The text of a table cut into cells in one pass over its bytes; shared by all its rows.
final class TableText: Sendable {
    let file: String
    let bytes: [UInt8]
    /// The names in the header row.
    let columns: [String]
    /// The line of the header row, from 1; 1 where there is none.
    let headerLine: Int
    /// The line of each entry.
    let lines: [Int]
    /// The bytes of the cells, row by row, the header's first; all rows have as many as the header.
    let cells: [Range<Int>]

    /// Cuts a text of UTF-8.
    ///
    /// - Throws: ``LexiconError`` for a cell with a stray space or not in NFC, and for a row that is
    ///   longer or shorter than the header.
    init(_ bytes: [UInt8], file: String) throws(LexiconError) {
        var columns: [String] = []
        var headerLine = 0
        var lines: [Int] = []
        var cells: [Range<Int>] = []
        var number = 0
        var start = 0
        while start < bytes.count {
            number += 1
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            defer { start = end + 1 }
            if start == end || bytes[start] == UInt8(ascii: "#") { continue }
            let first = cells.count
            var cell = start
            for index in start...end
            where index == end || bytes[index] == UInt8(ascii: "\t") {
                if let code = Self.fault(in: bytes[cell..<index]) {
                    let detail = String(decoding: bytes[cell..<index], as: UTF8.self)
                    throw LexiconError(code, file: file, line: number, detail: detail)
                }
                cells.append(cell..<index)
                cell = index + 1
            }
            if headerLine == 0 {
                headerLine = number
                columns = cells.map { String(decoding: bytes[$0], as: UTF8.self) }
            } else if cells.count - first == columns.count {
                lines.append(number)
            } else {
                let counts =
                    "\(cells.count - first) cells where the header has \(columns.count)"
                throw LexiconError(.columnCount, file: file, line: number, detail: counts)
            }
        }
        self.file = file
        self.bytes = bytes
        self.columns = columns
        self.headerLine = max(1, headerLine)
        self.lines = lines
        self.cells = cells
    }

    private static func fault(in cell: ArraySlice<UInt8>) -> LexiconError.Code? {
        guard let first = cell.first, let last = cell.last else { return nil }
        let space = UInt8(ascii: " ")
        if first == space || last == space || last == UInt8(ascii: "\r") { return .straySpace }
        return isNFC(cell) ? nil : .notNFC
    }

    private static func isNFC(_ cell: ArraySlice<UInt8>) -> Bool {
        if isSurelyNFC(cell) { return true }
        let text = String(decoding: cell, as: UTF8.self)
        return text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(cell)
    }

    /// Whether all is ASCII, U+0080 to U+02FF or U+1E00 to U+1EFF, where every scalar is composed.
    private static func isSurelyNFC(_ cell: ArraySlice<UInt8>) -> Bool {
        for index in cell.indices {
            switch cell[index] {
            // The last byte of all begins no scalar, so one follows.
            case 0xE1: if cell[index + 1] & 0xFC != 0xB8 { return false }
            case ..<0xCC: continue
            default: return false
            }
        }
        return true
    }
}
