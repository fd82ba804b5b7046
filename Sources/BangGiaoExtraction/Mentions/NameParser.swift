import BangGiaoModel

/// Reads the bare names of persons: where a run of capitals begins and ends.
struct NameParser {
    let scan: Scan

    /// Reads a name where the grammar waits for one, as after a title.
    ///
    /// - Returns: The range of the name, or nil where none stands.
    func name(at index: Int) -> Range<Int>? {
        guard scan.isCapital(index), !scan.has(.notPerson, at: index) else { return nil }
        if opensBody(at: index) || scan.tokens[index].isAllCapitals && !scan.isCapital(index + 1) {
            return nil
        }
        // "Trao đổi" at the start of a headline is a verb.
        if let (end, _) = scan.cue(.breaks, at: index), end - index > 1 { return nil }
        if let (_, form) = scan.countryForm(at: index), form.licence == .free { return nil }
        if scan.agency(at: index).map({ $0.end - index > 1 }) ?? false { return nil }
        var end = index
        var parts = 0
        let isEastern = scan.lexicon.easternSurnames.contains(scan.tokens[index].key)
        while parts < 6, scan.isCapital(end) {
            let token = scan.tokens[end]
            if parts > 0 {
                guard token.gap == .space else { break }
                if stops(at: end, parts: parts, isEastern: isEastern) { break }
            }
            end = part(from: end)
            parts += 1
            if let (next, _) = scan.cue(.nameParticle, at: end), scan.isCapital(next),
                scan.tokens[end].gap == .space
            {
                end = part(from: next)
                parts += 1
            }
        }
        guard parts > 0 else { return nil }
        return index..<end
    }

    /// Whether a noun of agencies or of places opens what only looks like a name.
    private func opensBody(at index: Int) -> Bool {
        if scan.has(.administrative, at: index) { return true }
        guard let (end, _) = scan.head(at: index) else { return false }
        if end - index > 1 || !scan.lexicon.easternSurnames.contains(scan.tokens[index].key) {
            return true
        }
        // "Đoàn Việt Nam" is no person of the family Đoàn.
        return scan.countryForm(at: end) != nil || !scan.isCapital(end)
    }

    /// Reads one part: a word, a hyphenated transliteration ("Vla-đi-mia"), an initial ("J.").
    private func part(from index: Int) -> Int {
        var end = index + 1
        while scan.isDash(end), scan.tokens[end].gap == .none, scan.inside(end + 1),
            scan.tokens[end + 1].isWord, scan.tokens[end + 1].gap == .none
        {
            end += 2
        }
        if scan.isMark(end, "."), scan.tokens[end].gap == .none, scan.tokens[index].byteCount == 1,
            scan.isCapital(end + 1)
        {
            end += 1
        }
        return end
    }

    private func stops(at index: Int, parts: Int, isEastern: Bool) -> Bool {
        if let (end, form) = scan.title(at: index), end - index > 1 || form.holding == .state {
            return true
        }
        if let (_, head) = scan.head(at: index), head.level >= 3, parts > 1 { return true }
        if let (end, _) = scan.agency(at: index), parts > 1, end - index > 1 { return true }
        if parts > 1, let (_, form) = scan.countryForm(at: index), form.licence == .free {
            return true
        }
        if parts >= 4, isEastern, scan.tokens[index].isAccented { return true }
        return scan.tokens[index].isAllCapitals && !scan.tokens[index - 1].isAllCapitals
            && scan.tokens[index].byteCount > 3
    }

    /// Reads a name that nothing introduces: a surname and two or three more syllables.
    func bareName(at index: Int) -> Range<Int>? {
        guard scan.opensEasternName(index), let range = name(at: index) else { return nil }
        guard !scan.isPreceded(by: .notPerson, at: index),
            !scan.isPreceded(by: .administrative, at: index)
        else { return nil }
        let before = index - 1
        if scan.isCapital(before), scan.tokens[index].gap == .space,
            !scan.tokens[before].isAllCapitals
        {
            return nil
        }
        if scan.countryForm(at: index) != nil || scan.agency(at: index) != nil { return nil }
        if let (_, form) = scan.countryForm(at: index + 1), form.licence == .free { return nil }
        if let (end, _) = scan.place(at: index), end >= range.upperBound { return nil }
        let tokens = scan.tokens[range]
        guard (2...4).contains(tokens.count), tokens.allSatisfy({ $0.isWord }),
            !tokens.contains(where: \.isAllCapitals)
        else { return nil }
        let isVietnamese = scan.lexicon.vietnameseSurnames.contains(tokens[index].key)
        // Two syllables are a name only where more than chance speaks for it.
        if tokens.count == 2 {
            return isVietnamese && tokens.allSatisfy(\.isAccented) ? range : nil
        }
        return tokens.contains(where: \.isAccented) ? range : nil
    }
}
