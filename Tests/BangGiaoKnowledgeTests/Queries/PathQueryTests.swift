import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct PathQueryTests {
    private let base: KnowledgeBase
    private let view: GraphView

    init() {
        // An heads a Vietnamese department, which met a Lao one, headed by Kham; a year before, the
        // same department met a Thai minister.
        var first = Story("a", published: "2021-09-29")
        let vietnam = first.country("Việt Nam", "VN")
        let ministry = first.agency("Bộ Ngoại giao", "VN")
        let department = first.agency("Vụ Thông tin", "VN", parent: ministry)
        let head = first.person("Lý Thị An", "VN")
        first.position(head, "Vụ trưởng", of: department)
        first.position(first.person("Trần Văn Bình", "VN"), "Chủ tịch nước", of: vietnam)
        let thai = first.person("Somchai Vongvichit", "TH")
        first.meeting([[department, head], [thai]], date: "2020-05-01")
        var second = Story("b", published: "2022-12-17")
        let office = second.agency(
            "Vụ Thông tin", "VN", parent: second.agency("Bộ Ngoại giao", "VN"))
        let laos = second.country("Lào", "LA")
        let press = second.agency("Vụ Báo chí", "LA")
        let kham = second.person("Kham Phommavong", "LA")
        second.position(kham, "Vụ trưởng", of: press)
        second.meeting([[office], [press, kham]], date: "2022-12-15")
        second.agreement([office, press], date: "2022-12-15", meeting: "m1")
        let envoy = second.person("Đỗ Văn Cường", "VN")
        second.position(
            envoy, "Đại sứ", of: second.country("Việt Nam", "VN"), accreditedTo: laos)
        base = IdentityResolver.shared.merge([first.facts, second.facts])
        view = GraphProjection().project(base)
    }

    private func key(_ name: String) throws -> EntityKey {
        try #require(base.entities.first { $0.name == name }).key
    }

    private func names(
        _ from: String, _ to: String, limit: Int = 1, change: (inout PathQuery) -> Void = { _ in }
    ) throws -> [[String]] {
        var query = PathQuery(from: try key(from), to: try key(to), limit: limit)
        change(&query)
        return try query.paths(in: view).map { $0.entities.map(\.name) }
    }

    @Test
    func hopsCarryTheirFactsAndPassages() throws {
        let query = PathQuery(from: try key("Lý Thị An"), to: try key("Kham Phommavong"))
        let path = try #require(try query.paths(in: view).first)
        #expect(path.entities.map(\.name) == ["Lý Thị An", "Vụ Thông tin", "Kham Phommavong"])
        #expect(path.hops.map { $0.links.map(\.kind) } == [[.holds], [.met]])
        #expect(path.hops.map { $0.links[0].fact.id } == ["a#o1", "b#m1"])
        #expect(
            path.hops.map { $0.links[0].fact.sources.map(\.document.rawValue) } == [["a"], ["b"]])
        #expect(
            path.hops[1].links[0].fact.sources[0].evidence.quotation
                == "Vụ Thông tin làm việc với Vụ Báo chí và Kham Phommavong")
    }

    @Test
    func hopListsEveryFactBestFirst() throws {
        let query = PathQuery(from: try key("Vụ Thông tin"), to: try key("Vụ Báo chí"))
        let links = try #require(try query.paths(in: view).first).hops[0].links
        #expect(Set(links.map(\.kind)) == [.met, .agreed])
        #expect(links.map(\.fact.confidence) == links.map(\.fact.confidence).sorted(by: >))
    }

    @Test
    func countryAtAnEndStandsForItsOwn() throws {
        // The bodies that met come before the person who met a body.
        #expect(
            try names("Lý Thị An", "Lào") == [["Lý Thị An", "Vụ Thông tin", "Vụ Báo chí", "Lào"]])
        #expect(try names("Đỗ Văn Cường", "Lào") == [["Đỗ Văn Cường", "Lào"]])
    }

    @Test
    func sharingAStateConnectsNobody() throws {
        #expect(try names("Trần Văn Bình", "Lý Thị An") == [])
        #expect(
            try names("Trần Văn Bình", "Đỗ Văn Cường") { $0.stations.insert(.country) }
                == [["Trần Văn Bình", "Việt Nam", "Đỗ Văn Cường"]])
    }

    @Test
    func questionsCanBeNarrowed() throws {
        #expect(try names("Lý Thị An", "Kham Phommavong") { $0.maximumHops = 1 } == [])
        #expect(
            try names("Lý Thị An", "Kham Phommavong") { $0.facts.relations = [.position] } == [])
        #expect(try names("Lý Thị An", "Kham Phommavong", limit: 0) == [])
        #expect(try names("Lý Thị An", "Lý Thị An") == [["Lý Thị An"]])
        #expect(try names("Lý Thị An", "Lào", limit: 5).count == 2)
    }

    @Test
    func anyLimitCanBeAsked() throws {
        for limit in [Int.max, 1 << 61] {
            let all = try names("Lý Thị An", "Lào", limit: limit) { $0.includesLonger = true }
            #expect(all.count > 2)
        }
    }

    @Test
    func unknownEndIsAnError() throws {
        let nobody = EntityKey(rawValue: "z#p1")
        let query = PathQuery(from: try key("Lào"), to: nobody)
        #expect(throws: QueryError(code: .unknownEntity, key: nobody)) {
            try query.paths(in: view)
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func pathsAreMadeOfEdgesAndTheSameBothWays(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let stories = Story.randomCollection(count: 5, using: &generator)
        let base = IdentityResolver.shared.merge(stories.map(\.facts))
        let view = GraphProjection().project(base)
        guard let from = base.entities.randomElement(using: &generator)?.key,
            let to = base.entities.randomElement(using: &generator)?.key
        else { return }
        let paths = try PathQuery(from: from, to: to, limit: 50).paths(in: view)
        let back = try PathQuery(from: to, to: from, limit: 50).paths(in: view)
        #expect(
            Set(paths.map { $0.entities.map(\.key) })
                == Set(back.map { $0.entities.map(\.key).reversed() }))
        let edges = Set(view.edges.map { Set([$0.first, $0.second]) })
        for path in paths {
            #expect(path.entities.first?.key == from && path.entities.last?.key == to)
            #expect(
                path.entities.dropFirst().dropLast().allSatisfy { $0.kind != .country })
            for hop in path.hops {
                #expect(edges.contains([hop.from.key, hop.to.key]) && !hop.links.isEmpty)
            }
        }
        let drawn = base.restricted(to: paths)
        // Beside the path only what an office on it is of: the country that sends an envoy.
        let offices = paths.flatMap(\.hops).flatMap(\.links).flatMap { link -> [EntityKey] in
            guard case .position(let position) = link.fact.content else { return [] }
            return [position.of] + (position.accreditedTo.map { [$0] } ?? [])
        }
        #expect(
            Set(drawn.entities.map(\.key))
                == Set(paths.flatMap(\.entities).map(\.key) + offices))
    }
}
