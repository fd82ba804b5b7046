/// A phrase of the lexicon: an entry of a table.
struct Phrase: Sendable {
    /// The entry's number in its table.
    var entry: Int32
    var table: Match.Table
    /// What a cue is for; nil in all other tables.
    var cue: CueKind?
}

/// A phrase of the lexicon found in the text.
struct Match: Sendable {
    enum Table: UInt8, Sendable {
        case country, agency, head, portfolio, title, honorific, place, person, cue
    }

    /// The tokens covered.
    var start: Int32
    var end: Int32
    var table: Table
    /// What a cue is for; nil in all other tables.
    var cue: CueKind?
    /// The entry's number in its table.
    var entry: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
    var count: Int { Int(end - start) }
}

/// A set of kinds of cues.
struct CueSet: OptionSet, Sendable {
    var rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Makes the set of one kind.
    init(_ kind: CueKind) { rawValue = 1 << UInt64(kind.number) }
}

/// Every phrase of the lexicon at every token: candidates only; grammar decides.
///
/// Most questions are "no": for each token the lattice knows which tables and which kinds of cues have
/// a phrase there, so that these cost one look.
struct Lattice: Sendable {
    private struct Start: Sendable {
        /// The first match; the next token's is one past the last.
        var first: Int32
        /// A bit for each table with a match.
        var tables: UInt16 = 0
        var cues: CueSet = []
    }

    /// All matches by start, then longest first.
    private(set) var matches: [Match] = []
    private var starts: [Start] = []

    init(tokens: [Token], lexicon: Lexicon) {
        starts.reserveCapacity(tokens.count + 1)
        matches.reserveCapacity(tokens.count)
        let roots = tokens.map { lexicon.trie.root(of: $0.key) }
        for index in tokens.indices {
            let first = matches.count
            var start = Start(first: Int32(first))
            lexicon.trie.forEachMatch(at: index, from: roots[index], in: tokens) { end, phrase in
                matches.append(
                    Match(
                        start: Int32(index), end: Int32(end), table: phrase.table,
                        cue: phrase.cue, entry: phrase.entry))
                start.tables |= 1 << UInt16(phrase.table.rawValue)
                if let kind = phrase.cue { start.cues.formUnion(CueSet(kind)) }
            }
            // Longest first.
            if matches.count - first > 1 { matches[first...].reverse() }
            starts.append(start)
        }
        starts.append(Start(first: Int32(matches.count)))
    }

    /// The matches that begin at a token, longest first.
    subscript(index: Int) -> ArraySlice<Match> {
        guard index >= 0, index + 1 < starts.count else { return [] }
        return matches[Int(starts[index].first)..<Int(starts[index + 1].first)]
    }

    /// The kinds of the cues that begin at a token.
    func cues(at index: Int) -> CueSet {
        index >= 0 && index < starts.count ? starts[index].cues : []
    }

    /// Whether a phrase of a table begins at a token.
    func has(_ table: Match.Table, at index: Int) -> Bool {
        index >= 0 && index < starts.count
            && starts[index].tables & 1 << UInt16(table.rawValue) != 0
    }

    /// The longest match of a table at a token.
    func longest(_ table: Match.Table, at index: Int) -> Match? {
        has(table, at: index) ? self[index].first { $0.table == table } : nil
    }
}
