import BangGiaoModel

extension MeetingFrames {
    /// The piece where the name of a gathering ends.
    func nameEnd(after start: Int) -> Int {
        var index = start
        while index < pieces.count {
            let piece = pieces[index]
            switch piece.kind {
            case .date: return index
            case .mention:
                let mention = reader.mention(index)
                // "Hội nghị Bộ trưởng Ngoại giao": of all who hold the office.
                let isOffice = mention.kind == .office && (index == start || isListed(index))
                if !isOffice, mention.kind == .person || isPerson(mention) { return index }
            case .word:
                switch piece.role {
                case .and:
                    // "Hội nghị A và Lễ kỷ niệm B": the second has a name of its own.
                    if index + 1 < pieces.count, pieces[index + 1].word.isEvent { return index }
                case .plural, .each, .two, .leaders, .determiner, .mutual, .bothNations, .of,
                    .attend:
                    break
                case .noun where piece.word.kind == .session && index == start: break
                default: return index
                }
            case .mark:
                if piece.isOpening {
                    let next = reader.skipBracket(at: index, limit: pieces.count)
                    if next > index {
                        index = next
                        continue
                    }
                }
                guard piece.isDash || piece.isQuote || piece.mark == 0x2B || piece.mark == 0x2F
                else { return index }
            case .other:
                if index > start, piece.range.count > 9 { return index }
            }
            index += 1
        }
        return index
    }

    /// Whether an office is one of those that several states have each.
    private func isListed(_ index: Int) -> Bool {
        let range = pieces[index].range
        return index > 0 && pieces[index - 1].range == range
            || index + 1 < pieces.count && pieces[index + 1].range == range
    }

    /// Whether an office stands for the international body in which it is held.
    private func isBody(_ mention: Mention) -> Bool {
        guard mention.entity >= 0 else { return false }
        let entity = document.entities[mention.entity]
        return entity.kind == .agency && entity.isInternational
    }

    private func isPerson(_ mention: Mention) -> Bool {
        mention.entity >= 0 && document.entities[mention.entity].kind == .person
    }

    /// The bodies and states in the name of an event, each a party of its own.
    ///
    /// One country alone is where it is held or what it is about; two make a pair, also in the name
    /// of a joint body.
    func namedMembers(_ range: Range<Int>) -> [MeetingParty] {
        var bodies: [MeetingParty] = []
        var countries: [MeetingParty] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let piece = pieces[index]
            if piece.isOpening, index + 1 < range.upperBound, pieces[index + 1].isWith,
                let party = reader.party(from: index + 2, isFronted: false)
            {
                // "(với Trung Quốc, Hàn Quốc, Nhật Bản)"
                for mention in party.mentions {
                    countries.append(MeetingParty(mentions: [mention], pieces: party.pieces))
                }
                index = party.pieces.upperBound
                continue
            }
            if piece.isMention {
                let mention = reader.mention(index)
                let party = MeetingParty(mentions: [piece.index], pieces: index..<index + 1)
                if mention.kind == .country {
                    countries.append(party)
                } else if mention.kind == .agency {
                    let states = statesOfJointBody(piece)
                    for state in states {
                        countries.append(MeetingParty(mentions: [state], pieces: party.pieces))
                    }
                    if states.isEmpty, mention.isInternational { bodies.append(party) }
                } else if mention.kind == .office, isBody(mention) || isListed(index) {
                    // "Hội nghị Ngoại trưởng ASEAN", "Hội nghị Ngoại trưởng ba nước A, B và C"
                    bodies.append(party)
                }
            }
            index += 1
        }
        return bodies + (countries.count > 1 || !bodies.isEmpty ? countries : [])
    }

    /// The only country in a name: "Lễ kỷ niệm Quốc khánh Lào".
    func loneState(_ range: Range<Int>) -> MeetingParty? {
        let found = range.filter { pieces[$0].isMention && reader.mention($0).kind == .country }
        guard found.count == 1, let index = found.first else { return nil }
        return MeetingParty(mentions: [pieces[index].index], pieces: index..<index + 1)
    }

    /// The body whose gathering it is: "hội nghị thường niên của Bộ A", "lễ kỷ niệm thành lập Bộ A".
    func owner(of event: Event, to name: Int) -> MeetingParty? {
        let range = event.last + 1..<name
        let found = range.filter {
            pieces[$0].isMention && reader.mention($0).kind == .agency
                && reader.mention($0).agencyKind != .press
        }
        guard found.count == 1, let index = found.first,
            pieces[index - 1].role == .of || event.word.sort == .anniversary
                || event.word.sort == .opening
        else { return nil }
        return MeetingParty(mentions: [pieces[index].index], pieces: index..<index + 1)
    }

    /// The mentions of the two states in "Ủy ban liên Chính phủ Việt Nam - Lào".
    private func statesOfJointBody(_ piece: MeetingPiece) -> [Int] {
        let mentions = document.annotated.mentions
        let found = mentions.indices.filter {
            mentions[$0].kind == .country && piece.range.contains(mentions[$0].range.lowerBound)
        }
        return found.count == 2 ? found : []
    }

    /// What the gathering is called: its bodies and the words between.
    func name(_ event: Event, end: Int, named: [MeetingParty]) -> MeetingName {
        var name = MeetingName()
        for party in named {
            for mention in party.mentions {
                let entity = document.annotated.mentions[mention].entity
                if entity >= 0 { name.members.insert(entity) }
            }
        }
        let tokens = document.annotated.tokens
        var index = event.last + 1
        while index < end {
            let piece = pieces[index]
            let isOffice = piece.isMention && reader.mention(index).kind == .office
            if piece.kind == .other || isOffice {
                for token in piece.range where tokens[token].isWord && !isOrdinal(token) {
                    name.words.insert(tokens[token].key)
                }
            }
            index += 1
        }
        for token in pieces[event.first].range.dropFirst(2) where tokens[token].isWord {
            name.words.insert(tokens[token].key)
        }
        return name
    }

    /// Whether a word only numbers the gathering: "lần thứ 48", "khóa 72".
    private func isOrdinal(_ token: Int) -> Bool {
        let key = document.annotated.tokens[token].key
        return key == Self.time || key == Self.ordinal || key == Self.term
    }

    private static let time = WordKey("lần")
    private static let ordinal = WordKey("thứ")
    private static let term = WordKey("khóa")
}
