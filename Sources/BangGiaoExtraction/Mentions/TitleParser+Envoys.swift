import BangGiaoModel

/// Whom envoys represent, and where.
extension TitleParser {
    /// Reads "Việt Nam tại Campuchia" after an envoy's title.
    func envoy(after end: inout Int, of office: inout OfficeParse) {
        if let parse = agencies.mission(closing: office.range) {
            office.agency = parse
            office.country = parse.countries.first
            end = parse.range.upperBound
            return
        }
        if let parse = agencies.agency(at: end), parse.kind == .embassy {
            // "Tùy viên báo chí Đại sứ quán Mỹ"; its head is the envoy of a state.
            office.country = parse.countries.first
            if scan.has(.missionStaff, at: office.range.lowerBound) {
                office.agency = parse
            } else {
                office.beside = parse
                office.accreditedCountry =
                    parse.core.lazy
                    .flatMap { countries.countries(at: $0, isExpected: true) }
                    .first { $0.code != parse.countries.first?.code }
            }
            end = parse.range.upperBound
            return
        }
        let found = countries.countries(at: end, isExpected: true).filter { !$0.isCapitalCity }
        if let first = found.first, first.range.lowerBound == end {
            // "Đại sứ Việt Nam - Trần Văn A" is no dyad; "Đại sứ Việt-Nga" does not occur.
            office.country = first
            end = first.range.upperBound
        } else if let parse = agencies.agency(at: end), parse.isInternational {
            office.agency = parse
            end = parse.range.upperBound
        } else {
            country(after: &end, of: &office)
        }
        guard let (next, _) = scan.cue(.at, at: end) else { return }
        var start = next
        if let (after, _) = scan.cue(.nation, at: next) { start = after }
        let hosts = countries.countries(at: start, isExpected: true)
        if let host = hosts.first, host.range.lowerBound == start {
            office.accreditedCountry = host
            end = host.range.upperBound
        } else if let parse = agencies.agency(at: start), parse.isInternational {
            office.accreditedAgency = parse
            end = parse.range.upperBound
        } else if let (last, place) = scan.place(at: start), let code = place.country {
            var host = CountryParse(range: start..<last, code: code)
            host.isCapitalCity = true
            office.accreditedCountry = host
            end = last
            // "tại Quảng Châu (Trung Quốc)", "tại Osaka, Nhật Bản"
            if scan.isMark(end, "(") || scan.isMark(end, ",") {
                let states = countries.countries(at: end + 1, isExpected: true)
                if let state = states.first, state.range.lowerBound == end + 1 {
                    let isClosed =
                        scan.isMark(end, ",")
                        || scan.isMark(state.range.upperBound, ")")
                    if isClosed {
                        end = state.range.upperBound + (scan.isMark(end, "(") ? 1 : 0)
                        office.accreditedCountry = state
                    }
                }
            }
        }
    }
}
