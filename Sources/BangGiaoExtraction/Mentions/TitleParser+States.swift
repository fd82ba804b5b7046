import BangGiaoModel

/// The states whose an office is.
extension TitleParser {
    /// Reads the state after a title: "Nga", "nước Cộng hòa …", "của Lào", "hai nước".
    func country(after end: inout Int, of office: inout OfficeParse) {
        var index = end
        if let (next, _) = scan.cue(.of, at: index) { index = next }
        if let many = nationsEnd(at: index) {
            office.isOfMany = true
            let start = listStart(after: many)
            if let first = countries.countries(at: start, isExpected: true).first,
                first.range.lowerBound == start, let list = list(after: first)
            {
                office.country = first
                office.countries = list
                end = list.last?.range.upperBound ?? end
            }
            return
        }
        var isPair = false
        if agencies.isOfTwo(index), let (two, _) = scan.cue(.two, at: index),
            let (next, _) = scan.cue(.nation, at: two)
        {
            index = next
            isPair = true
        } else if let (next, _) = scan.cue(.nation, at: index) {
            index = next
            if let (host, _) = scan.cue(.host, at: next) {
                end = host
                return
            }
        }
        if let (host, _) = scan.cue(.host, at: index) {
            end = host
            return
        }
        var found = countries.countries(at: index, isExpected: true)
            .filter { !$0.isCapitalCity }
        guard let first = found.first, first.range.lowerBound == index else {
            if isPair {
                office.isDual = true
                end = index
            }
            return
        }
        var last = found.last?.range.upperBound ?? index
        if found.count == 1, let (next, _) = scan.cue(.and, at: last) {
            let others = countries.countries(at: next, isExpected: true)
            if others.count == 1, others[0].range.lowerBound == next, !others[0].isCapitalCity,
                isPair || !scan.isCapital(others[0].range.upperBound),
                !scan.isCapital(last)
            {
                found += others
                last = others[0].range.upperBound
            }
        } else if found.count == 1, let list = list(after: first) {
            found = list
            last = list.last?.range.upperBound ?? last
        }
        office.country = first
        office.countries = found
        end = last
    }

    /// Reads three states or more: "Ngoại trưởng Nga, Thổ Nhĩ Kỳ và Iran".
    private func list(after first: CountryParse) -> [CountryParse]? {
        var found = [first]
        var end = first.range.upperBound
        while true {
            var next = end
            let isLast = scan.has(.and, at: next)
            if let (after, _) = scan.cue(.and, at: next) {
                next = after
            } else if scan.isMark(next, ",") {
                next += 1
            } else {
                return nil
            }
            let states = countries.countries(at: next, isExpected: true)
            guard states.count == 1, let state = states.first, state.range.lowerBound == next,
                !state.isCapitalCity
            else { return nil }
            found.append(state)
            end = state.range.upperBound
            guard isLast else { continue }
            return found.count > 2 && !scan.isCapital(end) ? found : nil
        }
    }

    /// The end of "các nước", "7 nước": the holders are many.
    private func nationsEnd(at index: Int) -> Int? {
        if let (next, _) = scan.cue(.plural, at: index) { return scan.cue(.nation, at: next)?.end }
        if let (next, value) = scan.cue(.two, at: index) {
            return value == "many" ? scan.cue(.nation, at: next)?.end : nil
        }
        guard scan.inside(index), scan.tokens[index].isNumber else { return nil }
        return scan.cue(.nation, at: index + 1)?.end
    }

    /// Where the states may be named after "các nước": at once, after "gồm", ", gồm", ":".
    private func listStart(after index: Int) -> Int {
        var start = index
        if scan.isMark(start, ",") || scan.isMark(start, ":") { start += 1 }
        while start < index + 3, scan.isLowerWord(start) {
            start += 1
        }
        return start
    }
}
