import BangGiaoLexicon

/// Folds the spellings under which a foreign name goes about into one: "Sergei" and "Sergey".
///
/// Letters are replaced from the left, the longest spelling first; doubled letters count once.
struct Romanisation: Sendable {
    private struct Rule {
        var spelling: [UInt8]
        var folded: [UInt8]
        var atStart: Bool
        var atEnd: Bool
    }

    private var wholes: [String: String] = [:]
    /// By first letter, longest first; those bound to an end of the word before others.
    private var rules: [UInt8: [Rule]] = [:]

    init(_ table: LexiconTable) throws(LexiconError) {
        for row in table.rows {
            let (spelling, folded) = (row["spelling"], row["folded"])
            switch row["where"] {
            case "whole": wholes[spelling] = folded
            case "any", "start", "end":
                let bytes = Array(spelling.utf8)
                rules[bytes[0], default: []].append(
                    Rule(
                        spelling: bytes, folded: Array(folded.utf8),
                        atStart: row["where"] == "start", atEnd: row["where"] == "end"))
            default: throw row.unknownValue("where")
            }
        }
        for letter in rules.keys {
            rules[letter]?.sort { left, right in
                if left.spelling.count != right.spelling.count {
                    return left.spelling.count > right.spelling.count
                }
                return (left.atStart || left.atEnd) && !(right.atStart || right.atEnd)
            }
        }
    }

    /// Returns the form under which spellings of one word meet.
    ///
    /// - Parameter letters: Lower case without marks.
    /// - Complexity: O(length).
    func fold(_ letters: String) -> String {
        if let whole = wholes[letters] { return whole }
        let bytes = Array(letters.utf8)
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let rule = rules[bytes[place]]?.first { rule in
                (!rule.atStart || place == 0)
                    && (!rule.atEnd || place + rule.spelling.count == bytes.count && place > 0)
                    && bytes[place...].starts(with: rule.spelling)
            }
            for byte in rule?.folded ?? [bytes[place]] where byte != result.last {
                result.append(byte)
            }
            place += rule?.spelling.count ?? 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns folded letters with the sounds made one that romanisations of long words mix up:
    /// "Rohani" and "Rouhani", "Araqchi" and "Araghchi", "Volachith" and
    /// "Vorachith".
    static func loosened(_ folded: String) -> String {
        var result: [UInt8] = []
        for (place, byte) in folded.utf8.enumerated() {
            let sound: UInt8? =
                switch UnicodeScalar(byte) {
                case "u": UInt8(ascii: "o")
                case "g": UInt8(ascii: "k")
                case "r": UInt8(ascii: "l")
                case "h": place == 0 ? byte : nil
                default: byte
                }
            if let sound, sound != result.last { result.append(sound) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
