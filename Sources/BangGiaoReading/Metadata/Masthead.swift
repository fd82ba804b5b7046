import BangGiaoModel

/// What an article says of itself: headline, day, address, writers.
struct Masthead: Hashable {
    var title: String?
    var published: PartialDate?
    var url: String?
    var authors: [String] = []
}

extension Masthead {
    /// Reads the masthead off the zones of a text.
    ///
    /// The day is taken from the line of the day; else from the day that the page calls today; else
    /// from the address. Never from the story, and never from elsewhere.
    init(_ finder: ZoneFinder) {
        let reader = MastheadReader(finder: finder)
        title = finder.title.map { finder.table.text(finder.lines[$0]) }
        url = reader.address()
        published =
            reader.dateline() ?? reader.today() ?? url.flatMap(MastheadReader.day(inAddress:))
        authors = reader.authors()
    }
}

/// Reads the parts of a masthead.
private struct MastheadReader {
    let finder: ZoneFinder

    private var table: LineTable { finder.table }
    private var lines: [TextLine] { finder.lines }

    /// The day of the first dateline.
    func dateline() -> PartialDate? {
        for index in lines.indices where finder.kinds[index] == .dateline {
            if let day = finder.day(of: lines[index]) { return day }
        }
        return nil
    }

    /// The day that stands most often in what surrounds the story, if it is called today there.
    func today() -> PartialDate? {
        let marked = table.matches.filter { match in
            match.kind == .today
                && (finder.kinds[match.line] == .boilerplate
                    || finder.kinds[match.line] == .related)
        }
        guard !marked.isEmpty else { return nil }
        let scanner = DateScanner(lower: table.lower, cues: finder.cues)
        var counts: [PartialDate: Int] = [:]
        for index in Set(marked.map(\.line)) {
            for day in scanner.days(from: lines[index].start, to: lines[index].end) {
                counts[day.date, default: 0] += 1
            }
        }
        // The later of two equally frequent: pages are taken on the day they call today.
        return counts.filter { $0.value >= 2 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    /// The address in a line that gives the source.
    func address() -> String? {
        for match in table.matches where match.kind == .address {
            guard finder.kinds[match.line] == .byline else { continue }
            if let address = Self.address(in: table.bytes, from: match.start, lines[match.line].end)
            {
                return address
            }
        }
        return nil
    }

    /// The address that begins at an index, without the punctuation after it.
    private static func address(in bytes: [UInt8], from start: Int, _ end: Int) -> String? {
        var last = start
        while last < end, bytes[last] > 0x20, !"<>\"".utf8.contains(bytes[last]) { last += 1 }
        let address = bytes[start..<last]
        guard let colon = address.firstIndex(of: UInt8(ascii: ":")), colon + 3 < last,
            bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        while last > colon + 3, ").,;:!?]'".utf8.contains(bytes[last - 1]) { last -= 1 }
        return last > colon + 3 ? String(decoding: bytes[start..<last], as: UTF8.self) : nil
    }

    /// The day in an address: `/2021/09/29/`, or fourteen and more digits that begin with one.
    static func day(inAddress address: String) -> PartialDate? {
        let runs = address.split { !("0"..."9").contains($0) && $0 != "/" && $0 != "-" }
        for run in runs {
            let parts = run.split { $0 == "/" || $0 == "-" }
            for index in parts.indices where parts[index].count == 4 && index + 2 < parts.count {
                if let day = day(parts[index], parts[index + 1], parts[index + 2]) { return day }
            }
            for part in parts where (14...18).contains(part.count) || part.count == 8 {
                let digits = Array(part)
                if let day = day(
                    Substring(digits[0..<4]), Substring(digits[4..<6]), Substring(digits[6..<8]))
                {
                    return day
                }
            }
        }
        return nil
    }

    private static func day(
        _ year: Substring, _ month: Substring, _ day: Substring
    ) -> PartialDate? {
        guard month.count <= 2, day.count <= 2, let year = Int(year), let month = Int(month),
            let day = Int(day), (1995...2100).contains(year)
        else { return nil }
        return PartialDate(year: year, month: month, day: day)
    }

    /// The names in bylines and credits, each once, in the order of the text.
    func authors() -> [String] {
        var found: [(place: Int, name: String)] = []
        let reader = BylineReader(table, cues: finder.cues)
        for index in lines.indices {
            let range = lines[index].start..<lines[index].end
            // A line of the day may name the writer too.
            let names =
                switch finder.kinds[index] {
                case .byline: reader.names(in: range).people
                case .dateline: reader.credited(in: range)
                default: [String]()
                }
            found += names.map { (range.lowerBound, $0) }
        }
        for match in table.matches where match.kind == .credit && finder.isCredit(match) {
            guard isOfStory(match.line) else { continue }
            let span = finder.credited(match)
            guard span.count <= 80 else { continue }
            for name in reader.credited(in: span.lowerBound..<span.upperBound) {
                found.append((span.lowerBound, name))
            }
        }
        if let last = lines.indices.last(where: { finder.kinds[$0] == .body }) {
            for name in signature(of: lines[last], reader) { found.append((lines[last].end, name)) }
        }
        var seen: Set<String> = []
        return found.sorted { $0.place < $1.place }.map(\.name).filter { seen.insert($0).inserted }
    }

    private func isOfStory(_ index: Int) -> Bool {
        switch finder.kinds[index] {
        case .related, .boilerplate, .byline: false
        default: true
        }
    }

    /// The names after the sign "./." that ends a story, where they stand on its last line.
    private func signature(of line: TextLine, _ reader: BylineReader) -> [String] {
        let bytes = table.bytes
        var place = line.end - 4
        while place > line.start, line.end - place <= 80 {
            if bytes[place] == UInt8(ascii: "."), bytes[place + 1] == UInt8(ascii: "/"),
                bytes[place + 2] == UInt8(ascii: ".")
            {
                let names = reader.names(in: place + 3..<line.end)
                return names.isClean ? names.people : []
            }
            place -= 1
        }
        return []
    }
}
