import BangGiaoKnowledge
import BangGiaoModel

/// Gives everything in an arrangement its name in DOT and SVG, and draws the lines.
///
/// Names are numbers in the order of keys, not of places, so that a thing keeps its name where only
/// the order changes.
struct PlanAssembler {
    let scope: DiagramScope
    let arrangement: Arrangement

    /// Returns the plan, without notes.
    func plan() -> DiagramPlan {
        let all = (arrangement.left + arrangement.right).flatMap(\.actors)
        let actorTokens = numbered(all.map(\.entity).sorted(), "n")
        let eventTokens = numbered(arrangement.events.map(\.id).sorted(), "v")
        var number = 0
        func groups(
            _ source: [(country: CountryCode?, actors: [DiagramPlan.Actor])]
        ) -> [DiagramPlan.Group] {
            source.map { group in
                number += 1
                // A country that stands for itself needs no frame with its name once more.
                let isLone = group.actors.count == 1 && group.actors[0].kind == .country
                return DiagramPlan.Group(
                    token: "c\(number)", country: group.country,
                    heading: isLone ? nil : group.country.map { scope.name(of: $0) },
                    actors: group.actors.map { actor in
                        var actor = actor
                        actor.token = actorTokens[actor.entity] ?? ""
                        let rows = numbered(actor.persons.map(\.entity).sorted(), "\(actor.token)r")
                        for index in actor.persons.indices {
                            actor.persons[index].token = rows[actor.persons[index].entity] ?? ""
                        }
                        return actor
                    })
            }
        }
        var plan = DiagramPlan(
            title: "", sources: "", left: groups(arrangement.left), events: [],
            right: groups(arrangement.right), edges: [], notes: [:], summary: "")
        plan.events = arrangement.events.enumerated().map { index, event in
            DiagramPlan.Event(
                id: event.id, token: eventTokens[event.id] ?? "", number: index + 1,
                kind: event.kind, heading: event.heading, details: event.details,
                isPlanned: event.isPlanned)
        }
        plan.edges = edges(of: plan)
        return plan
    }

    private func edges(of plan: DiagramPlan) -> [DiagramPlan.Edge] {
        var places: [EntityKey: (actor: String, row: String?, band: DiagramPlan.Band)] = [:]
        for (band, groups) in [(DiagramPlan.Band.left, plan.left), (.right, plan.right)] {
            for actor in groups.flatMap(\.actors) {
                places[actor.entity] = (actor.token, nil, band)
                guard actor.kind == .agency else { continue }
                for person in actor.persons {
                    places[person.entity] = (actor.token, person.token, band)
                }
            }
        }
        var result: [DiagramPlan.Edge] = []
        for event in arrangement.events.sorted(by: { $0.id < $1.id }) {
            let token = plan.events.first { $0.id == event.id }?.token ?? ""
            for part in event.parts.sorted(by: { ($0.role, $0.entity) < ($1.role, $1.entity) }) {
                guard let place = places[part.entity] else { continue }
                result.append(
                    .init(
                        token: "e\(result.count + 1)", entity: part.entity, actor: place.actor,
                        row: place.row, event: token, band: place.band, role: part.role,
                        hasArrow: part.hasArrow))
            }
        }
        return result
    }

    private func numbered<Key: Hashable>(_ keys: [Key], _ prefix: String) -> [Key: String] {
        Dictionary(
            keys.enumerated().map { ($1, "\(prefix)\($0 + 1)") },
            uniquingKeysWith: { first, _ in first })
    }
}
