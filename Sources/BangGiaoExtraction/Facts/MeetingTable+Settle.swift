import BangGiaoModel

extension MeetingTable {
    /// Joins what became one, gives dates by what it is tied to, and drops what stayed half.
    mutating func settle() {
        join()
        resolveReferences()
        join()
        for index in occasions.indices { occasions[index].sides = cleaned(occasions[index]) }
        occasions.removeAll { $0.sides.count < 2 || $0.isSupport || $0.isOpen && $0.kind == .visit }
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
                } else {
                    other += 1
                }
            }
            index += 1
        }
    }

    private func cleaned(_ occasion: MeetingOccasion) -> [[Int]] {
        let parts = occasion.sides.map(sides.side).filter { !$0.isEmpty }
        return parts
    }

    /// An article that speaks of "cuộc gặp" without saying whose: those who speak in it.
    private mutating func resolveReferences() {
        for candidate in references {
            if let index = referent(of: candidate) {
                attach(
                    candidate.speaker.map { members(of: $0, candidate) } ?? [], to: index)
                continue
            }
            guard let occasion = inferred(candidate) else { continue }
            occasions.append(occasion)
        }
    }

    /// The speaker of the sentence and whom else of another state the sentence names.
    private func inferred(_ candidate: MeetingCandidate) -> MeetingOccasion? {
        let sentence = sentences[candidate.sentence]
        guard candidate.kind != .visit, candidate.kind != .ceremony, candidate.kind != .session,
            candidate.status == .held, sentence.section == .body,
            let speaker = candidate.speaker,
            let acting = members(of: speaker, candidate).first(where: { sides.kind($0) == .person }
            ),
            let code = sides.country(acting)
        else { return nil }
        var other: Int?
        for piece in sentence.pieces where piece.isMention {
            let mention = document.annotated.mentions[piece.index]
            guard mention.kind == .person, mention.entity >= 0,
                sides.kind(mention.entity) == .person,
                let state = sides.country(mention.entity), state != code
            else { continue }
            if other != nil, other != mention.entity { return nil }
            other = mention.entity
        }
        guard let other else { return nil }
        let when = times.when(of: candidate, in: sentence)
        return MeetingOccasion(
            form: .sides, kind: candidate.kind, sort: .none,
            sides: [sides.side([acting]), sides.side([other])], isOpen: false, date: when.date,
            dayNumbers: when.numbers, place: times.place(of: candidate, in: sentence),
            status: .held, section: .body, story: sentence.story, first: candidate.sentence,
            evidence: candidate.sentence, weight: 0, frame: "speakers", confidence: 0.7)
    }

    /// Dates by what an occasion is tied to: the talks before a signing, the visit under way.
    private mutating func inheritDates() {
        let visits = occasions.filter { $0.kind == .visit && $0.date != nil && $0.status == .held }
        for index in occasions.indices
        where occasions[index].date == nil && occasions[index].dayNumbers.isEmpty
            && occasions[index].kind != .visit && occasions[index].status == .held
        {
            let occasion = occasions[index]
            for visit in visits where visit.story == occasion.story && visit.sides.count > 1 {
                let travellers = sides.persons(visit.sides[0])
                guard travellers.contains(where: occasion.members.contains), let date = visit.date
                else { continue }
                let hosts = sides.countries(visit.sides[1])
                let others = occasion.sides.filter { !$0.contains(where: travellers.contains) }
                guard
                    others.contains(where: { sides.countries($0).contains(where: hosts.contains) })
                else { continue }
                occasions[index].date = times.month(of: date)
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
            confidence: occasion.confidence)
    }
}
