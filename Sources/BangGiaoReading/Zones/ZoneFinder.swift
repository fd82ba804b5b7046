import BangGiaoModel

/// Tells the parts of an article's layout apart: one zone for each line that isn't blank.
///
/// Goes by features of lines, surest first: cues of the page, the headline, the day, pictures'
/// credits, repeated lines, lists of other articles, names of writers; what is left is the story.
/// - Complexity: O(*n*) time and space.
struct ZoneFinder {
    let cues: ZoneCues
    let table: LineTable
    /// The zone of each line; nil where it isn't told yet.
    var kinds: [Zone.Kind?]
    /// The number of the other article that each line tells of.
    var stories: [Int?]
    /// The lines that head lists of other articles.
    var listHeads: Set<Int> = []
    /// The line of the headline.
    var title: Int?
    var storyCount = 0
    /// The run of lines in which keywords follow their heading.
    private var keywordBlock: Int?

    var lines: [TextLine] { table.lines }

    /// Looks through the lines of a text.
    init(_ table: LineTable, cues: ZoneCues) {
        self.cues = cues
        self.table = table
        kinds = table.lines.map(\.hint)
        stories = table.lines.map(\.story)
        storyCount = stories.reduce(0) { max($0, ($1 ?? -1) + 1) }
    }

    /// The zones, one a line, in ascending order.
    mutating func find() -> [Zone] {
        for index in lines.indices where kinds[index] == nil { markPage(index) }
        findTitle()
        markDatelines()
        for index in lines.indices where kinds[index] == nil { markByCue(index) }
        markRepeated()
        let firstRelated = markRelated()
        markBylines(before: firstRelated)
        markLead()
        markLastBlock()
        markFillers()
        for index in lines.indices where kinds[index] == nil { kinds[index] = .body }
        return lines.indices.map { index in
            Zone(kinds[index] ?? .body, lines[index].span, story: stories[index])
        }
    }

    /// The first line from an index on that is a paragraph of running text.
    func firstParagraph(from index: Int = 0) -> Int {
        lines.indices.dropFirst(index).first { index in
            kinds[index] == nil && lines[index].scalars >= 100 && lines[index].ending != .open
        } ?? lines.count
    }

    /// Buttons, menus and headings of lists.
    private mutating func markPage(_ index: Int) {
        let line = lines[index]
        let isKeyword = isKeyword(index)
        if line.whole.has(.list) {
            kinds[index] = .boilerplate
            listHeads.insert(index)
        } else if line.whole.has(.boilerplate) || line.words == 0 || isFileName(line)
            || isTrail(line) || isKeyword
        {
            kinds[index] = .boilerplate
        } else if line.starts.has(.boilerplate), index > 0, line.scalars <= 120,
            line.ending != .sentence || line.scalars <= 60
        {
            kinds[index] = .boilerplate
        }
    }

    /// The way from the front page to the article: labels between angles.
    private func isTrail(_ line: TextLine) -> Bool {
        guard line.words <= 14, line.ending == .open else { return false }
        let text = table.bytes[line.start..<line.end]
        return text.contains(0xC2) && table.text(line).contains(" » ")
            || text.contains(0xE2) && table.text(line).contains(" › ")
    }

    /// A word below the heading "Từ khóa:".
    private mutating func isKeyword(_ index: Int) -> Bool {
        let line = lines[index]
        if line.words <= 3, line.starts.has(.boilerplate),
            table.bytes[line.end - 1] == UInt8(ascii: ":")
        {
            keywordBlock = line.block
        } else if line.words > 6 || line.ending != .open {
            keywordBlock = nil
        }
        return keywordBlock == line.block
    }

    /// A name of a picture's file: words without accents, or with the ending of one.
    private func isFileName(_ line: TextLine) -> Bool {
        // As many bytes as letters: none has a mark.
        guard line.ending == .open, line.scalars <= 200, line.scalars == line.span.count else {
            return false
        }
        let endings = [".jpg", ".jpeg", ".png", ".gif", ".webp"]
        if endings.contains(where: {
            table.lower[line.start..<line.end].suffix($0.utf8.count).elementsEqual($0.utf8)
        }) {
            return true
        }
        // Whole lines of lower case: no sentence, no headline, no name begins so.
        return wordCount(line.start, line.end) >= 4
            && table.bytes[line.start..<line.end].elementsEqual(table.lower[line.start..<line.end])
            && line.starts == CueKinds() && !line.inside.has(.address)
    }

