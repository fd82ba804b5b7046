import BangGiaoModel

/// Decides whether two passages tell of one occasion, and makes one of them.
struct MeetingMerger {
    let sides: MeetingSides

    /// Whether the two can be one occasion: kinds, sides and dates agree.
    func isSame(_ left: MeetingOccasion, _ right: MeetingOccasion) -> Bool {
        guard left.section == right.section, left.story == right.story else { return false }
        return isSameOccasion(left, right)
    }

    /// The same for passages of two articles on one page.
    func isSameOccasion(_ left: MeetingOccasion, _ right: MeetingOccasion) -> Bool {
        let welcomes =
            left.isSupport && left.sort == .welcome || right.isSupport && right.sort == .welcome
        guard welcomes || kindsAgree(left, right),
            datesAgree(left, right)
        else { return false }
        if left.isSupport != right.isSupport, (left.kind == .visit) != (right.kind == .visit) {
            return false
        }
        if isFarther(left, right) { return false }
        if let one = left.year, let other = right.year, one != other { return false }
        if left.ordinal != 0, right.ordinal != 0, left.ordinal != right.ordinal { return false }
        if isOfSeries(left, besides: right) || isOfSeries(right, besides: left) { return false }
        if right.isNext, left.tense != .planned { return false }
        if left.isUnnamed != right.isUnnamed, (left.isUnnamed ? right : left).sides.count > 1 {
            return false
        }
        let tenses = [left.tense, right.tense]
        if tenses.contains(.planned), tenses.contains(.done),
            left.date == nil || left.date != right.date
        {
            return false
        }
        if left.kind == .visit { return visitsAgree(left, right) }
        if left.isSummit != right.isSummit {
            // At the summit of two states their leaders meet, not their officials.
            let (summit, other) = left.isSummit ? (left, right) : (right, left)
            if summit.sides.allSatisfy(sides.isStateOnly), !other.sides.allSatisfy(sides.mayLead) {
                return false
            }
        }
        if left.isFuneral, right.isFuneral { return left.sides.last == right.sides.last }
        if left.form == .gathering || right.form == .gathering {
            return gatheringsAgree(left, right)
        }
        return sidesAgree(
            left.sides, right.sides, isOpen: left.isOpen || right.isOpen,
            heads: left.heads.union(right.heads))
    }

    /// Whether one is a dialogue of a series, and the other a meeting by another word.
    private func isOfSeries(_ dialogue: MeetingOccasion, besides other: MeetingOccasion) -> Bool {
        dialogue.kind == .consultation && dialogue.ordinal != 0 && other.ordinal == 0
            && (other.kind == .meeting || other.kind == .courtesyCall)
    }

    /// Whether two states dealt with each other at another time: only a headline or the next
    /// sentences tell the same in fewer words.
    private func isFarther(_ left: MeetingOccasion, _ right: MeetingOccasion) -> Bool {
        guard left.kind != .visit, (left.date == nil) != (right.date == nil),
            abs(left.evidence - right.first) > 3
        else { return false }
        return left.sides.allSatisfy(sides.isStateOnly)
            || right.sides.allSatisfy(sides.isStateOnly)
    }

