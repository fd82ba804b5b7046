import BangGiaoModel

extension MeetingPartyReader {
    /// The two states right behind a word for both: "hai nước Nga - Lào", "lãnh đạo Nga và Lào".
    func pair(from start: Int, limit: Int) -> (states: [Int], next: Int) {
        guard start + 2 < limit, isCountry(start), isCountry(start + 2) else { return ([], start) }
        let separator = pieces[start + 1]
        guard separator.isDash || separator.isComma || separator.role == .and else {
            return ([], start)
        }
        return ([pieces[start].index, pieces[start + 2].index], start + 3)
    }

    /// Whether two states stand there, joined by a dash: what follows a comma is somebody else.
    func isDyad(_ items: [Item]) -> Bool {
        items.count == 2 && pieces[items[1].start].isDash
    }

    func isCountry(_ piece: Int) -> Bool {
        piece < pieces.count && pieces[piece].isMention && mention(piece).kind == .country
            && mention(piece).entity >= 0
    }

    /// Whether a piece names what stands in a pair such as "Việt Nam - Lào", "ASEAN - Ấn Độ".
    func isState(_ piece: MeetingPiece) -> Bool {
        guard piece.isMention else { return false }
        let mention = document.annotated.mentions[piece.index]
        return mention.kind == .country || mention.kind == .agency && mention.isInternational
    }
}
