import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite
struct TextSketchTests {
    private func article(_ words: [String]) -> Document {
        let text = words.joined(separator: " ")
        return Document(
            id: DocumentID("a"), text: text, zones: [Zone(.body, TextSpan(0, text.utf8.count))])
    }

    private func words(_ count: Int, using generator: inout SeededGenerator) -> [String] {
        (0..<count).map { _ in "từ\(Int.random(in: 0..<5_000, using: &generator))" }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func aReprintIsToldFromAnotherText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let story = words(300, using: &generator)
        // Shortened, with another beginning and a sentence more.
        let reprint =
            words(12, using: &generator) + story[..<240] + words(10, using: &generator)
        let other = words(300, using: &generator)
        let (one, two, three) = (
            Shingles(article(story)), Shingles(article(reprint)), Shingles(article(other))
        )
        #expect(one.isReprint(of: two) && two.isReprint(of: one))
        #expect(one.sketch.mayBeReprint(of: two.sketch))
        #expect(!one.isReprint(of: three))
        #expect(TextSketch(bytes: one.sketch.bytes) == one.sketch)
    }

    @Test
    func aTextWithoutARunIsNoReprint() {
        let short = Shingles(article(["một", "hai"]))
        #expect(!short.isReprint(of: short))
    }

    @Test
    func thePageAroundTheStoryDoesNotCount() {
        var generator = SeededGenerator(seed: 3)
        let menu = words(200, using: &generator).joined(separator: " ")
        func page(_ story: String) -> Document {
            let text = menu + "\n" + story
            let start = menu.utf8.count + 1
            return Document(
                id: DocumentID("a"), text: text,
                zones: [
                    Zone(.boilerplate, TextSpan(0, menu.utf8.count)),
                    Zone(.body, TextSpan(start, text.utf8.count)),
                ])
        }
        let one = page(words(60, using: &generator).joined(separator: " "))
        let two = page(words(60, using: &generator).joined(separator: " "))
        #expect(!Shingles(one).isReprint(of: Shingles(two)))
    }
}
