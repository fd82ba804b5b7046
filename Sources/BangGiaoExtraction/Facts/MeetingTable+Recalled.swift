import BangGiaoModel

/// Earlier occasions that an article recalls by a noun and a date.
extension MeetingTable {
    /// Reads "Trong cuộc gặp hồi tháng 4, hai nhà lãnh đạo …": those of whom the text speaks met at
    /// another time too.
    ///
    /// - Returns: Whether it is an occasion of its own.
    mutating func recall(_ candidate: MeetingCandidate) -> Bool {
        switch candidate.kind {
        case .meeting, .talks, .call: break
        default: return false
        }
        guard candidate.tense != .planned, let speaker = candidate.speaker else { return false }
        let parts =
            speaker.both == nil
            ? sides.divided(sides.persons(members(of: speaker, candidate)))
            : both(of: speaker, candidate) ?? talkers(speaker, story: story(candidate.sentence))
        guard parts.count == 2, parts.allSatisfy(sides.hasPerson) else { return false }
        var found = occasion(candidate, parts.map(sides.side))
        found.months = times.when(of: candidate, in: sentences[candidate.sentence]).months
        let isDated = found.date != nil || !found.dayNumbers.isEmpty || !found.months.isEmpty
        guard isDated, !occasions.contains(where: { merger.isSame($0, found) }) else {
            return false
        }
        occasions.append(found)
        referred[candidate.sentence] = occasions.count - 1
        return true
    }

    /// The persons of the last talks told: "hai nhà lãnh đạo".
    private func talkers(_ speaker: MeetingParty, story key: Int) -> [[Int]] {
        guard speaker.both == .bothPersons, speaker.bothMention == nil, speaker.states.isEmpty,
            let talks = occasions.last(where: {
                ($0.isTalk || $0.kind == .call) && story($0.first) == key && $0.sides.count == 2
            })
        else { return [] }
        return talks.sides.map(sides.persons)
    }
}
