import BangGiaoModel

/// What a sentence is about: the meeting under way in its story, and the pair of states in view.
///
/// Split antecedents ("hai bên", "hai nước") go to the event opened last, else to the pair that the
/// story's headline or its first sentences name.
struct AgreementFocus {
    let resolved: ResolvedDocument
    let meetings: [MeetingDraft]
    var rollUp: PartyRollUp
    /// For each sentence its outermost mentions, in the order of the text.
    let mentions: [[Int]]
    private let cues: [AgreementCue?]
    private let meetingNouns: [Bool]

    init(
        _ resolved: ResolvedDocument, _ meetings: [MeetingDraft], cues: [AgreementCue?],
        meetingNouns: [Bool]
    ) {
        self.cues = cues
        self.meetingNouns = meetingNouns
        self.resolved = resolved
        self.meetings = meetings
        rollUp = PartyRollUp(resolved)
        let annotated = resolved.annotated
        let order = annotated.mentions.indices.filter { !annotated.mentions[$0].isNested }
            .sorted {
                (annotated.mentions[$0].range.lowerBound, $0)
                    < (annotated.mentions[$1].range.lowerBound, $1)
            }
        var mentions = [[Int]](repeating: [], count: annotated.sentences.count)
        var sentence = 0
        for number in order {
            let start = annotated.mentions[number].range.lowerBound
            while sentence < annotated.sentences.count,
                annotated.sentences[sentence].tokens.upperBound <= start
            {
                sentence += 1
            }
            guard sentence < annotated.sentences.count else { break }
            mentions[sentence].append(number)
        }
        self.mentions = mentions
    }

    /// Whether a cue names an occasion: "hội đàm".
    func isMeetingNoun(_ cue: Int) -> Bool { meetingNouns[cue] }

    private func story(_ sentence: Int) -> (Section, Int?) {
        let sentence = resolved.annotated.sentences[sentence]
        return (sentence.section, sentence.story)
    }

    /// Whether two sentences tell one story.
    func isSameStory(_ one: Int, _ two: Int) -> Bool { story(one) == story(two) }

    // MARK: The meeting

    /// What is asked of a meeting.
    struct Wanted {
        /// The states that must sit on its sides.
        var states: [Int] = []
        /// Whether no other state may sit there.
        var isExact = false
        /// The persons and agencies that must be among its members.
        var members: [Int] = []
        /// A date that it must agree with.
        var date: PartialDate?
        /// Whether a ceremony is looked for.
        var isSigning = false
        /// Whether a conference is looked for.
        var isConference = false
        /// Whether a person must sit on each side.
        var isLeaders = false
        /// Whether only a meeting with a date helps.
        var isDated = false
        /// Whether it must have been told of by then.
        var isOpened = false
        /// How many sentences away it may be told of.
        var maximumDistance = 1000
        /// Whether only what the sentence itself tells of counts.
        var isLocal = false
    }

    /// Returns the meeting under way at a sentence: the nearest opened before it, if any.
    func meeting(at sentence: Int, _ wanted: Wanted = Wanted()) -> Int? {
        var best: (score: Int, index: Int)?
        let (section, story) = story(sentence)
        for (index, meeting) in meetings.enumerated()
        where meeting.section == section && meeting.story == story && meeting.sides.count > 1 {
            guard let score = score(meeting, at: sentence, wanted) else { continue }
            if score > (best?.score ?? Int.min) { best = (score, index) }
        }
        return best?.index
    }

    private func score(_ meeting: MeetingDraft, at sentence: Int, _ wanted: Wanted) -> Int? {
        let members = meeting.sides.flatMap { $0 }
        let distance = sentence - meeting.sentence
        if wanted.isLocal, distance != 0 { return nil }
        if abs(distance) > wanted.maximumDistance { return nil }
        if wanted.isOpened, distance < 0 {
            guard distance >= -4, meeting.status == .held, meeting.kind != .visit else {
                return nil
            }
        }
        if wanted.isDated, meeting.date == nil { return nil }
        if !wanted.states.isEmpty {
            let states = rollUp.states(of: members)
            guard wanted.states.allSatisfy(states.contains) else { return nil }
            if wanted.isExact, states.count != wanted.states.count { return nil }
        }
        if !wanted.members.isEmpty {
            guard wanted.members.allSatisfy({ isMember($0, of: meeting) }) else { return nil }
        }
        if let date = wanted.date, let own = meeting.date, distance != 0,
            !date.isCompatible(with: own)
        {
            return nil
        }
        var score: Int
        if distance == 0 {
            score = 50
        } else if distance > 0 {
            score = 32 - min(distance, 24)
        } else {
            score = 6 - min(-distance, 12)
        }
        switch meeting.kind {
        case .visit: score -= 25
        case .ceremony: score += wanted.isSigning ? 12 : -14
        case .session: score += wanted.isConference ? 20 : -4
        default: if wanted.isConference { score -= 20 }
        }
        if meeting.status == .planned { score -= 15 }
        if distance != 0, isForeign(meeting, to: sentence) { score -= 40 }
        if wanted.isLeaders, !meeting.sides.allSatisfy(hasPerson) { score -= 30 }
        // A side for which nobody can bind himself.
        if meeting.sides.contains(where: { rollUp.states(of: $0).isEmpty }) { score -= 25 }
        // Where nobody is named, often only a mechanism is meant.
        if members.contains(where: { resolved.entities[$0].kind == .person }) { score += 6 }
        if !wanted.isLocal, isBackground(meeting) { score -= 30 }
        for mention in mentions[sentence]
        where members.contains(resolved.annotated.mentions[mention].entity) {
            score += 4
        }
        return score
    }

