import BangGiaoModel

/// Phrases by their words, for the longest one at the beginning or the end of a text.
struct PhraseTable<Value: Sendable>: Sendable {
    private var values: [PhraseKey: Value] = [:]
    private var longest = 0

    /// The words of a text as keys: case, tone placement and punctuation don't matter.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        let scalars = TextFolding.key(text).unicodeScalars
        var start: String.Index?
        func end(at place: String.Index) {
            guard let first = start else { return }
            let word = String(scalars[first..<place])
            words.append(word.utf8.last == UInt8(ascii: ".") ? String(word.dropLast()) : word)
            start = nil
        }
        for place in scalars.indices {
            if isPartOfWord(scalars[place], begins: start == nil) {
                start = start ?? place
            } else {
                end(at: place)
            }
        }
        end(at: scalars.endIndex)
        return words
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar, begins: Bool) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39, 0x26, 0x2E: true
        case ..<0x80: false
        // A mark belongs to what is before it.
        case 0x300..<0x370: !begins
        case ..<0xC0: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        default: TextFolding.isPartOfWord(scalar) || scalar.properties.numericType != nil
        }
    }

    /// Adds a phrase; the first one of its words counts.
    mutating func add(_ phrase: String, _ value: Value) { add(Self.words(phrase), value) }

    /// Adds a phrase by its words; the first one counts.
    mutating func add(_ words: [String], _ value: Value) {
        let key = PhraseKey(words[...])
        if words.isEmpty || values[key] != nil { return }
        values[key] = value
        longest = max(longest, words.count)
    }

    /// The value of a whole phrase.
    subscript(words: [String]) -> Value? { values[PhraseKey(words[...])] }

    /// Returns the longest phrase that words begin with.
    func prefix(of words: [String]) -> (count: Int, value: Value)? {
        for count in stride(from: min(longest, words.count), to: 0, by: -1) {
            if let value = values[PhraseKey(words.prefix(count))] { return (count, value) }
        }
        return nil
    }

    /// Returns the longest phrase that words end with.
    func suffix(of words: [String]) -> (count: Int, value: Value)? {
        for count in stride(from: min(longest, words.count), to: 0, by: -1) {
            if let value = values[PhraseKey(words.suffix(count))] { return (count, value) }
        }
        return nil
    }
}

/// Words by their bytes: keys are folded, so that words that are one have the same bytes, and a hash
/// need not fold them again.
struct PhraseKey: Hashable, Sendable {
    private let words: ArraySlice<String>

    init(_ words: ArraySlice<String>) { self.words = words }

    static func == (left: PhraseKey, right: PhraseKey) -> Bool {
        left.words.elementsEqual(right.words) { $0.utf8.elementsEqual($1.utf8) }
    }

    func hash(into hasher: inout Hasher) {
        for word in words {
            var word = word
            word.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            // No text has this byte.
            hasher.combine(UInt8(0xFF))
        }
    }
}
