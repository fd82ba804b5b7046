import BangGiaoModel
import BangGiaoReading
import Foundation
import TestSupport
import Testing

struct DocumentReaderTests {
    private func error(
        _ bytes: [UInt8], as format: DocumentFormat = .text, maximumBytes: Int = 1 << 20
    ) throws -> ReadingError? {
        let reader = try makeReader(maximumBytes: maximumBytes)
        return #expect(throws: ReadingError.self) {
            try reader.read(bytes, format: format, name: "bai", place: "tin/bai.txt")
        }
    }

    @Test(arguments: [
        (Array("%PDF-1.4 \n%âãÏÓ".utf8), "a PDF"), ([0x50, 0x4B, 3, 4, 20], "a zip archive"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a PNG picture"), ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG"),
        (Array("Tin\0mới và những tin khác".utf8), "a binary file"),
    ])
    func binariesAreCalledByTheirName(bytes: [UInt8], name: String) throws {
        let error = try error(bytes)
        #expect(error?.code == .binary)
        #expect(error?.description.hasPrefix("tin/bai.txt: is \(name)") == true)
    }

    @Test func otherEncodingsAreToldWithTheWayOut() throws {
        let latin = try error(Array("Caf".utf8) + [0xE9] + Array(" au lait".utf8))
        #expect(latin?.code == .notUTF8)
        #expect(latin?.description.contains("Latin-1 at byte 4, line 1") == true)
        #expect(latin?.description.contains("iconv -f LATIN1 -t UTF-8") == true)
        let wide = Array("Bộ Ngoại giao".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(try error([0xFF, 0xFE] + wide)?.description.contains("iconv -f UTF-16LE") == true)
        #expect(try error(wide)?.description.contains("UTF-16LE") == true)
        let cut = Array("Bộ Ngoại giao".utf8.dropLast(4)) + Array(" và".utf8.prefix(3))
        #expect(try error(cut)?.code == .notUTF8)
        #expect(try error(cut)?.description.contains("damaged") == true)
    }

    @Test(arguments: ["", "\n \n", "\u{FEFF}", "\u{FEFF}\u{A0}\n"])
    func textsWithoutWordsAreEmpty(text: String) throws {
        #expect(try error(Array(text.utf8))?.code == .empty)
        #expect(try error(Array(text.utf8), as: .html)?.code == .empty)
        #expect(try error(Array(text.utf8), as: .markdown)?.code == .empty)
    }

    @Test func tooLargeAFileIsSaidWithItsLimit() throws {
        let error = try error([UInt8](repeating: 0x61, count: 3 << 20), maximumBytes: 2 << 20)
        #expect(error?.code == .tooLarge)
        #expect(error?.description.contains("3 MB, the limit is 2 MB") == true)
    }

    @Test func tooLargeAFileIsNotRead() throws {
        try withTemporaryFolder { folder in
            let path = folder.path + "/bai.txt"
            try Data().write(to: URL(fileURLWithPath: path))
            let handle = try #require(FileHandle(forWritingAtPath: path))
            try handle.truncate(atOffset: 50 << 20)
            try handle.close()
            let results = Array(try makeReader().documents(in: Input(file: path)))
            #expect(results.count == 1)
            guard case .failure(let error) = results[0] else {
                Issue.record("A file of 50 MB was read.")
                return
            }
            #expect(error.description.contains("50 MB, the limit is 32 MB"))
        }
    }

    @Test func filesThatAreMissingOrFoldersAreErrors() throws {
        try withTemporaryFolder { folder in
            let reader = try makeReader()
            for (path, code) in [
                (folder.path + "/x.txt", ReadingError.Code.missingFile), (folder.path, .isFolder),
            ] {
                let results = Array(reader.documents(in: Input(file: path)))
                guard results.count == 1, case .failure(let error) = results[0] else {
                    Issue.record("\(path) was read.")
                    return
                }
                #expect(error.code == code)
            }
        }
    }

    @Test func aFileGivesOneDocumentNamedAfterIt() throws {
        try withTemporaryFolder { folder in
            let path = folder.path + "/bai-1.txt"
            try Data("Tin mới.\r\nHai bên hội đàm.".utf8).write(to: URL(fileURLWithPath: path))
            let results = try makeReader().documents(in: Input(file: path)).map { try $0.get() }
            #expect(results.map(\.document.id) == [DocumentID("bai-1")])
            #expect(results[0].document.text == "Tin mới.\nHai bên hội đàm.")
            #expect(results[0].originalOffsets?.original(11) == 12)
            #expect(results[0].document.language == "vi")
        }
    }

    @Test func bytesWithoutANameAreSniffed() throws {
        let page = Array("<html><body><p>Hai bên hội đàm tại Hà Nội.</p></body></html>".utf8)
        let results = try makeReader().documents(in: Input(bytes: page)).map { try $0.get() }
        #expect(results.map(\.document.text) == ["Hai bên hội đàm tại Hà Nội."])
        let lines = Array("{\"text\": \"Một.\"}\n{\"text\": \"Hai.\"}".utf8)
        let both = try makeReader().documents(in: Input(bytes: lines)).map { try $0.get() }
        #expect(both.map(\.document.id.rawValue) == ["stdin-1", "stdin-2"])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func noBytesBreakTheReader(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces: [[UInt8]] = [
            [0xE1], [0xBB], [0x0A], [0x0D], [0x20], [0xFF], [0xC2], [0xA0], [0x00], [0xEF, 0xBB],
            Array("Ảnh: ".utf8), Array("<p>".utf8), Array("</div>".utf8), Array("<a href=".utf8),
            Array("{\"text\":\"".utf8), Array("\"}\n".utf8), Array("Hội".utf8), Array("&#0;".utf8),
            Array("http://".utf8), Array("29/9/2021".utf8), Array("(".utf8), Array("./.".utf8),
        ]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...80, using: &generator) {
            let isClean = seed % 2 == 0
            let some = isClean ? pieces[10...] : pieces[...]
            bytes += some.randomElement(using: &generator) ?? []
        }
        let reader = try makeReader()
        for format in DocumentFormat.allCases {
            for result in reader.documents(in: Input(bytes: bytes, format: format)) {
                if case .success(let read) = result { #expect(brokenLaws(of: read.document) == []) }
            }
        }
    }
}
