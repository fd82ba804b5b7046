// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that users and the checks of BangGiao never build the benchmark library.
// A folder a subject, named like its target:
//
//     cd Tests/Benchmarks && swift package benchmark --target Extraction

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "BangGiao", path: "../.."),
        // Without its traits it needs no jemalloc, and measures time and memory.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ]
)

// MARK: - Extraction: from the lexicon's files and an article's bytes to facts

package.targets += [benchmark("Extraction")]

// MARK: - Path queries: a program that times the graph alone, beside other libraries
//
// It reads graphs from files that those can read, too:
//
//     cd Tests/Benchmarks && swift run -c release PathQueries FOLDER

package.targets += [
    .executableTarget(
        name: "PathQueries",
        dependencies: [.product(name: "BangGiaoGraph", package: "BangGiao")],
        path: "PathQueries",
        swiftSettings: [
            .swiftLanguageMode(.v6),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("ExistentialAny"),
            .treatAllWarnings(as: .error),
        ]
    )
]

// MARK: - Drawing: a program that times drawings beside `dot`, and draws a thousand times
//
//     cd Tests/Benchmarks && swift run -c release Drawing speed

package.targets += [
    .executableTarget(
        name: "Drawing",
        dependencies: [.product(name: "BangGiao", package: "BangGiao")],
        path: "Drawing",
        swiftSettings: [
            .swiftLanguageMode(.v6),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("ExistentialAny"),
            .treatAllWarnings(as: .error),
        ]
    )
]

/// Returns the target of the benchmarks in a folder.
func benchmark(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: [
            .product(name: "BangGiao", package: "BangGiao"),
            .product(name: "Benchmark", package: "benchmark"),
        ],
        path: name,
        swiftSettings: [
            .swiftLanguageMode(.v6),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("ExistentialAny"),
            .treatAllWarnings(as: .error),
        ],
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    )
}
