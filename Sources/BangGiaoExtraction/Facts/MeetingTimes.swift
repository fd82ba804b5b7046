import BangGiaoModel

/// Finds when and where an occasion of a sentence took place.
struct MeetingTimes {
    let document: ResolvedDocument

    struct When {
        var date: PartialDate?
        var numbers: [Int32] = []
        /// The months as written.
        var months: Set<Int32> = []
        var isInterval = false
    }

    /// The date of an event in its sentence: its own, or the one that opens the sentence.
    func when(
        of candidate: MeetingCandidate, in sentence: MeetingSentence
    ) -> When {
        let pieces = sentence.pieces
        if let anchor = candidate.anchor {
            let date = pieces[anchor...].firstIndex { $0.kind == .date }
            return date.map { when(pieces[$0].index) } ?? When()
        }
        let trigger = candidate.trigger
        let isVisit = candidate.form == .visit
        var isCrossed = false
        // Behind the trigger, up to the next event.
        var index = trigger + 1
        var comma = false
        while index < pieces.count {
            let piece = pieces[index]
            if piece.kind == .date, !isSince(index, in: pieces) {
                let found = when(at: index, in: pieces)
                let isYear = found.date.map { $0.end == nil && $0.start.month == nil } ?? false
                let isTold =
                    candidate.kind == .consultation
                    && pieces[trigger..<index].contains { $0.role == .takesPlace }
                if isYear, index > trigger + 4, !isTold { break }
                if !comma || isVisit && found.isInterval || isTold { return found }
            }
            if piece.word.isEvent, !(piece.role == .mutual && piece.word.isWeak),
                index > trigger + 2
            {
                break
            }
            if piece.isSemicolon || piece.isStop || piece.role == .clause { break }
            if piece.isComma { comma = true }
            index += 1
        }
        // Before it, in its own clause.
        index = trigger - 1
        while index >= 0 {
            let piece = pieces[index]
            if piece.kind == .date, !isCrossed, isAdverb(index, in: pieces) {
                return when(at: index, in: pieces)
            }
            if piece.word.isEvent { isCrossed = true }
            if piece.isSemicolon { return When() }
            if piece.kind == .date, isLeading(index, in: pieces), !isVisit {
                return when(at: index, in: pieces)
            }
            index -= 1
        }
        return When()
    }

    /// The month in which a circumstance lay whose sentence tells one day of what happened in it.
    func around(_ candidate: MeetingCandidate, in sentence: MeetingSentence) -> PartialDate? {
        let dates = sentence.pieces.filter { $0.kind == .date }
        guard candidate.isCircumstance, dates.count == 1, let piece = dates.first else {
            return nil
        }
        return document.annotated.dates[piece.index].date.map(month)
    }

    /// The year behind a body in the name of a conference at which an event was: "tại APEC 2017".
    func year(of candidate: MeetingCandidate, in sentence: MeetingSentence) -> Int? {
        let pieces = sentence.pieces
        for index in pieces.indices.dropLast()
        where index >= candidate.trigger && pieces[index].isMention
            && pieces[index + 1].kind == .other
        {
            let mention = document.annotated.mentions[pieces[index].index]
            let first = document.annotated.tokens[pieces[index + 1].range.lowerBound]
            guard mention.isInternational, mention.agencyKind == .international, first.isNumber,
                Self.years.contains(Int(first.value))
            else { continue }
            return Int(first.value)
        }
        return nil
    }

    private static let years = 1990...2099

    /// Whether something is told to have come about right after an occasion: "diễn ra ngay sau".
    func isJustBefore(_ candidate: MeetingCandidate, in sentence: MeetingSentence) -> Bool {
        let pieces = sentence.pieces
        return pieces[..<candidate.trigger].indices.dropFirst().contains { index in
            pieces[index].role == .adjunct && pieces[index - 1].role == .takesPlace
                && pieces[index].range.count == 2
                && document.annotated.tokens[pieces[index].range.lowerBound].key == Self.right
        }
    }

    private static let right = WordKey("ngay")

    /// Whether a date before a verb says when it was, not which body or year is meant.
    private func isAdverb(_ index: Int, in pieces: [MeetingPiece]) -> Bool {
        if index == 0 || isLeading(index, in: pieces) { return true }
        let before = pieces[index - 1]
        guard before.isMention || before.kind == .other, index + 1 < pieces.count else {
            return true
        }
        return !pieces[index + 1].isComma
    }

    /// Whether a date opens its sentence.
    private func isLeading(_ index: Int, in pieces: [MeetingPiece]) -> Bool {
        pieces[..<index].allSatisfy {
            !$0.isMention && !$0.word.isPredicate && !$0.word.isEvent
        }
    }

    /// Whether a date says since when nothing of the kind was: "lần đầu tiên kể từ tháng 3".
    private func isSince(_ index: Int, in pieces: [MeetingPiece]) -> Bool {
        index > 0 && pieces[index - 1].role == .adjunct
            && document.annotated.tokens[pieces[index - 1].range.lowerBound].key == Self.since
    }

    private static let since = WordKey("kể")

