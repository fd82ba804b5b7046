import BangGiaoModel
import Foundation
import TestSupport
import Testing

@testable import BangGiaoExtraction

@Suite("The extractor")
struct ExtractorTests {
    private static let loaded = Result { try Lexicon(directory: Repository.lexicon) }

    private func facts(_ text: String) throws -> DocumentFacts {
        Extractor(lexicon: try Self.loaded.get())
            .extract(Document(id: DocumentID("made-up"), text: text))
    }

    /// Found as an order of positions that changed from run to run.
    @Test("positions found by their context stand in the order of the text")
    func orderOfPositions() throws {
        let names = ["Karel Velden", "Pedro Almeida", "Ivan Sorokin", "Oskar Lindgren"]
        let sentences = names.map { "Thượng nghị sĩ, Trợ lý Bộ trưởng \($0) phát biểu." }
        let text = "Chính phủ Australia mở hội nghị. " + sentences.joined(separator: " ")
        let facts = try facts(text)
        #expect(facts.positions.count == names.count * 2)
        let starts = facts.positions.map(\.evidence.span.lowerBound)
        #expect(starts == starts.sorted())
        for (number, position) in facts.positions.enumerated() {
            #expect(position.title == (number % 2 == 0 ? "Thượng nghị sĩ" : "Trợ lý Bộ trưởng"))
        }
    }

    /// Found by the fuzzer: each ended the program.
    @Test(
        "a body that no entity stands for is no side",
        arguments: [
            "Đại diện phía Trưởng Cơ quan Thương vụ gồm bà Trần Kim Dung trong cuộc tham vấn Việt Nam và Nga."
        ])
    func unresolvedSide(text: String) throws {
        let facts = try facts(text)
        let document = Document(id: DocumentID("made-up"), text: text)
        #expect(faults(of: facts, in: document).isEmpty)
    }

    private let article = """
        Ngày 5/3/2024, tại Hà Nội, Bộ trưởng Ngoại giao Lê Văn Khánh đã hội đàm với Bộ trưởng Ngoại \
        giao Lào Somsak Phommavong. Hai Bộ trưởng đã ký Bản ghi nhớ về hợp tác giáo dục.
        Vụ trưởng Vụ Báo chí Trần Thu Lan dự hội đàm.

        """

    @Test("a text longer than any article is read part by part, each with its facts")
    func longText() throws {
        let one = try facts(article)
        #expect(!one.meetings.isEmpty && !one.positions.isEmpty)
        let copies = 3 * DocumentParts.maximumBytes / article.utf8.count
        let text = String(repeating: article, count: copies)
        let many = try facts(text)
        let document = Document(id: DocumentID("made-up"), text: text)
        #expect(faults(of: many, in: document).isEmpty)
        func names(_ facts: DocumentFacts) -> Set<String> { Set(facts.entities.map(\.name)) }
        #expect(names(many) == names(one))
        #expect(many.meetings.count >= 4)
        let lowest = many.meetings.map(\.evidence.span.lowerBound)
        #expect(lowest.max() ?? 0 > 2 * DocumentParts.maximumBytes)
        #expect(many.entities.map(\.kind) == many.entities.map(\.kind).sorted { $0.rank < $1.rank })
    }

    @Test("parts together are the text and hold its zones", arguments: 0..<20)
    func parts(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let pieces = ["Huế ", "ế", "\n", "một dòng dài ", "𝒳"]
        var text = ""
        let length = Int.random(in: 1..<200_000, using: &generator)
        let isOneLine = seed % 4 == 0
        while text.utf8.count < length {
            let piece = pieces.randomElement(using: &generator) ?? ""
            text += isOneLine ? "ế" : piece
        }
        var zones: [Zone] = []
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = start + line.utf8.count
            if end > start { zones.append(Zone(.body, TextSpan(start, end))) }
            start = end + 1
        }
        let document = Document(id: DocumentID("random"), text: text, zones: zones)
        var whole = ""
        var spans: [TextSpan] = []
        for part in DocumentParts(document) {
            #expect(part.start == whole.utf8.count)
            #expect(part.document.text.utf8.count <= DocumentParts.maximumBytes)
            whole += part.document.text
            for zone in part.document.zones {
                let span = TextSpan(
                    zone.span.lowerBound + part.start, zone.span.upperBound + part.start)
                // A zone that was cut goes on where it ended.
                if let last = spans.last, last.upperBound == span.lowerBound {
                    spans[spans.count - 1] = last.union(span)
                } else {
                    spans.append(span)
                }
            }
        }
        #expect(whole == text)
        #expect(spans == zones.map(\.span))
    }
}

extension Entity.Kind {
    fileprivate var rank: Int { [.person, .agency, .country].firstIndex(of: self) ?? 3 }
}
