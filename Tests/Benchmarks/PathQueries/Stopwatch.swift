import Foundation

/// Prints a line of the report.
func report(_ name: String, _ number: Double, _ unit: String) {
    let gap = String(repeating: " ", count: max(1, 42 - name.count))
    print(name + gap + String(format: "%14.3f", number), unit)
}

/// Uses a value, so that the work behind it is not left out.
@inline(never)
func blackHole<T>(_ value: T) {}

/// Measures what something takes of the processor, so that a busy machine matters less.
enum Stopwatch {
    /// Does something several times and reports the fastest.
    ///
    /// - Parameters:
    ///   - count: How many queries it makes; the time is for one of them.
    /// - Returns: What it gave the last time.
    @discardableResult
    static func time<Result>(
        _ name: String, rounds: Int, per count: Int, _ body: () throws -> Result
    ) rethrows -> Result {
        var start = clock()
        var result = try body()
        var best = clock() - start
        for _ in 1..<rounds {
            start = clock()
            result = try body()
            best = min(best, clock() - start)
        }
        let seconds = Double(best) / Double(CLOCKS_PER_SEC) / Double(count)
        report(name, seconds * (count == 1 ? 1_000 : 1_000_000), count == 1 ? "ms" : "us")
        return result
    }
}
