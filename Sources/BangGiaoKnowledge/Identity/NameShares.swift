import BangGiaoLexicon
import BangGiaoModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How much a word of a name tells, in tenths of a bit: the logarithm of how rare it is.
///
/// Static tables, not counts of the documents at hand: what is thought of two names must not
/// depend on what else is known.
struct NameShares: Sendable {
    /// Where in a Vietnamese name a word stands.
    enum Place: String, Sendable {
        case surname
        case middle
        case given
    }

    private var bits: [String: Int] = [:]
    private var unmarkedBits: [String: Int] = [:]
    private var foreignBits: [String: Int] = [:]

    init(_ table: LexiconTable, _ romanisation: Romanisation) throws(LexiconError) {
        var unmarked: [String: Double] = [:]
        for row in table.rows {
            guard let share = Double(row["share"]), share > 0 else {
                throw row.unknownValue("share")
            }
            if row["place"] == "foreign" {
                // Spellings of one name are as common as the commonest.
                foreignBits[Romanisation.loosened(romanisation.fold(row["name"]))] = min(
                    Self.bits(ofShare: share),
                    foreignBits[Romanisation.loosened(romanisation.fold(row["name"]))] ?? .max)
                continue
            }
            guard let place = Place(rawValue: row["place"]) else {
                throw row.unknownValue("place")
            }
            bits[Self.key(NameWord.key(row["name"]), place)] = Self.bits(ofShare: share)
            unmarked[Self.key(TextFolding.unaccented(row["name"]), place), default: 0] += share
        }
        unmarkedBits = unmarked.mapValues { Self.bits(ofShare: $0) }
    }

    /// What a word of a Vietnamese name tells.
    func bits(_ word: NameWord, _ place: Place, isUnmarked: Bool) -> Int {
        let known =
            isUnmarked
            ? unmarkedBits[Self.key(word.letters, place)] : bits[Self.key(word.key, place)]
        return known ?? (place == .given ? 105 : 95)
    }

    /// What a word of another name tells: longer words are rarer.
    func bits(_ word: NameWord) -> Int {
        if let known = foreignBits[word.loose] { return known }
        return switch word.loose.count {
        case ...2: 60
        case 3: 70
        case 4: 85
        case 5: 100
        case 6: 110
        case 7...8: 120
        default: 130
        }
    }

    private static func key(_ word: String, _ place: Place) -> String {
        "\(place.rawValue) \(word)"
    }

    /// Ten times the logarithm to base 2 of one in how many has it; shares are of ten thousand.
    private static func bits(ofShare share: Double) -> Int {
        Int((10 * log2(10_000 / share)).rounded())
    }
}
