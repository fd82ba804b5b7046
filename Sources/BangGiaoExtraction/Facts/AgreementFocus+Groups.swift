import BangGiaoModel

extension AgreementFocus {
    /// Learns from "nhóm P5+1 (gồm Mỹ, Nga …)" and "G7 hiện có Anh, Canada …" who is in the group.
    mutating func learnMembers(_ sentence: AgreementSentence) {
        for (position, group) in sentence.groups.enumerated().dropFirst() {
            let states = group.entities.filter { resolved.entities[$0].kind == .country }
            guard states.count > 2, states.count == group.entities.count,
                let head = sentence.groups[position - 1].entities.last,
                resolved.entities[head].kind == .agency, resolved.entities[head].country == nil
            else { continue }
            let gap = stretch(
                sentence.groups[position - 1].range.upperBound, group.range.lowerBound)
            guard gap.count <= 6, sentence.contains(gap, where: { $0 == .list }) else { continue }
            if rollUp.membersOfGroup[head] == nil { rollUp.membersOfGroup[head] = states }
        }
    }

    /// Adds those who signed for the parties, where a sentence soon after names them: "Đại diện phía
    /// Lào tại lễ ký là …".
    func withSignatories(_ draft: AgreementDraft) -> AgreementDraft {
        guard draft.status == .signed, draft.signatories.isEmpty, draft.kind != .partnership else {
            return draft
        }
        var result = draft
        let end = min(draft.sentence + 4, mentions.count)
        for number in stretch(draft.sentence + 1, end)
        where isSameStory(number, draft.sentence) && !mentions[number].isEmpty {
            guard let sentence = read(number),
                sentence.hits.contains(where: { $0.cue == .signing }),
                sentence.hits.contains(where: { $0.cue == .delegate }),
                !sentence.hits.contains(where: { $0.cue == .witness })
            else { continue }
            let signers = sentence.groups.flatMap(\.actors).filter(\.isPerson)
                .compactMap(\.entity)
                .filter { rollUp.body(of: $0).map(draft.parties.contains) ?? false }
            if signers.count > 1 {
                result.signatories = rollUp.unique(signers)
                break
            }
        }
        return result
    }
}
