import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@testable import BangGiaoFormats

struct PlanningTests {
    @Test(arguments: [
        ("Bộ Ngoại giao", 200.0, ["Bộ Ngoại giao"]), ("Bộ Ngoại giao", 40, ["Bộ", "Ngoại…"]),
        ("", 100, []), ("   ", 100, []), ("Panyavichith", 30, ["Pa…"]),
    ])
    func linesBreakBetweenWords(text: String, width: Double, lines: [String]) {
        #expect(TextMeasure.lines(of: text, width: width, count: 2, size: 11) == lines)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func noLineIsWiderThanAskedFor(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("aăâbcdđeêghiklmnoôơpqrstuưvxy ABCD,.-Ằễỷ汉🇻🇳")
        let text = String(
            (0..<Int.random(in: 0...300, using: &random)).compactMap { _ in
                letters.randomElement(using: &random)
            })
        let lines = TextMeasure.lines(of: text, width: 90, count: 3, size: 9, isBold: true)
        #expect(lines.count <= 3)
        for line in lines {
            #expect(TextMeasure.width(of: line, size: 9, isBold: true) <= 90)
        }
    }

    @Test func ratherSomebodyForeignMovesThanTheHomeCountry() {
        let keys = ["vn", "au", "asean", "pm"].map { EntityKey(rawValue: $0) }
        let countries = [keys[0]: "VN", keys[1]: "AU", keys[3]: "AU"].mapValues {
            CountryCode($0)
        }
        // Australia meets Viet Nam and the association; somebody of it meets Viet Nam, too.
        for sides in [[1, 2], [2, 1]] {
            let left = BandAssigner(
                events: [
                    [[keys[0]], [keys[1]]], sides.map { [keys[$0]] }, [[keys[0]], [keys[3]]],
                ],
                home: [keys[0]], actors: keys, countries: countries
            ).left()
            #expect(left == [keys[0], keys[2]])
        }
    }

    @Test func oneSideMovesWhereAllAreOfOneBand() {
        let keys = ["a", "b", "c"].map { EntityKey(rawValue: $0) }
        let left = BandAssigner(
            events: [[[keys[0]], [keys[1]]]], home: Set(keys.prefix(2)), actors: keys,
            countries: [:]
        ).left()
        #expect(left == [keys[0]])
        // Whoever is needed opposite a foreigner stays.
        let both = BandAssigner(
            events: [[[keys[0]], [keys[1]]], [[keys[1]], [keys[2]]]], home: Set(keys.prefix(2)),
            actors: keys,
            countries: [:]
        ).left()
        #expect(both == [keys[1]])
    }

    /// Three actors on either side and an event for each pair that face each other.
    private func order(_ left: [Int], _ right: [Int]) -> BandOrder {
        func actors(_ band: Int, _ order: [Int]) -> [BandOrder.Group] {
            [.init(id: 0, actors: order.map { .init(id: $0, port: band * 3 + $0, rows: []) })]
        }
        let lines = (0..<3).flatMap { event in
            [
                BandOrder.Line(band: 0, port: event, event: event),
                BandOrder.Line(band: 1, port: 3 + event, event: event),
            ]
        }
        return BandOrder(
            bands: [actors(0, left), actors(1, right)], events: [0, 1, 2], portCount: 6,
            lines: lines, pairs: [])
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]])
    func linesThatNeedNotCrossDoNot(right: [Int]) {
        let improved = order([2, 0, 1], right).improved()
        let actors = improved.bands.map { $0[0].actors.map(\.id) }
        #expect(actors[0] == improved.events)
        #expect(actors[1] == improved.events)
    }

    @Test(arguments: [
        ("a\\", "\"a\\\\\""), ("a\"b", "\"a\\\"b\""), ("a&b", "\"a&amp;b\""), ("a\nb", "\"a b\""),
    ])
    func plainTextIsQuoted(text: String, quoted: String) {
        #expect(DOTText.quoted(text) == quoted)
    }
}
