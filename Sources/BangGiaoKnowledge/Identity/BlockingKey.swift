import BangGiaoModel

/// A text in which profiles meet that are worth comparing.
///
/// Two profiles meet where they have a text in common and one of the two opens the block: names by
/// ear are compared with romanised ones, not these with each other.
public struct BlockingKey: Hashable, Sendable {
    /// What is in common.
    public var text: String
    /// Whether the profile opens the block.
    public var isOpen: Bool

    init(_ kind: String, _ text: String, isOpen: Bool = true) {
        self.text = "\(kind) \(text)"
        self.isOpen = isOpen
    }
}

extension IdentityJudge {
    /// Returns the blocks in which a profile meets all others that may be the same.
    ///
    /// Whatever ``compare(_:_:)-(ProfileReading,ProfileReading)`` calls same or unsure meets in one block at
    /// least.
    /// - Complexity: O(names × words²).
    public func blockingKeys(of reading: ProfileReading) -> Set<BlockingKey> {
        switch reading.profile.kind {
        case .person: personKeys(reading)
        case .agency: bodyKeys(reading)
        case .country:
            Set(reading.profile.country.map { [BlockingKey("state", $0.rawValue)] } ?? [])
        }
    }

    private func bodyKeys(_ reading: ProfileReading) -> Set<BlockingKey> {
        guard let body = reading.body else { return [] }
        var keys: Set<BlockingKey> = [BlockingKey("body", body.key)]
        for other in reading.otherBodies { keys.insert(BlockingKey("body", other)) }
        for less in body.lessWords { keys.insert(BlockingKey("body", less)) }
        // "TT&TT" and what it may be short for.
        let isShort = NameKey.hasAbbreviation(reading.profile.name)
        if isShort {
            keys.insert(BlockingKey("letters", Self.letters(body.written)))
        }
        for initials in body.initials {
            keys.insert(BlockingKey("letters", initials, isOpen: isShort))
        }
        for renamed in tables.renamed[body.key] ?? [] {
            keys.insert(BlockingKey("body", renamed.later))
        }
        return keys
    }

    /// The capitals of abbreviations, and the first letters of other words.
    private static func letters(_ words: [String]) -> String {
        words.map { word in
            let letters = TextFolding.key(word.filter(\.isLetter))
            return BodyComparer.isCapitals(word) ? letters : String(letters.prefix(1))
        }.joined()
    }

    private func personKeys(_ reading: ProfileReading) -> Set<BlockingKey> {
        var keys: Set<BlockingKey> = []
        let bodies = Set(
            reading.offices.flatMap { office in
                Array(office.line)
                    + (office.bodyKey(home: reading.profile.country).map { [$0] } ?? [])
            })
        for name in reading.names {
            spelling(name, &keys)
            sound(name, bodies, &keys)
            if reading.profile.country != .vietnam { readings(name, &keys) }
            keys.insert(
                BlockingKey(
                    "whole", Romanisation.loosened(name.whole.folded)))
            if let state = reading.profile.country {
                for first in [name.whole, name.everything].flatMap(\.firstSounds) {
                    keys.insert(
                        BlockingKey(
                            "undivided", "\(first.rawValue) \(state.rawValue)",
                            isOpen: name.whole.hearing != .none))
                }
            }
        }
        return keys
    }

    /// Names that share two words, or a word and the first letters of the others.
    private func spelling(_ name: PersonName, _ keys: inout Set<BlockingKey>) {
        let words = name.words
        for (place, word) in words.enumerated() where !word.isInitial {
            let others = words[..<place] + words[(place + 1)...]
            for other in others {
                keys.insert(
                    BlockingKey(
                        "initial", "\(word.loose) \(other.first)", isOpen: other.isInitial))
            }
            for other in words[(place + 1)...] where !other.isInitial {
                // Of Vietnamese names only these pairs are left where words are left out.
                let isPair =
                    !name.isVietnamese
                    || other == words.last
                        && (place == 0 || place == words.count - 2)
                if isPair {
                    let pair = [word.loose, other.loose].sorted().joined(separator: " ")
                    keys.insert(BlockingKey("words", pair))
                }
            }
        }
    }

    /// Names that sound alike, and words alone in one body.
    private func sound(
        _ name: PersonName, _ bodies: Set<String>, _ keys: inout Set<BlockingKey>
    ) {
        let isHeard = name.words.contains { $0.hearing != .none }
        let sounds = name.words.map { $0.firstSounds.map(\.rawValue) }
        for (place, firsts) in sounds.enumerated() {
            for body in bodies {
                for first in firsts {
                    keys.insert(BlockingKey("lone", "\(first) \(body)", isOpen: sounds.count == 1))
                }
            }
            for seconds in sounds[(place + 1)...] {
                for first in firsts {
                    for second in seconds {
                        let pair = "\(min(first, second)) \(max(first, second))"
                        keys.insert(BlockingKey("sounds", pair, isOpen: isHeard))
                    }
                }
            }
        }
    }

    /// Chinese and Korean names, by the readings of the family name.
    private func readings(_ name: PersonName, _ keys: inout Set<BlockingKey>) {
        if name.areSyllables, (2...4).contains(name.words.count) {
            keys.insert(BlockingKey("reading", name.words[0].key))
        }
        guard !name.isMarked, tables.sino.isRomanised(name.allLetters) else { return }
        for surname in [name.allLetters.first, name.allLetters.last].compactMap({ $0 }) {
            for reading in tables.sino.firstReadings(of: surname) {
                keys.insert(BlockingKey("reading", reading, isOpen: false))
            }
        }
    }
}

extension NameWord {
    /// The classes with which the word may be heard to begin, one by one.
    fileprivate var firstSounds: [FirstSounds] {
        switch hearing {
        case .none: FirstSounds(romanised: latin).elements
        case .perhaps: FirstSounds(romanised: latin).union(FirstSounds(byEar: sounds)).elements
        case .certain: FirstSounds(byEar: sounds).elements
        }
    }
}
