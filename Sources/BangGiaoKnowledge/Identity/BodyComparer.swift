import BangGiaoModel

/// Compares two agencies by name, state and the agencies above them.
struct BodyComparer: Sendable {
    let tables: IdentityTables

    /// How two names meet, the best first.
    private enum NameLevel: String {
        case exact
        case alias
        case abbreviation
        case typo = "a mark or letter apart"
        case renamed = "renamed or merged"
        case longer = "longer form"
        case other = "another name"

        var weight: Int {
            switch self {
            case .exact: 130
            case .alias: 90
            case .abbreviation: 120
            case .typo: 60
            case .renamed, .longer: 50
            case .other: IdentityComparison.excluding
            }
        }
    }

    func compare(_ first: ProfileReading, _ second: ProfileReading) -> [IdentityComparison.Finding]
    {
        let (one, other) = (first.body, second.body)
        guard let one, let other else { return [] }
        let level = nameLevel(first, second)
        var findings: [IdentityComparison.Finding] = [
            .init(
                .name, level.rawValue, level.weight,
                values: [first.profile.name, second.profile.name])
        ]
        findings.append(country(one, other))
        findings.append(parent(first, second, isCommon: one.isCommon || other.isCommon))
        return findings
    }

    private func country(_ one: BodyName, _ other: BodyName) -> IdentityComparison.Finding {
        let values = [one, other].map { $0.country?.rawValue ?? "" }
        switch (one.country, other.country) {
        case (let x?, let y?):
            return x == y
                ? .init(.country, "same", 30, values: values)
                : .init(.country, "different", IdentityComparison.excluding, values: values)
        case (nil, nil):
            // A ministry of a state unknown is some state's; the name of a company, or of a body
            // above the states, is its own.
            let isSomeState = one.isOfState || other.isOfState
            let isShort = one.words.count < (one.level == nil ? 2 : 3)
            let isOwn =
                one.isUnique && other.isUnique
                || !isSomeState && !(isShort && (one.level != nil || one.isAbbreviation))
            return .init(.country, "unknown", isOwn ? 30 : 0, values: values)
        default:
            return .init(.country, "one unknown", 0, values: values)
        }
    }

    private func parent(
        _ first: ProfileReading, _ second: ProfileReading, isCommon: Bool
    ) -> IdentityComparison.Finding {
        let (x, y) = (first.above, second.above)
        let values = [x, y].map { $0.first?.written.joined(separator: " ") ?? "" }
        if x.isEmpty || y.isEmpty {
            return .init(
                .parent, isCommon ? "unknown, of a name that many bodies have" : "unknown",
                isCommon ? -60 : 0, values: values)
        }
        let own = Set([first, second].compactMap { $0.body?.key })
        let isOneLine =
            (x + y).contains { own.contains($0.key) }
            || x.contains { one in
                y.contains { one.key == $0.key || abbreviates(one, $0) || abbreviates($0, one) }
            }
        return isOneLine
            ? .init(.parent, "same", 30, values: values)
            : .init(.parent, "different", IdentityComparison.excluding, values: values)
    }

    private func nameLevel(_ first: ProfileReading, _ second: ProfileReading) -> NameLevel {
        guard let one = first.body, let other = second.body else { return .other }
        if one.key == other.key { return .exact }
        if abbreviates(one, other) || abbreviates(other, one) { return .abbreviation }
        if first.otherBodies.contains(other.key) || second.otherBodies.contains(one.key) {
            let isShort = [first, second].contains { NameKey.hasAbbreviation($0.profile.name) }
            return isShort ? .abbreviation : .alias
        }
        if isLater(one, other) || isLater(other, one) { return .renamed }
        if isTypo(one, other) { return .typo }
        let (few, many) = one.words.count < other.words.count ? (one, other) : (other, one)
        if few.words.count > 1, few.level == many.level, few.words.first == many.words.first,
            many.lessWords.contains(few.key)
        {
            return .longer
        }
        return .other
    }

    /// Whether a body is called so later.
    private func isLater(_ body: BodyName, _ later: BodyName) -> Bool {
        tables.renamed[body.key]?.contains {
            $0.later == later.key && $0.country == body.country ?? later.country
        } ?? false
    }

    /// Whether the capitals of one name are the first letters of the other's words: "Bộ TT&TT".
    private func abbreviates(_ short: BodyName, _ long: BodyName) -> Bool {
        short.written.contains(where: Self.isCapitals)
            && [long.words, long.allWords].contains { Self.abbreviate(short.written, $0) }
    }

    private static func abbreviate(_ written: [String], _ words: [String]) -> Bool {
        var rest = words[...]
        for word in written {
            let isShort = isCapitals(word)
            let letters = isShort ? TextFolding.key(word.filter(\.isLetter)).map(String.init) : []
            for part in isShort ? letters : [TextFolding.key(word)] {
                guard let next = rest.popFirst(),
                    isShort ? next.hasPrefix(part) : next == part
                else { return false }
            }
        }
        return rest.isEmpty
    }

    static func isCapitals(_ word: String) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase)
    }

    /// Whether one syllable of a long name differs by a mark or a letter.
    private func isTypo(_ one: BodyName, _ other: BodyName) -> Bool {
        guard one.words.count == other.words.count, one.words.count > 3,
            one.level == other.level, !(one.isKnown && other.isKnown)
        else { return false }
        let apart = zip(one.words, other.words).filter { $0 != $1 }
        return apart.count == 1
            && apart.allSatisfy { pair in
                let (a, b) = (TextFolding.unaccented(pair.0), TextFolding.unaccented(pair.1))
                return a == b || EditDistance.isAtMostOne(Array(a.utf8), Array(b.utf8))
            }
    }
}

/// The distance of strings by single letters (Levenshtein, 1966), as far as one.
enum EditDistance {
    /// Whether one letter put in, left out or replaced makes one word of the other.
    static func isAtMostOne(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        if abs(first.count - second.count) > 1 { return false }
        let start = zip(first, second).prefix { $0 == $1 }.count
        let rest = min(first.count, second.count) - start
        let end = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
        return max(first.count, second.count) - start - min(end, rest) <= 1
    }
}
