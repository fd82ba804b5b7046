import BangGiaoModel

/// Days written with their year, and times of day, in lines in lower case.
struct DateScanner {
    /// A day found.
    struct Found {
        var date: PartialDate
        var start: Int
        var end: Int
    }

    let lower: [UInt8]
    let cues: ZoneCues

    /// Returns the days with their year in a range: `22/10/2021`, `22-10-2021`, `22.10.2021`,
    /// `2021-10-22`, `22 tháng 10 năm 2021`.
    func days(from start: Int, to end: Int) -> [Found] {
        var found: [Found] = []
        var place = start
        while place < end {
            guard isDigit(place) else {
                place += 1
                continue
            }
            if let day = day(at: place, end) {
                found.append(day)
                place = day.end
            } else {
                while place < end, isDigit(place) { place += 1 }
            }
        }
        return found
    }

    /// Reads a whole text as a day of ISO 8601, with or without a time after it, or as one of the
    /// forms of ``days(from:to:)``; nil where it is neither.
    static func day(of text: String, cues: ZoneCues) -> PartialDate? {
        let scanner = DateScanner(lower: LowercaseBytes.of(Array(text.utf8)), cues: cues)
        return scanner.days(from: 0, to: scanner.lower.count).first?.date
    }

    private func day(at start: Int, _ end: Int) -> Found? {
        if start > 0, isDigit(start - 1) { return nil }
        guard let (first, afterFirst) = number(at: start, end, digits: 1...4), afterFirst < end
        else { return nil }
        if afterFirst - start == 4 { return isoDay(year: first, start, afterFirst, end) }
        guard afterFirst - start <= 2 else { return nil }
        let separator = lower[afterFirst]
        switch separator {
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
            guard let (month, afterMonth) = number(at: afterFirst + 1, end, digits: 1...2),
                afterMonth < end, lower[afterMonth] == separator,
                let (year, afterYear) = number(at: afterMonth + 1, end, digits: 4...4)
            else { return nil }
            return made(year, month, first, start, afterYear)
        default:
            guard let (month, afterMonth) = month(after: afterFirst, end) else { return nil }
            let yearAt = word(.year, after: afterMonth, end) ?? afterNumberSign(afterMonth, end)
            guard let (year, afterYear) = number(at: yearAt, end, digits: 4...4) else { return nil }
            return made(year, month, first, start, afterYear)
        }
    }

    /// Reads a month after a place: "tháng 4", "Tháng Tư".
    private func month(after place: Int, _ end: Int) -> (value: Int, end: Int)? {
        let start = afterSpaces(place, end)
        guard start > place else { return nil }
        var found: (value: Int, end: Int)?
        lower.withUnsafeBufferPointer { bytes in
            cues.match(bytes, from: start, to: end, isFirst: true) { cue, cueEnd in
                if cue.kind == .month { found = (cue.month, cueEnd) }
            }
        }
        guard let found, found.value == 0 else { return found }
        return number(at: afterSpaces(found.end, end), end, digits: 1...2)
    }

    private func isoDay(year: Int, _ start: Int, _ afterYear: Int, _ end: Int) -> Found? {
        let separator = lower[afterYear]
        guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"),
            let (month, afterMonth) = number(at: afterYear + 1, end, digits: 2...2),
            afterMonth < end, lower[afterMonth] == separator,
            let (day, afterDay) = number(at: afterMonth + 1, end, digits: 2...2)
        else { return nil }
        return made(year, month, day, start, afterDay)
    }

    private func made(_ year: Int, _ month: Int, _ day: Int, _ start: Int, _ end: Int) -> Found? {
        // Days of news: others are numbers of another kind.
        guard (1900...2100).contains(year),
            let date = PartialDate(year: year, month: month, day: day)
        else { return nil }
        return Found(date: date, start: start, end: end)
    }

    /// Returns the place after spaces, a word of a kind and spaces; nil where it doesn't stand there.
    private func word(_ kind: ZoneCues.Kind, after place: Int, _ end: Int) -> Int? {
        let start = afterSpaces(place, end)
        guard start > place else { return nil }
        var wordEnd: Int?
        lower.withUnsafeBufferPointer { bytes in
            cues.match(bytes, from: start, to: end, isFirst: true) { cue, cueEnd in
                if cue.kind == kind { wordEnd = cueEnd }
            }
        }
        return wordEnd.map { afterSpaces($0, end) }
    }

    private func afterSpaces(_ place: Int, _ end: Int) -> Int {
        var next = place
        while next < end, lower[next] == 0x20 { next += 1 }
        return next
    }

    private func afterNumberSign(_ place: Int, _ end: Int) -> Int {
        let isSign = place < end && (lower[place] == UInt8(ascii: ",") || lower[place] == 0x2F)
        return afterSpaces(isSign ? place + 1 : place, end)
    }

    private func number(
        at start: Int, _ end: Int, digits: ClosedRange<Int>
    ) -> (value: Int, end: Int)? {
        var value = 0
        var place = start
        while place < end, isDigit(place), place - start < digits.upperBound {
            value = value * 10 + Int(lower[place] - 0x30)
            place += 1
        }
        guard place - start >= digits.lowerBound, place >= end || !isDigit(place) else {
            return nil
        }
        return (value, place)
    }

    private func isDigit(_ place: Int) -> Bool { lower[place] &- 0x30 < 10 }
}
