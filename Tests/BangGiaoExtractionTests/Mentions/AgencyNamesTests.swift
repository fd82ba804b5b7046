import BangGiaoModel
import Testing

@testable import BangGiaoExtraction

@Suite("Names of bodies")
struct AgencyNamesTests {
    private let text: NamesText

    init() throws { text = try NamesText() }

    private func agencies(_ sentence: String) -> [String] { text.names(of: .agency, in: sentence) }

    @Test(
        "armed forces written small are named with their state",
        arguments: zip(
            [
                "Tàu tuần tra bị hải quân Peru giữ lại.",
                "Các chuyến bay của không quân Chile tạm dừng.",
                "Lực lượng phòng vệ trên biển Nhật Bản cử hai tàu.",
                "Hai tàu neo tại căn cứ hải quân Peru.",
                "Ông từng phục vụ trong hải quân.",
            ],
            [
                ["Hải quân PE"], ["Không quân CL"], ["Lực lượng Phòng vệ biển Nhật Bản JP"], [],
                [],
            ]))
    func armedForces(sentence: String, expected: [String]) {
        #expect(agencies(sentence) == expected)
    }

    @Test(
        "the state that closes a list is that of all its bodies",
        arguments: zip(
            [
                "Bà cảm ơn Quốc hội, Chính phủ và nhân dân Peru.",
                "Bà cảm ơn Nhà nước và Chính phủ của Peru.",
                "Cuộc họp giữa Chính phủ và Quốc hội Peru kéo dài.",
            ],
            [
                ["Chính phủ PE", "Quốc hội PE"], ["Chính phủ PE"], ["Chính phủ PE", "Quốc hội PE"],
            ]))
    func lists(sentence: String, expected: [String]) {
        #expect(agencies(sentence) == expected)
    }

    @Test("a body without a state is of whom the sentence names last before it")
    func actor() {
        let story = "Tổng thống Peru Juan Lopez yêu cầu Quốc hội họp về dòng người từ Chile."
        #expect(agencies(story) == ["Quốc hội PE"])
        let home = "Việt Nam và Peru nêu vấn đề này. Quốc hội sẽ họp vào thứ Hai."
        #expect(agencies(home) == ["Quốc hội VN"])
    }

    @Test(
        "a press name is found after what sort of press it is",
        arguments: zip(
            [
                "Hãng thông tấn nhà nước Anadolu đưa tin về vụ việc.",
                "Hãng thông tấn Nga TASS dẫn nguồn tin riêng.",
                "Ông trả lời tờ Guardian.",
                "Ông Lê Văn An dùng máy bay Boeing 787 và Airbus A321.",
            ],
            [["Anadolu TR"], ["TASS RU"], ["The Guardian GB"], []]))
    func press(sentence: String, expected: [String]) {
        #expect(agencies(sentence) == expected)
    }

