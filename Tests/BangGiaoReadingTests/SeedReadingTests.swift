import BangGiaoModel
import BangGiaoReading
import Foundation
import TestSupport
import Testing

struct SeedReadingTests {
    private func seed(_ number: Int) throws -> Document {
        let file = Repository.seeds.appendingPathComponent("seed-00\(number).txt")
        let name = "seed-00\(number)"
        return try read(bytes: Array(try Data(contentsOf: file)), name: name)
    }

    @Test(arguments: 0..<5)
    func seedsKeepTheLaws(number: Int) throws {
        #expect(brokenLaws(of: try seed(number)) == [])
    }

    @Test(arguments: [
        (0, "2021-09-29", ["Kim Dung", "Trần Hiếu"]), (1, nil, []),
        (2, "2021-10-22", ["Dương Giang", "PV"]), (3, "2025-12-17", ["Quang Hòa"]),
        (4, nil, ["Bình Minh"]),
    ])
    func seedsTellTheirDayAndWriters(number: Int, day: String?, authors: [String]) throws {
        let document = try seed(number)
        #expect(document.published?.description == day)
        #expect(document.authors == authors)
    }

    @Test func seedsTellTheirHeadlineAndAddress() throws {
        let documents = try (0..<5).map(seed)
        #expect(documents.map { $0.title == nil } == [false, true, false, false, false])
        #expect(documents[3].title?.hasPrefix("Bộ Ngoại giao Việt Nam-Lào") == true)
        #expect(documents[0].url?.hasSuffix("bo-ngoai-giao-hai-nuoc-viet-nga") == true)
        #expect(documents[4].url?.hasSuffix("post228204.info") == true)
        #expect(documents[2].url == nil)
    }

    @Test func teasersOfOtherArticlesAreNotTheStory() throws {
        let second = try seed(2)
        #expect(second.zones.filter { $0.kind == .related }.count == 15)
        #expect(Set(second.zones.compactMap(\.story)).count == 5)
        #expect(second.texts(of: .boilerplate).filter { $0 == "Nghề báo" }.count == 5)
        let third = try seed(3)
        let first = try #require(third.zones.first { $0.kind == .related })
        #expect(third.text[first.span].hasPrefix("Căng thẳng ngoại giao gia tăng với Peru"))
        let after = third.zones.filter { $0.span > first.span }
        #expect(after.allSatisfy { $0.kind == .related || $0.kind == .boilerplate })
        #expect(third.texts(of: .boilerplate).contains { $0.hasPrefix("Giá vàng hôm nay") })
        #expect(third.texts(of: .caption).count == 4)
    }

    @Test func pageFurnitureIsNotTheStory() throws {
        #expect(try seed(1).texts(of: .boilerplate) == ["Gửi phản hồi", "In bài viết"])
        let second = try seed(2).texts(of: .boilerplate)
        #expect(second.contains { $0.hasSuffix("hinh 1") })
        #expect(try seed(0).texts(of: .dateline) == ["13:31 29/09/2021"])
        #expect(try seed(4).texts(of: .byline).count == 2)
    }

    @Test(arguments: 0..<5)
    func decomposedTextGivesTheSameDocument(number: Int) throws {
        let document = try seed(number)
        let decomposed = document.text.decomposedStringWithCanonicalMapping
        let windows = "\u{FEFF}" + decomposed.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try read(windows, name: document.id.rawValue) == document)
    }
}
