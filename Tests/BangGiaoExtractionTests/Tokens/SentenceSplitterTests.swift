import Testing

@testable import BangGiaoExtraction

@Suite("Sentences")
struct SentenceSplitterTests {
    private let splitter = SentenceSplitter(abbreviations: [WordKey("tp")])

    @Test(
        "end at full stops and lines",
        arguments: [
            ("Một hai. Ba bốn.", [3, 3]), ("Một hai\nba bốn", [2, 2]), ("Ở TP. Huế có mưa.", [7]),
            ("Giá 3.5 đồng. Hết", [6, 1]),
        ])
    func ends(text: String, counts: [Int]) {
        #expect(splitter.sentences(of: Tokenizer().tokens(of: text)).map(\.count) == counts)
    }

    @Test("without a stop are cut, so that no sentence grows with the text")
    func bound() {
        let tokens = Tokenizer().tokens(of: String(repeating: "ba ", count: 2000))
        let sentences = splitter.sentences(of: tokens)
        #expect(sentences.map(\.count).max() == SentenceSplitter.maximumTokens)
        #expect(sentences.first?.lowerBound == 0 && sentences.last?.upperBound == 2000)
        for (before, after) in zip(sentences, sentences.dropFirst()) {
            #expect(before.upperBound == after.lowerBound)
        }
    }
}