    /// Whether the sentence names persons, but none of a state that meets there.
    private func isForeign(_ meeting: MeetingDraft, to sentence: Int) -> Bool {
        let states = rollUp.states(of: meeting.sides.flatMap { $0 })
        let persons = personStates(in: sentence)
        return !persons.isEmpty && !persons.contains(where: states.contains)
    }

    /// Whether a meeting lies well before the story's own.
    private func isBackground(_ meeting: MeetingDraft) -> Bool {
        guard let date = meeting.date else { return false }
        return meetings.contains {
            $0.section == meeting.section && $0.story == meeting.story && $0.status == .held
                && ($0.date.map { $0.firstDay > date.lastDay + 10 } ?? false)
        }
    }

    private func hasPerson(_ side: [Int]) -> Bool {
        side.contains { resolved.entities[$0].kind == .person }
    }

    private func isMember(_ entity: Int, of meeting: MeetingDraft) -> Bool {
        meeting.sides.contains { side in
            side.contains(entity)
                || side.contains { rollUp.body(of: $0) == entity || rollUp.state(of: $0) == entity }
        }
    }

    /// Returns the parties of a meeting at the level on which its sides meet.
    func parties(of meeting: Int, asStates: Bool = false) -> [Int]? {
        let sides = meetings[meeting].sides
        let members = sides.flatMap { $0 }
        if asStates {
            let states = rollUp.states(of: members)
            return states.count > 1 ? states : nil
        }
        return rollUp.level(sides)
    }

    // MARK: The pair of states

    /// Returns the two states in view at a sentence.
    func pair(at sentence: Int) -> [Int]? {
        if let meeting = meeting(at: sentence, .init(isOpened: true)),
            let pair = pair(of: meetings[meeting]), admits(pair, sentence)
        {
            return pair
        }
        if let pair = recentPair(before: sentence), admits(pair, sentence) { return pair }
        if let meeting = meeting(at: sentence), let pair = pair(of: meetings[meeting]),
            admits(pair, sentence)
        {
            return pair
        }
        let pair = headlinePair(of: sentence) ?? frequentPair(of: sentence)
        return pair.flatMap { admits($0, sentence) ? $0 : nil }
    }

    /// Returns the two countries for which "hai nước" stands: no organisation is one.
    func nations(at sentence: Int) -> [Int]? {
        if let pair = pair(at: sentence), pair.allSatisfy(isCountry) { return pair }
        let named = statesNamed(in: sentence).filter(isCountry)
        return named.count == 2 ? named : nil
    }

    /// The same for "hai nước" at a token: the two whom its sentence names before, if two.
    func nations(before index: Int, in sentence: AgreementSentence) -> [Int]? {
        let named = rollUp.states(
            of: sentence.groups.filter { group in
                // "Tại Lào" is where it happens.
                group.range.upperBound <= index && group.pair == nil
                    && !sentence.hits.contains {
                        $0.cue == .at && $0.end == group.range.lowerBound
                    }
            }.flatMap(\.entities)
        ).filter(isCountry)
        return named.count == 2 ? named : nations(at: sentence.number)
    }

    private func isCountry(_ entity: Int) -> Bool { resolved.entities[entity].kind == .country }

    /// Whether a sentence may be about two states: of the persons that it names one is theirs.
    private func admits(_ pair: [Int], _ sentence: Int) -> Bool {
        let states = personStates(in: sentence)
        return states.isEmpty || states.contains(where: pair.contains)
    }

