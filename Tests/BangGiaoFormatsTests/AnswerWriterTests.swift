import BangGiaoFormats
import BangGiaoGraph
import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import Testing

@Suite
struct AnswerWriterTests {
    private let base: KnowledgeBase

    init() {
        let lan = KnownEntity(
            key: EntityKey(rawValue: "tin#p1"), kind: .person, name: "Lan",
            country: CountryCode("VN"))
        let kham = KnownEntity(
            key: EntityKey(rawValue: "tin#p2"), kind: .person, name: "Kham",
            country: CountryCode("LA"))
        let body = KnownEntity(
            key: EntityKey(rawValue: "tin#a1"), kind: .agency, name: "Bộ Y tế",
            country: CountryCode("VN"))
        func source(_ document: String, _ quotation: String) -> Source {
            Source(
                document: DocumentID(document),
                evidence: Evidence(
                    span: TextSpan(0, quotation.utf8.count), quotation: quotation, rule: "x",
                    confidence: 0.9))
        }
        func dates(_ texts: String...) -> [PartialDate] { texts.compactMap { PartialDate($0) } }
        base = KnowledgeBase(
            documents: [
                DocumentFacts.Header(
                    id: DocumentID("tin"), title: "Hội đàm", published: PartialDate("2025-12-17"))
            ],
            entities: [body, lan, kham],
            positions: [
                KnownPosition(
                    id: "tin#o1", person: lan.key, title: "Bộ trưởng", of: body.key,
                    seen: dates("2025-01-01", "2025-12-31"), sources: [source("cũ", "bà Lan")]),
                KnownPosition(
                    id: "tin#o2", person: kham.key, title: "Đại sứ", of: body.key,
                    seen: dates("2019"), sources: [source("cũ", "ông Kham")]),
            ],
            meetings: [
                KnownMeeting(
                    id: "tin#m1", kind: .talks, sides: [[lan.key], [kham.key]],
                    date: PartialDate("2025-12-15"), place: "Hà Nội",
                    sources: [source("tin", "Bà Lan\thội đàm\nvới ông Kham.")])
            ])
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test
    func anEventTellsPlaceSidesOfficesOfThenAndItsPassage() {
        let entries = base.meetings.map { TimelineQuery.Entry($0) }
        // The office that was seen before and after is told, the one of years ago isn't.
        #expect(
            text(AnswerWriter(base, as: .text).write(entries)) == """
                15/12/2025  Hội đàm · Hà Nội
                   Lan (VN) – Kham (LA)  [tin#m1]
                   Lan: Bộ trưởng · Bộ Y tế
                     “Bà Lan hội đàm với ông Kham.”
                     — tin · 17/12/2025 · Hội đàm

                """)
    }

