import BangGiaoModel

extension ConsensusReader {
    /// Whether all that is agreed is to sign a document or to reach a level of relations, which is
    /// an agreement of its own: "nhất trí nâng quan hệ lên đối tác chiến lược".
    func isNamed(_ verb: Range<Int>, in sentence: AgreementSentence) -> Bool {
        let makes = sentence.hits.first {
            $0.start >= verb.upperBound && $0.start <= verb.upperBound + 1
                && ($0.cue == .establish || $0.cue == .raise || $0.cue == .sign)
        }
        guard let makes else { return false }
        return earlier.contains { draft in
            let named = draft.trigger
            guard draft.sentence == sentence.number, named.lowerBound >= makes.end else {
                return false
            }
            let gap = stretch(makes.end, named.lowerBound)
            return !sentence.containsMark(gap, [",", ";"])
                && (makes.cue == .sign || isLast(named, in: sentence))
        }
    }

    /// Whether nothing more is agreed behind what is named.
    private func isLast(_ named: Range<Int>, in sentence: AgreementSentence) -> Bool {
        let rest = stretch(named.upperBound, sentence.sentence.tokens.upperBound)
        if sentence.containsMark(rest, [",", ";"]) { return false }
        return !sentence.hits.contains { hit in
            hit.cue == .and && hit.start >= named.upperBound
                && !sentence.groups.contains { $0.range.contains(hit.start) }
        }
    }
}