    /// Adds what the second passage tells to the first.
    func merge(_ left: inout MeetingOccasion, _ right: MeetingOccasion) {
        if left.isFuneral, right.isFuneral {
            // Those who come to mourn with a state are one side.
            left.sides[0] = sides.side(left.sides[0] + right.sides[0])
        } else if left.form == .gathering || right.form == .gathering {
            for side in right.sides {
                let index =
                    left.sides.firstIndex { overlaps($0, side) }
                    ?? left.sides.firstIndex { matches($0, side) }
                    ?? left.sides.firstIndex { isOfOneState($0, side) }
                if let index {
                    left.sides[index] = sides.side(left.sides[index] + side)
                } else {
                    left.sides.append(side)
                }
            }
        } else {
            for side in right.sides {
                if let index = bestMatch(of: side, in: left.sides) {
                    left.sides[index] = sides.side(left.sides[index] + side)
                } else if left.isOpen || left.sides.count < 2 {
                    left.sides.append(side)
                }
            }
        }
        for attendee in right.attendees where !left.attendees.contains(attendee) {
            left.attendees.append(attendee)
        }
        left.isOpen = left.isOpen && right.isOpen
        left.isUnnamed = left.isUnnamed && right.isUnnamed
        if left.tense == .told { left.tense = right.tense }
        if left.isSupport || !right.isSupport && right.precision > left.precision {
            left.kind = right.kind
            left.sort = right.sort
            left.isLoose = right.isLoose
        }
        if left.sort == .none, left.kind == .ceremony { left.sort = right.sort }
        if left.isSupport != right.isSupport {
            // An open passage and one that only bears out don't make a meeting of talkers.
            let other = left.isSupport ? right : left
            left.isSupport = other.sides.count < 2 && other.kind != .visit
        }
        if left.name.members.isEmpty, left.name.words.isEmpty { left.name = right.name }
        left.date = better(left, right)
        if left.dayNumbers.isEmpty { left.dayNumbers = right.dayNumbers }
        if left.host.isEmpty { left.host = right.host }
        if left.ordinal == 0 { left.ordinal = right.ordinal }
        if left.months.isEmpty { left.months = right.months }
        if left.year == nil { left.year = right.year }
        if left.place == nil { left.place = right.place }
        if right.weight > left.weight {
            left.evidence = right.evidence
            left.weight = right.weight
            left.frame = right.frame
            left.trigger = right.trigger
        }
        left.triggers += right.triggers
    }

    // MARK: Kinds and dates

    private func kindsAgree(_ left: MeetingOccasion, _ right: MeetingOccasion) -> Bool {
        if left.kind == right.kind {
            if left.kind == .ceremony {
                return left.sort == right.sort
                    || left.sort == .none && left.name.words.isEmpty
                    || right.sort == .none && right.name.words.isEmpty
            }
            return (left.sort == .banquet) == (right.sort == .banquet)
        }
        let pair = [left.kind, right.kind]
        if pair.contains(.consultation), pair.contains(.courtesyCall) { return false }
        if left.isTalk, right.isTalk { return true }
        if pair.contains(.session), pair.contains(.consultation) || pair.contains(.meeting) {
            return true
        }
        if left.isSummit && right.isTalk || left.isTalk && right.isSummit { return true }
        if pair.contains(.session), pair.contains(.talks) {
            // The summit of two is their talks.
            return [left, right].allSatisfy {
                $0.sides.count == 2 && $0.sides.allSatisfy(sides.hasPerson)
            }
        }
        // "cuộc trò chuyện" of those who telephoned
        let isSpoken = pair.contains(.other) && left.sort == .none && right.sort == .none
        return pair.contains(.call) && (pair.contains(.workingSession) || isSpoken)
    }

    private func datesAgree(_ left: MeetingOccasion, _ right: MeetingOccasion) -> Bool {
        if let one = left.date, let other = right.date { return one.isCompatible(with: other) }
        if left.date != nil || right.date != nil {
            return mayBeIn(left.date, right.dayNumbers) && mayBeIn(right.date, left.dayNumbers)
        }
        if !left.months.isEmpty, !right.months.isEmpty, left.months.isDisjoint(with: right.months) {
            return false
        }
        if left.dayNumbers.count == 2, right.dayNumbers.count == 2 {
            return left.dayNumbers == right.dayNumbers
        }
        return true
    }

    /// Whether a day whose year the text doesn't tell can lie in the month of a date.
    private func mayBeIn(_ date: PartialDate?, _ numbers: [Int32]) -> Bool {
        guard numbers.count > 1, let month = date?.start.month, date?.end == nil else {
            return true
        }
        return numbers.contains(Int32(month))
    }

    private func better(_ left: MeetingOccasion, _ right: MeetingOccasion) -> PartialDate? {
        guard let one = left.date else { return right.date }
        guard let other = right.date else { return one }
        if left.kind == .visit {
            // An interval tells when the visit was; a day only that it was under way.
            if one.end == nil, other.end != nil { return other }
            return one
        }
        let isShorter = other.lastDay - other.firstDay < one.lastDay - one.firstDay
        // A conference lasts; a day inside it is only a day inside it.
        return isShorter == (left.kind != .session) ? other : one
    }

    // MARK: Sides

    private func visitsAgree(_ left: MeetingOccasion, _ right: MeetingOccasion) -> Bool {
        guard let who = left.sides.first, let other = right.sides.first else { return false }
        guard matches(who, other) else { return false }
        guard left.sides.count > 1, right.sides.count > 1 else { return true }
        return overlaps(left.sides[1], right.sides[1])
    }

