/// Splits tokens into sentences: at line breaks, and at full stops that end something.
///
/// A stop does not end a sentence inside a number or an address, after an initial ("J. Biden") or
/// after an abbreviation of the lexicon ("TP.", "PGS."), nor where a lower-case word follows.
struct SentenceSplitter: Sendable {
    /// Nobody writes longer sentences; the bound keeps all work on a sentence linear in the text.
    static let maximumTokens = 512

    private let abbreviations: Set<WordKey>

    init(abbreviations: Set<WordKey>) { self.abbreviations = abbreviations }

    /// Returns the ranges of tokens that form sentences; together they hold every token.
    func sentences(of tokens: [Token]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for index in tokens.indices {
            if index > start, tokens[index].gap >= .line || index - start == Self.maximumTokens {
                result.append(start..<index)
                start = index
            }
            if endsSentence(index, in: tokens) {
                var end = index + 1
                while end < tokens.count, tokens[end].gap == .none, isClosing(tokens[end]) {
                    end += 1
                }
                if end > start, end > index {
                    result.append(start..<end)
                    start = end
                }
            }
        }
        if start < tokens.count { result.append(start..<tokens.count) }
        return result.filter { !$0.isEmpty }
    }

    private func endsSentence(_ index: Int, in tokens: [Token]) -> Bool {
        let token = tokens[index]
        guard token.kind == .mark else { return false }
        if token.isMark("!") || token.isMark("?") || token.isMark("\u{2026}") {
            return nextOpens(index, in: tokens)
        }
        guard token.isMark("."), index > 0 else { return false }
        let previous = tokens[index - 1]
        guard nextOpens(index, in: tokens) else { return false }
        if token.gap == .none, previous.isWord {
            if previous.byteCount == 1, previous.isCapital { return false }
            if abbreviations.contains(previous.key) { return false }
        }
        return true
    }

    /// Whether what follows the mark can open a sentence.
    private func nextOpens(_ index: Int, in tokens: [Token]) -> Bool {
        var next = index + 1
        while next < tokens.count, isClosing(tokens[next]), tokens[next].gap == .none { next += 1 }
        guard next < tokens.count else { return true }
        let token = tokens[next]
        if token.gap == .none { return false }
        if token.gap >= .line { return true }
        return token.isCapital || token.isNumber || token.kind == .mark
    }

    private func isClosing(_ token: Token) -> Bool {
        token.isMark("\"") || token.isMark("\u{201D}") || token.isMark(")") || token.isMark("]")
            || token.isMark("\u{2019}") || token.isMark("'") || token.isMark("/")
            || token.isMark(".")
    }
}
