import BangGiaoModel

extension ZoneFinder {
    /// Lists of other articles: headlines, repeated headlines and teasers.
    ///
    /// - Returns: The first line of the list with which the page ends; the number of lines where it
    ///   ends without one.
    mutating func markRelated() -> Int {
        var from = firstParagraph(from: (title ?? -1) + 1) + 1
        while from < lines.count, let list = nextList(from: from) {
            let end = markList(from: list.start, canEnd: list.hasHead)
            if end >= lines.count { return list.start }
            from = max(end, list.start + 1)
        }
        return lines.count
    }

    /// The next list of other articles, and whether a heading tells it.
    private func nextList(from start: Int) -> (start: Int, hasHead: Bool)? {
        for index in start..<lines.count {
            if listHeads.contains(index) { return (index, true) }
            guard kinds[index] == nil else { continue }
            if isTriple(index), isRun(of: isTriple, from: index) { return (index, false) }
            if isTeased(index), isRun(of: isTeased, from: index) { return (index, false) }
        }
        return nil
    }

    /// Whether a headline begins here that is repeated on the next line.
    private func isTriple(_ index: Int) -> Bool {
        lines[index].words >= 4 && lines[index].scalars <= 300 && isRepeatedNext(index)
    }

    /// Whether a headline begins here with a teaser below it that is cut short.
    private func isTeased(_ index: Int) -> Bool {
        guard index + 1 < lines.count, kinds[index] == nil, kinds[index + 1] == nil else {
            return false
        }
        let teaser = lines[index + 1]
        return isHeadline(lines[index]) && teaser.ending == .ellipsis
            && (40...360).contains(teaser.scalars)
    }

    /// Whether the same follows within the next lines.
    private func isRun(of isOne: (Int) -> Bool, from index: Int) -> Bool {
        (index + 2..<min(index + 8, lines.count)).contains(where: isOne)
    }

    /// Marks a list from its first line on.
    ///
    /// - Parameter canEnd: Whether the story may go on after it.
    /// - Returns: The line after the list.
    private mutating func markList(from start: Int, canEnd: Bool) -> Int {
        var list = ListReader(labels: repeatedLabels(from: start))
        let first = storyCount
        defer { storyCount = first + list.count }
        for index in start..<lines.count {
            let line = lines[index]
            if kinds[index] == .boilerplate || kinds[index] == .dateline { continue }
            if list.headline >= 0, table.areEqual(lines[list.headline], line) {
                list.isRepeated = true
            } else if isNextHeadline(index, list) {
                // The label of a column comes again, or ends the list.
                let isLabel = index + 1 == lines.count || list.labels.contains(line.key)
                if line.words <= 4, !isRepeatedNext(index), isLabel {
                    kinds[index] = .boilerplate
                    continue
                }
                list.begin(index)
            } else if canEnd, isStory(from: index, in: list) {
                let hasTeaser = list.hadTeasers && !list.hasTeaser
                if hasTeaser { mark(index, list) }
                return hasTeaser ? index + 1 : index
            } else {
                list.hasTeaser = true
            }
            mark(index, list)
        }
        return lines.count
    }

    private mutating func mark(_ index: Int, _ list: ListReader) {
        kinds[index] = .related
        stories[index] = storyCount + max(0, list.count - 1)
    }

    /// Horoscopes, prices and the like among the other articles belong to the page.
    mutating func markFillers() {
        var fillers: Set<Int> = []
        var seen: Set<Int> = []
        for index in lines.indices {
            guard kinds[index] == .related, let story = stories[index] else { continue }
            if seen.insert(story).inserted, lines[index].starts.has(.filler) {
                fillers.insert(story)
            }
            if fillers.contains(story) {
                kinds[index] = .boilerplate
                stories[index] = nil
            }
        }
    }

    private func isNextHeadline(_ index: Int, _ list: ListReader) -> Bool {
        if isRepeatedNext(index) { return true }
        // After a headline that was repeated comes its teaser, however it ends.
        if list.isRepeated, !list.hasTeaser, lines[index].words > 4 { return false }
        return lines[index].ending == .open || (lines[index].ending == .mark && list.hasTeaser)
    }

    /// The short lines that stand more than once from a line on: labels of columns.
    private func repeatedLabels(from start: Int) -> Set<UInt64> {
        var seen: Set<UInt64> = []
        var repeated: Set<UInt64> = []
        for line in lines[start...] where line.words <= 4 && !seen.insert(line.key).inserted {
            repeated.insert(line.key)
        }
        return repeated
    }

    /// Whether running text begins here: two paragraphs without a headline between them, or one
    /// that is too long for a teaser.
    private func isStory(from index: Int, in list: ListReader) -> Bool {
        func isParagraph(_ index: Int, _ minimum: Int) -> Bool {
            index < lines.count && kinds[index] == nil && lines[index].ending == .sentence
                && lines[index].scalars >= minimum
        }
        let longest = list.hadTeasers || list.isRepeated ? 360 : 240
        return isParagraph(index, longest) || isParagraph(index, 120) && isParagraph(index + 1, 120)
    }
}

/// Where the reading of a list of other articles stands.
private struct ListReader {
    /// The short lines that stand more than once.
    let labels: Set<UInt64>
    /// The line of the last headline; -1 before the first.
    var headline = -1
    /// The number of headlines so far.
    var count = 0
    var isRepeated = false
    var hasTeaser = false
    /// Whether an earlier headline had a teaser.
    var hadTeasers = false

    mutating func begin(_ index: Int) {
        headline = index
        count += 1
        isRepeated = false
        hadTeasers = hadTeasers || hasTeaser
        hasTeaser = false
    }
}
