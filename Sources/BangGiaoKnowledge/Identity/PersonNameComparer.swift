import BangGiaoModel

/// Compares the names of two persons by levels, from one key down to nothing in common.
struct PersonNameComparer: Sendable {
    let tables: IdentityTables

    /// Compares two names.
    ///
    /// - Parameter isHome: Whether one of the two is known to serve Vietnam, so that its name is
    ///   nobody's reading of foreign characters.
    /// - Complexity: O(words² × letters²).
    func compare(_ first: PersonName, _ second: PersonName, isHome: Bool) -> NameLikeness {
        guard !first.words.isEmpty, !second.words.isEmpty else { return .none(.other) }
        var likeness = wordsCompared(first, second, isHome: isHome)
        if first.generation != second.generation, likeness.weight > 0 {
            guard first.generation == nil || second.generation == nil else { return .none(.other) }
            // "Jr" may have been left out, or be what tells the son from his father.
            likeness.weight -= 60
        }
        return likeness
    }

    private func wordsCompared(
        _ first: PersonName, _ second: PersonName, isHome: Bool
    ) -> NameLikeness {
        if first.key == second.key {
            return NameLikeness(level: .exact, weight: min(bits(first), bits(second)))
        }
        if first.areSyllables, second.areSyllables, first.isMarked || second.isMarked {
            let likeness = VietnameseNameComparer(shares: tables.shares).compare(first, second)
            // Both are written with their marks: what differs is another name.
            if likeness.weight > 0 || first.isMarked && second.isMarked { return likeness }
        }
        let read = isHome ? nil : read(first, as: second) ?? read(second, as: first)
        return read ?? ForeignNameComparer(tables: tables).compare(first, second)
    }

    /// A romanised name against what Vietnamese reads its characters.
    private func read(_ romanised: PersonName, as read: PersonName) -> NameLikeness? {
        guard !romanised.isMarked, read.areSyllables, (2...4).contains(read.words.count),
            // "Mao Ninh" needs no mark, but is no romanised name.
            read.isMarked || read.words.contains(where: { !tables.sino.isRomanised($0.letters) })
        else { return nil }
        let words = romanised.allLetters
        let syllables = read.words.map(\.key)
        let turned = Array(words.suffix(1) + words.dropLast())
        guard tables.sino.answers(words, syllables) || tables.sino.answers(turned, syllables) else {
            return nil
        }
        let surname = min(tables.shares.bits(read.words[0], .surname, isUnmarked: false), 60)
        return NameLikeness(
            level: .sinoVietnamese, weight: surname / 2 + 15 + 60 * (read.words.count - 1))
    }

    /// What a name tells: as a Vietnamese one where it is spelt so, and without marks the less of
    /// what it tells as such and as a foreign one.
    private func bits(_ name: PersonName) -> Int {
        let foreign = name.words.reduce(0) { $0 + tables.shares.bits($1) }
        guard name.areSyllables else { return foreign }
        let native = VietnameseNameComparer(shares: tables.shares).bits(
            name.words, isUnmarked: !name.isMarked)
        return name.isMarked ? native : min(native, foreign)
    }
}
