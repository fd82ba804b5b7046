import BangGiaoModel

extension MeetingFrames {
    /// Reads visits: "A thăm P", "chuyến thăm P của A", "trong chuyến thăm P, A …".
    func visits(_ event: Event) -> [MeetingCandidate] {
        var slots = visitSlots(event)
        if slots.goals.isEmpty, event.isNoun { slots.goals = journey(event, from: slots.end) }
        if let list = listed(event, goals: slots.goals, from: slots.end) { return list }
        var traveller = slots.traveller ?? (event.isNoun ? laterOwner(from: slots.end) : nil)
        var frame = "of"
        if slots.isOwned, traveller == nil { return [] }
        if slots.isElsewhere, slots.goals.isEmpty, slots.there == nil { return [] }
        if traveller == nil {
            if event.isNoun && event.isAdjunct {
                traveller =
                    subject(before: event.start, isApart: true) ?? subject(after: event.last + 1)
                frame = "during"
            } else if !event.isNoun || event.governor == .light
                || event.governor == .holds || opensSentence(event)
            {
                traveller = subject(before: event.start)
                frame = event.isNoun ? "makes" : "verb"
                if traveller == nil, !pieces[..<event.start].contains(where: \.isMention) {
                    traveller = subject(after: event.last + 1)
                }
            }
        }
        if traveller == nil, event.isNoun, slots.goals.count == 1 {
            // "với chuyến thăm Trung Quốc lần này": of whoever came there.
            var result = MeetingCandidate(
                form: .reference, kind: .visit, goals: slots.goals, sentence: number,
                trigger: event.first, frame: "reference")
            result.tense = tense(of: event, subject: nil, end: slots.end)
            return isDenied(event, subject: nil) || event.isPlural ? [] : [result]
        }
        if let guest = invited(to: event) {
            return slots.goals.isEmpty ? [] : [agreed(event, guest, goals: slots.goals)]
        }
        guard var who = traveller, canTravel(who) else { return [] }
        if slots.traveller == nil, let guest = guest(of: who, goals: slots.goals, before: event) {
            who = guest
        }
        if slots.goals.isEmpty {
            slots.goals =
                slots.there.flatMap { country(before: event, besides: who, named: $0) }.map { [$0] }
                ?? (frame == "of" ? host(of: event, besides: who).map { [$0] } : nil)
                ?? earlier(event, by: who)
        }
        let isOff = isCalledOff(event, subject: who)
        if !isOff, isDenied(event, subject: who) { return [] }
        if event.isPlural, !namesPerson(who) { return [] }
        if let first = slots.goals.first, pieces.indices.contains(first.piece),
            who.pieces.contains(first.piece)
        {
            return []
        }
        if frame == "verb", slots.goals.isEmpty, isBare(event) { frame = "comes" }
        var result = MeetingCandidate(
            form: .visit, kind: .visit, parties: [who], goals: slots.goals, sentence: number,
            trigger: event.first, frame: frame)
        result.tense = tense(of: event, subject: who, end: slots.end)
        result.isCalledOff = isOff
        result.isOpen = slots.goals.isEmpty
        return [result]
    }

    /// Whether a visit under way opens the sentence: "Tiếp tục chuyến thăm Lào, A …".
    private func opensSentence(_ event: Event) -> Bool {
        event.start == 1 && pieces[0].role == .auxiliary
    }

    /// Whether nothing but a date or a mark follows: "A đến thăm hồi 2004".
    private func isBare(_ event: Event) -> Bool {
        var next = event.last + 1
        if next + 1 < pieces.count, pieces[next + 1].kind == .date, pieces[next].range.count == 1 {
            next += 1
        }
        return next >= pieces.count || pieces[next].kind == .date || pieces[next].kind == .mark
    }

    /// Who travels where the subject is at home: "A tiếp B, đang thăm chính thức Lào".
    private func guest(
        of host: MeetingParty, goals: [MeetingCandidate.Goal], before event: Event
    ) -> MeetingParty? {
        let states = Set(goals.map { document.entities[$0.entity].country })
        guard states.count == 1, host.pieces.upperBound <= event.start,
            Set(host.mentions.map(country)) == states
        else { return nil }
        let named = pieces[host.pieces.upperBound..<event.start].indices.reversed().filter {
            guard pieces[$0].isMention, let code = country(pieces[$0].index) else { return false }
            return !states.contains(code)
        }
        let guest =
            named.first { reader.mention($0).kind == .person }
            ?? named.first { reader.mention($0).kind == .office }
        return guest.map { MeetingParty(mentions: [pieces[$0].index], pieces: $0..<$0 + 1) }
    }

    /// The country spoken of last that isn't the traveller's: of "nhân chuyến thăm nước này".
    private func country(
        before event: Event, besides who: MeetingParty, named there: Int
    ) -> MeetingCandidate.Goal? {
        let own = Set(who.mentions.compactMap(country))
        for index in pieces[..<event.start].indices.reversed() where pieces[index].isMention {
            guard let code = country(pieces[index].index), !own.contains(code) else { continue }
            return document.countryEntity[code].map {
                .init(entity: $0, tokens: pieces[there].range, piece: there)
            }
        }
        return nil
    }

    private struct VisitSlots {
        var goals: [MeetingCandidate.Goal] = []
        var traveller: MeetingParty?
        /// Whether a goal stands there that no country or body in the text answers to.
        var isElsewhere = false
        /// The piece of "nước này".
        var there: Int?
        /// Whether "của" stands there, with or without a name.
        var isOwned = false
        var end: Int
    }

