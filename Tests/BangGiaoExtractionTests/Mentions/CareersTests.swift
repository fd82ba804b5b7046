import BangGiaoModel
import Testing

@testable import BangGiaoExtraction

@Suite("Offices told apart from their holder")
struct CareersTests {
    private let text: NamesText

    init() throws { text = try NamesText() }

    @Test("a list of offices is its subject's, to its end")
    func career() {
        let sentence = """
            Ông Lê Văn An sinh tại Huế. Ông từng giữ chức Bộ trưởng Y tế khóa X, Chủ tịch Hội Nông \
            dân Việt Nam và Đại sứ Việt Nam tại Peru.
            """
        #expect(
            text.positions(in: sentence) == [
                "Lê Văn An, Bộ trưởng, Bộ Y tế VN",
                "Lê Văn An, Chủ tịch, Hội Nông dân Việt Nam VN",
                "Lê Văn An, Đại sứ, Việt Nam",
            ])
    }

    @Test(
        "a holder may stand behind a verb or between commas",
        arguments: zip(
            [
                "Đại sứ Peru tại Hà Nội là Juan Lopez vừa đến Huế.",
                "Giám đốc Viện Hòa bình Peru, Juan Lopez, đến Huế.",
                "Thủ tướng Peru khi đó là ông Juan Lopez đến Huế.",
                "Sau khi gặp Tổng thống Peru Juan Lopez, Thủ tướng rời Lima.",
                "Trước các nghị sĩ, ông Juan Lopez nói về Peru.",
            ],
            [
                ["Juan Lopez, Đại sứ, Peru"], ["Juan Lopez, Giám đốc, Viện Hòa bình PE"],
                ["Juan Lopez, Thủ tướng, Peru"], ["Juan Lopez, Tổng thống, Peru"], [],
            ]))
    func apart(sentence: String, expected: [String]) {
        #expect(text.positions(in: sentence) == expected)
    }

    @Test("the name behind an aide's principal is the principal's")
    func aide() {
        let sentence = "Ông Pedro Soto, cố vấn của Tổng thống Peru Juan Lopez, đến Huế."
        #expect(
            text.positions(in: sentence) == [
                "Juan Lopez, Tổng thống, Peru", "Pedro Soto, Cố vấn, Peru",
            ])
    }

    @Test("where titles come first, each is of the name behind it")
    func alternating() {
        let sentence = """
            Ra đón có Bộ trưởng Tài chính Peru, ông Juan Lopez, Đại sứ Peru tại Việt Nam, ông \
            Pedro Soto.
            """
        #expect(
            text.positions(in: sentence) == [
                "Juan Lopez, Bộ trưởng, Bộ Tài chính PE", "Pedro Soto, Đại sứ, Peru",
            ])
    }

    @Test("an office behind a kinsman is of the one spoken of")
    func kin() {
        let sentence = "Ông Lê Văn An, con ông Lê Văn Bình, Giám đốc Sở Y tế Hà Nội, đến Huế."
        #expect(text.positions(in: sentence) == ["Lê Văn An, Giám đốc, Sở Y tế Hà Nội VN"])
    }

    @Test("who is appointed is no one of those who appoint")
    func appointed() {
        let sentence = """
            Ông Pedro Soto sinh tại Lima. Ông được Tổng thống Peru Juan Lopez bổ nhiệm làm Đại sứ \
            Peru tại Lào.
            """
        #expect(
            text.positions(in: sentence) == [
                "Juan Lopez, Tổng thống, Peru", "Pedro Soto, Đại sứ, Peru",
            ])
    }

    @Test("a chairman heads a body, and only some states")
    func chairmen() {
        #expect(text.positions(in: "Chủ tịch Juan Lopez nói Peru sẽ họp.") == [])
        #expect(
            text.positions(in: "Chủ tịch Cuba Juan Lopez nói vậy.") == [
                "Juan Lopez, Chủ tịch, Cuba"
            ])
    }

    @Test("whoever is quoted between two commas is a person")
    func speaker() {
        #expect(
            text.names(of: .person, in: "\"Chúng tôi sẽ đàm phán\", Quorl Tavix, nói.") == [
                "Quorl Tavix"
            ])
    }
}
