import TestSupport
import Testing

@testable import BangGiaoExtraction

@Suite("The trie of phrases")
struct PhraseTrieTests {
    @Test("finds at each token what a search through all phrases finds", arguments: 0..<50)
    func equalsBruteForce(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let words = ["an", "ba", "cả", "dư", "ế"]
        func random(_ lengths: ClosedRange<Int>) -> [String] {
            (0..<Int.random(in: lengths, using: &generator)).map { _ in
                words.randomElement(using: &generator) ?? ""
            }
        }
        let phrases = (0..<40).map { _ in random(1...4) }
        let trie = PhraseTrie(
            phrases.enumerated().map { ($1.map { WordKey($0) }, $0) })
        let text = random(30...30)
        let tokens = Tokenizer().tokens(of: text.joined(separator: " "))
        for start in tokens.indices {
            var found: [Int] = []
            trie.forEachMatch(at: start, from: trie.root(of: tokens[start].key), in: tokens) {
                end, entry in
                #expect(Array(text[start..<end]) == phrases[Int(entry)])
                found.append(Int(entry))
            }
            let expected = phrases.indices.filter { text[start...].starts(with: phrases[$0]) }
                .sorted { (phrases[$0].count, $0) < (phrases[$1].count, $1) }
            #expect(found == expected)
        }
    }

    @Test("never leads over a line break")
    func lines() {
        let trie = PhraseTrie([([WordKey("hội"), WordKey("đàm")], 0)])
        for (text, count) in [("hội đàm", 1), ("hội\nđàm", 0)] {
            var matches = 0
            let tokens = Tokenizer().tokens(of: text)
            trie.forEachMatch(at: 0, from: trie.root(of: tokens[0].key), in: tokens) { _, _ in
                matches += 1
            }
            #expect(matches == count)
        }
    }

    @Test("kinds of cues are numbered in their order, and fit into a set")
    func cueNumbers() {
        #expect(CueKind.allCases.map(\.number) == Array(0..<CueKind.allCases.count))
        #expect(CueKind.allCases.count <= CueSet.RawValue.bitWidth)
    }
}
