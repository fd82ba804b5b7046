import BangGiaoGraph
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct NetworkTests {
    /// A table of made-up nodes and rows.
    private func table(using generator: inout SeededGenerator, id: String) -> RelationTable {
        var table = RelationTable(id: DocumentID(id), nodesFile: "n.csv")
        for number in 0..<8 {
            let kind = Entity.Kind.allCases.randomElement(using: &generator) ?? .person
            let code = ["VN", "LA", nil].randomElement(using: &generator) ?? nil
            table.nodes.append(
                .init(
                    id: "n\(number)", kind: kind, name: "Nút \(number)",
                    country: code.map { CountryCode($0) }, line: number + 2))
        }
        table.rows.dates = ["2021-10-21", "2020"].compactMap { PartialDate($0) }
        for number in 0..<20 {
            table.rows.sources.append(UInt32.random(in: 0..<8, using: &generator))
            table.rows.targets.append(UInt32.random(in: 0..<8, using: &generator))
            table.rows.types.append(
                RelationType.allCases.randomElement(using: &generator) ?? RelationType.allCases[0])
            table.rows.dateCodes.append(UInt32.random(in: 0...2, using: &generator))
            table.rows.lines.append(UInt32(number + 2))
        }
        return table
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func edgesAreThoseOfTheViewAndTheRowsOfTheTables(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        let view = GraphProjection().project(base)
        var joined: [Int: EntityKey] = [:]
        for place in 0..<3 { joined[place] = base.entities.randomElement(using: &generator)?.key }
        let tables = ["a.csv", "b.csv"].map { table(using: &generator, id: $0) }
        let network = Network(view, tables: tables.map { JoinedTable($0, joined: joined) })
        for number in 0..<view.graph.edgeCount {
            let edge = EdgeIndex(number)
            #expect(network.graph[edge] == view.graph[edge])
            #expect(try network.link(edge).fact == view[edge].fact)
        }
        var rows: Set<String> = []
        for number in view.graph.edgeCount..<network.graph.edgeCount {
            let edge = EdgeIndex(number)
            let link = try network.link(edge)
            let ends = [network.graph[edge].first, network.graph[edge].second]
            let entities = try ends.map { try network.entity($0) }
            for (node, entity) in zip(ends, entities) {
                #expect(try network.node(entity.key) == node)
                #expect(network.kind(of: node) == entity.kind)
            }
            #expect(network.graph.tag(of: edge) == link.kind.tag)
            guard let source = link.fact.sources.first else {
                #expect(link.kind == .represents && entities[1].kind == .country)
                continue
            }
            #expect(rows.insert(link.fact.id).inserted)
            let parts = link.fact.id.split(separator: ":")
            #expect(source.document.rawValue == parts[0])
            let table = try #require(tables.first { $0.id.rawValue == parts[0] })
            let row = try #require(table.rows.row(ofLine: Int(parts[1]) ?? 0))
            let places = [table.rows.sources[row], table.rows.targets[row]].map(Int.init)
            #expect(
                places.map { joined[$0] ?? EntityKey(table.id, EntityID("n\($0)")) }
                    == entities.map(\.key))
            #expect(
                link.fact.dates == (table.rows.date(of: row).map { [$0] } ?? [])
                    || link.kind == .partOf || link.kind == .represents)
        }
        let expected = tables.flatMap { table in
            (0..<table.rows.count).filter { row in
                let ends = [table.rows.sources[row], table.rows.targets[row]].map(Int.init)
                return (joined[ends[0]]?.rawValue ?? "n\(ends[0])")
                    != (joined[ends[1]]?.rawValue ?? "n\(ends[1])")
            }.map { "\(table.id.rawValue):\(table.rows.lines[$0])" }
        }
        #expect(rows == Set(expected))
    }

    @Test
    func aTableJoinsTwoWhomNoDocumentConnects() throws {
        var story = Story("a")
        let people = ["An", "Bình"].map { story.person($0, "VN") }
        let base = IdentityResolver.shared.merge([story.facts])
        let view = GraphProjection().project(base)
        let keys = people.map { EntityKey(DocumentID("a"), $0) }
        var table = RelationTable(id: DocumentID("bảng.csv"), nodesFile: "n.csv")
        table.nodes = ["An", "Bình", "Chi, \"C\""].enumerated().map {
            .init(id: $1, kind: .person, name: $1, line: $0 + 2)
        }
        table.rows.dates = [PartialDate("2020-01-02")].compactMap(\.self)
        for (source, target, code) in [(0, 2, 1), (1, 2, 0)] as [(UInt32, UInt32, UInt32)] {
            table.rows.sources.append(source)
            table.rows.targets.append(target)
            table.rows.types.append(try #require(RelationType("visit")))
            table.rows.dateCodes.append(code)
            table.rows.lines.append(source + 2)
        }
        let network = Network(
            view, tables: [JoinedTable(table, joined: [0: keys[0], 1: keys[1]])])
        var workspace = SearchWorkspace()
        let query = PathQuery(from: keys[0], to: keys[1])
        let path = try #require(try query.paths(in: network, using: &workspace).first)
        #expect(path.entities.map(\.name) == ["An", "Chi, \"C\"", "Bình"])
        #expect(path.hops.map { $0.links.map(\.fact.id) } == [["bảng.csv:2"], ["bảng.csv:3"]])
        #expect(
            path.hops[0].links[0].fact.sources[0].evidence.quotation
                == "An,\"Chi, \"\"C\"\"\",visit,2020-01-02")
        var dated = query
        dated.facts.since = PartialDate("2020")
        #expect(try dated.paths(in: network, using: &workspace).isEmpty)
        let whole = base.adding(path.hops, of: network.tables)
        #expect(whole.meetings.map(\.id) == ["bảng.csv:2", "bảng.csv:3"])
        #expect(whole.entities.map(\.name) == ["An", "Bình", "Chi, \"C\""])
        #expect(whole.documents.map(\.id.rawValue) == ["a", "bảng.csv"])
        #expect(
            base.adding(try network.tableHops(at: [2].map { NodeIndex($0) }), of: network.tables)
                .meetings == whole.meetings)
        let until = Network(
            view, tables: [JoinedTable(table, joined: [0: keys[0], 1: keys[1]])],
            until: PartialDate("2019"))
        #expect(until.graph.edgeCount == 1)
    }

    /// Two Vietnamese, Laos and Việt Nam: the one is accredited to Laos, and meets the other.
    private func envoys(hasState: Bool) throws -> Network {
        var table = RelationTable(id: DocumentID("e.csv"), nodesFile: "n.csv")
        let vietnam = hasState ? CountryCode("VN") : nil
        table.nodes = [
            .init(id: "d", kind: .person, name: "Dũng", country: vietnam, line: 2),
            .init(id: "v", kind: .person, name: "Vân", country: vietnam, line: 3),
            .init(id: "l", kind: .country, name: "Lào", country: CountryCode("LA"), line: 4),
            .init(id: "n", kind: .country, name: "Việt Nam", country: CountryCode("VN"), line: 5),
        ]
        table.rows.dates = [PartialDate("2021")].compactMap(\.self)
        table.rows.sources = [0, 0]
        table.rows.targets = [2, 1]
        table.rows.types = ["accredited-to", "meeting"].compactMap { RelationType($0) }
        table.rows.dateCodes = [1, 1]
        table.rows.lines = [2, 3]
        return Network(GraphProjection().project(KnowledgeBase()), tables: [JoinedTable(table)])
    }

    @Test
    func whoIsAccreditedIsOfTheStateThatSends() throws {
        let network = try envoys(hasState: true)
        let node = try #require(try network.node(EntityKey(rawValue: "e.csv#d")))
        // The step to Laos alone: the state that sends is told with it.
        let hops = try network.tableHops(at: [node]).filter { hop in
            [hop.from.name, hop.to.name].contains("Lào")
        }
        let base = KnowledgeBase().adding(hops, of: network.tables)
        let position = try #require(base.positions.first)
        #expect(base.entity(position.person)?.name == "Dũng")
        #expect(base.entity(position.of)?.name == "Việt Nam")
        #expect(position.accreditedTo.flatMap { base.entity($0) }?.name == "Lào")
        let kinds = GraphProjection().project(base).edges.map(\.kind)
        #expect(kinds.filter { $0 == .accreditedTo }.count == 1)
    }

    @Test
    func whoIsAccreditedByNoKnownStateStandsForHimself() throws {
        let network = try envoys(hasState: false)
        let nodes = (0..<network.graph.nodeCount).map { NodeIndex($0) }
        let base = KnowledgeBase().adding(try network.tableHops(at: nodes), of: network.tables)
        let position = try #require(base.positions.first)
        #expect(position.of == position.person)
        #expect(base.entity(try #require(position.accreditedTo))?.name == "Lào")
        let view = GraphProjection().project(base)
        #expect(view.edges.allSatisfy { $0.first != $0.second })
        #expect(!view.edges.contains { $0.kind == .holds })
    }

    @Test
    func aMeetingOfTwoCompatriotsIsNoneWithTheStateOneIsAccreditedTo() throws {
        let network = try envoys(hasState: true)
        let nodes = (0..<network.graph.nodeCount).map { NodeIndex($0) }
        let base = KnowledgeBase().adding(try network.tableHops(at: nodes), of: network.tables)
        let part = base.shared(
            by: EntityKey(rawValue: "e.csv#n"), and: EntityKey(rawValue: "e.csv#l"))
        #expect(part.meetings.isEmpty)
        #expect(part.positions.map(\.id) == ["e.csv:2"])
    }
}
