import BangGiaoModel

extension MeetingFrames {
    /// Reads the caption of a picture that shows officials of two states: "A và B tại Huế".
    func caption() -> MeetingCandidate? {
        guard sentence.zone == .caption, let party = reader.party(from: 0, isFronted: false),
            party.both == nil, party.pieces.upperBound < pieces.count
        else { return nil }
        if pieces.contains(where: { $0.word.isEvent }) {
            return isDuringVisit(party) && areTwo(party) ? pair(party) : nil
        }
        if let stay = stay(of: party) { return stay }
        guard areTwo(party) else { return nil }
        // Without a place or day it may be two pictures side by side.
        let next = pieces[party.pieces.upperBound]
        guard next.role == .at || next.kind == .date else { return nil }
        return pair(party)
    }

    private func pair(_ party: MeetingParty) -> MeetingCandidate {
        MeetingCandidate(
            form: .divided, kind: .meeting, parties: [party], sentence: number, trigger: 0,
            frame: "caption")
    }

    /// Whether nothing but a visit is told behind: "A và B trong chuyến thăm Lào".
    private func isDuringVisit(_ party: MeetingParty) -> Bool {
        let next = party.pieces.upperBound
        guard pieces[next].role == .within else { return false }
        return pieces.indices.allSatisfy {
            !pieces[$0].word.isEvent || $0 > next && pieces[$0].word.kind == .visit
        }
    }

    /// Reads "A tại Lào hồi tháng 3": the visit on which a picture shows an official.
    private func stay(of party: MeetingParty) -> MeetingCandidate? {
        let at = party.pieces.upperBound
        guard pieces[at].role == .at, party.mentions.count == 1, namesPerson(party),
            namesOfficial(party), let goal = countries(from: at + 1).first,
            let own = party.mentions.first.flatMap(country),
            document.entities[goal.entity].country != own,
            goal.piece + 1 < pieces.count,
            pieces[(goal.piece + 1)...].prefix(2).contains(where: {
                $0.kind == .date
            })
        else { return nil }
        return MeetingCandidate(
            form: .visit, kind: .visit, parties: [party], goals: [goal], sentence: number,
            trigger: at, frame: "caption")
    }
}
