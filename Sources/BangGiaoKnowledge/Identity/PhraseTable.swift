import BangGiaoModel

/// Phrases by their words, for the longest one at the beginning or the end of a text.
struct PhraseTable<Value: Sendable>: Sendable {
    private var values: [[String]: Value] = [:]
    private var longest = 0

    /// The words of a text as keys: case, tone placement and punctuation don't matter.
    static func words(_ text: String) -> [String] {
        TextFolding.key(text).split { !$0.isLetter && !$0.isNumber && $0 != "&" && $0 != "." }
            .map { String($0.hasSuffix(".") ? $0.dropLast() : $0) }
    }

    /// Adds a phrase; the first one of its words counts.
    mutating func add(_ phrase: String, _ value: Value) { add(Self.words(phrase), value) }

    /// Adds a phrase by its words; the first one counts.
    mutating func add(_ words: [String], _ value: Value) {
        if words.isEmpty || values[words] != nil { return }
        values[words] = value
        longest = max(longest, words.count)
    }

    /// The value of a whole phrase.
    subscript(words: [String]) -> Value? { values[words] }

    /// Returns the longest phrase that words begin with.
    func prefix(of words: [String]) -> (count: Int, value: Value)? {
        for count in stride(from: min(longest, words.count), to: 0, by: -1) {
            if let value = values[Array(words.prefix(count))] { return (count, value) }
        }
        return nil
    }

    /// Returns the longest phrase that words end with.
    func suffix(of words: [String]) -> (count: Int, value: Value)? {
        for count in stride(from: min(longest, words.count), to: 0, by: -1) {
            if let value = values[Array(words.suffix(count))] { return (count, value) }
        }
        return nil
    }
}
