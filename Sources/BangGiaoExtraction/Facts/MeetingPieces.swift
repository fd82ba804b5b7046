import BangGiaoModel

/// A part of a sentence as the frames of meetings see it.
struct MeetingPiece {
    enum Kind: UInt8 {
        case mention
        case word
        case date
        case mark
        case other
    }

    var kind: Kind
    var range: Range<Int>
    var word = MeetingWord.nothing
    /// An index into the document's mentions, or into its dates.
    var index = -1
    /// The code point of a mark.
    var mark: Int32 = 0
    /// Whether "hai" stands before the mention, or it names an office of two states.
    var isDual = false

    var role: MeetingWord.Role { word.role }
    var isAdjunct: Bool {
        role == .adjunct || role == .margin || role == .within || role == .outcome
    }
    /// Whether the piece is a verb that only carries an occasion: "có", "tổ chức".
    var isLight: Bool { role == .light || role == .holds }
    /// Whether the piece reports what somebody said or felt.
    var isSpeech: Bool { role == .speech || role == .evaluates }
    var isWith: Bool { role == .with || role == .together }
    var isMention: Bool { kind == .mention }
    var isComma: Bool { mark == 0x2C }
    var isSemicolon: Bool { mark == 0x3B }
    var isColon: Bool { mark == 0x3A }
    var isOpening: Bool { mark == 0x28 || mark == 0x5B }
    var isClosing: Bool { mark == 0x29 || mark == 0x5D }
    var isDash: Bool { mark == 0x2D || mark == 0x2013 || mark == 0x2014 }
    var isQuote: Bool {
        mark == 0x22 || mark == 0x201C || mark == 0x201D || mark == 0x27 || mark == 0x2018
            || mark == 0x2019
    }
    var isStop: Bool { mark == 0x2E || mark == 0x21 || mark == 0x3F || mark == 0x2026 }
}

/// A sentence cut into pieces.
struct MeetingSentence {
    /// The first sentence of the document that it holds; a line broken after a comma adds the next.
    var number: Int
    var tokens: Range<Int>
    var zone: Zone.Kind
    var story: Int?
    var pieces: [MeetingPiece]

    var section: Section { zone == .related ? .related : .body }
}

/// Cuts the sentences of a document into pieces.
struct MeetingCutter {
    let grammar: MeetingGrammar
    let document: ResolvedDocument
    /// The mentions that are no part of others, in the order of the text.
    private let tops: [Int]
    private let leaders: MeetingLeaders

    init(grammar: MeetingGrammar, document: ResolvedDocument, leaders: MeetingLeaders) {
        self.grammar = grammar
        self.document = document
        self.leaders = leaders
        tops = Self.topMentions(document.annotated)
    }

    /// Returns the sentences of prose, in the order of the text.
    func sentences() -> [MeetingSentence] {
        let annotated = document.annotated
        var result: [MeetingSentence] = []
        var mention = 0
        var date = 0
        var number = 0
        var pronouns = MeetingPronouns(document: document)
        while number < annotated.sentences.count {
            let sentence = annotated.sentences[number]
            var tokens = sentence.tokens
            let first = number
            number += 1
            guard sentence.isProse, !tokens.isEmpty else { continue }
            // A line that breaks off after a comma goes on in the next.
            if annotated.tokens[tokens.upperBound - 1].isMark(","),
                number < annotated.sentences.count,
                annotated.sentences[number].zone == sentence.zone,
                annotated.sentences[number].story == sentence.story
            {
                tokens = tokens.lowerBound..<annotated.sentences[number].tokens.upperBound
                number += 1
            }
            var pieces = cut(tokens, mention: &mention, date: &date)
            pronouns.resolve(&pieces, story: sentence.story ?? -1)
            leaders.resolve(&pieces)
            result.append(
                MeetingSentence(
                    number: first, tokens: tokens, zone: sentence.zone, story: sentence.story,
                    pieces: pieces))
        }
        return result
    }

    private func cut(_ tokens: Range<Int>, mention: inout Int, date: inout Int) -> [MeetingPiece] {
        let annotated = document.annotated
        let mentions = annotated.mentions
        var pieces: [MeetingPiece] = []
        var token = tokens.lowerBound
        while mention < tops.count, mentions[tops[mention]].range.lowerBound < token {
            mention += 1
        }
        while date < annotated.dates.count, annotated.dates[date].range.lowerBound < token {
            date += 1
        }
        while token < tokens.upperBound {
            while date < annotated.dates.count, annotated.dates[date].range.lowerBound < token {
                date += 1
            }
            if mention < tops.count, mentions[tops[mention]].range.lowerBound == token {
                let range = mentions[tops[mention]].range
                while mention < tops.count,
                    mentions[tops[mention]].range.lowerBound < range.upperBound
                {
                    var piece = MeetingPiece(
                        kind: .mention, range: mentions[tops[mention]].range, index: tops[mention])
                    if pieces.last?.role == .two, !isOrdinal(pieces.last) {
                        pieces.removeLast()
                        piece.isDual = true
                    } else if isSpouse(range), let before = pieces.last?.role,
                        before == .and || before == .together
                    {
                        piece = MeetingPiece(
                            kind: .word, range: range, word: MeetingWord(role: .spouse))
                    }
                    pieces.append(piece)
                    mention += 1
                }
                token = max(range.upperBound, token + 1)
                continue
            }
            if date < annotated.dates.count, annotated.dates[date].range.lowerBound == token {
                let range = annotated.dates[date].range
                pieces.append(MeetingPiece(kind: .date, range: range, index: date))
                token = max(range.upperBound, token + 1)
                date += 1
                continue
            }
            let limit =
                mention < tops.count
                ? min(tokens.upperBound, mentions[tops[mention]].range.lowerBound)
                : tokens.upperBound
            if let (word, end) = grammar.word(at: token, in: annotated.lattice, limit: limit) {
                if word.role == .block || stands(alone: token..<end, word, in: tokens)
                    || word.sort == .summons && !summons(token..<end)
                    || word.sort == .press && !isJoined(end, limit: limit)
                {
                    addOther(token..<end, to: &pieces)
                } else {
                    pieces.append(MeetingPiece(kind: .word, range: token..<end, word: word))
                }
                token = end
                continue
            }
            let isInner = annotated.tokens[token].isMark(".") && token + 1 < tokens.upperBound
            if annotated.tokens[token].kind == .mark, !isInner {
                pieces.append(
                    MeetingPiece(
                        kind: .mark, range: token..<token + 1, mark: annotated.tokens[token].value))
            } else {
                addOther(token..<token + 1, to: &pieces)
            }
            token += 1
        }
        return pieces
    }

