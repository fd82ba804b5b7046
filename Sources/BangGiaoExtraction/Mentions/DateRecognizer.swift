import BangGiaoModel

/// Finds the dates of a document and sets them against its day of publication.
///
/// Only passages that begin with a number or a word of dates are looked at. What is found but can't
/// be dated, because no year is known, is a mention without a date: it still says that the occasion
/// had a day of its own.
struct DateRecognizer: Sendable {
    /// For each cue of the lexicon what it does in a date.
    private let roles: [DateWord?]
    /// For each cue whether it announces, and how.
    private let announces: [Announcement?]

    private enum Announcement { case firm, possible }

    init(lexicon: Lexicon) {
        roles = lexicon.cues.map { $0.kind == .date ? DateWord(rawValue: $0.value) : nil }
        announces = zip(lexicon.cues, roles).map { cue, role in
            if cue.kind == .planned || role == .planned { return .firm }
            return role == .possible ? .possible : nil
        }
    }

    /// Returns the dates in the order of the text.
    ///
    /// - Parameter published: The day of publication; without it, years come from the text alone.
    /// - Complexity: O(tokens).
    func dates(
        tokens: [Token], lattice: Lattice, sentences: [Sentence], published: PartialDate?
    ) -> [DateMention] {
        let found = find(tokens: tokens, lattice: lattice, sentences: sentences)
        let own = found.filter { $0.zone != .related && $0.story == nil }
        let publication = published.map { DateReference(date: $0, isPublication: true) }
        let ownResolver = DateResolver(reference: publication ?? DateAnchors(own).reference())
        // Other articles may be of any year.
        let otherResolver = DateResolver(reference: publication)

        var named: [Int: NamedDay] = [:]
        var mentions: [DateMention] = []
        for date in found {
            let isOwn = date.zone != .related && date.story == nil
            let key = date.story ?? (isOwn ? -1 : -2)
            let resolver = isOwn ? ownResolver : otherResolver
            let known = named[key]
            let before = known?.day(before: date.sentence)
            let resolved = resolver.date(of: date.expression, named: before)
            let basis = basis(of: date.expression, isResolved: resolved != nil)
            if resolved == nil, basis == .stated { continue }
            mentions.append(
                DateMention(range: date.expression.range, date: resolved, basis: basis))
            if date.expression.isDay, date.zone != .caption,
                date.expression.direction != .future
            {
                named[key] = NamedDay(resolved, sentence: date.sentence, after: known)
            }
        }
        return mentions
    }

    private func basis(of expression: DateExpression, isResolved: Bool) -> DateMention.Basis {
        let years: [DatePoint.Year] =
            switch expression.value {
            case .point(let point): [point.year]
            case .span(let first, let last): [last.year == .missing ? first.year : last.year]
            default: []
            }
        if years.contains(where: { if case .stated = $0 { true } else { false } }) {
            return .stated
        }
        guard isResolved else { return .unresolved }
        if case .named = expression.value { return .same }
        return years.contains(.same) ? .same : .reference
    }

    private func find(tokens: [Token], lattice: Lattice, sentences: [Sentence]) -> [FoundDate] {
        let words = DateWords(lattice: lattice, roles: roles)
        var found: [FoundDate] = []
        for (number, sentence) in sentences.enumerated() where sentence.isProse {
            let grammar = DateGrammar(
                tokens: tokens, words: words, limit: sentence.tokens.upperBound)
            var announcements: [(index: Int, cue: Announcement)]?
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard let reading = grammar.reading(at: index) else {
                    index += 1
                    continue
                }
                for var expression in reading.expressions {
                    let cues = announcements ?? self.announcements(sentence.tokens, lattice)
                    announcements = cues
                    expression.direction = direction(of: expression, after: cues, tokens)
                    found.append(
                        FoundDate(
                            expression: expression, zone: sentence.zone, story: sentence.story,
                            sentence: number))
                }
                index = max(reading.end, index + 1)
            }
        }
        return found
    }

    /// The tokens of a sentence at which a word such as "sẽ" begins.
    private func announcements(
        _ range: Range<Int>, _ lattice: Lattice
    ) -> [(index: Int, cue: Announcement)] {
        range.flatMap { index in
            lattice[index].filter { $0.table == .cue }
                .compactMap { match in announces[Int(match.entry)].map { (index, $0) } }
        }
    }

    /// Whether a date is announced: firmly, where the word stands before it in the same clause.
    private func direction(
        of expression: DateExpression, after cues: [(index: Int, cue: Announcement)],
        _ tokens: [Token]
    ) -> DateExpression.Direction {
        guard expression.direction == .unknown, !cues.isEmpty else { return expression.direction }
        let start = expression.range.lowerBound
        guard let last = cues.last(where: { $0.index < start }), last.cue == .firm,
            start - last.index <= Self.reach,
            !tokens[last.index..<start].contains(where: {
                $0.kind == .mark && !DateGrammar.isDash($0)
            })
        else { return .announced }
        return .future
    }

    /// Tokens over which a word such as "sẽ" reaches within its clause.
    private static let reach = 14
}

/// The day that "cùng ngày" goes back to.
private struct NamedDay {
    /// The first day named in the latest sentence that names one.
    var frame: PartialDate?
    /// The latest day named in that sentence.
    var latest: PartialDate?
    var sentence: Int

    init(_ day: PartialDate?, sentence: Int, after known: NamedDay?) {
        frame = known?.sentence == sentence ? known?.frame : day
        latest = day
        self.sentence = sentence
    }

    /// The day meant in a sentence: its own latest, or what opened the sentence before.
    func day(before sentence: Int) -> PartialDate? {
        sentence == self.sentence ? latest : frame
    }
}
