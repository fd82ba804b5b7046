import BangGiaoModel

extension ZoneFinder {
    /// Sources, credits, captions and links, by the cues that they bring.
    mutating func markByCue(_ index: Int) {
        let line = lines[index]
        if isSource(index) {
            kinds[index] = .byline
        } else if isLink(line) {
            kinds[index] = .related
            stories[index] = storyCount
            storyCount += 1
        } else if line.starts.has(.credit), isCreditLine(index) {
            kinds[index] = .byline
        } else if line.scalars <= 500, creditSpan(endingLine: index) != nil {
            kinds[index] = .caption
        } else if line.inside.has(.caption), line.scalars <= 260 {
            kinds[index] = .caption
        }
    }

    /// A line that gives the address, or the outlet, from which the text was taken.
    private func isSource(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.scalars <= 300 else { return false }
        if line.starts.has(.address) { return line.words <= 60 && !hasSpace(line) }
        guard line.starts.has(.source) else { return false }
        if line.inside.has(.address) { return true }
        guard let cue = table.matches[line.matches].first(where: { $0.kind == .source })
        else { return false }
        return line.scalars <= 80 && isColon(after: cue.end, line.end)
    }

    private func hasSpace(_ line: TextLine) -> Bool {
        table.bytes[line.start..<line.end].contains(0x20)
    }

    /// A headline of another article among the lines of the story.
    private func isLink(_ line: TextLine) -> Bool {
        guard line.scalars <= 240 else { return false }
        let first = table.bytes[line.start]
        if first == UInt8(ascii: ">") { return line.words >= 3 }
        if line.starts.has(.link), line.words >= 4 {
            let isSentence = line.ending == .sentence
            return !isSentence || table.bytes[line.start..<line.end].contains(UInt8(ascii: ">"))
        }
        // A cross-reference, as agencies set it between paragraphs.
        return first == UInt8(ascii: "[") && line.words >= 4
            && table.bytes[line.end - 1] == UInt8(ascii: "]")
    }

    /// Whether a line that begins with a credit holds nothing but it.
    private func isCreditLine(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.scalars <= 60,
            let cue = table.matches[line.matches].last(where: { $0.kind == .credit && $0.isFirst })
        else { return false }
        return isCredit(cue)
    }

    /// Whether a cue of a credit is one in its place: `Ảnh: X`, `(Ảnh X)`, `. Ảnh X`.
    func isCredit(_ cue: CueMatch) -> Bool {
        let line = lines[cue.line]
        if isColon(after: cue.end, line.end) { return true }
        guard cue.kind == .credit, line.end - cue.end <= 60 else { return false }
        // Without a colon: a capital at the start of a new phrase that ends the line.
        guard
            table.bytes[cue.start] != table.lower[cue.start]
                || table.bytes[cue.start..<cue.end] != table.lower[cue.start..<cue.end]
        else { return false }
        var before = cue.start - 1
        while before >= line.start, table.bytes[before] == 0x20 { before -= 1 }
        return before < line.start || "(.-[".utf8.contains(table.bytes[before])
            || table.bytes[before] >= 0x80
    }

    /// The span of what stands after the credit that ends a line; nil where none does.
    func creditSpan(endingLine index: Int) -> TextSpan? {
        let line = lines[index]
        guard line.inside.has(.credit) || line.inside.has(.source) else { return nil }
        for cue in table.matches[line.matches].reversed() {
            guard cue.kind == .credit || cue.kind == .source, isCredit(cue),
                line.end - cue.end <= 120
            else { continue }
            let span = credited(cue)
            let tail = line.end - span.upperBound
            if tail <= 4 { return span }
        }
        return nil
    }

    /// The span of what a credit names: up to the closing bracket, the end of the sentence or of
    /// the line, and no longer than any names.
    func credited(_ cue: CueMatch) -> TextSpan {
        let end = min(lines[cue.line].end, cue.end + 160)
        var start = cue.end
        while start < end, table.bytes[start] == 0x20 || table.bytes[start] == UInt8(ascii: ":") {
            start += 1
        }
        var place = start
        var isBracketed = false
        while place < end {
            let byte = table.bytes[place]
            if byte == UInt8(ascii: "(") { isBracketed = true }
            if byte == UInt8(ascii: ")"), !isBracketed { break }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ";") { break }
            // A full stop after a word, not after an initial.
            if byte == UInt8(ascii: "."), place + 1 >= end || table.bytes[place + 1] == 0x20,
                place - start >= 2, isLowercase(place - 1) || place + 2 >= end
            {
                break
            }
            place += 1
        }
        return TextSpan(start, place)
    }

    private func isLowercase(_ index: Int) -> Bool {
        let byte = table.bytes[index]
        return byte >= 0x80 || byte &- 0x61 < 26
    }

    private func isColon(after index: Int, _ end: Int) -> Bool {
        var place = index
        while place < end, table.bytes[place] == 0x20 { place += 1 }
        return place < end && table.bytes[place] == UInt8(ascii: ":")
    }

    /// Lines that stand twice: a picture's text, as pages repeat it.
    mutating func markRepeated() {
        var first: [UInt64: Int] = [:]
        for index in lines.indices {
            let line = lines[index]
            guard line.scalars <= 320, line.words >= 3 else { continue }
            guard let earlier = first[line.key] else {
                first[line.key] = index
                continue
            }
            guard kinds[index] == nil, table.areEqual(lines[earlier], line) else { continue }
            // Neighbours are a headline and its link: the finder of lists looks at them.
            if index == earlier + 1 || index + 1 < lines.count && isRepeatedNext(index) { continue }
            if isRepeatedNext(earlier) { continue }
            if earlier == title {
                kinds[index] = .caption
            } else if kinds[earlier] == nil || kinds[earlier] == .caption {
                let isLead = title.map { firstUnmarked(after: $0) == earlier } ?? false
                if !isLead {
                    kinds[earlier] = .caption
                    kinds[index] = .caption
                }
            }
        }
    }

    func isRepeatedNext(_ index: Int) -> Bool {
        index + 1 < lines.count && table.areEqual(lines[index], lines[index + 1])
    }

    /// The first line after an index whose zone isn't told.
    func firstUnmarked(after index: Int) -> Int? {
        lines.indices.dropFirst(index + 1).first { kinds[$0] == nil }
    }
}
