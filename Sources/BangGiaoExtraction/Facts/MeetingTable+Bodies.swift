import BangGiaoModel

extension MeetingTable {
    /// An article on the conference of a body may never say "hội nghị G7" in one breath: where it
    /// speaks twice of a conference that nothing explains, it is that of the body in its headline,
    /// else of the one that one of them names.
    mutating func gatherBodies() {
        let nouns = references.filter {
            $0.kind == .session && sentences[$0.sentence].section == .body
                && $0.tense != .planned
        }
        guard nouns.count > 1, let first = nouns.first,
            let body = headlineBody() ?? nouns.lazy.compactMap(namedBody).first,
            !occasions.contains(where: {
                $0.form == .gathering && $0.members.contains(body) && !$0.isOfYear
                    && $0.tense != .planned
            })
        else { return }
        var best = first
        for noun in nouns where times.when(of: noun, in: sentences[noun.sentence]).date != nil {
            best = noun
            break
        }
        let sentence = sentences[best.sentence]
        let when = times.when(of: best, in: sentence)
        var occasion = MeetingOccasion(
            form: .gathering, kind: .session, sort: .none, sides: [[body]], isOpen: true,
            date: when.date, dayNumbers: when.numbers, place: times.place(of: best, in: sentence),
            tense: best.tense, section: .body, story: sentence.story, first: first.sentence,
            evidence: best.sentence, weight: 4, frame: "headline",
            trigger: sentence.pieces[best.trigger].range)
        occasion.triggers = nouns.map(trigger(of:))
        occasion.name.members = [body]
        occasions.append(occasion)
    }

    /// The international body in the name of a conference.
    func namedBody(_ noun: MeetingCandidate) -> Int? {
        guard noun.name.members.count == 1, let body = noun.name.members.first,
            sides.entities[body].isInternational
        else { return nil }
        return body
    }

    /// The international body in the headline or in the first sentences.
    private func headlineBody() -> Int? {
        for sentence in sentences.prefix(2) where sentence.section == .body {
            let start = sentence.tokens.lowerBound
            let isSession = sentence.pieces.contains { $0.word.kind == .session }
            for mention in document.annotated.mentions
            where sentence.tokens.contains(mention.range.lowerBound) && mention.entity >= 0
                && mention.kind == .agency && sides.entities[mention.entity].isInternational
                && (isSession || mention.range.lowerBound < start + 4)
            {
                return mention.entity
            }
        }
        return nil
    }

    /// Puts the states of a body in its place, where the text lists them: "G7 hiện có Anh, …".
    mutating func unfoldBodies() {
        let lists = membership()
        guard !lists.isEmpty else { return }
        for index in occasions.indices
        where occasions[index].kind == .session && occasions[index].form == .gathering
            && !occasions[index].isOfYear
        {
            var parts: [[Int]] = []
            for side in occasions[index].sides {
                guard side.count == 1, let body = side.first, let states = lists[body] else {
                    parts.append(side)
                    continue
                }
                let present = occasions[index].sides.flatMap(sides.countries)
                parts += states.filter { state in
                    sides.country(state).map { !present.contains($0) } ?? true
                }.map { [$0] }
            }
            occasions[index].sides = parts
        }
    }

    /// For each body the states that the text lists as its members.
    private func membership() -> [Int: [Int]] {
        var result: [Int: [Int]] = [:]
        for sentence in sentences where sentence.section == .body {
            let reader = MeetingPartyReader(document: document, sentence: sentence)
            let pieces = sentence.pieces
            for index in pieces.indices
            where pieces[index].role == .membership && index > 0 && pieces[index - 1].isMention {
                let body = reader.mention(index - 1)
                guard body.kind == .agency, body.entity >= 0,
                    let list = reader.party(from: index + 1, isFronted: false)
                else { continue }
                let states = sides.members(list.mentions).filter { sides.kind($0) == .country }
                if states.count > 2 { result[body.entity] = states }
            }
        }
        return result
    }
}
