import BangGiaoKnowledge
import BangGiaoModel

/// Writes the headline, the line of sources, and what is said of each object of a plan.
struct NoteWriter {
    let scope: DiagramScope
    let events: [DraftEvent]
    private let finder: CitationFinder

    init(scope: DiagramScope, events: [DraftEvent]) {
        self.scope = scope
        self.events = events
        finder = CitationFinder(scope)
    }

    private var labels: DiagramLabels { scope.options.labels }

    func write(into plan: inout DiagramPlan) {
        writeHeadlines(into: &plan)
        for group in plan.groups {
            if let heading = group.heading {
                plan.notes[group.token] = DiagramNote(
                    role: .frame, name: heading,
                    attributes: ["country": group.country?.rawValue ?? ""])
            }
            for actor in group.actors { note(on: actor, of: group, in: &plan) }
        }
        let drafts = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let names = names(in: plan)
        let parts = Dictionary(grouping: plan.edges, by: \.event)
        for event in plan.events {
            guard let draft = drafts[event.id] else { continue }
            var attributes = draft.attributes
            attributes["key"] = event.id
            let words = ([event.heading] + event.details).joined(separator: " · ")
            let edges = parts[event.token] ?? []
            plan.notes[event.token] = finder.proven(
                DiagramNote(
                    role: .event, name: event.heading, sentence: words, number: event.number,
                    entities: Self.each(edges.map(\.entity)), facts: [event.id],
                    attributes: attributes),
                by: draft.sources)
            for edge in edges {
                let name = names[edge.entity] ?? ""
                plan.notes[edge.token] = finder.proven(
                    DiagramNote(
                        role: .relation, name: "\(name) – \(event.heading)",
                        sentence: "\(name), \(labels.word(term(of: edge))): \(words)",
                        entities: [edge.entity], facts: [event.id],
                        ends: [edge.row ?? edge.actor, edge.event],
                        attributes: [
                            "role": edge.role.rawValue, "date": draft.attributes["date"] ?? "",
                            "type": draft.attributes["type"] ?? "",
                            "status": draft.attributes["status"] ?? "",
                        ]),
                    by: draft.sources)
            }
        }
    }

    /// Writes the headline, the line of sources and the summary.
    func writeHeadlines(into plan: inout DiagramPlan) {
        plan.title = title(of: plan)
        plan.sources = sources()
        plan.summary = summary(of: plan, names: names(in: plan))
    }

    private static func each(_ keys: [EntityKey]) -> [EntityKey] {
        var seen: Set<EntityKey> = []
        return keys.filter { seen.insert($0).inserted }
    }

    // MARK: - Title and sources

    private func title(of plan: DiagramPlan) -> String {
        if let title = scope.options.title { return title }
        if scope.documents.count == 1, let title = scope.documents[0].title { return title }
        // The home country first, then those with most to do here.
        let places = plan.groups.map { group in
            let tokens = Set(group.actors.map(\.token))
            let count = plan.edges.count { tokens.contains($0.actor) }
            return (name: group.country.map { scope.name(of: $0) } ?? group.actors[0].name, count)
        }
        let home = [scope.options.home, CountryCode("VN")].compactMap(\.self).first { wish in
            plan.groups.contains { $0.country == wish }
        }
        var names = home.map { [scope.name(of: $0)] } ?? []
        for place in places.sorted(by: { ($1.1, $0.name) < ($0.1, $1.name) })
        where !names.contains(place.name) {
            names.append(place.name)
        }
        let shown = names.prefix(3).joined(separator: " – ") + (names.count > 3 ? " …" : "")
        if !shown.isEmpty { return shown }
        return scope.documents.first?.id.rawValue ?? labels.word(.mapTitle)
    }

