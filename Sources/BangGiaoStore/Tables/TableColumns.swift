import BangGiaoModel
import Foundation

/// The columns of a table of relations as bytes: read at one go, without a row being looked at.
///
/// A head of six numbers of 64 bits (a mark with the version; nodes; rows; bytes of the list of
/// states; bytes of the list of dates; 0), then the arrays one after another, each filled up to a
/// multiple of 8 bytes: kinds (1 byte a node), states (2), sources (4 a row), targets (4), types
/// (1), dates (4), lines (4), then both lists, a line an element. Numbers are little-endian.
struct TableColumns: Hashable {
    private static let mark: UInt64 = 0x4247_5442_0000_0001

    var rows: RelationTable.Rows
    var kinds: [Entity.Kind]
    var countryCodes: [UInt16]
    var countries: [CountryCode]

    init(_ table: RelationTable) {
        var places: [CountryCode: UInt16] = [:]
        var countries: [CountryCode] = []
        countryCodes = table.nodes.map { node in
            guard let country = node.country else { return 0 }
            if let place = places[country] { return place }
            countries.append(country)
            places[country] = UInt16(countries.count)
            return UInt16(countries.count)
        }
        self.countries = countries
        kinds = table.nodes.map(\.kind)
        rows = table.rows
    }

    /// The columns as bytes.
    var bytes: Data {
        let states = Data(countries.map(\.rawValue).joined(separator: "\n").utf8)
        let dates = Data(rows.dates.map(\.description).joined(separator: "\n").utf8)
        var data = Data()
        for number in [
            Self.mark, UInt64(kinds.count), UInt64(rows.count), UInt64(states.count),
            UInt64(dates.count), 0,
        ] {
            withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
        }
        data.append(column: kinds.map(\.number))
        data.append(column: countryCodes.map(\.littleEndian))
        data.append(column: rows.sources.map(\.littleEndian))
        data.append(column: rows.targets.map(\.littleEndian))
        data.append(column: rows.types.map(\.number))
        data.append(column: rows.dateCodes.map(\.littleEndian))
        data.append(column: rows.lines.map(\.littleEndian))
        data.append(column: [UInt8](states))
        data.append(column: [UInt8](dates))
        return data
    }

    /// Reads columns; nil where the bytes aren't what ``bytes`` makes.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var scanner = ColumnScanner(bytes)
        guard let head: [UInt64] = scanner.column(6), head[0] == Self.mark,
            head.dropFirst().allSatisfy({ $0 < UInt64(UInt32.max) }),
            let kinds: [UInt8] = scanner.column(Int(head[1])),
            let codes: [UInt16] = scanner.column(Int(head[1])),
            let sources: [UInt32] = scanner.column(Int(head[2])),
            let targets: [UInt32] = scanner.column(Int(head[2])),
            let types: [UInt8] = scanner.column(Int(head[2])),
            let dateCodes: [UInt32] = scanner.column(Int(head[2])),
            let lines: [UInt32] = scanner.column(Int(head[2])),
            let states: [UInt8] = scanner.column(Int(head[3])),
            let dates: [UInt8] = scanner.column(Int(head[4])), scanner.isAtEnd
        else { return nil }
        let allKinds = Entity.Kind.allCases.sorted { $0.number < $1.number }
        let allTypes = RelationType.allCases
        let countries = Self.lines(states).map { CountryCode($0) }
        var rows = RelationTable.Rows()
        rows.dates = Self.lines(dates).compactMap { PartialDate($0) }
        guard kinds.allSatisfy({ $0 < allKinds.count }), types.allSatisfy({ $0 < allTypes.count }),
            codes.allSatisfy({ $0 <= countries.count }),
            dateCodes.allSatisfy({ [count = rows.dates.count] in $0 <= count }),
            sources.allSatisfy({ $0 < head[1] }), targets.allSatisfy({ $0 < head[1] })
        else { return nil }
        self.kinds = kinds.map { allKinds[Int($0)] }
        self.countries = countries
        countryCodes = codes
        rows.sources = sources
        rows.targets = targets
        rows.types = types.map { allTypes[Int($0)] }
        rows.dateCodes = dateCodes
        rows.lines = lines
        self.rows = rows
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.isEmpty
            ? []
            : bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Entity.Kind {
    /// The number by which columns keep the kind.
    fileprivate var number: UInt8 {
        switch self {
        case .person: 0
        case .agency: 1
        case .country: 2
        }
    }
}

extension Data {
    /// Adds the bytes of an array, filled up to a multiple of 8.
    fileprivate mutating func append(column: [some FixedWidthInteger]) {
        column.withUnsafeBytes { append(contentsOf: $0) }
        append(contentsOf: repeatElement(0, count: (8 - count % 8) % 8))
    }
}

/// Reads one array after another from bytes.
private struct ColumnScanner {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func column<Number: FixedWidthInteger>(_ count: Int) -> [Number]? {
        let size = count * MemoryLayout<Number>.size
        guard place + size <= bytes.count else { return nil }
        let part = UnsafeRawBufferPointer(rebasing: bytes[place..<place + size])
        let numbers = [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: part)
            initialized = count
        }
        place += size + (8 - size % 8) % 8
        return Number(littleEndian: 1) == 1 ? numbers : numbers.map { Number(littleEndian: $0) }
    }
}
