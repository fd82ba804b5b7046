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
            let placeStart = scan.cue(.administrative, at: afterAt)?.end ?? afterAt
            // "Đại sứ quán Việt Nam tại các nước" are many.
            if scan.has(.plural, at: placeStart) || scan.has(.two, at: placeStart) { return nil }
            isStanding = true
            isPlaced = true
            let host = countries.countries(at: placeStart, isExpected: true)
            if let first = host.first {
                end = first.range.upperBound
            } else if let (last, _) = scan.place(at: placeStart) {
                end = last
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
        return result
    }
}
