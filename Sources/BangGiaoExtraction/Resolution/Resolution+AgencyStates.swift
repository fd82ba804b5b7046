import BangGiaoModel

/// The states to which bodies belong.
extension Resolution {
    /// Gives each agency its state: its own words, its parent's, its namesake's, the home state.
    mutating func settleAgencyStates() {
        for index in mentions.indices where mentions[index].kind == .agency {
            guard mentions[index].country == nil, !mentions[index].isInternational else { continue }
            guard let parent = mentions[index].parent else { continue }
            if let code = mentions[parent].country {
                annotated.mentions[index].country = code
            } else if mentions[parent].isInternational, mentions[index].agencyKind != .embassy {
                annotated.mentions[index].isInternational = true
            }
        }
        settleLists()
        // The states of bodies by name, as the text gives them.
        var namesakes: [NameKey: Set<CountryCode>] = [:]
        var keys: [Int: NameKey] = [:]
        for index in mentions.indices where mentions[index].kind == .agency {
            let key = NameKey(mentions[index].name)
            keys[index] = key
            if let code = mentions[index].country {
                namesakes[key, default: []].insert(code)
            }
        }
        let stories = storyStates()
        let bearers = stateBearers()
        let generic = genericBodies()
        for index in mentions.indices where mentions[index].kind == .agency {
            guard mentions[index].country == nil, !mentions[index].isInternational,
                !mentions[index].isDual
            else { continue }
            let own = keys[index].flatMap { namesakes[$0] } ?? []
            // "Cử bộ trưởng ngoại giao đi" without a state or holder names no body of its own.
            if generic.contains(index), own.isEmpty {
                annotated.mentions[index].isGeneric = true
                continue
            }
            let story = story(of: mentions[index].range.lowerBound)
            annotated.mentions[index].country = likelyState(
                ofAgency: index, namesakes: own,
                story: stories[story] ?? StoryStates(), bearers: bearers)
        }
    }

    /// The bodies that only an office written small, without a name or state, implies.
    private func genericBodies() -> Set<Int> {
        var result: Set<Int> = []
        for mention in mentions where mention.kind == .office && mention.country == nil {
            guard !annotated.tokens[mention.range.lowerBound].isCapital else { continue }
            for office in mention.offices where office.country == nil {
                if let agency = office.agency, mentions[agency].isImplied { result.insert(agency) }
            }
        }
        return result
    }

    /// Gives each body named after a place the place's state.
    mutating func settleAgencyPlaces() {
        for index in mentions.indices
        where mentions[index].kind == .agency && mentions[index].country == nil
            && !mentions[index].isInternational && mentions[index].agencyKind != .embassy
        {
            annotated.mentions[index].country = placeState(in: mentions[index].core)
        }
    }

    /// What a story says of states.
    private struct StoryStates {
        var namesHome = false
        /// The foreign state that most of its mentions are of.
        var foreign: CountryCode?
    }

    private func storyStates() -> [Int?: StoryStates] {
        var counts: [Int?: [CountryCode: Int]] = [:]
        var homes: [Int?: Int] = [:]
        var result: [Int?: StoryStates] = [:]
        for point in states.points {
            if point.code == home {
                homes[point.story, default: 0] += 1
                result[point.story, default: StoryStates()].namesHome = true
            } else {
                counts[point.story, default: [:]][point.code, default: 0] += 1
            }
        }
        for (story, codes) in counts {
            let total = codes.values.reduce(0, +)
            // The home state named in passing makes no story of its own.
            if homes[story, default: 0] * 6 < total { result[story]?.namesHome = false }
            guard let most = codes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
                most.value >= 2, most.value * 5 >= total * 3
            else { continue }
            result[story, default: StoryStates()].foreign = most.key
        }
        for mention in mentions where mention.kind == .agency || mention.kind == .person {
            let code =
                mention.kind == .agency
                ? mention.country : mention.entity >= 0 ? entities[mention.entity].country : nil
            guard code == home else { continue }
            result[story(of: mention.range.lowerBound), default: StoryStates()].namesHome = true
        }
        return result
    }

