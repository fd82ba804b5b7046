import BangGiaoModel

extension MeetingTable {
    /// Joins what became one, gives dates by what it is tied to, and drops what stayed half.
    mutating func settle() {
        join()
        gatherBodies()
        resolveReferences()
        join()
        completeWelcomes()
        completeVisits()
        seatEnvoys()
        dropHosts()
        unfoldBodies()
        for index in occasions.indices {
            addLeaders(to: index)
            occasions[index].sides = cleaned(occasions[index])
        }
        occasions.removeAll { $0.sides.count < 2 || $0.isSupport || $0.isOpen && $0.kind == .visit }
        dropCalledOff()
        dropRepeats()
        inheritPlans()
        inheritDates()
    }

    /// Merges occasions that later sentences made equal.
    private mutating func join() {
        var index = 0
        while index < occasions.count {
            var other = index + 1
            while other < occasions.count {
                if merger.isSame(occasions[index], occasions[other]) {
                    merger.merge(&occasions[index], occasions[other])
                    occasions.remove(at: other)
                    focus = focus.mapValues { moved($0, from: other, to: index) }
                    referred = referred.mapValues { moved($0, from: other, to: index) }
                } else {
                    other += 1
                }
            }
            index += 1
        }
    }

    /// Where an occasion stands after another one was removed for one before it.
    private func moved(_ place: Int, from removed: Int, to kept: Int) -> Int {
        place == removed ? kept : place > removed ? place - 1 : place
    }

    /// Drops what the text says was called off, unless it also says that it came about.
    private mutating func dropCalledOff() {
        for var off in calledOff {
            off.tense = .told
            occasions.removeAll {
                $0.tense != .done && merger.isSame($0, off)
            }
        }
    }

    /// Drops what a teaser tells of an occasion that the story, or a teaser before, tells too.
    private mutating func dropRepeats() {
        var index = 0
        while index < occasions.count {
            let occasion = occasions[index]
            let isRepeat =
                occasion.section == .related
                && occasions.enumerated().contains { other, known in
                    known.story != occasion.story && (known.section == .body || other < index)
                        && merger.isSameOccasion(known, occasion)
                }
            if isRepeat { occasions.remove(at: index) } else { index += 1 }
        }
    }

    /// Drops the country of a conference from its sides where participants are named.
    private mutating func dropHosts() {
        for index in occasions.indices where !occasions[index].host.isEmpty {
            let others = occasions[index].sides.filter { $0 != occasions[index].host }
            if others.count > 1 { occasions[index].sides = others }
        }
    }

    /// Adds who led a body to its side where nobody else of it is named.
    private mutating func addLeaders(to index: Int) {
        for side in occasions[index].sides.indices {
            let members = occasions[index].sides[side]
            guard !sides.hasPerson(members) else { continue }
            for body in members where sides.kind(body) == .agency {
                let key = LedBody(story: story(occasions[index].first), body: body)
                for leader in led[key] ?? []
                where !occasions[index].sides[side].contains(leader)
                    && sides.kind(leader) == .person
                {
                    occasions[index].sides[side].append(leader)
                }
            }
        }
    }

    private func cleaned(_ occasion: MeetingOccasion) -> [[Int]] {
        var parts: [[Int]] = []
        for side in occasion.sides.map(sides.side) where !side.isEmpty {
            if occasion.form == .gathering,
                let same = parts.firstIndex(where: { $0.contains(where: side.contains) })
            {
                parts[same] = sides.side(parts[same] + side)
            } else {
                parts.append(side)
            }
        }
        return parts
    }

    /// An article that speaks of "cuộc gặp" without saying whose: those who speak in it.
    private mutating func resolveReferences() {
        for candidate in references {
            if let states = summitStates(candidate) {
                addSummit(candidate, of: states)
                continue
            }
            if let index = referent(of: candidate) {
                occasions[index].triggers.append(trigger(of: candidate))
                if candidate.kind == .ceremony { promote(index, by: candidate) }
                attach(candidate.speaker.map { members(of: $0, candidate) } ?? [], to: index)
                continue
            }
            guard candidate.tense != .planned, sentences[candidate.sentence].section == .body,
                let pair = together(candidate) ?? introduced(candidate) ?? addressed(candidate)
                    ?? welcomed(candidate) ?? alone(candidate)
            else { continue }
            occasions.append(occasion(candidate, pair.map(sides.side)))
        }
    }

    /// Those who led or spoke for the sides near the noun: "đại diện phía Lào là A".
    private func introduced(_ candidate: MeetingCandidate) -> [[Int]]? {
        if candidate.kind == .ceremony, candidate.sort != .signing { return nil }
        var parts: [[Int]] = []
        let near = pending.filter {
            story($0.sentence) == story(candidate.sentence)
                && abs($0.sentence - candidate.sentence) < 4
        }
        for aside in near {
            let persons = sides.persons(sides.members(aside.mentions))
            if !persons.isEmpty, !parts.contains(persons) { parts.append(persons) }
        }
        if parts.count == 1, let speaker = speaker(candidate), !parts[0].contains(speaker) {
            parts.insert([speaker], at: 0)
        }
        return parts.count == 2 ? parts : nil
    }

