import Testing

@testable import BangGiao

@Suite
struct PageWordsTests {
    @Test("each language has a word for all that another has one for")
    func complete() {
        let vietnamese = PageWords(language: "vi").words
        let english = PageWords(language: "en").words
        #expect(vietnamese.keys.sorted() == english.keys.sorted())
        #expect(english["see"] == "see")
    }
}