    func sources() -> String {
        if scope.documents.count == 1 {
            let document = scope.documents[0]
            let name = document.url.flatMap { Self.host(of: $0) } ?? document.id.rawValue
            let day = document.published.map { ", \(labels.date($0))" } ?? ""
            return "\(labels.word(.sources)): \(name)\(day)"
        }
        let telling = scope.tellingDocuments
        let dates = telling.compactMap(\.published)
        // The years of some would be taken for the years of all.
        let years = dates.count < telling.count ? nil : EventDrafter.years(dates)
        let span = years.map { ", \($0)" } ?? ""
        return "\(labels.word(.sources)): \(telling.count) \(labels.word(.documents))\(span)"
    }

    private static func host(of address: String) -> String? {
        let rest = address.split(separator: "://", maxSplits: 1)
        guard rest.count == 2, let host = rest[1].split(separator: "/").first else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }

    // MARK: - Notes

    private func note(
        on actor: DiagramPlan.Actor, of group: DiagramPlan.Group, in plan: inout DiagramPlan
    ) {
        let country = group.country.map { scope.name(of: $0) }
        func note(
            _ words: [String], on entity: EntityKey, kind: Entity.Kind, offices: [KnownPosition]
        ) -> DiagramNote {
            let all = words + (kind == .country ? [] : country.map { [$0] } ?? [])
            return finder.proven(
                DiagramNote(
                    role: .entity, name: words[0], sentence: all.joined(separator: ", "),
                    entities: [entity], facts: offices.map(\.id),
                    attributes: [
                        "kind": kind.rawValue, "key": entity.rawValue,
                        "country": group.country?.rawValue ?? "",
                    ]),
                by: offices.flatMap(\.sources))
        }
        func note(on person: DiagramPlan.Person, beside place: [String]) -> DiagramNote {
            note(
                [person.name] + person.titles + person.formerTitles + place, on: person.entity,
                kind: .person, offices: scope.positions.filter { $0.person == person.entity })
        }
        if actor.kind == .person, let person = actor.persons.first {
            plan.notes[actor.token] = note(on: person, beside: [])
            return
        }
        plan.notes[actor.token] = note(
            [actor.name] + actor.parents.reversed(), on: actor.entity, kind: actor.kind,
            offices: [])
        guard actor.kind == .agency else { return }
        for person in actor.persons {
            plan.notes[person.token] = note(on: person, beside: [actor.name])
        }
    }

    private func term(of edge: DiagramPlan.Edge) -> DiagramLabels.Term {
        switch edge.role {
        case .tookPart: edge.hasArrow ? .visited : .tookPart
        case .present: .present
        case .party: .party
        case .signatory: .signatory
        case .office: .office
        }
    }

    // MARK: - Summary

    private func names(in plan: DiagramPlan) -> [EntityKey: String] {
        var result: [EntityKey: String] = [:]
        for actor in plan.actors {
            result[actor.entity] = actor.name
            for person in actor.persons { result[person.entity] = person.name }
        }
        return result
    }

    private func summary(of plan: DiagramPlan, names: [EntityKey: String]) -> String {
        if plan.events.isEmpty && plan.actors.isEmpty { return labels.word(.empty) }
        let sentences = plan.events.map { event in
            let lines = plan.edges.filter { $0.event == event.token }
            func list(_ edges: [DiagramPlan.Edge]) -> String {
                var seen: [String] = []
                for edge in edges {
                    let name = names[edge.entity] ?? ""
                    if !seen.contains(name) { seen.append(name) }
                }
                return seen.joined(separator: ", ")
            }
            let main = lines.filter { $0.role != .present }
            let sides = [
                list(main.filter { $0.band == .left }), list(main.filter { $0.band == .right }),
            ]
            .filter { !$0.isEmpty }.joined(separator: " – ")
            let present = list(lines.filter { $0.role == .present })
            let words = ([event.heading] + event.details).joined(separator: " · ")
            return "\(words): \(sides)"
                + (present.isEmpty ? "" : "; \(labels.word(.present)): \(present)")
        }
        return DOTText.cleaned(sentences.joined(separator: ". ") + ".", maximum: 2_000)
    }
}
