import BangGiaoModel

extension MeetingTable {
    // MARK: References

    mutating func refer(_ candidate: MeetingCandidate) {
        let key = story(candidate.sentence)
        if candidate.kind == .visit {
            bearOut(candidate)
            return
        }
        if recall(candidate) { return }
        let speakers = candidate.speaker.map { members(of: $0, candidate) } ?? []
        if speakers.isEmpty, summitStates(candidate) != nil {
            references.append(candidate)
            return
        }
        if let index = shared(by: speakers, candidate) ?? referent(of: candidate) {
            referred[candidate.sentence] = index
            occasions[index].triggers.append(trigger(of: candidate))
            if candidate.kind == .ceremony { promote(index, by: candidate) }
            if candidate.sort == .none || occasions[index].form == .gathering {
                attach(speakers, to: index)
            }
            focus[key] = index
        } else {
            references.append(candidate)
        }
    }

    /// The last talks or call between those who speak: of "sau cuộc gặp, A và B".
    private func shared(by speakers: [Int], _ candidate: MeetingCandidate) -> Int? {
        let persons = sides.persons(speakers)
        guard candidate.kind == .meeting || candidate.kind == .talks, persons.count > 1 else {
            return nil
        }
        let key = story(candidate.sentence)
        return occasions.indices.last {
            (occasions[$0].isTalk || occasions[$0].form != .gathering)
                && occasions[$0].kind != .visit && story(occasions[$0].first) == key
                && persons.allSatisfy(occasions[$0].members.contains)
        }
    }

    /// A signing told near a ceremony without names is what the ceremony was for.
    mutating func promote(_ index: Int, by candidate: MeetingCandidate) {
        if abs(occasions[index].first - candidate.sentence) <= 3 {
            occasions[index].isSupport = false
        }
    }

    /// A visit that the text names without its traveller: of somebody who arrived there.
    private mutating func bearOut(_ candidate: MeetingCandidate) {
        guard let goal = candidate.goals.first?.entity else { return }
        for index in occasions.indices.reversed()
        where occasions[index].kind == .visit && occasions[index].isSupport
            && occasions[index].sides.last == [goal]
            && story(occasions[index].first) == story(candidate.sentence)
        {
            occasions[index].isSupport = false
            occasions[index].triggers.append(trigger(of: candidate))
            return
        }
    }

    /// The first token of the word that tells of a candidate.
    func trigger(of candidate: MeetingCandidate) -> Int {
        sentences[candidate.sentence].pieces[candidate.trigger].range.lowerBound
    }

    /// The occasion that a noun without parties means.
    func referent(of candidate: MeetingCandidate) -> Int? {
        referent(of: candidate, mayBeAhead: candidate.tense == .planned)
            ?? referent(of: candidate, mayBeAhead: true)
    }

    private func referent(of candidate: MeetingCandidate, mayBeAhead: Bool) -> Int? {
        let key = story(candidate.sentence)
        let section = sentences[candidate.sentence].section
        var best: Int?
        for index in occasions.indices.reversed()
        where story(occasions[index].first) == key && occasions[index].section == section {
            let occasion = occasions[index]
            if !mayBeAhead, occasion.tense == .planned { continue }
            // A forum is a conference, but no other word for one.
            if candidate.sort == .forum, occasion.sort != .forum { continue }
            if occasion.kind == candidate.kind {
                guard candidate.kind == .ceremony else { return index }
                let isNearer =
                    best.map {
                        abs(occasion.first - candidate.sentence)
                            < abs(occasions[$0].first - candidate.sentence)
                    } ?? true
                if candidate.sort == occasion.sort, isNearer { best = index }
                continue
            }
            guard best == nil else { continue }
            let isTalk =
                occasion.isTalk || occasion.kind == .call
                || occasion.kind == .session
                    && (candidate.kind == .session || occasion.form != .gathering
                        || candidate.sentence - occasion.evidence < 3
                        || occasion.sides.count == 2 && occasion.sides.allSatisfy(sides.hasPerson))
            switch candidate.kind {
            case .meeting, .workingSession, .session, .consultation, .other:
                if isTalk { best = index }
            case .talks, .courtesyCall:
                if occasion.isTalk, candidate.kind != .talks || occasion.kind != .courtesyCall {
                    best = index
                }
            default: break
            }
        }
        return best
    }

