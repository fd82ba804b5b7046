import Synchronization
import TestSupport
import Testing

@testable import BangGiao

@Suite("Mapping in parallel, in order")
struct OrderedMapTests {
    @Test("the results are those of a plain map", arguments: [1, 2, 7], [0, 1, 5, 300])
    func equalsPlainMap(jobs: Int, count: Int) async throws {
        var elements = Array(0..<count).makeIterator()
        var results: [Int] = []
        try await OrderedMap(jobs: jobs).run(
            from: { elements.next() },
            transform: { number in
                // Later elements finish sooner, so order must come from the map.
                var sum = number
                for step in 0..<((count - number) * 50) { sum = sum &* 31 &+ step }
                return sum == .min ? -1 : number * number
            },
            into: { results.append($0) })
        #expect(results == (0..<count).map { $0 * $0 })
    }

    @Test("no more is read than the window allows", arguments: [1, 2, 4])
    func windowIsKept(jobs: Int) async throws {
        let map = OrderedMap(jobs: jobs)
        var read = 0
        var written = 0
        var farthest = 0
        try await map.run(
            from: { () -> Int? in
                guard read < 200 else { return nil }
                read += 1
                farthest = max(farthest, read - written)
                return read
            },
            transform: { $0 }, into: { _ in written += 1 })
        #expect(written == 200)
        #expect(farthest <= map.window)
    }

    @Test("no more run at one time than there are jobs", arguments: [1, 2, 3])
    func jobsAreKept(jobs: Int) async throws {
        let running = Mutex((now: 0, most: 0))
        var rest = 60
        try await OrderedMap(jobs: jobs).run(
            from: { () -> Int? in
                rest -= 1
                return rest >= 0 ? rest : nil
            },
            transform: { number in
                running.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
                defer { running.withLock { $0.now -= 1 } }
                return (0..<20_000).reduce(number) { $0 &* 31 &+ $1 }
            },
            into: { _ in })
        #expect(running.withLock(\.most) <= jobs)
    }

    @Test("an error of the sink ends the work")
    func sinkError() async {
        struct Full: Error {}
        var read = 0
        await #expect(throws: Full.self) {
            try await OrderedMap(jobs: 2).run(
                from: { () -> Int? in
                    read += 1
                    return read
                },
                transform: { $0 },
                into: { if $0 == 5 { throw Full() } })
        }
        #expect(read < 30)
    }
}
