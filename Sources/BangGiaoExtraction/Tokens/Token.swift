import BangGiaoModel

/// The identity of a word regardless of case and tone placement: a 64-bit hash of its folded form.
///
/// "Hoà", "hòa" and "HÒA" have one key. A hash instead of an interned number needs no table shared by
/// threads; two of a million different words meet with a probability below one in ten million.
struct WordKey: Hashable, Sendable {
    let hash: UInt64

    init(hash: UInt64) { self.hash = hash }

    /// Makes the key of a single word.
    init(_ word: String) {
        var hasher = FoldingHasher()
        for scalar in word.unicodeScalars { hasher.add(scalar.value) }
        hash = hasher.finish()
    }

    static let none = WordKey(hash: 0)
}

/// One word, number or mark of the text.
struct Token: Sendable {
    /// What a token is made of.
    enum Kind: UInt8, Sendable {
        case word
        case number
        case mark
    }

    /// What stands between the token before and this one.
    enum Gap: UInt8, Sendable, Comparable {
        case none
        case space
        case line
        case paragraph

        static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
    }

    /// UTF-8 offsets into the document's text.
    var start: Int32
    var end: Int32
    var key: WordKey
    var kind: Kind
    var gap: Gap
    /// Whether the first letter is a capital.
    var isCapital: Bool
    /// Whether there are two letters or more and all are capitals.
    var isAllCapitals: Bool
    /// Whether there is a letter that Vietnamese spells with a mark.
    var isAccented: Bool
    /// The value of a number of up to nine digits; the code point of a mark; otherwise 0.
    var value: Int32

    var span: TextSpan { TextSpan(Int(start), Int(end)) }
    var byteCount: Int { Int(end - start) }
    var isWord: Bool { kind == .word }
    var isNumber: Bool { kind == .number }

    func isMark(_ mark: Unicode.Scalar) -> Bool {
        kind == .mark && value == Int32(bitPattern: mark.value)
    }
}
