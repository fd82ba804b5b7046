import BangGiaoKnowledge
import BangGiaoModel

/// Decides in whose card a person stands, and in which words the offices are told.
struct PersonPlacer {
    let scope: DiagramScope
    private let positions: [EntityKey: [KnownPosition]]
    private let companions: [EntityKey: [EntityKey: Int]]

    private var labels: DiagramLabels { scope.options.labels }

    init(scope: DiagramScope, events: [DraftEvent]) {
        self.scope = scope
        positions = Dictionary(grouping: scope.positions, by: \.person)
        var companions: [EntityKey: [EntityKey: Int]] = [:]
        for event in events {
            for side in event.sides {
                for person in side where scope.entities[person]?.kind == .person {
                    for other in side where scope.entities[other]?.kind == .agency {
                        companions[person, default: [:]][other, default: 0] += 1
                    }
                }
            }
            // A signatory stands with the party that he signs for.
            for part in event.parts where part.role == .signatory {
                for other in event.parts where other.role == .party {
                    companions[part.entity, default: [:]][other.entity, default: 0] += 1
                }
            }
        }
        self.companions = companions
    }

    /// Returns the agency in whose card a person stands; nil for one who stands alone.
    func card(of person: EntityKey) -> EntityKey? {
        var best: (score: Int, agency: EntityKey?)?
        for position in positions[person] ?? [] {
            guard let office = scope.entities[position.of] else { continue }
            let agency = office.kind == .agency ? position.of : nil
            var score = position.status == nil ? 20 : position.status == .designate ? 10 : 0
            if let agency {
                if (companions[person]?[agency] ?? 0) > 0 { score += 40 }
            } else {
                // Heads of state and of government, and envoys, stand for their country.
                score += 5
            }
            if best.map({ score > $0.score }) ?? true { best = (score, agency) }
        }
        return best?.agency
    }

    /// Returns the offices of a person in words: the present ones, then the former ones.
    ///
    /// - Parameter card: The agency in whose card the words stand, and which they needn't name.
    /// - Parameter skipped: Positions that are told elsewhere.
    func titles(
        of person: EntityKey, in card: EntityKey?, skipping skipped: Set<String>
    ) -> (present: [String], former: [String]) {
        var present: [String] = []
        var former: [String] = []
        let own = (positions[person] ?? []).filter { !skipped.contains($0.id) }
        let near = Set(card.map { [$0] + scope.ancestors(of: $0) } ?? [])
        let ordered =
            own.filter { near.contains($0.of) && $0.of == card }
            + own.filter { near.contains($0.of) && $0.of != card }
            + own.filter { !near.contains($0.of) }
        // Years tell the offices of different times apart.
        let saysYears =
            scope.documents.count > 1
            && Set(own.map { EventDrafter.years($0.seen) }.compactMap(\.self)).count > 1
        for position in ordered {
            var words = position.title
            if let receiver = position.accreditedTo.flatMap({ scope.entities[$0] }) {
                words += " \(labels.word(.accredited)) \(receiver.name)"
            } else if !near.contains(position.of), let office = scope.entities[position.of],
                office.kind == .agency || office.country != scope.country(of: person)
            {
                if !words.hasSuffix(office.name) { words += " \(office.name)" }
            }
            if saysYears, let years = EventDrafter.years(position.seen) { words += " (\(years))" }
            switch position.status {
            case .former:
                words = "\(labels.word(.former)) \(words)"
                if !former.contains(words) { former.append(words) }
            case .designate:
                words += " (\(labels.word(.designate)))"
                if !present.contains(words) { present.append(words) }
            case nil:
                if !present.contains(words) { present.append(words) }
            }
        }
        return (present, former)
    }
}
