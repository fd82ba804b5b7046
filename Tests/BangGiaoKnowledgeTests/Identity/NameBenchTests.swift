import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import TestSupport
import Testing

/// A pair of the name bench: a table of pairs of all kinds, with what must come of each.
struct BenchPair: Sendable, CustomTestStringConvertible {
    var tier: String
    var first: IdentityProfile
    var second: IdentityProfile
    /// What is true; "unsure" where the pair doesn't tell.
    var expected: Judgement.Verdict
    var testDescription: String
    /// Whether the pair was left unseen while the rules were made: a third of them.
    var isHeldOut: Bool

    static func all() throws -> [BenchPair] {
        let file = Repository.root.appendingPathComponent(
            "Tests/BangGiaoKnowledgeTests/Identity/Bench/names.tsv")
        let reader = try OfficeReader(directory: Repository.lexicon)
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return try lines.dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map(String.init)
            try #require(cells.count == 8, "\(line)")
            func profile(_ start: Int) throws -> IdentityProfile {
                let state = reader.state(cells[start + 1])
                try #require(cells[start + 1].isEmpty || state != nil, "\(line)")
                return reader.profile(cells[start], country: state, role: cells[start + 2])
            }
            return BenchPair(
                tier: cells[0], first: try profile(1), second: try profile(4),
                expected: try #require(Judgement.Verdict(rawValue: cells[7])),
                testDescription: cells.joined(separator: " | "),
                isHeldOut: hash("\(cells[1])|\(cells[4])") % 3 == 0)
        }
    }

    /// FNV-1a (Fowler, Noll, Vo), 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

/// Who is who in the bench: names of pairs that are one, and names spelt alike but for marks.
struct BenchPeople {
    private var numbers: [String: Int] = [:]

    init(_ pairs: [BenchPair]) {
        for pair in pairs where pair.expected == .same {
            let keys = [Self.key(pair.first.name), Self.key(pair.second.name)]
            let known = Set(keys.compactMap { numbers[$0] })
            let number = known.min() ?? numbers.count
            for (key, old) in numbers where known.contains(old) { numbers[key] = number }
            for key in keys { numbers[key] = number }
        }
    }

    /// The number of a person; a text of its own for one whom no pair makes one with another.
    func number(of name: String) -> String {
        numbers[Self.key(name)].map { String($0) } ?? Self.key(name)
    }

    private static func key(_ name: String) -> String {
        TextFolding.unaccented(name).filter(\.isLetter)
    }
}

@Suite("Name bench")
struct NameBenchTests {
    private let judge = IdentityJudge.shared
    private let pairs: [BenchPair]

    init() throws { pairs = try BenchPair.all() }

    @Test("is large, and broad")
    func size() {
        #expect(pairs.count >= 500)
        #expect(Set(pairs.map(\.tier)).count >= 30)
    }

    @Test("nothing is merged that isn't one, and nothing that may be two")
    func noWrongMerge() {
        for pair in pairs where pair.expected != .same {
            let comparison = judge.compare(pair.first, pair.second)
            #expect(comparison.verdict != .same, "\(pair.testDescription): \(comparison)")
        }
    }

    @Test("what is one is found", arguments: [false, true])
    func sameIsFound(isHeldOut: Bool) {
        let same = pairs.filter { $0.expected == .same && $0.isHeldOut == isHeldOut }
        let missed = same.filter { judge.compare($0.first, $0.second).verdict != .same }
        let share = Double(same.count - missed.count) / Double(same.count)
        #expect(share >= 0.97, "\(missed.map(\.testDescription).joined(separator: "\n"))")
    }

    @Test("what is one letter or kinsman away is told apart, not only left open")
    func differentIsTold() {
        let tiers: Set = ["one-mark-apart", "other-state", "kin", "sex", "agency-other-state"]
        for pair in pairs where pair.expected == .different && tiers.contains(pair.tier) {
            let comparison = judge.compare(pair.first, pair.second)
            let isKept = comparison.verdict == .different || pair.tier == "kin"
            #expect(isKept, "\(pair.testDescription): \(comparison)")
        }
    }

    @Test("what a pair doesn't tell is left to a person")
    func unsureIsUnsure() {
        let open = pairs.filter { $0.expected == .unsure }
        let unsure = open.filter { judge.compare($0.first, $0.second).verdict == .unsure }
        #expect(unsure.count * 2 > open.count)
    }

    @Test("the order of the two doesn't matter")
    func symmetry() {
        for pair in pairs {
            let one = judge.compare(pair.first, pair.second)
            let other = judge.compare(pair.second, pair.first)
            #expect(one.weight == other.weight, "\(pair.testDescription)")
            #expect(one.verdict == other.verdict, "\(pair.testDescription)")
        }
    }

    @Test("nobody is merged with another pair's people of one state", arguments: ["korean", "kin"])
    func acrossPairs(tier: String) {
        let people = BenchPeople(pairs)
        let profiles = pairs.filter { $0.tier == tier }.flatMap { [$0.first, $0.second] }
        let readings = profiles.map { judge.reading(of: $0) }
        let numbers = profiles.map { people.number(of: $0.name) }
        for first in readings.indices {
            for second in readings.indices.dropFirst(first + 1)
            where numbers[first] != numbers[second] {
                let comparison = judge.compare(readings[first], readings[second])
                #expect(
                    comparison.verdict != .same,
                    "\(profiles[first].name) | \(profiles[second].name): \(comparison)")
            }
        }
    }

    @Test("whatever may be one meets in a block")
    func meeting() {
        // Each fifth pair with all others of these: a law on 70,000 pairs of profiles.
        let some = pairs.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
        let readings = some.flatMap { [$0.first, $0.second] }.map { judge.reading(of: $0) }
        let keys = readings.map { reading in
            Dictionary(
                judge.blockingKeys(of: reading).map { ($0.text, $0.isOpen) },
                uniquingKeysWith: { $0 || $1 })
        }
        var missed: [String] = []
        for (first, reading) in readings.enumerated() {
            for second in readings.indices.dropFirst(first + 1) {
                let comparison = judge.compare(reading, readings[second])
                if comparison.verdict == .different { continue }
                let meets = keys[first].contains { text, isOpen in
                    keys[second][text].map { $0 || isOpen } ?? false
                }
                if !meets {
                    missed.append(
                        "\(reading.profile) \(readings[second].profile) \(comparison.findings)")
                }
            }
        }
        #expect(missed.isEmpty, "\(missed.prefix(5).joined(separator: "\n"))")
    }
}
