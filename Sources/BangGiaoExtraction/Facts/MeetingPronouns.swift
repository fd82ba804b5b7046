import BangGiaoModel

/// Finds whom "ông" and "bà" mean: the person of whom the sentence, or the one before, speaks first.
struct MeetingPronouns {
    private let document: ResolvedDocument
    /// For each person the word of respect used, where it tells man from woman.
    private var address: [Int: WordKey] = [:]
    /// For each story the mention of whom the last sentence spoke.
    private var topic: [Int: Int] = [:]

    init(document: ResolvedDocument) {
        self.document = document
        let tokens = document.annotated.tokens
        let mentions = document.annotated.mentions
        for index in mentions.indices
        where mentions[index].kind == .person && mentions[index].entity >= 0 {
            let start = mentions[index].range.lowerBound
            for token in start..<max(start, mentions[index].core.lowerBound) {
                let key = tokens[token].key
                if key == Self.mister || key == Self.madam {
                    address[mentions[index].entity] = key
                }
            }
        }
    }

    private static let mister = WordKey("ông")
    private static let madam = WordKey("bà")

    /// Puts the mention meant in the place of each pronoun of a sentence.
    mutating func resolve(_ pieces: inout [MeetingPiece], story: Int) {
        var local: Int?
        var recent: Int?
        for index in pieces.indices {
            if pieces[index].isMention {
                if isPerson(pieces[index].index) { recent = pieces[index].index }
                if local == nil, isPerson(pieces[index].index),
                    index == 0 || !pieces[index - 1].word.isOblique
                {
                    local = pieces[index].index
                }
            } else if pieces[index].role == .pronoun, !opensName(after: pieces[index].range) {
                let key = document.annotated.tokens[pieces[index].range.lowerBound].key
                let last = isPointing(after: pieces[index].range) ? recent : nil
                guard
                    let found = [last, local, topic[story]].compactMap({ $0 }).first(where: {
                        fits($0, key)
                    })
                else { continue }
                pieces[index].kind = .mention
                pieces[index].index = found
                pieces[index].word = .nothing
            }
        }
        if let local { topic[story] = local }
    }

    private func isPerson(_ mention: Int) -> Bool {
        let entity = document.annotated.mentions[mention].entity
        return entity >= 0 && document.entities[entity].kind == .person
    }

    private func fits(_ mention: Int, _ key: WordKey) -> Bool {
        guard key == Self.mister || key == Self.madam,
            let known = address[document.annotated.mentions[mention].entity]
        else { return true }
        return known == key
    }

    /// "ông này": the one named last.
    private func isPointing(after range: Range<Int>) -> Bool {
        let tokens = document.annotated.tokens
        return range.upperBound < tokens.count && tokens[range.upperBound].key == Self.this
    }

    private static let this = WordKey("này")

    /// Whether a name follows that no mention holds.
    private func opensName(after range: Range<Int>) -> Bool {
        let tokens = document.annotated.tokens
        return range.upperBound < tokens.count && tokens[range.upperBound].isCapital
            && tokens[range.upperBound].gap == .space
    }
}
