/// A phrase of the lexicon found in the text.
struct Match: Sendable {
    enum Table: UInt8, Sendable {
        case country, agency, head, portfolio, title, honorific, place, cue
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
        let base = lexicon.base
        var found: [Match] = []
        for index in tokens.indices {
            firstMatch.append(Int32(matches.count))
            found.removeAll(keepingCapacity: true)
            lexicon.trie.forEachMatch(at: index, in: tokens, limit: tokens.count) { end, entry in
                let number = Int(entry)
                let (table, start): (Match.Table, Int) =
                    if number >= base.cue {
                        (.cue, base.cue)
                    } else if number >= base.place {
                        (.place, base.place)
                    } else if number >= base.honorific {
                        (.honorific, base.honorific)
                    } else if number >= base.title {
                        (.title, base.title)
                    } else if number >= base.portfolio {
                        (.portfolio, base.portfolio)
                    } else if number >= base.head {
                        (.head, base.head)
                    } else if number >= base.agency {
                        (.agency, base.agency)
                    } else {
                        (.country, base.country)
                    }
                found.append(
                    Match(
                        start: Int32(index), end: Int32(end), table: table,
                        entry: Int32(number - start)))
            }
            matches.append(contentsOf: found.reversed())
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
