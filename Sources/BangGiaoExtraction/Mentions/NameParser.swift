import BangGiaoModel

/// Reads the bare names of persons: where a run of capitals begins and ends.
struct NameParser {
    let scan: Scan

    /// Reads a name where the grammar waits for one, as after a title.
    ///
    /// - Returns: The range of the name, or nil where none stands.
    func name(at index: Int) -> Range<Int>? {
        guard scan.isCapital(index), !scan.has(.notPerson, at: index) else { return nil }
        if opensBody(at: index) || opensWord(at: index) { return nil }
        if let (end, _) = scan.title(at: index), end - index > 1, scan.person(at: index) == nil {
            return nil
        }
        let known = scan.person(at: index)?.end
        if known == nil {
            if scan.tokens[index].isAllCapitals, !scan.isCapital(index + 1) { return nil }
            // "Trao đổi" at the start of a headline is a verb.
            if let (end, _) = scan.cue(.breaks, at: index), end - index > 1 { return nil }
            if let (next, form) = scan.countryForm(at: index),
                form.licence == .free || opensGivenName(at: next)
            {
                return nil
            }
            if scan.agency(at: index).map({ $0.end - index > 1 }) ?? false { return nil }
            if opensAbbreviation(at: index) { return nil }
        }
        var end = index
        var parts = 0
        let isEastern = scan.lexicon.surnames.eastern.contains(scan.tokens[index].key)
        while parts < 7, scan.isCapital(end) {
            if parts > 0 {
                guard scan.tokens[end].gap == .space else { break }
                if stops(at: end, parts: parts, isEastern: isEastern) { break }
                if let known, end >= known, opensGivenName(at: end) || scan.place(at: end) != nil {
                    break
                }
                // "Nga Sergei Skripal": a known name begins here, and what was before is a state.
                if known == nil, parts == 1, let (last, person) = scan.person(at: end),
                    !person.isShort
                {
                    return (scan.countryForm(at: index) == nil ? index : end)..<last
                }
            }
            end = part(from: end, isFirst: parts == 0)
            parts += 1
            if let next = particle(at: end) {
                end = part(from: next, isFirst: false)
                parts += 1
            }
        }
        if let known, known > end { end = known }
        guard end > index,
            scan.tokens[index..<end].contains(where: { $0.isWord && $0.byteCount > 1 })
        else { return nil }
        return index..<end
    }

    private func opensGivenName(at index: Int) -> Bool {
        scan.isCapital(index)
            && (scan.lexicon.givenNames.contains(scan.tokens[index].key)
                || scan.person(at: index) != nil)
    }

    /// Whether a noun of agencies or of places opens what only looks like a name.
    private func opensBody(at index: Int) -> Bool {
        if scan.has(.administrative, at: index) { return true }
        guard let (end, _) = scan.head(at: index) else { return false }
        if end - index > 1 || !scan.lexicon.surnames.eastern.contains(scan.tokens[index].key) {
            return true
        }
        // "Đoàn Việt Nam" is no person of the family Đoàn.
        return scan.countryForm(at: end) != nil || !scan.isCapital(end)
    }

    /// Whether a capital and the lower-case syllable after it are one common word: "Trung ương".
    private func opensWord(at index: Int) -> Bool {
        guard scan.isLowerWord(index + 1), scan.tokens[index + 1].gap == .space else {
            return false
        }
        if let (end, _) = scan.cue(.nameWord, at: index), end > index + 1 { return true }
        return scan.portfolio(at: index).map { $0.end > index + 1 } ?? false
    }

    /// Whether an abbreviation that stands for a body or a place opens the run: "EU Mogherini".
    private func opensAbbreviation(at index: Int) -> Bool {
        scan.tokens[index].isAllCapitals
            && (scan.agency(at: index) != nil || scan.place(at: index) != nil)
    }

