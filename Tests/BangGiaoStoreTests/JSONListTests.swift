import TestSupport
import Testing

@testable import BangGiaoStore

@Suite
struct JSONListTests {
    @Test(arguments: 0..<50 as Range<UInt64>)
    func whatIsWrittenReadsBack(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let letters = Array("aệ\"\\\n\t\u{1}\u{1F}[],0n𝄞 ")
        let texts = (0..<Int.random(in: 0..<5, using: &generator)).map { _ in
            String(
                (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
                    letters.randomElement(using: &generator) ?? "a"
                })
        }
        #expect(JSONList.texts(JSONList.write(texts)) == texts)
        let tuples = texts.map { [JSONList.Value.text($0), .number($0.utf8.count), .null] }
        #expect(JSONList.values(JSONList.write(tuples)) == tuples.flatMap(\.self))
    }

    @Test
    func whatSQLiteEscapesIsUnderstood() {
        #expect(JSONList.texts(#"["a\nb\u0001\\\"\/"]"#) == ["a\nb\u{1}\\\"/"])
    }

    @Test(arguments: ["[\"a", "{}", "[tru]", "[\"\\u12\"]", "[1]"])
    func whatIsNoListOfTextsIsToldApart(json: String) {
        #expect(JSONList.texts(json) == nil)
    }
}
