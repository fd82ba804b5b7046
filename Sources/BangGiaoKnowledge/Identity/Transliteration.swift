import BangGiaoLexicon
import BangGiaoModel

/// Tells whether a Vietnamese paper may have written a romanised name so by ear: "Xi-xu-lít" for
/// "Sisoulith".
///
/// A table says which letters answer which; the cheapest way to read the one name as the other is
/// found by dynamic programming, as for the edit distance of strings (Wagner and Fischer, JACM 21,
/// 1974), with letters of a table in place of single ones.
struct Transliteration: Sendable {
    private struct Rule {
        var latin: [UInt8]
        var press: [UInt8]
        var atStart: Bool
        var atEnd: Bool
        var cost: Int
    }

    /// By the first letter of the romanised name.
    private var rules: [[Rule]] = Array(repeating: [], count: 256)
    /// Sounds that the paper puts in between.
    private var insertions: [Rule] = []
    /// What a letter costs that nothing answers.
    private static let unanswered = 4

    init(_ table: LexiconTable) throws(LexiconError) {
        for row in table.rows {
            guard let cost = Int(row["cost"]) else { throw row.unknownValue("cost") }
            guard ["any", "start", "end"].contains(row["where"]) else {
                throw row.unknownValue("where")
            }
            let latin = row["latin"] == "-" ? [] : Array(row["latin"].utf8)
            let press = row["press"] == "-" ? [] : Self.sounds(row["press"])
            let rule = Rule(
                latin: latin, press: press, atStart: row["where"] == "start",
                atEnd: row["where"] == "end", cost: cost)
            if let first = latin.first {
                rules[Int(first)].append(rule)
            } else {
                insertions.append(rule)
            }
        }
    }

    /// The letters of a name written by ear: without marks but for ơ and đ, y as i, doubles once.
    static func sounds(_ press: String) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in press.lowercased().unicodeScalars {
            let byte: UInt8 =
                switch scalar {
                case "đ", "\u{F0}": UInt8(ascii: "1")
                case "ơ", "ờ", "ớ", "ở", "ỡ", "ợ": UInt8(ascii: "2")
                case "y", "ý", "ỳ", "ỷ", "ỹ", "ỵ": UInt8(ascii: "i")
                default: TextFolding.unaccented(String(scalar)).utf8.first ?? 0
                }
            if byte != 0, byte != result.last { result.append(byte) }
        }
        return result
    }

    /// The letters of a romanised word, doubled ones once but for "ll", "ee" and "oo".
    static func letters(_ latin: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in latin.utf8 where byte != result.last || "leo".utf8.contains(byte) {
            result.append(byte)
        }
        return result
    }

    /// Returns how far what is written by ear is from the romanised letters: 0 where each letter is
    /// answered as usual; nil where it is farther than a word of this length and the slack allow.
    ///
    /// - Complexity: O(letters × sounds).
    func cost(of latin: [UInt8], as press: [UInt8], slack: Int) -> Int? {
        let limit = Self.limit(latin.count) + slack
        guard !latin.isEmpty, !press.isEmpty, press.count <= 2 * latin.count + 2,
            latin.count <= 3 * press.count
        else { return nil }
        let width = press.count + 1
        let far = 1000
        var costs = Array(repeating: far, count: (latin.count + 1) * width)
        costs[0] = 0
        for i in 0...latin.count {
            for j in 0...press.count {
                let cost = costs[i * width + j]
                if cost > limit { continue }
                func reach(_ i: Int, _ j: Int, _ sum: Int) {
                    if sum < costs[i * width + j] { costs[i * width + j] = sum }
                }
                for rule in insertions where press[j...].starts(with: rule.press) && i > 0 {
                    reach(i, j + rule.press.count, cost + rule.cost)
                }
                if j < press.count { reach(i, j + 1, cost + Self.unanswered) }
                guard i < latin.count else { continue }
                reach(i + 1, j, cost + Self.unanswered)
                for rule in rules[Int(latin[i])] {
                    let end = i + rule.latin.count
                    if end > latin.count || rule.atStart && i > 0
                        || rule.atEnd && end < latin.count
                        || !latin[i..<end].elementsEqual(rule.latin)
                        || !press[j...].starts(with: rule.press)
                    {
                        continue
                    }
                    reach(end, j + rule.press.count, cost + rule.cost)
                }
            }
        }
        let cost = costs[latin.count * width + press.count]
        return cost <= limit ? cost : nil
    }

    /// Short words have little to go astray in.
    static func limit(_ letters: Int) -> Int {
        switch letters {
        case ...3: 1
        case 4...5: 2
        case 6...8: 3
        case 9...13: 4
        default: 6
        }
    }
}