    @Test
    func aTableHasItsCellsInOneLine() {
        let entries = base.meetings.map { TimelineQuery.Entry($0) }
        let lines = text(AnswerWriter(base, as: .tsv).write(entries)).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines[1]
                == "2025-12-15\t2025-12-15\ttin#m1\tmeeting\ttalks\t2025-12-15\tHà Nội\theld\ttin\tBà Lan hội đàm với ông Kham.\ttin#p1 tin#p2"
        )
    }

    @Test
    func anEntryOfATimelineTellsItsOwnDays() throws {
        var base = base
        base.positions[0].seen = ["2004", "2006-05", "2020"].compactMap { PartialDate($0) }
        base.positions[0].endedBy = ["2010"].compactMap { PartialDate($0) }
        let entries = TimelineQuery([EntityKey(rawValue: "tin#p1")]).entries(in: base)
        let json = try JSONSerialization.jsonObject(
            with: Data(AnswerWriter(base, as: .json).write(entries)))
        let events = try #require((json as? [String: Any])?["events"] as? [[String: Any]])
        #expect(events.map { $0["from"] as? String } == ["2004", "2020", "2025-12-15"])
        #expect(events.map { $0["to"] as? String } == ["2006-05", "2020", "2025-12-15"])
        let rows = text(AnswerWriter(base, as: .tsv).write(entries)).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.map { $0[5] } == ["date", "2004/2006-05", "2020", "2025-12-15"])
    }

    @Test
    func noTwoColumnsOfATableHaveOneName() throws {
        let lan = EntityKey(rawValue: "tin#p1")
        let kham = EntityKey(rawValue: "tin#p2")
        let network = Network(GraphProjection().project(base))
        let answer = try CommonQuery(lan, kham, isExact: true).answer(in: network)
        let entries = base.meetings.map { TimelineQuery.Entry($0) }
        let writer = AnswerWriter(base, as: .tsv)
        var workspace = SearchWorkspace()
        let paths = try PathQuery(from: lan, to: kham).paths(in: network, using: &workspace)
        let ends = paths[0].entities
        let tables = [
            writer.write(answer, names: ("Lan", "Kham"), together: entries), writer.write(entries),
            writer.write(paths, from: ends[0], to: ends[1]),
        ]
        for table in tables {
            let names = text(table).prefix { $0 != "\n" }.split(separator: "\t")
            #expect(Set(names).count == names.count)
        }
        #expect(text(tables[0]).hasPrefix("common\tof\tfrom\t"))
    }

    @Test
    func nothingThatSteersATerminalIsInAText() throws {
        var base = base
        for place in base.entities.indices {
            base.entities[place].name += "\u{1B}[31m\u{7}\u{202E}\u{9B}\nx\ty"
        }
        let name = "Lan[31m x y"
        let lan = base.entities[1]
        let kham = base.entities[2]
        let network = Network(GraphProjection().project(base))
        var workspace = SearchWorkspace()
        let paths = try PathQuery(from: lan.key, to: kham.key).paths(
            in: network, using: &workspace)
        let near = try NeighbourQuery(kham.key, hops: 2).neighbours(in: network, using: &workspace)
        let answer = try CommonQuery(lan.key, kham.key, isExact: true).answer(in: network)
        let ranking = try RankQuery(.degree).ranking(in: network)
        let entries = TimelineQuery([lan.key]).entries(in: base)
        for format in [AnswerFormat.text, .tsv] {
            let writer = AnswerWriter(base, as: format)
            let texts = [
                writer.write(entries), writer.write(paths, from: lan, to: kham),
                writer.write(near), writer.write(ranking),
                writer.write(answer, names: (lan.name, kham.name), together: entries),
            ].map(text)
            for text in texts {
                #expect(
                    text.unicodeScalars.allSatisfy {
                        $0 == "\n" || $0 == "\t" && format == .tsv
                            || $0.properties.generalCategory != .control && $0 != "\u{202E}"
                    })
                #expect(!text.contains("\nx"))
            }
            #expect(format == .tsv || texts[0..<4].allSatisfy { $0.contains(name) })
        }
    }

    @Test
    func numbersAreWholeWhereTheyAre() throws {
        let ranking = try RankQuery(.pageRank, kind: .person).ranking(
            in: Network(GraphProjection().project(base)))
        let json = try JSONSerialization.jsonObject(
            with: Data(AnswerWriter(base, as: .json).write(ranking)))
        let values = try #require((json as? [String: Any])?["ranking"] as? [[String: Any]])
        #expect(values.compactMap { $0["value"] as? Double } == ranking.map(\.value))
        let degrees = try RankQuery(.degree).ranking(in: Network(GraphProjection().project(base)))
        #expect(
            text(AnswerWriter(base, as: .text).write(degrees)) == """
                2  Bộ Y tế (VN)  [tin#a1]
                2  Lan (VN)  [tin#p1]
                2  Kham (LA)  [tin#p2]

                """)
        #expect(
            text(AnswerWriter(base, as: .tsv).write(degrees)).hasPrefix(
                "rank\tvalue\tid\ttype\tname\tcountry\n1\t2\ttin#a1\tagency\tBộ Y tế\tVN\n"))
    }
}
