import BangGiaoModel

/// The occasions of a document under construction, with what later sentences refer to.
struct MeetingTable {
    let document: ResolvedDocument
    let sentences: [MeetingSentence]
    let sides: MeetingSides
    let merger: MeetingMerger
    let times: MeetingTimes
    let leaders: MeetingLeaders
    var occasions: [MeetingOccasion] = []
    /// What the text says was called off.
    var calledOff: [MeetingOccasion] = []
    /// Nouns without parties that no occasion before explains.
    var references: [MeetingCandidate] = []
    /// For each cut sentence the occasion that a noun without parties in it means.
    var referred: [Int: Int] = [:]
    /// Those who led or spoke for a side before an occasion was told.
    var pending: [MeetingAside] = []
    /// Who led the people of a body.
    var led: [LedBody: [Int]] = [:]

    struct LedBody: Hashable {
        var story: Int
        var body: Int
    }

    /// The last occasion told, of each story.
    var focus: [Int: Int] = [:]

    init(
        document: ResolvedDocument, sentences: [MeetingSentence], sides: MeetingSides,
        leaders: MeetingLeaders
    ) {
        self.document = document
        self.sentences = sentences
        self.sides = sides
        self.leaders = leaders
        merger = MeetingMerger(sides: sides)
        times = MeetingTimes(document: document)
    }

    func story(_ sentence: Int) -> Int { sentences[sentence].story ?? -1 }

    // MARK: Candidates

    /// Adds what a frame read: a new occasion, more of an old one, or a reference to one.
    mutating func add(_ candidate: MeetingCandidate) {
        if candidate.isCalledOff {
            calledOff += occasions(of: candidate)
            return
        }
        if candidate.form == .reference {
            refer(candidate)
            return
        }
        if candidate.form == .gathering, candidate.name.members.isEmpty, joinTold(candidate) {
            return
        }
        for occasion in occasions(of: candidate) { place(occasion) }
    }

    /// Puts an occasion to those it is one with, or beside them.
    private mutating func place(_ occasion: MeetingOccasion) {
        let key = story(occasion.first)
        for index in order(for: occasion) where merger.isSame(occasions[index], occasion) {
            merger.merge(&occasions[index], occasion)
            if occasions[index].sides.count > 1 { focus[key] = index }
            return
        }
        occasions.append(occasion)
        // What only bears out another occasion is none that "hai nước" could mean.
        let isTold = occasion.sides.count > 1 && !(occasion.isSupport && occasion.sort == .signing)
        // A picture shows what the text around may not speak of.
        if occasion.frame != "caption", occasion.frame != "margin", isTold || focus[key] == nil {
            focus[key] = occasions.count - 1
        }
    }

    /// The occasions from the last told to the first; a visit without a goal is sooner one that
    /// took place than one that lies ahead.
    private func order(for occasion: MeetingOccasion) -> [Int] {
        let all = Array(occasions.indices.reversed())
        guard occasion.kind == .visit, occasion.sides.count < 2, occasion.tense != .planned else {
            return all
        }
        return all.filter { occasions[$0].tense != .planned }
            + all.filter { occasions[$0].tense == .planned }
    }

    /// The occasions of a candidate: one, or one for each host called on and each country visited.
    private func occasions(of candidate: MeetingCandidate) -> [MeetingOccasion] {
        switch candidate.form {
        case .visit: return visits(candidate)
        case .divided: return [dividedSides(candidate)].compactMap { make(candidate, $0) }
        case .gathering: return [gatheredSides(candidate)].compactMap { make(candidate, $0) }
        case .sides: return encounters(candidate)
        case .reference: return []
        }
    }