    /// The headline: the first line that is one, if a story comes after it.
    private mutating func findTitle() {
        if let told = kinds.firstIndex(of: .title) {
            title = told
            return
        }
        var labels: [Int] = []
        for index in lines.indices.prefix(10) where kinds[index] == nil {
            let line = lines[index]
            if day(of: line) != nil || isByline(line) { continue }
            if line.words < 3, line.ending == .open {
                labels.append(index)
                continue
            }
            if isHeadOfWindow(index) {
                labels.append(index)
                continue
            }
            guard isHeadline(line), !isCaption(index), !goesOn(index),
                lines[(index + 1)...].prefix(12).contains(where: {
                    $0.scalars > line.scalars && $0.ending != .open
                })
            else { return }
            title = index
            kinds[index] = .title
            for label in labels { kinds[label] = .boilerplate }
            return
        }
    }

    /// Whether a line is the text of a picture; one that begins with a credit may be a headline.
    private func isCaption(_ index: Int) -> Bool {
        !lines[index].starts.has(.credit) && creditSpan(endingLine: index) != nil
    }

    /// Whether the next line goes on with the sentence, as in a text of lines of one width.
    private func goesOn(_ index: Int) -> Bool {
        guard index + 1 < lines.count, lines[index + 1].block == lines[index].block else {
            return false
        }
        let next = lines[index + 1]
        return next.words > 0 && isSmallLetter(at: next.start)
    }

    private func isSmallLetter(at index: Int) -> Bool {
        let byte = table.bytes[index]
        if byte < 0x80 { return byte &- 0x61 < 26 }
        let isLetter = byte != 0xC2 && byte != 0xE2
        return isLetter
            && table.bytes[index...].prefix(3).elementsEqual(
                table.lower[index...].prefix(3))
    }

    /// Whether a line is the headline of the window: the headline, and the name of the site.
    private func isHeadOfWindow(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.words >= 6 else { return false }
        return lines[(index + 1)...].prefix(12).contains { other in
            let count = other.span.count
            guard other.words >= 4, count + 3 < line.span.count else { return false }
            let after = table.bytes[(line.start + count)...].prefix(2)
            return after.first == 0x20
                && after.last.map { "-|".utf8.contains($0) || $0 >= 0xC2 }
                    == true
                && table.lower[other.start..<other.end]
                    .elementsEqual(table.lower[line.start..<line.start + count])
        }
    }

    /// Whether a line is as long as a headline and ends like one.
    func isHeadline(_ line: TextLine) -> Bool {
        (line.ending == .open || line.ending == .mark) && (3...45).contains(line.words)
            && line.scalars <= 240
    }

    /// The days of publication: around the headline, and in lines that say what they are.
    private mutating func markDatelines() {
        let head = min(firstParagraph() + 3, lines.count)
        for index in lines.indices where kinds[index] == nil {
            let line = lines[index]
            guard index < head || line.starts.has(.dateline), day(of: line) != nil else { continue }
            kinds[index] = .dateline
        }
    }

    /// The day of a line that says little else; nil for other lines.
    func day(of line: TextLine) -> PartialDate? {
        guard line.scalars <= 100, line.ending != .sentence || line.scalars <= 40 else {
            return nil
        }
        let scanner = DateScanner(lower: table.lower, cues: cues)
        guard let day = scanner.days(from: line.start, to: line.end).first else { return nil }
        let limit = line.starts.has(.dateline) ? 8 : 4
        let before = wordCount(line.start, day.start)
        let after = wordCount(day.end, line.end)
        return before + after <= limit ? day.date : nil
    }

    /// The number of words that have a letter in a range.
    private func wordCount(_ start: Int, _ end: Int) -> Int {
        var count = 0
        var isInWord = false
        for byte in table.lower[start..<end] {
            let isLetter = byte >= 0x80 || byte &- 0x61 < 26
            if isLetter, !isInWord { count += 1 }
            isInWord = isLetter
        }
        return count
    }
}
