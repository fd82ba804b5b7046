import BangGiaoModel
import BangGiaoReading
import Foundation
import TestSupport
import Testing

struct ZoneFinderTests {
    /// Lines of the kinds that pages are made of.
    private static let lines = [
        "Thứ trưởng Ngoại giao tiếp Đại sứ Lào", "", "", "Tin khác", "Quang Hòa", "PV", "Nghề báo",
        "Thứ sáu, 22/10/2021 06:24", "Tác giả: Kim Dung", "Ảnh: Quang Hòa/TTXVN", "Gửi phản hồi",
        "Sáng 5/4, tại Hà Nội, Thứ trưởng Ngoại giao đã tiếp Đại sứ Lào đến chào xã giao nhân dịp nhận nhiệm vụ.",
        "Hai Thứ trưởng bắt tay trước hội đàm. (Ảnh: Quang Hòa)", "tang cuong hop tac hinh 1",
        "Đại sứ bày tỏ mong muốn hai nước tiếp tục hợp tác trong thời gian tới ...",
        "\u{A0} \u{200B}",
        "Xem thêm > > Hai nước ký thỏa thuận hợp tác", "[Hai bên ký kết biên bản ghi nhớ]", "(1)",
        "Giá vàng hôm nay 17/12/2025 tăng", "Nguồn: http://example.vn/a.html.", "* * *", "“”", ">",
    ]

    @Test(arguments: 0..<400 as Range<UInt64>)
    func everyLineLiesInOneZone(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var text = ""
        for _ in 0..<Int.random(in: 1...40, using: &generator) {
            text += (Self.lines.randomElement(using: &generator) ?? "") + "\n"
        }
        text += "Hết."
        let document = try read(text)
        #expect(brokenLaws(of: document) == [])
        #expect(try read(text) == document)
    }