    private func encounters(_ candidate: MeetingCandidate) -> [MeetingOccasion] {
        if candidate.parties.count == 1 {
            let members = members(of: candidate.parties[0], candidate)
            return [make(candidate, [sides.side(members)])].compactMap { $0 }
        }
        // A pair of states in one slot: "Bộ trưởng Quốc phòng hai nước gặp B".
        var parts: [[Int]] = []
        for party in candidate.parties {
            parts.append(members(of: party, candidate))
        }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return [] }
        let acting = parts[0]
        let met = parts[1]
        if candidate.frame == "hosted", isOwn(met, of: acting) { return [] }
        let groups = sides.divided(met)
        if groups.count > 1, groups.allSatisfy(sides.hasPerson), !calls(candidate, met),
            candidate.kind == .courtesyCall || candidate.kind == .meeting
        {
            // Guests of several states are received by turns.
            return groups.compactMap { make(candidate, [sides.side(acting), sides.side($0)]) }
        }
        if calls(candidate, met) {
            // One call for each of several hosts.
            return met.compactMap { host in
                make(candidate, [sides.side(acting), sides.side([host])])
            }
        }
        return [make(candidate, [sides.side(acting), sides.side(met)])].compactMap { $0 }
    }

    /// Whether somebody's hosts are his own: the body in which he holds an office, his bare state.
    private func isOwn(_ hosts: [Int], of guests: [Int]) -> Bool {
        if sides.isCountryOnly(hosts) { return sides.countries(hosts) == sides.countries(guests) }
        return guests.contains { sides.bodies(of: $0).contains(where: hosts.contains) }
    }

    /// Whether each of those met is met by himself: callers go from one host to the next.
    private func calls(_ candidate: MeetingCandidate, _ met: [Int]) -> Bool {
        guard met.count > 1 else { return false }
        switch candidate.kind {
        case .courtesyCall, .meeting, .talks, .call, .other: break
        default: return false
        }
        let word = sentences[candidate.sentence].pieces[candidate.trigger].word
        guard word.role != .host else { return false }
        let officials = met.filter { sides.kind($0) != .country }
        return officials.count == met.count
    }

    private func visits(_ candidate: MeetingCandidate) -> [MeetingOccasion] {
        guard let party = candidate.parties.first else { return [] }
        let who = sides.side(members(of: party, candidate))
        guard !who.isEmpty else { return [] }
        let codes = sides.countries(who)
        if candidate.goals.isEmpty { return [make(candidate, [who])].compactMap { $0 } }
        return candidate.goals.compactMap { goal in
            var who = who
            if sides.kind(goal.entity) == .country, let code = sides.country(goal.entity),
                codes.contains(code)
            {
                // "A và B tại … nhân chuyến thăm": the host doesn't travel.
                who.removeAll { sides.country($0) == code }
                guard sides.hasPerson(who) else { return nil }
            }
            guard !who.contains(goal.entity) else { return nil }
            var single = candidate
            single.goals = [goal]
            return make(single, [who, [goal.entity]])
        }
    }

    // MARK: Members

    func members(of party: MeetingParty, _ candidate: MeetingCandidate) -> [Int] {
        if let both = both(of: party, candidate) { return both.flatMap { $0 } }
        let members = sides.members(party.mentions)
        guard party.areLeaders else { return members }
        // "các nhà lãnh đạo Nga và Lào"
        return members.map { member in
            sides.kind(member) == .country
                ? sides.country(member).flatMap(leaders.leader) ?? member : member
        }
    }

    // MARK: Making

    /// Makes an occasion of sides; nil where they can't be two.
    private func make(_ candidate: MeetingCandidate, _ found: [[Int]]) -> MeetingOccasion? {
        let parts = found.filter { !$0.isEmpty }
        guard !parts.isEmpty, parts.count > 1 || candidate.isOpen || candidate.form == .gathering
        else { return nil }
        for (index, side) in parts.enumerated() {
            for other in parts[(index + 1)...] where side.contains(where: other.contains) {
                return nil
            }
        }
        let isSupport = candidate.isSupport || !isPlausible(candidate, parts)
        let sentence = sentences[candidate.sentence]
        let when = times.when(of: candidate, in: sentence)
        var occasion = MeetingOccasion(
            form: candidate.form == .divided && parts.count > 2 ? .gathering : candidate.form,
            kind: candidate.kind, sort: candidate.sort, sides: parts,
            isOpen: candidate.isOpen || parts.count < 2, isSupport: isSupport,
            name: candidate.name, date: when.date, dayNumbers: when.numbers,
            place: candidate.goals.first?.tokens ?? times.place(of: candidate, in: sentence),
            tense: candidate.tense, section: sentence.section, story: sentence.story,
            first: candidate.sentence, evidence: candidate.sentence, weight: 0,
            frame: candidate.frame,
            trigger: sentence.pieces[candidate.trigger].range)
        occasion.triggers = [occasion.trigger.lowerBound]
        occasion.isUnnamed = candidate.isUnnamed
        occasion.isLoose = sentence.pieces[candidate.trigger].word.isWeak
        occasion.host = candidate.host.map { sides.members($0.mentions) } ?? []
        if candidate.sort == .welcome { occasion.host += candidate.goals.map(\.entity) }
        occasion.ordinal = times.ordinal(of: candidate, in: sentence)
        occasion.isNext =
            candidate.tense == .planned
            && candidate.parties.contains { $0.both != nil && $0.bothMention == nil }
        occasion.months = when.months
        occasion.year = times.year(of: candidate, in: sentence)
        occasion.isJustBefore = times.isJustBefore(candidate, in: sentence)
        occasion.heads = heads(of: candidate)
        occasion.attendees = candidate.attendees.flatMap { members(of: $0, candidate) }
        if candidate.form == .visit, let date = when.date, let goal = parts.last?.first,
            parts.count > 1, sides.kind(goal) == .country, date.end == nil
        {
            occasion.date = times.month(of: date)
        }
        if let published = document.annotated.document.published, let date = occasion.date,
            date.firstDay > published.lastDay
        {
            occasion.tense = .planned
        }
        if candidate.form == .gathering, let month = times.around(candidate, in: sentence) {
            occasion.date = month
        }
        if occasion.date == nil, occasion.dayNumbers.isEmpty, candidate.form != .visit,
            let tied = referred[candidate.sentence]
        {
            // "Sau hội đàm, hai bộ trưởng chứng kiến lễ ký"
            occasion.date = occasions[tied].date
            occasion.dayNumbers = occasions[tied].dayNumbers
        }
        occasion.weight = weight(occasion, sentence)
        return occasion
    }

    /// The states that stand for their heads: "Tổng thống Mỹ" whom the text doesn't name.
    private func heads(of candidate: MeetingCandidate) -> Set<Int> {
        var result: Set<Int> = []
        for party in candidate.parties {
            for index in party.mentions {
                let mention = document.annotated.mentions[index]
                if mention.kind == .office, mention.entity >= 0,
                    sides.kind(mention.entity) == .country
                {
                    result.insert(mention.entity)
                }
            }
        }
        return result
    }

    /// How good an evidence the sentence is: whom it names, whether it is told in the story itself.
    private func weight(_ occasion: MeetingOccasion, _ sentence: MeetingSentence) -> Int {
        var weight = occasion.members.filter { sides.kind($0) != .country }.count * 2
        weight += min(occasion.sides.count, 3) * 3
        if !occasion.dayNumbers.isEmpty { weight += 2 }
        switch sentence.zone {
        case .body: weight += 2
        case .lead: weight += 1
        default: break
        }
        return weight
    }
}
