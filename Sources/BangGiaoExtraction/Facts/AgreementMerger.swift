import BangGiaoModel

/// Joins what a document says repeatedly: one object an agreement, its best sentence as evidence.
struct AgreementMerger {
    let focus: AgreementFocus

    /// Returns each agreement once, in the order of the text.
    func merge(_ drafts: [AgreementDraft]) -> [AgreementDraft] {
        // Running text proves better than headlines and captions.
        let order = drafts.indices.sorted {
            (zoneRank(drafts[$0]), $0) < (zoneRank(drafts[$1]), $1)
        }
        var result: [AgreementDraft] = []
        for index in order {
            let draft = drafts[index]
            if let known = result.firstIndex(where: { isSame($0, draft) }) {
                result[known] = join(result[known], draft)
            } else {
                result.append(draft)
            }
        }
        let named = result.filter { !$0.rule.hasSuffix(".general") }
        // "Các văn kiện hợp tác", where the story goes on to name them.
        result.removeAll { general in
            general.rule.hasSuffix(".general")
                && named.contains { isInstance($0, of: general) }
        }
        return result.enumerated().sorted {
            ($0.element.sentence, $0.offset) < ($1.element.sentence, $1.offset)
        }.map(\.element)
    }

    private func isInstance(_ one: AgreementDraft, of general: AgreementDraft) -> Bool {
        let closed: Set<Agreement.Kind> = [.consensus, .partnership, .statement]
        return !closed.contains(one.kind) && one.status == general.status
            && one.section == general.section && one.story == general.story
            && Set(focus.rollUp.states(of: one.parties))
                == Set(focus.rollUp.states(of: general.parties))
    }

    private func zoneRank(_ draft: AgreementDraft) -> Int {
        switch focus.resolved.annotated.sentences[draft.sentence].zone {
        case .title, .caption: 1
        default: 0
        }
    }

    private func isSame(_ one: AgreementDraft, _ two: AgreementDraft) -> Bool {
        guard one.kind == two.kind || isGeneral(one, two), one.section == two.section,
            one.story == two.story
        else { return false }
        switch one.kind {
        case .partnership: return Set(one.parties) == Set(two.parties)
        case .consensus:
            return Set(one.parties) == Set(two.parties)
                && (one.meeting == two.meeting || haveOneDate(one, two))
        default: return isSameDocument(one, two)
        }
    }

    /// "Văn bản hợp tác" and "18 bản ghi nhớ" signed by the same parties: one act.
    private func isGeneral(_ one: AgreementDraft, _ two: AgreementDraft) -> Bool {
        let general = ".general"
        guard one.rule.hasSuffix(general) || two.rule.hasSuffix(general) else { return false }
        let closed: Set<Agreement.Kind> = [.consensus, .partnership, .statement]
        return Set(one.parties) == Set(two.parties) && !closed.contains(one.kind)
            && !closed.contains(two.kind) && one.status == two.status
    }

    private func haveOneDate(_ one: AgreementDraft, _ two: AgreementDraft) -> Bool {
        guard let first = one.date, let second = two.date else { return true }
        return first.isCompatible(with: second)
    }

    private func isSameDocument(_ one: AgreementDraft, _ two: AgreementDraft) -> Bool {
        if isGeneral(one, two) { return haveOneDate(one, two) }
        guard one.rule.hasSuffix(".several") == two.rule.hasSuffix(".several") else { return false }
        let parties = Set(one.parties)
        let others = Set(two.parties)
        let isWider =
            parties == others || Set(focus.rollUp.states(of: one.parties)) == others
            || Set(focus.rollUp.states(of: two.parties)) == parties
        if !isWider {
            // "Lễ ký ghi nhớ …" of the ceremony at which the named one was signed.
            guard one.title == nil || two.title == nil else { return false }
            return parties.isSuperset(of: others) || others.isSuperset(of: parties)
        }
        guard let first = one.title, let second = two.title else { return true }
        // A headline shortens the name.
        if zoneRank(one) != zoneRank(two), parties == others, one.status == two.status {
            return true
        }
        return haveOneDate(one, two) && areTitlesAlike(first, second)
    }

    /// Whether one name is the other's beginning, or most words of the shorter stand in the longer.
    private func areTitlesAlike(_ one: String, _ two: String) -> Bool {
        let first = Set(TextFolding.key(one).split { !$0.isLetter && !$0.isNumber })
        let second = Set(TextFolding.key(two).split { !$0.isLetter && !$0.isNumber })
        // Of two plans that differ in their years neither is the other.
        let years = (first.filter(isNumber), second.filter(isNumber))
        if !years.0.isEmpty, !years.1.isEmpty, years.0 != years.1 { return false }
        let smaller = min(first.count, second.count)
        return first.intersection(second).count * 10 >= smaller * 7
    }

    private func isNumber(_ word: Substring) -> Bool { word.allSatisfy(\.isNumber) }

    private func join(_ one: AgreementDraft, _ two: AgreementDraft) -> AgreementDraft {
        var result = one.rule.hasSuffix(".general") ? two : one
        if result.signatories.isEmpty { result.signatories = two.signatories }
        if result.title == nil { result.title = two.title }
        if result.meeting == nil, one.kind != .partnership { result.meeting = two.meeting }
        if result.date == nil { result.date = two.date }
        // To be named without more says least of how far it has come.
        if result.status == .existing, two.status != .planned || one.kind != .partnership {
            result.status = two.status
        }
        // Bodies say more than their states.
        if one.kind != .consensus, one.kind != .partnership,
            Set(focus.rollUp.states(of: two.parties)) == Set(one.parties),
            Set(one.parties) != Set(two.parties)
        {
            result.parties = two.parties
        }
        if one.kind != .consensus, one.title == nil, two.title != nil {
            result.parties = two.parties
        }
        result.repeats = Set(one.triggers + two.triggers).subtracting([result.trigger.lowerBound])
            .sorted()
        return result
    }
}
