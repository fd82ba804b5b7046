import BangGiaoModel

/// Embassies, consulates and missions, whose names hold two states.
extension AgencyParser {
    /// Reads the mission whose noun closes a title: "Trưởng Phái đoàn … tại Liên hợp quốc".
    func mission(closing range: Range<Int>) -> AgencyParse? {
        for start in range.dropFirst() {
            if let (end, head) = scan.head(at: start), head.kind == .embassy,
                end >= range.upperBound
            {
                return mission(at: start, end, head)
            }
        }
        return nil
    }

    /// Reads an embassy, consulate or mission: "Đại sứ quán Việt Nam tại Campuchia".
    func mission(at index: Int, _ headEnd: Int, _ head: AgencyHead) -> AgencyParse? {
        var end = headEnd
        var sender: [CountryParse] = []
        // A delegation has no name; what stands at a place does.
        var isStanding = head.level > 2
        var isPlaced = false
        var placed: [Range<Int>] = []
        while let (next, _) = scan.cue(.missionWord, at: end) {
            end = next
            isStanding = true
        }
        var start = end
        if let (next, _) = scan.cue(.nation, at: end) { start = next }
        let found = countries.countries(at: start, isExpected: true)
        if let first = found.first, first.range.lowerBound == start {
            sender = [first]
            end = first.range.upperBound
        }
        if let (afterAt, _) = scan.cue(.at, at: end) {
            var placeStart = afterAt
            let isList = scan.has(.plural, at: placeStart) || scan.has(.two, at: placeStart)
            while let (next, _) = scan.cue(.plural, at: placeStart) ?? scan.cue(
                .two, at: placeStart)
                ?? scan.cue(.administrative, at: placeStart) ?? scan.cue(.nation, at: placeStart)
            {
                placeStart = next
            }
            // "Đại sứ quán Việt Nam tại các nước" are many.
            if isList, host(at: placeStart) == nil { return nil }
            isStanding = true
            isPlaced = true
            if let last = host(at: placeStart) {
                end = last
                placed = hosts(after: last, from: placeStart)
            } else if let (last, _) = scan.agency(at: placeStart) {
                end = last
            } else if scan.isCapital(placeStart) {
                var last = placeStart
                while scan.isCapital(last), scan.tokens[last].gap == .space { last += 1 }
                end = last
            }
        }
        guard end > headEnd, isStanding, !sender.isEmpty || isPlaced else { return nil }
        var result = AgencyParse(
            range: index..<end, core: index..<end, name: capitalised(scan.text(index..<end)),
            kind: .embassy, level: head.level)
        result.countries = sender
        // "Đại sứ quán Nga tại Lào, Campuchia và Thái Lan" are three.
        if let first = placed.first, placed.count > 1 {
            let stem = scan.text(index..<first.lowerBound)
            result.core = index..<first.upperBound
            result.name = capitalised(scan.text(result.core))
            result.siblings = placed.dropFirst().map {
                AgencyParse.Sibling(
                    core: index..<$0.upperBound, name: capitalised(stem + " " + scan.text($0)))
            }
            result.range = index..<(placed.last?.upperBound ?? end)
        }
        return result
    }

    /// The end of a state or a town in which a mission may stand.
    private func host(at index: Int) -> Int? {
        countries.countries(at: index, isExpected: true).first?.range.upperBound
            ?? scan.place(at: index)?.end
    }

    /// The states or towns of a list, the first that ends at a token included.
    private func hosts(after end: Int, from start: Int) -> [Range<Int>] {
        var result = [start..<end]
        var end = end
        while let next = scan.cue(.and, at: end)?.end ?? (scan.isMark(end, ",") ? end + 1 : nil),
            scan.isCapital(next), let last = host(at: next), scan.head(at: next) == nil
        {
            result.append(next..<last)
            end = last
        }
        return result
    }
}
