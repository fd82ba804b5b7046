import BangGiaoModel

/// Offices that the text tells apart from the name of their holder.
extension MentionBuilder {
    /// Gives the offices of "trên cương vị Bộ trưởng …" to the person named before in the sentence,
    /// those of "bà từng làm Bộ trưởng …" to the one named last before it.
    mutating func addOffices(of person: PersonParse, status: Position.Status?, _ scan: Scan) {
        let start = person.range.lowerBound
        guard !isCapacityOfState(before: start, scan), let subject = subject(before: start, scan)
        else {
            add(person, scan)
            return
        }
        // "Vai trò Phó Chủ tịch Hội" says of no body that can be told.
        guard person.offices.contains(where: isOfKnown) else { return }
        for var parse in person.offices {
            if let status { parse.status = status }
            mentions[subject].offices += offices(parse, scan)
        }
    }

    /// Whether an office says what it is held in.
    private func isOfKnown(_ office: OfficeParse) -> Bool {
        office.agency != nil || office.impliedAgency != nil || office.country != nil
            || office.accreditedCountry != nil || office.accreditedAgency != nil
            || office.form.holding == .state
    }

    /// The person of whom a capacity is told.
    private func subject(before index: Int, _ scan: Scan) -> Int? {
        guard var last = mentions.lastIndex(where: { $0.kind == .person }) else { return nil }
        let bounds = scan.bounds.lowerBound
        var end = index
        // "Ông được Tổng thống Trần Văn A bổ nhiệm làm …": the one before is appointed.
        if scan.cue(.meetingWord, before: mentions[last].range.lowerBound) == "passive" {
            guard let earlier = mentions[..<last].lastIndex(where: { $0.kind == .person }) else {
                return nil
            }
            end = mentions[last].range.lowerBound
            last = earlier
        }
        let isNamed = mentions[last].range.lowerBound >= bounds
        let start = max(bounds, mentions[last].range.upperBound)
        guard start < end, hasPronoun(in: start..<end, scan) else {
            return isNamed ? last : nil
        }
        return mentions.lastIndex { $0.kind == .person && $0.range.lowerBound < bounds }
    }

    /// Whether a word of respect alone stands for somebody: "bà làm Đại sứ".
    private func hasPronoun(in range: Range<Int>, _ scan: Scan) -> Bool {
        range.contains { token in
            guard let (end, kind) = scan.honorific(at: token),
                scan.isLowerWord(token) || token == scan.bounds.lowerBound
            else { return false }
            return kind == .honorific && !scan.isCapital(end)
        }
    }

    /// Whether a state bears the capacity: "Malaysia trên cương vị Chủ tịch ASEAN".
    private func isCapacityOfState(before index: Int, _ scan: Scan) -> Bool {
        guard let last = mentions.last(where: { !$0.isNested }), last.kind != .person else {
            return false
        }
        let isAdjacent = index - last.range.upperBound <= 4
        return isAdjacent && !scan.isPreceded(by: .toward, at: last.range.lowerBound)
    }

    /// Gives an office behind a kinsman to the person it explains: "ông Trần Văn A, con Đại tướng
    /// Trần Văn B, Giám đốc Sở Y tế".
    ///
    /// - Returns: Whether it is one.
    mutating func addOfficesPastKinsman(of person: PersonParse, _ scan: Scan) -> Bool {
        let start = person.range.lowerBound
        guard scan.isMark(start - 1, ","), scan.bounds.contains(start - 1) else { return false }
        let named = mentions.indices.filter {
            mentions[$0].kind == .person && mentions[$0].range.lowerBound >= scan.bounds.lowerBound
        }
        guard named.count > 1, let kinsman = named.last, let subject = named.dropLast().last,
            mentions[kinsman].range.upperBound == start - 1
        else { return false }
        var end = mentions[subject].range.upperBound
        guard scan.isMark(end, ",") else { return false }
        end += 1
        guard scan.has(.kin, at: end), mentions[kinsman].range.lowerBound - end <= 2 else {
            return false
        }
        for parse in person.offices { mentions[subject].offices += offices(parse, scan) }
        return true
    }
}
