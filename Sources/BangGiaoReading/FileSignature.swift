import Foundation

/// What bytes are that are no text, told by their first bytes.
enum FileSignature {
    private static let known: [(magic: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "a PDF"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office document"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Microsoft Office document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"),
        (Array("RIFF".utf8), "a picture, sound or film"),
        ([0x1F, 0x8B], "a gzip archive"),
        (Array("BZh".utf8), "a bzip2 archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        (Array("Rar!".utf8), "a rar archive"),
        (Array("SQLite format 3".utf8), "an SQLite database"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("{\\rtf".utf8), "an RTF document"),
    ]

    /// Returns what the bytes are, as "a PDF"; nil where they may be text.
    ///
    /// - Complexity: O(*n*): a NUL byte anywhere makes a binary, as no text has one.
    static func binary(_ bytes: [UInt8]) -> String? {
        for (magic, name) in known where bytes.starts(with: magic) { return name }
        if utf16(bytes) != nil { return nil }
        let hasNUL = bytes.withUnsafeBytes { raw in
            raw.baseAddress.map { memchr($0, 0, raw.count) != nil } ?? false
        }
        return hasNUL ? "a binary file" : nil
    }

    /// Returns the name of the UTF-16 or UTF-32 encoding that the bytes look like; nil for others.
    static func utf16(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32BE" }
        if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
        if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
        // Without a mark: in Latin letters every other byte is NUL.
        let head = bytes.prefix(256)
        guard head.count >= 8 else { return nil }
        var zeros = [0, 0]
        for (index, byte) in head.enumerated() where byte == 0 { zeros[index % 2] += 1 }
        let many = head.count / 6
        if zeros[1] >= many, zeros[0] * 8 < zeros[1] { return "UTF-16LE" }
        if zeros[0] >= many, zeros[1] * 8 < zeros[0] { return "UTF-16BE" }
        return nil
    }

    /// Returns what the bytes are that are not UTF-8, and how to make UTF-8 of them.
    static func encodingAdvice(_ bytes: [UInt8]) -> String {
        if let name = utf16(bytes) {
            return "it is \(name); convert it: iconv -f \(name) -t UTF-8"
        }
        let offset = firstInvalidByte(bytes)
        let line = 1 + bytes[..<offset].count { $0 == 0x0A }
        let place = "byte \(offset + 1), line \(line)"
        // Two-byte sequences that are right elsewhere speak for a damaged UTF-8 file.
        let high = bytes.count { $0 >= 0x80 }
        let paired = zip(bytes, bytes.dropFirst())
            .count { (0xC2...0xF4).contains($0) && (0x80...0xBF).contains($1) }
        if paired * 4 > high {
            return "damaged at \(place); take it again from its source"
        }
        let advice = "convert it: iconv -f LATIN1 -t UTF-8, or -f WINDOWS-1258 for Vietnamese"
        return "it looks like Latin-1 at \(place); \(advice)"
    }

    /// Returns the offset of the first byte that no UTF-8 has there.
    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput, .error: return min(offset, max(0, bytes.count - 1))
            }
        }
    }
}
