import BangGiaoModel

/// What a sentence adds to an occasion told before.
struct MeetingAside {
    enum Form {
        /// "Đoàn X do N làm trưởng đoàn", "đại diện phía X là N".
        case delegation
        /// "Cùng dự có A, B".
        case present
        /// "Tháp tùng A có B, C".
        case accompany
    }

    var form: Form
    /// The body or state whose side it is.
    var side: Int?
    var mentions: [Int]
    var sentence: Int
}

extension MeetingFrames {
    /// Reads who led a delegation, who spoke for a side, who else was there.
    func asides() -> [MeetingAside] {
        var result: [MeetingAside] = []
        for index in pieces.indices {
            if pieces[index].isMention, isHead(index) {
                result.append(
                    MeetingAside(
                        form: .delegation, side: nil, mentions: [pieces[index].index],
                        sentence: number))
            }
            switch pieces[index].role {
            case .by:
                guard index > 0, pieces[index - 1].isMention,
                    let (leaders, _) = reader.leaders(at: index, limit: pieces.count)
                else { continue }
                result.append(
                    MeetingAside(
                        form: .delegation, side: entity(index - 1),
                        mentions: leaders,
                        sentence: number))
            case .onSide:
                if let aside = spokesmen(at: index) { result.append(aside) }
            case .present, .accompany, .attend:
                if let aside = present(at: index) { result.append(aside) }
            default: break
            }
        }
        return result
    }

    /// Whether a person is called the head of a delegation: "Ông A, Vụ trưởng …, Trưởng đoàn".
    private func isHead(_ index: Int) -> Bool {
        let mention = reader.mention(index)
        guard mention.kind == .person else { return false }
        let tokens = document.annotated.tokens
        let end = min(mention.range.upperBound + 3, sentence.tokens.upperBound)
        for token in mention.range.lowerBound..<max(mention.range.lowerBound, end - 1)
        where tokens[token].key == Self.head && tokens[token + 1].key == Self.delegation {
            return true
        }
        return false
    }

    private static let head = WordKey("trưởng")
    private static let delegation = WordKey("đoàn")

    /// The entity of a piece's mention; nil where none could be told.
    private func entity(_ piece: Int) -> Int? {
        let entity = reader.mention(piece).entity
        return entity >= 0 ? entity : nil
    }

    /// Reads "phía Việt Nam có A, B", "đại diện cho phía Nhật Bản là C".
    private func spokesmen(at index: Int) -> MeetingAside? {
        var next = index + 1
        var side: Int?
        while next < pieces.count, next < index + 8 {
            let piece = pieces[next]
            if piece.isMention, reader.mention(next).kind != .person, side == nil {
                side = entity(next)
            } else if piece.isLight {
                let found = listed(after: next)
                return found.isEmpty
                    ? nil
                    : MeetingAside(form: .delegation, side: side, mentions: found, sentence: number)
            } else if piece.isStop || piece.isSemicolon {
                return nil
            }
            next += 1
        }
        return nil
    }

    /// Reads "Cùng dự có …", "Tháp tùng A còn có …", "Tham dự buổi lễ có …".
    private func present(at index: Int) -> MeetingAside? {
        guard pieces[..<index].allSatisfy({ !$0.isMention || $0.range.isEmpty }) else { return nil }
        var next = index + 1
        if index > 0, pieces[index - 1].role == .negated { return nil }
        while next < pieces.count, next < index + 20 {
            let piece = pieces[next]
            if piece.isLight || piece.role == .of && next == index + 1 {
                let found = listed(after: next, isAll: true)
                guard !found.isEmpty else { return nil }
                let form: MeetingAside.Form =
                    pieces[index].role == .accompany ? .accompany : .present
                return MeetingAside(form: form, side: nil, mentions: found, sentence: number)
            }
            if piece.isStop || piece.isSpeech || piece.role == .clause { return nil }
            if piece.isMention, pieces[index].role != .accompany { return nil }
            next += 1
        }
        return nil
    }

    /// The persons listed behind a piece; with agencies where everybody is asked for.
    private func listed(after start: Int, isAll: Bool = false) -> [Int] {
        var result: [Int] = []
        for index in start + 1..<max(start + 1, pieces.count) {
            let piece = pieces[index]
            if piece.role == .clause || piece.isStop && index + 1 < pieces.count { break }
            guard piece.isMention else { continue }
            let mention = reader.mention(index)
            // "24 Đại sứ", "các Thứ trưởng": nobody by name.
            if mention.kind == .office, isCounted(index) { continue }
            let counts =
                mention.kind == .person || mention.kind == .office
                || isAll && mention.kind == .agency
            if counts { result.append(piece.index) }
        }
        return result
    }

    private func isCounted(_ index: Int) -> Bool {
        let before = pieces[index - 1]
        if before.role == .plural || before.role == .each { return true }
        return before.kind == .other
            && document.annotated.tokens[before.range.upperBound - 1].isNumber
    }
}
