import BangGiaoModel
import BangGiaoReading
import Foundation
import TestSupport
import Testing

struct HTMLReaderTests {
    private static let page = """
        <!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
        <title>Hai Bộ Ngoại giao tham vấn thường niên - Báo Thử</title>
        <meta property="og:title" content="Hai Bộ Ngoại giao tham vấn thường niên">
        <link rel="canonical" href="https://example.vn/tham-van.html">
        <meta property="article:published_time" content="2021-09-29T13:31:00+07:00">
        <meta name="author" content="Báo Thử"><style>p { color: red }</style>
        <script type="application/ld+json">{"author": {"name": "Lê Minh"}}</script></head>
        <body class="has-sidebar"><header><a href="/">Báo Thử</a><nav><ul><li><a href="/a">Thời sự</a>
        <li><a href="/b">Thế giới</a></ul></nav></header>
        <h1>Hai Bộ Ngoại giao tham vấn thường niên</h1>
        <div><span class="author">Kim Dung</span> <span class="date">Thứ tư, 29/9/2021, 13:31</span></div>
        <p class="sapo">Hai bên đã tham vấn tại Hà Nội về thông tin và báo chí trong khuôn khổ hợp tác thường niên.</p>
        <article><p>Ngày 27/9, tại Hà Nội, Vụ trưởng Trần Văn An đã tham vấn về báo chí &amp; truyền thông với đoàn bạn.
        <figure><img src="x.jpg"><figcaption>Hai Vụ trưởng bắt tay. Ảnh: <em>Quang Minh</em></figcaption></figure>
        <p>Hai bên nhất trí tăng cường trao đổi đoàn,<br>phối hợp đào tạo phóng viên và chia sẻ kinh nghiệm.</p>
        <div class="box-related"><a href="1">Việt Nam và Lào ký biên bản ghi nhớ</a></div>
        <p>Đoàn cũng đã chào xã giao lãnh đạo Bộ và thăm một số cơ quan báo chí tại thủ đô trong thời gian ở đây.</p>
        <script>document.write("<p>Không đọc</p>")</script></article>
        <aside><h3>Tin mới</h3><ul><li><a href="2">Thủ tướng tiếp Đại sứ một nước châu Âu</a>
        <p>Sáng 28/9, Thủ tướng đã tiếp Đại sứ đến chào xã giao nhân dịp nhận nhiệm vụ ...</p>
        <li><a href="3">Giá vàng hôm nay tăng mạnh theo thế giới</a></ul></aside>
        <footer>Giấy phép số 12. Bản quyền thuộc Báo Thử, mọi quyền được bảo lưu.</footer></body></html>
        """

