import BangGiaoGraph
import BangGiaoKnowledge
import BangGiaoModel
import Foundation
import GRDB
import TestSupport
import Testing

@testable import BangGiaoStore

@Suite
struct TableStoreTests {
    /// An article that names a minister and a ministry.
    private var story: Story {
        var story = Story("bài", published: "2021-10-22")
        let ministry = story.agency("Bộ Y tế", "VN")
        let person = story.person("Phan Quế Thị Lam", "VN")
        story.position(person, "Bộ trưởng", of: ministry)
        story.meeting([[person], [story.person("Bounthala Panyavichith", "LA")]])
        return story
    }

    private func table(
        _ rows: [(Int, Int, String, String?)], id: String = "quan-hệ.csv",
        names: [String] = ["Bộ Y tế", "Lê Văn Xa", "Phan Quế Thị Lam", "Khuyết danh"]
    ) throws -> RelationTable {
        var table = RelationTable(id: DocumentID(id), nodesFile: "nút.csv")
        for (place, name) in names.enumerated() {
            table.nodes.append(
                .init(
                    id: place == 2 ? "bài#p1" : "n\(place)", kind: place == 0 ? .agency : .person,
                    name: name, country: CountryCode("VN"), line: place + 2))
        }
        for (place, row) in rows.enumerated() {
            table.rows.sources.append(UInt32(row.0))
            table.rows.targets.append(UInt32(row.1))
            table.rows.types.append(try #require(RelationType(row.2)))
            if let date = row.3.flatMap({ PartialDate($0) }) {
                if !table.rows.dates.contains(date) { table.rows.dates.append(date) }
                table.rows.dateCodes.append(
                    UInt32((table.rows.dates.firstIndex(of: date) ?? 0) + 1))
            } else {
                table.rows.dateCodes.append(0)
            }
            table.rows.lines.append(UInt32(place + 2))
        }
        return table
    }

    private func withStore<Result>(_ body: (KnowledgeStore) throws -> Result) throws -> Result {
        try withTemporaryFolder { folder in
            let store = try KnowledgeStore(
                test: folder.appendingPathComponent("kho.sqlite"), mode: .write)
            return try body(store)
        }
    }

    private func dump(_ store: KnowledgeStore) throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }

    @Test
    func aDocumentCannotTakeTheIDOfATable() throws {
        try withStore { store in
            let table = try table([(0, 1, "meeting", "2020")], id: "bài")
            #expect(try store.save(table) == .added)
            let lines = try dump(store)
            let error = #expect(throws: StoreError.self) { try store.save([prepared(story)]) }
            #expect(error?.code == .invalidFacts)
            #expect(error?.detail.contains("bài is a table") == true)
            #expect(try dump(store) == lines)
            #expect(try store.remove(table: table.id))
            #expect(try store.save([prepared(story)]) == [.added])
        }
    }

    @Test
    func savingTwiceIsOnceAndAnotherTakesItsPlace() throws {
        try withStore { store in
            let first = try table([(0, 1, "meeting", "2020"), (1, 3, "mou", nil)])
            #expect(try store.save(first) == .added)
            #expect(try store.table(first.id) == first)
            let lines = try dump(store)
            #expect(try store.save(first) == .unchanged)
            let other = try table([(0, 1, "visit", "2020-05")])
            #expect(try store.save(other) == .replaced)
            #expect(try store.table(first.id) == other)
            #expect(try store.tables().map(\.rows) == [1])
            #expect(try store.save(first) == .replaced)
            #expect(try dump(store) == lines)
            #expect(try store.verify() == [])
        }
    }

    @Test
    func whatIsRemovedIsAsIfItHadNeverBeenThere() throws {
        try withStore { store in
            try store.save(story.facts, of: story.document)
            let lines = try dump(store)
            let table = try table([(0, 1, "meeting", "2020")])
            try store.save(table)
            #expect(try dump(store) != lines)
            #expect(try store.remove(table: table.id))
            #expect(try dump(store) == lines)
            #expect(try !store.remove(table: table.id))
            #expect(try store.remove(table: table.id, forgets: true))
            #expect(try !store.remove(table: table.id, forgets: true))
            #expect(try store.network().network.tables.isEmpty)
            #expect(try store.verify() == [])
        }
    }

    @Test
    func earlierDaysKnowWhatStoodThen() throws {
        try withTemporaryFolder { folder in
            let now = ManualClock()
            let store = try KnowledgeStore(
                test: folder.appendingPathComponent("kho.sqlite"), mode: .write,
                clock: { now.date })
            let table = try table([(0, 1, "meeting", "2020")])
            try store.save(table)
            now.pass(days: 1)
            try store.remove(table: table.id)
            #expect(try store.tables().isEmpty)
            let then = try store.asOf("2026-01-01")
            #expect(try then.table(table.id) == table)
            #expect(try then.network().network.tables.count == 1)
            #expect(try store.asOf("2025-12-31").tables().isEmpty)
        }
    }

