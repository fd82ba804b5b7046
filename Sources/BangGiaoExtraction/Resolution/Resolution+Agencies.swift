import BangGiaoModel

extension Resolution {
    /// Clusters the mentions of agencies by name and state, then by abbreviations, short forms and
    /// slips of the pen.
    mutating func clusterAgencies() {
        splitDuals()
        nameJointMinistries()
        var byKey: [AgencyKey: Int] = [:]
        for index in mentions.indices
        where mentions[index].kind == .agency && !mentions[index].isGeneric {
            if mentions[index].isDual, mentions[index].country == nil { continue }
            let key = AgencyKey(
                name: nameKey(mentions[index].name), country: mentions[index].country)
            let entity: Int
            if let known = byKey[key] {
                entity = known
            } else {
                var draft = EntityDraft(kind: .agency, name: mentions[index].name)
                draft.country = mentions[index].country
                draft.isInternational = mentions[index].isInternational
                draft.agencyKind = mentions[index].agencyKind
                draft.level = mentions[index].level
                entities.append(draft)
                entity = entities.count - 1
                byKey[key] = entity
            }
            var forms = [surface(index)] + mentions[index].otherForms
            if mentions[index].isImplied { forms.insert(mentions[index].name, at: 0) }
            attach(index, to: entity, aliases: forms)
        }
        for index in mentions.indices where mentions[index].kind == .agency {
            guard let parent = mentions[index].parent, mentions[index].entity >= 0,
                mentions[parent].entity >= 0, mentions[index].entity != mentions[parent].entity
            else { continue }
            if entities[mentions[index].entity].parent == nil {
                entities[mentions[index].entity].parent = mentions[parent].entity
            }
        }
        for index in mentions.indices where mentions[index].kind == .agency {
            guard let name = mentions[index].impliedParent, mentions[index].entity >= 0,
                entities[mentions[index].entity].parent == nil
            else { continue }
            let own = entities[mentions[index].entity].country
            let key = AgencyKey(name: nameKey(name), country: own)
            let international = AgencyKey(name: nameKey(name), country: nil)
            if let parent = byKey[key] ?? byKey[international], parent != mentions[index].entity {
                entities[mentions[index].entity].parent = parent
            }
        }
        mergeShortForms()
        correctSlips()
        mergeMissions()
        findAbbreviations()
    }

    /// "Bộ Ngoại giao hai nước" names two bodies: of the two states named last before it.
    private mutating func splitDuals() {
        for index in mentions.indices
        where mentions[index].kind == .agency && mentions[index].isDual
            && mentions[index].country == nil
        {
            let codes = dyad(before: mentions[index].range.lowerBound)
            guard codes.count == 2 else { continue }
            annotated.mentions[index].country = codes[0]
            var second = mentions[index]
            second.country = codes[1]
            annotated.mentions.append(second)
        }
    }

    /// "Ngoại trưởng Australia" heads the "Bộ Ngoại giao và Thương mại" that the text names elsewhere.
    private mutating func nameJointMinistries() {
        var named: [CountryCode: Set<String>] = [:]
        for mention in mentions
        where mention.kind == .agency && mention.agencyKind == .ministry && !mention.isImplied {
            if let code = mention.country { named[code, default: []].insert(mention.name) }
        }
        for index in mentions.indices
        where mentions[index].kind == .agency && mentions[index].isImplied {
            guard let code = mentions[index].country, let names = named[code],
                !names.contains(mentions[index].name)
            else { continue }
            let longer = names.filter { isJoint($0, of: mentions[index].name) }
            if let name = longer.first, longer.count == 1 { annotated.mentions[index].name = name }
        }
    }

    /// Whether a name goes on after another with "và" or a comma.
    private func isJoint(_ name: String, of short: String) -> Bool {
        guard name.hasPrefix(short) else { return false }
        let rest = name.dropFirst(short.count)
        if rest.first == "," { return true }
        let word = rest.drop { $0 == " " }.prefix { $0.isLetter }
        return nameWords(short + " " + word).count == nameWords(short).count && !word.isEmpty
    }

    /// The two states that the story named last before a token; of fewer, those after it too.
    func dyad(before token: Int) -> [CountryCode] {
        states.around(token, story: story(of: token), limit: 2)
    }

    struct AgencyKey: Hashable {
        var name: NameKey
        var country: CountryCode?
    }

    /// The folded words of a name without marks and "và": "Lao động - Thương binh" and "Lao động,
    /// Thương binh" are one.
    func nameWords(_ name: String) -> [Substring] {
        NameWords.words(ofKey: TextFolding.key(name))
            .filter { !$0.utf8.elementsEqual(Self.and.utf8) }
    }

    /// The key under which names meet: words in any order, for "Bộ Công nghiệp và Thương mại" is
    /// "Bộ Thương mại và Công nghiệp".
    func nameKey(_ name: String) -> NameKey { NameKey(words: nameWords(name)) }

    private static let and = TextFolding.key("và")

    /// "Vụ Báo chí" is "Vụ Thông tin Báo chí" of one ministry; so is a name cut off or mistyped in
    /// one syllable.
    private mutating func mergeShortForms() {
        let agencies = entities.indices.filter {
            entities[$0].kind == .agency && !entities[$0].mentions.isEmpty
        }
        for (position, first) in agencies.enumerated() {
            for second in agencies[(position + 1)...] {
                guard !entities[first].mentions.isEmpty, !entities[second].mentions.isEmpty,
                    entities[first].country == entities[second].country,
                    entities[first].level == entities[second].level, entities[first].level <= 4,
                    let parent = entities[first].parent, parent == entities[second].parent
                else { continue }
                let one = nameWords(entities[first].name)
                let other = nameWords(entities[second].name)
                guard isVariant(one, other) else { continue }
                let keepsFirst = one.count >= other.count
                move(from: keepsFirst ? second : first, to: keepsFirst ? first : second)
            }
        }
    }

