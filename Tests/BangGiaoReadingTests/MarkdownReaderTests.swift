import BangGiaoModel
import BangGiaoReading
import Testing

struct MarkdownReaderTests {
    @Test func marksAreTakenOff() throws {
        let document = try read(
            """
            # Hai Bộ Ngoại giao **tham vấn**

            Ngày 27/9, [Vụ trưởng](https://a.vn) An đã *tham vấn* với __đoàn__ bạn tại Hà Nội, 3 * 4 = 12.

            > Hai bên nhất trí tăng cường hợp tác trong lĩnh vực báo chí.

            - ![Hai Vụ trưởng bắt tay](a.jpg) trước cuộc tham vấn [1]
            """, as: .markdown)
        #expect(
            document.text == """
                Hai Bộ Ngoại giao tham vấn

                Ngày 27/9, Vụ trưởng An đã tham vấn với đoàn bạn tại Hà Nội, 3 * 4 = 12.

                Hai bên nhất trí tăng cường hợp tác trong lĩnh vực báo chí.

                Hai Vụ trưởng bắt tay trước cuộc tham vấn [1]
                """)
        #expect(document.title == "Hai Bộ Ngoại giao tham vấn")
        #expect(brokenLaws(of: document) == [])
    }

    @Test func theHeadTellsDayAndWriter() throws {
        let document = try read(
            "---\ntitle: \"Tham vấn\"\ndate: 2021-09-29\nauthor: Kim Dung\nurl: https://a.vn/b\n---\nHai bên gặp nhau.",
            as: .markdown)
        #expect(document.title == "Tham vấn")
        #expect(document.published?.description == "2021-09-29")
        #expect(document.authors == ["Kim Dung"])
        #expect(document.url == "https://a.vn/b")
        #expect(document.text == "Hai bên gặp nhau.")
    }
}