    @Test
    func nodesJoinWhomTheStoreKnowsByKeyOrByName() throws {
        try withStore { store in
            try store.save(story.facts, of: story.document)
            try store.save(try table([(1, 0, "meeting", "2020"), (1, 2, "visit", nil)]))
            let stored = try store.network()
            // The ministry has the name, the kind and the state; the minister's key is given.
            let ministry = try #require(try stored.find("Bộ Y tế").first)
            let minister = try #require(try stored.find("phan que thi lam").first)
            #expect(ministry.key.rawValue == "bài#a1")
            #expect(minister.key.rawValue == "bài#p1")
            var workspace = SearchWorkspace()
            let guest = try #require(try stored.find("Bounthala Panyavichith").first)
            let stranger = try #require(try stored.find("n1").first)
            #expect(stranger.name == "Lê Văn Xa")
            #expect(stranger.key.rawValue == "quan-hệ.csv#n1")
            let path = try PathQuery(from: stranger.key, to: guest.key)
                .paths(in: stored.network, using: &workspace)
            #expect(
                path.first?.hops.map { $0.links[0].fact.id } == ["quan-hệ.csv:3", "bài#m1"])
            // Gone with the article, the nodes stand alone.
            try store.remove(story.document.id)
            let alone = try store.network()
            #expect(try alone.find("Bộ Y tế").map(\.key.rawValue) == ["quan-hệ.csv#n0"])
        }
    }

    @Test
    func aNodeOfAnotherKindOrStateStandsAlone() throws {
        try withStore { store in
            try store.save(story.facts, of: story.document)
            var table = try table([(1, 0, "meeting", "2020")])
            table.nodes[0].country = CountryCode("LA")
            try store.save(table)
            #expect(try store.network().find("Bộ Y tế").count == 2)
            table.nodes[0].country = CountryCode("VN")
            table.nodes[0].kind = .person
            try store.save(table)
            #expect(try store.network().find("Bộ Y tế").count == 2)
        }
    }

    @Test
    func aRowIsExplainedByItsFileAndLine() throws {
        try withStore { store in
            try store.save(
                try table(
                    [(0, 1, "meeting", "2020")], names: ["Bộ Y tế", "Lê, \"Xa\"", "C", "D"]))
            let reasons = try #require(try store.reasons(ofRow: "quan-hệ.csv:2"))
            #expect(reasons.text == "n0,n1,meeting,2020")
            #expect(reasons.nodes.map(\.name) == ["Bộ Y tế", "Lê, \"Xa\""])
            #expect(reasons.nodesFile == "nút.csv")
            #expect(try store.reasons(ofRow: "quan-hệ.csv:3") == nil)
            #expect(try store.reasons(ofRow: "bài#m1") == nil)
        }
    }

    @Test
    func aDocumentKeepsItsID() throws {
        try withStore { store in
            try store.save(story.facts, of: story.document)
            let table = try table([(0, 1, "meeting", nil)], id: "bài")
            #expect(throws: StoreError.self) { try store.save(table) }
            #expect(try store.tables().isEmpty)
        }
    }

    @Test
    func damagedColumnsAreToldAndMadeAgain() throws {
        try withStore { store in
            let table = try table([(0, 1, "meeting", "2020"), (1, 3, "part-of", nil)])
            try store.save(table)
            try store.queue.write {
                try $0.execute(sql: "UPDATE sheetColumns SET columns = x'00'")
            }
            #expect(try store.verify().contains { $0.contains("run banggiao rebuild") })
            #expect(throws: StoreError.self) { try store.network() }
            try store.rebuild()
            #expect(try store.verify() == [])
            #expect(try store.network().network.graph.edgeCount == 2)
        }
    }

    @Test
    func changedRowsAreTold() throws {
        try withStore { store in
            try store.save(try table([(0, 1, "meeting", "2020")]))
            try store.queue.write { try $0.execute(sql: "UPDATE sheetRow SET target = 3") }
            #expect(try store.verify().contains { $0.contains("isn't the one that was saved") })
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func columnsReadBackWhatTheyWrote(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
            (
                Int.random(in: 0..<4, using: &generator), Int.random(in: 0..<4, using: &generator),
                RelationType.allCases.randomElement(using: &generator)?.name ?? "meeting",
                ["2020", "2021-10-22", nil].randomElement(using: &generator) ?? nil
            )
        }
        let columns = TableColumns(try table(rows))
        let bytes = columns.bytes
        #expect(bytes.withUnsafeBytes { TableColumns($0) } == columns)
        // Whatever is cut or changed at the head is seen.
        for count in [0, 7, 47, bytes.count - 1] where count < bytes.count {
            #expect(bytes.prefix(count).withUnsafeBytes { TableColumns($0) } == nil)
        }
        var changed = bytes
        changed[8] ^= 0xFF
        #expect(changed.withUnsafeBytes { TableColumns($0) } == nil)
    }
}

/// A clock that stands until it is moved; it begins with 2026.
private final class ManualClock: @unchecked Sendable {
    private(set) var date = Date(timeIntervalSince1970: 1_767_225_600)

    func pass(days: Double) { date += days * 86_400 }
}
