import BangGiaoModel

/// Finds whom "ông" and "bà" mean: the person of whom the sentence, or the one before, speaks first.
struct MeetingPronouns {
    private let document: ResolvedDocument
    /// For each person the word of respect used, where it tells man from woman.
    private var address: [Int: WordKey] = [:]
    /// For each story the mention of whom the last sentence spoke.
    private var topic: [Int: Int] = [:]
    /// For each story the mention of who leads a delegation.
    private var leader: [Int: Int] = [:]

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
            } else if pieces[index].role == .pronoun, isOfBody(pieces[index].range) {
                if let found = body(before: index, in: pieces) {
                    stand(found, at: index, in: &pieces)
                }
            } else if pieces[index].role == .pronoun, !opensName(after: pieces[index].range) {
                let key = document.annotated.tokens[pieces[index].range.lowerBound].key
                let isLast =
                    isPointing(after: pieces[index].range) || ownsVisit(index, in: pieces)
                let last =
                    key == Self.first ? speaker(behind: index, in: pieces) : isLast ? recent : nil
                guard
                    let found = [last, local, topic[story]].compactMap({ $0 }).first(where: {
                        fits($0, key)
                    })
                else { continue }
                stand(found, at: index, in: &pieces)
            } else if pieces[index].role == .delegation {
                if let found = leads(index, in: pieces) {
                    leader[story] = found
                } else if isAlone(index, in: pieces), let found = leader[story] {
                    stand(found, at: index, in: &pieces)
                }
            }
        }
        if let local { topic[story] = local }
    }

    private func stand(_ mention: Int, at index: Int, in pieces: inout [MeetingPiece]) {
        pieces[index].kind = .mention
        pieces[index].index = mention
        pieces[index].word = .nothing
    }

    private static let first = WordKey("tôi")

    /// Who speaks of himself: of "“Tôi đã gặp B”, ông A nói" A.
    private func speaker(behind index: Int, in pieces: [MeetingPiece]) -> Int? {
        guard let quote = pieces[index...].firstIndex(where: \.isQuote),
            let person = pieces[quote...].prefix(4).first(where: \.isMention)
        else { return nil }
        return isPerson(person.index) ? person.index : nil
    }

    // MARK: Bodies

    /// Whether a body is meant: "cơ quan này", "bộ này".
    private func isOfBody(_ range: Range<Int>) -> Bool {
        let key = document.annotated.tokens[range.lowerBound].key
        return key == Self.ministry || key == Self.office
    }

    private static let ministry = WordKey("bộ")
    private static let office = WordKey("cơ")

    /// The body that the sentence names last before a piece, be it in an office: "phát ngôn viên Bộ A".
    private func body(before index: Int, in pieces: [MeetingPiece]) -> Int? {
        let mentions = document.annotated.mentions
        for piece in pieces[..<index].reversed() where piece.isMention {
            let mention = mentions[piece.index]
            if mention.kind == .agency, mention.entity >= 0, mention.agencyKind != .press {
                return piece.index
            }
            let office = mention.offices.lazy.compactMap(\.agency).first
            if let office, mentions[office].entity >= 0 { return office }
        }
        return nil
    }

    // MARK: Delegations

    /// Who leads the delegation at a piece: "A dẫn đầu đoàn", "A cùng đoàn".
    private func leads(_ index: Int, in pieces: [MeetingPiece]) -> Int? {
        guard index > 1, pieces[index - 1].role == .leads || pieces[index - 1].role == .together
        else { return nil }
        return pieces[..<(index - 1)].last { $0.isMention && isPerson($0.index) }?.index
    }

    /// Whether "đoàn" stands for a delegation told of before: it acts, and nothing says whose it is.
    private func isAlone(_ index: Int, in pieces: [MeetingPiece]) -> Bool {
        guard index + 1 < pieces.count else { return false }
        let opens = index == 0 || pieces[index - 1].isComma || pieces[index - 1].kind == .date
        switch pieces[index + 1].role {
        case .done, .auxiliary, .planned, .light: return opens
        default: return opens && pieces[index + 1].word.isEvent
        }
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

    /// "hội kiến với A, nhân chuyến thăm của ông": who travels is sooner the one named last.
    private func ownsVisit(_ index: Int, in pieces: [MeetingPiece]) -> Bool {
        guard index > 1, pieces[index - 1].role == .of else { return false }
        return pieces[max(0, index - 3)..<index].contains { $0.word.kind == .visit }
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
