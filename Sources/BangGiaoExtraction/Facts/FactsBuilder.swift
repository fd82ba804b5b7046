import BangGiaoModel

/// Turns drafts into published facts: ids in the order of the text, quotations with offsets.
struct FactsBuilder {
    let document: ResolvedDocument
    let meetings: [MeetingDraft]
    let agreements: [AgreementDraft]
    let confidence: ConfidenceModel

    /// Returns the facts of the document.
    func facts() -> DocumentFacts {
        let order = order()
        let ids = entityIDs(order)
        var result = DocumentFacts(document: .init(document.annotated.document))
        result.entities = entities(order, ids)
        for draft in document.positions {
            guard let person = ids[draft.person], let of = ids[draft.of] else { continue }
            result.positions.append(
                Position(
                    person: person, title: draft.title, of: of,
                    accreditedTo: draft.accreditedTo.flatMap { ids[$0] }, status: draft.status,
                    evidence: evidence(
                        draft.range, rule: draft.rule, .position(draft, in: document))))
        }
        var meetingIDs: [Int: String] = [:]
        for (index, draft) in meetings.enumerated() {
            let sides = draft.sides.map { $0.compactMap { ids[$0] } }
            let id = "m\(result.meetings.count + 1)"
            meetingIDs[index] = id
            result.meetings.append(
                Meeting(
                    id: id, kind: draft.kind, sides: sides,
                    attendees: draft.attendees.compactMap { ids[$0] }, date: draft.date,
                    place: draft.place, status: draft.status, section: draft.section,
                    evidence: evidence(
                        draft.evidence, rule: draft.rule, .meeting(draft, in: document))))
        }
        for draft in agreements {
            let parties = draft.parties.compactMap { ids[$0] }
            result.agreements.append(
                Agreement(
                    id: "g\(result.agreements.count + 1)", kind: draft.kind, parties: parties,
                    signatories: draft.signatories.compactMap { ids[$0] }, title: draft.title,
                    date: draft.date, status: draft.status,
                    meeting: draft.meeting.flatMap { meetingIDs[$0] }, section: draft.section,
                    evidence: evidence(
                        draft.evidence, rule: draft.rule, .agreement(draft, in: document))))
        }
        return result
    }

    private func evidence(_ range: Range<Int>, rule: String, _ traits: FactTraits) -> Evidence {
        let span = document.annotated.span(range)
        return Evidence(
            span: span, quotation: document.annotated.document.text[span], rule: rule,
            confidence: confidence.confidence(of: traits))
    }

    /// Ids by kind in the order of first mention: p1, p2, a1, c1 …
    private func entityIDs(_ order: [Int]) -> [Int: EntityID] {
        var ids: [Int: EntityID] = [:]
        var counts: [Entity.Kind: Int] = [:]
        for index in order {
            let kind = document.entities[index].kind
            counts[kind, default: 0] += 1
            let letter =
                switch kind {
                case .person: "p"
                case .agency: "a"
                case .country: "c"
                }
            ids[index] = EntityID("\(letter)\(counts[kind, default: 0])")
        }
        return ids
    }

    /// The entities that the text names or a fact needs, in the order of first mention.
    private func order() -> [Int] {
        let used = Set(
            document.positions.flatMap { [$0.of, $0.accreditedTo ?? -1] }
                + meetings.flatMap { $0.sides.joined() } + agreements.flatMap(\.parties))
        return document.entities.indices
            .filter { !document.entities[$0].mentions.isEmpty || used.contains($0) }
            .map { (place: first(of: $0), index: $0) }.sorted { $0 < $1 }.map(\.index)
    }

    private func first(of entity: Int) -> Int {
        document.entities[entity].mentions.lazy
            .map { document.annotated.mentions[$0].range.lowerBound }.min() ?? Int.max
    }

    private func entities(_ order: [Int], _ ids: [Int: EntityID]) -> [Entity] {
        let entities = order.compactMap { index -> Entity? in
            guard let id = ids[index] else { return nil }
            let draft = document.entities[index]
            let spans = draft.mentions
                .map { document.annotated.span(document.annotated.mentions[$0].core) }
            return Entity(
                id: id, kind: draft.kind, name: name(of: draft), country: draft.country,
                parent: draft.parent.flatMap { ids[$0] },
                aliases: draft.aliases.isEmpty ? [draft.name] : draft.aliases,
                mentions: Set(spans).sorted())
        }
        // Ids rise in this order within each kind.
        return [.person, .agency, .country].flatMap { (kind: Entity.Kind) in
            entities.filter { $0.kind == kind }
        }
    }

    private func name(of draft: EntityDraft) -> String {
        guard draft.kind == .person else { return draft.name }
        if draft.aliases.count < 2 { return draft.aliases.first ?? draft.name }
        return draft.aliases.map { (count: $0.count, name: $0) }
            .max { ($0.count, $1.name) < ($1.count, $0.name) }?.name ?? draft.name
    }
}