    private func personStates(in sentence: Int) -> [Int] {
        rollUp.states(
            of: mentions[sentence].compactMap {
                let mention = resolved.annotated.mentions[$0]
                return mention.kind == .person && mention.entity >= 0 ? mention.entity : nil
            })
    }

    /// The two states named together in one of the sentences before: "quan hệ Việt Nam-EU".
    func recentPair(before sentence: Int, depth: Int = 4) -> [Int]? {
        for number in stretch(max(0, sentence - depth), sentence).reversed()
        where isSameStory(number, sentence) && mentions[number].count > 1 {
            guard let read = read(number) else { continue }
            for group in read.groups.reversed() where group.pair == nil {
                let states = rollUp.states(of: group.entities)
                if states.count == 2 { return states }
            }
        }
        return nil
    }

    /// The states named together last, if they are as many: "ba nước".
    func recentStates(before sentence: Int, count: Int) -> [Int]? {
        for number in stretch(max(0, sentence - 3), sentence + 1).reversed()
        where isSameStory(number, sentence) && mentions[number].count >= count {
            guard let read = read(number) else { continue }
            let found = read.groups.reversed().lazy.map { rollUp.states(of: $0.entities) }
            if let states = found.first(where: { $0.count > 2 }) {
                return states.count == count ? states : nil
            }
        }
        return nil
    }

    /// Returns a sentence with its cues and actors, whatever it speaks of.
    func read(_ sentence: Int) -> AgreementSentence? {
        AgreementSentence(
            sentence, in: resolved, cues: cues, mentions: mentions[sentence], isTriggered: false)
    }

    /// The states of a meeting of two.
    func pair(of meeting: MeetingDraft) -> [Int]? {
        let states = rollUp.states(of: meeting.sides.flatMap { $0 })
        return states.count == 2 ? states : nil
    }

    /// The two states that the headline names.
    private func headlinePair(of sentence: Int) -> [Int]? {
        for (number, candidate) in resolved.annotated.sentences.enumerated()
        where candidate.zone == .title && isSameStory(number, sentence) {
            let states = statesNamed(in: number)
            if states.count == 2 { return states }
        }
        return nil
    }

    /// Returns the states named in a sentence, by their own names or by whom they send.
    func statesNamed(in sentence: Int) -> [Int] {
        rollUp.states(
            of: mentions[sentence].compactMap {
                let entity = resolved.annotated.mentions[$0].entity
                return entity >= 0 ? entity : nil
            })
    }

    /// The two states that the story names most often, where a third comes far behind.
    private func frequentPair(of sentence: Int) -> [Int]? {
        var counts: [Int: Int] = [:]
        for number in resolved.annotated.sentences.indices where isSameStory(number, sentence) {
            for mention in mentions[number] {
                let entity = resolved.annotated.mentions[mention].entity
                guard entity >= 0, let state = rollUp.state(of: entity) else { continue }
                counts[state, default: 0] += 1
            }
        }
        let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard order.count >= 2, order[1].value >= 2 else { return nil }
        if order.count > 2, order[2].value * 2 > order[1].value { return nil }
        return [order[0].key, order[1].key].sorted()
    }
}

extension AgreementFocus {
    /// Returns the first date in a range of tokens.
    func date(in range: Range<Int>) -> PartialDate? {
        dateMention(in: range)?.date
    }

    /// Returns the first date in a range before any of some marks.
    func date(
        in range: Range<Int>, upTo marks: [Unicode.Scalar], _ sentence: AgreementSentence
    ) -> PartialDate? {
        guard let found = dateMention(in: range),
            !sentence.containsMark(stretch(range.lowerBound, found.range.lowerBound), marks),
            !isGoal(found, sentence)
        else { return nil }
        return found.date
    }

    /// Returns the last date in a range after any of some marks.
    func date(
        in range: Range<Int>, from marks: [Unicode.Scalar], _ sentence: AgreementSentence
    ) -> PartialDate? {
        let found = resolved.annotated.dates.last {
            range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
                && $0.date != nil
        }
        guard let found, !isGoal(found, sentence),
            !sentence.containsMark(stretch(found.range.upperBound, range.upperBound), marks)
        else { return nil }
        return found.date
    }

    /// "Đến năm 2030": the end of a plan, not the day of an act.
    private func isGoal(_ date: DateMention, _ sentence: AgreementSentence) -> Bool {
        sentence.hits.contains {
            $0.cue == .until && $0.start < date.range.upperBound
                && $0.end >= date.range.lowerBound
        }
    }

    /// Returns the first date in a range of tokens, with its place.
    func dateMention(in range: Range<Int>) -> DateMention? {
        resolved.annotated.dates.first {
            range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
                && $0.date != nil
        }
    }
}
