import BangGiaoModel

extension MeetingFrames {
    /// The person of whom a party only says what he is: "A, cựu quan chức Lào".
    func described(by party: MeetingParty) -> MeetingParty? {
        guard party.hasOfficials, isCountry(party) else { return nil }
        var before = party.pieces.lowerBound - 1
        if before > 0, pieces[before].kind == .other, pieces[before].range.count <= 3 {
            before -= 1
        }
        guard before > 0, pieces[before].isComma, pieces[before - 1].isMention,
            reader.mention(before - 1).kind == .person
        else { return nil }
        return reader.party(endingAt: before - 1)
    }
}
