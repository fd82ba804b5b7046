import BangGiaoKnowledge
import BangGiaoModel
import TestSupport
import Testing

@Suite("The judge")
struct IdentityJudgeTests {
    private let judge = IdentityJudge.shared

    private func person(
        _ name: String, _ country: String? = "VN", offices: Set<IdentityProfile.Office> = [],
        documents: [String] = []
    ) -> IdentityProfile {
        IdentityProfile(
            kind: .person, name: name, country: country.map { CountryCode($0) }, offices: offices,
            documents: Set(documents.map { DocumentID($0) }))
    }

    private func minister(_ body: String, _ day: String) -> IdentityProfile.Office {
        .init(
            title: "Bộ trưởng", body: body, country: CountryCode("VN"),
            days: Set([PartialDate(day)].compactMap { $0 }))
    }

    @Test("what one can't have both rules out that two are one, whatever speaks for it")
    func exclusions() {
        let one = person("Khuất Trúc Nhạn", documents: ["a", "b"])
        #expect(judge.compare(one, person("Khuất Trúc Nhạn", documents: ["c"])).verdict == .same)
        let cases = [
            person("Khuất Trúc Nhạn", documents: ["b"]), person("Khuất Trúc Nhạn", "LA"),
            person("Khuất Trục Nhạn"),
            IdentityProfile(kind: .agency, name: "Khuất Trúc Nhạn", country: CountryCode("VN")),
        ]
        for other in cases {
            let comparison = judge.compare(one, other)
            #expect(comparison.verdict == .different)
            #expect(comparison.weight == IdentityComparison.excluding)
        }
    }

    @Test("nobody heads two ministries on one day; on two days one may")
    func posts() {
        let health = person("Khuất Trúc Nhạn", offices: [minister("Bộ Y tế", "2024-05-06")])
        let sameDay = person("Khuất Trúc Nhạn", offices: [minister("Bộ Tư pháp", "2024-05-06")])
        let later = person("Khuất Trúc Nhạn", offices: [minister("Bộ Tư pháp", "2025-05-06")])
        #expect(judge.compare(health, sameDay).verdict == .different)
        #expect(judge.compare(health, later).verdict == .same)
    }

    @Test("the sum of the findings is the weight, and each says what met")
    func findings() {
        let comparison = judge.compare(
            person("Xéc-gây Đa-vư-đốp", "RU"), person("Sergei Davydov", "RU"))
        #expect(comparison.weight == comparison.findings.map(\.weight).reduce(0, +))
        #expect(comparison.findings[0].matter == .name)
        #expect(comparison.findings[0].values == ["Xéc-gây Đa-vư-đốp", "Sergei Davydov"])
        #expect(
            comparison.findings.contains { $0.matter == .country && $0.values == ["RU", "RU"] })
    }

    @Test("a common name tells less than a rare one")
    func shares() {
        let weights = ["Nguyễn Văn Hùng", "Trần Minh Hằng", "Khuất Trúc Nhạn"].map {
            judge.compare(person($0), person($0)).weight
        }
        #expect(weights == weights.sorted() && Set(weights).count == 3)
    }

    @Test(
        "roles are read as they are written",
        arguments: [
            ("Bộ trưởng Bộ Ngoại giao", "Bộ trưởng", "Bộ Ngoại giao", "VN", nil),
            ("Bộ trưởng Ngoại giao Lào", "Bộ trưởng", "Bộ Ngoại giao", "LA", nil),
            ("Ngoại trưởng", "Bộ trưởng", "Bộ Ngoại giao", "VN", nil),
            ("Thủ tướng Lào", "Thủ tướng", nil, "LA", nil),
            ("Đại sứ Việt Nam tại Lào", "Đại sứ", nil, "VN", "LA"),
            ("nguyên Thứ trưởng Bộ Y tế", "Thứ trưởng", "Bộ Y tế", "VN", nil),
        ] as [(String, String, String?, String, String?)])
    func roles(text: String, title: String, body: String?, country: String, host: String?) throws {
        let reader = try OfficeReader(directory: Repository.lexicon)
        let office = try #require(reader.offices(text, country: CountryCode("VN")).first)
        #expect(office.title == title)
        #expect(office.body == body)
        #expect(office.country?.rawValue == country)
        #expect(office.accreditedTo?.rawValue == host)
    }
}
