import BangGiao
import Testing

@Suite
struct ReportBlockTests {
    private func block(_ content: String) throws -> ReportBlock? {
        try Report("text\n\n```banggiao\n\(content)\n```\n").blocks.first
    }

    @Test("options stand above one command, whose words are those of a shell")
    func whole() throws {
        let block = try block(
            """
            #| caption: Ai gặp ai: tháng 12
            #| alt: "Sơ đồ"
            #| width: 80%
            #| columns: Ngày | Ai |
            banggiao draw --around "Phạm Thu Hằng" \\
              --title 'a "b"' --x a\\ b "" "c\\"d"
            """)
        #expect(
            block?.words == [
                "draw", "--around", "Phạm Thu Hằng", "--title", "a \"b\"", "--x", "a b", "", "c\"d",
            ])
        #expect(block?.caption == "Ai gặp ai: tháng 12")
        #expect(block?.alternative == "Sơ đồ")
        #expect(block?.width == "80%")
        #expect(block?.columns == ["Ngày", "Ai", ""])
        #expect(block?.line == 3)
    }

    @Test(
        "what is wrong is told with its line",
        arguments: [
            ("#| caption: x", .noCommand, 3), ("", .noCommand, 3), ("banggiao", .noCommand, 3),
            ("draw --title \"x", .openQuotation, 3), ("#| colour: red\ndraw", .badOption, 4),
            ("#| caption: x\n#| width: 80% onload=x\ndraw", .badOption, 5),
            ("#| caption:\ndraw", .badOption, 4), ("draw\n#| caption: x", .lateOption, 5),
        ] as [(String, ReportError.Code, Int)])
    func wrong(content: String, code: ReportError.Code, line: Int) {
        let error = #expect(throws: ReportError.self) { try block(content) }
        #expect(error?.code == code)
        #expect(error?.line == line)
    }

    @Test("a block that isn't closed is told with its line")
    func unclosed() {
        let error = #expect(throws: ReportError.self) { try Report("a\n\n```banggiao\ndraw\n") }
        #expect(error == ReportError(.unclosedBlock, line: 3))
    }
}