    private func gatheringsAgree(_ left: MeetingOccasion, _ right: MeetingOccasion) -> Bool {
        if left.form != right.form {
            let gathering = left.form == .gathering ? left : right
            let other = left.form == .gathering ? right : left
            guard gathering.sides.count == 2, other.sides.count == 2 else { return false }
            // At a forum a state may be anybody of it; at a summit it is its leader.
            let isTold =
                gathering.isSummit || gathering.sides.allSatisfy(sides.isCountryOnly)
                || gathering.sides.allSatisfy(sides.hasPerson)
            return isTold
                && sidesAgree(
                    gathering.sides, other.sides, isOpen: false,
                    heads: left.heads.union(right.heads))
        }
        // "Hội nghị G7 năm ngoái" isn't the one of which the article speaks.
        if left.isOfYear != right.isOfYear { return false }
        guard left.name.agrees(with: right.name) else { return false }
        if left.first == right.first, left.name.members != right.name.members { return false }
        if left.name.members.count > 1, left.name.members == right.name.members { return true }
        // One body or pair of states in the name, or one participant in common.
        let common = left.members.filter(right.members.contains)
        if common.contains(where: { sides.kind($0) != .country }) { return true }
        let isShared = { (side: [Int]) in right.sides.contains { matches($0, side) } }
        return common.count >= 2 || left.sides.filter(isShared).count >= 2
    }

    private func sidesAgree(
        _ left: [[Int]], _ right: [[Int]], isOpen: Bool, heads: Set<Int>
    ) -> Bool {
        if left.count == 1 || right.count == 1 {
            guard isOpen, let one = left.count == 1 ? left.first : right.first else { return false }
            let many = left.count == 1 ? right : left
            return many.contains { matches($0, one, heads: heads) }
        }
        guard left.count == right.count || left.count == 2 || right.count == 2 else { return false }
        var used: Set<Int> = []
        let (few, many) = left.count <= right.count ? (left, right) : (right, left)
        for side in few {
            let free = many.indices.filter { !used.contains($0) }
            guard
                let index = free.first(where: { matches(many[$0], side, heads: heads) })
                    ?? free.first(where: { !used.isEmpty && mayStandFor(many[$0], side) })
            else { return false }
            used.insert(index)
        }
        return true
    }

    /// Whether one side is a bare state and the other somebody whose state the text doesn't tell.
    private func mayStandFor(_ left: [Int], _ right: [Int]) -> Bool {
        isStranger(right) && sides.isCountryOnly(left)
            || isStranger(left) && sides.isCountryOnly(right)
    }

    private func isStranger(_ side: [Int]) -> Bool {
        sides.hasPerson(side) && sides.countries(side).isEmpty
    }

    /// Whether one side is the body of a state and the other a person of that state.
    private func isOfOneState(_ left: [Int], _ right: [Int]) -> Bool {
        sides.hasPerson(left) != sides.hasPerson(right)
            && sides.countries(left).count == 1 && sides.countries(left) == sides.countries(right)
    }

    private func bestMatch(of side: [Int], in others: [[Int]]) -> Int? {
        others.firstIndex { overlaps($0, side) } ?? others.firstIndex { matches($0, side) }
            ?? others.firstIndex { mayStandFor($0, side) }
    }

    private func overlaps(_ left: [Int], _ right: [Int]) -> Bool {
        left.contains(where: right.contains)
    }

    /// Whether two sides can be one: somebody in common, or a state and those who act for it.
    func matches(_ left: [Int], _ right: [Int], heads: Set<Int> = []) -> Bool {
        let one = sides.persons(left)
        let other = sides.persons(right)
        if !one.isEmpty, !other.isEmpty { return one.contains(where: other.contains) }
        if overlaps(left, right) { return true }
        let isHead = left.contains(where: heads.contains) || right.contains(where: heads.contains)
        if isHead, !sides.isHigh(left) || !sides.isHigh(right) { return false }
        if sides.isStateOnly(left) || sides.isStateOnly(right) {
            let codes = sides.countries(right)
            return sides.countries(left).contains(where: codes.contains)
        }
        return false
    }
}
