import BangGiaoModel

/// A sentence as the rules of agreements see it: the cues in it, who acts, and who acts together.
struct AgreementSentence {
    /// A phrase of the tables in the sentence.
    struct Hit {
        var start: Int
        var end: Int
        var cue: AgreementCue
        var range: Range<Int> { start..<end }
    }

    /// Somebody named, or a word such as "hai bên".
    struct Actor {
        var range: Range<Int>
        /// The entity; nil for a word that stands for several.
        var entity: Int?
        var pair: PairWord?
        var isPerson = false
        /// Whether only an office names it: "Ngoại trưởng Mỹ".
        var isOffice = false
    }

    /// Actors joined by "và", "với", a comma or a dash.
    struct Group {
        var actors: [Actor]
        var range: Range<Int>
        /// Whether "lãnh đạo", "chính phủ" or the like stand before.
        var isLed = false
        /// The pair word, where the group is one.
        var pair: PairWord? { actors.count == 1 ? actors[0].pair : nil }
        var entities: [Int] { actors.compactMap(\.entity) }
    }

    /// The number of the sentence in the document.
    let number: Int
    let sentence: Sentence
    let resolved: ResolvedDocument
    /// The cues by start, longest first; what a longer phrase swallows is left out.
    private(set) var hits: [Hit] = []
    private(set) var groups: [Group] = []

    var tokens: [Token] { resolved.annotated.tokens }

    /// Reads a sentence; nil where no word of it speaks of an agreement.
    ///
    /// - Parameter mentions: The outermost mentions in the sentence, in the order of the text.
    init?(
        _ number: Int, in resolved: ResolvedDocument, cues: [AgreementCue?], mentions: [Int],
        isTriggered: Bool = true
    ) {
        self.number = number
        self.resolved = resolved
        sentence = resolved.annotated.sentences[number]
        guard collectHits(cues, mentions) || !isTriggered else { return nil }
        collectGroups(mentions)
    }

    // MARK: Cues

    /// Returns whether there is a trigger among the cues.
    private mutating func collectHits(_ cues: [AgreementCue?], _ mentions: [Int]) -> Bool {
        let annotated = resolved.annotated
        var found: [Hit] = []
        for index in sentence.tokens {
            for match in annotated.lattice[index]
            where match.table == .cue && match.range.upperBound <= sentence.tokens.upperBound {
                guard let cue = cues[Int(match.entry)] else { continue }
                found.append(Hit(start: index, end: match.range.upperBound, cue: cue))
            }
        }
        guard found.contains(where: \.cue.isTrigger) else {
            hits = found
            return false
        }
        let masks = found.filter { $0.cue == .mask }
        var mention = 0
        for hit in found {
            if hit.cue != .mask, masks.contains(where: { $0.range.overlaps(hit.range) }) {
                continue
            }
            while mention < mentions.count,
                annotated.mentions[mentions[mention]].range.upperBound <= hit.start
            {
                mention += 1
            }
            if mention < mentions.count, hit.cue.yieldsToLonger {
                let range = annotated.mentions[mentions[mention]].range
                if range.lowerBound <= hit.start, hit.end <= range.upperBound { continue }
            }
            if hit.cue.yieldsToLonger,
                found.contains(where: {
                    $0.cue.yieldsToLonger && $0.end - $0.start > hit.end - hit.start
                        && $0.start <= hit.start && hit.end <= $0.end
                })
            {
                continue
            }
            hits.append(hit)
        }
        return hits.contains(where: \.cue.isTrigger)
    }

    /// Returns the last cue that ends before a token and meets a condition.
    func lastHit(before index: Int, where meets: (AgreementCue) -> Bool) -> Hit? {
        hits.last { $0.end <= index && meets($0.cue) }
    }

    /// Returns the first cue that begins at or after a token and meets a condition.
    func firstHit(from index: Int, where meets: (AgreementCue) -> Bool) -> Hit? {
        hits.first { $0.start >= index && meets($0.cue) }
    }

    /// Whether a cue that meets a condition lies within a range.
    func contains(_ range: Range<Int>, where meets: (AgreementCue) -> Bool) -> Bool {
        hits.contains {
            $0.start >= range.lowerBound && $0.end <= range.upperBound && meets($0.cue)
        }
    }

    /// Whether a mark lies within a range.
    func containsMark(_ range: Range<Int>, _ marks: [Unicode.Scalar]) -> Bool {
        range.contains { index in marks.contains { tokens[index].isMark($0) } }
    }

    /// Whether the words before a token make what begins there the object of a preposition.
    func isGoverned(_ index: Int) -> Bool {
        hits.contains { $0.end == index && governs($0.cue) }
    }

