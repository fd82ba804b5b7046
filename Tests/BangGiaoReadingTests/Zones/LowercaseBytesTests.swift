import Testing

@testable import BangGiaoReading

struct LowercaseBytesTests {
    @Test func lettersOfVietnameseBecomeSmall() {
        let capitals =
            "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘ"
            + "ỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
        let small = String(decoding: LowercaseBytes.of(Array(capitals.utf8)), as: UTF8.self)
        #expect(small == capitals.lowercased())
        #expect(LowercaseBytes.of(Array(small.utf8)) == Array(small.utf8))
    }

    @Test func everyScalarKeepsItsBytesAndItsMeaning() {
        for value in 0...0x2FFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(String(scalar).utf8)
            let lower = LowercaseBytes.of(bytes)
            #expect(lower.count == bytes.count)
            // Either left alone, or the small letter that Unicode gives.
            if lower != bytes {
                #expect(
                    String(decoding: lower, as: UTF8.self) == scalar.properties.lowercaseMapping)
            }
        }
    }
}