    @Test func aPageIsToldApart() throws {
        let document = try read(Self.page, as: .html)
        #expect(brokenLaws(of: document) == [])
        #expect(document.title == "Hai Bộ Ngoại giao tham vấn thường niên")
        #expect(document.published?.description == "2021-09-29")
        #expect(document.url == "https://example.vn/tham-van.html")
        #expect(document.authors == ["Lê Minh", "Kim Dung", "Quang Minh"])
        #expect(document.texts(of: .title) == ["Hai Bộ Ngoại giao tham vấn thường niên"])
        #expect(document.texts(of: .byline) == ["Kim Dung"])
        #expect(document.texts(of: .dateline) == ["Thứ tư, 29/9/2021, 13:31"])
        #expect(document.texts(of: .lead).map { $0.hasPrefix("Hai bên đã") } == [true])
        #expect(document.texts(of: .caption) == ["Hai Vụ trưởng bắt tay. Ảnh: Quang Minh"])
        #expect(
            document.texts(of: .body) == [
                "Ngày 27/9, tại Hà Nội, Vụ trưởng Trần Văn An đã tham vấn về báo chí & truyền thông với đoàn bạn.",
                "Hai bên nhất trí tăng cường trao đổi đoàn,",
                "phối hợp đào tạo phóng viên và chia sẻ kinh nghiệm.",
                "Đoàn cũng đã chào xã giao lãnh đạo Bộ và thăm một số cơ quan báo chí tại thủ đô trong thời gian ở đây.",
            ])
        #expect(document.texts(of: .related).count == 3)
        #expect(Set(document.zones.compactMap(\.story)).count == 2)
        #expect(document.texts(of: .boilerplate).contains { $0.hasPrefix("Giá vàng") })
        #expect(!document.text.contains("Không đọc") && !document.text.contains("color"))
    }

    @Test func anOldPageOfTablesIsToldApart() throws {
        let document = try read(
            """
            <html><body><table><tr><td><a href=a>Trang chủ</a><br><a href=b>Tin tức</a></td><td>
            <b>Thứ trưởng tiếp Đại sứ Nhật Bản</b><br><i>Cập nhật 08:15 ngày 05/04/2017</i><br><br>
            Ngày 4/4, Thứ trưởng Ngoại giao đã tiếp Đại sứ đến chào xã giao, trao đổi nhiều vấn đề.<br>
            Đại sứ cảm ơn Việt Nam đã giúp đỡ trong nhiệm kỳ và mong hai nước tiếp tục hợp tác.<br>PV
            <p>Các tin khác:<ul><li><a href=x>Hội nghị ASEAN khai mạc tại Lào</a></ul></td></tr></table>
            """, as: .html)
        #expect(document.title == "Thứ trưởng tiếp Đại sứ Nhật Bản")
        #expect(document.published?.description == "2017-04-05")
        #expect(document.authors == ["PV"])
        #expect(document.texts(of: .related) == ["Hội nghị ASEAN khai mạc tại Lào"])
        #expect(document.texts(of: .boilerplate) == ["Trang chủ", "Tin tức", "Các tin khác:"])
    }

    @Test func encodingsThatThePageTellsAreRead() throws {
        let text = "Ngoại trưởng Việt Nam đã hội đàm tại Hà Nội."
        let wide = Array("<html><body><p>\(text)</p>".utf16)
            .flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(try read(bytes: [0xFF, 0xFE] + wide, as: .html).text == text)
        let head = "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Caf"
        let latin = Array(head.utf8) + [0xE9] + Array(" Paris</p>".utf8)
        #expect(try read(bytes: latin, as: .html).text == "Café Paris")
        // A page that is UTF-8 is so whatever it says.
        let wrong = "<meta charset=\"windows-1258\"><p>\(text)</p>"
        #expect(try read(wrong, as: .html).text == text)
        let reader = try makeReader()
        let untold = Array("<p>Caf".utf8) + [0xE9, 0x20, 0x61]
        let error = #expect(throws: ReadingError.self) {
            try reader.read(untold, format: .html, name: "a")
        }
        #expect(error?.code == .notUTF8)
    }

    @Test func decomposedPagesGiveTheSameDocument() throws {
        let document = try read(Self.page, as: .html)
        let decomposed = Self.page.decomposedStringWithCanonicalMapping
        #expect(try read(decomposed, as: .html) == document)
    }

    @Test(arguments: ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<a href=x>"])
    func pagesNestedDeeplyAreRead(tag: String) throws {
        let nested = String(repeating: tag, count: 3000) + "<p>Hai bên hội đàm tại Hà Nội.</p>"
        let reader = try makeReader()
        let read = try reader.read(Array(nested.utf8), format: .html, name: "a")[0]
        #expect(read.document.text == "Hai bên hội đàm tại Hà Nội.")
        #expect(read.diagnostics.isEmpty)
        // Larger ones are cut, and said to be; links can't be nested.
        guard tag != "<a href=x>" else { return }
        let start = "<p>Hai bên hội đàm tại Hà Nội.</p>"
        let huge = start + String(repeating: tag, count: 300_000) + "Hết"
        let cut = try reader.read(Array(huge.utf8), format: .html, name: "a")[0]
        #expect(cut.document.text.hasPrefix("Hai bên hội đàm"))
        #expect(cut.diagnostics.map(\.id) == ["nesting"])
    }

    @Test func pagesAreReadInParallel() async throws {
        let document = try read(Self.page, as: .html)
        let reader = try makeReader()
        try await withThrowingTaskGroup(of: Document.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    try reader.read(Array(Self.page.utf8), format: .html, name: "test")[0].document
                }
            }
            for try await other in group { #expect(other == document) }
        }
    }
}
