import BangGiao
import Foundation
import TestSupport
import Testing

/// What a thousand renders show at length (`Tests/Benchmarks/Drawing`), in small.
struct RepeatedDrawingTests {
    private static func bases() throws -> [KnowledgeBase] {
        let resolver = try IdentityResolver.bundled()
        return (0..<4 as Range<UInt64>).map { seed in
            var random = SeededGenerator(seed: seed)
            return resolver.merge(
                Story.randomCollection(count: 3, using: &random).map(\.facts))
        }
    }

    @Test func manyThreadsDrawWhatOneDraws() async throws {
        let bases = try Self.bases()
        let renderer = DiagramRenderer()
        let requests = DrawingStyle.allCases.flatMap { style in
            bases.map { (DrawingRequest(style: style), $0) }
        }
        let alone = try requests.map { try renderer.figures(for: $0.0, of: $0.1) }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for thread in 0..<8 {
                group.addTask {
                    var differing = 0
                    for number in 0..<10 {
                        let index = (number * 7 + thread * 3) % requests.count
                        let (request, base) = requests[index]
                        if try renderer.figures(for: request, of: base) != alone[index] {
                            differing += 1
                        }
                    }
                    return differing
                }
            }
            for try await differing in group { #expect(differing == 0) }
        }
    }
}
