import BangGiaoModel

extension MeetingFrames {
    /// Whether something between subject and event says that it did not come about.
    ///
    /// - Parameter isName: whether the event is named by itself, so that a wish before it is another's.
    func isDenied(_ event: Event, subject: MeetingParty?, isName: Bool = false) -> Bool {
        let first = subject?.pieces.lowerBound ?? event.start
        // "nhất trí về việc A sẽ thăm": agreed, so it lies ahead.
        let isAhead =
            first > 0 && first < event.start && opensContent(pieces[first - 1])
            && pieces[first..<event.start].contains { $0.role == .planned }
        let lower = isAhead ? first : max(0, first - 2)
        var index = event.start - 1
        let bound =
            subject.map { $0.pieces.upperBound <= event.start ? lower : event.start - 4 }
            ?? event.start - 4
        while index >= max(0, bound) {
            switch pieces[index].role {
            case .negated, .habitual, .cancelled: return true
            case .hypothetical, .invites:
                if !event.isAdjunct, !isName, !isScheduled(event) { return true }
            default: break
            }
            index -= 1
        }
        for next in event.last + 1..<max(event.last + 1, min(event.last + 5, pieces.count)) {
            if pieces[next].role == .habitual || pieces[next].role == .cancelled { return true }
            if pieces[next].isComma || pieces[next].isStop { break }
        }
        return false
    }

    /// Whether the text says when it is to take place, whatever somebody wishes for it:
    /// "sẵn lòng tổ chức cuộc gặp giữa A và B, dự kiến diễn ra tháng 5".
    private func isScheduled(_ event: Event) -> Bool {
        for index in event.last + 1..<max(event.last + 1, pieces.count - 1) {
            if pieces[index].isSemicolon || pieces[index].isStop || pieces[index].word.isEvent {
                return false
            }
            if pieces[index].role == .planned, pieces[index + 1].role == .takesPlace {
                return pieces[event.last..<index].contains(where: \.isMention)
            }
        }
        return false
    }

    /// Whether the event was called off: "hủy cuộc gặp", "cuộc gặp … bị hoãn".
    func isCalledOff(_ event: Event, subject: MeetingParty?) -> Bool {
        let acting = subject.flatMap { $0.pieces.upperBound <= event.start ? $0 : nil }
        let lower = max(0, acting?.pieces.upperBound ?? event.start - 4)
        for index in lower..<max(lower, event.start) where pieces[index].role == .cancelled {
            return true
        }
        for index in event.last + 1..<max(event.last + 1, min(event.last + 9, pieces.count)) {
            if pieces[index].isComma || pieces[index].isStop || pieces[index].word.isEvent { break }
            if pieces[index].role == .cancelled { return true }
        }
        return false
    }

    /// Whether the occasion lies ahead, behind, or is only told.
    func tense(of event: Event, subject: MeetingParty?, end: Int) -> Tense {
        var index = event.start - 1
        let lower =
            subject.map { $0.pieces.upperBound <= event.start ? $0.pieces.upperBound : 0 } ?? 0
        while index >= lower, !event.isAdjunct || lower > 0 {
            let piece = pieces[index]
            if piece.role == .planned || isAhead(piece) { return .planned }
            // "A đã nhận lời mời thăm Lào"
            if piece.role == .accepts, event.word.kind == .visit { return .planned }
            if piece.role == .done { return .done }
            let isTopic = piece.role == .about && isAbout(piece)
            if piece.isSemicolon && lower == 0 || piece.role == .clause || isTopic { break }
            index -= 1
        }
        index = event.last + 1
        while index < min(end + 4, pieces.count) {
            let piece = pieces[index]
            if piece.role == .planned, foretells(at: index) { return .planned }
            if isAhead(piece) { return .planned }
            if piece.role == .done { return .done }
            if piece.isComma && index >= end || piece.isSemicolon || piece.isStop
                || piece.role == .margin
            {
                break
            }
            index += 1
        }
        if isScheduled(event) { return .planned }
        if let subject, subject.pieces.upperBound <= event.start,
            let plan = pieces[..<subject.pieces.lowerBound].lastIndex(where: {
                $0.role == .planned
            }),
            !pieces[plan..<subject.pieces.lowerBound].contains(where: { $0.isQuote || $0.isSpeech })
        {
            // "Theo chương trình dự kiến, A …"
            return .planned
        }
        if event.isWithin, event.isNoun, let comma = pieces[end...].firstIndex(where: \.isComma),
            pieces[comma...].prefix(8).contains(where: { $0.isSpeech || $0.role == .hypothetical })
        {
            // "Tại cuộc hội đàm, hai bên nhất trí": what was said there is told of.
            return .done
        }
        return .told
    }

    /// Whether a date counts forward from the day of the report: "ngày mai", "tháng tới"; not "từ
    /// ngày 10 tới 12-6".
    private func isAhead(_ piece: MeetingPiece) -> Bool {
        guard piece.kind == .date else { return false }
        let tokens = document.annotated.tokens[piece.range]
        return tokens.contains { $0.key == Self.tomorrow }
            || tokens.suffix(2).contains { $0.key == Self.coming }
                && !(tokens.last?.isNumber ?? false)
    }

    private static let tomorrow = WordKey("mai")
    private static let coming = WordKey("tới")

    /// Whether a word behind an event puts it ahead: "sẽ" only before a verb of taking place,
    /// since "chuyến thăm sẽ góp phần" says nothing of when.
    private func foretells(at index: Int) -> Bool {
        let first = pieces[index].range.lowerBound
        if index + 1 < pieces.count, pieces[index + 1].word.isEvent { return false }
        guard document.annotated.tokens[first].key == Self.will else { return true }
        return index + 1 < pieces.count && pieces[index + 1].role == .takesPlace
    }

    private static let will = WordKey("sẽ")

    /// What the words around an event say of its time.
    enum Tense {
        case planned
        case done
        case told
    }
}
