/// Takes a text of comma-separated values apart, record by record, as RFC 4180 has it.
///
/// Lines may end by CR LF or LF, the last by nothing. A field may be quoted, and then hold commas,
/// line breaks and, written twice, quotes. A mark of byte order at the beginning is passed over, as
/// spreadsheets put one; so are lines without a character.
struct CSVScanner {
    /// What is wrong with a record.
    enum Fault: Error {
        /// A quoted field that doesn't end.
        case openQuote
        /// Something between the closing quote of a field and the next comma.
        case textAfterQuote
        /// A quote within a field that isn't quoted.
        case strayQuote
        /// Bytes that aren't UTF-8.
        case encoding
    }

    private let bytes: [UInt8]
    private var place: Int
    /// The line on which the record that was read last begins, from 1.
    private(set) var line = 0
    private var nextLine = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Reads the next record into fields, whose memory is used again; false after the last.
    mutating func next(_ fields: inout [String]) throws(Fault) -> Bool {
        while place < bytes.count, let end = lineEnd(at: place) {
            place = end
            nextLine += 1
        }
        guard place < bytes.count else { return false }
        line = nextLine
        fields.removeAll(keepingCapacity: true)
        while true {
            fields.append(try field())
            guard place < bytes.count else { return true }
            if bytes[place] == UInt8(ascii: ",") {
                place += 1
                continue
            }
            if let end = lineEnd(at: place) { place = end }
            nextLine += 1
            return true
        }
    }

    /// Where the line goes on behind the line break at a place; nil where none is there.
    private func lineEnd(at place: Int) -> Int? {
        if bytes[place] == UInt8(ascii: "\n") { return place + 1 }
        guard bytes[place] == UInt8(ascii: "\r"), place + 1 < bytes.count,
            bytes[place + 1] == UInt8(ascii: "\n")
        else { return nil }
        return place + 2
    }

    private mutating func field() throws(Fault) -> String {
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") { return try quoted() }
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: ","), lineEnd(at: place) == nil {
            if bytes[place] == UInt8(ascii: "\"") { throw .strayQuote }
            place += 1
        }
        return try text(bytes[start..<place])
    }

    private mutating func quoted() throws(Fault) -> String {
        place += 1
        var content: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte != UInt8(ascii: "\"") {
                if byte == UInt8(ascii: "\n") { nextLine += 1 }
                content.append(byte)
            } else if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
                content.append(byte)
                place += 1
            } else {
                guard
                    place >= bytes.count || bytes[place] == UInt8(ascii: ",")
                        || lineEnd(at: place) != nil
                else { throw .textAfterQuote }
                return try text(content[...])
            }
        }
        throw .openQuote
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .encoding }
        return text
    }
}
