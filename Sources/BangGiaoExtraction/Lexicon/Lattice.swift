/// A phrase of the lexicon found in the text.
struct Match: Sendable {
    enum Table: UInt8, Sendable {
        case country, agency, head, portfolio, title, honorific, place, person, cue
    }

    /// The tokens covered.
    var start: Int32
    var end: Int32
    var table: Table
    /// The entry's number in its table.
    var entry: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
    var count: Int { Int(end - start) }
}

/// Every phrase of the lexicon at every token: candidates only; grammar decides.
struct Lattice: Sendable {
    /// All matches by start, then longest first.
    private(set) var matches: [Match] = []
    /// For each token the range of its matches.
    private var firstMatch: [Int32] = []

    init(tokens: [Token], lexicon: Lexicon) {
        firstMatch.reserveCapacity(tokens.count + 1)
        for index in tokens.indices {
            firstMatch.append(Int32(matches.count))
            let first = matches.count
            lexicon.trie.forEachMatch(at: index, in: tokens, limit: tokens.count) { end, entry in
                let (table, number) = lexicon.tableAndNumber(of: entry)
                matches.append(
                    Match(start: Int32(index), end: Int32(end), table: table, entry: number))
            }
            // Longest first.
            if matches.count - first > 1 { matches[first...].reverse() }
        }
        firstMatch.append(Int32(matches.count))
    }

    /// The matches that begin at a token, longest first.
    subscript(index: Int) -> ArraySlice<Match> {
        guard index >= 0, index + 1 < firstMatch.count else { return [] }
        return matches[Int(firstMatch[index])..<Int(firstMatch[index + 1])]
    }

    /// The longest match of a table at a token.
    func longest(_ table: Match.Table, at index: Int) -> Match? {
        self[index].first { $0.table == table }
    }
}
