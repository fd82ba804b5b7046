/// Compares two Vietnamese names: family name first, given name last, each syllable with its tone.
struct VietnameseNameComparer: Sendable {
    let shares: NameShares

    /// What a name tells at most: parents choose its words to suit each other.
    private static let limit = 190
    /// What a name tells at most that a middle name tells apart from the other.
    private static let middleLimit = 30

    /// Compares two names that aren't equal.
    func compare(_ first: PersonName, _ second: PersonName) -> NameLikeness {
        let isUnmarked = !first.isMarked || !second.isMarked
        if first.words.count != second.words.count {
            let isFirstLonger = first.words.count > second.words.count
            return unequal(
                isFirstLonger ? first : second, isFirstLonger ? second : first,
                isUnmarked: isUnmarked)
        }
        if let likeness = aligned(first.words, second.words, isUnmarked: isUnmarked) {
            return likeness
        }
        guard isUnmarked, first.words.count > 1 else { return .none(.other) }
        // Abroad the given name comes first: "Minh Hang Tran".
        let plain = first.isMarked ? second.words : first.words
        let other = first.isMarked ? first.words : second.words
        for turned in [plain.suffix(1) + plain.dropLast(), plain.dropFirst() + plain.prefix(1)] {
            if var likeness = aligned(Array(turned), other, isUnmarked: true),
                likeness.level == .unmarked || likeness.level == .exact
            {
                likeness.level = .order
                likeness.weight -= 10
                return likeness
            }
        }
        return .none(.other)
    }

    /// What the words of a name tell.
    func bits(_ words: [NameWord], isUnmarked: Bool) -> Int {
        let sum = words.enumerated().reduce(0) { sum, word in
            if word.element.isInitial { return sum + 25 }
            let place: NameShares.Place =
                word.offset == words.count - 1 ? .given : word.offset == 0 ? .surname : .middle
            return sum + shares.bits(word.element, place, isUnmarked: isUnmarked)
        }
        return min(sum, Self.limit)
    }

    /// Names of equally many words; nil where two of the words have nothing in common.
    private func aligned(
        _ first: [NameWord], _ second: [NameWord], isUnmarked: Bool
    ) -> NameLikeness? {
        var words: [NameWord] = []
        var level = NameLikeness.Level.exact
        for (one, other) in zip(first, second) {
            if one.isInitial || other.isInitial {
                guard one.first == other.first else { return nil }
                level = .initials
                words.append(one.isInitial ? one : other)
            } else if one.letters == other.letters {
                if one.key != other.key {
                    if !isUnmarked { return .none(.mark) }
                    if level == .exact { level = .unmarked }
                }
                words.append(one)
            } else {
                return nil
            }
        }
        // What an alphabet without marks can't tell must be told by the state or the office.
        let caution = level == .exact ? 0 : 20
        return NameLikeness(
            level: level, weight: bits(words, isUnmarked: isUnmarked) - caution,
            isLone: words.count == 1)
    }

    private func unequal(
        _ long: PersonName, _ short: PersonName, isUnmarked: Bool
    ) -> NameLikeness {
        func isSame(_ one: NameWord, _ other: NameWord) -> Bool {
            isUnmarked ? one.letters == other.letters : one.key == other.key
        }
        let (words, few) = (long.words, short.words)
        if zip(words.suffix(few.count), few).allSatisfy(isSame) {
            let bits =
                few.count == 1
                ? shares.bits(few[0], .given, isUnmarked: isUnmarked)
                : shares.bits(few[few.count - 1], .given, isUnmarked: isUnmarked)
                    + few.dropLast().reduce(0) {
                        $0 + shares.bits($1, .middle, isUnmarked: isUnmarked)
                    }
            return NameLikeness(level: .part, weight: bits - 20, isLone: few.count == 1)
        }
        guard few.count > 1, isSame(words[0], few[0]),
            isSame(words[words.count - 1], few[few.count - 1]),
            Self.isSubsequence(few, of: words, by: isSame)
        else { return .none(.other) }
        // Whoever has a middle name has it on paper: two people, unless the office is one.
        // Not even then by itself: Lý Cường followed Lý Khắc Cường.
        return NameLikeness(
            level: .middle, weight: min(bits(few, isUnmarked: isUnmarked) - 90, Self.middleLimit))
    }

    private static func isSubsequence(
        _ few: [NameWord], of words: [NameWord], by isSame: (NameWord, NameWord) -> Bool
    ) -> Bool {
        var rest = few[...]
        for word in words {
            if let next = rest.first, isSame(word, next) { rest = rest.dropFirst() }
        }
        return rest.isEmpty
    }
}