    private func visitSlots(_ event: Event) -> VisitSlots {
        var slots = VisitSlots(end: event.last + 1)
        var index = event.last + 1
        var unknown = 0
        // "đến Nga, bắt đầu chuyến thăm": the goal stands before.
        while index < pieces.count {
            let piece = pieces[index]
            switch piece.kind {
            case .mention:
                guard slots.goals.isEmpty else { return slots }
                let isNear = unknown <= 5
                guard isNear, let next = goals(from: index, event: event, into: &slots) else {
                    return slots
                }
                index = next
                slots.end = index
                continue
            case .word:
                switch piece.role {
                case .of:
                    guard slots.traveller == nil else { return slots }
                    slots.isOwned = true
                    guard let party = reader.party(from: index + 1, isFronted: false) else {
                        return slots
                    }
                    slots.traveller = party
                    index = party.pieces.upperBound
                    slots.end = index
                    continue
                case .motion, .toward, .at:
                    slots.isElsewhere = true
                case .home:
                    if slots.goals.isEmpty, let entity = document.countryEntity[CountryCode("VN")] {
                        slots.goals.append(
                            .init(entity: entity, tokens: piece.range, piece: index))
                        slots.end = index + 1
                    }
                case .there:
                    slots.there = index
                    slots.end = index + 1
                case .and, .two, .bothNations:
                    break
                case .with where slots.goals.isEmpty && event.last > event.first:
                    // "thăm, nói chuyện với cán bộ Đại sứ quán"
                    unknown -= 8
                case .auxiliary, .determiner, .planned, .each, .delegation, .leaders, .light,
                    .holds:
                    break
                case .mutual where pieces[index].word.isWeak:
                    break
                default:
                    return slots
                }
            case .date:
                break
            case .other:
                unknown += piece.range.count
                if slots.goals.isEmpty, let goal = placeGoal(piece.range, piece: index) {
                    slots.goals.append(goal)
                    slots.end = index + 1
                    unknown = 0
                } else if unknown > 12 {
                    return slots
                }
            case .mark:
                guard piece.isQuote || piece.isOpening || piece.isClosing else { return slots }
                if piece.isOpening, !slots.goals.isEmpty {
                    index = reader.skipBracket(at: index, limit: pieces.count)
                    if pieces.indices.contains(index), pieces[index].isOpening { return slots }
                    continue
                }
            }
            index += 1
        }
        return slots
    }

    /// Who made a visit, where more stands between: "chuyến thăm Lào năm 2005 của A".
    private func laterOwner(from start: Int) -> MeetingParty? {
        for index in start..<min(start + 8, pieces.count) {
            let piece = pieces[index]
            if piece.isComma || piece.isStop || piece.isSemicolon || piece.word.isPredicate {
                return nil
            }
            if piece.role == .of, let party = reader.party(from: index + 1, isFronted: false),
                namesOfficial(party)
            {
                return party
            }
        }
        return nil
    }

    /// Reads the countries or the body visited; returns the piece after them.
    private func goals(from index: Int, event: Event, into slots: inout VisitSlots) -> Int? {
        var next = index
        while next < pieces.count, pieces[next].isMention {
            let mention = reader.mention(next)
            guard mention.entity >= 0 else { return slots.goals.isEmpty ? nil : next }
            let isGoal =
                switch mention.kind {
                case .country: true
                case .agency: canBeVisited(mention)
                default: false
                }
            guard isGoal else { return slots.goals.isEmpty ? nil : next }
            slots.goals.append(
                .init(entity: mention.entity, tokens: pieces[next].range, piece: next))
            // "Romania và Cộng hòa Séc": two visits; "Nga và thăm …" ends the list.
            guard next + 2 < pieces.count,
                pieces[next + 1].role == .and || pieces[next + 1].isComma,
                pieces[next + 2].isMention, reader.mention(next + 2).kind == .country,
                next + 3 >= pieces.count || !pieces[next + 3].word.isPredicate
            else { return next + 1 }
            next += 2
        }
        return next
    }

    /// Whether receiving guests is what the body does; a school or a hospital is only looked at.
    private func canBeVisited(_ mention: Mention) -> Bool {
        switch mention.agencyKind {
        case .embassy, .government, .parliament, .ministry, .party, .international: true
        default: false
        }
    }

    /// A city that stands for the country where it lies, if the text names that country.
    func placeGoal(_ range: Range<Int>, piece: Int) -> MeetingCandidate.Goal? {
        for token in range {
            guard let match = document.annotated.lattice.longest(.place, at: token),
                Int(match.end) <= range.upperBound
            else { continue }
            let place = lexicon.places[Int(match.entry)]
            guard place.kind == .city, let country = place.country,
                let entity = document.countryEntity[country]
            else { continue }
            return .init(entity: entity, tokens: match.range, piece: piece)
        }
        return nil
    }

    /// Whether a party can go on a visit: not a bare country.
    private func canTravel(_ party: MeetingParty) -> Bool {
        if party.both != nil { return true }
        return party.mentions.contains {
            let mention = document.annotated.mentions[$0]
            return mention.kind != .country
        } || hasDelegation(party)
    }

    private func hasDelegation(_ party: MeetingParty) -> Bool {
        pieces[party.pieces].contains { $0.role == .delegation }
            || party.pieces.lowerBound > 0
                && pieces[party.pieces.lowerBound - 1].role == .delegation
    }
}
