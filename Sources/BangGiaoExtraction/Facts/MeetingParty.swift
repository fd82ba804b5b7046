import BangGiaoModel

/// Those who stand together in one place of a frame: "A, B và C", "đoàn X do N dẫn đầu", "hai bên".
struct MeetingParty {
    /// Indices into the document's mentions.
    var mentions: [Int] = []
    /// The pieces covered, with the words before the first mention.
    var pieces: Range<Int>
    /// A word that stands for both sides of an occasion told before.
    var both: MeetingWord.Role?
    /// The mention of the office or body that both sides have: "hai Bộ trưởng".
    var bothMention: Int?
    /// The mentions of the two states behind it: "hai nhà lãnh đạo Nga - Lào".
    var states: [Int] = []
    /// Whether it means those who lead the two states.
    var areLeaders = false
    /// Whether people who act for a state are meant: "quan chức Lào", "phái đoàn Lào".
    var hasOfficials = false
    /// The country of whom a counterpart is meant: "người đồng cấp Nga".
    var isCounterpart = false

    var isEmpty: Bool { mentions.isEmpty && both == nil }
}

/// Reads parties out of a sentence.
struct MeetingPartyReader {
    let document: ResolvedDocument
    let sentence: MeetingSentence

    var pieces: [MeetingPiece] { sentence.pieces }

    func mention(_ piece: Int) -> Mention { document.annotated.mentions[pieces[piece].index] }

    private func count(_ piece: Int) -> Int { pieces[piece].range.count }

    // MARK: Forward

    /// Reads the coordination that begins at a piece.
    ///
    /// - Parameter isStrict: whether nothing unknown may stand before the names: "70 nước thành viên
    ///   Liên hợp quốc" isn't the body itself.
    /// - Parameter isFronted: whether the phrase opens the sentence, so that what follows its last
    ///   comma is the subject of the main clause.
    func party(from start: Int, isFronted: Bool, isStrict: Bool = false) -> MeetingParty? {
        let end = pieces.count
        guard let head = head(from: start, limit: end, isStrict: isStrict) else { return nil }
        var items: [Item] = [head]
        var next = head.next
        while next < end {
            next = skipBracket(at: next, limit: end)
            guard next < end else { break }
            if let after = apposition(at: next, of: items[items.count - 1], limit: end) {
                next = description(at: next, of: items[items.count - 1], limit: end) ?? after
                continue
            }
            if let (leaders, after) = leaders(at: next, limit: end) {
                items[items.count - 1].mentions += leaders
                next = after
                continue
            }
            let piece = pieces[next]
            if piece.role == .spouse {
                next += 1
                continue
            }
            if piece.isComma, isDyad(items), !isCountry(next + 1) { break }
            let separator: Separator
            if piece.isMention, piece.range == pieces[next - 1].range {
                items[items.count - 1].mentions.append(piece.index)
                next += 1
                continue
            } else if piece.role == .and || piece.role == .together {
                separator = .and
            } else if piece.isComma {
                separator = next + 1 < end && pieces[next + 1].role == .and ? .and : .comma
                if separator == .and { next += 1 }
            } else if piece.isSemicolon {
                separator = .semicolon
            } else if piece.isDash, next + 1 < end, isState(pieces[next - 1]),
                isState(pieces[next + 1])
            {
                separator = .and
            } else if let after = description(at: next, of: items[items.count - 1], limit: end) {
                next = after
                continue
            } else {
                break
            }
            if next + 1 < end, pieces[next + 1].role == .spouse {
                next += 2
                continue
            }
            if separator == .comma,
                let after = description(at: next, of: items[items.count - 1], limit: end)
            {
                next = after
                continue
            }
            // "B, em trai C" names one: behind a comma nothing unknown comes before a name.
            guard
                var item = self.head(
                    from: next + 1, limit: end, isStrict: isStrict,
                    mayDescribe: separator == .and ? 4 : 0),
                item.both == nil, separator == .and || !isPress(item)
            else { break }
            item.separator = separator
            item.start = next
            items.append(item)
            next = item.next
        }
        let kept = cut(&items, at: next, isFronted: isFronted, limit: end)
        var party = MeetingParty(pieces: start..<kept)
        party.mentions = items.flatMap(\.mentions)
        party.both = head.both
        party.bothMention = head.bothMention
        party.states = head.states
        party.areLeaders =
            head.areLeaders && (head.both != nil || party.mentions.count > 1)
        party.hasOfficials = head.hasOfficials
        party.isCounterpart = head.isCounterpart
        return party
    }

