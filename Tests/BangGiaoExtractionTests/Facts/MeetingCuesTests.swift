import BangGiaoLexicon
import BangGiaoModel
import TestSupport
import Testing

@testable import BangGiaoExtraction

@Suite struct MeetingCuesTests {
    private func table() throws -> LexiconTable {
        try LexiconTable(
            "meeting-cues", in: Repository.lexicon,
            columns: ["form", "class", "value", "example", "source"],
            required: ["form", "class", "value", "example", "source"], key: ["form", "class"])
    }

    @Test func everyExampleHoldsItsForm() throws {
        for row in try table().rows {
            #expect(
                TextFolding.key(row["example"]).contains(TextFolding.key(row["form"])),
                "line \(row.line)")
        }
    }

    @Test func everyValueMeansSomething() throws {
        for row in try table().rows {
            let kind = try #require(CueKind(rawValue: row["class"]), "line \(row.line)")
            let cue = Cue(table: "meeting-cues", form: row["form"], kind: kind, value: row["value"])
            #expect(MeetingGrammar.word(cue) != nil, "line \(row.line): \(row["value"])")
        }
    }
}
