/// Compares two names of which one at least is a foreign one: in any order of given and family
/// name, with words left out, in another romanisation or written by ear.
struct ForeignNameComparer: Sendable {
    let tables: IdentityTables

    private struct Match {
        var level: NameLikeness.Level
        var weight: Int
    }

    /// Compares two names that aren't equal.
    func compare(_ first: PersonName, _ second: PersonName) -> NameLikeness {
        let isFirstLonger = first.words.count > second.words.count
        let (long, short) = isFirstLonger ? (first, second) : (second, first)
        var best: NameLikeness?
        for turn in 0..<long.words.count {
            let words = Array(long.words[turn...] + long.words[..<turn])
            guard var likeness = aligned(words, short.words) else { continue }
            if turn > 0, short.words.count > 1 {
                likeness.weight -= 10
                if likeness.level == .exact { likeness.level = .order }
            } else if turn > 0, long.words.count > 1 {
                continue
            }
            if likeness.weight > best?.weight ?? .min { best = likeness }
        }
        guard let whole = whole(first, second), whole.weight > best?.weight ?? .min else {
            return best ?? .none(.other)
        }
        return whole
    }

    /// Every word of the shorter name meets a word of the longer one, in this order.
    private func aligned(_ words: [NameWord], _ few: [NameWord]) -> NameLikeness? {
        var matches: [(place: Int, match: Match)] = []
        var place = 0
        for word in few {
            var found: Match?
            while found == nil, words.count - place >= few.count - matches.count {
                found = match(words[place], word)
                if let found { matches.append((place, found)) }
                place += 1
            }
            if found == nil { return nil }
        }
        let levels = Set(matches.map(\.match.level))
        let left = words.indices.filter { place in !matches.contains { $0.place == place } }
        // Nothing but initials is no name.
        guard levels != [.initials] else { return nil }
        var likeness = NameLikeness(
            level: .exact, weight: matches.reduce(0) { $0 + $1.match.weight },
            isLone: few.count == 1)
        for level in [NameLikeness.Level.transliteration, .initials, .spelling]
        where levels.contains(level) {
            likeness.level = level
            break
        }
        // Many share a family name and the first letter of a given name.
        if levels.contains(.initials) { likeness.weight -= 20 }
        guard !left.isEmpty else { return likeness }
        if few.count == 1 {
            likeness.level = likeness.level == .exact ? .part : likeness.level
            // A family name alone rather than a given name alone.
            likeness.weight -= matches[0].place == words.count - 1 ? 20 : 40
            return likeness
        }
        if likeness.level == .exact { likeness.level = .longer }
        for place in left {
            let isInside = matches[0].place < place && place < matches[matches.count - 1].place
            // A name within tells kin apart: Norodom Sihanouk, Norodom Monineath Sihanouk.
            // So do two letters where the other has one: George W., George H. W. Bush.
            if words[place].isInitial, few.contains(where: \.isInitial) { return nil }
            likeness.weight -= words[place].isInitial ? 10 : isInside ? 120 : 20
        }
        return likeness
    }

    private func match(_ one: NameWord, _ other: NameWord) -> Match? {
        if one.key == other.key { return Match(level: .exact, weight: tables.shares.bits(one)) }
        if one.isInitial || other.isInitial {
            return one.first == other.first ? Match(level: .initials, weight: 25) : nil
        }
        // Of syllables of Vietnamese a mark tells people apart.
        if one.letters == other.letters {
            let areSyllables = one.isSyllable && other.isSyllable
            if areSyllables, one.isMarked, other.isMarked { return nil }
            return Match(
                level: .spelling,
                weight: min(tables.shares.bits(one), tables.shares.bits(other))
                    - (areSyllables ? 30 : 5))
        }
        if one.folded == other.folded, !one.isMarked || !other.isMarked {
            return Match(level: .spelling, weight: tables.shares.bits(one) - 15)
        }
        if one.loose == other.loose, min(one.loose.count, other.loose.count) > 4,
            !one.isMarked || !other.isMarked
        {
            return Match(level: .spelling, weight: tables.shares.bits(one) - 30)
        }
        guard let cost = tables.cost(one, other) else { return nil }
        let latin = one.hearing > other.hearing ? other : one
        return Match(
            level: .transliteration, weight: tables.shares.bits(latin) - 20 - 12 * cost)
    }

    /// The names as one word each, where papers divide them otherwise or write articles as words.
    private func whole(_ first: PersonName, _ second: PersonName) -> NameLikeness? {
        let bits =
            [first, second].filter { !$0.isMarked }.map { name in
                name.words.reduce(0) { $0 + tables.shares.bits($1) }
            }.min() ?? 0
        if first.whole.folded == second.whole.folded, !first.isMarked || !second.isMarked {
            return NameLikeness(level: .spelling, weight: bits - 20)
        }
        guard let cost = wholeCost(first, second) else { return nil }
        return NameLikeness(
            level: .transliteration, weight: bits - 40 - 12 * cost, isUndivided: true)
    }

    /// What it costs to hear a whole name as the other.
    private func wholeCost(_ first: PersonName, _ second: PersonName) -> Int? {
        guard first.words.count == second.words.count else {
            let pairs = [(first.whole, second.whole), (first.everything, second.everything)]
            return pairs.compactMap { one, other in
                // One unusual sound in five letters: among so many, more would go astray.
                tables.cost(one, other).flatMap { cost in
                    cost * 5 <= min(one.latin.count, other.latin.count) ? cost : nil
                }
            }.min()
        }
        // Divided alike, a long word may be far off where the others are near; a short one not.
        var sum = 0
        for (one, other) in zip(first.words, second.words) {
            guard let cost = one.key == other.key ? 0 : tables.cost(one, other, slack: 2) else {
                return nil
            }
            sum += cost
        }
        return sum <= Transliteration.limit(first.whole.latin.count) ? sum : nil
    }
}