    enum Separator { case none, and, comma, semicolon }

    struct Item {
        var separator = Separator.none
        var mentions: [Int] = []
        var start: Int
        var next: Int
        var both: MeetingWord.Role?
        var bothMention: Int?
        var states: [Int] = []
        var areLeaders = false
        var hasOfficials = false
        var isCounterpart = false
    }

    /// Drops the items that open the next clause; returns the piece where the coordination ends.
    private func cut(_ items: inout [Item], at next: Int, isFronted: Bool, limit: Int) -> Int {
        let follows = next < limit && (pieces[next].word.isPredicate || pieces[next].kind == .other)
        if isFronted || follows,
            let last = items.lastIndex(where: {
                $0.separator == .comma || $0.separator == .semicolon
            }),
            isFronted || pieces[next].word.isPredicate
                || !items[last...].contains(where: { $0.separator == .and })
        {
            let start = items[last].start
            items.removeSubrange(last...)
            return start
        }
        return next
    }

    /// Reads the words before a mention and the mention itself.
    private func head(
        from start: Int, limit: Int, isStrict: Bool, mayDescribe: Int = 6
    ) -> Item? {
        var index = start
        var unknown = 0
        var hasDelegation = false
        var hasLeaders = false
        var hasPlural = false
        // Whether a title stands before: "các ngoại trưởng ASEAN" act for the body.
        var hasTitle = false
        var hasOfficials = false
        var areLeaders = false
        // Whether words with capitals stand before: the name of a body that no mention holds.
        var hasName = false
        while index < limit {
            let piece = pieces[index]
            switch piece.kind {
            case .mention:
                let mention = document.annotated.mentions[piece.index]
                if isStrict, hasLeaders, mention.kind != .country { return nil }
                if hasTitle, !mention.isInternational || mention.agencyKind == .press { return nil }
                if mention.kind == .country, index > start, index + 1 < limit,
                    pieces[index + 1].isMention,
                    document.annotated.mentions[pieces[index + 1].index].kind == .person
                {
                    // "nhà khoa học Pháp N": the country describes whom the name names.
                    index += 1
                    continue
                }
                if unknown > 0 || isStrict && hasPlural && !hasTitle {
                    if isStrict { return nil }
                    let isPerson = mention.kind == .person
                    guard unknown <= mayDescribe, isPerson || hasDelegation else { return nil }
                    if mention.kind == .country, hasPlural || hasName { return nil }
                }
                if hasPlural, mention.kind == .office, !mention.isDualOffice {
                    return holders(of: index, from: start, limit: limit)
                }
                if mention.kind == .office, let person = holder(behind: index, limit: limit) {
                    return Item(
                        mentions: [pieces[person].index], start: start, next: person + 1)
                }
                if piece.isDual || mention.isDualOffice {
                    return Item(
                        start: start, next: index + 1, both: .bothPersons, bothMention: piece.index)
                }
                return Item(
                    mentions: [piece.index], start: start, next: index + 1,
                    areLeaders: areLeaders, hasOfficials: hasOfficials)
            case .word:
                hasOfficials = hasOfficials || piece.word.isOfficial || piece.word.isLeader
                areLeaders = areLeaders || piece.word.isLeader
                switch piece.role {
                case .delegation, .leaders:
                    hasDelegation = true
                    hasLeaders = hasLeaders || piece.role == .leaders
                case .stop:
                    unknown += count(index)
                case .plural, .each:
                    hasPlural = true
                case .counterpart:
                    guard index + 1 < limit, pieces[index + 1].isMention else { return nil }
                    let mention = document.annotated.mentions[pieces[index + 1].index]
                    if mention.kind != .country {
                        return Item(
                            mentions: [pieces[index + 1].index], start: start, next: index + 2)
                    }
                    if index + 2 < limit, pieces[index + 2].isMention,
                        document.annotated.mentions[pieces[index + 2].index].kind == .person
                    {
                        return Item(
                            mentions: [pieces[index + 2].index], start: start, next: index + 3)
                    }
                    return Item(
                        mentions: [pieces[index + 1].index], start: start, next: index + 2,
                        isCounterpart: true)
                case .bothSides, .bothPersons, .bothNations:
                    let (states, next) = pair(from: index + 1, limit: limit)
                    return Item(
                        start: start, next: next, both: piece.role, states: states,
                        areLeaders: piece.word.isLeader)
                case .home, .spouse, .auxiliary, .with, .together:
                    break
                case .of:
                    guard hasDelegation else { return nil }
                default:
                    return nil
                }
            case .other where isTitle(piece):
                hasDelegation = true
                hasTitle = true
            case .other:
                unknown += count(index)
                if unknown > 6 { return nil }
                let tokens = document.annotated.tokens
                hasName = hasName || piece.range.dropFirst().contains { tokens[$0].isCapital }
            case .mark:
                guard piece.isQuote else { return nil }
            case .date:
                return nil
            }
            index += 1
        }
        return nil
    }

