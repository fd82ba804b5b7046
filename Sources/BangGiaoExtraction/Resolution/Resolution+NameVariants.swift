import BangGiaoModel

/// Spellings of one person's name.
extension Resolution {
    /// Merges the names that one document gives one person: words in another order ("Phosy
    /// Keomanyvong"), a form of address or a further name left out ("Hun Sen", "Samdech Techo Hun
    /// Sen"), a slip of the pen ("Mike Pomeo").
    mutating func mergeVariants(of byName: inout [[WordKey]: Int]) {
        let names = byName.map { NameEntry(words: $0.key, entity: $0.value) }
            .sorted { $0.entity < $1.entity }
        var byWord: [WordKey: [Int]] = [:]
        for (index, name) in names.enumerated() {
            for word in Set(name.words) { byWord[word, default: []].append(index) }
        }
        for (index, name) in names.enumerated() {
            guard !entities[name.entity].mentions.isEmpty else { continue }
            let others = Set(name.words.flatMap { byWord[$0] ?? [] }).filter { $0 > index }.sorted()
            for other in others.map({ names[$0] })
            where !entities[other.entity].mentions.isEmpty
                && areOne(name.words, other.words, name, other)
            {
                let keepsFirst = name.words.count >= other.words.count
                let (kept, left) = keepsFirst ? (name, other) : (other, name)
                move(from: left.entity, to: kept.entity)
                byName[left.words] = kept.entity
                byName[kept.words] = kept.entity
                if !keepsFirst { break }
            }
        }
        // A name merged twice leads to the last.
        for (words, entity) in byName where entities[entity].mentions.isEmpty {
            byName[words] =
                names.first {
                    !entities[$0.entity].mentions.isEmpty && Set($0.words).isSuperset(of: words)
                }?.entity ?? entity
        }
    }

    /// Merges a name in brackets with the one before it: "Hua Chunying (Hoa Xuân Oánh)".
    mutating func mergeBracketed(of byName: inout [[WordKey]: Int]) {
        let persons = mentions.indices
            .filter { mentions[$0].kind == .person && mentions[$0].entity >= 0 }
            .sorted { mentions[$0].range.lowerBound < mentions[$1].range.lowerBound }
        for (first, second) in zip(persons, persons.dropFirst()) {
            let (name, inner) = (mentions[first], mentions[second])
            let open = name.range.upperBound
            guard name.core.upperBound == open, inner.range == inner.core,
                inner.range.lowerBound == open + 1, annotated.tokens[open].isMark("("),
                inner.range.upperBound < annotated.tokens.count,
                annotated.tokens[inner.range.upperBound].isMark(")"), inner.offices.isEmpty,
                name.entity != inner.entity
            else { continue }
            move(from: inner.entity, to: name.entity)
            for (words, entity) in byName where entity == inner.entity {
                byName[words] = name.entity
            }
        }
    }

    private struct NameEntry {
        var words: [WordKey]
        var entity: Int
    }

    private func areOne(
        _ words: [WordKey], _ others: [WordKey], _ name: NameEntry, _ other: NameEntry
    ) -> Bool {
        if words.count == others.count {
            if words.sorted(by: { $0.hash < $1.hash }) == others.sorted(by: { $0.hash < $1.hash }) {
                return true
            }
            return isSlip(name, other)
        }
        let (long, short) = words.count > others.count ? (name, other) : (other, name)
        guard short.words.count >= 2, !isVietnamese(short.entity), !isVietnamese(long.entity),
            agree(name.entity, other.entity)
        else { return false }
        if long.words.suffix(short.words.count) == short.words[...] { return true }
        // "Donald J. Trump": initials between the words.
        if long.words.first == short.words.first, long.words.last == short.words.last,
            long.words.count == short.words.count + 1, short.words.count == 2
        {
            return true
        }
        // "Mohammed bin Salman Al Saud"; but "Donald Trump Jr" is another.
        return short.words.count >= 3 && long.words.prefix(short.words.count) == short.words[...]
    }

    private func agree(_ one: Int, _ other: Int) -> Bool {
        guard let first = statedCountry(ofEntity: one), let second = statedCountry(ofEntity: other)
        else { return true }
        return first == second
    }

    private func isVietnamese(_ entity: Int) -> Bool {
        guard let mention = entities[entity].mentions.first else { return true }
        let core = mentions[mention].core
        return lexicon.surnames.vietnamese.contains(annotated.tokens[core.lowerBound].key)
            && annotated.tokens[core].contains(where: \.isAccented)
    }

    /// Whether two names of as many words differ by one letter in one long word.
    private func isSlip(_ name: NameEntry, _ other: NameEntry) -> Bool {
        let differing = zip(name.words, other.words).filter { $0 != $1 }
        guard differing.count == 1, name.words.count >= 2, agree(name.entity, other.entity),
            let one = entities[name.entity].mentions.first,
            let second = entities[other.entity].mentions.first,
            !isVietnamese(name.entity), !isVietnamese(other.entity)
        else { return false }
        let words = zip(wordTexts(one), wordTexts(second)).filter {
            $0.lowercased() != $1.lowercased()
        }
        guard words.count == 1, let (left, right) = words.first else { return false }
        // "Juan L. Soto" is "Juan Lopez Soto".
        if min(left.count, right.count) == 1 {
            return left.first == right.first && name.words.count >= 3
                && name.words.last == other.words.last
        }
        guard min(left.count, right.count) >= 4, left.first == right.first
        else { return false }
        return isOneEdit(Array(left.unicodeScalars), Array(right.unicodeScalars))
    }

    private func wordTexts(_ mention: Int) -> [String] {
        mentions[mention].core.filter { annotated.tokens[$0].isWord }
            .map { annotated.document.text[annotated.tokens[$0].span] }
    }

    /// Whether one letter more, less, other, or two letters exchanged make one word the other.
    private func isOneEdit(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        let (long, short) = one.count >= other.count ? (one, other) : (other, one)
        guard long.count - short.count <= 1 else { return false }
        var start = 0
        while start < short.count, long[start] == short[start] { start += 1 }
        var end = 0
        while end < short.count - start,
            long[long.count - 1 - end] == short[short.count - 1 - end]
        {
            end += 1
        }
        let rest = long.count - start - end
        if rest <= 1 { return true }
        return long.count == short.count && rest == 2 && long[start] == short[start + 1]
            && long[start + 1] == short[start]
    }
}