    private func likelyState(
        ofAgency index: Int, namesakes: Set<CountryCode>, story: StoryStates, bearers: StateIndex
    ) -> CountryCode? {
        let mention = mentions[index]
        if let seat = mention.seat, isSeated(mention.agencyKind) { return seat }
        // A namesake in the same sentence before it, unless the home state's is meant beside it.
        if namesakes.count == 1, let code = namesakes.first {
            if code == home || !story.namesHome || mention.isImplied { return code }
            let named = states.within(
                annotated.sentences[sentence(of: mention.range.lowerBound)].tokens)
            if named.contains(where: { $0.code == code }),
                !named.contains(where: { $0.code == home })
            {
                return code
            }
        }
        // "Chính phủ Bashar al-Assad", "nội các của ông Trump"
        if mention.agencyKind == .government || mention.agencyKind == .parliament {
            let bounds = annotated.sentences[sentence(of: mention.range.lowerBound)].tokens
            var start = mention.range.upperBound
            if start < bounds.upperBound,
                annotated.lattice.cues(at: start).contains(CueSet(.of))
            {
                start += 1
            }
            if let leader = bearers.first(
                from: start, upTo: min(start + 1, bounds.upperBound), where: { _ in true })
            {
                return leader.code
            }
        }
        switch mention.agencyKind {
        case .embassy:
            return nearestState(to: index, allowingHome: true, onlyInSentence: true)
        case .press where isForeignLooking(mention.core):
            return nil
        case .company where isForeignLooking(mention.core):
            return nearestState(to: index, allowingHome: false, onlyInSentence: true)
                ?? story.foreign
        default:
            let isLower = !annotated.tokens[mention.core.lowerBound].isCapital
            if story.namesHome, !isLower || mention.isImplied { return home }
            // Of whom or what the sentence names last before it: "Tổng thống Mỹ … muốn Quốc hội …".
            let start = mention.range.lowerBound
            let bounds = annotated.sentences[sentence(of: start)].tokens
            // "cảm ơn chính phủ và nhân dân Lào": what is joined to it tells.
            let end = mention.range.upperBound
            if isLower, end < bounds.upperBound, joins(end),
                let bearer = bearers.first(
                    from: end, upTo: min(end + 7, bounds.upperBound), where: { _ in true })
            {
                return bearer.code
            }
            if let bearer = bearers.last(
                before: start, downTo: bounds.lowerBound, where: { _ in true })
            {
                return bearer.code
            }
            if let bearer = bearers.first(
                from: start, upTo: bounds.upperBound, where: { $0.token > start })
            {
                return bearer.code
            }
            return nearestState(to: index, allowingHome: true, onlyInSentence: false) ?? home
        }
    }

    /// Whether "và" or a comma stands at a token.
    private func joins(_ token: Int) -> Bool {
        annotated.tokens[token].isMark(",")
            || annotated.lattice.cues(at: token).contains(CueSet(.and))
    }

    /// Where the text names states, persons who serve one, and bodies of one but the press.
    private func stateBearers() -> StateIndex {
        var points = states.points
        for mention in mentions where mention.kind == .person || mention.kind == .agency {
            let code: CountryCode?
            if mention.kind == .agency {
                code = mention.agencyKind == .press ? nil : mention.country
            } else {
                code = mention.entity >= 0 ? entities[mention.entity].country : nil
            }
            guard let code else { continue }
            let token = mention.range.lowerBound
            points.append(StateIndex.Point(token: token, code: code, story: story(of: token)))
        }
        return StateIndex(points)
    }

    /// The state of a place that the name holds: "Đại học Toronto", "Quân khu Moskva".
    private func placeState(in core: Range<Int>) -> CountryCode? {
        for index in core.dropFirst() {
            // "Thái Bình" is no province in "Thái Bình Dương".
            let longest = annotated.lattice[index].first?.range.upperBound ?? 0
            for match in annotated.lattice[index]
            where match.range.upperBound <= core.upperBound && match.range.upperBound == longest {
                if match.table == .place, let code = lexicon.places[Int(match.entry)].country {
                    return code
                }
                if match.table == .country {
                    let form = lexicon.countryForms[Int(match.entry)]
                    if form.kind == .capital { return form.code }
                }
            }
        }
        return nil
    }

    /// Whether bodies of a kind belong to the state in which they are; a ministry may act abroad.
    private func isSeated(_ kind: AgencyKind?) -> Bool {
        switch kind {
        case .government, .parliament, .ministry, .party, .embassy, .international: false
        default: true
        }
    }

    /// Whether the last word of a name is spelt without any Vietnamese mark.
    private func isForeignLooking(_ core: Range<Int>) -> Bool {
        guard let last = annotated.tokens[core].last(where: \.isWord) else { return false }
        return !last.isAccented && last.isCapital && core.count > 0
    }
}
