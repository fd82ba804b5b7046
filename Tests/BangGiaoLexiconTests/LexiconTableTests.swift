import BangGiaoLexicon
import Foundation
import TestSupport
import Testing

@Suite("The loader of tables")
struct LexiconTableTests {
    private func load(_ text: String) throws -> LexiconTable {
        try load(bytes: Array(text.utf8))
    }

    private func load(bytes: [UInt8]) throws -> LexiconTable {
        try withTemporaryFolder { folder in
            try Data(bytes).write(to: folder.appendingPathComponent("words.tsv"))
            return try LexiconTable(
                "words", in: folder, columns: ["form", "kind"], required: ["form"], key: ["form"])
        }
    }

    @Test("gives cells by column, with the line of each entry")
    func cells() throws {
        let table = try load("# words\nform\tkind\tsource\n\nHuế\tcity|old\ta b\nVinh\t\tc\n")
        #expect(table.rows.map(\.line) == [4, 5])
        #expect(table.rows.map { $0["form"] } == ["Huế", "Vinh"])
        #expect(table.rows.map { $0["kind"] } == ["city|old", ""])
        #expect(table.rows.map { $0.values("kind") } == [["city", "old"], []])
        #expect(table.rows[0]["source"] == "a b")
        #expect(table.rows[0].unknownValue("kind").line == 4)
        // The last line may end without a line break.
        #expect(try load("form\tkind\nVinh\tcity").rows[0]["kind"] == "city")
    }

    /// A table at fault, and the error that must tell of it.
    static let faults: [(text: String, code: LexiconError.Code, line: Int)] = [
        ("", .missingColumn, 1),
        ("form\tsort\n", .missingColumn, 1),
        ("form\tkind\nHuế\n", .columnCount, 2),
        ("form\tkind\nHuế\tcity\tx\n", .columnCount, 2),
        ("form\tkind\n\tcity\n", .emptyCell, 2),
        ("form\tkind\n Huế\tcity\n", .straySpace, 2),
        ("form\tkind\nHuế\tcity \n", .straySpace, 2),
        ("form\tkind\r\nHuế\tcity\r\n", .straySpace, 1),
        ("form\tkind\nHue\u{302}\u{301}\tcity\n", .notNFC, 2),
        ("form\tkind\n\u{1F71}\tcity\n", .notNFC, 2),
        ("form\tkind\nHuế\tcity\n\nHuế\ttown\n", .duplicateKey, 4),
    ]

    @Test("tells of each fault with its line", arguments: faults)
    func tellsOfFaults(text: String, code: LexiconError.Code, line: Int) {
        let error = #expect(throws: LexiconError.self) { try load(text) }
        #expect(error?.code == code)
        #expect(error?.line == line)
        #expect(error?.file == "words.tsv")
    }

    @Test("wants UTF-8")
    func encoding() {
        let error = #expect(throws: LexiconError.self) {
            try load(bytes: Array("form\tkind\nHu".utf8) + [0xE9, 0x09, 0x61, 0x0A])
        }
        #expect(error?.code == .notUTF8)
    }
}