    @Test func aCrawledPageIsToldApart() throws {
        let document = try read(
            """
            Trang chủ
            Thứ trưởng tiếp Đại sứ Lào
            Thứ sáu, 22/10/2021 06:24 - 0 Trả lời
            Thứ trưởng Ngoại giao sáng nay đã tiếp Đại sứ Lào đến chào xã giao tại trụ sở Bộ.
            thu truong tiep dai su lao hinh 1
            Thứ trưởng và Đại sứ tại buổi tiếp. Ảnh: Quang Hòa/TTXVN
            Tại buổi tiếp, Thứ trưởng chúc mừng Đại sứ nhận nhiệm vụ và tin rằng quan hệ hai nước sẽ phát triển.
            [Việt Nam và Lào ký biên bản ghi nhớ]
            Đại sứ cảm ơn sự giúp đỡ của Việt Nam, hứa làm hết sức mình để vun đắp quan hệ hữu nghị đặc biệt.
            Trần Hiếu/Vietnam+
            Nguồn TTXVN: http://example.vn/tiep-dai-su.html.
            Tin khác
            Đoàn đại biểu Quốc hội thăm Pháp
            Đoàn đại biểu Quốc hội thăm Pháp
            Chiều 21/10, đoàn đại biểu Quốc hội đã tới Paris, bắt đầu chuyến thăm chính thức.
            Tử vi hôm nay của 12 con giáp
            Tử vi hôm nay của 12 con giáp
            Xem tử vi của 12 con giáp về công việc ...
            Phiên bản di động
            """)
        #expect(
            document.zones.map(\.kind) == [
                .boilerplate, .title, .dateline, .lead, .boilerplate, .caption, .body, .related,
                .body, .byline, .byline, .boilerplate, .related, .related, .related, .boilerplate,
                .boilerplate, .boilerplate, .boilerplate,
            ])
        let stories = document.zones.compactMap(\.story)
        #expect(stories.count == 4 && Set(stories).count == 2)
        #expect(document.title == "Thứ trưởng tiếp Đại sứ Lào")
        #expect(document.published?.description == "2021-10-22")
        #expect(document.url == "http://example.vn/tiep-dai-su.html")
        #expect(document.authors == ["Quang Hòa", "Trần Hiếu"])
    }

    @Test func textsOfPicturesBelowTheStoryAreCaptions() throws {
        let document = try read(
            """
            Hai nước đối thoại về an ninh

            Đại diện hai Bộ đã có cuộc đối thoại đầu tiên về an ninh tại Hà Nội sáng nay.

            Cuộc đối thoại do hai Thứ trưởng chủ trì, với sự tham dự của đại diện nhiều bộ và ngành hai nước.
            Hai bên trao đổi về tình hình khu vực và quốc tế cùng quan tâm trong thời gian gần đây.
            Hai bên nhất trí tăng cường chia sẻ thông tin và kinh nghiệm trong các lĩnh vực cùng có lợi.
            Cuộc đối thoại tiếp theo sẽ diễn ra tại thủ đô của nước bạn vào mùa thu năm sau, theo thỏa thuận.
            Lê Minh

            Hai Thứ trưởng tại cuộc đối thoại sáng nay.
            """)
        #expect(document.texts(of: .caption) == ["Hai Thứ trưởng tại cuộc đối thoại sáng nay."])
        #expect(document.texts(of: .byline) == ["Lê Minh"])
        #expect(document.authors == ["Lê Minh"])
        #expect(document.texts(of: .lead).count == 1)
    }

    @Test func theStoryGoesOnAfterAListWithinIt() throws {
        let paragraph =
            "Hai bên nhất trí tăng cường hợp tác trong lĩnh vực thông tin, báo chí; trao đổi đoàn, phối hợp đào tạo phóng viên và chia sẻ kinh nghiệm trong thời gian tới."
        let document = try read(
            """
            Thứ trưởng tiếp Đại sứ Lào
            \(paragraph)
            Tin liên quan
            Đoàn đại biểu Quốc hội thăm Pháp
            Thủ tướng lên đường thăm Đức
            Sau hội đàm, \(paragraph)
            Nhân dịp này, \(paragraph)
            """)
        #expect(document.texts(of: .related).count == 2)
        #expect(document.texts(of: .body).count == 2)
    }

    @Test func notesOfThePageAreNotTheStory() throws {
        let document = try read(
            """
            Thứ trưởng Ngoại giao tiếp Đại sứ Lào - Báo Thử
            Trang chủ › Đối ngoại › Tin tức
            Thứ trưởng Ngoại giao tiếp Đại sứ Lào
            Quang Hòa | Thứ Tư, 05/04/2017 14:20
            Thứ trưởng Ngoại giao sáng nay đã tiếp Đại sứ Lào đến chào xã giao tại trụ sở Bộ Ngoại giao.
            Tại buổi tiếp, Thứ trưởng chúc mừng Đại sứ nhận nhiệm vụ và tin rằng quan hệ hai nước sẽ phát triển.
            Xem thêm:
            Việt Nam và Lào ký biên bản ghi nhớ
            Đại sứ cảm ơn sự giúp đỡ của Việt Nam, hứa làm hết sức mình để vun đắp quan hệ hữu nghị đặc biệt; đề nghị hai bên tăng cường trao đổi đoàn, phối hợp tổ chức các hoạt động kỷ niệm, tạo thuận lợi cho doanh nghiệp và phóng viên hai nước hoạt động tại mỗi nước, góp phần đưa quan hệ hai nước ngày càng thiết thực, hiệu quả.
            (TTXVN/Vietnam+)
            Từ khóa:
            Việt Nam
            Lào
            Bình luận (12)
            Tin cùng chuyên mục (5)
            Đoàn đại biểu Quốc hội thăm Pháp
            """)
        #expect(
            document.zones.map(\.kind) == [
                .boilerplate, .boilerplate, .title, .dateline, .lead, .body, .boilerplate, .related,
                .body, .byline, .boilerplate, .boilerplate, .boilerplate, .boilerplate,
                .boilerplate, .related,
            ])
        #expect(document.zones.compactMap(\.story) == [0, 1])
        #expect(document.title == "Thứ trưởng Ngoại giao tiếp Đại sứ Lào")
        #expect(document.authors == ["Quang Hòa"])
    }

    @Test func aTextOfLinesOfOneWidthHasNoHeadline() throws {
        let document = try read(
            "Tại cuộc gặp, Thủ tướng chào mừng Ngoại trưởng\nđã đến thăm Việt Nam lần này, và khẳng định quan hệ hai nước.\nHai bên bày tỏ hài lòng."
        )
        #expect(document.title == nil)
    }

    @Test func aTextWithoutHeadlineHasNone() throws {
        let document = try read(
            "Tại cuộc gặp, Thủ tướng chào mừng Ngoại trưởng.\nHai bên bày tỏ hài lòng về quan hệ hai nước trong thời gian qua.\nPV."
        )
        #expect(document.title == nil)
        #expect(document.published == nil)
        #expect(document.authors == ["PV"])
    }

    @Test func daysInTheStoryAreNotItsDay() throws {
        let document = try read(
            "Đoàn Việt Nam thăm Lào\n\nNgày 22/10/2021, đoàn đã đến Vientiane và gặp lãnh đạo nước bạn.\n\nHôm nay 23/10/2021, đoàn về nước sau khi thăm nhiều nơi trên đất bạn."
        )
        #expect(document.published == nil)
    }

    @Test func theAddressTellsTheDayWhereNothingElseDoes() throws {
        let story =
            "Đoàn Việt Nam thăm Lào\n\nĐoàn đã đến Vientiane và gặp lãnh đạo nước bạn hôm qua.\n\n"
        let document = try read(story + "Nguồn: https://example.vn/2021/10/22/doan-tham-lao.html")
        #expect(document.published?.description == "2021-10-22")
        #expect(try read(story + "Nguồn: https://example.vn/doan-2021.html").published == nil)
    }
}
