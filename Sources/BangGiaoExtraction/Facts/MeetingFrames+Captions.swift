import BangGiaoModel

extension MeetingFrames {
    /// Reads the caption of a picture that shows officials of two states: "A và B tại Huế".
    func caption() -> MeetingCandidate? {
        guard sentence.zone == .caption, !pieces.contains(where: { $0.word.isEvent }),
            let party = reader.party(from: 0, isFronted: false), party.both == nil,
            areTwo(party), party.pieces.upperBound < pieces.count
        else { return nil }
        // Without a place or day it may be two pictures side by side.
        let next = pieces[party.pieces.upperBound]
        guard next.role == .at || next.kind == .date else { return nil }
        return MeetingCandidate(
            form: .divided, kind: .meeting, parties: [party], sentence: number, trigger: 0,
            frame: "caption")
    }
}