    /// "Đại sứ quán Nga", "… tại Syria" and "… tại Damascus" are one where the text names one host.
    private mutating func mergeMissions() {
        var bySender: [CountryCode: [Int]] = [:]
        for entity in entities.indices
        where entities[entity].agencyKind == .embassy && !entities[entity].mentions.isEmpty {
            if let sender = entities[entity].country {
                bySender[sender, default: []].append(entity)
            }
        }
        for (sender, missions) in bySender.sorted(by: { $0.key < $1.key }) where missions.count > 1
        {
            let hosts = missions.map { host(ofMission: $0, sender: sender) }
            for (index, mission) in missions.enumerated() {
                let kind = keys(mentions[entities[mission].mentions[0]].core).first
                let others = missions.indices.filter {
                    $0 != index && !entities[missions[$0]].mentions.isEmpty
                        && keys(mentions[entities[missions[$0]].mentions[0]].core).first == kind
                }
                let same = others.filter { hosts[$0] == hosts[index] && hosts[index] != nil }
                if let target = same.first, target < index {
                    move(from: mission, to: missions[target])
                } else if hosts[index] == nil, Set(others.compactMap { hosts[$0] }).count == 1,
                    let target = others.first
                {
                    move(from: mission, to: missions[target])
                }
            }
        }
    }

    /// Where a mission stands, as its name tells it: an embassy in a state, a consulate in a city.
    private func host(ofMission entity: Int, sender: CountryCode) -> String? {
        guard let first = entities[entity].mentions.first else { return nil }
        let isConsulate = annotated.lattice[mentions[first].core.lowerBound].contains {
            $0.table == .cue && lexicon.cues[Int($0.entry)].kind == .consular
        }
        // The last one counts: "Đại sứ quán Nga tại Lào, Campuchia" may be the second of two.
        var state: String?
        for index in mentions[first].core.dropFirst(2).reversed() {
            for match in annotated.lattice[index] {
                if match.table == .place {
                    let place = lexicon.places[Int(match.entry)]
                    guard place.country != sender else { continue }
                    if isConsulate { return TextFolding.key(place.form) }
                    state = state ?? place.country?.rawValue
                } else if match.table == .country {
                    let code = lexicon.countryForms[Int(match.entry)].code
                    if code != sender { state = state ?? code.rawValue }
                }
            }
            if !isConsulate, let state { return state }
        }
        return state
    }

    private func isVariant(_ one: [Substring], _ other: [Substring]) -> Bool {
        guard one.first == other.first else { return false }
        let (long, short) = one.count >= other.count ? (one, other) : (other, one)
        if long.count == short.count {
            let differing = zip(long, short).filter { $0 != $1 }
            return long.count >= 4 && differing.count == 1
                && differing[0].0.first == differing[0].1.first
                || long.count >= 5 && differing.count == 1
        }
        // Cut off: all but the last syllable.
        if long.starts(with: short), long.count - short.count == 1, short.count >= 4 { return true }
        // Left out in the middle: head and last syllable agree.
        guard long.last == short.last, short.count >= 3 else { return false }
        var rest = long[...]
        for word in short {
            guard let found = rest.firstIndex(of: word) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// Merges bodies that the text names by an abbreviation alone into those whose names it
    /// explains: "Trường Đại học Quốc gia Singapore (NUS)" and the "NUS" that the lexicon knows.
    private mutating func mergeAbbreviated(_ byForm: [WordKey: Int]) {
        for entity in entities.indices
        where entities[entity].kind == .agency && !entities[entity].mentions.isEmpty {
            guard let first = entities[entity].mentions.first,
                let target = byForm[annotated.tokens[mentions[first].core.lowerBound].key],
                target != entity, entities[target].country == entities[entity].country,
                entities[entity].mentions.allSatisfy({ mention in
                    let core = mentions[mention].core
                    return core.count == 1 && annotated.tokens[core.lowerBound].isAllCapitals
                })
            else { continue }
            move(from: entity, to: target)
        }
    }

    /// Finds the abbreviations that the document itself explains: "Viện X (ABC) … ABC".
    private mutating func findAbbreviations() {
        var byForm: [WordKey: Int] = [:]
        for entity in entities.indices where entities[entity].kind == .agency {
            for mention in entities[entity].mentions {
                for form in mentions[mention].otherForms where form.utf8.count <= 12 {
                    let tokens = Tokenizer().tokens(of: form)
                    if tokens.count == 1, let token = tokens.first, token.isAllCapitals {
                        byForm[token.key] = entity
                    }
                }
            }
        }
        guard !byForm.isEmpty else { return }
        mergeAbbreviated(byForm)
        var covered = [Bool](repeating: false, count: annotated.tokens.count)
        for mention in mentions where mention.kind != .office {
            for index in mention.range { covered[index] = true }
        }
        for sentence in annotated.sentences where sentence.isProse {
            for index in sentence.tokens
            where !covered[index] && annotated.tokens[index].isAllCapitals {
                guard let entity = byForm[annotated.tokens[index].key] else { continue }
                var mention = Mention(
                    kind: .agency, range: index..<(index + 1), core: index..<(index + 1),
                    name: entities[entity].name)
                mention.country = entities[entity].country
                mention.agencyKind = entities[entity].agencyKind
                mention.level = entities[entity].level
                mention.isInternational = entities[entity].isInternational
                annotated.mentions.append(mention)
                attach(annotated.mentions.count - 1, to: entity)
            }
        }
    }
}
