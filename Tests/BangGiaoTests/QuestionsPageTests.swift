import BangGiao
import Foundation
import TestSupport
import Testing

/// The code that the page on questions shows, on a store of the seeds.
@Suite("Questions page", .serialized)
struct QuestionsPageTests {
    @Test("its code is the code below, which runs")
    func examples() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("banggiao-questions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("seeds.sqlite")
        try await fill(file)
        var lines: [String] = []
        func print(_ words: Any...) { lines.append("\(words)") }
        func count(_ body: () throws -> Void) rethrows -> Int {
            let before = lines.count
            try body()
            return lines.count - before
        }

        // The page begins.
        let store = try KnowledgeStore(file, mode: .read)
        let stored = try store.network()
        var workspace = SearchWorkspace()
        let an = try stored.find("phạm thu hằng")[0]
        let kham = try stored.find("Bounthala Panyavichith")[0]

        var question = PathQuery(from: an.key, to: kham.key, limit: 3, includesLonger: true)
        question.facts.since = PartialDate("2015")
        question.facts.relations = [.meeting, .position]
        for path in try question.paths(in: stored.network, using: &workspace) {
            print(path.entities.map(\.name).joined(separator: " → "))
        }
        // So far.
        #expect(lines.count == 3)

        let cambodia = try stored.find("Campuchia")[0]
        let several = ConnectionQuery([an.key, kham.key, cambodia.key])
        if let connection = try several.connection(in: stored.network, using: &workspace) {
            let diagram = try Diagram.whole(stored.knowledge.restricted(to: connection))
            print(try DiagramRenderer().render(diagram, as: .svg).count)
        }
        // So far.
        #expect(lines.count == 4)

        let groups = try ["Việt Nam", "Lào"].map { name in
            let node = try stored.network.node(stored.find(name)[0].key)
            return Set(try stored.network.own(of: node!).map { try stored.network.entity($0).key })
        }
        for meeting in EventQuery(groups, isBetween: true).meetings(in: stored.knowledge) {
            print(meeting.date?.description ?? "?", meeting.kind.rawValue)
        }
        // So far.
        #expect(lines.count > 5)

        let before = lines.count
        let facts = FactFilter(relations: [.meeting], since: PartialDate("2017"))
        for ranked in try RankQuery(.pageRank, kind: .person, facts: facts).ranking(
            in: stored.network)
        {
            print(ranked.entity.name, ranked.value)
        }
        // So far.
        #expect(lines.count > before)

        let table = try RelationTableReader().read(
            nodes: Array(
                "id,type,name,country\nx,person,Kham Souk,LA\nseed-003#p1,person,Hằng,VN\n".utf8),
            nodesFile: "nodes.csv",
            edges: Array("source,target,type,date\nx,seed-003#p1,visit,2024-05\n".utf8),
            edgesFile: "edges.csv")
        try KnowledgeStore(file, mode: .write).save(table)
        // The page ends.
        let joined = try KnowledgeStore(file, mode: .read).network()
        let guest = try #require(try joined.find("Kham Souk").first)
        let path = PathQuery(from: guest.key, to: an.key)
        #expect(try path.hops(in: joined.network, using: &workspace) == 1)
    }

    @Test("every block of it is in this file")
    func page() throws {
        func words(_ text: some StringProtocol) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let page = try String(
            contentsOf: Repository.root.appendingPathComponent(
                "Sources/BangGiao/BangGiao.docc/Questions.md"), encoding: .utf8)
        let code = words(try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8))
        let blocks = page.components(separatedBy: "\n```swift\n").dropFirst().map {
            words($0.components(separatedBy: "\n```")[0])
        }
        #expect(blocks.count == 5)
        for block in blocks { #expect(code.contains(block), "\(block)") }
    }

    private func fill(_ file: URL) async throws {
        let pipeline = try Pipeline()
        let store = try KnowledgeStore(file, mode: .write)
        try await pipeline.extract(Input.list(Repository.seeds.path)) { result in
            let extracted = try result.outcome.get()
            try store.save(extracted.facts, of: extracted.document)
        }
    }
}