    /// Adds who speaks at an occasion to his side.
    mutating func attach(_ speakers: [Int], to index: Int) {
        let persons = speakers.filter { sides.kind($0) == .person }
        for person in persons
        where !occasions[index].members.contains(person)
            && !occasions[index].attendees.contains(person)
        {
            let bodies = sides.bodies(of: person)
            let side = sides.side([person])
            if let own = occasions[index].sides.firstIndex(where: {
                $0.contains(where: bodies.contains) && !sides.hasPerson($0)
            }) {
                occasions[index].sides[own] = sides.side(occasions[index].sides[own] + [person])
                continue
            }
            if occasions[index].form == .gathering {
                add(side, toGathering: index)
                continue
            }
            if occasions[index].isOpen, occasions[index].sides.count == 1 {
                occasions[index].sides.append(side)
                occasions[index].isOpen = false
                continue
            }
            let codes = occasions[index].sides.map(sides.countries)
            guard let code = sides.country(person), codes.count == 2, codes[0] != codes[1],
                let own = codes.firstIndex(of: [code]),
                !sides.hasPerson(occasions[index].sides[own])
            else { continue }
            occasions[index].sides[own] = sides.side(occasions[index].sides[own] + [person])
        }
    }

    mutating func add(_ side: [Int], toGathering index: Int) {
        let codes = sides.countries(side)
        if let own = occasions[index].sides.firstIndex(where: {
            sides.countries($0) == codes && !codes.isEmpty
        }) {
            occasions[index].sides[own] = sides.side(occasions[index].sides[own] + side)
        } else {
            occasions[index].sides.append(side)
        }
    }

    // MARK: Asides

    /// Adds those led, spoken for, or present.
    mutating func add(_ aside: MeetingAside) {
        let isUnresolved = references.contains { $0.sentence == aside.sentence }
        guard let index = focus[story(aside.sentence)], !isUnresolved else {
            pending.append(aside)
            return
        }
        let found = sides.members(aside.mentions)
        if aside.form == .delegation, let side = aside.side, sides.kind(side) == .agency {
            led[LedBody(story: story(aside.sentence), body: side), default: []] += found
        }
        switch aside.form {
        case .delegation:
            lead(found, side: aside.side, at: index)
        case .present:
            if occasions[index].form == .gathering {
                for person in found { add(sides.side([person]), toGathering: index) }
            } else {
                addAttendees(found, to: index)
            }
        case .accompany:
            let travels = occasions.indices.filter {
                occasions[$0].kind == .visit && story(occasions[$0].first) == story(aside.sentence)
            }
            for travel in travels.isEmpty ? [index] : travels { addAttendees(found, to: travel) }
        }
    }

    mutating func addAttendees(_ found: [Int], to index: Int) {
        for entity in found
        where !occasions[index].members.contains(entity)
            && !occasions[index].attendees.contains(entity)
        {
            occasions[index].attendees.append(entity)
        }
    }

    private mutating func lead(_ persons: [Int], side: Int?, at index: Int) {
        for person in persons where !occasions[index].members.contains(person) {
            let codes = side.map { sides.countries([$0]) } ?? sides.countries([person])
            let bodies = sides.bodies(of: person)
            let isFree = side == nil && occasions[index].isUnnamed
            // Who is visited doesn't travel: only those who go are led.
            let places = occasions[index].kind == .visit ? 1 : occasions[index].sides.count
            let own = occasions[index].sides.prefix(places).firstIndex { members in
                if isFree { return members.contains(where: bodies.contains) }
                return side.map(members.contains) ?? false || sides.countries(members) == codes
            }
            if let own {
                let members = occasions[index].sides[own]
                occasions[index].sides[own] = sides.side(members + [person])
            } else if occasions[index].isOpen, occasions[index].kind != .visit {
                occasions[index].sides.append(sides.side([person]))
                occasions[index].isOpen = false
                occasions[index].isUnnamed = false
            }
        }
    }
}
