import BangGiaoModel

extension ZoneFinder {
    /// Whether a line holds nothing but names of writers, outlets and notes.
    func isByline(_ line: TextLine) -> Bool {
        guard line.scalars <= 70, line.words <= 12, line.ending != .ellipsis else { return false }
        // Names have capitals; notes beside them, and what stands before them, may not.
        guard line.smallWords <= 4, line.smallWords * 2 <= line.words || line.hasBylineCue else {
            return false
        }
        let names = BylineReader(table, cues: cues).names(in: line.start..<line.end)
        return names.isClean && (names.isOfSomeone || line.starts.has(.byline))
    }

    /// Names of writers: around the headline, and the last of them at the end of the story.
    mutating func markBylines(before end: Int) {
        let first = firstParagraph(from: (title ?? -1) + 1)
        for index in 0..<min(first + 3, end) where kinds[index] == nil {
            if index < first || lines[index].starts.has(.byline), isByline(lines[index]) {
                kinds[index] = .byline
            }
        }
        var last = end - 1
        let half = max(first, end / 3)
        while last > half {
            if kinds[last] == nil, isByline(lines[last]) { break }
            last -= 1
        }
        guard last > half else { return }
        kinds[last] = .byline
        if kinds[last - 1] == nil, isByline(lines[last - 1]) { kinds[last - 1] = .byline }
        markAfterStory(last + 1, end)
    }

    /// What follows the writer's name: texts of pictures, or headlines of other articles.
    private mutating func markAfterStory(_ start: Int, _ end: Int) {
        let rest = (start..<end).filter { kinds[$0] == nil }
        guard !rest.isEmpty, rest.count * 5 <= end * 2 else { return }
        let headlines = rest.count { isHeadline(lines[$0]) }
        if rest.count >= 3, headlines * 5 >= rest.count * 4 {
            for index in rest {
                kinds[index] = .related
                stories[index] = storyCount
                storyCount += 1
            }
        } else {
            for index in rest where lines[index].scalars <= 320 { kinds[index] = .caption }
        }
    }

    /// The summary below the headline.
    mutating func markLead() {
        guard let title, let lead = firstUnmarked(after: title) else { return }
        let line = lines[lead]
        guard line.scalars >= 40, line.scalars <= 600, line.ending != .open,
            firstUnmarked(after: lead) != nil
        else { return }
        kinds[lead] = .lead
    }

    /// Texts of pictures gathered below the story: a last block, where the story is one block.
    mutating func markLastBlock() {
        let open = lines.indices.filter { kinds[$0] == nil }
        guard let last = open.last else { return }
        let block = lines[last].block
        let inBlock = open.filter { lines[$0].block == block }
        let rest = open.filter { lines[$0].block != block }
        guard let main = rest.last.map({ lines[$0].block }), rest.count >= 4 else { return }
        let inMain = rest.count { lines[$0].block == main }
        guard inMain * 3 >= rest.count * 2,
            inBlock.count * 2 <= rest.count,
            inBlock.allSatisfy({ lines[$0].scalars <= 320 })
        else { return }
        for index in inBlock { kinds[index] = .caption }
    }
}
