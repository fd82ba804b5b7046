import BangGiaoModel

extension MeetingTable {
    // MARK: Welcomes

    /// Gives a welcome whose host isn't told the state that the guest visits.
    mutating func completeWelcomes() {
        for index in occasions.indices
        where occasions[index].sort == .welcome && occasions[index].sides.count == 1
            && !occasions[index].isSupport
        {
            let guest = occasions[index].sides[0]
            let own = sides.countries(guest)
            let host =
                goals(of: guest, story: occasions[index].story) + occasions[index].host
                + talkers(with: guest, near: occasions[index])
            guard
                let state = host.first(where: { entity in
                    sides.kind(entity) == .country
                        && !(sides.country(entity).map(own.contains) ?? true)
                })
            else { continue }
            occasions[index].sides.append([state])
            occasions[index].isOpen = false
        }
    }

    /// Where the visits of a guest go.
    private func goals(of guest: [Int], story: Int?) -> [Int] {
        occasions.filter { visit in
            visit.kind == .visit && visit.story == story && visit.sides.count > 1
                && visit.sides[0].contains(where: guest.contains)
        }.flatMap { $0.sides[1] }
    }

    /// The states of those with whom a guest talks right after.
    private func talkers(with guest: [Int], near welcome: MeetingOccasion) -> [Int] {
        let talks = occasions.filter { talks in
            talks.isTalk && talks.sides.count == 2 && talks.story == welcome.story
                && talks.tense == welcome.tense && abs(talks.evidence - welcome.evidence) < 3
                && talks.sides.contains { $0.contains(where: guest.contains) }
        }
        return talks.flatMap(\.sides).filter { !$0.contains(where: guest.contains) }
            .flatMap(sides.countries).compactMap { document.countryEntity[$0] }
    }

    /// Whom a welcome that names nobody is for: those who talk in its sentence or the next ones.
    func welcomed(_ candidate: MeetingCandidate) -> [[Int]]? {
        guard candidate.sort == .welcome else { return nil }
        let near = occasions.filter { talks in
            talks.isTalk && talks.sides.count == 2 && talks.sides.allSatisfy(sides.hasPerson)
                && sides.countries(talks.sides[0]) != sides.countries(talks.sides[1])
                && talks.story == sentences[candidate.sentence].story
                && abs(talks.evidence - candidate.sentence) < 4
        }
        return near.min {
            abs($0.evidence - candidate.sentence) < abs($1.evidence - candidate.sentence)
        }?.sides
    }

    // MARK: Summits

    /// The two states in the name of a summit that says no more of who was there.
    func summitStates(_ candidate: MeetingCandidate) -> [Int]? {
        guard candidate.sort == .summit, candidate.name.members.count == 2,
            candidate.name.members.allSatisfy({ sides.kind($0) == .country })
        else { return nil }
        return candidate.name.members.sorted()
    }

    /// Adds a summit of two states, unless another passage tells who met there.
    mutating func addSummit(_ candidate: MeetingCandidate, of states: [Int]) {
        let codes = states.map { sides.countries([$0]) }
        let story = sentences[candidate.sentence].story
        let told = occasions.firstIndex { occasion in
            occasion.story == story && (occasion.isTalk || occasion.kind == .session)
                && occasion.sides.allSatisfy(sides.mayLead)
                && codes.allSatisfy { code in
                    occasion.sides.contains { sides.countries($0) == code }
                }
        }
        if let told {
            occasions[told].triggers.append(trigger(of: candidate))
        } else {
            occasions.append(occasion(candidate, states.map { [$0] }))
        }
    }
}
