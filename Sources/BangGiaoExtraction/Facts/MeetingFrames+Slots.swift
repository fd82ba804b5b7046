import BangGiaoModel

extension MeetingFrames {
    /// Those who stand behind an event.
    struct Slots {
        var object: MeetingParty?
        var between: MeetingParty?
        var of: MeetingParty?
        var dyad: MeetingParty?
        var name = "object"
    }

    /// Reads who stands behind an event: the object, "với", "giữa", "của".
    func slots(after event: Event) -> Slots {
        var slots = Slots()
        var index = event.last + 1
        var skipped = 0
        while index < pieces.count, skipped < 7 {
            let piece = pieces[index]
            switch piece.kind {
            case .mention:
                if event.isNoun, isRank(index) { break }
                if event.isNoun, isJoinedByDash(index) {
                    slots.dyad = persons(from: index)
                    return slots
                }
                if index == event.last + 1
                    || skipped <= 1 && pieces[index - 1].kind == .other
                        && event.isNoun
                    || isDirect(event) || isNumbered(event, pair: index)
                {
                    if let party = reader.party(from: index, isFronted: false) {
                        if event.isNoun || isNumbered(event, pair: index), areStates(party) {
                            slots.dyad = party
                        } else if isDirect(event), pieces[index - 1].role != .at {
                            slots.object = party
                        } else if !event.isNoun, !event.word.isAbstract, namesOfficial(party) {
                            // "hội đàm Thủ tướng Lào"
                            slots.object = party
                        } else if party.mentions.count > 1 {
                            slots.dyad = party
                        }
                    }
                }
                return slots
            case .word:
                switch piece.role {
                case .with, .together:
                    slots.object =
                        reader.party(from: index + 1, isFronted: false) ?? examples(from: index + 1)
                    slots.name = "with"
                    return slots
                case .between:
                    slots.between = reader.party(from: index + 1, isFronted: false)
                    if let between = slots.between, between.pieces.upperBound < pieces.count,
                        pieces[between.pieces.upperBound].isWith
                    {
                        slots.object = reader.party(
                            from: between.pieces.upperBound + 1, isFronted: false)
                    }
                    return slots
                case .of:
                    guard slots.of == nil,
                        let party = reader.party(from: index + 1, isFronted: false)
                    else { return slots }
                    slots.of = party
                    index = party.pieces.upperBound
                    continue
                case .by where event.isNoun && event.word.role == .host:
                    // "tiệc chiêu đãi do B chủ trì"
                    if let host = reader.party(from: index + 1, isFronted: false),
                        pieces[host.pieces.upperBound...].prefix(4).contains(where: {
                            $0.role == .chair || $0.role == .holds
                        })
                    {
                        slots.of = host
                    }
                    return slots
                case .delegation, .leaders, .plural, .each, .counterpart, .bothSides, .bothPersons,
                    .bothNations, .spouse:
                    guard isDirect(event) || event.isNoun,
                        let party = reader.party(from: index, isFronted: false)
                    else { return slots }
                    if isDirect(event) { slots.object = party } else { slots.dyad = party }
                    return slots
                case .at:
                    guard event.isNoun || event.word.role == .mutual else { return slots }
                    index = phraseEnd(at: index)
                    skipped += 2
                    continue
                case .and where isTopic(beside: index, of: event):
                    skipped -= 2
                case .and, .about, .motion:
                    guard piece.role != .motion || isAbout(piece) else { return slots }
                    if event.isNoun, piece.role != .and, let between = between(behind: index) {
                        index = between
                        continue
                    }
                    if let partner = companion(from: index + 1, of: event) {
                        slots.object = partner
                        slots.name = "with"
                    }
                    return slots
                case .auxiliary, .home, .planned, .toward:
                    break
                default:
                    return slots
                }
            case .date:
                break
            case .other:
                if !event.isNoun, isDirect(event) {
                    if let party = reader.party(from: index, isFronted: false),
                        piece.range.count <= 6
                    {
                        slots.object = party
                    }
                    return slots
                }
                if piece.range.count > 4 { return slots }
            case .mark:
                if piece.isOpening {
                    let next = reader.skipBracket(at: index, limit: pieces.count)
                    guard next > index else { return slots }
                    index = next
                    continue
                }
                if isTopic(beside: index, of: event) {
                    skipped -= 2
                } else if !piece.isQuote {
                    return slots
                }
            }
            index += 1
            skipped += 1
        }
        return slots
    }

    /// Whether an office only says on which level they meet: "đàm phán cấp Thứ trưởng".
    private func isRank(_ index: Int) -> Bool {
        let first = pieces[index].range.lowerBound
        return reader.mention(index).kind == .office && first > 0
            && document.annotated.tokens[first - 1].key == Self.rank
    }

    private static let rank = WordKey("cấp")

    /// The "giữa" behind a topic that ends in a name: "đàm phán về Vịnh Bắc Bộ giữa A và B"; that of
    /// "hội đàm về quan hệ giữa A và B" belongs to the topic.
    private func between(behind topic: Int) -> Int? {
        for index in topic + 1..<min(topic + 9, pieces.count) {
            let piece = pieces[index]
            if piece.role == .between {
                let last = document.annotated.tokens[piece.range.lowerBound - 1]
                return last.isCapital ? index : nil
            }
            if piece.kind == .mark || piece.word.isPredicate || piece.word.isEvent { return nil }
        }
        return nil
    }

    /// Reads those named among many: "một số nguyên thủ, trong đó có A và B".
    private func examples(from start: Int) -> MeetingParty? {
        var index = start
        var isMany = false
        while index < pieces.count, index < start + 8 {
            let piece = pieces[index]
            switch piece.role {
            case .plural, .each, .leaders, .auxiliary, .stop:
                isMany = isMany || piece.role == .plural
            case .clause where isMany:
                guard index + 1 < pieces.count, pieces[index + 1].isLight else { return nil }
                return reader.party(from: index + 2, isFronted: false)
            case .light where isMany, .about where isMany:
                return reader.party(from: index + 1, isFronted: false)
            case .none where piece.kind == .other || piece.isComma || piece.isMention: break
            default: return nil
            }
            index += 1
        }
        return nil
    }

    func isDirect(_ event: Event) -> Bool {
        event.word.role == .direct || event.word.role == .host
    }

    /// The end of a phrase of place: "tại Hà Nội", "ở thủ đô Viêng Chăn (Lào)".
    func phraseEnd(at index: Int) -> Int {
        var next = index + 1
        while next < pieces.count, next < index + 5 {
            let piece = pieces[next]
            guard piece.kind == .other || piece.isMention && reader.mention(next).kind == .country
            else { break }
            next += 1
        }
        return reader.skipBracket(at: next, limit: pieces.count)
    }
}
