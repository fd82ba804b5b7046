import BangGiaoModel

/// Names of known persons where nothing introduces them.
extension Resolution {
    private struct KnownName {
        var words: [WordKey]
        var entity: Int
    }

    /// Finds the names of the document's persons, and the family parts of foreign ones, where the
    /// grammar of names found none.
    mutating func findFurtherMentions(byName: [[WordKey]: Int]) {
        let opening = knownNames(byName)
        guard !opening.isEmpty else { return }
        var covered = [Bool](repeating: false, count: annotated.tokens.count)
        for mention in mentions where mention.entity >= 0 || mention.kind != .person {
            for index in mention.range { covered[index] = true }
        }
        var added: [(mention: Mention, entity: Int)] = []
        for sentence in annotated.sentences where sentence.isProse {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                defer { index += 1 }
                guard !covered[index], annotated.tokens[index].isCapital,
                    let candidates = opening[annotated.tokens[index].key]
                else { continue }
                for known in candidates {
                    guard let end = end(of: known, at: index, within: sentence.tokens, covered)
                    else { continue }
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
        // At the end of the list, so that indices of the others stay as they are.
        for (mention, entity) in added {
            annotated.mentions.append(mention)
            attach(annotated.mentions.count - 1, to: entity)
        }
    }

    /// The names to look for, by their first word, longest first.
    private func knownNames(_ byName: [[WordKey]: Int]) -> [WordKey: [KnownName]] {
        var result: [WordKey: [KnownName]] = [:]
        for (words, entity) in byName {
            guard let first = words.first, let last = words.last,
                let mention = entities[entity].mentions.first
            else { continue }
            if words.count > 1 {
                result[first, default: []].append(KnownName(words: words, entity: entity))
            }
            // The family part of a foreign name may stand alone.
            let token = annotated.tokens[mentions[mention].core.upperBound - 1]
            guard !token.isAccented, token.byteCount >= 4, token.key == last,
                words.count == 1 || !lexicon.surnames.vietnamese.contains(first)
            else { continue }
            result[last, default: []].append(KnownName(words: [last], entity: entity))
        }
        for word in result.keys {
            result[word]?.sort { ($0.words.count, $1.entity) > ($1.words.count, $0.entity) }
        }
        return result
    }

    /// The end of a name at a token, marks between its words left out; nil where it doesn't stand.
    private func end(
        of known: KnownName, at index: Int, within sentence: Range<Int>, _ covered: [Bool]
    ) -> Int? {
        var next = index
        for (number, word) in known.words.enumerated() {
            // "Jong-un": a dash may join two words.
            if number > 0, next < sentence.upperBound, annotated.tokens[next].isMark("-") {
                next += 1
            }
            guard next < sentence.upperBound, !covered[next], annotated.tokens[next].key == word
            else { return nil }
            next += 1
        }
        let previous = index - 1
        if known.words.count == 1, previous > sentence.lowerBound,
            annotated.tokens[previous].isCapital, !covered[previous],
            annotated.tokens[index].gap == .space
        {
            return nil
        }
        return next
    }
}
