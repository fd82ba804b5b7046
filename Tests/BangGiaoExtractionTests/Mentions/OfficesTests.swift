import BangGiaoModel
import Testing

@testable import BangGiaoExtraction

@Suite("Persons and their offices")
struct OfficesTests {
    private let text: NamesText

    init() throws { text = try NamesText() }

    @Test(
        "a counterpart holds the like office of his own state",
        arguments: zip(
            [
                "Ngoại trưởng Peru Juan Lopez gặp người đồng cấp Chile Pedro Soto.",
                "Thủ tướng Lê Văn An điện đàm với người đồng nhiệm Peru Juan Lopez.",
                "Trong cuộc gặp với người đồng cấp Chile Pedro Soto, Ngoại trưởng Peru nói rõ.",
                "Đại sứ Peru Juan Lopez gặp người đồng cấp Chile Pedro Soto.",
            ],
            [
                [
                    "Juan Lopez, Bộ trưởng, Bộ Ngoại giao PE",
                    "Pedro Soto, Bộ trưởng, Bộ Ngoại giao CL",
                ],
                ["Juan Lopez, Thủ tướng, Peru", "Lê Văn An, Thủ tướng, Việt Nam"],
                ["Pedro Soto, Bộ trưởng, Bộ Ngoại giao CL"],
                ["Juan Lopez, Đại sứ, Peru"],
            ]))
    func counterparts(sentence: String, expected: [String]) {
        #expect(text.positions(in: sentence) == expected)
    }

    @Test(
        "a title is read whole, though it begins like a word of respect",
        arguments: zip(
            [
                "Cố vấn an ninh quốc gia Peru Juan Lopez đến Huế.",
                "Ông Juan Lopez, cố vấn đặc biệt của Thủ tướng Peru, đến Huế.",
                "Công tố viên đặc biệt Peru Juan Lopez đến Huế.",
            ],
            [
                ["Juan Lopez, Cố vấn An ninh quốc gia, Peru"],
                ["Juan Lopez, Cố vấn đặc biệt, Peru"],
                ["Juan Lopez, Công tố viên đặc biệt, Peru"],
            ]))
    func titles(sentence: String, expected: [String]) {
        #expect(text.positions(in: sentence) == expected)
    }

    @Test("the body may follow what an office is about")
    func charge() {
        let sentence = "Vụ trưởng phụ trách châu Á của Bộ Ngoại giao Peru Juan Lopez đến Huế."
        #expect(text.positions(in: sentence) == ["Juan Lopez, Vụ trưởng, Bộ Ngoại giao PE"])
    }

    @Test("the head of a parliament or bank written small is its head")
    func headed() {
        let speaker = "Người đứng đầu quốc hội Peru Juan Lopez đến Huế."
        #expect(text.positions(in: speaker) == ["Juan Lopez, Người đứng đầu, Quốc hội PE"])
        let governor = "Thống đốc ngân hàng trung ương Peru Juan Lopez đến Huế."
        #expect(text.positions(in: governor) == ["Juan Lopez, Thống đốc, Ngân hàng Trung ương PE"])
    }

    @Test("a body that reports an act is not the actor's")
    func reporter() {
        let sentence = """
            Chủ tịch Trung Quốc Tập Cận Bình tới Lima. Bộ Ngoại giao Trung Quốc cho biết Chủ tịch \
            Tập Cận Bình sẽ phát biểu.
            """
        #expect(text.positions(in: sentence) == ["Tập Cận Bình, Chủ tịch, Trung Quốc"])
    }

    @Test("a spokesman of a head of government is of no ministry")
    func spokesman() {
        let sentence = "Người phát ngôn của Thủ tướng Peru bác bỏ tin này."
        #expect(text.names(of: .agency, in: sentence) == [])
    }

    @Test("an office told of the subject is his, and no department's")
    func capacity() {
        let sentence = """
            Ông Lê Văn An sinh tại Huế. Năm 2010, ông làm Đại sứ Việt Nam tại Peru. Thủ tướng bổ \
            nhiệm ông giữ chức vụ Phó Chủ tịch Viện Hàn lâm Khoa học xã hội Việt Nam.
            """
        #expect(
            text.positions(in: sentence) == [
                "Lê Văn An, Phó Chủ tịch, Viện Hàn lâm Khoa học xã hội Việt Nam VN",
                "Lê Văn An, Đại sứ, Việt Nam",
            ])
        let other = """
            Bà Lê Thị Bình đến Lima. Dưới thời Tổng thống Peru Juan Lopez, bà từng làm Đại sứ Việt \
            Nam tại Chile.
            """
        #expect(
            text.positions(in: other) == [
                "Juan Lopez, Tổng thống, Peru", "Lê Thị Bình, Đại sứ, Việt Nam",
            ])
    }

    @Test("a short title of one body is the longer one again")
    func shortTitle() {
        let sentence = "Cố vấn đặc biệt Peru Juan Lopez đến Huế. Cố vấn Lopez cảm ơn."
        #expect(text.positions(in: sentence) == ["Juan Lopez, Cố vấn đặc biệt, Peru"])
    }

    @Test("a short name goes to the holder of the title it comes with")
    func shortNames() {
        let sentence = """
            Quốc vương Saudi Arabia Salman thăm Peru. Thái tử Mohammed bin Salman cùng đi.
            """
        #expect(
            text.positions(in: sentence) == [
                "Mohammed bin Salman, Thái tử, Saudi Arabia", "Salman, Quốc vương, Saudi Arabia",
            ])
        #expect(text.names(of: .person, in: "Thủ tướng Abe thăm Peru.") == ["Abe JP"])
    }

    @Test("two syllables joined by a spaced dash are one given name")
    func spacedDash() {
        #expect(
            text.names(of: .person, in: "Ông Roh Dong - whan của Hàn Quốc đến Huế.")
                == ["Roh Dong - whan KR"])
    }

    @Test("initials alone are no name")
    func initials() {
        #expect(text.names(of: .person, in: "Cố vấn H.R. đến Huế.") == [])
    }
}