    /// Whether a group is the object of a preposition, be it with a noun between: "giữa quân đội …".
    func isGoverned(_ group: Group) -> Bool {
        let start = group.range.lowerBound
        if isGoverned(start) { return true }
        guard group.pair == nil else { return false }
        return hits.contains { hit in
            guard hit.end < start, hit.end + 2 >= start else { return false }
            switch hit.cue {
            case .of, .with, .between: break
            default: return false
            }
            return stretch(hit.end, start).allSatisfy { index in
                tokens[index].isWord && !tokens[index].isCapital
                    && !hits.contains { $0.start == index && !joiner($0.cue) }
            }
        }
    }

    private func governs(_ cue: AgreementCue) -> Bool {
        switch cue {
        case .of, .with, .between, .at, .toward, .inside, .governs, .agent: true
        default: false
        }
    }

    /// Returns the object of a preposition, be it with words such as "nhóm", "6 cường quốc gồm" before.
    func object(of hit: Hit) -> Group? {
        guard let group = groups.first(where: { $0.range.lowerBound >= hit.end }),
            group.range.lowerBound <= hit.end + 6
        else { return nil }
        let isDirect = stretch(hit.end, group.range.lowerBound).allSatisfy { index in
            tokens[index].isNumber
                || hits.contains {
                    $0.range.contains(index) && (joiner($0.cue) || $0.cue == .list)
                }
        }
        return isDirect ? group : nil
    }

    /// Returns the bracket that is open at a token and the token after its end, if any.
    func bracket(around index: Int) -> Range<Int>? {
        var open = index - 1
        while open >= sentence.tokens.lowerBound, !tokens[open].isMark("(") {
            if tokens[open].isMark(")") { return nil }
            open -= 1
        }
        guard open >= sentence.tokens.lowerBound else { return nil }
        return stretch(open, end(ofBracket: open))
    }

    /// Returns the token after the bracket that opens at a token.
    func end(ofBracket open: Int) -> Int {
        let close = stretch(open, sentence.tokens.upperBound).first { tokens[$0].isMark(")") }
        return close.map { $0 + 1 } ?? sentence.tokens.upperBound
    }

    // MARK: Who acts

    private mutating func collectGroups(_ mentions: [Int]) {
        let actors = collectActors(mentions)
        var isFirm = false
        for actor in actors {
            if !isFirm, groups.last?.actors.count == 1, let first = groups.last {
                isFirm = opensList(first.range.lowerBound)
            }
            if let last = groups.last, last.pair == nil, actor.pair == nil,
                let before = last.actors.last, let join = join(before, actor)
            {
                isFirm = isFirm || join == .firm
                groups[groups.count - 1].actors.append(actor)
                groups[groups.count - 1].range = stretch(
                    last.range.lowerBound, max(last.range.upperBound, actor.range.upperBound))
            } else {
                if !isFirm { splitLast() }
                isFirm = false
                groups.append(Group(actors: [actor], range: actor.range))
            }
        }
        if !isFirm { splitLast() }
        for index in groups.indices {
            while let lead = hits.last(where: {
                $0.end == groups[index].range.lowerBound
                    && ($0.cue == .lead || $0.cue == .delegate)
            }) {
                groups[index].range = stretch(lead.start, groups[index].range.upperBound)
                groups[index].isLed = true
            }
        }
    }

    /// Whether "gồm" or a bracket before says that what commas join from here on is a list.
    private func opensList(_ index: Int) -> Bool {
        if index > sentence.tokens.lowerBound, tokens[index - 1].isMark("(") { return true }
        return hits.contains { $0.end == index && $0.cue == .list }
    }

