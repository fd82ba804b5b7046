public import BangGiaoModel
import Foundation

/// Why a table of relations can't be read: the file, the line and what to do.
public struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public var file: String
    /// From 1; nil where the whole file is meant.
    public var line: Int?
    /// What is wrong, and what to do.
    public var message: String

    /// Makes an error.
    public init(file: String, line: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `edges.csv:12: there is no node "n7"; …`
    public var description: String { "\(file):\(line.map { "\($0):" } ?? "") \(message)" }
}

/// Reads tables of relations from two files of comma-separated values (RFC 4180).
///
/// The file of nodes has the columns `id`, `type` (person, agency or country), `name` and `country`
/// (a code of ISO 3166, or empty), the file of relations `source`, `target` (ids of nodes), `type`
/// (those of ``RelationType``) and `date` (ISO 8601, or empty), each under a header, in any order. A
/// cell holds no control character and is one line.
public struct RelationTableReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - nodes: The bytes of the file of nodes in UTF-8.
    ///   - nodesFile: How messages call it; its last part is kept.
    ///   - edges: The bytes of the file of relations.
    ///   - edgesFile: How messages call it; its last part is the table's id where none is given.
    ///   - id: By what the table is to be known: one line that isn't blank, without `#`, which parts
    ///     it from the ids of nodes.
    /// - Throws: ``TableError`` where the id isn't such, else at the first line that isn't what it
    ///   must be.
    /// - Complexity: O(bytes).
    public func read(
        nodes: [UInt8], nodesFile: String, edges: [UInt8], edgesFile: String, id: String? = nil
    ) throws(TableError) -> RelationTable {
        var places: [String: UInt32] = [:]
        var table = RelationTable(
            id: try Self.id(id ?? Self.name(of: edgesFile), edgesFile),
            nodesFile: Self.name(of: nodesFile))
        try Self.read(nodes, file: nodesFile, columns: ["id", "type", "name", "country"]) {
            (cells, line) throws(TableError) in
            let node = try Self.node(cells, file: nodesFile, line: line)
            if places.updateValue(UInt32(table.nodes.count), forKey: node.id) != nil {
                throw TableError(
                    file: nodesFile, line: line,
                    message: "the id \"\(node.id)\" stands here for the second time.")
            }
            table.nodes.append(node)
        }
        var dates: [String: UInt32] = ["": 0]
        try Self.read(edges, file: edgesFile, columns: ["source", "target", "type", "date"]) {
            (cells, line) throws(TableError) in
            func fault(_ message: String) -> TableError {
                TableError(file: edgesFile, line: line, message: message)
            }
            for id in [cells[0], cells[1]] where places[id] == nil {
                throw fault("there is no node \"\(id)\" in \(nodesFile).")
            }
            guard let type = RelationType(cells[2]) else {
                let names = RelationType.allCases.map(\.name).joined(separator: ", ")
                throw fault("there is no type \"\(cells[2])\"; choose of \(names).")
            }
            if dates[cells[3]] == nil {
                guard let date = PartialDate(cells[3]) else {
                    throw fault(
                        "\"\(cells[3])\" is no date; write 2021, 2021-10 or 2021-10-22, or nothing."
                    )
                }
                table.rows.dates.append(date)
                dates[cells[3]] = UInt32(table.rows.dates.count)
            }
            table.rows.sources.append(places[cells[0]] ?? 0)
            table.rows.targets.append(places[cells[1]] ?? 0)
            table.rows.types.append(type)
            table.rows.dateCodes.append(dates[cells[3]] ?? 0)
            table.rows.lines.append(UInt32(line))
        }
        return table
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private static func id(_ text: String, _ file: String) throws(TableError) -> DocumentID {
        if isBlank(text) {
            throw TableError(file: file, message: "the table's id is empty; give one by --id.")
        }
        guard !text.contains("#"), PlainText.control(in: text) == nil else {
            throw TableError(
                file: file,
                message: "the table's id \"\(PlainText.line(text))\" holds a # or a control "
                    + "character; give another by --id.")
        }
        return DocumentID(text)
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    private static func node(
        _ cells: [String], file: String, line: Int
    ) throws(TableError) -> RelationTable.Node {
        func fault(_ message: String) -> TableError {
            TableError(file: file, line: line, message: message)
        }
        guard let kind = Entity.Kind(rawValue: cells[1]) else {
            throw fault("there is no type \"\(cells[1])\"; choose of person, agency, country.")
        }
        if isBlank(cells[0]) { throw fault("the id is empty.") }
        if isBlank(cells[2]) { throw fault("the name is empty.") }
        let code = cells[3]
        guard code.isEmpty || code.utf8.count == 2 && code.utf8.allSatisfy({ (65...90) ~= $0 })
        else {
            throw fault("\"\(code)\" is no code of a country; write VN, LA, or nothing.")
        }
        return RelationTable.Node(
            id: cells[0].precomposedStringWithCanonicalMapping, kind: kind,
            name: cells[2].precomposedStringWithCanonicalMapping,
            country: code.isEmpty ? nil : CountryCode(code), line: line)
    }

    /// Calls a body with the cells of each record below the header, in the order of the columns.
    private static func read(
        _ bytes: [UInt8], file: String, columns: [String],
        body: ([String], Int) throws(TableError) -> Void
    ) throws(TableError) {
        var scanner = CSVScanner(bytes)
        var fields: [String] = []
        func next() throws(TableError) -> Bool {
            do throws(CSVScanner.Fault) {
                return try scanner.next(&fields)
            } catch {
                throw TableError(file: file, line: scanner.line, message: message(error))
            }
        }
        let wanted = columns.joined(separator: ",")
        guard try next() else {
            throw TableError(file: file, message: "the file is empty; its first line is \(wanted).")
        }
        let header = fields
        for name in header {
            if let control = PlainText.control(in: name) {
                throw TableError(
                    file: file, line: scanner.line, message: message(control, in: "the first line"))
            }
        }
        let order = columns.map { header.firstIndex(of: $0) }
        guard header.count == columns.count, !order.contains(nil) else {
            throw TableError(
                file: file, line: scanner.line,
                message: "the first line is \"\(header.joined(separator: ","))\" where it must be "
                    + "\(wanted).")
        }
        let places = order.compactMap(\.self)
        let isInOrder = places == Array(places.indices)
        var cells: [String] = []
        while try next() {
            guard fields.count == columns.count else {
                throw TableError(
                    file: file, line: scanner.line,
                    message:
                        "\(fields.count) cells where there must be \(columns.count): \(wanted).")
            }
            for (place, cell) in fields.enumerated() {
                if let control = PlainText.control(in: cell) {
                    throw TableError(
                        file: file, line: scanner.line,
                        message: message(control, in: "the \(header[place])"))
                }
            }
            if isInOrder {
                try body(fields, scanner.line)
            } else {
                cells = places.map { fields[$0] }
                try body(cells, scanner.line)
            }
        }
    }

    private static func message(_ control: Unicode.Scalar, in place: String) -> String {
        let digits = String(control.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(place) holds a control character (U+\(code)); take it out."
    }

    private static func message(_ fault: CSVScanner.Fault) -> String {
        switch fault {
        case .openQuote: "a quoted cell doesn't end; close it by a quote."
        case .textAfterQuote:
            "text stands between a closing quote and the next comma; write quotes within a cell twice."
        case .strayQuote: "a quote stands within a cell that isn't quoted; put the cell in quotes."
        case .encoding: "the line isn't UTF-8; save the file as UTF-8."
        }
    }
}
