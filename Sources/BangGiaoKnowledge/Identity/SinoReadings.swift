import BangGiaoLexicon
import BangGiaoModel

/// Tells whether a romanised Chinese or Korean name is what Vietnamese reads otherwise: "Xi
/// Jinping", Tập Cận Bình.
///
/// The characters behind both are unknown, so a table says which syllables may answer which.
struct SinoReadings: Sendable {
    /// The folded readings of each syllable, by way of romanising.
    private var readings: [String: [String: Set<String>]] = [:]
    private static let longestSyllable = 6

    init(_ table: LexiconTable) throws(LexiconError) {
        for row in table.rows {
            let keys = Set(row.values("readings").map { NameWord.key($0) })
            readings[row["system"], default: [:]][row["syllable"]] = keys
        }
    }

    /// The ways of romanising, in a fixed order.
    private var systems: [String] { readings.keys.sorted() }

    /// Returns whether romanised words, family name first, may be these syllables in this order.
    ///
    /// - Parameters:
    ///   - words: Lower case without marks, hyphens taken apart.
    ///   - syllables: Keys of the Vietnamese syllables.
    /// - Complexity: O(letters × syllables).
    func answers(_ words: [String], _ syllables: [String]) -> Bool {
        systems.contains { system in
            guard let table = readings[system] else { return false }
            return isReading(words.joined(), breaks(words), syllables, table)
        }
    }

    /// Whether a word is a romanised syllable.
    func isRomanised(_ word: String) -> Bool { readings.values.contains { $0[word] != nil } }

    /// Whether words can be taken apart into two to four romanised syllables.
    func isRomanised(_ words: [String]) -> Bool {
        let letters = Array(words.joined().utf8)
        let breaks = breaks(words)
        return readings.values.contains { table in
            var places: Set<Int> = [0]
            for count in 1...4 {
                places = next(places, letters, breaks) { table[$0] != nil }
                if count > 1, places.contains(letters.count) { return true }
            }
            return false
        }
    }

    /// Returns the readings of the syllables with which a word may begin.
    func firstReadings(of word: String) -> Set<String> {
        readings.values.reduce(into: []) { result, table in
            for count in 1...Self.longestSyllable {
                result.formUnion(table[String(word.prefix(count))] ?? [])
            }
        }
    }

    /// The places that one more syllable reaches.
    private func next(
        _ places: Set<Int>, _ letters: [UInt8], _ breaks: Set<Int>, _ isSyllable: (String) -> Bool
    ) -> Set<Int> {
        var result: Set<Int> = []
        for start in places {
            for end in start..<min(letters.count, start + Self.longestSyllable) {
                if isSyllable(String(decoding: letters[start...end], as: UTF8.self)) {
                    result.insert(end + 1)
                }
                if breaks.contains(end + 1) { break }
            }
        }
        return result
    }

    /// Where a syllable may not go on: at the ends of words.
    private func breaks(_ words: [String]) -> Set<Int> {
        var place = 0
        return Set(
            words.map { word in
                place += word.utf8.count
                return place
            })
    }

    private func isReading(
        _ text: String, _ breaks: Set<Int>, _ syllables: [String], _ table: [String: Set<String>]
    ) -> Bool {
        let letters = Array(text.utf8)
        var places: Set<Int> = [0]
        for syllable in syllables {
            places = next(places, letters, breaks) { table[$0]?.contains(syllable) ?? false }
        }
        return places.contains(letters.count)
    }
}