    @Test("what sort of press it is may be left out of a foreign name, not of a place's")
    func pressAliases() {
        #expect(
            text.aliases(of: "The Guardian", in: "Ông trả lời tờ Guardian.")
                == ["tờ Guardian", "Guardian"])
        #expect(
            text.aliases(of: "Báo Khánh Hòa", in: "Bà trả lời Báo Khánh Hòa.") == ["Báo Khánh Hòa"])
    }

    @Test("a name of the lexicon counts with its head noun written small")
    func smallHead() {
        #expect(agencies("Bà là chuyên gia của viện Brookings.") == ["Viện Brookings US"])
        #expect(agencies("Bà vừa nhận thông báo Tuổi Trẻ gửi.") == ["Báo Tuổi Trẻ VN"])
    }

    @Test("an affair named after a person is no department")
    func affair() {
        #expect(agencies("Vụ Skripal bị phanh phui tại Anh.") == [])
        #expect(agencies("Vụ Hợp tác quốc tế họp tại Huế.") == ["Vụ Hợp tác quốc tế VN"])
    }

    @Test("what a minister is called by is the ministry that the text names in full")
    func jointMinistry() {
        let sentence = """
            Ngoại trưởng Peru Juan Lopez đến Huế. Bộ Ngoại giao và Thương mại Peru xác nhận.
            """
        #expect(agencies(sentence) == ["Bộ Ngoại giao và Thương mại PE"])
        let two = "Ngoại trưởng Peru Juan Lopez đến Huế. Bộ Thương mại Peru xác nhận tin này."
        #expect(agencies(two) == ["Bộ Ngoại giao PE", "Bộ Thương mại PE"])
    }

    @Test("the state that a body is about is no owner")
    func topic() {
        let sentence = "Vụ Các vấn đề Chile của Bộ Ngoại giao Peru họp tại Lima."
        #expect(agencies(sentence) == ["Bộ Ngoại giao PE", "Vụ Các vấn đề Chile PE"])
    }

    @Test("the state behind the name of a company is its seat")
    func company() {
        #expect(agencies("Tàu thuộc công ty Kelpo, Na Uy.") == ["Công ty Kelpo NO"])
    }

    @Test("an abbreviation that the text explains is the body, whatever the lexicon calls it")
    func abbreviation() {
        let sentence = """
            Ông thăm Trường đại học Quốc gia Singapore (NUS). Đoàn công tác đã ký thỏa thuận \
            với NUS.
            """
        #expect(agencies(sentence) == ["Trường đại học Quốc gia Singapore SG"])
    }

    @Test(
        "ministers of many states are as many ministries",
        arguments: zip(
            [
                "Ngoại trưởng các nước Peru, Chile và Cuba sẽ họp.",
                "Ngoại trưởng Peru, Chile và Cuba sẽ họp.",
                "Ngoại trưởng các nước sẽ họp tại Peru.",
                "Ngoại trưởng 7 nước, gồm Peru, Chile và Cuba, sẽ họp.",
            ],
            [
                ["Bộ Ngoại giao CL", "Bộ Ngoại giao CU", "Bộ Ngoại giao PE"],
                ["Bộ Ngoại giao CL", "Bộ Ngoại giao CU", "Bộ Ngoại giao PE"],
                [],
                ["Bộ Ngoại giao CL", "Bộ Ngoại giao CU", "Bộ Ngoại giao PE"],
            ]))
    func manyMinisters(sentence: String, expected: [String]) {
        #expect(agencies(sentence) == expected)
    }

    @Test(
        "a name goes on over what the body is about, whose it is and what it deals in",
        arguments: zip(
            [
                "Trung tâm Andes về Biến đổi Khí hậu mở cửa ở Lima, Peru.",
                "Thông báo của Bộ Ngoại giao Peru về Biển Đông.",
                "Ông lập Hội những người bạn của Cách mạng Peru.",
                "Bà làm việc cho công ty vận tải biển Andes Maru.",
                "Hiệp hội các doanh nghiệp Peru ủng hộ.",
                "Văn phòng Hội đồng Bộ trưởng Peru ra thông báo.",
                "Công ước Liên hợp quốc về Luật Biển được Peru ký.",
            ],
            [
                ["Trung tâm Andes về Biến đổi Khí hậu PE"], ["Bộ Ngoại giao PE"],
                ["Hội những người bạn của Cách mạng Peru PE"], ["Công ty vận tải biển Andes Maru"],
                ["Hiệp hội các doanh nghiệp Peru PE"], ["Văn phòng Hội đồng Bộ trưởng PE"],
                ["Liên hợp quốc"],
            ]))
    func tails(sentence: String, expected: [String]) {
        #expect(agencies(sentence) == expected)
    }

    @Test("missions in a list of places are one each")
    func missions() {
        #expect(
            agencies("Đại sứ quán Peru tại Lào, Chile và Thái Lan đóng cửa.") == [
                "Đại sứ quán Peru tại Chile PE", "Đại sứ quán Peru tại Lào PE",
                "Đại sứ quán Peru tại Thái Lan PE",
            ])
        #expect(agencies("Đại sứ quán Việt Nam tại các nước mở cửa.") == [])
    }

    @Test(
        "a government written small is the one of the state spoken of",
        arguments: zip(
            [
                "Bà cảm ơn chính phủ và nhân dân Peru.",
                "Nội các của Tổng thống Peru Juan Lopez họp khi Chile tập trận.",
                "Peru và Chile nói hai chính phủ đã bàn việc này.",
                "Peru cần một chính phủ mới.",
                "Các tổ chức phi chính phủ đến Peru.",
            ],
            [["Chính phủ PE"], ["Nội các PE"], ["Chính phủ CL", "Chính phủ PE"], [], []]))
    func governments(sentence: String, expected: [String]) {
        #expect(agencies(sentence) == expected)
    }
}
