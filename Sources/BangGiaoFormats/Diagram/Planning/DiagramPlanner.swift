import BangGiaoKnowledge
import BangGiaoModel

/// Makes the plan of a diagram from the facts of a scope.
///
/// First what happened and who took part, then who stands in whose card, then which band, then the
/// order, and last the names of it all.
struct DiagramPlanner {
    let scope: DiagramScope
    /// Whether offices that reach into another country are drawn as things of their own.
    var drawsPostings = true

    /// At most so many office-holders of a document that tells of no event.
    private static let maximumIdlePersons = 24

    /// Returns the plan.
    func plan() -> DiagramPlan {
        var events = EventDrafter(scope: scope).drafts()
        let placer = PersonPlacer(scope: scope, events: events)
        let postings = drawsPostings ? postings(beside: events) : []
        events += postings.map { EventDrafter(scope: scope).draft(of: $0.position, to: $0.to) }
        var participants = Set(events.flatMap { $0.parts.map(\.entity) })
        if events.isEmpty { participants = idlePersons() }
        participants.formUnion(scope.options.shown.filter { scope.entities[$0] != nil })

        // Who stands in whose card.
        var card: [EntityKey: EntityKey] = [:]
        for person in participants.sorted() where scope.entities[person]?.kind == .person {
            if let agency = placer.card(of: person) { card[person] = agency }
        }
        let actors = Set(participants.map { card[$0] ?? $0 }).sorted()
        events = events.map { withoutImplied($0, card: card) }

        let home = home(of: participants)
        let assigner = BandAssigner(
            events: events.map { $0.parts.isEmpty ? [] : sides(of: $0, card: card) },
            home: Set(actors.filter { home != nil && scope.country(of: $0) == home }),
            actors: actors,
            countries: Dictionary(
                actors.compactMap { key in scope.country(of: key).map { (key, $0) } },
                uniquingKeysWith: { first, _ in first }))
        let left = assigner.left()

        let skipped = Set(postings.map(\.position.id))
        let makers = actors.map { key in
            actor(
                key, persons: card.filter { $0.value == key }.keys.sorted(), placer: placer,
                skipping: skipped)
        }
        let arrangement = Arrangement(
            actors: makers, events: events, left: left, card: card,
            country: { scope.country(of: $0) })
        var plan = PlanAssembler(scope: scope, arrangement: arrangement.improved()).plan()
        NoteWriter(scope: scope, events: events).write(into: &plan)
        return plan
    }

    // MARK: - Who

    /// The offices that reach into a country that nothing else in the diagram stands for.
    private func postings(beside events: [DraftEvent]) -> [(position: KnownPosition, to: EntityKey)]
    {
        let participants = Set(events.flatMap { $0.parts.map(\.entity) })
        let countries = Set(participants.compactMap { scope.country(of: $0) })
        var result: [(KnownPosition, EntityKey)] = []
        for position in scope.positions {
            guard let receiver = position.accreditedTo, let entity = scope.entities[receiver],
                scope.entities[position.person] != nil
            else { continue }
            if !events.isEmpty {
                guard participants.contains(position.person), !participants.contains(receiver)
                else { continue }
                if let country = entity.country, countries.contains(country) { continue }
            }
            result.append((position, receiver))
        }
        return result
    }

    private func idlePersons() -> Set<EntityKey> {
        let persons = Set(scope.positions.map(\.person)).filter { scope.entities[$0] != nil }
        return Set(persons.sorted().prefix(Self.maximumIdlePersons))
    }

    /// The country on the left: the one asked for, else Viet Nam, else the most frequent.
    private func home(of participants: Set<EntityKey>) -> CountryCode? {
        var counts: [CountryCode: Int] = [:]
        for participant in participants {
            if let country = scope.country(of: participant) { counts[country, default: 0] += 1 }
        }
        for wish in [scope.options.home, CountryCode("VN")] {
            if let wish, counts[wish] != nil { return wish }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
    }

    /// An agency whose office-holder stands for it in the same role needs no line of its own.
    private func withoutImplied(_ event: DraftEvent, card: [EntityKey: EntityKey]) -> DraftEvent {
        var event = event
        for part in event.parts where part.role == .signatory {
            // Who signs for a party carries the party's line.
            if let index = event.parts.firstIndex(where: {
                $0.entity == card[part.entity] && $0.role == .party
            }) {
                let side = event.parts[index].side
                event.parts.remove(at: index)
                event.parts = event.parts.map {
                    guard $0.entity == part.entity else { return $0 }
                    return .init(entity: $0.entity, role: .party, side: side)
                }
            }
        }
        let implied = event.parts.filter { agency in
            event.parts.contains {
                card[$0.entity] == agency.entity && $0.role == agency.role && $0.side == agency.side
            }
        }
        event.parts.removeAll { implied.contains($0) }
        return event
    }

    /// The actors of each side; each signatory and each of those merely present is none.
    private func sides(of event: DraftEvent, card: [EntityKey: EntityKey]) -> [[EntityKey]] {
        event.sides.map { side in side.map { card[$0] ?? $0 } }.filter { !$0.isEmpty }
    }

    private func actor(
        _ key: EntityKey, persons: [EntityKey], placer: PersonPlacer, skipping: Set<String>
    ) -> DiagramPlan.Actor {
        let entity = scope.entities[key]
        let kind = entity?.kind ?? .agency
        let shown = kind == .person ? [key] : persons
        return DiagramPlan.Actor(
            entity: key, token: "", kind: kind, name: entity?.name ?? key.rawValue,
            parents: kind == .agency
                ? scope.ancestors(of: key).reversed().compactMap { scope.entities[$0]?.name } : [],
            persons: shown.map { person in
                let titles = placer.titles(
                    of: person, in: kind == .person ? nil : key, skipping: skipping)
                return DiagramPlan.Person(
                    entity: person, token: "",
                    name: scope.entities[person]?.name ?? person.rawValue,
                    titles: titles.present, formerTitles: titles.former)
            })
    }
}
