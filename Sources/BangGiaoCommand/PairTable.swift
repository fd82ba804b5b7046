import BangGiao
import Foundation

/// Pairs of names to judge: lines of tab-separated values.
struct PairTable {
    /// A line with the profiles of its two names.
    struct Pair {
        var line: String
        var first: IdentityProfile
        var second: IdentityProfile
    }

    /// The columns, in this order.
    static let columns = ["a", "a_country", "a_role", "b", "b_country", "b_role"]

    /// The header, where the file has one.
    private(set) var header: String?
    /// The pairs in the order of the file.
    private(set) var pairs: [Pair] = []

    /// Reads all lines; blank ones are left out.
    ///
    /// - Throws: `PairError` at the first line that isn't six cells with two names and countries
    ///   that exist.
    init(_ bytes: [UInt8], file: String, reader: OfficeReader) throws(PairError) {
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw PairError(file: file, message: "the file isn't UTF-8; save it as UTF-8.")
        }
        // Spreadsheets put a mark before the first line, and end lines their own way.
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        let lines = text.replacingOccurrences(of: "\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            func fault(_ message: String) -> PairError {
                PairError(file: file, line: number + 1, message: message)
            }
            guard cells.count == Self.columns.count else {
                let names = Self.columns.joined(separator: ", ")
                throw fault(
                    "\(cells.count) cells where there must be 6: \(names); separate them by tabs.")
            }
            if header == nil, pairs.isEmpty, cells == Self.columns {
                header = String(line)
                continue
            }
            if cells[0].isEmpty || cells[3].isEmpty { throw fault("a name is empty.") }
            do throws(UnknownCountry) {
                pairs.append(
                    Pair(
                        line: String(line),
                        first: try reader.profile(cells[0], country: cells[1], role: cells[2]),
                        second: try reader.profile(cells[3], country: cells[4], role: cells[5])))
            } catch {
                throw fault(error.description)
            }
        }
    }
}

/// A file of pairs that is not what it must be.
struct PairError: Error, CustomStringConvertible {
    var file: String
    /// From 1; nil where the whole file is meant.
    var line: Int?
    var message: String

    var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(message)" }
}