    /// Reads one part: a word, a hyphenated transliteration ("Vla-đi-mia"), an initial ("J.").
    private func part(from index: Int, isFirst: Bool) -> Int {
        var end = index + 1
        while scan.isDash(end), scan.tokens[end].gap == .none, scan.inside(end + 1),
            scan.tokens[end + 1].isWord, scan.tokens[end + 1].gap == .none
        {
            end += 2
        }
        if scan.isMark(end, "."), scan.tokens[end].gap == .none, scan.isCapital(end + 1),
            scan.tokens[index].byteCount == 1
        {
            end += 1
            // "V.Matvienko" has no space.
            if scan.tokens[end].gap == .none { end += 1 }
        }
        if end == index + 1, let last = spacedDash(at: end, isFirst: isFirst) { end = last }
        return end
    }

    /// The end of the part after a dash between spaces: "Kim Yong - chol", "Jean - Yves".
    private func spacedDash(at index: Int, isFirst: Bool) -> Int? {
        guard scan.isDash(index), scan.inside(index + 1), scan.tokens[index + 1].isWord,
            scan.tokens[index].gap == .space, scan.tokens[index + 1].gap <= .space
        else { return nil }
        // After a Korean or Chinese given name only its second syllable, of a closed set, follows.
        if !isFirst || scan.tokens[index + 1].gap == .none, scan.has(.nameSuffix, at: index + 1) {
            return index + 2
        }
        if !isFirst, isSecondSurname(index + 1) { return index + 2 }
        if scan.has(.nameCompound, at: index - 1), scan.isCapital(index + 1),
            scan.lexicon.givenNames.contains(scan.tokens[index + 1].key)
        {
            return index + 2
        }
        return nil
    }

    /// Whether a foreign word that is nothing else ends a name in its sentence: "Renee Jones - Bos".
    private func isSecondSurname(_ index: Int) -> Bool {
        guard scan.isCapital(index), !scan.tokens[index].isAccented,
            !scan.tokens[index].isAllCapitals, scan.isLowerWord(index + 1),
            scan.tokens[index + 1].gap == .space, scan.countryForm(at: index) == nil,
            scan.agency(at: index) == nil, scan.place(at: index) == nil,
            scan.person(at: index) == nil, scan.title(at: index) == nil,
            scan.head(at: index) == nil, scan.honorific(at: index) == nil
        else { return false }
        return !scan.has(.breaks, at: index) && !scan.has(.nameWord, at: index)
            && !scan.lexicon.surnames.vietnamese.contains(scan.tokens[index].key)
    }

