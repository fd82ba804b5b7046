import BangGiaoModel

extension MeetingFrames {
    /// Reads "Bộ Ngoại giao Lào triệu tập Đại sứ B", "Đại sứ B bị triệu tập đến Bộ Ngoại giao Lào".
    ///
    /// A state that calls its own envoy home meets nobody.
    func summons(
        _ event: Event, _ object: MeetingParty?, subject: MeetingParty?
    ) -> MeetingCandidate? {
        let before = event.start > 0 ? pieces[event.start - 1].role : .none
        // "được triệu tập", "sẽ được triệu tập"
        let isPassive = object == nil && (before == .passive || before == .planned)
        let envoy = isPassive ? self.subject(before: event.start - 1) : object
        let behind = envoy.flatMap { self.subject(after: $0.pieces.upperBound) }
        guard let envoy, let caller = isPassive ? body(after: event.last) : subject ?? behind,
            isEnvoy(envoy), !isHome(after: envoy.pieces.upperBound)
        else { return nil }
        return candidate(
            event, .sides, [caller, envoy], frame: isPassive ? "summoned" : "summons",
            end: max(event.last + 1, envoy.pieces.upperBound))
    }

    /// The ministry to which somebody is called: "đến Bộ Ngoại giao Lào".
    private func body(after last: Int) -> MeetingParty? {
        guard last + 2 < pieces.count, pieces[last + 1].role == .motion,
            let body = reader.party(from: last + 2, isFronted: false),
            body.mentions.allSatisfy({ document.annotated.mentions[$0].kind == .agency })
        else { return nil }
        return body
    }

    private func isEnvoy(_ party: MeetingParty) -> Bool {
        party.hasOfficials
            || party.mentions.contains {
                // "đại diện Đại sứ quán B"
                let mention = document.annotated.mentions[$0]
                return mention.agencyKind == .embassy || document.isEnvoy(mention)
            }
    }

    /// Whether somebody is called back: "triệu Đại sứ về nước".
    private func isHome(after end: Int) -> Bool {
        guard end < pieces.count else { return false }
        let first = document.annotated.tokens[pieces[end].range.lowerBound].key
        return first == Self.back
    }

    private static let back = WordKey("về")
}
