import BangGiaoKnowledge
import BangGiaoModel

/// Writes the headline, the line of sources, and what is said of each object of a plan.
struct NoteWriter {
    let scope: DiagramScope
    let events: [DraftEvent]

    private var labels: DiagramLabels { scope.options.labels }
    /// Quotations and headlines can be long; a tooltip is read at a glance.
    private static let maximumQuotation = 300

    func write(into plan: inout DiagramPlan) {
        plan.title = title(of: plan)
        plan.sources = sources()
        for group in plan.groups {
            if let heading = group.heading {
                plan.notes[group.token] = DiagramNote(
                    title: heading, attributes: ["country": group.country?.rawValue ?? ""])
            }
            for actor in group.actors { note(on: actor, of: group, in: &plan) }
        }
        let drafts = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var sentences: [String: String] = [:]
        for event in plan.events {
            guard let draft = drafts[event.id] else { continue }
            let words = ([event.heading] + event.details).joined(separator: " · ")
            sentences[event.token] = words
            var attributes = draft.attributes
            attributes["key"] = event.id
            plan.notes[event.token] = DiagramNote(
                title: "\(words). \(proof(draft.sources))", href: address(draft.sources),
                attributes: attributes)
        }
        let names = names(in: plan)
        for edge in plan.edges {
            guard
                let draft = plan.events.first(where: { $0.token == edge.event })
                    .flatMap({ drafts[$0.id] })
            else { continue }
            let verb = labels.word(term(of: edge))
            plan.notes[edge.token] = DiagramNote(
                title:
                    "\(names[edge.entity] ?? ""), \(verb): \(sentences[edge.event] ?? ""). "
                    + proof(draft.sources),
                href: address(draft.sources),
                attributes: [
                    "a": edge.row ?? edge.actor, "b": edge.event, "role": edge.role.rawValue,
                    "date": draft.attributes["date"] ?? "",
                ])
        }
        plan.summary = summary(of: plan, names: names)
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
            let day = document.published.map { ", \(Wording.date($0))" } ?? ""
            return "\(labels.sources): \(name)\(day)"
        }
        var dates = scope.documents.compactMap(\.published)
        if dates.isEmpty { dates = scope.meetings.compactMap(\.date) }
        let years = EventDrafter.years(dates).map { ", \($0)" } ?? ""
        return "\(labels.sources): \(scope.documents.count) \(labels.documents)\(years)"
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
        var words = [actor.name] + actor.parents.reversed()
        if actor.kind == .person, let person = actor.persons.first {
            words = [person.name] + person.titles + person.formerTitles
        }
        if let country, actor.kind != .country { words.append(country) }
        var note = DiagramNote(
            title: words.joined(separator: ", "),
            attributes: [
                "kind": actor.kind.rawValue, "key": actor.entity.rawValue,
                "country": group.country?.rawValue ?? "",
            ])
        if actor.kind == .person { prove(&note, of: actor.entity) }
        plan.notes[actor.token] = note
        guard actor.kind == .agency else { return }
        for person in actor.persons {
            let words =
                [person.name] + person.titles + person.formerTitles + [actor.name]
                + (country.map { [$0] } ?? [])
            var note = DiagramNote(
                title: words.joined(separator: ", "),
                attributes: [
                    "kind": Entity.Kind.person.rawValue, "key": person.entity.rawValue,
                    "country": group.country?.rawValue ?? "",
                ])
            prove(&note, of: person.entity)
            plan.notes[person.token] = note
        }
    }

    /// Adds the passage that shows a person in office.
    private func prove(_ note: inout DiagramNote, of person: EntityKey) {
        let sources = scope.positions.filter { $0.person == person }.flatMap(\.sources)
        guard !sources.isEmpty else { return }
        note.title += ". " + proof(sources)
        note.href = address(sources)
    }

    /// The quotation and where it stands: from the scope's documents if they have one.
    func proof(_ sources: [Source]) -> String {
        guard let source = preferred(sources) else { return "" }
        let quotation = DOTText.cleaned(
            source.evidence.quotation, maximum: Self.maximumQuotation)
        let document = scope.documents.first { $0.id == source.document }
        let title = DOTText.cleaned(document?.title ?? source.document.rawValue, maximum: 120)
        let day = document?.published.map { ", \(Wording.date($0))" } ?? ""
        return "“\(quotation)” – \(title)\(day)"
    }

    func address(_ sources: [Source]) -> String? {
        let documents = [preferred(sources)].compactMap { $0?.document }
        return documents.lazy.compactMap { id in
            scope.documents.first { $0.id == id }?.url
        }.first
    }

    private func preferred(_ sources: [Source]) -> Source? {
        let ids = Set(scope.documents.map(\.id))
        func key(_ source: Source) -> (Int, DocumentID, TextSpan) {
            (ids.contains(source.document) ? 0 : 1, source.document, source.evidence.span)
        }
        return sources.min { key($0) < key($1) }
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
        if plan.events.isEmpty && plan.actors.isEmpty { return labels.empty }
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
