import BangGiaoModel

/// Builds positions from the offices that mentions of persons carry.
struct PositionBuilder: Sendable {
    let lexicon: Lexicon

    /// Returns the positions of the document's persons, each distinct triple once.
    ///
    /// May add the country of an office to the entities.
    func positions(in document: inout ResolvedDocument) -> [PositionDraft] {
        var result: [PositionDraft] = []
        var incomplete: [PositionDraft] = []
        let mentions = document.annotated.mentions
        for index in mentions.indices where mentions[index].kind == .person {
            let person = mentions[index].entity
            guard person >= 0, document.entities[person].kind == .person else { continue }
            for office in mentions[index].offices {
                guard
                    let draft = draft(office, of: person, mention: index, in: &document)
                else { continue }
                if draft.of >= 0 {
                    add(draft, to: &result)
                } else {
                    incomplete.append(draft)
                }
            }
        }
        // "Vụ trưởng Bounthala Panyavichith": the body stands elsewhere.
        for var draft in incomplete {
            if result.contains(where: { $0.person == draft.person && $0.title == draft.title }) {
                continue
            }
            guard let agency = body(of: draft, in: document) else { continue }
            draft.of = agency
            draft.rule = "position.context"
            add(draft, to: &result)
        }
        return result
    }

    private func add(_ draft: PositionDraft, to result: inout [PositionDraft]) {
        if let index = result.firstIndex(where: {
            $0.person == draft.person && $0.title == draft.title && $0.of == draft.of
        }) {
            if result[index].accreditedTo == nil { result[index].accreditedTo = draft.accreditedTo }
            // A passage that names the person in office now beats one that looks back.
            if draft.status == nil { result[index].status = nil }
            return
        }
        result.append(draft)
    }

    private func draft(
        _ office: Office, of person: Int, mention: Int, in document: inout ResolvedDocument
    ) -> PositionDraft? {
        let source = document.annotated.mentions[mention]
        var draft = PositionDraft(
            person: person, title: office.title, holding: office.holding, of: -1,
            status: office.status,
            sentence: sentence(of: source.range.lowerBound, in: document.annotated),
            range: source.range, rule: "position.title")
        switch office.holding {
        case .state:
            guard let code = office.country ?? document.entities[person].country else { return nil }
            draft.of = country(code, in: &document)
        case .envoy:
            if let agency = office.agency, document.annotated.mentions[agency].entity >= 0 {
                draft.of = document.annotated.mentions[agency].entity
            } else if let code = office.country ?? document.entities[person].country {
                draft.of = country(code, in: &document)
            }
            if let code = office.accreditedCountry {
                draft.accreditedTo = country(code, in: &document)
            } else if let agency = office.accreditedAgency {
                draft.accreditedTo = document.annotated.mentions[agency].entity
            }
        case .ministry, .agency, .implied:
            if let agency = office.agency, document.annotated.mentions[agency].entity >= 0 {
                draft.of = document.annotated.mentions[agency].entity
            }
        case .role:
            return nil
        }
        return draft
    }

    private func country(_ code: CountryCode, in document: inout ResolvedDocument) -> Int {
        if let entity = document.countryEntity[code] { return entity }
        var draft = EntityDraft(kind: .country, name: lexicon.countryNames[code] ?? code.rawValue)
        draft.country = code
        document.entities.append(draft)
        document.countryEntity[code] = document.entities.count - 1
        return document.entities.count - 1
    }

    /// The body that an office is of, where the mention doesn't say: the last one before whose head
    /// noun fits the title and whose state fits the person.
    private func body(of draft: PositionDraft, in document: ResolvedDocument) -> Int? {
        let mentions = document.annotated.mentions
        let state = document.entities[draft.person].country
        let title = lexicon.titles.first { $0.title == draft.title && !$0.head.isEmpty }
        if title == nil, draft.title.hasPrefix("Chủ tịch"), let state {
            return document.countryEntity[state]
        }
        guard let head = title?.head else { return nil }
        let prefix = TextFolding.key(head) + " "
        var best: (entity: Int, distance: Int)?
        for mention in mentions where mention.kind == .agency && mention.entity >= 0 {
            let entity = document.entities[mention.entity]
            guard TextFolding.key(entity.name).hasPrefix(prefix),
                state == nil || entity.country == state
            else { continue }
            let gap = draft.range.lowerBound - mention.range.lowerBound
            let distance = gap >= 0 ? gap : 2_000 - gap
            if best.map({ distance < $0.distance }) ?? true { best = (mention.entity, distance) }
        }
        return best?.entity
    }

    private func sentence(of token: Int, in annotated: AnnotatedDocument) -> Int {
        annotated.sentences.lastIndex { $0.tokens.lowerBound <= token } ?? 0
    }
}