    /// Whether a modal has nothing behind it: "A (phải) tiếp B" tells who stands on the right.
    private func stands(alone range: Range<Int>, _ word: MeetingWord, in tokens: Range<Int>) -> Bool
    {
        guard word.role == .hypothetical, range.lowerBound > tokens.lowerBound,
            range.upperBound < tokens.upperBound
        else { return false }
        let before = document.annotated.tokens[range.lowerBound - 1]
        let after = document.annotated.tokens[range.upperBound]
        return before.isMark("(") && after.isMark(")")
            || (before.isMark(",") || before.isMark("("))
                && (after.isMark(",") || after.isMark(")"))
    }

    /// Whether an envoy is called: he stands behind, or before "được triệu tập".
    private func summons(_ range: Range<Int>) -> Bool {
        let behind = range.upperBound..<range.upperBound + 4
        let next = grammar.word(
            at: behind.lowerBound, in: document.annotated.lattice, limit: behind.upperBound)
        if next?.word.role == .leaders, next?.word.isOfficial == true { return true }
        return document.annotated.mentions.contains {
            let isBehind =
                $0.range.lowerBound >= range.upperBound
                && $0.range.lowerBound <= range.upperBound + 3
            let isBefore =
                $0.range.upperBound <= range.lowerBound
                && $0.range.upperBound >= range.lowerBound - 4
            return (isBehind || isBefore) && document.isEnvoy($0)
                || isBehind && $0.agencyKind == .embassy
        }
    }

    /// Whether "với" or "cùng" stands at a token: "họp báo với B", not "họp báo thường kỳ".
    private func isJoined(_ token: Int, limit: Int) -> Bool {
        let next = grammar.word(at: token, in: document.annotated.lattice, limit: limit)?.word.role
        return next == .with || next == .together
    }

    /// Whether "hai" only counts: "thứ hai", "lần hai".
    private func isOrdinal(_ piece: MeetingPiece?) -> Bool {
        guard let piece, piece.range.lowerBound > 0 else { return false }
        let before = document.annotated.tokens[piece.range.lowerBound - 1].key
        return before == Self.rank || before == Self.time
    }

    private static let rank = WordKey("thứ")
    private static let time = WordKey("lần")

    /// Whether a person is named as somebody's wife or husband, who goes along without office.
    private func isSpouse(_ range: Range<Int>) -> Bool {
        let limit = range.upperBound
        return grammar.word(at: range.lowerBound, in: document.annotated.lattice, limit: limit)?
            .word.role == .spouse
    }

    private func addOther(_ range: Range<Int>, to pieces: inout [MeetingPiece]) {
        if let last = pieces.last, last.kind == .other {
            pieces[pieces.count - 1].range = last.range.lowerBound..<range.upperBound
        } else {
            pieces.append(MeetingPiece(kind: .other, range: range))
        }
    }

    /// The mentions outside all others; two of one kind at one place are the bodies of two states.
    private static func topMentions(_ annotated: AnnotatedDocument) -> [Int] {
        let mentions = annotated.mentions
        var result: [Int] = []
        let order = mentions.indices.filter { isParty(mentions[$0], in: annotated) }.sorted {
            (mentions[$0].range.lowerBound, -mentions[$0].range.upperBound, $0)
                < (mentions[$1].range.lowerBound, -mentions[$1].range.upperBound, $1)
        }
        var outer: Int?
        for index in order {
            let mention = mentions[index]
            if let top = outer {
                let range = mentions[top].range
                if mention.range.lowerBound < range.upperBound {
                    if mention.range == range, mention.kind == mentions[top].kind,
                        !mention.isImplied
                    {
                        result.append(index)
                    }
                    continue
                }
            }
            outer = index
            result.append(index)
        }
        return result
    }

    /// Whether a mention can stand for somebody; a bare "đại diện" is a common noun.
    private static func isParty(_ mention: Mention, in annotated: AnnotatedDocument) -> Bool {
        guard mention.entity < 0, !mention.isDual else { return true }
        guard mention.kind == .office else { return mention.kind != .person }
        let isOwned = mention.offices.contains {
            switch $0.holding {
            case .state, .ministry, .envoy: true
            case .agency, .implied: $0.agency != nil
            case .role: false
            }
        }
        if isOwned { return true }
        let before = mention.range.lowerBound - 1
        return before >= 0 && annotated.tokens[before].key == WordKey("hai")
    }
}
