import BangGiaoModel

/// Whether those named can have met in such a way.
extension MeetingTable {
    /// Whether such parties meet in such a way; bare states talk, but don't pay calls.
    func isPlausible(_ candidate: MeetingCandidate, _ parts: [[Int]]) -> Bool {
        guard candidate.form != .visit, candidate.form != .gathering else { return true }
        let pieces = sentences[candidate.sentence].pieces
        let bare = parts.filter { isBareState($0, candidate) }
        if bare.isEmpty { return true }
        if candidate.sort == .summons { return true }
        if bare.count < parts.count, bare.allSatisfy({ isOfficial($0, candidate) }) {
            // "gặp các quan chức Lào" alone may tell of a practice.
            return candidate.tense != .told
                || pieces[max(0, candidate.trigger - 1)].role == .determiner
                || pieces.contains { $0.kind == .date }
        }
        switch candidate.kind {
        case .ceremony where candidate.sort == .funeral:
            return true
        case .talks, .consultation, .ceremony:
            if bare.count == 1, !candidate.isFirm { return false }
            if bare.count == 1 { return candidate.kind != .ceremony || candidate.form == .divided }
            return candidate.form == .divided || pieces.contains { $0.kind == .date }
        case .meeting, .call, .session:
            // "Tổng thống Nga và lãnh đạo Lào": an office on one side is as good as a state.
            return candidate.form == .divided && parts.allSatisfy(sides.isCountryOnly)
        default: return false
        }
    }

    /// Whether a side is a country that the text names as such, not by its head of state.
    private func isBareState(_ side: [Int], _ candidate: MeetingCandidate) -> Bool {
        guard sides.isCountryOnly(side) else { return false }
        return !candidate.parties.contains { party in
            if party.isCounterpart || party.areLeaders { return means(party, side) }
            return party.mentions.contains { index in
                let mention = document.annotated.mentions[index]
                return mention.kind == .office && side.contains(mention.entity)
            }
        }
    }

    /// Whether a side is people who act for a state, without names: "quan chức Lào".
    private func isOfficial(_ side: [Int], _ candidate: MeetingCandidate) -> Bool {
        candidate.parties.contains { $0.hasOfficials && means($0, side) }
    }

    private func means(_ party: MeetingParty, _ side: [Int]) -> Bool {
        sides.members(party.mentions + party.states).contains(where: side.contains)
    }
}
