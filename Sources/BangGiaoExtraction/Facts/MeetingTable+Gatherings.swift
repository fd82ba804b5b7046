import BangGiaoModel

/// The sides of what several hold together.
extension MeetingTable {
    /// Takes a gathering without a name as more of one told before; false where it is another.
    mutating func joinTold(_ candidate: MeetingCandidate) -> Bool {
        let parts = gatheredSides(candidate)
        if candidate.frame == "present", let index = referent(of: candidate) {
            // Beside those who talked others were there.
            refer(candidate)
            addAttendees(parts.flatMap(sides.persons), to: index)
            return true
        }
        guard parts.count < 2 else { return seat(parts, at: candidate) }
        // "A dự cuộc họp"
        var reference = candidate
        reference.form = .reference
        reference.speaker = candidate.parties.first
        refer(reference)
        return true
    }

    /// Reads "Diễn đàn do A phối hợp với B tổ chức": those who hold a conference told of before, whose
    /// states sit there.
    private mutating func seat(_ parts: [[Int]], at candidate: MeetingCandidate) -> Bool {
        guard candidate.kind == .session, candidate.name.words.isEmpty,
            let index = referent(of: candidate), occasions[index].form == .gathering,
            parts.allSatisfy({ part in
                let codes = sides.countries(part)
                return !codes.isEmpty
                    && occasions[index].sides.contains { sides.countries($0) == codes }
            })
        else { return false }
        for part in parts { add(part, toGathering: index) }
        return true
    }

    func dividedSides(_ candidate: MeetingCandidate) -> [[Int]] {
        var all: [Int] = []
        for party in candidate.parties {
            if let both = both(of: party, candidate) { return both.map(sides.side) }
            all += members(of: party, candidate).filter { !all.contains($0) }
        }
        var parts = sides.divided(all)
        if parts.count == 1, candidate.parties.count == 1 {
            parts = sides.halves(all)
        } else if parts.count == 1 {
            parts = candidate.parties.map { members(of: $0, candidate) }
        }
        parts = parts.map(sides.side)
        if candidate.frame == "witness", parts.count < 2 { return witnessed(candidate) }
        return parts
    }

    /// The states for which "hai nhà lãnh đạo" stand whom the text doesn't name.
    private func states(of party: MeetingParty, _ candidate: MeetingCandidate) -> [[Int]]? {
        guard party.both == .bothPersons, party.bothMention == nil else { return nil }
        var states = party
        states.both = .bothNations
        let found = both(of: states, candidate) ?? []
        let isPair = found.count == 2 && found.allSatisfy { $0.count == 1 } && found[0] != found[1]
        return isPair ? found : self.states(ofStory: sentences[candidate.sentence].story)
    }

    /// Who signs where only the witnesses are named: their bodies, else their states.
    private func witnessed(_ candidate: MeetingCandidate) -> [[Int]] {
        var pair: [[Int]] = []
        for party in candidate.attendees {
            pair +=
                both(of: party, candidate) ?? states(of: party, candidate)
                ?? sides.divided(members(of: party, candidate))
        }
        guard pair.count == 2 else { return [] }
        let bodies = pair.map { side in side.flatMap { sides.bodies(of: $0) } }
        if bodies.allSatisfy({ !$0.isEmpty }) { return bodies }
        let states = pair.map { side in
            sides.countries(side).compactMap { document.countryEntity[$0] }
        }
        return states.allSatisfy { !$0.isEmpty } ? states : []
    }

    func gatheredSides(_ candidate: MeetingCandidate) -> [[Int]] {
        var all: [Int] = []
        for party in candidate.parties {
            if let both = both(of: party, candidate) {
                all += both.flatMap { $0 }.filter { !all.contains($0) }
            } else {
                all += members(of: party, candidate).filter { !all.contains($0) }
            }
        }
        return gathered(all)
    }

    /// Each state with its people is a side; a state without people only where none of it acts.
    func gathered(_ members: [Int]) -> [[Int]] {
        sides.divided(members).map(sides.side)
    }
}
