import BangGiao
import Foundation
import Testing

@testable import BangGiaoCommand

@Suite
struct ConsoleTests {
    @Test("a stream that takes nothing is one sentence")
    func unwritable() async throws {
        try await withFolder { folder in
            let file = try folder.write([], to: "read-only")
            // Open for reading alone, it refuses what a full disk would refuse.
            let handle = try #require(FileHandle(forReadingAtPath: file))
            let error = #expect(throws: OutputError.self) {
                try Console.writer(to: handle, place: "standard output")([0x61])
            }
            #expect(error?.code == .notWritable && error?.place == "standard output")
            #expect(error?.detail == String(cString: strerror(EBADF)))
        }
    }

    @Test("a minus is the input, all else a file")
    func bytes() async throws {
        try await withFolder { folder in
            let console = Console(
                write: { _ in }, writeTrouble: { _ in }, input: Input(bytes: [0x61]),
                isOutputTerminal: false, isTroubleTerminal: false)
            #expect(try console.bytes(of: "-") == [0x61])
            let file = try folder.write([0x62], to: "f")
            #expect(try console.bytes(of: file) == [0x62])
            let empty = try folder.write([], to: "empty")
            #expect(try console.bytes(of: empty).isEmpty)
        }
    }
}
