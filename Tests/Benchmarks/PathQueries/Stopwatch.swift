import Foundation

/// Prints a line of the report.
func report(_ name: String, _ number: Double, _ unit: String) {
    let gap = String(repeating: " ", count: max(1, 42 - name.count))
    print(name + gap + String(format: "%14.3f", number), unit)
}

/// Uses a value, so that the work behind it is not left out.
@inline(never)
func blackHole<T>(_ value: T) {}

/// Measures what something takes.
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
        let clock = ContinuousClock()
        var start = clock.now
        var result = try body()
        var best = clock.now - start
        for _ in 1..<rounds {
            start = clock.now
            result = try body()
            best = min(best, clock.now - start)
        }
        let seconds = best / .seconds(1) / Double(count)
        report(name, seconds * (count == 1 ? 1_000 : 1_000_000), count == 1 ? "ms" : "us")
        return result
    }
}
