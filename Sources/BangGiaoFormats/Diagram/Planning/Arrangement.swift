import BangGiaoKnowledge
import BangGiaoModel

/// Actors in groups in bands, and events, in an order that can be improved.
struct Arrangement {
    var left: [(country: CountryCode?, actors: [DiagramPlan.Actor])]
    var right: [(country: CountryCode?, actors: [DiagramPlan.Actor])]
    var events: [DraftEvent]
    let card: [EntityKey: EntityKey]

    /// Groups the actors of each band by country, in the order in which the events name them.
    init(
        actors: [DiagramPlan.Actor], events: [DraftEvent], left leftKeys: Set<EntityKey>,
        card: [EntityKey: EntityKey], country: (EntityKey) -> CountryCode?
    ) {
        self.events = events
        self.card = card
        var rank: [EntityKey: Int] = [:]
        for (index, event) in events.enumerated() {
            for part in event.parts {
                for key in [part.entity, card[part.entity] ?? part.entity] where rank[key] == nil {
                    rank[key] = index
                }
            }
        }
        func precedes(_ one: EntityKey, _ other: EntityKey) -> Bool {
            (rank[one] ?? .max, one) < (rank[other] ?? .max, other)
        }
        (left, right) = ([], [])
        for actor in actors.sorted(by: { precedes($0.entity, $1.entity) }) {
            var actor = actor
            actor.persons.sort { precedes($0.entity, $1.entity) }
            let country = country(actor.entity)
            let band =
                leftKeys.contains(actor.entity) ? \Arrangement.left : \Arrangement.right
            if country != nil,
                let index = self[keyPath: band].firstIndex(where: { $0.country == country })
            {
                self[keyPath: band][index].actors.append(actor)
            } else {
                self[keyPath: band].append((country, [actor]))
            }
        }
    }

    /// Returns the same things in an order with fewer crossings.
    func improved() -> Arrangement {
        var ports: [EntityKey: (band: Int, port: Int)] = [:]
        func port(of key: EntityKey, in band: Int) -> Int {
            let number = ports.count
            ports[key] = (band, number)
            return number
        }
        let bands = [left, right].enumerated().map { band, groups in
            groups.enumerated().map { groupIndex, group in
                BandOrder.Group(
                    id: groupIndex,
                    actors: group.actors.enumerated().map { actorIndex, actor in
                        let own = port(of: actor.entity, in: band)
                        let rows = actor.kind == .agency ? actor.persons : []
                        return BandOrder.Actor(
                            id: actorIndex, port: own,
                            rows: rows.enumerated().map { row, person in
                                .init(id: row, port: port(of: person.entity, in: band))
                            })
                    })
            }
        }
        let lines = events.enumerated().flatMap { index, event in
            event.parts.compactMap { part in
                ports[part.entity].map {
                    BandOrder.Line(band: $0.band, port: $0.port, event: index)
                }
            }
        }
        let numbers = Dictionary(
            events.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let pairs = events.enumerated().compactMap { index, event in
            event.meeting.flatMap { numbers[$0] }.map { (first: $0, second: index) }
        }
        let order = BandOrder(
            bands: bands, events: Array(events.indices), portCount: ports.count, lines: lines,
            pairs: pairs
        ).improved()
        var result = self
        result.events = order.events.map { events[$0] }
        for (band, path) in [\Arrangement.left, \Arrangement.right].enumerated() {
            result[keyPath: path] = order.bands[band].map { group in
                let source = self[keyPath: path][group.id]
                let actors = group.actors.map { item in
                    var actor = source.actors[item.id]
                    if actor.kind == .agency {
                        actor.persons = item.rows.map { source.actors[item.id].persons[$0.id] }
                    }
                    return actor
                }
                return (source.country, actors)
            }
        }
        return result
    }
}
