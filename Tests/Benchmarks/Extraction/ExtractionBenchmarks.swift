import BangGiao
import Benchmark
import Foundation

/// The way from the tables of words and the bytes of articles to facts.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration.metrics = [.wallClock, .throughput, .peakMemoryResident]
    Benchmark.defaultConfiguration.maxDuration = .seconds(3)
    let articleBytes = 5000

    Benchmark("Lexicon, all tables loaded") { benchmark in
        let tables = try LexiconTable.bundledDirectory()
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations { blackHole(try Lexicon(directory: tables)) }
    }

    Benchmark("Reading, 1000 made-up articles of 5 kB") { benchmark in
        let reader = try DocumentReader(lexicon: LexiconTable.bundledDirectory())
        let articles = madeUp(1000, bytes: articleBytes)
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            for article in articles {
                blackHole(try reader.read(article, format: .text, name: "made-up"))
            }
        }
    }

    Benchmark("Extraction, the five seeds") { benchmark in
        let reader = try DocumentReader(lexicon: LexiconTable.bundledDirectory())
        let extractor = Extractor(lexicon: try .bundled())
        let documents = try Input.list(seeds).flatMap { input in
            try reader.documents(in: input).map { try $0.get().document }
        }
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            for document in documents { blackHole(extractor.extract(document)) }
        }
    }

    // Twice the articles must take twice the time.
    for count in [1000, 2000] {
        Benchmark("End to end on one core, \(count) made-up articles as JSON Lines") { benchmark in
            let pipeline = try Pipeline(jobs: 1)
            var articles = MadeUpArticles(seed: 1)
            let input = Input(
                bytes: articles.jsonLines(count, bytes: articleBytes), format: .jsonLines)
            benchmark.startMeasurement()
            for _ in benchmark.scaledIterations {
                var bytes: [UInt8] = []
                try await pipeline.extract([input]) { result in
                    FactsJSONWriter(layout: .line).write(try result.outcome.get().facts, to: &bytes)
                }
                blackHole(bytes)
            }
        }
    }
}

/// The folder of the five source articles.
private let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../seeds").standardizedFileURL.path

private func madeUp(_ count: Int, bytes: Int) -> [[UInt8]] {
    var articles = MadeUpArticles(seed: 1)
    return (0..<count).map { _ in Array(articles.article(bytes: bytes).utf8) }
}
