import BangGiaoGraph
import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct EventQueryTests {
    @Test(arguments: 0..<150 as Range<UInt64>)
    func eventsAreThoseInWhichTheGroupsTookPart(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        let facts = FactFilter.random(using: &generator)
        let groups = (0..<2).map { _ in
            Set(base.entities.shuffled(using: &generator).prefix(3).map(\.key))
        }
        let query = EventQuery(groups, facts: facts)
        let meetings = query.meetings(in: base)
        let plain = base.meetings.filter { meeting in
            let members = Set(meeting.sides.joined()).union(meeting.attendees)
            return facts.passes(.meeting, meeting.date.map { [$0] } ?? [], meeting.sources)
                && groups.allSatisfy { !$0.isDisjoint(with: members) }
        }
        #expect(Set(meetings.map(\.id)) == Set(plain.map(\.id)))
        let days = meetings.map { $0.date?.firstDay ?? .max }
        #expect(days == days.sorted())
        let between = EventQuery(groups, isBetween: true, facts: facts)
        let apart = base.meetings.filter { meeting in
            facts.passes(.meeting, meeting.date.map { [$0] } ?? [], meeting.sources)
                && meeting.sides.indices.contains { one in
                    meeting.sides.indices.contains { other in
                        one != other && !groups[0].isDisjoint(with: meeting.sides[one])
                            && !groups[1].isDisjoint(with: meeting.sides[other])
                    }
                }
        }
        #expect(Set(between.meetings(in: base).map(\.id)) == Set(apart.map(\.id)))
        let bound = base.agreements.filter { agreement in
            facts.passes(.agreement, agreement.date.map { [$0] } ?? [], agreement.sources)
                && [agreement.parties, agreement.signatories].contains { list in
                    list.indices.contains { one in
                        list.indices.contains { other in
                            one != other && groups[0].contains(list[one])
                                && groups[1].contains(list[other])
                        }
                    }
                }
        }
        #expect(Set(between.agreements(in: base).map(\.id)) == Set(bound.map(\.id)))
    }

    @Test
    func timelineTellsAnOfficeOnceATerm() throws {
        let person = KnownEntity(key: EntityKey(rawValue: "a#p1"), kind: .person, name: "An")
        let body = KnownEntity(key: EntityKey(rawValue: "a#a1"), kind: .agency, name: "Bộ Y tế")
        func dates(_ texts: String...) -> [PartialDate] { texts.compactMap { PartialDate($0) } }
        let base = KnowledgeBase(
            entities: [body, person],
            positions: [
                KnownPosition(
                    id: "a#o1", person: person.key, title: "Thứ trưởng", of: body.key,
                    seen: dates("2010-01-01", "2012-01-01", "2018-05-01"), endedBy: dates("2014"),
                    sources: [])
            ],
            meetings: [
                KnownMeeting(
                    id: "a#m1", kind: .talks, sides: [[person.key], [body.key]],
                    date: PartialDate("2013"), sources: []),
                KnownMeeting(
                    id: "a#m2", kind: .talks, sides: [[person.key], [body.key]], sources: []),
            ])
        let entries = TimelineQuery([person.key]).entries(in: base)
        #expect(entries.map(\.fact.id) == ["a#o1", "a#m1", "a#o1", "a#m2"])
        #expect(
            entries.map { $0.date?.description } == ["2010-01-01", "2013", "2018-05-01", nil])
        #expect(entries.map { $0.lastSeen?.description } == ["2012-01-01", nil, nil, nil])
    }

    @Test
    func timelineLeavesOutTermsBeyondTheDatesAskedFor() {
        let person = EntityKey(rawValue: "a#p1")
        func dates(_ texts: String...) -> [PartialDate] { texts.compactMap { PartialDate($0) } }
        let base = KnowledgeBase(
            positions: [
                KnownPosition(
                    id: "a#o1", person: person, title: "Thứ trưởng", of: person,
                    seen: dates("2004", "2006", "2020"), endedBy: dates("2010"), sources: []),
                KnownPosition(
                    id: "a#o2", person: person, title: "Ủy viên", of: person, sources: []),
            ])
        func first(_ since: String?, _ until: String?) -> [String?] {
            TimelineQuery(
                [person],
                facts: FactFilter(
                    since: since.flatMap { PartialDate($0) },
                    until: until.flatMap { PartialDate($0) })
            ).entries(in: base).map { $0.date?.description }
        }
        #expect(first(nil, nil) == ["2004", "2020", nil])
        #expect(first("2015", nil) == ["2020"])
        #expect(first(nil, "2015") == ["2004"])
        #expect(first("2005", "2005") == ["2004"])
        #expect(first("2007", "2019") == [])
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func commonNeighboursAreThoseOfBoth(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        let view = GraphProjection().project(base)
        let ends = base.entities.shuffled(using: &generator).prefix(2).map(\.key)
        guard ends.count == 2 else { return }
        let answer = try CommonQuery(ends[0], ends[1], isExact: true)
            .answer(in: Network(view))
        func reached(_ key: EntityKey, _ kinds: Set<EdgeKind>) -> Set<EntityKey> {
            Set(
                view.edges.filter { kinds.contains($0.kind) }.compactMap { edge in
                    edge.first == key ? edge.second : edge.second == key ? edge.first : nil
                })
        }
        let parts: [(found: [CommonNeighbour], kinds: Set<EdgeKind>)] = [
            (answer.met, [.met]), (answer.agreed, [.agreed, .signed]),
            (answer.belonged, [.holds, .accreditedTo, .partOf]),
        ]
        for (found, kinds) in parts {
            let both = reached(ends[0], kinds).intersection(reached(ends[1], kinds))
                .subtracting(ends)
            #expect(Set(found.map(\.entity.key)) == both)
            for neighbour in found {
                #expect(neighbour.first.map(\.from.key) == [ends[0]])
                #expect(neighbour.second.map(\.from.key) == [ends[1]])
                for hop in neighbour.first + neighbour.second {
                    #expect(hop.to.key == neighbour.entity.key && !hop.links.isEmpty)
                    #expect(hop.links.allSatisfy { kinds.contains($0.kind) })
                }
            }
        }
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func neighboursAreThoseOfAllShortPaths(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        let network = Network(GraphProjection().project(base))
        guard let center = base.entities.randomElement(using: &generator) else { return }
        let facts = FactFilter.random(using: &generator)
        var workspace = SearchWorkspace()
        let found = try NeighbourQuery(center.key, hops: 3, facts: facts, isExact: true)
            .neighbours(in: network, using: &workspace)
        let distances = Dictionary(
            uniqueKeysWithValues: found.map { ($0.hop.to.key, $0.distance) })
        for entity in base.entities where entity.key != center.key {
            let hops = try PathQuery(
                from: center.key, to: entity.key, maximumHops: 3, facts: facts, isExact: true
            ).hops(in: network, using: &workspace)
            #expect(distances[entity.key] == hops)
        }
        for neighbour in found {
            let before = neighbour.hop.from.key
            #expect((before == center.key ? 0 : distances[before]) == neighbour.distance - 1)
            #expect(!neighbour.hop.links.isEmpty)
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func degreeCountsOthersAndRanksDescend(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let base = KnowledgeBase.random(using: &generator)
        let view = GraphProjection().project(base)
        let facts = FactFilter.random(using: &generator)
        for measure in RankQuery.Measure.allCases {
            let ranking = try RankQuery(measure, kind: .person, limit: 5, facts: facts)
                .ranking(in: Network(view))
            #expect(ranking.map(\.value) == ranking.map(\.value).sorted(by: >))
            #expect(ranking.count <= 5 && ranking.allSatisfy { $0.entity.kind == .person })
        }
        let all = try RankQuery(.degree, limit: .max).ranking(in: Network(view))
        let others = Dictionary(
            grouping: view.edges.filter { $0.kind != .represents }.flatMap {
                [($0.first, $0.second), ($0.second, $0.first)]
            }, by: \.0
        ).mapValues { Set($0.map(\.1)).count }
        #expect(
            Dictionary(uniqueKeysWithValues: all.map { ($0.entity.key, Int($0.value)) }) == others)
    }
}