    private func collectActors(_ mentions: [Int]) -> [Actor] {
        var actors: [Actor] = []
        let annotated = resolved.annotated
        for number in mentions {
            let mention = annotated.mentions[number]
            if mention.isDual, mention.entity < 0 {
                actors.append(Actor(range: mention.range, entity: nil, pair: .bodies))
                continue
            }
            // "Báo A (Lào)": what the brackets add acts by itself as little.
            if isBracketed(mention.range), !actors.isEmpty { continue }
            guard let entity = entity(of: mention) else { continue }
            actors.append(
                Actor(
                    range: mention.range, entity: entity, isPerson: mention.kind == .person,
                    isOffice: mention.kind == .office))
        }
        for hit in hits {
            switch hit.cue {
            case .pair(let word):
                // "Hai nước Việt Nam-Lào", "hai Bộ Ngoại giao …": the names say it themselves.
                if let number = mentions.first(where: {
                    mentionFollows(annotated.mentions[$0], hit)
                }) {
                    let next = annotated.mentions[number]
                    if next.kind == .office || next.kind == .person {
                        actors.removeAll { $0.range == next.range }
                        actors.append(
                            Actor(
                                range: stretch(hit.start, max(hit.end, next.range.upperBound)),
                                entity: nil, pair: .leaders))
                    }
                    continue
                }
                actors.append(Actor(range: hit.range, entity: nil, pair: word))
            case .thisNation:
                guard let nation = nation(before: hit.start, among: actors) else { continue }
                actors.append(Actor(range: hit.range, entity: nation))
            default: continue
            }
        }
        return actors.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    private func isBracketed(_ range: Range<Int>) -> Bool {
        range.lowerBound > sentence.tokens.lowerBound
            && range.upperBound < sentence.tokens.upperBound
            && tokens[range.lowerBound - 1].isMark("(") && tokens[range.upperBound].isMark(")")
    }

    private func mentionFollows(_ mention: Mention, _ hit: Hit) -> Bool {
        mention.range.lowerBound > hit.start && mention.range.lowerBound <= hit.end
            && mention.range.upperBound >= hit.end
    }

    private func entity(of mention: Mention) -> Int? {
        if mention.entity >= 0 { return mention.entity }
        guard mention.kind == .office else { return nil }
        if let agency = mention.offices.first?.agency {
            let entity = resolved.annotated.mentions[agency].entity
            if entity >= 0 { return entity }
        }
        return (mention.country ?? mention.offices.first?.country).flatMap {
            resolved.countryEntity[$0]
        }
    }

    /// The state that "nước này" takes up: that of the last named before.
    private func nation(before index: Int, among actors: [Actor]) -> Int? {
        guard
            let last = actors.filter({ $0.range.upperBound <= index && $0.entity != nil })
                .max(by: { $0.range.upperBound < $1.range.upperBound }), let entity = last.entity,
            let code = resolved.entities[entity].country
        else { return nil }
        return resolved.countryEntity[code]
    }

    /// Takes apart the last group, where nothing but commas joins it.
    private mutating func splitLast() {
        guard let last = groups.last, last.actors.count > 1 else { return }
        groups.removeLast()
        groups += last.actors.map { Group(actors: [$0], range: $0.range) }
    }

    private enum Join {
        /// "Và", "với", a dash.
        case firm
        /// A comma: it joins where a firm word follows or goes before.
        case loose
    }

    /// How what stands between two actors makes them act together; nil where it doesn't.
    private func join(_ before: Actor, _ actor: Actor) -> Join? {
        let (end, start) = (before.range.upperBound, actor.range.lowerBound)
        if start <= end { return .firm }
        guard start - end <= 6 else { return nil }
        if before.entity == actor.entity {
            return tokens[stretch(end, start)].allSatisfy { $0.kind == .mark } ? .firm : nil
        }
        var index = end
        var join: Join?
        while index < start {
            let token = tokens[index]
            if token.isMark("-") || token.isMark("\u{2013}") || token.isMark("\u{2014}")
                || token.isMark("/") || token.isMark("+")
            {
                join = .firm
                index += 1
            } else if token.isMark(",") {
                // A comma joins equals alone: "Nga, Iran và Thổ Nhĩ Kỳ".
                if join == nil, kind(before) == kind(actor) || sharesOffice(before, actor) {
                    join = .loose
                }
                index += 1
            } else if token.isNumber {
                index += 1
            } else if token.isMark("("), let close = closing(index, before: start) {
                index = close + 1
            } else if let hit = hits.first(where: { $0.start == index && joiner($0.cue) }),
                hit.end <= start
            {
                if hit.cue == .and || hit.cue == .with { join = .firm }
                index = hit.end
            } else {
                return nil
            }
        }
        return join
    }

    /// The bracket that closes one of a few words: "(Lào)", "(MIC)".
    private func closing(_ open: Int, before limit: Int) -> Int? {
        stretch(open + 1, min(open + 5, limit)).first { tokens[$0].isMark(")") }
    }

    /// "Ngoại trưởng Mỹ, Nhật Bản và Hàn Quốc": the office goes on over the list.
    private func sharesOffice(_ before: Actor, _ actor: Actor) -> Bool {
        before.isOffice && kind(actor) == .country
    }

    private func kind(_ actor: Actor) -> Entity.Kind? {
        actor.entity.map { resolved.entities[$0].kind }
    }

    private func joiner(_ cue: AgreementCue) -> Bool {
        switch cue {
        case .and, .with, .nation, .lead, .delegate, .member, .plural: true
        default: false
        }
    }
}

/// Returns the tokens from one to before another; none where the other comes first.
func stretch(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start, end) }