    /// The date of a piece; of "hôm nay (22-1)" the day in brackets.
    private func when(at index: Int, in pieces: [MeetingPiece]) -> When {
        let found = when(pieces[index].index)
        guard found.date == nil, index + 2 < pieces.count, pieces[index + 1].isOpening,
            pieces[index + 2].kind == .date
        else { return found }
        return when(pieces[index + 2].index)
    }

    private func when(_ index: Int) -> When {
        let mention = document.annotated.dates[index]
        var result = When(date: mention.date)
        for token in document.annotated.tokens[mention.range] where token.isNumber {
            result.numbers.append(token.value)
        }
        result.months = months(result.numbers, mention.range)
        result.isInterval = mention.date?.end != nil || result.numbers.count == 3
        return result
    }

    /// The months among the numbers of a date: "9" in "tháng 9", "12" in "6/12 đến 8/12".
    private func months(_ numbers: [Int32], _ range: Range<Int>) -> Set<Int32> {
        if numbers.count == 1 {
            let isMonth = document.annotated.tokens[range].contains { $0.key == Self.month }
            return isMonth ? Set(numbers) : []
        }
        if numbers.count == 3 { return numbers[2] <= 12 ? [numbers[2]] : [numbers[1]] }
        return Set(numbers.indices.filter { $0 % 2 == 1 }.map { numbers[$0] })
    }

    private static let month = WordKey("tháng")

    /// Which of a series an event is: 9 for "đối thoại lần thứ 9"; 0 where the text doesn't say.
    func ordinal(of candidate: MeetingCandidate, in sentence: MeetingSentence) -> Int32 {
        let tokens = document.annotated.tokens
        let start = sentence.pieces[candidate.trigger].range.upperBound
        var index = start
        while index + 1 < min(start + 16, sentence.tokens.upperBound) {
            // "Đối thoại chính trị, an ninh và quốc phòng lần thứ 9"
            let isList = candidate.kind == .consultation && tokens[index].isMark(",")
            if tokens[index].isMark(",") && !isList || tokens[index].isMark(";") { return 0 }
            if tokens[index].key == Self.time {
                let next = tokens[index + 1].key == Self.ordinal ? index + 2 : index + 1
                guard next < tokens.count else { return 0 }
                if tokens[next].isNumber { return tokens[next].value }
                return Int32((Self.numerals.firstIndex(of: tokens[next].key) ?? -1) + 1)
            }
            index += 1
        }
        return 0
    }

    private static let time = WordKey("lần")
    private static let ordinal = WordKey("thứ")
    private static let numerals = [
        "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
    ].map { WordKey($0) }

    /// Where: "tại Hà Nội", "ở trụ sở Bộ Ngoại giao".
    func place(of candidate: MeetingCandidate, in sentence: MeetingSentence) -> Range<Int>? {
        let pieces = sentence.pieces
        var best: (distance: Int, range: Range<Int>)?
        for index in pieces.indices where pieces[index].role == .at {
            guard let range = phrase(after: index, in: pieces),
                !isOfOther(index, than: candidate.trigger, in: pieces)
            else { continue }
            let distance = abs(index - candidate.trigger) + (index < candidate.trigger ? 2 : 0)
            if best.map({ distance < $0.distance }) ?? true { best = (distance, range) }
        }
        return best?.range
    }

    /// Whether a phrase of place belongs to what the occasion was about, or to another clause:
    /// "hội đàm về tình hình tại Syria".
    private func isOfOther(_ index: Int, than trigger: Int, in pieces: [MeetingPiece]) -> Bool {
        let between = pieces[min(index, trigger) + 1..<max(index, trigger)]
        guard index > trigger else { return between.contains { $0.isSpeech } }
        return between.contains { piece in
            piece.isSpeech || piece.role == .clause || piece.role == .about || piece.isColon
                || document.annotated.tokens[piece.range.lowerBound].key == Self.about
        }
    }

    private static let about = WordKey("về")

    private func phrase(after index: Int, in pieces: [MeetingPiece]) -> Range<Int>? {
        var end = index + 1
        var count = 0
        while end < pieces.count, count < 8 {
            let piece = pieces[end]
            guard piece.kind == .other || piece.isMention else { break }
            count += piece.range.count
            end += 1
            if piece.isMention { break }
        }
        guard end > index + 1, count <= 12 else { return nil }
        let tokens = pieces[index + 1].range.lowerBound..<pieces[end - 1].range.upperBound
        let first = document.annotated.tokens[tokens.lowerBound]
        // A place begins with a capital or with a word such as "thành phố", "trụ sở".
        if pieces[index + 1].isMention {
            let kind = document.annotated.mentions[pieces[index + 1].index].kind
            return kind == .country ? tokens : nil
        }
        let hasPlace = tokens.contains {
            document.annotated.lattice.longest(.place, at: $0) != nil
        }
        return hasPlace || first.isCapital ? tokens : nil
    }

    /// The month of a day, or of days of one month: a visit known only by one day inside it.
    func month(of date: PartialDate) -> PartialDate {
        guard let month = date.start.month, date.start.day != nil else { return date }
        if let end = date.end, end.year != date.start.year || end.month != month { return date }
        return PartialDate(year: date.start.year, month: month) ?? date
    }
}