    /// The part after a particle: "von der Leyen", "al - Assad", "Al-Otaibi".
    private func particle(at index: Int) -> Int? {
        guard let (end, _) = scan.cue(.nameParticle, at: index), scan.tokens[index].gap == .space
        else { return nil }
        var next = end
        if scan.isDash(next) { next += 1 }
        // "del" before "Mundo", but "al" before a dash and a capital too.
        guard scan.isCapital(next), scan.tokens[next].gap <= .space else {
            // Two particles: "de la Cruz".
            if next == end, let (last, _) = scan.cue(.nameParticle, at: end), scan.isCapital(last) {
                return last
            }
            return nil
        }
        // "Al-Otaibi" and "St. Clair", but "De Croo" is two parts.
        if scan.isCapital(index), next == end, end == index + 1 { return nil }
        return next
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

    // MARK: Names that nothing introduces

    /// Reads a name that nothing introduces: a surname and two or three more syllables.
    func bareName(at index: Int) -> Range<Int>? {
        guard scan.opensEasternName(index), let range = name(at: index) else { return nil }
        guard !isPartOfOther(index, atOpening: true) else { return nil }
        if scan.countryForm(at: index) != nil || scan.agency(at: index) != nil { return nil }
        if let (_, form) = scan.countryForm(at: index + 1), form.licence == .free { return nil }
        if let (end, _) = scan.place(at: index), end >= range.upperBound { return nil }
        let tokens = scan.tokens[range].filter(\.isWord)
        guard (2...4).contains(tokens.count), tokens.count == range.count,
            !tokens.contains(where: \.isAllCapitals)
        else { return nil }
        let isVietnamese = scan.lexicon.surnames.vietnamese.contains(tokens[0].key)
        // Two syllables are a name only where more than chance speaks for it.
        if tokens.count == 2 {
            return isVietnamese && tokens.allSatisfy(\.isAccented) ? range : nil
        }
        return tokens.contains(where: \.isAccented) ? range : nil
    }

    /// Reads a known person's name: the whole, or the family part that stands for him alone.
    func knownName(at index: Int) -> Range<Int>? {
        guard let (end, person) = scan.person(at: index), !isPartOfOther(index) else { return nil }
        if person.isShort {
            // "Trump Tower" is none; "Trump - Kim" are two.
            if scan.isCapital(end), scan.tokens[end].gap == .space,
                !scan.has(.nameParticle, at: end)
            {
                return nil
            }
            return scan.agency(at: index) == nil && scan.place(at: index) == nil
                ? index..<end : nil
        }
        return name(at: index)
    }

    /// Reads a name not Vietnamese that nothing introduces, if its shape and what stands about it
    /// speak for a person.
    func foreignName(at index: Int) -> Range<Int>? {
        guard scan.isCapital(index), !scan.tokens[index].isAllCapitals,
            !isPartOfOther(index), scan.countryForm(at: index) == nil,
            scan.agency(at: index) == nil, scan.head(at: index) == nil,
            scan.title(at: index) == nil, scan.honorific(at: index) == nil
        else { return nil }
        let isGiven = scan.lexicon.givenNames.contains(scan.tokens[index].key)
        // Most capitals end here.
        guard isGiven || !scan.tokens[index].isAccented,
            let range = name(at: index), range.count >= 2,
            scan.place(at: index).map({ $0.end < range.upperBound }) ?? true
        else { return nil }
        let words = scan.tokens[range].filter(\.isWord)
        guard words.count >= 2, !words.contains(where: { $0.isAllCapitals && $0.byteCount > 2 })
        else { return nil }
        if range.contains(where: { scan.has(.organisationWord, at: $0) }) { return nil }
        if isGiven, scan.agency(at: index + 1) == nil { return range }
        guard words.allSatisfy({ !$0.isAccented }), scan.place(at: index) == nil else { return nil }
        return speaks(after: range.upperBound) || isQuoted(before: index) ? range : nil
    }

    /// Whether a verb of saying follows.
    private func speaks(after index: Int) -> Bool {
        scan.has(.quoting, at: index) || scan.isMark(index, ",") && scan.isRole(at: index + 1)
    }

    /// Whether words as "dẫn lời" stand before.
    private func isQuoted(before index: Int) -> Bool {
        for length in 1...3 {
            if let (end, value) = scan.cue(.quoting, at: index - length), end == index {
                return value == "before"
            }
        }
        return false
    }

    /// Whether a capital before, or a noun of places and things, makes the run part of something.
    ///
    /// - Parameter atOpening: Whether the first word of the sentence counts, which any word may be.
    private func isPartOfOther(_ index: Int, atOpening: Bool = false) -> Bool {
        if scan.isPreceded(closely: .notPerson, at: index)
            || scan.isPreceded(by: .administrative, at: index)
        {
            return true
        }
        let before = index - 1
        guard scan.isCapital(before), scan.tokens[index].gap == .space,
            !scan.tokens[before].isAllCapitals, atOpening || !scan.isOpening(before)
        else { return false }
        // "Mỹ Mike Pompeo": a state before is no part of the name.
        for length in 1...3 {
            if let (end, form) = scan.countryForm(at: index - length), end == index,
                form.kind != .capital
            {
                return false
            }
        }
        return true
    }
}
