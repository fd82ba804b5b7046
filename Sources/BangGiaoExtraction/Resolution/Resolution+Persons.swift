import BangGiaoModel

extension Resolution {
    /// Clusters the mentions of persons by name, and finds further mentions of the names found.
    mutating func clusterPersons() {
        var byName: [[WordKey]: Int] = [:]
        var order: [Int] = []
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
                order.append(entity)
                attach(index, to: entity)
            }
        }
        // A bare name may stand before the introduced one.
        for index in mentions.indices
        where mentions[index].kind == .person && mentions[index].entity < 0 {
            let name = keys(mentions[index].core)
            if let entity = byName[name] { attach(index, to: entity) }
        }
        mergeExtendedNames(byName: byName)
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

    /// "Keomanyvong Phosy" and "Phosy Keomanyvong", "Kim Jong-un" and "Kim Jong Un" are one;
    /// so is "Joe Biden" with "Joseph R. Biden" no more than the text says: only equal words merge.
    private mutating func mergeExtendedNames(byName: [[WordKey]: Int]) {
        var seen: [[WordKey]: Int] = [:]
        for (name, entity) in byName.sorted(by: { $0.value < $1.value }) {
            let sorted = name.sorted { $0.hash < $1.hash }
            if let first = seen[sorted] {
                move(from: entity, to: first)
            } else {
                seen[sorted] = entity
            }
        }
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

    /// "Ông Putin", "bà Hằng", "Tổng thống Trump": the person with that name, else a new one.
    private mutating func resolveShortNames(byName: inout [[WordKey]: Int]) {
        for index in mentions.indices
        where mentions[index].kind == .person && mentions[index].entity < 0
            && !mentions[index].isBare
        {
            let name = keys(mentions[index].core)
            guard let word = name.first, name.count == 1 else {
                continue
            }
            if let entity = holder(ofShortName: word, mention: index) {
                annotated.mentions[index].isShort = true
                attach(index, to: entity)
            } else if let entity = byName[name] {
                attach(index, to: entity)
            } else if isForeignShort(index) {
                let entity = newPerson(index)
                byName[name] = entity
                attach(index, to: entity)
            } else if let office = mentions[index].offices.last {
                // What looked like a name is the next word: "Thủ tướng Việt Nam Trao đổi …".
                annotated.mentions[index].kind = .office
                annotated.mentions[index].core = office.range
            }
        }
    }

    private func isForeignShort(_ index: Int) -> Bool {
        let token = annotated.tokens[mentions[index].core.lowerBound]
        return !token.isAccented && token.byteCount >= 4
    }

    /// The person whose name has the word where short forms take it from: the last named before,
    /// else the first named after.
    private func holder(ofShortName word: WordKey, mention: Int) -> Int? {
        var best: (entity: Int, distance: Int)?
        for (entity, draft) in entities.enumerated()
        where draft.kind == .person && !draft.mentions.isEmpty {
            guard let full = draft.mentions.first(where: { mentions[$0].core.count > 1 }) else {
                continue
            }
            let name = keys(mentions[full].core)
            guard name.contains(word) else { continue }
            let isEastern =
                annotated.tokens[mentions[full].core.lowerBound].isAccented
                && lexicon.vietnameseSurnames.contains(name[0])
            // Of Vietnamese names the last syllable stands for all; of others any part.
            if isEastern, name.last != word, name.first != word { continue }
            if let country = statedCountry(of: mention),
                let other = statedCountry(ofEntity: entity),
                country != other
            {
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

    /// Finds the names of known persons where nothing introduces them.
    private mutating func findFurtherMentions(byName: [[WordKey]: Int]) {
        var covered = [Bool](repeating: false, count: annotated.tokens.count)
        for mention in mentions where mention.entity >= 0 || mention.kind != .person {
            for index in mention.range { covered[index] = true }
        }
        struct Known {
            var words: [WordKey]
            var entity: Int
        }
        var opening: [WordKey: [Known]] = [:]
        for (words, _) in byName {
            guard let first = words.first, let entity = current(words, byName) else { continue }
            if words.count > 1 {
                opening[first, default: []].append(Known(words: words, entity: entity))
                // The family part of a foreign name may stand alone.
                if let last = words.last, let mention = entities[entity].mentions.first,
                    mentions[mention].core.count == words.count
                {
                    let token = annotated.tokens[mentions[mention].core.upperBound - 1]
                    if !token.isAccented, token.byteCount >= 4,
                        !lexicon.vietnameseSurnames.contains(first)
                    {
                        opening[last, default: []].append(Known(words: [last], entity: entity))
                    }
                }
            } else if let mention = entities[entity].mentions.first {
                let token = annotated.tokens[mentions[mention].core.lowerBound]
                if !token.isAccented, token.byteCount >= 4 {
                    opening[first, default: []].append(Known(words: words, entity: entity))
                }
            }
        }
        guard !opening.isEmpty else { return }
        var added: [(mention: Mention, entity: Int)] = []
        for sentence in annotated.sentences where sentence.isProse {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                defer { index += 1 }
                guard !covered[index], annotated.tokens[index].isCapital,
                    let candidates = opening[annotated.tokens[index].key]
                else { continue }
                let sorted = candidates.sorted {
                    ($0.words.count, $1.entity) > ($1.words.count, $0.entity)
                }
                for known in sorted {
                    let end = index + known.words.count
                    guard end <= sentence.tokens.upperBound,
                        (index..<end).allSatisfy({
                            !covered[$0] && annotated.tokens[$0].isCapital
                                && annotated.tokens[$0].key == known.words[$0 - index]
                        })
                    else { continue }
                    let previous = index - 1
                    if known.words.count == 1, previous >= sentence.tokens.lowerBound,
                        annotated.tokens[previous].isCapital, !covered[previous],
                        annotated.tokens[index].gap == .space, previous > sentence.tokens.lowerBound
                    {
                        continue
                    }
                    var mention = Mention(
                        kind: .person, range: index..<end, core: index..<end,
                        name: annotated.text(index..<end))
                    mention.isShort = known.words.count == 1
                    added.append((mention, known.entity))
                    for position in index..<end { covered[position] = true }
                    break
                }
            }
        }
        insert(added)
    }

    private func current(_ words: [WordKey], _ byName: [[WordKey]: Int]) -> Int? {
        guard let entity = byName[words] else { return nil }
        if !entities[entity].mentions.isEmpty { return entity }
        let sorted = words.sorted { $0.hash < $1.hash }
        return byName.first {
            $0.value != entity && $0.key.sorted { $0.hash < $1.hash } == sorted
                && !entities[$0.value].mentions.isEmpty
        }?.value
    }

    /// Adds mentions at the end of the list: indices of the others stay as they are.
    private mutating func insert(_ added: [(mention: Mention, entity: Int)]) {
        for (mention, entity) in added {
            annotated.mentions.append(mention)
            attach(annotated.mentions.count - 1, to: entity)
        }
    }
}
