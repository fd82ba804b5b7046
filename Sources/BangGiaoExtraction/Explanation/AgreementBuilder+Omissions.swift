import BangGiaoModel

extension AgreementBuilder {
    /// Returns the words for agreements that led to none of the drafts.
    func omissions(
        in document: ResolvedDocument, meetings: [MeetingDraft], drafts: [AgreementDraft]
    ) -> [OmittedTrigger] {
        let told = Set(drafts.flatMap(\.triggers))
        var result: [OmittedTrigger] = []
        forEachSentence(of: document, meetings: meetings) { sentence, focus in
            var omitted: [(Range<Int>, Omission.Reason)] = []
            for phrase in PactPhraseReader(sentence: sentence).phrases() {
                let isUnreal = PactReader(focus: focus).status(of: phrase, in: sentence) == nil
                omitted.append(
                    (
                        phrase.noun.range,
                        isUnreal ? .unreal : phrase.isPlural ? .general : .noParties
                    )
                )
            }
            for hit in sentence.hits {
                switch hit.cue {
                case .partnership: omitted.append((hit.range, .noParties))
                case .agree, .commit, .settle, .reach:
                    guard
                        let reason = ConsensusReader(focus: focus).reason(hit, in: sentence)
                    else { continue }
                    omitted.append((hit.range, reason))
                default: continue
                }
            }
            for (tokens, reason) in omitted where !told.contains(tokens.lowerBound) {
                result.append(
                    OmittedTrigger(
                        kind: .agreement, reason: reason, tokens: tokens,
                        sentence: sentence.sentence.tokens))
            }
        }
        return result
    }
}

extension ConsensusReader {
    /// Why a verb of agreeing gave no consensus; nil where it is no such verb here.
    fileprivate func reason(
        _ hit: AgreementSentence.Hit, in sentence: AgreementSentence
    ) -> Omission.Reason? {
        guard let verb = verb(hit, in: sentence) else { return nil }
        guard let subject = subject(of: verb, in: sentence) else { return .noSubject }
        return isUnreal(subject, verb, in: sentence) ? .unreal : .noParties
    }
}
