import BangGiaoLexicon
import Foundation

/// The words by which the layout of an article is told apart: "Tin khác", "Ảnh:", "Tác giả:".
///
/// They stand in the table `zone-cues.tsv`, whose columns are `cue`, `kind`, `where`, `example` and
/// `source`.
struct ZoneCues: Sendable {
    /// What a cue tells of the line in which it stands.
    enum Kind: String, CaseIterable {
        /// A line that says when the article appeared.
        case dateline
        /// A word of a date in letters: tháng, năm.
        case month, year
        /// Before the date of the page itself: hôm nay.
        case today
        /// Before the names of writers.
        case byline
        /// Between two names: và.
        case conjunction
        /// What stands for a writer's name: PV.
        case reporter
        /// A note beside a name: theo, tổng hợp.
        case note
        /// A newspaper, an agency, a broadcaster: no person.
        case outlet
        /// What the name of a body begins with: no person.
        case organisation
        /// Before the address from which the text was taken.
        case source
        /// Before the name of a photographer.
        case credit
        /// Words of the text below a picture.
        case caption
        /// The heading of a list of other articles.
        case list
        /// Before the headline of another article within the text.
        case link
        /// What other articles without news begin with: horoscopes, prices.
        case filler
        /// Buttons and notes of the page.
        case boilerplate
        /// An address of the web. Not in the table.
        case address
    }

    /// Where in a line a cue must stand.
    enum Place: String, CaseIterable {
        case start, end, whole, contains
    }

    struct Cue: Equatable {
        var kind: Kind
        var place: Place
        /// The number of a month named in letters; 0 for all other cues.
        var month = 0
    }

    /// A row of the table, for the test that runs every example.
    struct Example {
        var line: Int
        var cue: String
        var kind: Kind
        var text: String
    }

    /// The examples of the table.
    private(set) var examples: [Example] = []
    /// The cues with which a line must begin, and the words of dates.
    private var leading = CueTrie()
    /// The cues that may stand anywhere in a line.
    private var anywhere = CueTrie()

    /// Loads the cues from the folder of the lexicon.
    ///
    /// - Throws: `LexiconError` at the first row that isn't what it must be.
    init(directory: URL) throws(LexiconError) {
        let table = try LexiconTable(
            "zone-cues", in: directory, columns: ["cue", "kind", "where", "example", "source"],
            required: ["cue", "kind", "where", "example", "source"], key: ["cue", "kind", "where"])
        for row in table.rows {
            let name = row["kind"].prefix { !$0.isNumber }
            let month = Int(row["kind"].dropFirst(name.count)) ?? 0
            guard let kind = Kind(rawValue: String(name)), kind != .address,
                row["kind"] == kind.rawValue || (kind == .month && (1...12).contains(month))
            else { throw row.unknownValue("kind") }
            guard let place = Place(rawValue: row["where"]) else { throw row.unknownValue("where") }
            insert(row["cue"], Cue(kind: kind, place: place, month: month))
            examples.append(
                Example(line: row.line, cue: row["cue"], kind: kind, text: row["example"]))
        }
        for scheme in ["http", "https"] {
            insert(scheme, Cue(kind: .address, place: .contains))
        }
    }

    private mutating func insert(_ words: String, _ cue: Cue) {
        let isWordOfDate = cue.kind == .month || cue.kind == .year
        switch cue.place {
        case .contains where !isWordOfDate, .end: anywhere.insert(words, cue)
        default: leading.insert(words, cue)
        }
    }

    /// Whether a cue that may stand anywhere may begin with two bytes; says no for most others.
    func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool { anywhere.mayBegin(first, second) }

    /// Calls a body with each cue that begins at an index of text in lower case and ends with a
    /// word, and with the index of its end.
    ///
    /// - Parameter isFirst: Whether it is the first word of a line; else only the cues that may
    ///   stand anywhere are looked for.
    func match(
        _ lower: UnsafeBufferPointer<UInt8>, from index: Int, to end: Int, isFirst: Bool,
        _ body: (Cue, Int) -> Void
    ) {
        if isFirst { leading.match(lower, from: index, to: end, body) }
        anywhere.match(lower, from: index, to: end, body)
    }

    /// The kinds of the cues that are the whole of a phrase, and of those with which it begins.
    func kinds(of lower: [UInt8], in range: Range<Int>) -> (whole: CueKinds, start: CueKinds) {
        var whole = CueKinds()
        var start = CueKinds()
        lower.withUnsafeBufferPointer { bytes in
            match(bytes, from: range.lowerBound, to: range.upperBound, isFirst: true) { cue, end in
                if end == range.upperBound { whole.insert(cue.kind) }
                if cue.place == .start || cue.place == .contains { start.insert(cue.kind) }
            }
        }
        return (whole, start.union(whole))
    }
}

/// A set of kinds of cues.
struct CueKinds: OptionSet {
    var rawValue: UInt32 = 0

    init(rawValue: UInt32 = 0) { self.rawValue = rawValue }

    init(_ kinds: ZoneCues.Kind...) {
        for kind in kinds { insert(kind) }
    }

    mutating func insert(_ kind: ZoneCues.Kind) { rawValue |= 1 << kind.bit }

    func has(_ kind: ZoneCues.Kind) -> Bool { rawValue & (1 << kind.bit) != 0 }
}

extension ZoneCues.Kind {
    fileprivate var bit: UInt32 {
        switch self {
        case .dateline: 0
        case .month: 1
        case .year: 2
        case .today: 3
        case .byline: 4
        case .reporter: 5
        case .note: 6
        case .outlet: 7
        case .organisation: 8
        case .source: 9
        case .credit: 10
        case .caption: 11
        case .list: 12
        case .link: 13
        case .filler: 14
        case .boilerplate: 15
        case .address: 16
        case .conjunction: 17
        }
    }
}
