import BangGiaoModel

extension Resolution {
    /// Clusters the mentions of persons by name, and finds further mentions of the names found.
    mutating func clusterPersons() {
        var byName: [[WordKey]: Int] = [:]
        // Full names that something introduces, or whose shape is plain.
        for index in mentions.indices where mentions[index].kind == .person {
            let name = keys(mentions[index].core)
            if name.count < 2 { continue }
            if mentions[index].isBare, byName[name] == nil, !isPlain(index) { continue }
            if let entity = byName[name] {
                attach(index, to: entity)
            } else {
                let entity = newPerson(index)
                byName[name] = entity
                attach(index, to: entity)
            }
        }
        // A bare name may stand before the introduced one.
        for index in mentions.indices
        where mentions[index].kind == .person && mentions[index].entity < 0 {
            let name = keys(mentions[index].core)
            if let entity = byName[name] { attach(index, to: entity) }
        }
        mergeVariants(of: &byName)
        mergeBracketed(of: &byName)
        resolveShortNames(byName: &byName)
        findFurtherMentions(byName: byName)
    }

    /// Whether the shape of a bare name is enough: three syllables or more.
    private func isPlain(_ index: Int) -> Bool { mentions[index].core.count >= 3 }

    private mutating func newPerson(_ mention: Int) -> Int {
        let draft = EntityDraft(kind: .person, name: surface(mention))
        entities.append(draft)
        return entities.count - 1
    }

    /// Moves all mentions of one entity to another; the first is left empty.
    mutating func move(from: Int, to target: Int) {
        guard from != target else { return }
        for mention in entities[from].mentions {
            annotated.mentions[mention].entity = target
        }
        entities[target].mentions += entities[from].mentions
        entities[target].mentions.sort()
        for alias in entities[from].aliases where !entities[target].aliases.contains(alias) {
            entities[target].aliases.append(alias)
        }
        if entities[target].parent == nil { entities[target].parent = entities[from].parent }
        entities[from].mentions = []
        entities[from].aliases = []
        for index in entities.indices where entities[index].parent == from {
            entities[index].parent = target == index ? nil : target
        }
    }

    // MARK: Short names

    /// "Ông Putin", "bà Hằng", "Tổng thống Trump": the person with that name, else a new one.
    private mutating func resolveShortNames(byName: inout [[WordKey]: Int]) {
        var byWord = personsByWord()
        for index in mentions.indices
        where mentions[index].kind == .person && mentions[index].entity < 0
            && !mentions[index].isBare
        {
            let name = keys(mentions[index].core)
            guard let word = name.first, name.count == 1 else {
                continue
            }
            if let entity = holder(of: word, mention: index, among: byWord[word] ?? []) {
                annotated.mentions[index].isShort = true
                attach(index, to: entity)
            } else if let entity = byName[name] {
                attach(index, to: entity)
            } else if isForeignShort(index) {
                let entity = newPerson(index)
                byName[name] = entity
                byWord[word, default: []].append(entity)
                attach(index, to: entity)
            } else if let office = mentions[index].offices.last {
                // What looked like a name is the next word: "Thủ tướng Việt Nam Trao đổi …".
                annotated.mentions[index].kind = .office
                annotated.mentions[index].core = office.range
            }
        }
    }

    /// The persons by each word of their full names, in the order of their entities.
    private func personsByWord() -> [WordKey: [Int]] {
        var result: [WordKey: [Int]] = [:]
        for (entity, draft) in entities.enumerated()
        where draft.kind == .person && !draft.mentions.isEmpty {
            for mention in draft.mentions where mentions[mention].core.count > 1 {
                for word in keys(mentions[mention].core) where result[word]?.last != entity {
                    result[word, default: []].append(entity)
                }
            }
        }
        return result
    }

    private func isForeignShort(_ index: Int) -> Bool {
        let token = annotated.tokens[mentions[index].core.lowerBound]
        guard !token.isAccented else { return false }
        // "Thủ tướng Abe", but "Thủ tướng An" may be Vietnamese.
        let isHead = mentions[index].offices.contains { $0.holding == .state }
        return token.byteCount >= (isHead ? 3 : 4)
    }

    /// The person whose name has the word where short forms take it from: the last named before,
    /// else the first named after.
    private func holder(of word: WordKey, mention: Int, among persons: [Int]) -> Int? {
        let country = statedCountry(of: mention)
        let title = mentions[mention].offices.last?.title
        let namesakes = persons.filter { holds(title, $0) }
        var best: (entity: Int, distance: Int)?
        for entity in namesakes.isEmpty ? persons : namesakes {
            let draft = entities[entity]
            if namesakes.isEmpty, isOtherMonarch(entity, than: mention) { continue }
            guard let full = draft.mentions.first(where: { mentions[$0].core.count > 1 }) else {
                continue
            }
            let name = keys(mentions[full].core)
            let isEastern =
                annotated.tokens[mentions[full].core.lowerBound].isAccented
                && lexicon.surnames.vietnamese.contains(name[0])
            // Of Vietnamese names the last syllable stands for all; of others any part.
            if isEastern, name.last != word, name.first != word { continue }
            if let country, let other = statedCountry(ofEntity: entity), country != other {
                continue
            }
            let before = draft.mentions.last { $0 < mention }
            let distance = before.map { mention - $0 } ?? (10_000 + (draft.mentions.first ?? 0))
            let penalty = isEastern && name.last != word ? 5_000 : 0
            if best.map({ distance + penalty < $0.distance }) ?? true {
                best = (entity, distance + penalty)
            }
        }
        return best?.entity
    }

    /// Whether a passage that names a person in full gives him a title.
    private func holds(_ title: String?, _ entity: Int) -> Bool {
        guard let title else { return false }
        return entities[entity].mentions.contains { mention in
            mentions[mention].offices.contains { $0.title == title }
        }
    }

    /// Whether a title of a state goes with one word that is only a part of another's name: "Quốc
    /// vương Salman" is not "Thái tử Mohammed bin Salman".
    private func isOtherMonarch(_ entity: Int, than mention: Int) -> Bool {
        guard mentions[mention].offices.contains(where: { $0.holding == .state }),
            let full = entities[entity].mentions.first, mentions[full].core.count > 2
        else { return false }
        return entities[entity].mentions.contains { other in
            mentions[other].offices.contains { $0.holding == .state && $0.status == nil }
        }
    }

    func statedCountry(of mention: Int) -> CountryCode? {
        for office in mentions[mention].offices {
            if let code = office.country { return code }
            if let agency = office.agency, let code = mentions[agency].country { return code }
        }
        if mentions[mention].kind == .person, let code = mentions[mention].country { return code }
        return mentions[mention].offices.isEmpty ? introducedCountry(of: mention) : nil
    }

    /// "Nhà lãnh đạo Triều Tiên Kim Jong-un": the state between the words that introduce a name.
    private func introducedCountry(of mention: Int) -> CountryCode? {
        let (range, core) = (mentions[mention].range, mentions[mention].core)
        guard range.lowerBound < core.lowerBound else { return nil }
        for index in range.lowerBound..<core.lowerBound where annotated.tokens[index].isCapital {
            if let match = annotated.lattice.longest(.country, at: index),
                match.range.upperBound <= core.lowerBound
            {
                return lexicon.countryForms[Int(match.entry)].code
            }
        }
        return nil
    }

    func statedCountry(ofEntity entity: Int) -> CountryCode? {
        for mention in entities[entity].mentions {
            if let code = statedCountry(of: mention) { return code }
        }
        return nil
    }
}