    /// Those who speak there together: "Tại hội thảo, A và B cho rằng".
    private func together(_ candidate: MeetingCandidate) -> [[Int]]? {
        guard let speaker = candidate.speaker, speaker.both == nil else { return nil }
        let parts = sides.divided(sides.persons(members(of: speaker, candidate)))
        return parts.count > 1 ? parts : nil
    }

    private func speaker(_ candidate: MeetingCandidate) -> Int? {
        candidate.speaker.flatMap { sides.persons(members(of: $0, candidate)).first }
    }

    /// The speaker and the guest of another state whose visit or whom he welcomes in the sentence.
    private func addressed(_ candidate: MeetingCandidate) -> [[Int]]? {
        guard candidate.kind != .ceremony, candidate.kind != .session,
            let acting = speaker(candidate), let code = sides.country(acting)
        else { return nil }
        let pieces = sentences[candidate.sentence].pieces
        for index in pieces.indices where pieces[index].isMention && index > 0 {
            let entity = document.annotated.mentions[pieces[index].index].entity
            guard entity >= 0, sides.kind(entity) == .person, let state = sides.country(entity),
                state != code
            else { continue }
            let isOwner =
                pieces[index - 1].role == .of && index > 1
                && pieces[index - 2].word.kind == .visit
            let isInvited = pieces[index - 1].role == .invites
            if isOwner || isInvited || pieces[index - 1].isSpeech { return [[acting], [entity]] }
        }
        return nil
    }

    /// The only two persons of the story, of two states.
    private func alone(_ candidate: MeetingCandidate) -> [[Int]]? {
        switch candidate.kind {
        case .ceremony, .session, .visit: return nil
        default: break
        }
        var persons: [Int] = []
        for sentence in sentences where sentence.story == sentences[candidate.sentence].story {
            for piece in sentence.pieces where piece.isMention {
                let entity = document.annotated.mentions[piece.index].entity
                if entity >= 0, sides.kind(entity) == .person, !persons.contains(entity) {
                    persons.append(entity)
                }
            }
        }
        guard persons.count == 2, let one = sides.country(persons[0]),
            let other = sides.country(persons[1]), one != other
        else { return nil }
        return [[persons[0]], [persons[1]]]
    }

    func occasion(_ candidate: MeetingCandidate, _ parts: [[Int]]) -> MeetingOccasion {
        let sentence = sentences[candidate.sentence]
        let when = times.when(of: candidate, in: sentence)
        var occasion = MeetingOccasion(
            form: parts.count > 2 ? .gathering : .sides, kind: candidate.kind,
            sort: candidate.sort, sides: parts, isOpen: false,
            date: when.date, dayNumbers: when.numbers,
            place: times.place(of: candidate, in: sentence), tense: candidate.tense, section: .body,
            story: sentence.story, first: candidate.sentence, evidence: candidate.sentence,
            weight: 0, frame: "speakers",
            trigger: sentence.pieces[candidate.trigger].range)
        occasion.triggers = [trigger(of: candidate)]
        return occasion
    }

    /// What is told of the programme of a visit that lies ahead lies ahead too.
    private mutating func inheritPlans() {
        let visits = occasions.filter { $0.kind == .visit && $0.tense == .planned }
        for index in occasions.indices
        where occasions[index].kind != .visit && occasions[index].tense == .told {
            let occasion = occasions[index]
            for visit in visits where visit.story == occasion.story && visit.sides.count > 1 {
                let travellers = sides.persons(visit.sides[0])
                let hosts = sides.countries(visit.sides[1])
                let others = occasion.sides.filter { !$0.contains(where: travellers.contains) }
                if let date = occasion.date, date.lastDay < visit.date?.firstDay ?? .max {
                    continue
                }
                guard occasion.first >= visit.first,
                    travellers.contains(where: occasion.members.contains),
                    others.contains(where: { sides.countries($0).contains(where: hosts.contains) })
                else { continue }
                occasions[index].tense = .planned
                break
            }
        }
    }

    /// The occasions as drafts, in the order of the text.
    func drafts() -> [MeetingDraft] {
        let order = occasions.indices.sorted {
            (occasions[$0].first, $0) < (occasions[$1].first, $1)
        }
        return order.map { draft(occasions[$0]) }
    }

    private func draft(_ occasion: MeetingOccasion) -> MeetingDraft {
        let evidence = sentences[occasion.evidence]
        let members = Set(occasion.members)
        return MeetingDraft(
            kind: occasion.kind, sides: occasion.sides,
            attendees: occasion.attendees.filter { !members.contains($0) }, date: occasion.date,
            place: occasion.place.map(document.annotated.text), status: occasion.status,
            section: occasion.section, story: occasion.story, sentence: evidence.number,
            evidence: evidence.tokens, rule: "\(occasion.kind.rawValue).\(occasion.frame)",
            trigger: occasion.trigger,
            triggers: occasion.triggers)
    }
}
