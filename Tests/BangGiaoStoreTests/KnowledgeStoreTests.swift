import BangGiaoModel
import BangGiaoStore
import Foundation
import TestSupport
import Testing

@Suite
struct KnowledgeStoreTests {
    private func withStore<Result>(
        _ body: (KnowledgeStore) throws -> Result
    ) throws -> Result {
        try withTemporaryFolder { folder in
            try body(
                KnowledgeStore(test: folder.appendingPathComponent("kho.sqlite"), mode: .write))
        }
    }

    private func stories(_ seed: UInt64) -> ([Story], SeededGenerator) {
        var generator = SeededGenerator(seed: seed)
        return (Story.randomCollection(count: 4, using: &generator), generator)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func whatIsSavedIsLoadedInWhateverOrderItCame(seed: UInt64) throws {
        var (stories, generator) = stories(seed)
        let expected = stories
        stories.shuffle(using: &generator)
        try withStore { store in
            for story in stories {
                #expect(try store.save(story.facts, of: story.document) == .added)
            }
            #expect(try store.load() == expected.map(\.facts))
            #expect(try store.documents().map(\.header) == expected.map(\.facts.document))
            for story in stories {
                let id = story.document.id
                #expect(try store.document(id) == story.document)
                #expect(try store.facts(of: id) == story.facts)
                let text = try store.document(id)?.text
                #expect(text.map { Array($0.utf8) } == Array(story.text.utf8))
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func savingTwiceIsSavingOnceAndRemovingIsNeverSaving(seed: UInt64) throws {
        let (stories, _) = stories(seed)
        try withStore { store in
            for story in stories { try store.save(story.facts, of: story.document) }
            for story in stories {
                #expect(try store.save(story.facts, of: story.document) == .unchanged)
            }
            #expect(try store.load() == stories.map(\.facts))
            #expect(try store.remove(stories[1].document.id))
            #expect(try !store.remove(stories[1].document.id))
            #expect(try store.load() == [0, 2, 3].map { stories[$0].facts })
            #expect(try store.document(stories[1].document.id) == nil)
        }
    }

    @Test
    func changedDocumentTakesThePlaceOfTheOldOne() throws {
        var old = Story("a", published: "2021-10-22")
        old.position(old.person("An", "VN"), "Thứ trưởng", of: old.agency("Bộ Y tế", "VN"))
        var new = Story("a")
        _ = new.country("Lào", "LA")
        try withStore { store in
            try store.save(old.facts, of: old.document, extractor: "1")
            #expect(try store.save(new.facts, of: new.document, extractor: "1") == .replaced)
            #expect(try store.load() == [new.facts])
            // The same text, read by another extractor, must be saved again.
            #expect(try store.save(new.facts, of: new.document, extractor: "2") == .replaced)
            #expect(try store.documents().map(\.extractor) == ["2"])
            #expect(
                try store.documents().map(\.textHash) == [TextHash(of: new.document.text)])
        }
    }

    @Test
    func currentDocumentNeedsNoExtraction() throws {
        var story = Story("a")
        _ = story.country("Lào", "LA")
        try withStore { store in
            func isCurrent(_ document: Document, extractor: String) throws -> Bool {
                try store.fingerprint(of: document.id)
                    == PreparedArticle.fingerprint(document, extractor: extractor)
            }
            #expect(try !isCurrent(story.document, extractor: "1"))
            try store.save(story.facts, of: story.document, extractor: "1")
            #expect(try isCurrent(story.document, extractor: "1"))
            #expect(try !isCurrent(story.document, extractor: "2"))
            var retitled = story.document
            retitled.title = "Tin mới"
            #expect(try !isCurrent(retitled, extractor: "1"))
            _ = story.country("Nga", "RU")
            #expect(try !isCurrent(story.document, extractor: "1"))
        }
    }

    @Test
    func headerAndZonesAreKeptWhole() throws {
        let text = "Tiêu đề\n\nĐoạn một.\n\nTin khác\n"
        let document = Document(
            id: DocumentID("tin \"lạ\" #1"), language: "vi", title: "Tiêu đề",
            published: PartialDate("2017-04-02/2017-04-05"), url: "https://example.org/?a=1&b='2'",
            authors: ["Lý An", "Trần Bình"], text: text,
            zones: [
                Zone(.title, TextSpan(0, 11)), Zone(.body, TextSpan(13, 28)),
                Zone(.related, TextSpan(30, 39), story: 2),
            ])
        try withStore { store in
            try store.save(DocumentFacts(document: .init(document)), of: document)
            #expect(try store.document(document.id) == document)
            #expect(try store.documents().map(\.header) == [.init(document)])
        }
    }

    @Test
    func readersSeeFinishedWorkWhileAWriterIsOpen() throws {
        let (stories, _) = stories(1)
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("kho.sqlite")
            let writer = try KnowledgeStore(test: file, mode: .write)
            try writer.save(stories[0].facts, of: stories[0].document)
            let reader = try KnowledgeStore(test: file, mode: .read)
            #expect(try reader.load() == [stories[0].facts])
            let second = try KnowledgeStore(test: file, mode: .write)
            try second.save(stories[1].facts, of: stories[1].document)
            try writer.save(stories[2].facts, of: stories[2].document)
            #expect(try reader.load() == stories.prefix(3).map(\.facts))
            #expect(throws: StoreError.self) { try reader.remove(stories[0].document.id) }
        }
    }
}
