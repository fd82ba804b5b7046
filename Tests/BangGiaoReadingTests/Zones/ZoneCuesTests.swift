import BangGiaoLexicon
import Foundation
import TestSupport
import Testing

@testable import BangGiaoReading

struct ZoneCuesTests {
    @Test func everyExampleOfTheTableGivesItsCue() throws {
        let cues = try ZoneCues(directory: Repository.lexicon)
        #expect(cues.examples.count > 300)
        for example in cues.examples {
            let table = LineTable(Array(example.text.utf8), cues: cues)
            let inLine = table.lines.contains { $0.inside.has(example.kind) }
            // Outlets, bodies and notes matter as parts of a line of names; months within dates.
            let inPart = table.lower.indices.contains { start in
                let end =
                    table.lower.last == UInt8(ascii: ")")
                    ? table.lower.count - 1 : table.lower.count
                guard start < end else { return false }
                return cues.kinds(of: table.lower, in: start..<end).start.has(example.kind)
            }
            #expect(
                inLine || inPart,
                "zone-cues.tsv:\(example.line): \(example.cue) isn't found in its example.")
        }
    }

    @Test func aKindThatIsNotKnownIsAnError() throws {
        try withTemporaryFolder { folder in
            let rows = "cue\tkind\twhere\texample\tsource\nảnh\tpicture\tstart\tẢnh\ttest\n"
            try Data(rows.utf8).write(to: folder.appendingPathComponent("zone-cues.tsv"))
            let error = #expect(throws: LexiconError.self) { try ZoneCues(directory: folder) }
            #expect(error?.code == .unknownValue)
            #expect(error?.line == 2)
        }
    }
}
