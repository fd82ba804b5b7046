import BangGiao
import Foundation

/// Times drawings beside Graphviz's own program, and draws a thousand times in one process:
/// `Drawing [speed | load | threads]`.
///
/// `speed` needs the program `dot`. Each line is a name, a time of the processor (so that whatever else
/// runs doesn't count) and its unit. `load` and `threads`
/// end with exit code 1 where a picture differs from the one drawn alone, or where memory grows by
/// more than 50 MB.
@main
struct Drawing {
    static func main() async throws {
        switch CommandLine.arguments.dropFirst().first {
        case "speed": try speed()
        case "load": try await repeated(renders: 1_000, threads: 1)
        case "threads": try await repeated(renders: 1_600, threads: 8)
        default: print("usage: Drawing speed | load | threads")
        }
    }

    // MARK: - Speed

    private static func speed() throws {
        let cases: [(name: String, style: DrawingStyle, entities: Int, events: Int)] = [
            ("50 nodes, diagram", .diagram, 30, 20), ("50 nodes, plain", .plain, 50, 60),
            ("120 nodes, diagram", .diagram, 60, 60), ("60 rows, timeline", .timeline, 40, 60),
            ("200 nodes, map", .map, 200, 260), ("1,000 nodes, map", .map, 1_000, 1_300),
            ("1,000 nodes, plain", .plain, 1_000, 1_300),
        ]
        for one in cases {
            let base = MadeKnowledge(entities: one.entities, events: one.events).base
            let (planning, text) = try fastest {
                try Diagram.drawing(of: base, style: one.style)
            }
            let engine = LayoutEngine(rawValue: text.engine) ?? .dot
            let (layout, drawing) = try fastest {
                try GraphvizRenderer().render(text.dot, as: .svg, engine: engine)
            }
            let processor = SVGPostProcessor(
                title: text.title, summary: text.summary,
                notes: text.notes.mapValues {
                    .init(title: $0.title, href: $0.href, attributes: $0.attributes)
                })
            let (after, _) = try fastest { try processor.process(drawing) }
            let (program, _) = try fastest { try dot(text.dot, engine: engine) }
            let (start, _) = try fastest { try dot("graph { a }", engine: engine) }
            print("\(one.name): plan", milliseconds(planning))
            print("\(one.name): library", milliseconds(layout))
            print("\(one.name): dot", milliseconds(program), "of which start", milliseconds(start))
            print("\(one.name): post-processing", milliseconds(after))
            print("\(one.name): all", milliseconds(planning + layout + after))
            print("\(one.name): library / dot", ratio(layout, program))
            print("\(one.name): library / (dot without its start)", ratio(layout, program - start))
            print("\(one.name): post-processing / library", ratio(after, layout))
        }
    }

    /// The fastest of five rounds.
    private static func fastest<Value>(
        _ body: () throws -> Value
    ) rethrows -> (Duration, Value) {
        var best: (Duration, Value)?
        for _ in 0..<5 {
            var value: Value?
            let start = processorTime()
            value = try body()
            let time = processorTime() - start
            if let value, best.map({ time < $0.0 }) ?? true { best = (time, value) }
        }
        guard let best else { preconditionFailure("Five rounds make one value at least.") }
        return best
    }

    /// What this process and its children have used of the processor.
    private static func processorTime() -> Duration {
        [RUSAGE_SELF, RUSAGE_CHILDREN].reduce(into: Duration.zero) { sum, who in
            var usage = rusage()
            getrusage(who.rawValue, &usage)
            for time in [usage.ru_utime, usage.ru_stime] {
                sum += .seconds(time.tv_sec) + .microseconds(time.tv_usec)
            }
        }
    }

    private static func dot(_ text: String, engine: LayoutEngine) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "drawing.dot")
        try Data(text.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/dot")
        process.arguments = ["-K\(engine.rawValue)", "-Tsvg", "-o", "/dev/null", file.path]
        try process.run()
        process.waitUntilExit()
    }

    private static func milliseconds(_ time: Duration) -> String {
        let value = Double(time.components.attoseconds) / 1e15
        return String(format: "%.1f ms", value + Double(time.components.seconds) * 1e3)
    }

    private static func ratio(_ one: Duration, _ other: Duration) -> String {
        String(format: "%.3f", one / other)
    }

    // MARK: - Load

    private static func repeated(renders: Int, threads: Int) async throws {
        let requests = DrawingStyle.allCases.flatMap { style in
            (1...4).map { seed in
                (
                    DrawingRequest(style: style, theme: .auto),
                    MadeKnowledge(entities: 12, events: 9, seed: UInt64(seed)).base
                )
            }
        }
        let renderer = DiagramRenderer()
        let alone = try requests.map { try renderer.figures(for: $0.0, of: $0.1) }
        let before = memory()
        let differing = try await withThrowingTaskGroup(of: Int.self) { group in
            for thread in 0..<threads {
                group.addTask {
                    var differing = 0
                    for number in 0..<(renders / threads) {
                        let index = (number * 7 + thread) % requests.count
                        let (request, base) = requests[index]
                        if try renderer.figures(for: request, of: base) != alone[index] {
                            differing += 1
                        }
                    }
                    return differing
                }
            }
            return try await group.reduce(0, +)
        }
        let growth = memory() - before
        print("\(renders) renders on \(threads) threads: \(differing) differ")
        print(String(format: "memory: %.1f MB, grown by %.1f MB", memory(), growth))
        if differing > 0 || growth > 50 { exit(1) }
    }

    /// The memory that the process holds, in megabytes.
    private static func memory() -> Double {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let kilobytes = line?.split(separator: " ").dropLast().last.flatMap { Double($0) }
        return (kilobytes ?? 0) / 1024
    }
}
