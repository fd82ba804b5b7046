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
            let offices = mentions[index].offices
            for (number, office) in offices.enumerated() {
                guard var draft = draft(office, of: person, mention: index, in: &document) else {
                    continue
                }
                // "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ": both offices are of one body.
                if draft.of < 0, let next = offices[(number + 1)...].compactMap(\.agency).first,
                    mentions[next].entity >= 0,
                    office.holding == .ministry || heads(office, mentions[next])
                {
                    draft.of = ministry(of: mentions[next].entity, for: office, in: document)
                }
                if draft.of >= 0 {
                    add(draft, to: &result)
                } else {
                    incomplete.append(draft)
                }
            }
        }
        // "Vụ trưởng Bounthala Panyavichith": the body stands elsewhere; of several passages the one
        // nearest to a body tells.
        var nearest: [OfficeKey: (number: Int, body: Int, distance: Int)] = [:]
        for (number, draft) in incomplete.enumerated() {
            if result.contains(where: { $0.person == draft.person && $0.title == draft.title }) {
                continue
            }
            guard let (body, distance) = body(of: draft, in: document) else { continue }
            let key = OfficeKey(person: draft.person, title: draft.title)
            if nearest[key].map({ distance < $0.distance }) ?? true {
                nearest[key] = (number, body, distance)
            }
        }
        // Two offices of one passage stay in its order.
        for found in nearest.values.sorted(by: { one, other in
            (incomplete[one.number].range.lowerBound, one.number)
                < (incomplete[other.number].range.lowerBound, other.number)
        }) {
            var draft = incomplete[found.number]
            draft.of = found.body
            draft.rule = "position.context"
            add(draft, to: &result)
        }
        return result
    }

    private struct OfficeKey: Hashable {
        var person: Int
        var title: String
    }

    private func add(_ draft: PositionDraft, to result: inout [PositionDraft]) {
        // "Cố vấn Kawai" is the "Cố vấn đặc biệt" of before.
        if result.contains(where: { isShort(draft, of: $0) }) { return }
        result.removeAll { isShort($0, of: draft) }
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

    /// Whether a title is the other cut off, of one person and body.
    private func isShort(_ draft: PositionDraft, of other: PositionDraft) -> Bool {
        draft.person == other.person && draft.of == other.of
            && other.title.hasPrefix(draft.title + " ")
    }

    private func draft(
        _ office: Office, of person: Int, mention: Int, in document: inout ResolvedDocument
    ) -> PositionDraft? {
        let range = passage(of: office, mention: mention, in: document.annotated)
        var draft = PositionDraft(
            person: person, title: office.title, holding: office.holding, of: -1,
            status: office.status,
            sentence: sentence(of: range.lowerBound, in: document.annotated), range: range,
            rule: "position.title")
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
            } else {
                draft.accreditedTo = host(of: draft, mention: mention, in: document)
            }
        case .ministry, .agency, .implied:
            if let agency = office.agency, document.annotated.mentions[agency].entity >= 0 {
                draft.of = document.annotated.mentions[agency].entity
            } else if office.agency == nil, let code = office.country,
                lexicon.bodyHeads.contains(office.title),
                document.annotated.mentions.contains(where: {
                    $0.kind == .country && $0.country == code
                        && office.range.contains($0.range.lowerBound)
                })
            {
                // "người đứng đầu Đài Loan"
                draft.of = country(code, in: &document)
            }
        case .role:
            return nil
        }
        return draft
    }

    /// The tokens that state an office: those of the mention, or from it to an office told later in
    /// the sentence; where a pronoun stands for the person, from the sentence's beginning.
    private func passage(
        of office: Office, mention: Int, in annotated: AnnotatedDocument
    ) -> Range<Int> {
        let own = annotated.mentions[mention].range
        guard office.range.lowerBound >= own.upperBound else { return own }
        let bounds = annotated.sentences[sentence(of: office.range.lowerBound, in: annotated)]
            .tokens
        let start = bounds.contains(own.lowerBound) ? own.lowerBound : bounds.lowerBound
        return start..<office.range.upperBound
    }

    /// Whether a title can be of a body: "Vụ trưởng" is of no ministry.
    private func heads(_ office: Office, _ agency: Mention) -> Bool {
        office.head.isEmpty && !lexicon.legislators.contains(office.title)
            || TextFolding.key(agency.name).utf8
                .starts(with: (TextFolding.key(office.head) + " ").utf8)
    }

    /// The body itself; for a minister's title the ministry above it.
    private func ministry(of entity: Int, for office: Office, in document: ResolvedDocument) -> Int
    {
        guard office.holding == .ministry else { return entity }
        var current = entity
        for _ in 0..<4 where document.entities[current].level < 5 {
            guard let parent = document.entities[current].parent else { break }
            current = parent
        }
        return current
    }

    /// Where an envoy is accredited, if his title doesn't say: where his embassy stands, else the
    /// home state.
    private func host(
        of draft: PositionDraft, mention: Int, in document: ResolvedDocument
    ) -> Int? {
        guard !lexicon.specialEnvoys.contains(draft.title), draft.of >= 0,
            let sender = document.entities[draft.of].country
        else { return nil }
        let mentions = document.annotated.mentions
        let home = CountryCode("VN")
        if sender != home { return document.countryEntity[home] }
        let bounds = document.annotated.sentences[draft.sentence].tokens
        for embassy in mentions
        where embassy.agencyKind == .embassy && embassy.country == sender
            && bounds.contains(embassy.range.lowerBound)
        {
            for other in mentions
            where other.kind == .country && other.country != sender && other.entity >= 0
                && embassy.core.contains(other.range.lowerBound)
            {
                return other.entity
            }
        }
        return nil
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
    private func body(
        of draft: PositionDraft, in document: ResolvedDocument
    ) -> (entity: Int, distance: Int)? {
        let mentions = document.annotated.mentions
        let state = document.entities[draft.person].country
        let prefix = lexicon.headOfTitle[draft.title].map { TextFolding.key($0) + " " }
        var best: (entity: Int, distance: Int)?
        for mention in mentions where mention.kind == .agency && mention.entity >= 0 {
            let entity = document.entities[mention.entity]
            guard state == nil || entity.country == state else { continue }
            if let prefix {
                guard TextFolding.key(entity.name).utf8.starts(with: prefix.utf8) else { continue }
            } else {
                // Without a head noun only a body just before counts, and no one's parent.
                guard !mention.isNested, mention.agencyKind != .press,
                    mention.range.lowerBound < draft.range.lowerBound,
                    (0...4).contains(draft.range.lowerBound - mention.range.upperBound),
                    !acts(mention.range.upperBound..<draft.range.lowerBound, in: document)
                else { continue }
            }
            let gap = draft.range.lowerBound - mention.range.lowerBound
            let distance = gap >= 0 ? gap : 2_000 - gap
            if best.map({ distance < $0.distance }) ?? true { best = (mention.entity, distance) }
        }
        if best == nil, prefix == nil, let state, let country = document.countryEntity[state],
            !lexicon.bodyHeads.contains(draft.title),
            lexicon.chairStates.contains(state) || !lexicon.chairs.contains(draft.title)
        {
            return (country, 100_000)
        }
        return best
    }

    /// Whether a verb stands between a body and a title: "Bộ Ngoại giao cho biết Chủ tịch …".
    private func acts(_ range: Range<Int>, in document: ResolvedDocument) -> Bool {
        range.contains { token in
            document.annotated.lattice[token].contains { match in
                guard match.table == .cue else { return false }
                switch lexicon.cues[Int(match.entry)].kind {
                case .quoting, .held, .planned, .negated: return true
                default: return false
                }
            }
        }
    }

    private func sentence(of token: Int, in annotated: AnnotatedDocument) -> Int {
        annotated.sentences.lastIndex { $0.tokens.lowerBound <= token } ?? 0
    }
}
