import BangGiaoModel
import BangGiaoReading
import TestSupport
import Testing

struct JSONLinesReaderTests {
    private func results(
        _ text: String, maximumBytes: Int = 1 << 20
    ) throws -> [Result<ReadDocument, ReadingError>] {
        let input = Input(
            bytes: Array(text.utf8), name: "tin", path: "tin.jsonl", format: .jsonLines)
        return Array(try makeReader(maximumBytes: maximumBytes).documents(in: input))
    }

    @Test func fieldsOfALineGoBeforeItsText() throws {
        let line =
            #"{"id": 7, "title": "Nhan đề", "published": "2021-10-22T06:00", "url": "http://a.vn", "text": "Tin.\r\nHai bên gặp nhau.", "other": [1]}"#
        let document = try #require(try results(line).first).get().document
        #expect(document.id == DocumentID("7"))
        #expect(document.title == "Nhan đề")
        #expect(document.published?.description == "2021-10-22")
        #expect(document.url == "http://a.vn")
        #expect(document.text == "Tin.\nHai bên gặp nhau.")
    }

    @Test func aBadLineIsAnErrorInItsPlaceAndTheOthersGoOn() throws {
        let text = """
            {"text": "Một."}

            {"text": "Hai."
            {"title": "Ba"}
            {"text": 4}
            [5]
            {"text": "  "}
            {"id": "bay", "text": "Bảy.", "published": "hôm qua"}
            """
        let results = try results(text)
        let outcomes = results.map { result in
            switch result {
            case .success(let read): read.document.id.rawValue
            case .failure(let error): error.description
            }
        }
        let advice = "; write one JSON object a line, with the article in \"text\"."
        #expect(
            outcomes == [
                "tin-1", "tin.jsonl:3: the line is not valid JSON" + advice,
                "tin.jsonl:4: the object has no \"text\"" + advice,
                "tin.jsonl:5: \"text\" must be a string" + advice,
                "tin.jsonl:6: the line is no JSON object" + advice,
                "tin.jsonl:7: \"text\" is empty" + advice, "bay",
            ])
        let last = try #require(results.last).get()
        #expect(last.document.published == nil)
        #expect(last.diagnostics.map(\.id) == ["published"])
    }

    @Test func aLineOverTheLimitIsPassedOver() throws {
        let long = String(repeating: "a", count: 3000)
        let results = try results(
            "{\"text\": \"Một.\"}\n{\"text\": \"\(long)\"}\n{\"text\": \"Ba.\"}", maximumBytes: 1000
        )
        #expect(results.count == 3)
        guard case .failure(let error) = results[1] else {
            Issue.record("The long line was read.")
            return
        }
        #expect(error.code == .tooLarge)
        #expect(error.line == 2)
    }

    @Test func noLineIsAnError() throws {
        guard case .failure(let error) = try results("\n\n").first else {
            Issue.record("Blank lines were read.")
            return
        }
        #expect(error.code == .empty)
    }

    @Test func readThrowsTheErrorOfTheFirstBadLine() throws {
        let reader = try makeReader()
        let error = #expect(throws: ReadingError.self) {
            try reader.read(Array("{\"text\": \"Một.\"}\nx".utf8), format: .jsonLines, name: "tin")
        }
        #expect(error?.line == 2)
    }
}