    /// The person behind an office and a few words: "Tổng thống Lào lúc đó A".
    private func holder(behind index: Int, limit: Int) -> Int? {
        guard index + 2 < limit, pieces[index + 2].isMention,
            mention(index + 2).kind == .person, pieces[index + 1].range.count == 2
        else { return nil }
        let last = document.annotated.tokens[pieces[index + 1].range.upperBound - 1]
        return last.key == Self.then ? index + 2 : nil
    }

    private static let then = WordKey("đó")

    /// Reads "các bộ trưởng ngoại giao (của) ASEAN": they act for the body.
    private func holders(of index: Int, from start: Int, limit: Int) -> Item? {
        guard index + 2 < limit else { return nil }
        let body = pieces[index + 1].role == .of ? index + 2 : index + 1
        guard pieces[body].isMention, mention(body).isInternational,
            mention(body).agencyKind != .press
        else { return nil }
        return Item(mentions: [pieces[body].index], start: start, next: body + 1)
    }

    /// Whether a piece is a title, with what it is held in: "bộ trưởng ngoại giao các nước".
    func isTitle(_ piece: MeetingPiece) -> Bool {
        let annotated = document.annotated
        guard piece.range.count <= 6,
            let title = annotated.lattice.longest(.title, at: piece.range.lowerBound),
            Int(title.end) <= piece.range.upperBound
        else { return false }
        return !annotated.tokens[Int(title.end)..<piece.range.upperBound].contains {
            $0.isCapital || !$0.isWord
        }
    }

    /// Goes past what stands in brackets.
    func skipBracket(at index: Int, limit: Int) -> Int {
        guard index < limit, pieces[index].isOpening else { return index }
        var next = index + 1
        while next < limit, next < index + 40 {
            if pieces[next].isClosing { return next + 1 }
            next += 1
        }
        return index
    }

    /// Goes past an office after a comma or dash that belongs to the person before.
    private func apposition(at index: Int, of item: Item, limit: Int) -> Int? {
        guard pieces[index].isComma || pieces[index].isDash, index + 1 < limit,
            let last = item.mentions.last
        else { return nil }
        let before = document.annotated.mentions[last]
        guard pieces[index + 1].isMention else { return nil }
        let after = document.annotated.mentions[pieces[index + 1].index]
        if before.kind == .person, after.kind == .office,
            after.entity == before.entity || after.entity < 0
                || document.entities[after.entity].kind != .person
        {
            return index + 2
        }
        if before.entity >= 0, before.entity == after.entity { return index + 2 }
        return nil
    }

    /// Whether a newspaper follows: who only reports stands beside nobody.
    private func isPress(_ item: Item) -> Bool {
        item.mentions.allSatisfy { document.annotated.mentions[$0].agencyKind == .press }
    }

    /// Reads "do N dẫn đầu": the leaders and the piece after.
    func leaders(at index: Int, limit: Int) -> ([Int], Int)? {
        guard pieces[index].role == .by else { return nil }
        var found: [Int] = []
        var next = index + 1
        while next < limit, next < index + 24 {
            let piece = pieces[next]
            if piece.role == .leads {
                let persons = found.filter(isPerson)
                return found.isEmpty ? nil : (persons.isEmpty ? found : persons, next + 1)
            }
            if piece.isMention {
                let mention = document.annotated.mentions[piece.index]
                if mention.kind == .person || mention.kind == .office { found.append(piece.index) }
            } else if piece.isSemicolon || piece.isStop {
                return nil
            }
            next += 1
        }
        return nil
    }
}

extension Mention {
    /// Whether it stands for the holders of an office in two states.
    var isDualOffice: Bool { kind == .office && entity < 0 && offices.count > 1 }
}
